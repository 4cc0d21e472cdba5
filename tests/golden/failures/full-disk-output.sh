# Neither standard output nor a named file can take any bytes.
set -u
"$DATELINE" clean "$SAMPLES/wire-power-deal.txt" 2>said >/dev/full
echo "exit code $?: $(grep -o 'standard output: cannot write' said)"
"$DATELINE" clean "$SAMPLES/wire-power-deal.txt" 2>said -o /dev/full
echo "exit code $?: $(grep -o '/dev/full: cannot write' said)"
