# A file that is no case file is neither read as one nor written into.
set -u
echo "my notes" >notes.dateline
"$DATELINE" build "$SAMPLES/wire-power-deal.txt" -o notes.dateline
echo "exit code $?: $(cat notes.dateline)"
