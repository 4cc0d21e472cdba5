# What an earlier run put into a case is known again: under its address, and as a copy that another paper prints. A copy is further
# evidence of the same events, from the same source.
set -eu
story='ASTANA, Nov 6 - U.S. Secretary of State Marco Rubio visited Kazakhstan on Thursday for talks on minerals. Officials of both countries had prepared the talks for months, and the delegation stays in the city until the end of the week before it goes on.'
cat >monday.jsonl <<EOF
{"id": "m1", "url": "https://herald.example/rubio", "published": "2025-11-06", "publisher": "Herald", "title": "Rubio visits Kazakhstan", "text": "$story"}
EOF
cat >tuesday.jsonl <<EOF
{"id": "t1", "url": "https://www.herald.example/rubio?utm_source=mail", "published": "2025-11-06", "publisher": "Herald", "title": "Rubio visits Kazakhstan", "text": "$story"}
{"id": "t2", "url": "https://courier.example/31", "published": "2025-11-07", "publisher": "Courier", "title": "Rubio visits Kazakhstan", "text": "$story More follows."}
EOF
"$DATELINE" build -q monday.jsonl -o case.dateline
"$DATELINE" build -v tuesday.jsonl -o case.dateline 2>&1 | sed 's/, [0-9]* events//'
"$DATELINE" timeline case.dateline --actor rubio | grep -o "^[0-9].* visited.*\|CONSULT; 1 source"
