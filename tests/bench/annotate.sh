#!/bin/sh
# SPDX-License-Identifier: MIT
# annotate.sh BUILD TEXT.jsonl [RUNS [THREADS]]: bench_annotate and, where npm has wink-nlp, that in the same run; then the ratios of the
# medians. BUILD is a build folder (build/dev). wink-nlp and its model are installed into $BUILD/peers.
set -eu
build=$(cd "$1" && pwd)
text=$(realpath "$2")
runs=${3:-5}
threads=${4:-2}
here=$(cd "$(dirname "$0")" && pwd)
results=$(mktemp)
trap 'rm -f "$results"' EXIT
"$build/tests/bench/bench_annotate" "$text" "$runs" "$threads" | tee "$results"
mkdir -p "$build/peers"
cd "$build/peers"
if [ -d node_modules/wink-nlp ] || npm install --silent --no-audit --no-fund wink-nlp wink-eng-lite-web-model; then
    node "$here/bench_wink.mjs" "$text" "$runs" | tee -a "$results"
else
    echo "no wink-nlp: measured without a peer" >&2
fi
python3 - "$results" <<'REPORT'
import csv, statistics, sys
rows = list(csv.DictReader(open(sys.argv[1])))
groups = {}
for row in rows:
    groups.setdefault((row["name"], row["threads"]), []).append(row)
median = lambda group, field: statistics.median(float(row[field]) for row in group)
speed = {key: int(group[0]["words"]) / median(group, "cpu_seconds") for key, group in groups.items()}
for (name, threads), value in speed.items():
    print(f"{name}, {threads} thread(s): {value:,.0f} words a second of processor time, {int(groups[name, threads][0]['words']) / median(groups[name, threads], 'wall_seconds'):,.0f} of the clock")
if ("wink-nlp", "1") in speed:
    print(f"annotate / wink-nlp: {speed['annotate', '1'] / speed['wink-nlp', '1']:.2f}")
one = median(groups["annotate", "1"], "wall_seconds")
for (name, threads), group in groups.items():
    if name == "annotate" and threads != "1":
        print(f"annotate on {threads} threads: {one / median(group, 'wall_seconds'):.2f} times as fast as on one")
REPORT
