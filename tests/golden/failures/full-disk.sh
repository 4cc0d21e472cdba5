# A case file on a disk that fills up: the command says so and exits 4; what was in the case before is still there.
set -u
mkdir disk
mount -t tmpfs -o size=2m tmpfs disk 2>/dev/null || { echo "cannot mount a small disk here" >&2; exit 77; }
trap 'umount disk' EXIT
"$DATELINE" build -q "$SAMPLES/wire-power-deal.txt" -o disk/case.dateline || exit
"$DATELINE" timeline disk/case.dateline >before
cat /dev/zero >disk/filler 2>/dev/null
"$DATELINE" build "$SAMPLES" -q -o disk/case.dateline
echo "exit code $?"
rm disk/filler
"$DATELINE" timeline disk/case.dateline >after
[ -s before ] && cmp before after && echo "the case is as it was"
"$DATELINE" build "$SAMPLES" -q -o disk/case.dateline && echo "and can be added to"
