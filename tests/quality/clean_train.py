#!/usr/bin/env python3
"""Train the line and block classifiers of `clean` and write their trees as tables of data/knowledge.

  clean_train.py classes --features BUILD/…/clean_features --out data/knowledge    the words of classes,
  clean_train.py words   --features … --out …                                      the words of furniture; then build again, then
  clean_train.py blocks  --features … --out … [--report DIR]
  clean_train.py lines   --features … --out … [--report DIR]

Needs $DATELINE_SHARED (the folder that holds data/articles) and python3-sklearn. Only numbers and words that many sites use leave it.
Two classifiers in a row: the first sees a line or block and its neighbourhood, the second also what the first thinks of the others. All
features come from the program (clean_features). For the second's training the first's opinions come from folds that did not see the
site. Sites never stand on both sides of a fold. --report writes the bodies of all pages and their scores, each judged by models that did
not see its site."""
import argparse, gzip, hashlib, json, os, re, subprocess, sys, tempfile
from urllib.parse import urlparse

WORD = re.compile(r'\w+')


def shingles(tokens, n=4):
    if len(tokens) < n:
        return [tuple(tokens)] if tokens else []
    return list(zip(*(tokens[i:] for i in range(n))))


def site_of(row):
    host = urlparse(row.get('url') or '').netloc.lower()
    return '.'.join(host.split('.')[-2:]) if host else row['id']


def fold_of(site, folds):
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % folds


def load(what, shared):
    base = os.path.join(shared, 'data/articles')
    sets = ['flattext_dev'] if what == 'lines' else ['wcxb_dev_article', 'naeb_dev', 'readability']
    rows = []
    for name in sets:
        for line in open(os.path.join(base, name + '.jsonl'), encoding='utf-8'):
            row = json.loads(line)
            if not row.get('body'):
                continue
            row['id'] = name + '/' + row['id']
            row['set'] = name
            rows.append(row)
    return rows, base


def pages(what, rows, base):
    """The pages as records that clean_features reads."""
    for row in rows:
        record = {'id': row['id'], 'url': row.get('url') or ''}
        if what == 'lines':
            record['raw_text'] = row['raw_text']
        else:
            bytes_ = gzip.open(os.path.join(base, row['html_path'])).read()
            try:
                record['html'] = bytes_.decode('utf-8')
            except UnicodeDecodeError:
                record['html'] = bytes_.decode('windows-1252', 'replace')
        yield json.dumps(record)


class Features:
    """What clean_features prints of all pages."""

    def __init__(self, tool, what, rows, base):
        import numpy as np
        self.tool, self.what = tool, what
        self.pages = tempfile.NamedTemporaryFile('w+', suffix='.jsonl')
        for page in pages(what, rows, base):
            self.pages.write(page + '\n')
        self.pages.flush()
        ids, self.texts, self.classes, numbers = [], [], [], []
        for k, parts in enumerate(self.run()):
            if k == 0:
                self.names = parts[3:]
                continue
            ids.append(parts[0])
            self.texts.append(parts[1])
            self.classes.append(parts[2])
            numbers.append(np.array(parts[3:], dtype=np.float32))
        self.ids, self.numbers = np.array(ids), np.vstack(numbers)
        self.groups = {}
        for i, page in enumerate(ids):
            self.groups.setdefault(page, []).append(i)

    def run(self, *more):
        with open(self.pages.name) as pages_:
            tool = subprocess.Popen([self.tool, self.what, *more], stdin=pages_, stdout=subprocess.PIPE)
            for line in tool.stdout:
                yield line.decode('utf-8', 'replace').rstrip('\n').split('\t')
            if tool.wait() != 0:
                sys.exit(f'{self.tool} failed')

    def opinions(self, first):
        """Names and numbers that the second classifier sees more, given the verdicts of the first."""
        import numpy as np
        with tempfile.NamedTemporaryFile('w', suffix='.txt') as verdicts:
            verdicts.write('\n'.join(f'{value:.6g}' for value in first) + '\n')
            verdicts.flush()
            rows = self.run(verdicts.name)
            names = next(rows)[3:]
            return names, np.array([np.array(row, dtype=np.float32) for row in rows])


def write_class_words(path, classes, share, sites):
    """Log odds of the words in classes, counted by sites; the more a word is of one site alone, the nearer to nothing."""
    from math import log
    body, other = {}, {}
    for words, y, site in zip(classes, share, sites):
        for word in set(words.split()):
            (body if y >= .5 else other).setdefault(word, {}).setdefault(site, 0)
            (body if y >= .5 else other)[word][site] += 1
    with open(path, 'w') as f:
        f.write('# Words in the class, id and role of an element -> how far they speak for the article (positive) or for furniture (negative).\n'
                '# Learnt by tests/quality/clean_train.py classes, counted by sites. See data/README.md.\nword\tweight\n')
        for word in sorted(set(body) | set(other)):
            b, o = body.get(word, {}), other.get(word, {})
            if len(set(b) | set(o)) < 8:
                continue
            weight = 0.0  # the mean over sites of how clear the word is there, shrunk towards none
            for site in sorted(set(b) | set(o)):
                x, z = b.get(site, 0), o.get(site, 0)
                weight += (x - z) / (x + z)
            weight /= len(set(b) | set(o)) + 6
            if abs(weight) >= .15:
                f.write(f'{word}\t{weight:.2f}\n')


def write_furniture_words(path, texts, share, sites):
    """Words and pairs of words that stand in furniture and hardly in bodies, on many sites: the mean over sites of how clear that is."""
    body, other = {}, {}
    for text, y, site in zip(texts, share, sites):
        words = [word.lower() for word in re.findall(r"[^\W_]+(?:['\u2019][^\W_]+)*", text)]
        if .2 < y < .8 or (y > .5 and len(words) < 3):
            continue
        for word in set(words) | {first + ' ' + second for first, second in zip(words, words[1:])}:
            counts = (body if y >= .5 else other).setdefault(word, {})
            counts[site] = counts.get(site, 0) + 1
    with open(path, 'w') as f:
        f.write('# Words, and two words in a row, that stand in furniture on most sites -> how much more often there than in bodies, by sites (0 to 1).\n'
                '# Learnt by tests/quality/clean_train.py words. See data/README.md.\nword\tweight\n')
        for word in sorted(other):
            o, b = other[word], body.get(word, {})
            if len(o) < 15 or any(c.isdigit() for c in word):
                continue
            sites_ = set(o) | set(b)
            weight = sum((o.get(site, 0) - b.get(site, 0)) / (o.get(site, 0) + b.get(site, 0)) for site in sorted(sites_)) / (len(sites_) + 6)
            if weight >= .6:
                f.write(f'{word}\t{weight:.2f}\n')


def label(texts, row):
    """1 where the line's words stand in the gold body, in order as far as possible."""
    body = WORD.findall(row['body'])
    gold = set(shingles(body))
    gold_lines = {' '.join(WORD.findall(x)) for x in row['body'].split('\n')}
    joined = ' ' + ' '.join(body) + ' '
    labels = []
    for text in texts:
        tokens = WORD.findall(text)
        if not tokens:
            labels.append(0.0)
        elif len(tokens) < 4:
            line = ' '.join(tokens)
            labels.append(1.0 if line in gold_lines else 0.5 if f' {line} ' in joined and len(tokens) > 1 else 0.0)
        else:
            found = shingles(tokens)
            labels.append(sum(s in gold for s in found) / len(found))
    return labels


def sample(index, y, weight, most, rng, np):
    """Of a page's rows which to train on: its body, and of a long page's furniture a part, which then weighs more."""
    index = np.array(index)
    body, rest = index[y[index] == 1], index[y[index] == 0]
    if len(index) <= most:
        return index
    chance = np.clip(weight[rest] / weight[rest].mean() * max(most - len(body), 40) / len(rest), .02, 1)
    weight[rest] /= chance
    return np.concatenate([body, rest[rng.random(len(rest)) < chance]])


def fit(X, y, w, rounds):
    from sklearn.ensemble import HistGradientBoostingClassifier
    model = HistGradientBoostingClassifier(max_iter=rounds, learning_rate=.08, max_leaf_nodes=16, min_samples_leaf=30, l2_regularization=5.0,
                                           random_state=7, early_stopping=False)
    return model.fit(X, y, sample_weight=w)


def write(model, names, path, source):
    """The trees as a table; see include/dateline/knowledge/tree_model.hpp."""
    rows = [('base', float(model._baseline_prediction.ravel()[0]), 0, 0)]
    for (tree,) in model._predictors:
        rows.append(('tree', 0, 0, 0))
        base = len(rows)
        order, place = [], {}
        stack = [0]
        while stack:  # children behind their parents
            k = stack.pop()
            place[k] = base + len(order)
            order.append(k)
            node = tree.nodes[k]
            if not node['is_leaf']:
                stack += [int(node['right']), int(node['left'])]
        for k in order:
            node = tree.nodes[k]
            if node['is_leaf']:
                rows.append(('leaf', float(node['value']), 0, 0))
            else:
                rows.append((names[node['feature_idx']], float(node['num_threshold']), place[int(node['left'])], place[int(node['right'])]))
    with open(path, 'w') as f:
        f.write(source)
        f.write('feature\tthreshold\tyes\tno\n')
        for name, value, yes, no in rows:
            f.write(f'{name}\t{value:.6g}\t{yes}\t{no}\n')


def train(features, by_id, args, np):
    share = np.zeros(len(features.ids))
    for page, index in features.groups.items():
        share[index] = label([features.texts[i] for i in index], by_id[page])
    sites = [site_of(by_id[page]) for page in features.ids]
    if args.what == 'classes':
        return write_class_words(os.path.join(args.out, 'class_words.tsv'), features.classes, share, sites)
    if args.what == 'words':
        return write_furniture_words(os.path.join(args.out, 'furniture_words.tsv'), features.texts, share, sites)

    X, names = features.numbers, features.names
    y = (share >= .5).astype(int)
    weight = np.abs(share - .5) * 2 * np.sqrt(np.clip(X[:, names.index('words')], 1, 100)) + 1e-3
    rng, use = np.random.default_rng(3), np.zeros(len(y), dtype=bool)
    for page, index in features.groups.items():
        weight[index] *= 100 / weight[index].sum()  # a page of a thousand lines is not worth ten of a hundred
        use[sample(index, y, weight, 80, rng, np)] = True
    fold = np.array([fold_of(site, args.folds) for site in sites])

    def by_others(rows):
        """Verdicts on all rows by models that did not see their sites."""
        result = np.zeros(len(y))
        for k in range(args.folds):
            chosen = use & (fold != k)
            result[fold == k] = fit(rows[chosen], y[chosen], weight[chosen], args.rounds).predict_proba(rows[fold == k])[:, 1]
        return result

    first = by_others(X)
    opinion_names, opinions = features.opinions(first)
    both = np.hstack([X, opinions])
    if args.report:
        report(features, by_others(both), args.report)
    if args.out:
        os.makedirs(args.out, exist_ok=True)
        kind = 'line' if args.what == 'lines' else 'block'
        for which, rows, columns in (('first', X, names), ('second', both, names + opinion_names)):
            source = (f'# Boosted trees that tell the {kind}s of an article from those of furniture, the {which} of two looks; include/dateline/knowledge/tree_model.hpp.\n'
                      '# Trained by tests/quality/clean_train.py on pages with marked bodies; no text of them is in here. See data/README.md.\n')
            write(fit(rows[use], y[use], weight[use], args.rounds), columns, os.path.join(args.out, f'{kind}_trees_{which}.tsv'), source)


def report(features, verdicts, folder):
    shared = os.environ['DATELINE_SHARED']
    files = {}
    for page, index in features.groups.items():
        name, _, own = page.partition('/')
        body = '\n\n'.join(features.texts[i] for i in index if verdicts[i] >= .5)
        files.setdefault(name, []).append(json.dumps({'id': own, 'body': body}))
    os.makedirs(folder, exist_ok=True)
    for name, lines in files.items():
        path = os.path.join(folder, name + '.jsonl')
        with open(path, 'w') as f:
            f.write('\n'.join(lines) + '\n')
        subprocess.run([sys.executable, os.path.join(shared, 'score/score_body.py'), '--gold', os.path.join(shared, 'data/articles', name + '.jsonl'),
                        '--pred', path, '--nopara'])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('what', choices=['classes', 'words', 'blocks', 'lines'])
    parser.add_argument('--features', required=True)
    parser.add_argument('--out')
    parser.add_argument('--folds', type=int, default=5)
    parser.add_argument('--rounds', type=int, default=120)
    parser.add_argument('--report')
    args = parser.parse_args()
    shared = os.environ.get('DATELINE_SHARED')
    if not shared or not os.path.isdir(shared):
        print('skipped: DATELINE_SHARED is not set')
        return
    import numpy as np
    what = 'lines' if args.what == 'lines' else 'blocks'
    rows, base = load(what, shared)
    train(Features(args.features, what, rows, base), {row['id']: row for row in rows}, args, np)


if __name__ == '__main__':
    main()
