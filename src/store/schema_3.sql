-- Version 3: the timeline as it is shown, so that a question reads what it shows and puts nothing together. Takes the place of the
-- tables of version 2 but for `merging`.

DROP TABLE timeline_part;
DROP TABLE timeline_report;
DROP TABLE timeline_event;
DROP TABLE timeline_actor;
DELETE FROM merging;

-- An event however many articles tell it. Columns as in `event`.
CREATE TABLE timeline_event (
    number        INTEGER PRIMARY KEY, -- from 0 in the order of time
    id            TEXT NOT NULL,       -- that of its first report
    type          TEXT NOT NULL,
    status        TEXT NOT NULL,
    outcome       TEXT NOT NULL,       -- kept, unconfirmed, postponed, cancelled, disputed or none
    earliest      TEXT,
    latest        TEXT,
    precision     TEXT NOT NULL,
    basis         TEXT NOT NULL,
    reported      TEXT,                -- the day on which it was first published
    publishers    INTEGER NOT NULL,    -- independent ones
    reports       INTEGER NOT NULL,
    predicate     TEXT NOT NULL,
    title         TEXT NOT NULL,
    goldstein     REAL,
    mode          TEXT,
    cameo         TEXT,
    date_text     TEXT,
    date_rule     TEXT,
    place         TEXT,
    place_country TEXT,
    latitude      REAL,
    longitude     REAL,
    confidence    REAL NOT NULL
) STRICT;
CREATE INDEX timeline_event_latest ON timeline_event (latest);
CREATE INDEX timeline_event_id ON timeline_event (id);

-- An actor as all articles together describe it: one row an id.
CREATE TABLE timeline_actor (
    number   INTEGER PRIMARY KEY, -- from 0 in the order of ids
    id       TEXT NOT NULL UNIQUE,
    name     TEXT NOT NULL,
    folded   TEXT NOT NULL,       -- the name without case and accents, as questions are compared with it
    kind     TEXT NOT NULL,
    country  TEXT NOT NULL,
    office   TEXT NOT NULL,
    sector   TEXT NOT NULL,
    wikidata TEXT NOT NULL
) STRICT;

CREATE TABLE timeline_part (
    timeline_event INTEGER NOT NULL REFERENCES timeline_event (number) ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    actor          INTEGER NOT NULL REFERENCES timeline_actor (number) ON DELETE CASCADE,
    description    INTEGER NOT NULL REFERENCES actor (number), -- the actor as the reports of this event together describe it
    role           TEXT NOT NULL,
    PRIMARY KEY (timeline_event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX timeline_part_actor ON timeline_part (actor, timeline_event);

CREATE TABLE timeline_context (
    timeline_event INTEGER NOT NULL REFERENCES timeline_event (number) ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    name           TEXT NOT NULL,
    PRIMARY KEY (timeline_event, position)
) STRICT, WITHOUT ROWID;

-- Which rows of `event` tell it, and why they were held to do so.
CREATE TABLE timeline_report (
    timeline_event INTEGER NOT NULL REFERENCES timeline_event (number) ON DELETE CASCADE,
    position       INTEGER NOT NULL, -- in the order of telling
    event          INTEGER NOT NULL UNIQUE REFERENCES event (number) ON DELETE CASCADE,
    same_as        INTEGER,          -- position of the report that this one was found to be the same as; NULL for the first
    act            REAL,             -- points that speak for that (above zero) and against it: of the act, …
    sides          REAL,
    story          REAL,
    words          REAL,
    time           REAL,
    place          REAL,
    PRIMARY KEY (timeline_event, position)
) STRICT, WITHOUT ROWID;
