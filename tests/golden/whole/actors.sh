# Who is spoken of: the same line an article for any number of threads, and who holds which office over all of them.
set -eu
cat >speech.jsonl <<'END_OF_ARTICLES'
{"id": "s1", "published": "2030-01-09", "text": "STOCKHOLM, Jan 9 - Swedish Foreign Minister Ada Lind said on Wednesday that she would visit Kenya. Lind spoke in Stockholm."}
{"id": "s2", "published": "2030-02-11", "text": "NAIROBI, Feb 11 - Kenya welcomed Swedish Foreign Minister Ada Lind on Monday."}
END_OF_ARTICLES
"$DATELINE" actors -q -j 1 speech.jsonl >one
"$DATELINE" actors -q -j 2 speech.jsonl >two
cmp one two && cat one
"$DATELINE" actors -q --tenures speech.jsonl
