# -o does not overwrite, -O does; nothing else is left behind.
set -u
echo "mine" >out.jsonl
"$DATELINE" clean "$SAMPLES/wire-power-deal.txt" -o out.jsonl
echo "exit code $?: $(cat out.jsonl)"
"$DATELINE" clean nosuch.txt -O -o out.jsonl
echo "exit code $?: $(cat out.jsonl)"
"$DATELINE" clean "$SAMPLES/wire-power-deal.txt" -q -O -o out.jsonl
echo "exit code $?: $(wc -l <out.jsonl) article"
ls
