filedesc://x.arc 0.0.0.0 20240101000000 text/plain 12
1 0 Example

http://news.example/a 1.2.3.4 20240101000000 text/html 95
HTTP/1.1 200 OK
Content-Type: text/html
Transfer-Encoding: chunked

5
<p>on
3
e</
0


