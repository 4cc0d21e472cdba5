#!/usr/bin/env python3
"""Prepares what `dateline train` reads: make_training_data.py LANGUAGE_FOLDER GLOVE_JSON OUT_FOLDER

Writes OUT/gum.conllu   (GUM-open with its names as MISC NE=)
       OUT/names.bio    (wikigold, re3d, CrossNER politics: TOKEN<TAB>TAG)
       OUT/vectors.txt  (GloVe 6B 100d, as GloVe writes its vectors)
UD English EWT is read as it is.

The sources mark names after guidelines of their own; here they get one: a name is the proper name alone, without article,
title or description; the types are PERSON, ORG, GPE, LOC, NORP, FAC, EVENT, and MISC for what is a name of another kind.
"""
import json
import re
import sys
from pathlib import Path

KNOWLEDGE = Path(__file__).resolve().parents[1] / "knowledge"

TITLES = set("""mr mrs ms miss dr prof professor sir lord lady dame king queen prince princess president vice minister prime chancellor
secretary senator sen. representative rep. congressman congresswoman governor gov. mayor judge justice general gen. colonel col.
major maj. captain capt. lieutenant lt. sergeant sgt. admiral commander corporal private ambassador envoy director chairman
chairwoman chief spokesman spokeswoman spokesperson deputy pope cardinal bishop archbishop reverend rev. father brother sister
saint sheikh sultan emir ayatollah imam mr. mrs. ms. dr. prof. foreign defence defense state special us u.s. uk syrian iraqi
american british russian australian french german iranian turkish new former then interior parliamentary under-secretary
high representative/vice-president development attorney""".split())
FACILITY = set("""airport airfield bridge stadium tower street st. road avenue boulevard highway palace square hall building station
hotel church cathedral temple mosque prison jail camp base dam port museum theater theatre arena gallery castle fort tunnel canal
hospital library checkpoint crossing plaza centre center""".split())
NATURAL = set("""river sea ocean mount mountain mountains lake lakes island islands isle valley desert gulf bay strait straits
peninsula africa europe asia antarctica caribbean balkans scandinavia mediterranean atlantic pacific arctic coast region continent
east west north south northern southern eastern western creek cape forest hills hill reef beach plateau basin delta planet moon
earth mars heights bank triangle""".split())


def groups():
    """Words for members of peoples, religions and parties (NORP): demonyms of the country table and a few that belong to no state."""
    found = set("""muslim muslims christian christians jew jews jewish islamic islamist islamists catholic catholics protestant
protestants sunni sunnis shia shias shiite shiites hindu hindus buddhist buddhists sikh sikhs kurd kurds kurdish arab arabs
republican republicans democrat democrats democratic african africans european europeans asian asians western communist
communists socialist socialists nazi nazis palestinian palestinians yazidi yazidis turkmen alawite""".split())
    for line in (KNOWLEDGE / "country_names.tsv").read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) > 2 and fields[2] in ("demonym", "person", "people"):
            found.add(fields[0])
    return found - {"western", "democratic", "new", "sa"}


GROUPS = groups()


def place(words):
    low = [w.lower() for w in words]
    if any(w in FACILITY for w in low):
        return "FAC"
    if any(w in NATURAL for w in low) and not low[0] in ("south", "north", "west", "east") or low == ["middle", "east"]:
        return "LOC"
    return "GPE"


def capital(word):
    return word[:1].isupper() or word[:1].isdigit()


def trimmed(words, begin, end):
    """The name inside a description, or nothing: without lower-case words at its ends."""
    while begin < end and not capital(words[begin]) or begin < end and words[begin] in ("The", "A", "An"):
        begin += 1
    while begin < end and not capital(words[end - 1]):
        end -= 1
    return begin, end


def person(words, begin, end):
    """A person without titles; a title alone is no name."""
    last = max((i for i in range(begin, end) if words[i].lower() in TITLES), default=begin - 1)
    return last + 1, end


def tags_of(words, spans):
    """BIO tags; `spans` are (begin, end, type), earlier ones win. Words for peoples are NORP wherever they stand alone."""
    tags = ["O"] * len(words)
    for begin, end, kind in spans:
        if begin < end and all(t == "O" for t in tags[begin:end]):
            if end - begin == 1 and words[begin].lower() in GROUPS and kind in ("MISC", "GPE", "ORG"):
                kind = "NORP"
            tags[begin] = "B-" + kind
            tags[begin + 1:end] = ["I-" + kind] * (end - begin - 1)
    for i, word in enumerate(words):
        if tags[i] == "O" and word[:1].isupper() and word.lower() in GROUPS:
            tags[i] = "B-NORP"
    return tags


def bio_sentences(path):
    words, tags = [], []
    for line in path.read_text(encoding="utf-8").splitlines() + [""]:
        fields = line.split()
        if len(fields) >= 2 and fields[0] != "-DOCSTART-":
            words.append(fields[0])
            tags.append(fields[-1])
        elif words:
            yield words, tags
            words, tags = [], []


def spans_of(tags):
    """(begin, end, type) of tags in BIO, or in IO as wikigold has them."""
    begin, kind = 0, None
    for i, tag in enumerate(tags + ["O"]):
        if kind and (tag == "O" or tag.startswith("B-") or tag[2:] != kind):
            yield begin, i, kind
            kind = None
        if tag != "O" and kind is None:
            begin, kind = i, tag[2:]


def from_wikigold(words, tags):
    kinds = {"PER": "PERSON", "ORG": "ORG", "MISC": "MISC"}
    return [(b, e, kinds.get(k) or place(words[b:e])) for b, e, k in spans_of(tags)]


def from_re3d(words, tags):
    spans = []
    for begin, end, kind in spans_of(tags):
        begin, end = trimmed(words, begin, end)
        if kind == "Person":
            begin, end = person(words, begin, end)
            spans.append((begin, end, "PERSON"))
        elif kind == "Organisation":
            spans.append((begin, end, "ORG"))
        elif kind == "Location" and begin < end:
            spans.append((begin, end, place(words[begin:end])))
    return spans


def from_crossner(words, tags):
    kinds = {"politician": "PERSON", "person": "PERSON", "organisation": "ORG", "politicalparty": "ORG", "country": "GPE",
             "event": "EVENT", "election": "EVENT", "misc": "MISC"}
    return [(b, e, kinds.get(k) or place(words[b:e])) for b, e, k in spans_of(tags)]


def gum_mentions(rows):
    """(begin, end, type, words of the smallest form) of the mentions of one sentence, from MISC Entity=."""
    mentions, open_ = [], []
    for i, row in enumerate(rows):
        field = next((f[7:] for f in row[9].split("|") if f.startswith("Entity=")), "")
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", field):
            if part.startswith("("):
                attributes = part.strip("()").split("-")
                open_.append((attributes[0], i, attributes))
            if part.endswith(")"):
                ident = part.strip("()").split("-")[0]
                for k in range(len(open_) - 1, -1, -1):
                    if open_[k][0] == ident:
                        _, begin, attributes = open_.pop(k)
                        mentions.append((begin, i + 1, attributes[1], attributes[5] if len(attributes) > 5 else ""))
                        break
    return sorted(mentions, key=lambda m: (m[0], -m[1]))


def from_gum(rows):
    words = [row[1] for row in rows]
    spans = []
    for begin, end, kind, smallest in gum_mentions(rows):
        numbers = [int(n) for n in smallest.split(",") if n.isdigit()]
        if not numbers or begin + numbers[-1] > end:
            continue
        inside = [begin + n - 1 for n in numbers]
        if not all(rows[i][3] == "PROPN" for i in inside):
            continue
        begin, end = trimmed(words, inside[0], inside[-1] + 1)
        if kind == "person":
            begin, end = person(words, begin, end)
            spans.append((begin, end, "PERSON"))
        elif kind in ("organization", "event"):
            spans.append((begin, end, "ORG" if kind == "organization" else "EVENT"))
        elif kind == "place" and begin < end:
            spans.append((begin, end, place(words[begin:end])))
        elif kind in ("object", "abstract"):
            spans.append((begin, end, "MISC"))
    return spans


def conllu_sentences(path):
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines() + [""]:
        if line and not line.startswith("#"):
            fields = line.split("\t")
            if fields[0].isdigit():
                rows.append(fields)
        elif not line and rows:
            yield rows
            rows = []


def write_gum(language, out):
    with open(out / "gum.conllu", "w", encoding="utf-8") as file:
        for rows in conllu_sentences(language / "gumopen-train.conllu"):
            tags = tags_of([row[1] for row in rows], from_gum(rows))
            for row, tag in zip(rows, tags):
                file.write("\t".join(row[:8] + ["_", f"NE={tag}"]) + "\n")
            file.write("\n")


def write_names(language, out):
    sources = [("wikigold/CONLL-format/data/wikigold.conll.txt", from_wikigold), ("re3d/CONLL-format/data/train/re3d-train.conll", from_re3d),
               ("crossner-politics/train.txt", from_crossner)]
    with open(out / "names.bio", "w", encoding="utf-8") as file:
        for name, convert in sources:
            for words, tags in bio_sentences(language / name):
                for word, tag in zip(words, tags_of(words, convert(words, tags))):
                    file.write(f"{word}\t{tag}\n")
                file.write("\n")


def write_vectors(source, out):
    # wink's file appends norm and index to the hundred numbers of a word; its words stand in order of frequency.
    data = json.loads(Path(source).read_text(encoding="utf-8"))
    with open(out / "vectors.txt", "w", encoding="utf-8") as file:
        for word in data["words"]:
            if not re.search(r"\s", word):
                file.write(word + " " + " ".join(f"{x:g}" for x in data["vectors"][word][:100]) + "\n")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__.split("\n")[0])
    language, vectors, out = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    out.mkdir(parents=True, exist_ok=True)
    write_gum(language, out)
    write_names(language, out)
    write_vectors(vectors, out)


main()
