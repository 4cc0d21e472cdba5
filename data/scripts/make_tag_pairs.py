#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the pairs of tags that go together: make_tag_pairs.py OUT_FOLDER TREEBANK.conllu..."""
import sys
from collections import Counter
from pathlib import Path

from tables import write

COMMENT = """
Penn tags and the universal tags that a word of theirs may have: the pairs that the treebanks have three times or more, so that errors
of annotation are left out. source: UD English EWT and GUM, training parts; made by data/scripts/make_tag_pairs.py; licence: CC BY-SA 4.0
"""
LEAST = 3


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    counts = Counter()
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                fields = line.split("\t")
                if len(fields) == 10 and fields[0].isdigit():
                    counts[fields[4], fields[3]] += 1
    write(Path(sys.argv[1]) / "tag_pairs.tsv", COMMENT, ["xpos", "upos"], [pair for pair, count in counts.items() if count >= LEAST])


main()
