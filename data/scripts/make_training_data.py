#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prepares what `dateline train language` reads: make_training_data.py LANGUAGE_FOLDER GLOVE_JSON OUT_FOLDER

Writes OUT/ewt.conllu   (UD English EWT with names as MISC NE=)
       OUT/gum.conllu   (GUM-open likewise)
       OUT/names.bio    (wikigold, re3d, CrossNER politics: TOKEN<TAB>TAG)
       OUT/vectors.txt  (GloVe 6B 100d, as GloVe writes its vectors)

The sources mark names after guidelines of their own; here they get one, see name_spans.py. In the treebanks a name is a run of
proper nouns that the tree holds together. GUM tells its type, as the type of the entity it heads. EWT does not: there the words
of the name tell it, its place in the tree, or another place of the document; where nothing does, the tag is a bare B or I, a name
of a type that training has to find.
"""
import json
import re
import sys
from pathlib import Path

from name_spans import chains, person, place, propagate, spans_of, tags_of, trimmed, weak_type


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


def gum_type(rows, begin, end, head, mentions):
    """The type of a name, of the smallest entity that it is the head of; "O" for a title."""
    weak = weak_type(rows, begin, end)
    around = [m for m in mentions if m[0] <= head < m[1] and str(head - m[0] + 1) in m[3].split(",")]
    if weak == "O" or not around:
        return weak
    first, last, kind, _ = min(around, key=lambda m: m[1] - m[0])
    if kind == "place":
        return place([row[1] for row in rows[begin:end]])
    if kind in ("person", "organization", "event"):
        return {"person": "PERSON", "organization": "ORG", "event": "EVENT"}[kind]
    if kind == "time":
        return "O"
    # A work cited by author and year is no person, and yet the name is one.
    cited = any(re.fullmatch(r"(1[6-9]|20)[0-9][0-9]", row[1]) for row in rows[first:last])
    return "" if cited else "MISC"


def names_of(rows, types_told):
    """The names of a sentence; GUM tells their types."""
    mentions = gum_mentions(rows) if types_told else []
    words = [row[1] for row in rows]
    spans = []
    for begin, end, head in chains(rows):
        kind = gum_type(rows, begin, end, head, mentions) if types_told else weak_type(rows, begin, end)
        if kind == "PERSON":
            begin, end = person(words, begin, end)
        if kind != "O":
            spans.append((begin, end, kind))
    return words, spans


def conllu_documents(path):
    """Documents as lists of sentences, these as lists of rows; empty nodes are left out."""
    document, rows = [], []
    for line in path.read_text(encoding="utf-8").splitlines() + [""]:
        if line.startswith("# newdoc") and document:
            yield document
            document = []
        if line and not line.startswith("#"):
            fields = line.split("\t")
            if "." not in fields[0]:
                rows.append(fields)
        elif not line and rows:
            document.append(rows)
            rows = []
    yield document


def write_treebank(source, types_told, out):
    documents = list(conllu_documents(source))
    named = [[names_of([row for row in rows if row[0].isdigit()], types_told) for rows in document] for document in documents]
    propagate(named)
    with open(out, "w", encoding="utf-8") as file:
        for document, sentences in zip(documents, named):
            for rows, (words, spans) in zip(document, sentences):
                tags = iter(tags_of(words, spans))
                for row in rows:
                    notes = [f"NE={next(tags)}"] if row[0].isdigit() else []
                    notes += ["SpaceAfter=No"] if "SpaceAfter=No" in row[9] else []
                    file.write("\t".join(row[:8] + ["_", "|".join(notes) or "_"]) + "\n")
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
    write_treebank(language / "ewt-train.conllu", False, out / "ewt.conllu")
    write_treebank(language / "gumopen-train.conllu", True, out / "gum.conllu")
    write_names(language, out)
    write_vectors(vectors, out)


main()
