#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes data/knowledge/countries.tsv and country_names.tsv.

usage: make_countries.py SOURCES OUT

SOURCES holds
  country-codes/data/country-codes.csv   https://github.com/datasets/country-codes (PDDL 1.0)
  factbook-json/<region>/<code>.json     https://github.com/factbook/factbook.json (CC0 1.0; The World Factbook, public domain)
OUT is data/knowledge. What the sources lack (short forms, seats of government, former states) is in country_aliases.tsv, by hand.
"""
import csv
import glob
import json
import os
import re
import sys

from tables import key, write

# The Factbook goes by FIPS codes of its own; country-codes lacks or misnames these.
FIPS = {"kv": "XKX", "gz": "PSE", "we": "PSE", "od": "SSD", "rs": "RUS", "mj": "MNE", "ri": "SRB", "tt": "TLS", "cc": "CUW", "uc": "CUW", "nn": "SXM"}
SHORT = {"US": "United States", "UK": "United Kingdom", "Congo - Kinshasa": "Democratic Republic of the Congo",
         "Congo - Brazzaville": "Republic of the Congo", "Türkiye": "Turkey", "Bosnia": "Bosnia and Herzegovina", "Czechia": "Czech Republic"}
EMPTY = ("ATA", "BVT", "HMD")  # nobody lives or governs there: no actors
# States that broke up or joined another, by their codes of ISO 3166-3; what they were called when, country_aliases.tsv says. A state that
# one successor carries on (the Soviet Union, Zaire) is its successor.
FORMER = (("CSK", "Czechoslovakia", "CS", "Q33946"), ("DDR", "East Germany", "DD", "Q16957"), ("YMD", "South Yemen", "YD", "Q199841"),
          ("YUG", "Yugoslavia", "YU", "Q36704"))


def countries(sources):
    """Rows of country-codes by alpha-3, with Kosovo, which ISO 3166 leaves to user-assigned XKX."""
    with open(os.path.join(sources, "country-codes/data/country-codes.csv"), encoding="utf-8") as f:
        rows = {r["ISO3166-1-Alpha-3"]: r for r in csv.DictReader(f)}
    rows["XKX"] = {"ISO3166-1-Alpha-3": "XKX", "ISO3166-1-Alpha-2": "XK", "FIPS": "KV", "CLDR display name": "Kosovo", "UNTERM English Formal": "",
                   "official_name_en": "", "UNTERM English Short": "", "Capital": "Pristina", "wikidata_id": "Q1246", "is_independent": "Yes"}
    return rows


def name(row):
    shown = row["CLDR display name"].replace("St. ", "Saint ").replace("&", "and").replace("’", "'")
    return SHORT.get(row["CLDR display name"], shown)


def forms(row):
    """Every way the source names the country, the article left out."""
    for field in ("CLDR display name", "UNTERM English Short", "UNTERM English Formal", "official_name_en"):
        text = re.sub(r"\[.*?\]|\*", "", row[field] or "")
        text = re.sub(r"\s*\((?:the )?(.*?)\)$", lambda m: f", {m[1]}" if m[1] and m[1] != "the" else "", text)
        text = re.sub(r"^the ", "", text.strip(), flags=re.I)
        if not text or " - " in text:
            continue
        yield text
        if "&" in text:
            yield text.replace("&", "and")
        if "St. " in text:
            yield text.replace("St. ", "Saint ")


def demonyms(text):
    """'Croat(s), Croatian(s)' gives ('Croat', 'one'), ('Croats', 'people'), …; words that are no name of a people give nothing."""
    text = re.sub(r"\((?:US citizens|US nationals|colloquial|or \w+)\)|note - .*", "", text or "").replace("singular and plural", "plural")
    for part in re.split(r"[;,/]| or |\band\b", text):
        part = part.strip()
        plural = re.search(r"\((?:collective plural|plural)\)", part)
        base = re.sub(r"\(.*?\)", "", part).strip()
        if not base or base.lower() in ("none", "na") or not base[0].isupper():
            continue
        if plural:
            yield base, "people"
        elif "(s)" in part:
            yield base, "person"
            yield base + "s", "people"
        elif "(men)" in part or "(women)" in part:
            yield base, "person"
            yield base.replace("man", "men"), "people"
        else:
            yield base, "people" if base.endswith("ese") else "person"


def main(sources, out):
    rows = countries(sources)
    fips = {r["FIPS"].lower(): iso for iso, r in rows.items() if r["FIPS"]} | FIPS
    table, names = [], []
    for iso, r in rows.items():
        table.append((iso, name(r), r["ISO3166-1-Alpha-2"], r["wikidata_id"].rsplit("/", 1)[-1]))
        for form in set(forms(r)) | {name(r)}:
            names.append((key(form), iso, "acronym" if re.fullmatch(r"[A-Z]{2,4}", form) else "name"))
        if r["Capital"]:
            names.append((key(r["Capital"]), iso, "capital"))
    for path in glob.glob(os.path.join(sources, "factbook-json/*/*.json")):
        code = os.path.basename(path)[:-5]
        with open(path, encoding="utf-8") as f:
            book = json.load(f)
        nationality = book.get("People and Society", {}).get("Nationality")
        iso = fips.get(code)
        if not nationality or not iso or iso not in rows:
            continue
        for word, _ in demonyms(nationality.get("adjective", {}).get("text")):
            names.append((key(word), iso, "demonym"))
        for word, use in demonyms(nationality.get("noun", {}).get("text")):
            names.append((key(word), iso, use))
    # An adjective that only repeats the country's name ("Taiwan") says nothing; Korean and Chinese of Macao are others'.
    own = {(k, iso) for k, iso, use in names if use in ("name", "acronym")}
    shared = {"korean": (), "koreans": (), "chinese": ("CHN",), "french": ("FRA",), "dutch": ("NLD",), "frenchman": ("FRA",), "frenchmen": ("FRA",),
              "frenchwoman": ("FRA",), "frenchwomen": ("FRA",), "congolese": ("COD",), "virgin islander": ("VIR",), "virgin islanders": ("VIR",),
              "dominican": ("DOM",), "dominicans": ("DOM",), "channel islander": ("JEY",), "channel islanders": ("JEY",)}
    names = [n for n in names if not (n[2] in ("demonym", "person", "people") and ((n[0], n[1]) in own or n[1] not in shared.get(n[0], (n[1],))))]
    names = [n for n in names if n[1] not in EMPTY]
    source = "https://github.com/datasets/country-codes (PDDL 1.0)"
    write(os.path.join(out, "countries.tsv"), f"""
Countries and territories of ISO 3166-1, Kosovo (XKX), and states that are no more.
source: {source}; licence: PDDL 1.0; former states: ISO 3166-3, by hand; made by data/scripts/make_countries.py
""", ("iso3", "name", "iso2", "wikidata"), [*table, *FORMER])
    write(os.path.join(out, "country_names.tsv"), f"""
What countries, their people and their capitals are called. use: name, acronym (counts only in capitals), demonym (adjective),
person, people (nouns), capital. from, to: first and last day of that use, empty where always.
source: {source}; nationality words: https://github.com/factbook/factbook.json (CC0 1.0); made by data/scripts/make_countries.py
""", ("key", "iso3", "use", "from", "to"), [(*n, "", "") for n in names])


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
