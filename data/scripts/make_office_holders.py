#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes data/knowledge/office_holders.tsv.

usage: make_office_holders.py SOURCES OUT

SOURCES holds, beside what make_countries.py reads,
  factbook-archive/officeholders_2000_2025.tsv   chiefs of state and heads of government of The World Factbook's editions (public domain)
  congress-legislators/{legislators-current,executive}.yaml
                                                 https://github.com/unitedstates/congress-legislators (CC0 1.0)
OUT is data/knowledge.

The Factbook writes the surname in capitals: "President Kasym-Zhomart TOKAYEV". A row's first day is its "since"; its last is the first
of the next holder of that office, or the end of the year after the last edition that has it; empty for who is in the newest edition.
"""
import csv
import os
import re
import sys
from collections import defaultdict

from make_countries import countries, forms, name
from tables import key, write

OFFICES = ["President", "Prime Minister", "Vice President", "Deputy Prime Minister", "First Deputy Prime Minister", "Chancellor", "King", "Queen", "Emir", "Amir",
           "Sultan", "Emperor", "Premier", "Governor General", "Supreme Leader", "Grand Duke", "Prince", "Taoiseach", "Chief Minister", "Governor", "Pope"]
SAME = {"Amir": "emir", "Executive President": "president", "Federal Chancellor": "chancellor", "State President": "president"}
MONTHS = {m: i for i, m in enumerate("January February March April May June July August September October November December".split(), 1)}
COUNTRIES = {"Burma (Myanmar)": "MMR", "Burma": "MMR", "Korea, North": "PRK", "Korea, South": "KOR", "Gambia, The": "GMB", "Bahamas, The": "BHS", "Cote d'Ivoire": "CIV",
             "Turkiye": "TUR", "Turkey": "TUR", "Congo, Democratic Republic of the": "COD", "Congo, Republic of the": "COG", "Czechia": "CZE", "Cabo Verde": "CPV",
             "Micronesia, Federated States of": "FSM", "Holy See (Vatican City)": "VAT", "Kosovo": "XKX", "Swaziland": "SWZ", "East Timor": "TLS", "Macedonia": "MKD",
             "Cote d'Ivoire (Ivory Coast)": "CIV", "Russia": "RUS", "Syria": "SYR", "Moldova": "MDA", "Brunei": "BRN", "Laos": "LAO"}


def day(text):
    m = re.fullmatch(r"(?:(\d+) )?(?:([A-Z][a-z]+) )?(\d{4})", (text or "").strip())
    if not m or (m[2] and m[2] not in MONTHS):
        return ""
    return f"{m[3]}-{MONTHS.get(m[2], 1):02}-{int(m[1] or 1):02}"


def person(text):
    """'President Lt. Gen. Idriss DEBY Itno' gives ('president', 'Idriss Deby Itno', 'Deby'); nothing where that cannot be told."""
    for office in sorted(OFFICES, key=len, reverse=True):
        if text.startswith(office + " "):
            break
    else:
        return None
    rest = re.sub(r"\(.*?\)|\"|'(?=[A-Z][a-z])", "", text[len(office):])
    rest = re.sub(r"^ (?:and \w+ |of the |of |\w+ of the Council of Ministers )", " ", rest)
    words = [w for w in rest.replace(",", " ").split() if not re.fullmatch(r"(?:[A-Z][a-z]+\.|Gen|Maj|Col|Lt|Dr|Sir|Sheikh|Shaykh|General|Field|Marshal)", w)]
    surname = [w for w in words if len(w) > 1 and w.upper() == w and not re.fullmatch(r"[IVX]+", w)]
    if not surname or len(words) > 7 or any(w in ("and", "of", "the") for w in words):
        return None
    shown = " ".join(w if w not in surname else "-".join(p[:1] + p[1:].lower() for p in w.split("-")) for w in words)
    return SAME.get(office, office.lower()), shown, " ".join(surname)


def factbook(sources, iso):
    terms = defaultdict(dict)
    with open(os.path.join(sources, "factbook-archive/officeholders_2000_2025.tsv"), encoding="utf-8") as f:
        for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
            country = COUNTRIES.get(row["country"]) or iso.get(key(row["country"]))
            found = person(row["title_name"])
            since = day(row["since"])
            if not country or not found or not since:
                continue
            office, shown, surname = found
            term = terms[country, office].setdefault((since, key(surname)), [shown, surname, int(row["last_edition"])])
            term[2] = max(term[2], int(row["last_edition"]))
    for (country, office), holders in terms.items():
        starts = sorted(since for since, _ in holders)
        for (since, _), (shown, surname, last) in holders.items():
            after = next((s for s in starts if s > since), None)
            until = after or ("" if last >= 2025 else f"{last + 1}-12-31")
            yield shown, surname, office, country, since, until, "The World Factbook"


def congress(sources):
    """The two files are YAML of one regular shape; these are the lines that matter."""
    offices = {"sen": "senator", "rep": "representative", "prez": "president", "viceprez": "vice president"}
    for file in ("legislators-current", "executive"):
        with open(os.path.join(sources, f"congress-legislators/{file}.yaml"), encoding="utf-8") as f:
            records = f.read().split("\n- id:")
        for record in records:
            field = lambda name, text=record: (re.search(rf"^\s*{name}: '?(.*?)'?$", text, re.M) or [None, ""])[1]
            first, last = field("nickname") or field("first"), field("last")
            terms = re.findall(r"- type: (\w+)\n\s+start: '(\S+)'\n\s+end: '(\S+)'", record)
            spans = []
            for kind, start, end in terms:
                if spans and spans[-1][0] == kind and start <= spans[-1][2][:8] + "31":
                    spans[-1][2] = end
                else:
                    spans.append([kind, start, end])
            for kind, start, end in spans:
                if end >= "1980":
                    for given in {first, field("first")}:
                        yield f"{given} {last}", last, offices[kind], "USA", start, end, "congress-legislators"


def main(sources, out):
    # A territory's chief of state is another country's.
    states = {code: row for code, row in countries(sources).items() if row["is_independent"] == "Yes" or code in ("TWN", "PSE", "XKX")}
    iso = {key(form): code for code, row in states.items() for form in [*forms(row), name(row)]}
    rows = set()
    for shown, surname, office, country, since, until, source in [*factbook(sources, iso), *congress(sources)]:
        for k in {key(shown), key(surname)}:
            rows.add((k, shown, office, country, since, until, source))
    write(os.path.join(out, "office_holders.tsv"), """
Who held which office when; every row twice, by full name and by surname. until is empty for who held it in the newest source.
sources: The World Factbook, editions 2000 to 2025 (public domain); https://github.com/unitedstates/congress-legislators (CC0 1.0);
made by data/scripts/make_office_holders.py
""", ("key", "name", "office", "country", "from", "until", "source"), rows)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
