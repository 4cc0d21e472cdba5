#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes data/knowledge/office_holders.tsv.

usage: make_office_holders.py SOURCES OUT

SOURCES holds, beside what make_countries.py reads,
  factbook-archive/officeholders_2000_2025.tsv   chiefs of state and heads of government of The World Factbook's editions (public domain)
  congress-legislators/{legislators-current,executive}.yaml
                                                 https://github.com/unitedstates/congress-legislators (CC0 1.0)
  world-leaders-current/data/countries/*/current.json
                                                 heads of state and government of G20 and ASEAN, from Wikidata (CC BY-SA 4.0)
and beside this script lies office_holders_by_hand.tsv. OUT is data/knowledge.

The Factbook writes the surname in capitals: "President Kasym-Zhomart TOKAYEV". A row's first day is its "since"; its last is the first
of the next holder of that office, or the end of the year after the last edition that has it; empty for who is in the newest edition.
Two rows are one tenure when they give one country the same office from about the same day under a like name; its name is then that of
the better source, and the others are what the person is called besides.
"""
import csv
import glob
import json
import os
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

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
SECTORS = {"senator": "LEG", "representative": "LEG", "speaker": "LEG", "chief of staff": "MIL", "chief of general staff": "MIL", "army chief": "MIL",
           "commander in chief": "MIL", "chief of defense forces": "MIL", "intelligence chief": "SPY", "cia director": "SPY",
           "director of central intelligence": "SPY", "director of national intelligence": "SPY", "fbi director": "COP", "pope": "REL", "prosecutor": "JUD"}
PREMIERS = {"CHN", "PRK", "TWN"}  # whose heads of government go by that name
SINGLE = {"president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "taoiseach"}
PATRONYMIC = re.compile(r"(?:ov|ev|yev)(?:ich|na)$|(?:mich|yich|ich)$")


@dataclass
class Tenure:
    shown: str
    surname: str
    office: str
    of: str
    start: str
    end: str
    source: str
    wikidata: str = ""
    called: set = field(default_factory=set)


def day(text):
    m = re.fullmatch(r"(?:(\d+) )?(?:([A-Z][a-z]+) )?(\d{4})", (text or "").strip())
    if not m or (m[2] and m[2] not in MONTHS):
        return ""
    return f"{m[3]}-{MONTHS.get(m[2], 1):02}-{int(m[1] or 1):02}"


def person(text):
    """'President Lt. Gen. Idriss DEBY Itno' gives ('president', 'Idriss Deby Itno', 'Deby'); nothing where that cannot be told."""
    office = next((o for o in sorted(OFFICES, key=len, reverse=True) if text.startswith(o + " ")), None)
    if not office:
        return None
    rest = re.sub(r"\(.*?\)|\"|'(?=[A-Z][a-z])", "", text[len(office):])
    rest = re.sub(r"^ (?:and \w+ |of the |of |\w+ of the Council of Ministers )", " ", rest)
    words = [w for w in rest.replace(",", " ").split() if not re.fullmatch(r"(?:[A-Z][a-z]+\.|Gen|Maj|Col|Lt|Dr|Sir|Sheikh|Shaykh|General|Field|Marshal)", w)]
    surname = [w for w in words if len(w) > 1 and w.upper() == w and not re.fullmatch(r"[IVX]+", w)]
    if not surname or len(words) > 7 or any(w in ("and", "of", "the") for w in words):
        return None
    if any(w.rstrip("s") in ("Minister", "President", "Secretary", "Second", "Third", "Vice", "Premier", "Government", "Chairman") for w in words):
        return None
    if words[-1] in surname:  # "Vladimir Vladimirovich PUTIN"
        words = [w for w in words if w in surname or not PATRONYMIC.search(w)]
    shown = " ".join(w if w not in surname else "-".join(p[:1] + p[1:].lower() for p in w.split("-")) for w in words)
    return SAME.get(office, office.lower()), shown, " ".join(surname)


def factbook(sources, iso):
    with open(os.path.join(sources, "factbook-archive/officeholders_2000_2025.tsv"), encoding="utf-8") as f:
        rows = list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))
    terms = defaultdict(dict)
    for row in rows:
        country = COUNTRIES.get(row["country"]) or iso.get(key(row["country"]))
        found = person(row["title_name"])
        since = day(row["since"])
        if not country or not found or not since:
            continue
        office, shown, surname = found
        if office == "premier" and country not in PREMIERS:
            office = "prime minister"
        term = terms[country, office].setdefault((since, key(surname)), [shown, surname, 0])
        if int(row["last_edition"]) >= term[2]:
            term[:] = [shown, surname, int(row["last_edition"])]
    for (country, office), holders in terms.items():
        starts = sorted(since for since, _ in holders)
        newest = {since: max(last for (s, _), (_, _, last) in holders.items() if s == since) for since in starts}
        for (since, _), (shown, surname, _) in holders.items():
            after = next((s for s in starts if s > since), None)
            until = after or ("" if newest[since] >= 2025 else f"{newest[since] + 1}-12-31")
            yield Tenure(shown, surname, office, country, since, until, "The World Factbook")


def congress(sources):
    """The two files are YAML of one regular shape; these are the lines that matter."""
    offices = {"sen": "senator", "rep": "representative", "prez": "president", "viceprez": "vice president"}
    for file in ("legislators-current", "executive"):
        with open(os.path.join(sources, f"congress-legislators/{file}.yaml"), encoding="utf-8") as f:
            records = f.read().split("\n- id:")
        for record in records:
            value = lambda name, text=record: (re.search(rf"^\s*{name}: '?(.*?)'?$", text, re.M) or [None, ""])[1]
            first, last = value("nickname") or value("first"), value("last")
            spans = []
            for kind, start, end in re.findall(r"- type: (\w+)\n\s+start: '(\S+)'\n\s+end: '(\S+)'", record):
                if spans and spans[-1][0] == kind and start <= spans[-1][2][:8] + "31":
                    spans[-1][2] = end
                else:
                    spans.append([kind, start, end])
            for kind, start, end in spans:
                if end >= "1980":
                    yield Tenure(f"{first} {last}", last, offices[kind], "USA", start, end, "congress-legislators", value("wikidata"),
                                 {f"{value('first')} {last}", f"{value('first')} {value('middle')} {last}"})


def leaders(sources, alpha3):
    for path in sorted(glob.glob(os.path.join(sources, "world-leaders-current/data/countries/*/current.json"))):
        with open(path, encoding="utf-8") as f:
            record = json.load(f)
        if record["country"]["iso_code"] not in alpha3:  # unions of states
            continue
        for position in record["positions"].values():
            holder = position["current_holder"]
            office = key(position["title_en"].split(" of ")[0])
            if holder and holder.get("since") and office in {o.lower() for o in OFFICES}:
                yield Tenure(holder["name_en"], holder["name_en"].split()[-1], office, alpha3[record["country"]["iso_code"]], holder["since"], "",
                             "world-leaders-current", holder.get("wikidata_id") or "")


def by_hand_lines():
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "office_holders_by_hand.tsv"), encoding="utf-8") as f:
        return [line.rstrip("\n").split("\t") for line in f if not line.startswith("#")][1:]


def by_hand():
    for of, office, names, start, end in by_hand_lines():
        if names == "*":
            continue
        names = names.split(";")
        full = lambda d: d + "-01" * ((10 - len(d)) // 3) if d else ""
        family_first = of in ("CHN", "KOR", "PRK", "TWN", "VNM", "KHM", "SGP") and "-" not in names[0].split()[0]
        words = re.sub(r" (?:Jr\.?|[IVX]+)$", "", names[0]).split()
        surname = words[0] if family_first and len(words) > 1 else words[-1]
        yield Tenure(names[0], surname, office, of, full(start), full(end), "general reference", "", set(names[1:]))


def like(a, b):
    """One's surname is a word of the other's name, but for its ending in another transliteration: Lukashenka, Lukashenko."""
    near = lambda x, y: x == y or (min(len(x), len(y)) > 4 and x[:5] == y[:5])
    in_name = lambda x, y: any(near(key(x.surname).split()[-1], word) for word in key(y.shown).split())
    return in_name(a, b) or in_name(b, a)


def merge(sources_in_order):
    """One tenure for what several sources tell of it; the first source's name stands. Nothing is added to a list by hand that is whole."""
    kept = defaultdict(list)
    whole = {(of, office): start for of, office, names, start, _ in by_hand_lines() if names == "*"}
    for tenure in sources_in_order:
        same = [t for t in kept[tenure.of, tenure.office]
                if (like(t, tenure) or (tenure.office in SINGLE and t.start[:7] == tenure.start[:7])) and (abs((date.fromisoformat(t.start) - date.fromisoformat(tenure.start)).days) < 62
                                        or (t.start <= tenure.start and (not t.end or tenure.start < t.end)))]
        if same:
            same[0].called |= tenure.called | {tenure.shown, tenure.surname}
            same[0].wikidata = same[0].wikidata or tenure.wikidata
        elif tenure.source == "general reference" or tenure.start < whole.get((tenure.of, tenure.office), "9999"):
            kept[tenure.of, tenure.office].append(tenure)
    return [t for tenures in kept.values() for t in tenures]


def close(tenures):
    """The next holder of an office that one person holds ends the one before, by whatever source."""
    for t in tenures:
        if t.office not in SINGLE:
            continue
        after = [u.start for u in tenures if (u.of, u.office) == (t.of, t.office) and u.start > t.start and not like(t, u)]
        t.end = min([d for d in (t.end, *after) if d], default="")


def keys(tenure):
    for shown in {tenure.shown, *tenure.called}:
        words = key(shown).split()
        yield " ".join(words)
        if len(words) > 2 and words[-1] == key(tenure.surname):
            yield f"{words[0]} {words[-1]}"
            yield " ".join(w for w in words if len(w) > 1)
    yield key(tenure.surname)


def common(office, portfolios):
    """The office as the grammar of titles names it: "commerce minister" is the trade minister."""
    office = office.replace("-", " ")
    words = office.rsplit(" ", 1)
    return f"{portfolios[words[0]]} {words[1]}" if len(words) == 2 and words[0] in portfolios else office


def main(sources, out):
    with open(os.path.join(out, "portfolios.tsv"), encoding="utf-8") as f:
        portfolios = dict(line.rstrip("\n").split("\t") for line in f if not line.startswith("#"))
    # A territory's chief of state is another country's.
    rows = countries(sources)
    states = {code: row for code, row in rows.items() if row["is_independent"] == "Yes" or code in ("TWN", "PSE", "XKX")}
    iso = {key(form): code for code, row in states.items() for form in [*forms(row), name(row)]}
    alpha3 = {row["ISO3166-1-Alpha-2"]: code for code, row in rows.items()}
    tenures = merge([*by_hand(), *leaders(sources, alpha3), *congress(sources), *factbook(sources, iso)])
    for t in tenures:
        t.office = common(t.office, portfolios)
    close(tenures)
    wikidata = {t.shown: t.wikidata for t in tenures if t.wikidata}
    write(os.path.join(out, "office_holders.tsv"), """
Who held which office of which country (ISO 3166-1 alpha-3) or organisation (its id) when; a row for every name that the person goes by,
the surname alone among them. until is empty for who held it in the newest source. sector: PLOVER 2.0.
sources: The World Factbook, editions 2000 to 2025 (public domain); https://github.com/unitedstates/congress-legislators (CC0 1.0);
world-leaders-current, from Wikidata (CC BY-SA 4.0); data/scripts/office_holders_by_hand.tsv; made by data/scripts/make_office_holders.py
""", ("key", "name", "office", "of", "from", "until", "sector", "wikidata", "source"),
          {(k, t.shown, t.office, t.of, t.start, t.end, SECTORS.get(t.office, "GOV"), t.wikidata or wikidata.get(t.shown, ""), t.source)
           for t in tenures for k in keys(t) if k})


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
