#!/usr/bin/env python3
"""bench_readability.py PAGES.jsonl [RUNS]: readability-lxml (Debian: python3-readability) over the pages that bench_clean reads, on one
core. Prints CSV: name,run,cpu_seconds,bytes,pages,articles. Run both one after the other; figures are in tests/quality/clean.md."""
import json
import logging
import sys
import time

from readability import Document

logging.disable(logging.CRITICAL)


def main():
    pages = [json.loads(line)['html'] for line in open(sys.argv[1], encoding='utf-8')]
    size = sum(len(page.encode('utf-8')) for page in pages)
    print('name,run,cpu_seconds,bytes,pages,articles')
    for run in range(1, 1 + (int(sys.argv[2]) if len(sys.argv) > 2 else 1)):
        articles = 0
        start = time.process_time()
        for page in pages:
            try:
                articles += len(Document(page).summary()) > 100
            except Exception:  # noqa: BLE001 - whatever it fails on is no article
                pass
        print(f'readability-lxml,{run},{time.process_time() - start:.3f},{size},{len(pages)},{articles}')


if __name__ == '__main__':
    main()
