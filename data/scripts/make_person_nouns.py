#!/usr/bin/env python3
"""Nouns whose commonest sense is a person, from WordNet 3.0: make_person_nouns.py /usr/share/wordnet >data/knowledge/person_nouns.tsv"""
import sys

PERSON = "18"  # lexicographer file noun.person, lexnames(5WN)


def rows(path):
    """The lines of a WordNet file below its licence, which is indented."""
    with open(path, encoding="ascii") as lines:
        return [line.split() for line in lines if not line.startswith(" ")]


def main():
    folder = sys.argv[1]
    persons = {row[0] for row in rows(f"{folder}/data.noun") if row[1] == PERSON}
    print("# Nouns whose commonest sense is a person: the class @human of the conditions in frames.tsv.")
    print("# From WordNet 3.0 (Debian package wordnet-base), WordNet licence; made by data/scripts/make_person_nouns.py.")
    print("lemma")
    for row in sorted(rows(f"{folder}/index.noun")):
        pointers = int(row[3])
        first_sense = row[4 + pointers + 2]  # index(5WN): after the pointer symbols, two counts
        if row[0].isalpha() and len(row[0]) > 2 and first_sense in persons:
            print(row[0])


main()
