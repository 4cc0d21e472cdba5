# Neither standard output nor a named file can take any bytes.
set -u
"$DATELINE" clean "$SAMPLES/wire-power-deal.txt" >/dev/full
echo "exit code $?"
"$DATELINE" clean "$SAMPLES/wire-power-deal.txt" -o /dev/full
echo "exit code $?"
