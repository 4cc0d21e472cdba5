#!/usr/bin/env python3
"""recognizers_map.py TIMES.jsonl: what `times_of` writes, in the conventions of Microsoft's Recognizers-Text, for score_recognizers.py.

The two differ in convention, not in calendar: there, what is not written stays open ("Friday" = XXXX-WXX-5), quarters, decades and
ranges are triples (begin, end, length), an hour without minutes is T15, a span takes "from", "before" and "at" along and leaves
most articles out. This layer translates; it belongs to the test, nothing of it is in the program.
"""
import datetime
import json
import re
import sys


def day(text):
    return datetime.date.fromisoformat(text)


def months_between(a, b):
    return (b.year - a.year) * 12 + b.month - a.month


def triple(begin, end, shown_begin, shown_end):
    """(begin, end, length): the length in years or months where both ends are first days of months, else in days."""
    months = months_between(begin, end)
    if begin.day != 1 or end.day != 1 or months <= 0:
        length = f"P{(end - begin).days}D"
    elif months % 12 == 0 and months > 12:
        length = f"P{months // 12}Y"
    else:
        length = f"P{months}M"
    return f"({shown_begin},{shown_end},{length})"


def written(timex):
    """A date as far as it is written ("XXXX-05-05", "XXXX-WXX-5"), the day an expression comes to otherwise."""
    operators = timex["operators"]
    inner = re.match(r"at\(T[^,]*, (.*)\)$", operators)
    if inner:
        operators = inner.group(1)
    if operators.startswith("XXXX") and "-Q" not in operators:
        return operators
    return re.sub(r"T.*", "", timex["value"])


def clock(timex):
    value = re.search(r"T(.*)$", timex["value"])
    if not value:
        return ""
    shown = value.group(1)
    match = re.match(r"(\d\d):00$", shown)
    text = timex["text"].lower()
    if match and not re.search(r"\d[:.]\d\d|\d{4}|noon|midnight|midday|o'?clock\b.*:", text):
        shown = match.group(1)
    if text.strip() in ("noon", "midday"):
        shown = "12"
    return "T" + {"24": "00", "24:00": "00"}.get(shown, shown)


def of_week(timex, published):
    """"next Friday" is the Friday of next week there, "last Friday" of last week."""
    match = re.match(r"(last|next|this)\(XXXX-WXX-(\d)\)$", re.sub(r"^at\([^,]*, (.*)\)$", r"\1", timex["operators"]))
    if not match:
        return None
    monday = published.date() - datetime.timedelta(published.date().weekday())
    weeks = {"last": -1, "next": 1, "this": 0}[match.group(1)]
    return str(monday + datetime.timedelta(7 * weeks + int(match.group(2)) - 1))


def in_length(value, published, sign=1):
    """"in two months", "in 3 min", "two years ago": the point so far from the reference."""
    match = re.match(r"P(T?)([\d.]+)([HMSDWY])$", value)
    if not match:
        return None
    clock_unit, count, unit = bool(match.group(1)), float(match.group(2)), match.group(3)
    if clock_unit or unit in "DW":
        step = {"H": 3600, "M": 60, "S": 1, "D": 86400, "W": 7 * 86400}[unit] * count
        moved = published + sign * datetime.timedelta(seconds=step)
        return moved.strftime("%Y-%m-%dT%H:%M:%S") if clock_unit else str(moved.date())
    months = published.month - 1 + sign * int(count * (12 if unit == "Y" else 1))
    year, month = published.year + months // 12, months % 12 + 1
    return f"{year}-{month:02}-{min(published.day, 28 if month == 2 else 30):02}"


def single(timex, published):
    value, operators = timex["value"], timex["operators"]
    weekday = of_week(timex, published)
    if weekday:
        return weekday + (clock(timex) if timex["type"] == "TIME" else "")
    same = re.match(r"(?:the |that )?same (week|month|year)$", timex["text"], re.I)
    if same:
        return {"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}[same.group(1).lower()]
    shifted = re.match(r"shift\(([+-])([\d.]+) (week|month|year), now\)$", operators)
    if shifted:
        return in_length(f"P{shifted.group(2)}{shifted.group(3)[0].upper()}", published, -1 if shifted.group(1) == "-" else 1)
    if re.match(r"this\(week of (\d|XXXX)", operators):
        return operators[len("this(week of "):-1]
    if timex["type"] == "TIME":
        if re.match(r"at\([^,]*, (story|now|then)\)", operators) and not re.search("tonight|tonite", timex["text"], re.I):
            return clock(timex)
        if operators.startswith("shift"):
            return value if value.count(":") == 2 else value + ":00"
        return written(timex) + clock(timex)
    if timex["type"] == "SET":
        return re.sub(r"^XXXX-XX-XX(?=T)", "", value)
    if timex["type"] == "DURATION":
        match = re.match(r"P(X|[\d.]+)(D|W|M|Y|WE|DE)$", value)
        if match and timex["earliest"] and timex["latest"]:
            first, last = day(timex["earliest"]), day(timex["latest"])
            ahead = re.search(r"next|coming|upcoming|following", timex["text"].lower())
            if ahead:
                first, last = first + datetime.timedelta(1), last + datetime.timedelta(1)
            return f"({first},{last},{value})"
        half = re.match(r"PT(\d+)H30M$", value)
        if half and "half" in timex["text"]:
            return f"PT{half.group(1)}.5H"
        quarters = re.match(r"P(\d+)Q$", value)
        if quarters:
            count = int(quarters.group(1))
            begin = published.year * 12 + (published.month - 1) // 3 * 3
            back = re.search(r"last|past|previous", timex["text"], re.I)
            ends = (begin - 3 * count, begin) if back else (begin + 3, begin + 3 + 3 * count)
            return "({}-01,{}-01,P{}M)".format(*(f"{m // 12}-{m % 12 + 1:02}" for m in ends), 3 * count)
        return value.replace("PXW", "P3W").replace("PXD", "P3D").replace("PXM", "P3M").replace("PXY", "P3Y").replace("PTXM", "PT3M").replace("PTXH", "PT3H")
    if value.endswith("_REF"):
        return value
    if not timex["earliest"]:
        return written(timex)
    first, last = day(timex["earliest"]), day(timex["latest"])
    quarter = re.match(r"(\d{4})-Q(\d)$", value)
    if quarter:
        first = datetime.date(int(quarter.group(1)), int(quarter.group(2)) * 3 - 2, 1)
        end = datetime.date(first.year + (first.month + 3) // 13, (first.month + 2) % 12 + 1, 1)
        shown = operators.startswith("XXXX")
        return f"({first},{end},P3M)" if not shown else f"(XXXX-{first:%m-%d},XXXX-{end:%m-%d},P3M)"
    half = re.match(r"(\d{4})-H(\d)$", value)
    if half:
        year = int(half.group(1))
        ends = ((f"{year}-01-01", f"{year}-07-01"), (f"{year}-07-01", f"{year + 1}-01-01"))[int(half.group(2)) - 1]
        return f"({ends[0]},{ends[1]},P6M)"
    if re.match(r"\d{3}$", value):
        return f"({value}0-01-01,{int(value) * 10 + 10}-01-01,P10Y)"
    if re.match(r"\d{2}$", value):
        return f"({value}00-01-01,{int(value) * 100 + 100}-01-01,P100Y)"
    season = re.match(r"XXXX-(SP|SU|FA|WI)$", written(timex))
    return season.group(1) if season else written(timex)


def begin_of(timex):
    shown = written(timex) + clock(timex)
    if re.match(r"\d{4}$", shown):
        return shown + "-01-01"
    if re.match(r"(\d{4}|XXXX)-\d\d$", shown):
        return shown + "-01"
    if re.match(r"\d{4}-(W|Q|H|SP|SU|FA|WI)", shown):
        return timex["earliest"]
    return shown


def minutes_of(timex):
    match = re.search(r"T(\d\d)(?::(\d\d))?", timex["value"])
    return int(match.group(1)) * 60 + int(match.group(2) or 0) if match else None


def point(timex, published):
    """The first day of an end of a range; "now" is the reference."""
    return published.date() if timex["value"] == "PRESENT_REF" else day(timex["earliest"]) if timex["earliest"] else None


def joined(first, second, published):
    begin, end = begin_of(first), begin_of(second)
    if first["value"] == "PRESENT_REF":
        begin = str(published.date())
    if second["value"] == "PRESENT_REF":
        end = str(published.date())
    if first["type"] == second["type"] == "TIME" and minutes_of(first) is not None and minutes_of(second) is not None:
        begin_day, end_day = (re.sub(r"T.*", "", single(t, published)) for t in (first, second))
        shown = begin_day or end_day
        begin, end = shown + clock(first), (end_day or shown) + clock(second)
        same_day = True
        span = minutes_of(second) - minutes_of(first) + (0 if same_day else 1440)
        hours, minutes = divmod(span % 1440, 60)
        length = "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
        return f"({begin},{end},{length})"
    a, b = point(first, published), point(second, published)
    if not a or not b:
        return None
    if begin.startswith("XXXX-") and re.match(r"\d{4}-\d\d-\d\d$", end) and second["value"] != "PRESENT_REF":
        a = a.replace(year=b.year if (a.month, a.day) <= (b.month, b.day) else b.year - 1)
        begin = str(a)
    if end.startswith("XXXX-WXX") and not begin.startswith("XXXX"):
        b = a + datetime.timedelta((b.weekday() - a.weekday()) % 7)
        end = str(b)
    if b < a and end.startswith("XXXX"):
        b = b.replace(year=a.year if (a.month, a.day) <= (b.month, b.day) else a.year + 1)
    return triple(a, b, begin, end)


RANGE_LINK = re.compile(r"\s*(to|until|till|through|thru|and|-|–|~|--|to the|and the|until the)\s*$", re.I)
LEAD = re.compile(r"\b(from|before|after|since|until|till|around|within|as of|prior to|later than|no later than|earlier than|starting( on)?|in the)\s+$", re.I)
KEEPS_ARTICLE = re.compile(r"the (week|day|month|end|start|beginning|last \w+ (of|month)|first|next (decade|century|\d)|last (two|three|four|few))", re.I)


def is_bare_time(mapped):
    return mapped.startswith(("T", "(T"))


def on_day(date, mapped):
    """The bare time or range of times `mapped`, on a day."""
    return re.sub(r"(?<![A-Z\d])T(?=[\dA-Z])", date + "T", mapped)


def merged(entities, text):
    """There a day and a time of day that stand together are one: "Monday from 3 to 8", "10 am - 12 pm on Monday"."""
    out = []
    for entity in entities:
        gap = text[out[-1]["end"]:entity["start"]] if out else None
        if gap is not None and re.fullmatch(r"\s*[,(@-]?\s*(at|on|around|for)?\s*", gap, re.I):
            before = out[-1]["timex"]
            if re.fullmatch(r"[\dX]{4}-(\d\d-\d\d|WXX-\d)", before) and is_bare_time(entity["timex"]):
                out[-1] = {"start": out[-1]["start"], "end": entity["end"], "timex": on_day(before, entity["timex"])}
                continue
            if is_bare_time(before) and re.fullmatch(r"[\dX]{4}-(\d\d-\d\d|WXX-\d)", entity["timex"]):
                out[-1] = {"start": out[-1]["start"], "end": entity["end"], "timex": on_day(entity["timex"], before)}
                continue
        out.append(entity)
    return out


def span_of(timex, text):
    """There a span leaves an article out, mostly, and takes what bounds along."""
    start, end = timex["start"], timex["end"]
    about = re.match(r"(about|around) ", timex["text"], re.I)
    if about and timex["type"] == "DATE":
        start += about.end()
    article = re.match(r"(the|a|an) ", timex["text"], re.I)
    if article and timex["type"] == "DURATION":
        start += article.end()
    if article and timex["type"] == "DATE" and not KEEPS_ARTICLE.match(timex["text"]):
        start += article.end()
    lead = LEAD.search(text[:start])
    if lead and not (lead.group(1).lower() == "in the" and timex["type"] != "TIME"):
        start = lead.start()
    if text[end - 1] == "." and text[end - 2:end] != "m.":
        end -= 1
    return start, end


def entities(record):
    text, times = record["text"], [t for t in record["timexes"] if t["value"]]
    published = datetime.datetime.fromisoformat(record["dct"] or "2016-11-07T00:00:00")
    found, k = [], 0
    while k < len(times):
        timex = times[k]
        k += 1
        if k < len(times) and RANGE_LINK.fullmatch(text[timex["end"]:times[k]["start"]]):
            both = joined(timex, times[k], published)
            lead = re.search(r"\b(from|between)\s+(the\s+)?$", text[:timex["start"]], re.I)
            if both and (lead or text[timex["end"]:times[k]["start"]].strip().lower() != "and"):
                found.append({"start": lead.start() if lead else timex["start"], "end": times[k]["end"], "timex": both})
                k += 1
                continue
        if timex["value"] == "PAST_REF":
            continue
        start, end = span_of(timex, text)
        mapped = single(timex, published)
        led = re.search(r"\b(in|within) $", text[:timex["start"]], re.I)
        if led and timex["type"] == "DURATION" and in_length(timex["value"], published):
            start, mapped = led.start(), in_length(timex["value"], published)
            if led.group(1).lower() == "within":
                begin = str(published.date()) if "T" not in mapped else published.strftime("%Y-%m-%dT%H:%M:%S")
                mapped = f"({begin},{mapped},{timex['value']})"
        found.append({"start": start, "end": end, "timex": mapped})
    return merged(found, text)


for line in open(sys.argv[1], encoding="utf-8"):
    record = json.loads(line)
    print(json.dumps({"id": record["doc_id"], "entities": entities(record)}))
