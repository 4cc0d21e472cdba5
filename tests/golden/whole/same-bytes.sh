# The same articles give the same bytes: with any number of threads, in any order, in one go or several.
set -eu
"$DATELINE" extract -q -j 1 "$SAMPLES" >one.jsonl
"$DATELINE" extract -q -j 4 "$SAMPLES" >four.jsonl
[ -s one.jsonl ] && cmp one.jsonl four.jsonl && echo "threads: the same"

"$DATELINE" build -q "$SAMPLES" -o once.dateline
set --
for page in "$SAMPLES"/*; do set -- "$page" "$@"; done
for page in "$@"; do "$DATELINE" build -q "$page" -o backwards.dateline; done
"$DATELINE" build -q "$SAMPLES" -o backwards.dateline # nothing of it is new
for format in text md json jsonl; do
    "$DATELINE" timeline once.dateline -f $format >once
    "$DATELINE" timeline backwards.dateline -f $format >backwards
    cmp once backwards && echo "timeline $format: the same"
done
for format in dot json; do
    "$DATELINE" graph once.dateline -f $format >once
    "$DATELINE" graph backwards.dateline -f $format >backwards
    cmp once backwards && echo "graph $format: the same"
done
