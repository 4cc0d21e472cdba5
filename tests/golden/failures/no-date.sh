# Without a publication date "on Friday" is no day: nothing is guessed, above all not from the clock or the file's time.
set -u
"$DATELINE" extract "$SAMPLES/undated-border-post.txt" -o events.jsonl
echo "exit code $?"
[ -s events.jsonl ] && ! grep -E '"(earliest|latest)":"' events.jsonl && echo "no event has a day"
"$DATELINE" extract "$SAMPLES/undated-border-post.txt" --dct 2024-05-15 -q | grep -c '"earliest":"2024-05-10"' >days
[ "$(cat days)" -gt 0 ] && echo "with --dct Friday is 10 May"
