#!/usr/bin/env python3
"""eventdates.py EVENTS.jsonl DATED.jsonl [--rules]: how often the date of an event is exactly the gold's (EventTime, Reimers et al. 2016).

DATED is what dateline_date_events writes. The gold knows single days ("exact", or bounded by "after" and "before") and stretches
with such a beginning and end. Ours become:
- one day = exact; several days = bounded by the first and the last, where the gold ends a month on the 28th, counts a week from
  Sunday to Saturday and seasons by the sun, and lets what has happened end at publication;
- open ends = bounds; ongoing = a stretch that began before publication and ends after it; a noun or a purpose ahead = a stretch;
- recent at publication, by grammar: a verb in the past = the day of publication, in a relative or adverbial clause = before it, as a
  noun that only completes another; a verb in the present that says nothing, a noun not governed by a past = a stretch around
  publication; an infinitive = after it;
- a noun without a time of its own has that of the same noun elsewhere in the text, as `events` merges the tellings of an event.
--rules prints the figure by the rule that dated the event.
"""
import collections
import datetime
import json
import sys


NOUNS = ("noun", "noun of a past")

# the first and the last day of a season here, and in the gold
SEASONS = {("03-01", "05-31"): ("03-20", "06-20"), ("06-01", "08-31"): ("06-21", "09-22"), ("09-01", "11-30"): ("09-23", "12-21")}


def ahead(event, dct):
    """Of what lies ahead of publication."""
    purpose = event["word"] == "infinitive" and event["clause"] == "advcl"
    if event["word"] in NOUNS or purpose:
        return {"begin": {"after": dct}, "end_": {"after": dct}}
    return {"time": {"after": dct}}


def recent(event, dct):
    """Of an event without a time near it."""
    if event["word"] in ("present", "noun"):
        return {"begin": {"before": dct}, "end_": {"after": dct}}
    if event["word"] == "infinitive":
        return ahead(event, dct)
    if event["word"] in NOUNS and event["clause"] == "nmod" or event["word"] == "past" and event["clause"] in ("acl:relcl", "advcl", "acl"):
        return {"time": {"before": dct}}
    return {"time": {"exact": dct}}


def bounds(first, last, event, dct):
    """The ends of several days as the gold writes them."""
    if (first[5:], last[5:]) in SEASONS:
        opens, closes = SEASONS[first[5:], last[5:]]
        return first[:5] + opens, last[:5] + closes
    begin, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    if begin.day == 1 and end.month == begin.month and (end + datetime.timedelta(1)).day == 1:
        end = end.replace(day=28)
    elif begin.weekday() == 0 and (end - begin).days == 6:
        begin, end = begin - datetime.timedelta(1), end - datetime.timedelta(1)
    if event["status"] == "occurred" and str(begin) < dct < str(end):
        end = dct
    return str(begin), str(end)


def label(event, dct):
    earliest, latest = event["earliest"], event["latest"]
    if event["status"] == "ongoing" and event["basis"] == "publication":
        return {"begin": {"before": dct}, "end_": {"after": dct}}
    if event["rule"] == "recent at publication":
        return recent(event, dct)
    if event["rule"] == "ahead of publication" or (event["rule"] == "time of the clause above" and event["word"] == "infinitive"):
        return ahead(event, dct)
    if earliest and earliest == latest:
        return {"time": {"exact": earliest}}
    if earliest and latest:
        earliest, latest = bounds(earliest, latest, event, dct)
    return {"time": {**({"after": earliest} if earliest else {}), **({"before": latest} if latest else {})}}


def told_elsewhere(dated):
    """The first telling of each noun that names its time."""
    tellings = {}
    for event in dated.values():
        if event["basis"] in ("stated", "relative") and event["earliest"] and event["latest"]:
            tellings.setdefault((event["doc_id"], event["lemma"]), event)
    return tellings


def main():
    gold = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    dated = {(e["doc_id"], e["eid"]): e for e in map(json.loads, open(sys.argv[2], encoding="utf-8"))}
    elsewhere = told_elsewhere(dated)
    counts = collections.Counter()
    by_rule = collections.defaultdict(collections.Counter)
    for record in gold:
        dct = record["dct"][:10]
        for event in record["events"]:
            told = {key: event[key] for key in ("time", "begin", "end_") if key in event}
            if not told:
                continue
            system = dated.get((record["doc_id"], event["eid"]))
            if system and system["word"] in NOUNS and system["basis"] == "publication":
                system = elsewhere.get((system["doc_id"], system["lemma"]), system)
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
