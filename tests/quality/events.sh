#!/bin/sh
# Scores `dateline extract` on the development sets: tests/quality/events.sh PATH/TO/dateline
# Needs DATELINE_SHARED, the folder with gold/, data/ and score/; without it there is nothing to measure.
set -eu
if [ -z "${DATELINE_SHARED:-}" ] || [ ! -d "$DATELINE_SHARED/gold" ]; then
  echo "DATELINE_SHARED does not name the folder with the gold sets: skipped" >&2
  exit 0
fi
dateline=${1:?usage: events.sh PATH/TO/dateline}
gold=$DATELINE_SHARED/gold/dev
sets=$DATELINE_SHARED/data/events
score=$DATELINE_SHARED/score
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "gold/dev"
"$dateline" extract -q "$gold/articles.jsonl" >"$work/dev"
python3 "$score/score_events.py" "$gold/events.jsonl" "$work/dev"
for set in plover_gsr_dev plv_dev petrarch_dev; do
  echo "$set"
  python3 "$score/score_plover.py" "$sets/$set.jsonl" --as-articles >"$work/$set.jsonl"
  "$dateline" extract -q "$work/$set.jsonl" >"$work/out"
  python3 "$score/score_plover.py" "$sets/$set.jsonl" "$work/out"
done

echo "semeval15_dev"
python3 "$score/score_timeline.py" "$sets/semeval15_docs_dev.jsonl" --as-articles >"$work/semeval.jsonl"
"$dateline" extract -q --input-format jsonl "$work/semeval.jsonl" >"$work/out"
python3 "$score/score_timeline.py" "$sets/semeval15_timelines_dev.jsonl" "$sets/semeval15_docs_dev.jsonl" "$work/out"
