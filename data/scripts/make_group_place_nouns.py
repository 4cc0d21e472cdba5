#!/usr/bin/env python3
"""Nouns whose commonest sense is a group of people or a place, from WordNet 3.0:
make_group_place_nouns.py /usr/share/wordnet >data/knowledge/group_place_nouns.tsv"""
import sys

# Synsets, by their offsets in data.noun: all below them count.
GROUPS = {"07950920": "social group", "07942152": "people", "07975026": "gathering", "07948785": "population"}
PLACES = {"00027167": "location", "04341686": "structure", "03315023": "facility", "04105893": "room", "04564698": "way",
          "09334396": "land", "09225146": "body of water", "09366317": "natural elevation", "09466280": "universe"}
BARRED = {"08593262": "line", "08566028": "end", "08512259": "boundary"}


def rows(path):
    """The lines of a WordNet file below its licence, which is indented."""
    with open(path, encoding="ascii") as lines:
        return [line.split() for line in lines if not line.startswith(" ")]


def hypernyms(row):
    """The offsets that a synset's row of data.noun (wndb(5WN)) names as above it."""
    words = int(row[3], 16)
    first = 4 + 2 * words + 1
    pointers = [row[first + 4 * i:first + 4 * i + 4] for i in range(int(row[first - 1]))]
    return [offset for symbol, offset, pos, _ in pointers if symbol in ("@", "@i") and pos == "n"]


def main():
    folder = sys.argv[1]
    above = {row[0]: hypernyms(row) for row in rows(f"{folder}/data.noun")}

    def kind(synset):
        level, seen = [synset], set()
        while level:
            for offset in level:
                if offset in BARRED:
                    return None
                if offset in GROUPS:
                    return "organisation"
                if offset in PLACES:
                    return "place"
            seen.update(level)
            level = [up for offset in level for up in above[offset] if up not in seen]
        return None

    print("# Nouns whose commonest sense is a group of people (organisation) or a place.")
    print("# From WordNet 3.0 (Debian package wordnet-base), WordNet licence; made by data/scripts/make_group_place_nouns.py.")
    print("lemma\tkind")
    for row in sorted(rows(f"{folder}/index.noun")):
        pointers = int(row[3])
        found = kind(row[4 + pointers + 2])  # index(5WN): after the pointer symbols, two counts, then the senses
        if found and row[0].isalpha() and len(row[0]) > 2:
            print(f"{row[0]}\t{found}")


main()
