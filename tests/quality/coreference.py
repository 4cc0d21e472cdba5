#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores the mentions and chains of `dateline actors` on GAP and on GUM.

usage: DATELINE_SHARED=FOLDER coreference.py DATELINE [--set development|validation] [--train] [--errors]

FOLDER holds data/language/gap and data/language/gum-coref; without it nothing is scored.
GAP (Webster et al. 2018), the snippet-context task: for each of the two names, does the pronoun mean it? A name counts as meant when a
mention whose head lies in it has the pronoun's actor. F1 over both names, for all, masculine and feminine pronouns; bias is F/M.
GUM: chains of persons, organisations and places in documents of news, bio, interview and speech, from raw text. Mentions are matched by
their heads (a mention of ours by the gold mention whose head word it heads); CoNLL F1 is the mean of MUC, B3 and CEAF-e. Chains of one
mention are left out on both sides, as in CoNLL-2012.
"""
import argparse
import csv
import glob
import json
import os
import re
import subprocess
import sys
from collections import defaultdict

GENRES = ("news", "bio", "interview", "speech")
TYPES = ("person", "organization", "place")


def find(program, articles):
    text = "".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles)
    out = subprocess.run([program, "actors", "-q", "--why", "-"], input=text, capture_output=True, text=True, check=False).stdout
    return {r["doc_id"]: r for r in map(json.loads, out.splitlines())}


def f1(hit, gold, system):
    p, r = hit / system if system else 0.0, hit / gold if gold else 0.0
    return 2 * p * r / (p + r) if p + r else 0.0


def gap(program, shared, which, errors):
    with open(os.path.join(shared, f"data/language/gap/gap-{which}.tsv"), encoding="utf-8") as f:
        rows = list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = find(program, [{"id": r["ID"], "text": r["Text"]} for r in rows])
    counts = defaultdict(lambda: [0, 0, 0])
    for row in rows:
        record = found.get(row["ID"], {"mentions": [], "text": row["Text"]})
        shift = record["text"].find(row["Text"][:40])
        at = int(row["Pronoun-offset"]) + max(shift, 0)
        meant = next(({m["chain"]} for m in record["mentions"] if m["form"] == "pronoun" and m["start"] == at), set())
        gender = "F" if row["Pronoun"].lower() in ("she", "her", "hers") else "M"
        for name in "AB":
            begin = int(row[f"{name}-offset"]) + max(shift, 0)
            end = begin + len(row[name])
            inside = [m for m in record["mentions"] if m["form"] != "pronoun" and begin <= m["head"] < end]
            said = any(m["chain"] in meant for m in inside)
            true = row[f"{name}-coref"].upper() == "TRUE"
            for group in ("all", gender):
                c = counts[group]
                c[0] += said and true
                c[1] += true
                c[2] += said
            if errors and said != true:
                print(f"  {'EXTRA' if said else 'MISSED'} {row['ID']} {row['Pronoun']}@{at} {row[name]!r} known {sorted({a for m in inside for a in m['actors']})} chose {sorted({a for m in record['mentions'] if m['chain'] in meant for a in m['actors']})}")
    figures = {group: f1(*c) for group, c in counts.items()}
    hit, gold, system = counts["all"]
    print(f"GAP {which}: F1 {figures['all']:.3f} (P {hit / system:.3f}, R {hit / gold:.3f}); masculine {figures['M']:.3f}, feminine {figures['F']:.3f}, F/M {figures['F'] / figures['M']:.3f}")


def gum_document(path):
    """Text, and gold chains as {chain: [(begin, end) of head words]}, in code points."""
    text, tokens, entities, opened = "", [], [], []
    starts_paragraph = False
    heads = {}
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newpar") and "_block" not in line:
            starts_paragraph = True
        if not line:
            heads = {}
            continue
        if line.startswith("# text = ") or line.startswith("# sent_id"):
            if line.startswith("# sent_id") and text:
                text = text.rstrip() + ("\n\n" if starts_paragraph else " ")
                starts_paragraph = False
            base = len(tokens)
            continue
        if line.startswith("#") or not re.match(r"\d+\t", line):
            multiword = re.match(r"(\d+)-(\d+)\t(\S+)", line)
            if multiword:
                pending = (int(multiword[2]), multiword[3], "SpaceAfter=No" in line)
                heads["mw"] = pending
            continue
        cells = line.split("\t")
        number = int(cells[0])
        mw = heads.get("mw")
        if mw and number <= mw[0]:
            begin = len(text)
            text += cells[1]  # parts of "don't" run together
            tokens.append((begin, len(text), number, int(cells[6]), base))
            if number == mw[0]:
                heads.pop("mw")
                if not mw[2]:
                    text += " "
        else:
            begin = len(text)
            text += cells[1]
            tokens.append((begin, len(text), number, int(cells[6]), base))
            if "SpaceAfter=No" not in cells[9]:
                text += " "
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", cells[9])
        for part in re.findall(r"\([^()]*\)?|\d+\)", entity[1]) if entity else []:
            if part.startswith("("):
                fields = part.strip("()").split("-")
                opened.append((fields[0], fields[1], len(tokens) - 1))
                if part.endswith(")"):
                    name, kind, start = opened.pop()
                    entities.append((name, kind, start, len(tokens) - 1))
            else:
                name = part.rstrip(")")
                i = max(i for i, o in enumerate(opened) if o[0] == name)
                _, kind, start = opened.pop(i)
                entities.append((name, kind, start, len(tokens) - 1))
    chains = defaultdict(set)
    for name, kind, first, last in entities:
        if kind not in TYPES:
            continue
        inside = {tokens[t][2]: t for t in range(first, last + 1) if tokens[t][4] == tokens[last][4]}
        head = next((t for t in range(first, last + 1) if tokens[t][3] not in inside), last)
        chains[name].add(tokens[head][:2])
    return text, {name: heads for name, heads in chains.items() if len(heads) > 1}


def muc(key, response):
    def links(a, b):
        where = {m: i for i, c in enumerate(b) for m in c}
        hit = sum(len(c) - len({where.get(m, ("none", m)) for m in c}) for c in a)
        return hit, sum(len(c) - 1 for c in a)
    return links(key, response), links(response, key)


def b3(key, response):
    def side(a, b):
        where = {m: c for c in b for m in c}
        return sum(len(c & where.get(m, set())) / len(c) for c in a for m in c), sum(map(len, a))
    return side(key, response), side(response, key)


def ceaf(key, response):
    """Entity CEAF with the best one-to-one alignment (Hungarian method on phi4)."""
    phi = [[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key]
    return (assign(phi), len(key)), (assign(phi), len(response))


def assign(phi):
    if not phi or not phi[0]:
        return 0.0
    n = max(len(phi), len(phi[0]))
    cost = [[-(phi[i][j] if i < len(phi) and j < len(phi[0]) else 0.0) for j in range(n)] for i in range(n)]
    u, v, p, way = [0.0] * (n + 1), [0.0] * (n + 1), [0] * (n + 1), [0] * (n + 1)
    for i in range(1, n + 1):
        p[0], j0 = i, 0
        least, used = [float("inf")] * (n + 1), [False] * (n + 1)
        while True:
            used[j0] = True
            i0, delta, j1 = p[j0], float("inf"), 0
            for j in range(1, n + 1):
                if used[j]:
                    continue
                current = cost[i0 - 1][j - 1] - u[i0] - v[j]
                if current < least[j]:
                    least[j], way[j] = current, j0
                if least[j] < delta:
                    delta, j1 = least[j], j
            for j in range(n + 1):
                if used[j]:
                    u[p[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            j0 = j1
            if p[j0] == 0:
                break
        while j0:
            p[j0] = p[way[j0]]
            j0 = way[j0]
    return sum(-cost[p[j] - 1][j - 1] for j in range(1, n + 1))


def gum(program, shared, folder, errors):
    paths = [p for p in sorted(glob.glob(os.path.join(shared, f"data/language/gum-coref/{folder}/*.conllu"))) if os.path.basename(p).split("_")[1] in GENRES]
    documents = {os.path.basename(p)[:-7]: gum_document(p) for p in paths}
    found = find(program, [{"id": name, "text": text} for name, (text, _) in documents.items()])
    totals = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for name, (text, gold) in documents.items():
        record = found[name]
        match = lambda at: record["text"][at[0]:at[1]]
        assert all(match(h) == text[h[0]:h[1]] for c in gold.values() for h in c), f"{name}: the text was changed"
        ours = defaultdict(set)
        for m in record["mentions"]:
            ours[m["chain"]].add(m["head"])
        begins = {h[0] for c in gold.values() for h in c}
        key = [{h[0] for h in c} for c in gold.values()]
        response = [c for c in ours.values() if len(c) > 1]
        for label, metric in (("muc", muc), ("b3", b3), ("ceaf", ceaf)):
            (r, rn), (p, pn) = metric(key, response)
            for i, x in enumerate((r, rn, p, pn)):
                totals[label][i] += x
        mentions = {m for c in response for m in c}
        for i, x in enumerate((len(begins & mentions), len(begins), len(begins & mentions), len(mentions))):
            totals["mentions"][i] += x
        if errors:
            for chain in key:
                print(f"  {name}", " | ".join(text[h:h + 14].split(" ")[0] + "=" + ",".join(str(a) for a, c in ours.items() if h in c) for h in sorted(chain)))
    values = {}
    for label, (r, rn, p, pn) in totals.items():
        recall, precision = r / rn if rn else 0, p / pn if pn else 0
        values[label] = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        print(f"GUM {folder} {label}: P {precision:.3f} R {recall:.3f} F1 {values[label]:.3f}")
    print(f"GUM {folder}: CoNLL F1 {(values['muc'] + values['b3'] + values['ceaf']) / 3:.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--set", default="development", choices=("development", "validation"))
    parser.add_argument("--train", action="store_true", help="GUM's training documents instead of its development ones")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    shared = os.environ.get("DATELINE_SHARED")
    if not shared:
        print("DATELINE_SHARED is not set: nothing scored")
        return
    gap(args.program, shared, args.set, args.errors)
    gum(args.program, shared, "train" if args.train else "dev", args.errors)


if __name__ == "__main__":
    main()
