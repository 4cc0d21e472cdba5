#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes data/knowledge/subdivisions.tsv.

usage: make_subdivisions.py ISO_3166_2.json OUT

ISO_3166_2.json is Debian's iso-codes (LGPL-2.1+), /usr/share/iso-codes/json/iso_3166-2.json. OUT is data/knowledge. Left out are names
that two countries have, that are also a country's or one of its capitals', and those that are an ordinary word or too short to trust.
"""
import json
import os
import re
import sys
from collections import defaultdict

from tables import key, write

ORDINARY = set("""central northern southern eastern western north south east west centre center upper lower littoral coast islands island lake lakes
mountain plateau river valley capital district province region state metropolitan urban rural union liberty victoria unity equality independence
savanes maritime marine port sud nord est ouest""".split())

# What English news calls them where ISO 3166-2 has only the country's own language, by hand.
ENGLISH = {"Lombardy": "ITA", "Tuscany": "ITA", "Sicily": "ITA", "Sardinia": "ITA", "Piedmont": "ITA", "Bavaria": "DEU", "Saxony": "DEU", "Lower Saxony": "DEU",
           "North Rhine-Westphalia": "DEU", "Hesse": "DEU", "Thuringia": "DEU", "Rhineland-Palatinate": "DEU", "Catalonia": "ESP", "Andalusia": "ESP",
           "Basque Country": "ESP", "Galicia": "ESP", "Brittany": "FRA", "Normandy": "FRA", "Corsica": "FRA", "Burgundy": "FRA", "Provence": "FRA",
           "Flanders": "BEL", "Wallonia": "BEL", "Xinjiang": "CHN", "Tibet": "CHN", "Inner Mongolia": "CHN", "Guangdong": "CHN", "Sichuan": "CHN", "Hubei": "CHN",
           "Crimea": "UKR", "Donbas": "UKR", "Donbass": "UKR", "Dagestan": "RUS", "Chechnya": "RUS", "Tatarstan": "RUS", "Siberia": "RUS", "Sakhalin": "RUS",
           "Transnistria": "MDA", "Gagauzia": "MDA", "Vojvodina": "SRB", "Transylvania": "ROU", "Kurdistan Region": "IRQ", "Iraqi Kurdistan": "IRQ",
           "Kashmir": "IND", "Punjab": "IND", "Balochistan": "PAK", "Sindh": "PAK", "Khyber Pakhtunkhwa": "PAK", "Tigray": "ETH", "Amhara": "ETH", "Oromia": "ETH",
           "Darfur": "SDN", "Puntland": "SOM", "Jubaland": "SOM", "Katanga": "COD", "North Kivu": "COD", "South Kivu": "COD", "Ituri": "COD", "Cabo Delgado": "MOZ",
           "Aceh": "IDN", "West Papua": "IDN", "Mindanao": "PHL", "Hokkaido": "JPN", "Okinawa": "JPN", "Kachin": "MMR", "Sinai": "EGY", "Silesia": "POL"}


def names(text):
    """'Bretagne', 'Catalunya [Cataluña]', 'Lombardia': each way to write it, without the kind of division."""
    for part in re.split(r"[\[\]/;,]|\s\(.*?\)", text):
        part = re.sub(r"^(?:the|autonomous|city of|province of|region of|state of)\s+|\s+(?:province|region|state|oblast'?|kray|respublika|aimag|shi|sheng|zizhiqu)$", "", part.strip(), flags=re.I)
        if part:
            yield part


def main(source, out):
    with open(os.path.join(out, "countries.tsv"), encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f if not line.startswith("#")][1:]
    alpha3 = {row[2]: row[0] for row in rows}
    taken = set()
    for table in ("country_names", "country_aliases", "roles", "actor_words"):
        with open(os.path.join(out, table + ".tsv"), encoding="utf-8") as f:
            taken |= {line.split("\t")[0] for line in f}
    with open(source, encoding="utf-8") as f:
        records = json.load(f)["3166-2"]
    owners = defaultdict(set)
    for record in records:
        iso3 = alpha3.get(record["code"][:2])
        for name in names(record["name"]):
            k = key(name)
            if iso3 and len(k) > 4 and k not in taken and not set(k.split()) <= ORDINARY:
                owners[k].add((name, iso3))
    for name, iso3 in ENGLISH.items():
        owners[key(name)] = {(name, iso3)}
    write(os.path.join(out, "subdivisions.tsv"), """
States, provinces and regions of countries. source: ISO 3166-2 by way of Debian's iso-codes (https://salsa.debian.org/iso-codes-team/iso-codes);
licence: LGPL-2.1+; made by data/scripts/make_subdivisions.py
""", ("key", "name", "iso3"), {(k, min(v)[0], min(v)[1]) for k, v in owners.items() if len({iso3 for _, iso3 in v}) == 1})


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
