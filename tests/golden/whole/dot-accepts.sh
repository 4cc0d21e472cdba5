# Graphviz reads every graph, at every level.
set -eu
command -v dot >/dev/null || { echo "no Graphviz here" >&2; exit 77; }
for level in person country; do
    "$DATELINE" graph -q "$SAMPLES" --level $level -f dot >$level.dot
    dot -Tsvg $level.dot -o $level.svg
    grep -q "<ellipse\|<polygon" $level.svg && echo "$level: drawn"
done
