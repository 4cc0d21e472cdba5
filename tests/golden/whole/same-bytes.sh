# The same articles give the same bytes: with any number of threads, in any order, in one go or several.
set -eu
for threads in 1 2 4; do
    "$DATELINE" extract -q -j $threads "$SAMPLES" >events.$threads
    "$DATELINE" build -q -j $threads "$SAMPLES" -o $threads.dateline
    "$DATELINE" timeline $threads.dateline -f jsonl >timeline.$threads
    "$DATELINE" graph $threads.dateline -f json >graph.$threads
    [ $threads = 1 ] || for what in events timeline graph; do
        [ -s $what.$threads ] && cmp $what.1 $what.$threads && echo "$what with $threads threads: the same"
    done
done

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
