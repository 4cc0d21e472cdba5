#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores the actors of articles against what the gold events name, and phrases against their country and sector.

usage: DATELINE_SHARED=FOLDER actors.py DATELINE [--errors] [--half first|second]

FOLDER holds gold/dev, score and data/events; without it nothing is scored.
recall: of the actors that the events of an article name, how many are among the actors found there (by score_events.same_actor).
resolution: of the phrases of ngec_actor_resolution, how many get the country and the sector that is given;
of a phrase, the first mention that means somebody counts ("the rebel FDLR force": FDLR). UNK and JNK are right where we say nothing,
the set's codes for international bodies (EUR, IGO) where we find one without a country.
--half: of the phrases only those of one half, by a checksum of their text: one to develop on, one to report.
"""
import json
import os
import subprocess
import sys
import zlib
from datetime import datetime


def load(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def find(program, articles):
    """`dateline actors` on the articles; a mention's actors as the actors themselves."""
    text = "".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles)
    out = subprocess.run([program, "actors", "-q", "--why", "-"], input=text, capture_output=True, text=True, check=False).stdout
    found = {r["doc_id"]: r for r in map(json.loads, out.splitlines())}
    for record in found.values():
        by_id = {a["id"]: a for a in record["actors"]}
        for mention in record["mentions"]:
            mention["actors"] = [by_id[a] for a in mention["actors"]]
    return found


def recall(program, shared, errors):
    sys.path.insert(0, os.path.join(shared, "score"))
    from score_events import same_actor
    found = find(program, load(os.path.join(shared, "gold/dev/articles.jsonl")))
    hit = total = minor_hit = minor = 0
    for article in load(os.path.join(shared, "gold/dev/events.jsonl")):
        names, small = set(), set()
        for event in article["events"]:
            (small if event.get("minor") else names).update(event["sources"] + event["targets"])
        actors = found[article["article"]]["actors"] if article["article"] in found else []
        for name in sorted(names):
            ok = any(same_actor(name, a) for a in actors)
            total, hit = total + 1, hit + ok
            if errors and not ok:
                print("  MISSED", article["article"], name)
        for name in small - names:
            minor, minor_hit = minor + 1, minor_hit + any(same_actor(name, a) for a in actors)
    print(f"gold/dev: actors named in events found {hit}/{total} = {hit / total:.3f}; of minor events only {minor_hit}/{minor} = {minor_hit / minor:.3f}")


def day(text):
    """"12 April 2022", "2022-05-01"; what is no date ("today") is when the set was made."""
    for form in ("%Y-%m-%d", "%d %B %Y"):
        try:
            return datetime.strptime(text.title(), form).strftime("%Y-%m-%d")
        except ValueError:
            continue
    return "2022-06-01"


def resolution(program, shared, errors, half):
    rows = [r for r in load(os.path.join(shared, "data/events/ngec_actor_resolution.jsonl")) if not r["skipped"] and r["method"] != "query_wiki"]
    if half:
        rows = [r for r in rows if zlib.crc32(r["text"].encode()) % 2 == ("first", "second").index(half)]
    articles = []
    for i, r in enumerate(rows):
        date = day(r["date"])
        articles.append({"id": str(i), "published": date, "text": f"{r['text'][:1].upper()}{r['text'][1:]} did so on that day, as all of them know."})
    found = find(program, articles)
    figures = {}
    for i, r in enumerate(rows):
        mentions = [m for m in found[str(i)]["mentions"] if m["end"] <= len(r["text"])] if str(i) in found else []
        main = next((m["actors"][0] for m in mentions if m["actors"]), {})
        for field, key in (("country", "country"), ("sector", "code_1")):
            if key not in r["expected"]:
                continue
            want = r["expected"][key] if isinstance(r["expected"][key], list) else [r["expected"][key]]
            got = (field == "sector" and mentions and mentions[0]["sector"]) or main.get(field, "")
            international = main.get("kind") in ("organisation", "office", "person") and not got
            if field == "country" and international and set(want) & {"IGO", "UNO", "EUR", "NGO", "MNC"}:
                got = want[0]
            no_sector = want == [""] and main.get("kind") == "country" or set(want) & {"UNK", "JNK"} and not got
            ok = bool(got in want or (field == "sector" and no_sector))
            hit, n = figures.get(field, (0, 0))
            figures[field] = hit + ok, n + 1
            if errors and not ok:
                print(f"  {field.upper()} {r['text']!r} {r['date']}: expected {want}, found {got!r} ({main.get('id')})")
    for field, (hit, n) in figures.items():
        print(f"ngec_actor_resolution: {field} {hit}/{n} = {hit / n:.3f}")


def main():
    shared = os.environ.get("DATELINE_SHARED")
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    if not shared:
        sys.exit("DATELINE_SHARED is not set: nothing scored")
    half = sys.argv[sys.argv.index("--half") + 1] if "--half" in sys.argv else None
    recall(sys.argv[1], shared, "--errors" in sys.argv)
    resolution(sys.argv[1], shared, "--errors" in sys.argv, half)


if __name__ == "__main__":
    main()
