#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Trains the ranker of antecedents of `actors` and writes its trees as data/knowledge/antecedent_trees.tsv.

  antecedents_train.py --features BUILD/…/antecedent_features --out data/knowledge/antecedent_trees.tsv
  antecedents_train.py --features … --folder DIR     cross-validates; the trees of each fold are left in DIR

Needs $DATELINE_SHARED (the folder that holds data/language), python3-xgboost and python3-numpy (Debian 12). Trained on GAP (development and
validation, Apache-2.0) and the training documents of GUM-coref; only numbers leave them. All features come from the program.
A pronoun and its candidates are a group, "nobody" among them; boosting makes the right ones of the group likelier (softmax). GAP marks two
names a text: where one is meant, that is right and all else wrong; where neither is, all but the two may be right. What the program
sees of a pronoun depends on how it read the pronouns before: the ranker is trained in rounds, each on what the one before it left."""
import argparse, csv, json, os, subprocess, sys, zlib
from collections import defaultdict

import numpy as np
import xgboost

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import coreference

GAP_FILES = ('development', 'validation')
PARAMETERS = {'max_depth': 4, 'eta': .06, 'min_child_weight': 2, 'lambda': 4, 'subsample': .7, 'colsample_bytree': .6, 'tree_method': 'hist',
              'seed': 7, 'nthread': 1, 'base_score': 0}

# Where "it" or "they" mean none of the actors: in news they mean one more often than in GUM's talks and textbooks.
NOBODYS_WEIGHT = .35


def fold_of(article, folds):
    return zlib.crc32(article.encode()) % folds


def load(shared):
    """Articles as {id: text}; the marked pronouns of GAP as {(article, place): Mark}; the chains of GUM as {article: {head: chain}}."""
    texts, marks = {}, {}
    for name in GAP_FILES:
        with open(os.path.join(shared, f'data/language/gap/gap-{name}.tsv'), encoding='utf-8') as f:
            for row in csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE):
                texts[row['ID']] = row['Text']
                spans = [(int(row[f'{n}-offset']), int(row[f'{n}-offset']) + len(row[n]), row[f'{n}-coref'].upper() == 'TRUE') for n in 'AB']
                marks[row['ID'], int(row['Pronoun-offset'])] = Mark(row['Pronoun'].lower() in ('she', 'her', 'hers'), spans)
    chains = {}
    folder = os.path.join(shared, 'data/language/gum-coref/train')
    for name in sorted(os.listdir(folder)):
        text, gold = coreference.gum_document(os.path.join(folder, name))
        texts[name] = text
        chains[name] = {head[0]: chain for chain, heads in gold.items() for head in heads}
    return texts, marks, chains


class Mark:
    """A pronoun of GAP: its gender, and the two names as (begin, end, whether it means them)."""

    def __init__(self, feminine, spans):
        self.feminine, self.spans = feminine, spans

    def said(self, heads):
        """Of either name, whether the candidate with these heads is it."""
        return [any(begin <= head < end for head in heads) for begin, end, _ in self.spans]

    def right(self, heads):
        true = [t for _, _, t in self.spans]
        return any(s and t for s, t in zip(self.said(heads), true)) if any(true) else not any(self.said(heads))


class Groups:
    """What the program sees: rows of numbers, in groups of one pronoun each."""

    def __init__(self, tool, texts, marks, chains, trees):
        lines = ''.join(json.dumps({'id': name, 'text': text}, ensure_ascii=False) + '\n' for name, text in texts.items())
        out = subprocess.run([tool, trees], input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
        self.names = out[0].split('\t')[3:]
        rows, self.right, self.group, self.article, self.place, self.heads = [], [], [], [], [], []
        pending, last = [], None

        def close():
            if not pending:
                return
            article, place = last
            if article in chains:
                gold = chains[article].get(place)
                right = [bool(heads) and gold is not None and chains[article].get(heads[0]) == gold for heads, _ in pending]
                right[-1] = not any(right)
            elif (article, place) in marks:
                right = [bool(heads) and marks[article, place].right(heads) for heads, _ in pending]
            else:
                return
            number = self.group[-1] + 1 if self.group else 0
            for (heads, numbers), is_right in zip(pending, right):
                rows.append(numbers)
                self.right.append(is_right)
                self.group.append(number)
                self.article.append(article)
                self.place.append(place)
                self.heads.append(heads)

        for line in out[1:]:
            cells = line.split('\t')
            place = (cells[0], int(cells[1]))
            if place != last:
                close()
                pending, last = [], place
            pending.append(([int(h) for h in cells[2].split(',')] if cells[2] else [], np.array(cells[3:], dtype=np.float32)))
        close()
        self.rows, self.right, self.group = np.array(rows), np.array(self.right), np.array(self.group)
        self.article, self.place, self.heads = np.array(self.article), np.array(self.place), np.array(self.heads, dtype=object)

    def only(self, chosen):
        part = object.__new__(Groups)
        part.names = self.names
        for name in ('rows', 'right', 'article', 'place', 'heads'):
            setattr(part, name, getattr(self, name)[chosen])
        _, part.group = np.unique(self.group[chosen], return_inverse=True)
        return part

    def with_right(self):
        """Those groups that have a right candidate."""
        return self.only(np.bincount(self.group, self.right)[self.group] > 0)


def softmax(scores, group, chosen=None):
    count = group[-1] + 1
    top = np.full(count, -np.inf)
    np.maximum.at(top, group, scores)
    e = np.exp(scores - top[group])
    if chosen is not None:
        e = e * chosen
    return e / np.bincount(group, e, count)[group]


def fit(groups, rounds):
    groups = groups.with_right()
    thing = (groups.rows[:, groups.names.index('thing')] + groups.rows[:, groups.names.index('many')]) > 0
    nobody = groups.rows[:, groups.names.index('form')] == -1
    means_nobody = np.bincount(groups.group, groups.right & nobody) > 0
    weight = np.where(thing & means_nobody[groups.group], NOBODYS_WEIGHT, 1)
    data = xgboost.DMatrix(groups.rows, label=groups.right, feature_names=groups.names)

    def objective(scores, _):
        p = softmax(scores, groups.group)
        return weight * (p - softmax(scores, groups.group, groups.right)), weight * np.maximum(p * (1 - p), 1e-3)

    return xgboost.train(PARAMETERS, data, rounds, obj=objective)


def best_of(model, groups):
    """The row of each group that the model prefers."""
    scores = model.predict(xgboost.DMatrix(groups.rows, feature_names=groups.names), output_margin=True)
    order = np.lexsort((-scores, groups.group))
    return order[np.unique(groups.group[order], return_index=True)[1]]


def verdicts(model, groups):
    """For the marked pronouns of GAP the heads of whom the model chose, for those of GUM whether that is right."""
    best = best_of(model, groups)
    chosen = {(groups.article[i], groups.place[i]): groups.heads[i] for i in best if groups.article[i].startswith(GAP_FILES)}
    rest = {(groups.article[i], groups.place[i]): (groups.rows[i][1] + groups.rows[i][2] > 0, groups.right[i])
            for i in best if not groups.article[i].startswith(GAP_FILES)}
    return chosen, rest


def report(chosen, rest, marks, articles, only='development'):
    """F1 of GAP as its scorer has it, and how many pronouns of GUM are right."""
    counts = defaultdict(lambda: [0, 0, 0])
    for (article, place), mark in marks.items():
        if article not in articles or not article.startswith(only):
            continue
        said = mark.said(chosen.get((article, place), []))
        for s, (_, _, true) in zip(said, mark.spans):
            for kind in ('all', 'feminine' if mark.feminine else 'masculine'):
                for n, value in enumerate((s and true, true, s)):
                    counts[kind][n] += value
    f1 = {kind: 2 * hit / (gold + system) for kind, (hit, gold, system) in counts.items()}
    hit, gold, system = counts['all']
    of = {others: [right for o, right in rest.values() if o == others] for others in (False, True)}
    return (f"GAP {only} F1 {f1['all']:.3f} (P {hit / system:.3f}, R {hit / gold:.3f}), F/M {f1['feminine'] / f1['masculine']:.3f}; "
            f"GUM: he, she {sum(of[False]) / max(len(of[False]), 1):.3f}, it, they {sum(of[True]) / max(len(of[True]), 1):.3f}")


def write(model, path):
    """Without a model no trees: the nearest is meant."""
    rows = [('base', 0, 0, 0)]
    for text in model.get_dump(dump_format='json') if model else []:
        rows.append(('tree', 0, 0, 0))
        base, order, place, stack = len(rows), [], {}, [json.loads(text)]
        while stack:  # children behind their parents
            node = stack.pop()
            place[node['nodeid']] = base + len(order)
            order.append(node)
            stack += reversed(node.get('children', []))
        for node in order:
            if 'leaf' in node:
                rows.append(('leaf', f"{node['leaf']:.4g}", 0, 0))
            else:  # less than, there; at most, here
                threshold = np.nextafter(np.float32(node['split_condition']), np.float32(-np.inf))
                rows.append((node['split'], f'{threshold:.9g}', place[node['yes']], place[node['no']]))
    with open(path, 'w') as f:
        f.write('# Boosted trees that rank whom a pronoun may mean; include/dateline/knowledge/tree_model.hpp, features: src/actors/antecedent_features.hpp.\n'
                '# Trained by tests/quality/antecedents_train.py on GAP and GUM; no text of them is in here. See data/README.md.\n'
                'feature\tthreshold\tyes\tno\n')
        for row in rows:
            f.write('\t'.join(map(str, row)) + '\n')


def train(args, texts, marks, chains, path):
    """Trains in turns, each on what the pronouns before look like to the one before it; leaves the trees in `path`."""
    write(None, path)
    for turn in range(args.turns):
        groups = Groups(args.features, texts, marks, chains, path)
        model = fit(groups, args.rounds)
        write(model, path)
        print(f'{path}, turn {turn + 1}, on what it was trained on: {report(*verdicts(model, groups), marks, texts)}')
    return model


def cross_validate(args, texts, marks, chains):
    chosen, rest = {}, {}
    for fold in range(args.folds):
        path = os.path.join(args.folder, f'{fold}.tsv')
        inside = {name: text for name, text in texts.items() if fold_of(name, args.folds) == fold}
        model = train(args, {name: text for name, text in texts.items() if name not in inside}, marks, chains, path)
        for whole, part in zip((chosen, rest), verdicts(model, Groups(args.features, inside, marks, chains, path))):
            whole.update(part)
    for name in GAP_FILES:
        print(f'each fold by trees that did not see it: {report(chosen, rest, marks, texts, name)}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--features', required=True, help='the program antecedent_features')
    parser.add_argument('--out', help='where the trees go')
    parser.add_argument('--folds', type=int, default=5)
    parser.add_argument('--folder', help='cross-validate by articles; the trees of each fold go here')
    parser.add_argument('--rounds', type=int, default=200)
    parser.add_argument('--turns', type=int, default=3)
    args = parser.parse_args()
    shared = os.environ.get('DATELINE_SHARED')
    if not shared:
        print('skipped: DATELINE_SHARED is not set')
        return
    texts, marks, chains = load(shared)
    if args.out:
        train(args, texts, marks, chains, args.out)
    if args.folder:
        os.makedirs(args.folder, exist_ok=True)
        cross_validate(args, texts, marks, chains)


if __name__ == '__main__':
    main()
