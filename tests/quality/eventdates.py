#!/usr/bin/env python3
"""eventdates.py EVENTS.jsonl DATED.jsonl [--rules]: how often the date of an event is exactly the gold's (EventTime, Reimers et al. 2016).

DATED is what dateline_date_events writes. The gold knows single days ("exact", or bounded by "after" and "before") and stretches
with such a beginning and end. Ours become: one day = exact; recent at publication = the day of publication; open ends = bounds;
ongoing = a stretch that began before publication and ends after it; several days = bounded by the first and the last.
--rules prints the figure by the rule that dated the event.
"""
import collections
import json
import sys


def label(event, dct):
    earliest, latest = event["earliest"], event["latest"]
    if event["status"] == "ongoing" and event["basis"] == "publication":
        return {"begin": {"before": dct}, "end_": {"after": dct}}
    if event["rule"] == "recent at publication":
        return {"time": {"exact": dct}}
    if earliest and earliest == latest:
        return {"time": {"exact": earliest}}
    return {"time": {**({"after": earliest} if earliest else {}), **({"before": latest} if latest else {})}}


def main():
    gold = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    dated = {(e["doc_id"], e["eid"]): e for e in map(json.loads, open(sys.argv[2], encoding="utf-8"))}
    counts = collections.Counter()
    by_rule = collections.defaultdict(collections.Counter)
    for record in gold:
        dct = record["dct"][:10]
        for event in record["events"]:
            told = {key: event[key] for key in ("time", "begin", "end_") if key in event}
            if not told:
                continue
            system = dated.get((record["doc_id"], event["eid"]))
            exact = system is not None and label(system, dct) == told
            counts["events"] += 1
            counts["exact"] += exact
            counts["publication"] += told == {"time": {"exact": dct}}
            if system:
                by_rule[system["rule"]]["exact" if exact else "wrong"] += 1
    total = counts["events"]
    print(f"events {total}  exact {100 * counts['exact'] / total:.1f} %  always the day of publication {100 * counts['publication'] / total:.1f} %")
    if "--rules" in sys.argv:
        for rule, c in sorted(by_rule.items(), key=lambda item: -sum(item[1].values())):
            print(f"{c['exact']:4} of {sum(c.values()):4}  {rule}")


main()
