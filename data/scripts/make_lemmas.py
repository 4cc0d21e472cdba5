#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes data/knowledge/lemma_rules.tsv and lemmas.tsv.

    make_lemmas.py WORDNET TREEBANK.conllu... OUTPUT_FOLDER

WORDNET is the folder of Debian's wordnet-base (/usr/share/wordnet). From WordNet come the base forms, whose regular inflections
are generated, and the irregular ones (*.exc); from the treebanks what their annotators wrote. Of these pairs of form and lemma

- lemma_rules keeps, a class of inflection, the endings that predict how a form is cut back: the longest ending that matches wins;
- lemmas keeps what the rules get wrong, and words whose lemma is no matter of endings at all (them: they, n't: not).

The lemmatiser (src/annotate/lemma) applies both.
"""
import collections
import pathlib
import re
import sys

CLASSES = {"NNS": "plural", "NNPS": "plural", "VBZ": "present", "VBD": "past", "VBN": "past", "VBG": "participle",
           "JJR": "comparative", "RBR": "comparative", "JJS": "superlative", "RBS": "superlative"}
NO_RULE_IN_IT = {"GW", "ADD", "SYM", "LS", "AFX", "XX"}
LONGEST_ENDING = 6
LEAST_SEEN = 2          # how often a treebank must have a word with an unpredictable lemma
LEAST_SUPPORT = 3       # pairs that must agree before an ending becomes a rule
OBSERVED_WEIGHT = 1000  # what a treebank says counts more than what WordNet lets us generate
VOWELS = "aeiou"


# ---- WordNet

def base_forms(folder, part):
    """{base form: how often WordNet's texts use it}, single words of letters."""
    bases = {}
    for line in (folder / f"index.{part}").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        pointers = int(fields[3])
        if re.fullmatch(r"[a-z]+(-[a-z]+)?", fields[0]):
            bases[fields[0]] = int(fields[4 + pointers + 1])
    return bases


def capitalised_words(folder, part):
    """Words that WordNet always writes with a capital first letter."""
    capital, small = set(), set()
    for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        for word in fields[4:4 + 2 * int(fields[3], 16):2]:
            word = re.sub(r"\(\w+\)$", "", word)
            (capital if word[0].isupper() else small).add(word)
    return {w for w in capital if w.isalpha() and w.lower() not in small}


def irregular_forms(folder, part):
    for line in (folder / f"{part}.exc").read_text(encoding="utf-8").splitlines():
        form, base = line.split()[:2]
        if form.isalpha():
            yield form, base


def add_s(base):
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return [base + "es"]
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return [base[:-1] + "ies"]
    return [base + "es", base + "s"] if base.endswith("o") else [base + "s"]


def add_ending(base, ending):
    """-ed and -ing, -er and -est: with e dropped, y turned or the last consonant doubled."""
    if base.endswith("e"):
        if ending == "ing":
            if base.endswith("ie"):
                return [base[:-2] + "ying"]
            return [base + ending] if base.endswith(("ee", "oe", "ye")) else [base[:-1] + ending]
        return [base + ending[1:]]
    if base.endswith("y") and base[-2:-1] not in VOWELS and ending != "ing":
        return [base[:-1] + "i" + ending]
    if re.search(r"(^|[^aeiou])[aeiou][bdfgklmnprstvz]$", base):
        syllables = len(re.findall("[aeiouy]+", base))
        doubled = base + base[-1] + ending
        return [doubled] if syllables == 1 else [base + ending, doubled]
    if base.endswith("c"):
        return [base + "k" + ending]
    return [base + ending]


def wordnet_pairs(folder):
    """Yields (class, form, base, weight)."""
    for part, inflections in (("noun", (("plural", add_s),)),
                              ("verb", (("present", add_s), ("past", lambda b: add_ending(b, "ed")),
                                        ("participle", lambda b: add_ending(b, "ing")))),
                              ("adj", (("comparative", lambda b: add_ending(b, "er")),
                                       ("superlative", lambda b: add_ending(b, "est"))))):
        bases = base_forms(folder, part)
        irregular = dict(irregular_forms(folder, part))
        for base, count in bases.items():
            if part == "adj" and len(re.findall("[aeiouy]+", base)) > 2:
                continue
            if part == "noun" and base.endswith("s"):
                yield "plural", base, base, 1 + count  # series, headquarters
            for name, inflect in inflections:
                for form in inflect(base):
                    if form not in irregular:
                        yield name, form, base, 1 + count
        for form, base in irregular.items():
            yield irregular_class(part, form), form, base, 5 + bases.get(base, 0)


def irregular_class(part, form):
    if part == "verb":
        return "participle" if form.endswith("ing") else "present" if form.endswith("s") else "past"
    return {"noun": "plural", "adj": "superlative" if form.endswith("est") else "comparative"}[part]


# ---- treebanks

def observations(paths):
    """{(form, tag): {lemma: count}}; typing errors and words split by mistake are left out."""
    seen = collections.defaultdict(collections.Counter)
    for path in paths:
        for line in open(path, encoding="utf-8"):
            columns = line.rstrip("\n").split("\t")
            if len(columns) != 10 or not columns[0].isdigit():
                continue
            form, lemma, tag, features, misc = columns[1], columns[2], columns[4], columns[5], columns[9]
            if lemma == "_" or "Typo=Yes" in features or "CorrectForm" in misc or columns[7] == "goeswith":
                continue
            seen[form, tag][lemma] += 1
    return seen


# ---- rules

def edit_between(form, lemma):
    """(bytes to cut at the end, what to put there)"""
    common = 0
    while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
        common += 1
    return len(form) - common, lemma[common:]


def learn_rules(pairs):
    """{ending: (cut, add)} of one class, shortest endings first; an ending that changes nothing is left out."""
    votes = collections.defaultdict(collections.Counter)
    for form, lemma in pairs:
        edit = edit_between(form, lemma)
        for size in range(0, min(LONGEST_ENDING, len(form) - 1) + 1):
            if edit[0] <= size or size == LONGEST_ENDING:  # an ending does not cut into what stands before it
                votes[form[len(form) - size:]][edit] += 1
    rules = {}
    for ending in sorted(votes, key=lambda e: (len(e), e)):
        edit, support = max(votes[ending].items(), key=lambda item: (item[1], item[0]))
        if support >= LEAST_SUPPORT and apply_rules(rules, ending, edit_only=True) != edit:
            rules[ending] = edit
    return rules


def apply_rules(rules, form, edit_only=False):
    edit = next((rules[form[i:]] for i in range(max(0, len(form) - LONGEST_ENDING), len(form) + 1) if form[i:] in rules), (0, ""))
    if edit_only:
        return edit
    return form[:len(form) - edit[0]] + edit[1] if edit[0] < len(form) else form


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    wordnet, output = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[-1])
    seen = observations(sys.argv[2:-1])

    candidates = collections.defaultdict(collections.Counter)  # (class, form) -> lemmas
    for name, form, base, weight in wordnet_pairs(wordnet):
        candidates[name, form][base] += weight
    for (form, tag), lemmas in seen.items():
        if tag in CLASSES and form.isalpha():
            for lemma, count in lemmas.items():
                candidates[CLASSES[tag], form.lower()][lemma.lower()] += count * OBSERVED_WEIGHT
    chosen = collections.defaultdict(dict)
    for (name, form), lemmas in sorted(candidates.items()):
        chosen[name][form] = max(lemmas, key=lambda lemma: (lemmas[lemma], -len(lemma), lemma))
    rules = {name: learn_rules(sorted(pairs.items())) for name, pairs in chosen.items()}

    exceptions = {}
    for name, pairs in chosen.items():
        for form, lemma in pairs.items():
            if apply_rules(rules[name], form) != lemma:
                exceptions[form, name] = lemma
    add_observed_exceptions(exceptions, seen, rules)
    for word in capitalised_words(wordnet, "adj"):
        exceptions.setdefault((word, "JJ"), word)
    for word in capitalised_words(wordnet, "noun"):
        if word.isupper() and len(word) > 1:
            exceptions.setdefault((word, "NN"), word)
    write(output, rules, exceptions)


def usual_lemma(form, tag, rules):
    """What the lemmatiser gives without the table of words."""
    if tag in ("NNP", "ADD"):
        return form.capitalize() if tag == "NNP" and form.isalpha() and form.islower() and len(form) > 2 else form
    if tag == "CD" and form[0].isdigit():
        return form.replace(",", "")
    if tag in CLASSES and not form[0].isdigit():
        return apply_rules(rules[CLASSES[tag]], form.lower())
    return form.lower()


def add_observed_exceptions(exceptions, seen, rules):
    """What a tag and a form usually have as lemma in the treebanks, where neither rules nor exceptions say so yet. Names, and
    adjectives and acronyms that keep their capitals, are told apart by case; all else is kept in small letters."""
    folded = collections.defaultdict(collections.Counter)
    for (form, tag), lemmas in seen.items():
        keeps_case = tag == "NNP" or (tag == "JJ" and form[0].isupper()) or (tag == "NN" and form.isupper())
        for lemma, count in lemmas.items():
            folded[form if keeps_case else form.lower(), tag][lemma.lower() if tag == "NNPS" else lemma] += count
    for (form, tag), lemmas in sorted(folded.items()):
        lemma, count = max(lemmas.items(), key=lambda item: (item[1], item[0]))
        if tag in NO_RULE_IN_IT or count < LEAST_SEEN or count <= sum(lemmas.values()) / 2:
            continue
        if exceptions.get((form, CLASSES.get(tag)), usual_lemma(form, tag, rules)) != lemma:
            exceptions[form, tag] = lemma


RULES_HEAD = """\
# Endings of inflected English words and what makes the lemma of them: cut that many bytes, add that text. Of the endings of a
# class that match, the longest wins. Made by data/scripts/make_lemmas.py from WordNet 3.0 (WordNet licence) and from
# UD English EWT and GUM, open genres, training parts (CC BY-SA 4.0). Licence: CC BY-SA 4.0.
ending\tclass\tcut\tadd
"""
LEMMAS_HEAD = """\
# Words whose lemma the rules of lemma_rules do not give; `tag` is a class of these rules or an XPOS. Small letters stand for any
# case, capitals for themselves. Made by data/scripts/make_lemmas.py from WordNet 3.0 (WordNet licence) and from UD English EWT
# and GUM, open genres, training parts (CC BY-SA 4.0). Licence: CC BY-SA 4.0.
form\ttag\tlemma
"""


def write(output, rules, exceptions):
    with open(output / "lemma_rules.tsv", "w", encoding="utf-8") as file:
        file.write(RULES_HEAD)
        for name in sorted(rules):
            for ending, (cut, add) in sorted(rules[name].items()):
                file.write(f"{ending or '*'}\t{name}\t{cut}\t{add}\n")
    with open(output / "lemmas.tsv", "w", encoding="utf-8") as file:
        file.write(LEMMAS_HEAD)
        for (form, tag), lemma in sorted(exceptions.items()):
            file.write(f"{form}\t{tag}\t{lemma}\n")


if __name__ == "__main__":
    main()
