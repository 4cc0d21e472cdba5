#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores names by exact spans: precision, recall and F1, by type and over all.

    score_names.py --conllu GOLD.bio [--documents FILE.conllu]    the gold file's words as CoNLL-U, to annotate
    score_names.py GOLD.bio SYSTEM.conllu [--errors N]            the scores; with --errors, the first N sentences that differ

GOLD.bio has a word and, last in the line, its tag (B-PER, I-PER, O), an empty line after every sentence. With --documents the
sentences are cut into articles where FILE, which must hold the same sentences, has `# newdoc`; else all of them are one article.
Three types are told apart, as UNER does. Ours and those of the sets map to them as follows:

    PER   PERSON; CrossNER's politician and person; re3d's Person
    ORG   ORG; organisation and politicalparty; Organisation
    LOC   GPE, LOC and FAC (UNER counts buildings, roads and airports as places); location and country; Location

Names of other types (NORP, EVENT; MISC, election, Weapon, ...) are left out on both sides.
"""
import argparse
from collections import Counter

TYPES = {"PER": "PER", "PERSON": "PER", "person": "PER", "politician": "PER", "Person": "PER",
         "ORG": "ORG", "organisation": "ORG", "politicalparty": "ORG", "Organisation": "ORG",
         "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "location": "LOC", "country": "LOC", "Location": "LOC"}


def read_bio(path):
    """Sentences as lists of (word, tag)."""
    sentences, sentence = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.split()
            if len(fields) >= 2 and fields[0] != "-DOCSTART-":
                sentence.append((fields[0], fields[-1]))
            elif sentence:
                sentences.append(sentence)
                sentence = []
    return sentences + ([sentence] if sentence else [])


def read_conllu(path):
    """Sentences as lists of (word, tag); the numbers of those that begin a document."""
    sentences, sentence, beginnings = [], [], set()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                beginnings.add(len(sentences))
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 10 and fields[0].isdigit():
                tag = next((f[3:] for f in fields[9].split("|") if f.startswith("NE=")), "O")
                sentence.append((fields[1], tag))
            elif not line.strip() and sentence:
                sentences.append(sentence)
                sentence = []
    return sentences, beginnings


def spans(sentence):
    """The names of one sentence: {(begin, end, type)}."""
    found, begin, kind = set(), 0, None
    for i, (_, tag) in enumerate(sentence + [("", "O")]):
        if kind and tag != "I-" + kind:
            found.add((begin, i, TYPES.get(kind)))
            kind = None
        if tag != "O" and kind is None:
            begin, kind = i, tag[2:]
    return {span for span in found if span[2]}


def write_conllu(gold, beginnings):
    for number, sentence in enumerate(gold):
        if number in beginnings:
            print(f"# newdoc id = d{number}")
        print(f"# sent_id = s{number}")
        for i, (word, _) in enumerate(sentence, 1):
            head, relation = (0, "root") if i == 1 else (1, "dep")
            print(i, word, "_", "X", "_", "_", head, relation, "_", "_", sep="\t")
        print()


def show_difference(sentence, gold, system):
    words = [word for word, _ in sentence]
    print(" ".join(words))
    for sign, some in (("-", gold - system), ("+", system - gold)):
        for begin, end, kind in sorted(some):
            print(f"    {sign}{kind} {' '.join(words[begin:end])}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold")
    parser.add_argument("system", nargs="?")
    parser.add_argument("--conllu", action="store_true")
    parser.add_argument("--documents")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    gold = read_bio(options.gold)
    if options.conllu:
        write_conllu(gold, read_conllu(options.documents)[1] if options.documents else {0})
        return
    system, _ = read_conllu(options.system)
    if [len(s) for s in gold] != [len(s) for s in system]:
        parser.error("the two files do not hold the same sentences")
    right, expected, found = Counter(), Counter(), Counter()
    for words, tagged in zip(gold, system):
        ours, theirs = spans(tagged), spans(words)
        if ours != theirs and options.errors > 0:
            show_difference(words, theirs, ours)
            options.errors -= 1
        for counter, some in ((right, ours & theirs), (expected, theirs), (found, ours)):
            counter.update(kind for _, _, kind in some)
            counter["all"] += len(some)
    print("type  precision  recall     F1   gold")
    for kind in ("PER", "ORG", "LOC", "all"):
        precision = 100 * right[kind] / max(1, found[kind])
        recall = 100 * right[kind] / max(1, expected[kind])
        f1 = 200 * right[kind] / max(1, found[kind] + expected[kind])
        print(f"{kind:4}  {precision:9.2f}  {recall:6.2f}  {f1:5.2f}  {expected[kind]:5}")


if __name__ == "__main__":
    main()
