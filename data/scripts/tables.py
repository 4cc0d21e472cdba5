# SPDX-License-Identifier: MIT
"""What the scripts that make data/knowledge share: keys, slugs, and writing a table."""
import re
import unicodedata

BY_HAND = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "’": "'", "‘": "'", "ʻ": "'"}


def fold(text):
    """Lower case without diacritics, as dateline::fold."""
    text = "".join(BY_HAND.get(c, c) for c in text.lower())
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def key(text):
    """A name as the gazetteer's tables have it: folded words of letters and digits; "U.S.-led" gives "us led"."""
    text = re.sub(r"(?<=\w)\.(?=\w)|\.", "", fold(text))
    return " ".join(re.findall(r"[^\W_]+", text))


def slug(text):
    """The part of an id that a name gives, as dateline::slug."""
    return "-".join(re.findall(r"[^\W_]+", fold(text)))


def write(path, comment, columns, rows):
    """Rows are written sorted and without repeats, so that a rebuild gives the same bytes."""
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        for line in comment.strip().splitlines():
            out.write(f"# {line}\n".replace("# \n", "#\n"))
        out.write("\t".join(columns) + "\n")
        for row in sorted(set(map(tuple, rows))):
            assert len(row) == len(columns), row
            assert not any("\t" in cell or "\n" in cell for cell in row), row
            out.write("\t".join(row) + "\n")
