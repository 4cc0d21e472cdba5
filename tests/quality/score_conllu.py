#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores CoNLL-U against gold CoNLL-U the way the CoNLL 2018 shared task did.

    score_conllu.py GOLD SYSTEM [--genre]    table of precision, recall, F1, and accuracy on aligned words
    score_conllu.py --raw GOLD               the gold file's documents as JSONL articles {id, text}, to annotate

Both files must hold the same characters once white space is left out. Tokens and sentences are right when they cover exactly
the same characters; a multiword token ("don't") is one token. Words are aligned by the characters they cover; inside a region
that multiword tokens of either side cover, by the longest common subsequence of their lower-cased forms. The other columns are
F1 over aligned words: UPOS, XPOS, lemma, head (UAS; the heads must be aligned too), head and relation without its subtype (LAS).
Raw text is put together from the forms and SpaceAfter=No: one space between tokens and sentences, an empty line where
`# newpar` begins a paragraph; every `# newdoc` is an article.

--genre: a table a genre as well, the second part of GUM's document names (GUM_news_...).
"""
import argparse
import json
import sys
from collections import defaultdict


class Word:
    """One syntactic word: where it begins and ends among the characters without white space, its columns, its head."""
    __slots__ = ("begin", "end", "columns", "multiword", "head")

    def __init__(self, begin, end, columns, multiword):
        self.begin, self.end, self.columns, self.multiword, self.head = begin, end, columns, multiword, None


class Corpus:
    """Characters, token and sentence spans, and words of one or more documents."""

    def __init__(self):
        self.characters = []
        self.tokens, self.sentences, self.words = [], [], []
        self.length = 0

    def add_characters(self, form):
        visible = "".join(form.split())
        begin = self.length
        self.characters.append(visible)
        self.length += len(visible)
        return begin, self.length

    def add_sentence(self, rows):
        first_word, start = len(self.words), self.length
        multiword_end = 0
        for columns in rows:
            if "." in columns[0]:
                continue
            if "-" in columns[0]:
                span = self.add_characters(columns[1])
                multiword_end = int(columns[0].split("-")[1])
                self.tokens.append(span)
                continue
            inside = int(columns[0]) <= multiword_end
            if not inside:
                span = self.add_characters(columns[1])
                self.tokens.append(span)
            self.words.append(Word(*span, columns, inside))
        for word in self.words[first_word:]:
            head = word.columns[6]
            word.head = self.words[first_word + int(head) - 1] if head.isdigit() and int(head) > 0 else None
        self.sentences.append((start, self.length))


def read_documents(path):
    """[(document id, [(sentence comments, rows)])]"""
    documents, comments, rows = [], [], []
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("#"):
                if line.startswith("# newdoc"):
                    documents.append((line.split("=", 1)[-1].strip(), []))
                comments.append(line)
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                if not documents:
                    documents.append(("", []))
                documents[-1][1].append((comments, rows))
                comments, rows = [], []
    return documents


def raw_text(sentences):
    pieces = []
    for comments, rows in sentences:
        if any(c.startswith("# newpar") for c in comments) and pieces:
            if pieces[-1] == " ":
                pieces.pop()
            pieces.append("\n\n")
        multiword_end = 0
        for columns in rows:
            if "." in columns[0]:
                continue
            if "-" in columns[0]:
                multiword_end = int(columns[0].split("-")[1])
            elif int(columns[0]) <= multiword_end:
                continue
            pieces.append(columns[1])
            if "SpaceAfter=No" not in columns[9].split("|"):
                pieces.append(" ")
    return "".join(pieces).strip()


def common_subsequence(a, b):
    """Index pairs of a longest common subsequence."""
    lengths = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            lengths[i][j] = 1 + lengths[i + 1][j + 1] if a[i] == b[j] else max(lengths[i + 1][j], lengths[i][j + 1])
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            yield i, j
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1


def align(gold, system):
    """Pairs of gold and system words that are the same word."""
    pairs, g, s = [], 0, 0
    while g < len(gold) and s < len(system):
        if gold[g].multiword or system[s].multiword:
            g_end, s_end = region(gold, g, system, s)
            forms = lambda words: [w.columns[1].lower() for w in words]
            pairs += [(gold[g + i], system[s + j]) for i, j in common_subsequence(forms(gold[g:g_end]), forms(system[s:s_end]))]
            g, s = g_end, s_end
        elif (gold[g].begin, gold[g].end) == (system[s].begin, system[s].end):
            pairs.append((gold[g], system[s]))
            g, s = g + 1, s + 1
        elif gold[g].begin <= system[s].begin:
            g += 1
        else:
            s += 1
    return pairs


def region(gold, g, system, s):
    """The words from g and s on up to where no multiword token crosses the border."""
    end = max(gold[g].end if gold[g].multiword else gold[g].begin, system[s].end if system[s].multiword else system[s].begin)
    while True:
        while g < len(gold) and (gold[g].end <= end or (gold[g].multiword and gold[g].begin < end)):
            end = max(end, gold[g].end)
            g += 1
        before = end
        while s < len(system) and (system[s].end <= end or (system[s].multiword and system[s].begin < end)):
            end = max(end, system[s].end)
            s += 1
        if end == before:
            return g, s


def universal(relation):
    return relation.split(":")[0]


def score(gold, system):
    """{metric: (correct, gold total, system total)}"""
    if "".join(gold.characters) != "".join(system.characters):
        sys.exit("the two files hold different characters")
    result = {
        "Tokens": (len(set(gold.tokens) & set(system.tokens)), len(gold.tokens), len(system.tokens)),
        "Sentences": (len(set(gold.sentences) & set(system.sentences)), len(gold.sentences), len(system.sentences)),
    }
    pairs = align(gold.words, system.words)
    partner = {id(s): g for g, s in pairs}
    same_head = lambda g, s: g.head is partner.get(id(s.head)) if g.head and s.head else g.head is s.head
    tests = {
        "Words": lambda g, s: True,
        "UPOS": lambda g, s: g.columns[3] == s.columns[3],
        "XPOS": lambda g, s: g.columns[4] == s.columns[4],
        "Lemmas": lambda g, s: g.columns[2] == s.columns[2] or g.columns[2] == "_",
        "UAS": same_head,
        "LAS": lambda g, s: same_head(g, s) and universal(g.columns[7]) == universal(s.columns[7]),
    }
    for name, test in tests.items():
        result[name] = (sum(test(g, s) for g, s in pairs), len(gold.words), len(system.words))
    return result


def corpus_of(documents):
    corpus = Corpus()
    for _, sentences in documents:
        for _, rows in sentences:
            corpus.add_sentence(rows)
    return corpus


def print_table(title, result):
    print(title)
    for name, (correct, in_gold, in_system) in result.items():
        precision, recall = 100 * correct / max(1, in_system), 100 * correct / max(1, in_gold)
        f1 = 200 * correct / max(1, in_gold + in_system)
        print(f"  {name:10} P {precision:6.2f}  R {recall:6.2f}  F1 {f1:6.2f}  (gold {in_gold})")


def by_genre(documents):
    genres = defaultdict(list)
    for name, sentences in documents:
        parts = name.split("_")
        genres[parts[1] if len(parts) > 1 and parts[0] == "GUM" else "all"].append((name, sentences))
    return genres


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("system", nargs="?")
    parser.add_argument("--raw", action="store_true")
    parser.add_argument("--genre", action="store_true")
    arguments = parser.parse_args()
    gold = read_documents(arguments.gold)
    if arguments.raw:
        for name, sentences in gold:
            print(json.dumps({"id": name, "text": raw_text(sentences)}, ensure_ascii=False))
        return
    if not arguments.system:
        parser.error("expected the system's CoNLL-U as well")
    system = read_documents(arguments.system)
    print_table("all", score(corpus_of(gold), corpus_of(system)))
    if arguments.genre:
        system_genres = by_genre(system)
        for genre, documents in sorted(by_genre(gold).items()):
            print_table(genre, score(corpus_of(documents), corpus_of(system_genres[genre])))


if __name__ == "__main__":
    main()
