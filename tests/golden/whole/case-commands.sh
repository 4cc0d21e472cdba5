# What is asked of a case file: each command finds what the articles say, and the same whether merging is kept or done anew.
set -eu
cat >monday.jsonl <<'END'
{"id": "m1", "published": "2025-11-06", "publisher": "Herald", "title": "Rubio visits Kazakhstan", "text": "ASTANA, Nov 6 - U.S. Secretary of State Marco Rubio visited Kazakhstan on Thursday for talks on minerals."}
{"id": "m2", "published": "2025-11-06", "publisher": "Courier", "title": "Rubio in Astana", "text": "U.S. Secretary of State Marco Rubio visited Kazakhstan on Thursday and spoke about minerals."}
END
cat >tuesday.jsonl <<'END'
{"id": "t1", "published": "2025-11-11", "publisher": "Gazette", "title": "France condemns Russia", "text": "PARIS, Nov 11 - France condemned Russia on Tuesday over the attack on a port."}
END
"$DATELINE" build -q monday.jsonl -o monday.dateline
"$DATELINE" build -q tuesday.jsonl -o tuesday.dateline
"$DATELINE" merge -q tuesday.dateline monday.dateline -o both.dateline
"$DATELINE" build -q monday.jsonl tuesday.jsonl -o whole.dateline
"$DATELINE" diff both.dateline whole.dateline && echo "diff: a merged case is as one built in one go"
"$DATELINE" diff monday.dateline both.dateline | grep -q "^new .*Russia" && echo "diff: what Tuesday added is new"
"$DATELINE" check -q both.dateline && echo "check: sound"
visit=$("$DATELINE" timeline both.dateline --actor rubio --type CONSULT -f jsonl | sed -n '1s/^{"id":"\([0-9a-f]*\)".*/\1/p')
"$DATELINE" show both.dateline "$visit" | grep -q "2 independent publishers" && echo "show: the visit, told by two"
"$DATELINE" show both.dateline country:FRA | grep -q "Russia" && echo "show: what an actor did"
"$DATELINE" show both.dateline person:marco-rubio | grep "^tenure"
"$DATELINE" graph both.dateline -f json | grep -q '"kind":"tenure","office":"secretary of state"' && echo "graph: the tenure, in data"
"$DATELINE" graph both.dateline | grep -q tenure || "$DATELINE" graph both.dateline --affiliations | grep -q 'class="tenure"' && echo "graph: in a drawing when asked for"
"$DATELINE" show both.dateline t1 | grep -q "^publisher   Gazette" && echo "show: an article"
"$DATELINE" why both.dateline "$visit" | grep -q "Thursday\"" && echo "why: the words of the date"
"$DATELINE" why both.dateline "$visit" | grep -q "^merging .*enough from" && echo "why: the points of merging"
"$DATELINE" stats both.dateline | grep -q "^articles    3, 2025-11-06" && echo "stats: of the file"
"$DATELINE" show both.dateline nobody 2>/dev/null || echo "show: an id that is none is an error, $?"
