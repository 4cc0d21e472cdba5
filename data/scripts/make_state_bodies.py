#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes data/knowledge/state_bodies.tsv.

usage: make_state_bodies.py SOURCES WORDNET OUT

SOURCES holds what make_countries.py reads; used are the chapters of The World Factbook on legislatures, highest courts and political
parties. WORDNET is /usr/share/wordnet: an acronym that is a word of it, or a given name, is left out ("STAR"). OUT is data/knowledge.

A name is kept where one country alone has it and it says more than what the body is: "Sejm", "Bharatiya Janata Party", not "Supreme
Court". The Factbook writes "House of the People (Lok Sabha)" and "Sejm or SJM": every way to write it is a row.
"""
import glob
import json
import os
import re
import sys
from collections import defaultdict

from make_countries import FIPS, countries
from tables import key, slug, write

GENERIC = set("""the of and for a an de la national general supreme high constitutional federal court courts of justice appeal appeals cassation council state senate
assembly house parliament congress chamber deputies representatives people peoples legislative lower upper union council party movement front alliance coalition
democratic social socialist liberal republican conservative labor labour communist green greens workers independent independence reform progress progressive
popular unity united national new left right center centre christian patriotic freedom justice development action renewal rally league future force forward citizens
civic democrats democracy republic nation country hope change together free life organization islamic muslim agrarian farmers peasants youth women
first our your we all tribunal administrative military sharia judicial commission committee regional elders nobles lords commons counselors chiefs states
provinces republics territories islands""".split())


def written(text):
    """'House of the People (Lok Sabha)', 'Bharatiya Janata Party or BJP': each way, the acronyms apart."""
    text = re.sub(r"\[[^\]]*\]|\s+(?:led by|note\b).*", "", text.replace("\u00a0", " "))
    names, acronyms = [], []
    for part in re.split(r"\s+or\s+|[()/]", text):
        part = re.sub(r"^(?:the|and|of)\s+", "", part.strip(" ,;:-*\"'"), flags=re.I)
        if re.fullmatch(r"[A-Z][A-Z0-9-]{1,6}", part):
            if len(part) > 3:  # shorter ones are too often something else's
                acronyms.append(part)
        elif part and len(part) < 60 and part[0].isupper():
            names.append(part)
    return names, acronyms


def bodies(book):
    government = book.get("Government", {})
    for chapter, field in (("Legislative branch", "legislature name"), ("Legislative branch - lower chamber", "chamber name"), ("Legislative branch - upper chamber", "chamber name")):
        text = (government.get(chapter) or {}).get(field, {}).get("text")
        if text:
            yield "LEG", text
    courts = (government.get("Judicial branch") or {}).get("highest court(s)", {}).get("text", "")
    for text in re.split(r";|<br>", re.sub(r"\((?:consists|includes|comprises|has|organized|the|total|number|\d)[^()]*(?:\([^()]*\)[^()]*)*\)", "", re.sub("<[^>]*>", ";", courts))):
        if "ourt" in text or "ribunal" in text:
            yield "JUD", text.split(" (consist")[0]
    for text in (government.get("Political parties") or {}).get("text", "").split("<br>"):
        text = re.sub("<[^>]*>", "", text)
        if text.strip() and not re.search(r"\bnote\b|:", text):
            yield "PTY", text


def plain_words(wordnet):
    """Words that WordNet writes in small letters."""
    found = set()
    for path in glob.glob(os.path.join(wordnet, "data.*")):
        with open(path, encoding="ascii") as f:
            for line in f:
                if not line.startswith(" "):  # the licence
                    cells = line.split()
                    found |= {w for w in cells[4:4 + 2 * int(cells[3], 16):2] if w.islower()}
    return found


def main(sources, wordnet, out):
    words = plain_words(wordnet)
    with open(os.path.join(out, "given_names.tsv"), encoding="utf-8") as f:
        words |= {line.split("\t")[0] for line in f}
    rows = countries(sources)
    fips = {r["FIPS"].lower(): iso for iso, r in rows.items() if r["FIPS"]} | FIPS
    taken = set()
    for table in ("country_names", "country_aliases", "organisations", "cities", "subdivisions", "roles"):
        with open(os.path.join(out, table + ".tsv"), encoding="utf-8") as f:
            taken |= {line.split("\t")[0] for line in f}
    owners = defaultdict(set)
    for path in sorted(glob.glob(os.path.join(sources, "factbook-json/*/*.json"))):
        iso = fips.get(os.path.basename(path)[:-5])
        if iso not in rows:
            continue
        with open(path, encoding="utf-8") as f:
            book = json.load(f)
        for sector, text in bodies(book):
            names, acronyms = written(text)
            for name, form in [*((n, "name") for n in names), *((a, "acronym") for a in acronyms)]:
                if names:
                    owners[key(name)].add((names[0], iso, sector, form))
    kept = set()
    for k, found in owners.items():
        says_more = set(k.split()) - GENERIC
        if len({iso for _, iso, _, _ in found}) > 1 or k in taken or not says_more or len(k) < 3:
            continue
        shown, iso, sector, form = min(found)
        if form == "acronym" and k in words:
            continue
        kept.add((k, f"{slug(shown)}-{iso.lower()}", shown, iso, sector, form))
    write(os.path.join(out, "state_bodies.tsv"), """
Legislatures, highest courts and political parties that one country alone calls so; columns as in organisations.tsv. source: The World Factbook
(https://github.com/factbook/factbook.json, CC0 1.0; public domain), edition of 2026; made by data/scripts/make_state_bodies.py
""", ("key", "id", "name", "country", "sector", "form"), kept)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
