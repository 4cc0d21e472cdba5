# -o does not overwrite, -O does, and a command that fails leaves the file alone.
set -u
echo "mine" >out.jsonl
"$DATELINE" clean "$SAMPLES/wire-power-deal.txt" -o out.jsonl
echo "exit code $?: $(cat out.jsonl)"
"$DATELINE" clean nosuch.txt -O -o out.jsonl
echo "exit code $?: $(cat out.jsonl)"
"$DATELINE" clean "$SAMPLES/wire-power-deal.txt" -O -o out.jsonl
echo "exit code $?: $(wc -l <out.jsonl) article"
ls
