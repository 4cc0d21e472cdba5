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


def triple(begin, end, shown_begin, shown_end, in_months=False):
    """(begin, end, length): the length in years or months where both ends are first days of months, else in days."""
    months = months_between(begin, end)
    if in_months:
        length = f"P{months}M"
    elif begin.day != 1 or end.day != 1 or months <= 0:
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
    if match and not re.search(r"\d[:.]\d\d|(?<![/\d])\d{4}|\bnoon|midnight|midday|o'?clock\b.*:", text):
        shown = match.group(1)
    if text.strip() in ("noon", "12 noon", "midday"):
        shown = "12"
    return "T" + {"24": "00", "24:00": "00"}.get(shown, shown)


def of_week(timex, published):
    """"next Friday" is the Friday of next week there, "last Friday" of last week."""
    match = re.match(r"(last|next|this)\(XXXX-WXX-(\d)\)$", re.sub(r"^at\([^,]*, (.*)\)$", r"\1", timex["operators"]))
    if not match or re.search(r"\b(past|upcoming|coming)\b", timex["text"], re.I):
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


def week_of_month(timex):
    """"the last week of July" is the fifth of it there."""
    match = re.match(r"(the )?(first|second|third|fourth|fifth|last|\d\w\w) week of (.*)", timex["text"], re.I)
    if not match or not re.match(r"\d{4}-W\d\d$", timex["value"]) or not re.search(r"[a-z]", match.group(3)) or "year" in match.group(3).lower():
        return None
    thursday = day(timex["earliest"]) + datetime.timedelta(3)
    count = 5 if match.group(2).lower() == "last" else (thursday.day + 6) // 7
    open_year = not re.search(r"\d{4}|last|next|this|previous", match.group(3), re.I)
    return f"{'XXXX' if open_year else thursday.year}-{thursday.month:02}-W{count:02}"


def weekday_and_day(timex, published):
    """"Mon 13th" is a Monday there, "Monday the 13th" a day."""
    if not re.match(r"(XXXX-XX-\d\d|at\(.*, XXXX-XX-\d\d\))$", timex["operators"]) or not re.match(r"[a-z]{3,}", timex["text"], re.I) or re.match("the|on", timex["text"], re.I):
        return None
    date = re.sub(r"T.*", "", timex["value"])
    if re.search(r"\bthe\b", timex["text"], re.I) or date == str(published.date()):
        return date + clock(timex)
    return f"XXXX-WXX-{day(date).isoweekday()}" + clock(timex)


def stretch_of_clock(timex, published):
    """"the next 5 minutes": from now on."""
    match = re.match(r"PT(\d+)[HMS]$", timex["value"])
    side = re.search(r"\b(next|coming|upcoming|following|last|past|previous)\b", timex["text"], re.I)
    if not match or not side or timex["text"].lower().startswith("the"):
        return None
    back = side.group(1).lower() in ("last", "past", "previous")
    now, other = published.strftime("%Y-%m-%dT%H:%M:%S"), in_length(timex["value"], published, -1 if back else 1)
    return f"({other},{now},{timex['value']})" if back else f"({now},{other},{timex['value']})"


def business_days(count, published, back):
    """The span of so many working days before or after a day."""
    step, moved, ends = (-1 if back else 1), published.date(), []
    while len(ends) < count:
        moved += datetime.timedelta(step)
        if moved.weekday() < 5:
            ends.append(moved)
    first, last = min(ends), max(ends) + datetime.timedelta(1)
    return f"({first},{last},P{count}BD)"


def single(timex, published):
    value, operators = timex["value"], timex["operators"]
    if timex["rule"] == "no such day in the calendar":
        return re.sub(r"at\((T.*), (.*)\)", r"\2\1", operators)
    if re.fullmatch(r"[a-z' .]+", operators) and re.match(r"\d{4}-\d\d-\d\d$", value):
        return "XXXX" + value[4:]
    nth_day = re.match(r"nth\((\d+) day, (XXXX-\d\d)\)", operators)
    if nth_day:
        return f"{nth_day.group(2)}-{int(nth_day.group(1)):02}"
    if operators.startswith("this(week of") and re.search(r"XXXX[-\dX]+", operators):
        return re.search(r"XXXX[-\dX]+", operators).group()
    if re.match(r"shift\(\+[12] week, now\)$", operators) and "next" in timex["text"]:
        year, week, _ = day(timex["earliest"]).isocalendar()
        return f"{year}-W{week:02}"
    if timex["mod"] == "END" and re.match(r"(the )?end\b", timex["text"], re.I) and timex["type"] == "DATE" and re.match(r"(\d{4}-\d\d-\d\d|XXXX-WXX-\d)$", written(timex)):
        return written(timex) + "T23:59:59"
    if week_of_month(timex):
        return week_of_month(timex)
    if weekday_and_day(timex, published):
        return weekday_and_day(timex, published)
    if re.search(r"\bfiscal\b", timex["text"], re.I) and re.match(r"\d{4}$", value):
        return "FY" + value
    short_year = re.search(r"[/.-](\d\d)$", timex["text"])
    if short_year and re.match(r"20[3-6]\d-\d\d-\d\d$", value):
        return ("XX" if value[2] == "3" else "19") + value[2:]
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
        return re.sub(r"^XXXX-XX-XX(?=T)", "", value).replace("P1Q", "P3M")
    if timex["type"] == "DURATION":
        if re.search(r" later$", timex["text"]) and in_length(value, published):
            return in_length(value, published)
        if stretch_of_clock(timex, published):
            return stretch_of_clock(timex, published)
        working = re.search(r"\b(next|previous|last|past)\b.*\bbusiness days", timex["text"], re.I)
        if working and re.match(r"P(\d+)D$", value):
            return business_days(int(value[1:-1]), published, working.group(1).lower() != "next")
        if "quarter" in timex["text"] and re.match(r"P(\d+)Y3M$", value):
            return value.replace("Y3M", ".25Y")
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
    if timex["mod"] in ("MID", "END") and timex["earliest"] and re.match(r"(\d{4}|XXXX)(-\d\d)?$", shown):
        return ("XXXX" if shown.startswith("XXXX") else "") + str(edge_of(timex))[4 if shown.startswith("XXXX") else 0:]
    if re.match(r"\d{4}$", shown):
        return shown + "-01-01"
    if re.match(r"(\d{4}|XXXX)-\d\d$", shown):
        return shown + "-01"
    if re.match(r"\d{4}-(W|Q|H|SP|SU|FA|WI)", shown):
        return timex["earliest"]
    return shown


def edge_of(timex):
    """The first day behind "the end of June", the middle one of "the middle of March"."""
    last = day(timex["latest"])
    if timex["mod"] == "END":
        return last + datetime.timedelta(1)
    return datetime.date(last.year, 7, 2) if re.match(r"\d{4}$", timex["value"]) else last.replace(day=16)


def minutes_of(timex):
    match = re.search(r"T(\d\d)(?::(\d\d))?", timex["value"])
    return int(match.group(1)) * 60 + int(match.group(2) or 0) if match else None


def point(timex, published):
    """The first day of an end of a range; "now" is the reference."""
    if timex["mod"] in ("MID", "END") and timex["earliest"]:
        return edge_of(timex)
    return published.date() if timex["value"] == "PRESENT_REF" else day(timex["earliest"]) if timex["earliest"] else None


def joined(first, second, published):
    begin, end = begin_of(first), begin_of(second)
    if first["value"] == "PRESENT_REF":
        begin = str(published.date())
    if second["value"] == "PRESENT_REF":
        end = str(published.date())
    if {first["type"], second["type"]} == {"TIME", "DATE"} and "PRESENT_REF" not in (first["value"], second["value"]) and minutes_of(first) is not None:
        return None
    if first["type"] == second["type"] == "TIME" and minutes_of(first) is not None and minutes_of(second) is not None:
        if minutes_of(first) + 720 < minutes_of(second) and not re.search(r"[ap]\.?m|morning|\b0\d:|noon", first["text"], re.I):
            hour = minutes_of(first) // 60
            first = {**first, "value": first["value"].replace(f"T{hour:02}", f"T{hour + 12:02}")} # 2:00 - 2:30 pm
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
    if begin.startswith("XXXX-") and end.startswith("XXXX-") and "W" not in begin + end:
        b = b.replace(year=a.year if (a.month, a.day) <= (b.month, b.day) else a.year + 1)
    if b < a and end.startswith("XXXX"):
        b = b.replace(year=a.year if (a.month, a.day) <= (b.month, b.day) else a.year + 1)
    return triple(a, b, begin, end, any(t["mod"] in ("MID", "END") for t in (first, second)) and months_between(a, b) > 0)


RANGE_LINK = re.compile(r"\s*(to|until|till|through|thru|and|-|–|~|--|to the|and the|until the)\s*$", re.I)
LEAD = re.compile(r"\b(before|after|since|until|till|around|within|as of|prior to|later than|no later than|earlier than|(starting|beginning)( on)?|in the|"
                  r"as (early|late) as|any time from|(year )?greater than|w/c|(before|after) (the|the year|year)|(school|calendar|cy|sy)( year)?)\s+$", re.I)
LATER = re.compile(r" (or|and) (later|greater|after|earlier|before)\b(?! \w*\d)", re.I)
KEEPS_ARTICLE = re.compile(r"the (week|day|month|year(?! \d)|end of today|last \w+ (of|month)|first|second|third|next (decade|century|\d|two decades)|last (two|three|four|few)|\d+\w\w (day|month)|\d+(st|nd|rd|th)\b)", re.I)
PART_OF_DAY = re.compile(r"the (mornings?|afternoon|evening|night|daytime)\b", re.I)


def is_bare_time(mapped):
    return mapped.startswith(("T", "(T"))


def on_day(date, mapped):
    """The bare time or range of times `mapped`, on a day."""
    return re.sub(r"(?<![A-Z\d])T(?=[\dA-Z])", date + "T", mapped)


BARE_DAY = re.compile(r"([\dX]{4}-(?:\d\d-\d\d|WXX-\d|XX-\d\d))(T(MO|AF|EV|NI|DT))?$")


def with_length(entities, text):
    """There "for 3 hours from 10 am", "3 days starting next Monday" are the stretch of that length from there on."""
    out = []
    for entity in entities:
        before = out[-1] if out else None
        gap = text[before["end"]:entity["start"]] if before else ""
        length = before and re.fullmatch(r"P(T?)([\d.]+)([HMDW])", before["timex"]) and before["timex"]
        if length and re.fullmatch(r",? (starting |beginning )?(from |on )?", gap) and gap.strip() not in ("on", ",", ", on") and re.match(r"([\dX]{4}-\d\d-\d\d)?(T\d\d(:\d\d)?)?$", entity["timex"]) \
                and (gap.strip() or re.match("starting|beginning|from", text[entity["start"]:])):
            begin, start = entity["timex"], before["start"]
        elif before and re.fullmatch(r" for ", gap) and re.fullmatch(r"P(T?)([\d.]+H(\d+M)?|\d+M)", entity["timex"]) and re.match(r"([\dX]{4}-\d\d-\d\d)?T\d\d(:\d\d)?$", before["timex"]) \
                and re.search(r"\bfrom $", text[:before["start"]]):
            begin, length, start = before["timex"], entity["timex"], before["start"] - 5
        else:
            out.append(entity)
            continue
        lead = re.search(r"\bfor $", text[:start]) if "T" in begin or gap.strip() in ("from", ", from") else None
        end = moved_by(begin, length)
        out[-1] = {"start": start - 4 if lead else start, "end": entity["end"], "timex": f"({begin},{end},{length})"}
    return out


def moved_by(begin, length):
    """A date or a bare time so much later."""
    hour = re.search(r"T(\d\d)(?::(\d\d))?", begin)
    date = re.match(r"[\dX]{4}-\d\d-\d\d", begin)
    moved = datetime.datetime.fromisoformat(date.group().replace("XXXX", "2000") if date else "2000-01-01")
    moved += datetime.timedelta(hours=int(hour.group(1)) if hour else 0, minutes=int((hour and hour.group(2)) or 0))
    for count, unit in re.findall(r"([\d.]+)([HMDW])", length):
        moved += datetime.timedelta(**{{"H": "hours", "M": "minutes", "D": "days", "W": "weeks"}[unit]: float(count)})
    shown = (("XXXX" if begin.startswith("XXXX") else str(moved.year)) + moved.strftime("-%m-%d")) if date else ""
    return shown + (moved.strftime("T%H:%M:%S") if hour else "")


def day_in_week(date, weekday):
    """The weekday (XXXX-WXX-n) in the week of a date, weeks from Sunday on."""
    sunday = day(date) - datetime.timedelta(day(date).isoweekday() % 7)
    return str(sunday + datetime.timedelta(int(weekday[-1]) % 7))


def with_weekday(found, entity, text):
    """"Monday two weeks from now" is one: the Monday of that week."""
    if found and re.match(r"XXXX-WXX-\d$", found[-1]["timex"]) and text[found[-1]["end"]:entity["start"]] in (" ", ", "):
        both = {"start": found[-1]["start"], "end": entity["end"], "timex": day_in_week(entity["timex"], found[-1]["timex"])}
        return found[:-1] + [both]
    return found + [{**entity, "shifted": True}]


def merged(entities, text):
    """There a day and a time of day that stand together are one: "Monday from 3 to 8", "10 am - 12 pm on Monday"."""
    out = []
    for entity in entities:
        gap = text[out[-1]["end"]:entity["start"]] if out else None
        if gap is not None and re.fullmatch(r"\s*[,(@-]?\s*(at|on|around|for|by)?\s*", gap, re.I):
            before = out[-1]["timex"]
            part = BARE_DAY.match(before)
            if part and part.group(2) and is_bare_time(entity["timex"]):
                out[-1] = {"start": out[-1]["start"], "end": entity["end"], "timex": on_day(part.group(1), entity["timex"])}
                continue
            if re.fullmatch("T(MO|AF|EV|NI)", before) and re.match(r"T\d", entity["timex"]): # every evening at 7
                out[-1] = {"start": out[-1]["start"], "end": entity["end"], "timex": entity["timex"]}
                continue
            if "P1D" in (before, entity["timex"]) and any(re.match(r"T\d", t) for t in (before, entity["timex"])):
                out[-1] = {"start": out[-1]["start"], "end": entity["end"], "timex": before if before != "P1D" else entity["timex"]}
                continue
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
    if re.search(r"\bwhat $", text[:start], re.I) and about:
        start += about.end() if timex["type"] != "DATE" else 0
    if re.search(r"\bon $", text[:start]) and re.match(r"\w+day of (next|the following) week", timex["text"], re.I):
        start -= 3
    if article and timex["type"] == "DURATION" and (article.group(1).lower() == "the" or re.match(r"an? \d", timex["text"])):
        start += article.end()
    if article and timex["type"] == "DATE" and not KEEPS_ARTICLE.match(timex["text"]) and not re.search(" (later|ago)$", timex["text"]) \
            and not LEAD.search(text[:start]):
        start += article.end()
    lead = LEAD.search(text[:start])
    if lead and not (lead.group(1).lower() == "in the" and timex["type"] not in ("TIME", "SET")):
        start = lead.start()
    if re.search(r"\bin $", text[:start], re.I) and PART_OF_DAY.match(timex["text"]):
        start -= 3
    if text[end - 1] == "." and text[end - 2:end] != "m.":
        end -= 1
    zone = re.search(r" ([A-Z]{1,3}T|Z)$", timex["text"])
    if zone and timex["type"] == "TIME":
        end -= len(zone.group())
    later = LATER.match(text[end:])
    if later:
        end += later.end()
    return start, end


def entities(record):
    text, times = record["text"], [t for t in record["timexes"] if t["value"] or t["rule"] == "no such day in the calendar"]
    published = datetime.datetime.fromisoformat(record["dct"] or "2016-11-07T00:00:00")
    found, k = [], 0
    while k < len(times):
        timex = times[k]
        k += 1
        if k < len(times) and RANGE_LINK.fullmatch(text[timex["end"]:times[k]["start"]]):
            both = joined(timex, times[k], published)
            lead = re.search(r"\b(from|between)\s+(the\s+)?$", text[:timex["start"]], re.I)
            linked_by_and = text[timex["end"]:times[k]["start"]].strip().lower() == "and"
            if both and (not linked_by_and or (lead and lead.group(1).lower() == "between")):
                found.append({"start": lead.start() if lead else timex["start"], "end": times[k]["end"], "timex": both})
                k += 1
                continue
        if timex["value"] == "PAST_REF":
            continue
        start, end = span_of(timex, text)
        mapped = single(timex, published)
        led = re.search(r"\b(in|within) $", text[:timex["start"]], re.I)
        if led and timex["type"] == "DURATION" and not re.match(r"the (next|last|past|coming)", timex["text"]) and in_length(timex["value"], published):
            start, mapped = led.start(), in_length(timex["value"], published)
            if led.group(1).lower() == "within":
                begin = str(published.date()) if "T" not in mapped else published.strftime("%Y-%m-%dT%H:%M:%S")
                mapped = f"({begin},{mapped},{timex['value']})"
        if re.match(r"(school|sy)\b", text[start:], re.I) or re.search(r"\bschool year$", timex["text"], re.I):
            mapped = "SY" + mapped if re.match(r"\d{4}$", mapped) else mapped
        if timex["operators"].startswith("shift") and re.match(r"\d{4}-\d\d-\d\d$", mapped):
            found = with_weekday(found, {"start": start, "end": end, "timex": mapped}, text)
            continue
        if found and re.match(r"XXXX-WXX-\d$", mapped) and found[-1].get("shifted") and text[found[-1]["end"]:start] == " on ":
            found[-1] = {"start": found[-1]["start"], "end": end, "timex": day_in_week(found[-1]["timex"], mapped)}
            continue
        found.append({"start": start, "end": end, "timex": mapped})
    return with_length(merged(found, text), text)


for line in open(sys.argv[1], encoding="utf-8"):
    record = json.loads(line)
    print(json.dumps({"id": record["doc_id"], "entities": entities(record)}))
