#!/bin/sh
# Graphviz must draw every graph that Dateline writes: gold/dev article by article, the news in portions of 250 stories.
# usage: DATELINE_SHARED=FOLDER dot_accepts.sh DATELINE
set -eu
dateline=$1
if [ ! -d "${DATELINE_SHARED:-}" ]; then
    echo "skipped: DATELINE_SHARED names no folder with the measuring data"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
drawn=0 refused=0

draw() { # $1: articles
    "$dateline" graph -q "$1" -f dot -O -o "$work/graph.dot"
    if dot -Tsvg -Gnslimit=1 -Gnslimit1=1 -Gsplines=line "$work/graph.dot" -o "$work/graph.svg" 2>"$work/said"; then
        drawn=$((drawn + 1))
    else
        refused=$((refused + 1))
        echo "refused: $1: $(head -1 "$work/said")"
    fi
}

split -l 1 "$DATELINE_SHARED/gold/dev/articles.jsonl" "$work/gold-" --additional-suffix=.jsonl
split -l 250 "$DATELINE_SHARED/data/news/reuters.jsonl" "$work/news-" --additional-suffix=.jsonl
for part in "$work"/gold-*.jsonl "$work"/news-*.jsonl; do draw "$part"; done
echo "drawn $drawn, refused $refused"
[ "$refused" -eq 0 ]
