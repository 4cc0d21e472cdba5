#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What look-up and coreference add to `dateline annotate`, and how long a run over one sentence takes.

usage: actors.py BUILD TEXT.jsonl [RUNS]

BUILD is a build folder (build/release). Commands take turns in the same run, on one thread; printed are medians, and their ratio to the limit.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

MOST_ADDED = 0.25   # of annotate's time
LONGEST_START = 0.1  # seconds

SENTENCE = '{"id": "1", "published": "2025-03-04", "text": "The foreign minister of Norway met President Lind in Geneva on Tuesday."}\n'


def run(program, command, path):
    """Seconds of the clock and of the processor."""
    before, began = os.times(), time.monotonic()
    subprocess.run([program, command, "-q", "--threads", "1", "--input-format", "jsonl", path], stdout=subprocess.DEVNULL, check=True)
    ended, after = time.monotonic(), os.times()
    return ended - began, after.children_user + after.children_system - before.children_user - before.children_system


def median(runs, which):
    return statistics.median(one[which] for one in runs)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    program, text = os.path.join(sys.argv[1], "dateline"), sys.argv[2]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as one:
        one.write(SENTENCE)
        one.flush()
        for command in ("annotate", "actors", "extract"):
            start = median([run(program, command, one.name) for _ in range(2 * runs + 1)], 0)
            print(f"start, {command} on one sentence: {1000 * start:.0f} ms of the clock, {start / LONGEST_START:.2f} of the limit")
    pairs = [(run(program, "annotate", text), run(program, "actors", text)) for _ in range(runs)]
    annotate, actors = (median(side, 1) for side in zip(*pairs))
    added = actors / annotate - 1
    print(f"annotate {annotate:.2f} s, actors {actors:.2f} s of processor time: {100 * added:.0f} % added, {added / MOST_ADDED:.2f} of the limit")


if __name__ == "__main__":
    main()
