#!/usr/bin/env python3
"""Train the line and block classifiers of `clean` and write their trees as tables of data/knowledge.

  clean_train.py lines  --features BUILD/…/clean_features --out data/knowledge [--folds 5] [--report]
  clean_train.py classes --features …   the words of classes; then build again, then
  clean_train.py blocks --features …

Needs $DATELINE_SHARED (the folder that holds data/articles) and python3-sklearn. Only numbers leave it: thresholds and leaf values.
Two classifiers in a row: the first sees a line and its neighbourhood, the second also what the first thinks of the neighbours. For the second's
training the first's opinions come from folds that did not see the site. Sites never stand on both sides of a fold.
--report prints the scores of all pages, each judged by models that did not see its site."""
import argparse, gzip, hashlib, json, os, re, subprocess, sys
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


def features(tool, what, rows, base):
    import numpy as np
    cache = f'/tmp/clean_{what}_pages.jsonl'
    if not os.path.exists(cache):
        with open(cache, 'w') as f:
            for page in pages(what, rows, base):
                f.write(page + '\n')
    out = subprocess.run([tool, what], stdin=open(cache), stdout=subprocess.PIPE, check=True).stdout.decode('utf-8', 'replace')
    lines = out.split('\n')
    names = lines[0].split('\t')[3:]
    ids, texts, classes, numbers = [], [], [], []
    for line in lines[1:]:
        if not line:
            continue
        parts = line.split('\t')
        ids.append(parts[0])
        texts.append(parts[1])
        classes.append(parts[2])
        numbers.append(np.array(parts[3:], dtype=np.float32))
    return names, ids, texts, classes, np.vstack(numbers)


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


def near(first, chars, np):
    """The same numbers as opinion_features in src/clean/context.cpp."""
    n = len(first)
    likely = np.where(first >= .5, chars, 0)
    out = np.zeros((n, 18), dtype=np.float32)
    for k, offset in enumerate(range(-4, 5)):
        col = np.full(n, -1, dtype=np.float32)
        if offset < 0:
            col[-offset:] = first[:offset]
        elif offset > 0:
            col[:-offset] = first[offset:] if offset < n else col[:-offset]
        else:
            col = first.astype(np.float32)
        out[:, k] = col
    sums = np.concatenate([[0], np.cumsum(first, dtype=np.float64)])
    for k, radius in enumerate((2, 6, 15)):
        i = np.arange(n)
        a, b = np.maximum(i - radius, 0), np.minimum(n, i + radius + 1)
        out[:, 9 + k] = (sums[b] - sums[a]) / (b - a)
    weight = first * chars
    before = np.concatenate([[0], np.cumsum(weight, dtype=np.float64)])[:-1]
    total = max(weight.sum(), 1)
    out[:, 12] = before / total
    out[:, 13] = (weight.sum() - before - weight) / total
    for k, order in ((14, range(n)), (15, range(n - 1, -1, -1))):
        since = 60
        for i in order:
            out[i, k] = since
            since = 1 if first[i] >= .5 else min(60, since + 1)
    best = cur = (0, 0, 0.0)
    opened = False
    for i in range(n):
        if likely[i] <= 0:
            continue
        if not opened or i - cur[1] >= 6:
            cur = (i, i, 0.0)
        opened = True
        cur = (cur[0], i + 1, cur[2] + likely[i])
        if cur[2] > best[2]:
            best = cur
    for i in range(n):
        out[i, 16] = max(-60, i - best[0]) if i < best[0] else min(60, i - best[1] + 1) if i >= best[1] else 0
    out[:, 17] = best[2] / total
    return out


def fit(X, y, w, rounds):
    from sklearn.ensemble import HistGradientBoostingClassifier
    model = HistGradientBoostingClassifier(max_iter=rounds, learning_rate=.08, max_leaf_nodes=16, min_samples_leaf=40, l2_regularization=5.0,
                                           random_state=7)
    return model.fit(X, y, sample_weight=w)


def write(model, names, path, source):
    """The trees as a table; see src/clean/tree_model.hpp."""
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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('what', choices=['lines', 'blocks', 'classes'])
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
    classes_only, args.what = args.what == 'classes', 'blocks' if args.what == 'classes' else args.what
    rows, base = load(args.what, shared)
    by_id = {row['id']: row for row in rows}
    names, ids, texts, classes, X = features(args.features, args.what, rows, base)
    ids = np.array(ids)
    groups = {}
    for i, page in enumerate(ids):
        groups.setdefault(page, []).append(i)
    share = np.zeros(len(ids))
    for page, index in groups.items():
        share[index] = label([texts[i] for i in index], by_id[page])
    if classes_only:
        sites = [site_of(by_id[page]) for page in ids]
        return write_class_words(os.path.join(args.out, 'class_words.tsv'), classes, share, sites)
    y = (share >= .5).astype(int)
    chars = X[:, names.index('characters')]
    weight = np.abs(share - .5) * 2 * np.sqrt(np.minimum(np.maximum(X[:, names.index('words')], 1), 100)) + 1e-3
    for page, index in groups.items():  # a page of a thousand lines is not worth ten of a hundred
        weight[index] *= 100 / weight[index].sum()
    fold = np.array([fold_of(site_of(by_id[page]), args.folds) for page in ids])

    def opinions(first):
        out = np.zeros((len(first), 18), dtype=np.float32)
        for index in groups.values():
            out[index] = near(first[index], chars[index], np)
        return out

    def out_of_fold(X_, mask, folds):
        """Opinions on the rows of mask by models that did not see their sites."""
        result = np.zeros(len(X_))
        for k in range(folds):
            test = mask & (inner == k)
            train = mask & (inner != k)
            if test.any():
                result[test] = fit(X_[train], y[train], weight[train], args.rounds).predict_proba(X_[test])[:, 1]
        return result

    inner = np.array([fold_of('inner' + site_of(by_id[page]), args.folds) for page in ids])
    everything = np.ones(len(ids), dtype=bool)
    if args.report:
        final = np.zeros(len(ids))
        for k in range(args.folds):
            train, test = fold != k, fold == k
            first = out_of_fold(X, train, 3)
            first[test] = fit(X[train], y[train], weight[train], args.rounds).predict_proba(X[test])[:, 1]
            both = np.hstack([X, opinions(first)])
            final[test] = fit(both[train], y[train], weight[train], args.rounds).predict_proba(both[test])[:, 1]
        files = {}
        for page, index in groups.items():
            body = '\n\n'.join(texts[i] for i in index if final[i] >= .5)
            name, _, own = page.partition('/')
            files.setdefault(name, []).append(json.dumps({'id': own, 'body': body}))
        os.makedirs(args.report, exist_ok=True)
        for name, lines in files.items():
            path = os.path.join(args.report, name + '.jsonl')
            open(path, 'w').write('\n'.join(lines) + '\n')
            subprocess.run([sys.executable, os.path.join(shared, 'score/score_body.py'), '--gold', os.path.join(base, name + '.jsonl'),
                            '--pred', path, '--nopara'])
    if args.out:
        first_model = fit(X, y, weight, args.rounds)
        first = out_of_fold(X, everything, args.folds)
        both = np.hstack([X, opinions(first)])
        second_model = fit(both, y, weight, args.rounds)
        opinion_names = [f'body@{k}' for k in range(-4, 5)] + ['body_near', 'body_around', 'body_wide', 'body_before', 'body_after', 'to_body_back',
                                                              'to_body_ahead', 'to_body_run', 'body_run_share']
        kind = 'line' if args.what == 'lines' else 'block'
        for which, model, columns in (('first', first_model, names), ('second', second_model, names + opinion_names)):
            source = (f'# Boosted trees that tell the {kind}s of an article from those of furniture, the {which} of two looks; src/clean/tree_model.hpp.\n'
                      '# Trained by tests/quality/clean_train.py on pages with marked bodies; no text of them is in here. See data/README.md.\n')
            write(model, columns, os.path.join(args.out, f'{kind}_trees_{which}.tsv'), source)


if __name__ == '__main__':
    main()
