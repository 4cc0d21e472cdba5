#!/bin/sh
# Scores `dateline annotate` on gold tokens: tags, trees and names. usage: tests/quality/language.sh PATH/TO/dateline
# Needs DATELINE_SHARED, the folder with data/language/; without it there is nothing to measure.
set -eu
if [ -z "${DATELINE_SHARED:-}" ] || [ ! -d "$DATELINE_SHARED/data/language" ]; then
  echo "DATELINE_SHARED does not name the folder with the treebanks: skipped" >&2
  exit 0
fi
dateline=${1:?usage: language.sh PATH/TO/dateline}
sets=$DATELINE_SHARED/data/language
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for set in ewt-dev gumopen-dev; do
  echo "$set"
  "$dateline" annotate --conllu-in "$sets/$set.conllu" -o "$work/$set.conllu" 2>"$work/words"
  python3 "$here/score_conllu.py" "$sets/$set.conllu" "$work/$set.conllu" --genre
done

# names NAME GOLD.bio [DOCUMENTS.conllu]
names() {
  echo "names: $1"
  python3 "$here/score_names.py" "$2" --conllu ${3:+--documents "$3"} >"$work/in.conllu"
  "$dateline" annotate --conllu-in "$work/in.conllu" -o "$work/names.conllu" --overwrite 2>"$work/words"
  python3 "$here/score_names.py" "$2" "$work/names.conllu"
}
names "UNER on EWT dev" "$sets/uner-dev.bio" "$sets/ewt-dev.conllu"
names "CrossNER politics dev" "$sets/crossner-politics/dev.txt"
names "CrossNER politics test" "$sets/crossner-politics/test.txt"
names "re3d test" "$sets/re3d/CONLL-format/data/test/re3d-test.conll"
