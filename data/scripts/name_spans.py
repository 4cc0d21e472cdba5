# SPDX-License-Identifier: MIT
"""What names are to make_training_data.py: where they stand in a tree, and of what type a run of words is.

A name is the proper name alone, without article, title or description. Spans are (begin, end, type) over the words of a sentence;
types are PERSON, ORG, GPE, LOC, NORP, FAC, EVENT, MISC for a name of another kind, and "" for a name of a type nobody has told.
"""
import re
from pathlib import Path

from tables import key

KNOWLEDGE = Path(__file__).resolve().parents[1] / "knowledge"

FACILITY = set("""airport airfield bridge stadium tower street st. road avenue ave ave. boulevard highway palace square hall building
station hotel church cathedral temple mosque prison jail camp base dam port museum theater theatre arena gallery castle fort tunnel
canal hospital library checkpoint crossing plaza centre center""".split())
NATURAL = set("""river sea ocean mount mountain mountains lake lakes island islands isle valley desert gulf bay strait straits
peninsula africa europe asia antarctica caribbean balkans scandinavia mediterranean atlantic pacific arctic coast region continent
east west north south northern southern eastern western creek cape forest hills hill reef beach plateau basin delta planet moon
earth mars heights triangle""".split())
TITLES = set("""mr mrs ms miss dr prof sir lord lady dame king queen prince princess saint st mr. mrs. ms. dr. prof. sen. rep. gov.
gen. col. maj. capt. lt. sgt. rev. president vice minister prime chancellor secretary senator representative congressman
congresswoman governor mayor judge justice general colonel major captain lieutenant sergeant admiral commander corporal private
ambassador envoy director chairman chairwoman chief spokesman spokeswoman spokesperson deputy pope cardinal bishop archbishop
reverend father brother sister sheikh sultan emir ayatollah imam professor foreign defence defense state special us u.s. uk syrian
iraqi american british russian australian french german iranian turkish new former then interior parliamentary under-secretary high
representative/vice-president development attorney""".split())
TIMES = set("""monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec am pm a.m p.m
est pst edt pdt cst cdt gmt utc""".split())
FORMS = set("inc inc. corp corp. llc llc. ltd ltd. l.p. l.p lp plc llp l.l.c. co. n.a. s.a.".split())  # of companies
OPENERS = {"st.", "st", "saint", "mt.", "mt", "ft.", "fort"}  # are part of the name that follows, whatever the tree says
STATES = set("""alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,hawaii,idaho,illinois,indiana,iowa,
kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,nebraska,nevada,new hampshire,
new jersey,new mexico,new york,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,south carolina,south dakota,
tennessee,texas,utah,vermont,virginia,washington state,west virginia,wisconsin,wyoming,ontario,quebec,alberta,british columbia,
scotland,wales,england,nyc,la,dc,us,usa,uk""".replace("\n", "").split(","))


def rows_of(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [dict(zip(rows[0], row)) for row in rows[1:]]


class Gazetteer:
    """The types of names that the knowledge tables have."""

    def __init__(self):
        self.type_of = {}
        self.groups = set("""muslim muslims christian christians jew jews jewish islamic islamist islamists catholic catholics
protestant protestants sunni sunnis shia shias shiite shiites hindu hindus buddhist buddhists sikh sikhs kurd kurds kurdish arab
arabs republican republicans democrat democrats african africans european europeans asian asians communist communists socialist
socialists nazi nazis palestinian palestinians yazidi yazidis turkmen alawite""".split())
        for row in rows_of(KNOWLEDGE / "organisations.tsv"):
            self.type_of[row["key"], row["form"] == "acronym"] = "ORG"
        self.given_names = {row["key"] for row in rows_of(KNOWLEDGE / "given_names.tsv")}
        for row in rows_of(KNOWLEDGE / "cities.tsv"):
            if row["key"] not in self.given_names:  # "Austin" is anybody's guess
                self.type_of[row["key"], False] = "GPE"
        for row in rows_of(KNOWLEDGE / "regions.tsv"):
            self.type_of[row["key"], False] = "LOC"
        for row in rows_of(KNOWLEDGE / "country_aliases.tsv") + rows_of(KNOWLEDGE / "country_names.tsv"):
            if row["use"] in ("name", "capital"):
                self.type_of[row["key"], False] = "GPE"
            elif row["use"] in ("demonym", "person", "people"):
                self.groups.add(row["key"])
        self.type_of.update({(state, False): "GPE" for state in STATES})
        self.groups -= {"new", "sa"}
        self.organisation_words = {row["key"] for row in rows_of(KNOWLEDGE / "organisation_words.tsv")}
        roles = [row for row in rows_of(KNOWLEDGE / "roles.tsv") if row["kind"] in ("office", "person", "honorific", "rank")]
        self.roles = {row["key"] for row in roles}
        self.role_words = {row["key"] for row in roles if row["number"] == "one"}

    def find(self, words):
        """The type of a name that can be no other; "" for the others."""
        name = key(" ".join(words))
        if words[0] == words[0].upper() and len(words) == 1 and (name, True) in self.type_of:
            return "ORG"
        return self.type_of.get((name, False), "")


GAZETTEER = Gazetteer()


def place(words):
    """What kind of place a name is."""
    low = [w.lower() for w in words]
    if any(w in FACILITY for w in low):
        return "FAC"
    if low == ["middle", "east"] or any(w in NATURAL for w in low) and low[0] not in ("south", "north", "west", "east"):
        return "LOC"
    return "GPE"


def is_capital(word):
    return word[:1].isupper() or word[:1].isdigit()


def trimmed(words, begin, end):
    """The name inside a description, or nothing: without article and lower-case words at its ends."""
    while begin < end and (not is_capital(words[begin]) or words[begin] in ("The", "A", "An")):
        begin += 1
    while begin < end and not is_capital(words[end - 1]):
        end -= 1
    return begin, end


def person(words, begin, end):
    """A person without titles; a title alone is no name."""
    last = max((i for i in range(begin, end) if words[i].lower() in TITLES), default=begin - 1)
    return last + 1, end


def is_role(words):
    name = key(" ".join(words))
    return name in GAZETTEER.roles or key(words[-1]) in GAZETTEER.role_words


# ---- names in trees (rows of CoNLL-U)

def relation(row):
    return row[7].partition(":")[0]


def is_name_word(row):
    return row[4] in ("NNP", "NNPS") and row[1].lower().rstrip(".") not in TIMES and any(c.isalpha() for c in row[1])


def chains(rows):
    """Runs of proper nouns that hang together as one name, as (begin, end, position of the head)."""
    head_of = [int(row[6]) - 1 for row in rows]
    joined = [is_name_word(row) for row in rows]
    found, i = [], 0
    while i < len(rows):
        if not joined[i]:
            i += 1
            continue
        end = i + 1
        while end < len(rows) and extends(rows, head_of, joined, i, end):
            end += 1
        if rows[end - 1][3] == "PUNCT":
            end -= 1
        inside = range(i, end)
        found.append((i, end, next((t for t in inside if head_of[t] not in inside), i)))
        i = end
    return joined_forms(rows, with_complements(rows, head_of, found))


def extends(rows, head_of, joined, begin, t):
    """Whether word t goes on with the name that begins at `begin`: part of it hangs on the other by a relation of names."""
    if rows[t][1] in ("-", "&") and t + 1 < len(rows) and joined[t + 1]:
        return extends(rows, head_of, joined, begin, t + 1)
    if not joined[t] and not (relation(rows[t]) == "flat" and is_capital(rows[t][1])):
        return False
    if rows[t - 1][1].lower() in OPENERS:
        return True
    inside = range(begin, t)
    names = ("flat", "compound", "amod", "goeswith")
    if head_of[t] in inside and rows[t][7] in ("flat", "flat:foreign", "flat:name", "goeswith", "compound"):
        return True
    # The words before it hang on it, or with it on a head further on.
    return any((head_of[u] == t or head_of[u] == head_of[t]) and relation(rows[u]) in names for u in inside if head_of[u] not in inside)


def with_complements(rows, head_of, found):
    """Joins "Bank" and "England": a name that hangs on the one before it by nothing but "of" or "for" is part of it, unless that one is a role."""
    joined = []
    for begin, end, head in found:
        if joined:
            before, before_end, before_head = joined[-1]
            between = [row[1].lower() for row in rows[before_end:end]][:begin - before_end]
            words = [row[1] for row in rows[before:before_end]]
            if head_of[head] == before_head and between in (["of"], ["for"], ["of", "the"], ["for", "the"]) and not is_role(words):
                joined[-1] = (before, end, before_head)
                continue
            in_complement = before_end - before > 2 and any(row[1].lower() in ("of", "for") for row in rows[before:before_end])
            if between in (["and"], ["&"]) and in_complement and before < head_of[head] < before_end and relation(rows[head]) == "conj":
                joined[-1] = (before, end, before_head)
                continue
        joined.append((begin, end, head))
    return joined


def joined_forms(rows, found):
    """Joins "PaineWebber" and "Inc." across a comma."""
    joined = []
    for begin, end, head in found:
        if joined and end - begin == 1 and rows[begin][1].lower() in FORMS:
            before, before_end, before_head = joined[-1]
            if before_end == begin or (before_end == begin - 1 and rows[before_end][1] == ","):
                joined[-1] = (before, end, before_head)
                continue
        joined.append((begin, end, head))
    return joined


def weak_type(rows, begin, end):
    """The type of a name where its words or its place in the tree tell; "O" for a title, "" where nothing tells."""
    words = [row[1] for row in rows[begin:end]]
    low = [w.lower() for w in words]
    if rows[end - 1][7] == "nmod:desc" or (is_role(words) and not (end - begin > 1 and "of" in low)):
        return "O"
    known = GAZETTEER.find(words)
    if known:
        return known
    if any(w in FACILITY for w in low[-1:]) and end - begin > 1:
        return "FAC"
    if (end - begin > 1 and low[-1] in FORMS) or any(key(w) in GAZETTEER.organisation_words for w in words[-1:] + words[:1] * ("of" in low or "for" in low)):
        return "ORG"
    described = any(row[7] == "nmod:desc" and begin < int(row[6]) <= end for row in rows[:begin])
    flat = end - begin > 1 and rows[end - 1][7] == "flat"
    given = key(words[0]) in GAZETTEER.given_names
    addressed = end - begin == 1 and given and (rows[begin][7] == "vocative" or len(rows) <= 4)
    if addressed or (described and rows[end - 1][7] != "compound") or (flat and given):
        return "PERSON"
    return ""


# ---- tags

def tags_of(words, spans):
    """BIO tags; earlier spans win. Words for peoples are NORP wherever they stand alone."""
    tags = ["O"] * len(words)
    for begin, end, kind in spans:
        if begin < end and all(t == "O" for t in tags[begin:end]):
            if end - begin == 1 and key(words[begin]) in GAZETTEER.groups and kind in ("MISC", "GPE", "ORG", "", "PERSON"):
                kind = "NORP"
            suffix = "-" + kind if kind else ""
            tags[begin] = "B" + suffix
            tags[begin + 1:end] = ["I" + suffix] * (end - begin - 1)
    for i, word in enumerate(words):
        if tags[i] == "O" and word[:1].isupper() and key(word) in GAZETTEER.groups:
            tags[i] = "B-NORP"
    return tags


def spans_of(tags):
    """(begin, end, type) of tags in BIO, or in IO as wikigold has them."""
    begin, kind = 0, None
    for i, tag in enumerate(tags + ["O"]):
        if kind and (tag == "O" or tag.startswith("B-") or tag[2:] != kind):
            yield begin, i, kind
            kind = None
        if tag != "O" and kind is None:
            begin, kind = i, tag[2:]


class Evidence:
    """What names are called where their type is told: whole names, and words of them that stand for the whole."""

    def __init__(self, sentences):
        self.types, self.parts = {}, {}
        for words, spans in sentences:
            for begin, end, kind in spans:
                if not kind:
                    continue
                self.types.setdefault(key(" ".join(words[begin:end])), []).append(kind)
                if end - begin > 1 and kind in ("PERSON", "ORG"):
                    for word in {words[begin], words[end - 1]} if kind == "PERSON" else {words[begin]}:
                        self.parts.setdefault(key(word), []).append(kind)

    def type_of(self, name, least):
        """The most frequent type of the name, or of longer names that it stands for; "" when told fewer than `least` times."""
        for told in (self.types.get(name, []), self.parts.get(name, [])):
            if len(told) >= least:
                return max(sorted(set(told)), key=told.count)
        return ""


def fill_in(sentences, evidence, least):
    """Gives untyped names the type that the evidence has for them."""
    for words, spans in sentences:
        for i, (begin, end, kind) in enumerate(spans):
            if not kind:
                spans[i] = (begin, end, evidence.type_of(key(" ".join(words[begin:end])), least))


def fill_in_by_hand(sentences, types):
    """Gives untyped names the type of the table; what it calls no name goes."""
    for words, spans in sentences:
        told = [(begin, end, kind or types.get(" ".join(words[begin:end]), "")) for begin, end, kind in spans]
        spans[:] = [span for span in told if span[2] != "O"]


def propagate(documents):
    """Gives untyped names the type that the same name has in the document, then the one of treebank_names.tsv, then the one it mostly
    has in the other documents.

    `documents`: lists of (words, spans); spans are replaced.
    """
    by_hand = {row["name"]: row["type"] for row in rows_of(Path(__file__).with_name("treebank_names.tsv"))}
    for sentences in documents:
        fill_in(sentences, Evidence(sentences), 1)
        fill_in_by_hand(sentences, by_hand)
    everywhere = Evidence([sentence for sentences in documents for sentence in sentences])
    for sentences in documents:
        fill_in(sentences, everywhere, 3)
