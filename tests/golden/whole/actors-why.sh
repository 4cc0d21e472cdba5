# Why each mention means whom it means: the rule, the words elsewhere that decided, what spoke for it and who else could be meant.
set -eu
cat >why.jsonl <<'END_OF_ARTICLES'
{"id": "w1", "published": "2030-01-09", "text": "Kenya and Norway signed a pact. Swedish Foreign Minister Ada Lind praised Ola Berg for it, and she thanked the Kenyan police. The government will publish it, Lind said."}
END_OF_ARTICLES
"$DATELINE" actors -q --why why.jsonl | python3 -c '
import json, sys
for mention in json.loads(sys.stdin.readline())["mentions"]:
    print(mention["text"], "=", *mention["actors"])
    print("   ", mention["reason"])
    if mention["instead"]:
        print("    rather than", *mention["instead"])
'
