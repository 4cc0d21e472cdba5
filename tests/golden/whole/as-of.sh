# What was known on a day: only what was published by then is merged, and the plan of Monday is what became of it by Friday.
set -eu
cat >visit.jsonl <<'END_OF_ARTICLES'
{"id": "w1", "published": "2025-11-03", "publisher": "Herald", "title": "Rubio to visit Kazakhstan", "text": "ASTANA, Nov 3 - U.S. Secretary of State Marco Rubio will visit Kazakhstan on November 6 for talks on minerals."}
{"id": "w2", "published": "2025-11-06", "publisher": "Courier", "title": "Rubio visits Kazakhstan", "text": "ASTANA, Nov 6 - U.S. Secretary of State Marco Rubio visited Kazakhstan on Thursday for talks on minerals."}
{"id": "w3", "published": "2025-11-08", "publisher": "Gazette", "title": "Rubio in Kazakhstan", "text": "ASTANA, Nov 8 - U.S. Secretary of State Marco Rubio visited Kazakhstan on November 6 for talks on minerals."}
END_OF_ARTICLES
"$DATELINE" build -q visit.jsonl -o visit.dateline
for day in 2025-11-02 2025-11-03 2025-11-06 2025-11-08; do
    echo "known on $day:"
    "$DATELINE" timeline visit.dateline --type CONSULT --as-of $day >case
    "$DATELINE" timeline -q visit.jsonl --type CONSULT --as-of $day >articles
    cmp case articles && cat case
done
"$DATELINE" timeline visit.dateline --type CONSULT >case
"$DATELINE" timeline visit.dateline --type CONSULT --as-of 2025-11-08 >last
cmp case last && echo "on the last day all is known"
"$DATELINE" graph visit.dateline --as-of 2025-11-03 | grep -c 'status="planned"'
