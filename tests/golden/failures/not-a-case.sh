# A file that is no case file is neither read as one nor written into.
set -u
echo "my notes" >notes.dateline
"$DATELINE" build "$SAMPLES/wire-power-deal.txt" -o notes.dateline
[ $? -ne 0 ] && echo "refused: $(cat notes.dateline)"
