# Without a publication date "last week" is no week: nothing is guessed, above all not from the clock or the file's time.
set -u
"$DATELINE" extract -q "$SAMPLES/undated-border-post.txt" -o events.jsonl
echo "exit code $?"
[ -s events.jsonl ] && ! grep -E '"(earliest|latest)":"' events.jsonl && echo "no event has a day"
"$DATELINE" extract "$SAMPLES/undated-border-post.txt" --dct 2024-05-15 -q -o dated.jsonl
grep -q '"earliest":"2024-05-06","latest":"2024-05-12"' dated.jsonl && echo "with --dct last week is 6 to 12 May"
