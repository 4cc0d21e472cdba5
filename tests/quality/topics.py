#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores whose "the government" is: articles from which a nationality was cut must give it back.

usage: DATELINE_SHARED=FOLDER topics.py DATELINE [--errors]

FOLDER holds data/news. Of every story that says "the French government" (or parliament, army, central bank, …) one such nationality is
cut out of the text; the mention that begins there must be of that country. Writers say whose where it is not plain, so that the
places are harder than those that say nothing. --errors prints the words around what is wrong.
"""
import collections
import json
import os
import random
import re
import subprocess
import sys

BODIES = ("government|parliament|police|army|military|foreign ministry|finance ministry|central bank|cabinet|authorities|supreme court|"
          "prime minister|foreign minister|president")
KNOWLEDGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../data/knowledge")


def nationalities():
    words = {"u.s.": "USA"}
    for name in ("country_names", "country_aliases"):
        with open(os.path.join(KNOWLEDGE, f"{name}.tsv"), encoding="utf-8") as f:
            rows = [line.rstrip("\n").split("\t") for line in f]
        words |= {r[0]: r[1] for r in rows if len(r) == 5 and r[2] == "demonym"}
    return words


def cut(articles):
    """Articles with one nationality less, and for each the place, the country and the word after it."""
    words = nationalities()
    phrase = re.compile(rf"\b(?:the|The) ({'|'.join(sorted(map(re.escape, words), key=len, reverse=True))}) ({BODIES})\b", re.I)
    chance = random.Random(5)
    for article in articles:
        text = article.get("text") or ""
        found = [m for m in phrase.finditer(text) if m[1][0].isupper()]
        if len(text) < 300 or not found:
            continue
        m = chance.choice(found)
        kept = {k: article[k] for k in ("id", "published", "title", "dateline") if article.get(k)}
        yield {**kept, "text": text[:m.start(1)] + text[m.end(1) + 1:]}, m.start(1), words[m[1].lower()], m[2].lower()


def main():
    shared = os.environ.get("DATELINE_SHARED")
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    if not shared:
        sys.exit("DATELINE_SHARED is not set: nothing scored")
    with open(os.path.join(shared, "data/news/reuters.jsonl"), encoding="utf-8") as f:
        cases = {a["id"]: (a, *rest) for a, *rest in cut(map(json.loads, f))}
    lines = "".join(json.dumps(a) + "\n" for a, *_ in cases.values())
    out = subprocess.run([sys.argv[1], "actors", "-q", "--why", "-"], input=lines, capture_output=True, text=True, check=False).stdout
    counts = collections.defaultdict(collections.Counter)
    for record in map(json.loads, out.splitlines()):
        article, at, country, body = cases[record["doc_id"]]
        before = min(40, at)
        shift = record["text"].find(article["text"][at - before:at + 25])
        if shift < 0:  # the text was cleaned there
            continue
        actors = {a["id"]: a["country"] for a in record["actors"]}
        inside = [m for m in record["mentions"] if m["start"] <= shift + before < m["end"] and m["actors"]]
        got = actors[inside[-1]["actors"][0]] if inside else ""
        verdict = "right" if got == country else "wrong" if got else "none"
        counts["all"][verdict] += 1
        counts[body][verdict] += 1
        if "--errors" in sys.argv and verdict != "right":
            print(f"  {country} found {got!r}: {article['text'][max(0, at - 80):at + 30]!r}")
    for body, verdicts in counts.items():
        total = sum(verdicts.values())
        print(f"{body}: right {verdicts['right']}/{total} = {verdicts['right'] / total:.3f}, wrong {verdicts['wrong']}, none {verdicts['none']}")


if __name__ == "__main__":
    main()
