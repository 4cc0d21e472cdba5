-- Version 2: the timeline, which merging computes from what the articles say; kept so that a question reads only what it asks for.

-- One row while the tables below tell what merging finds in all the reports; none when these have changed since.
CREATE TABLE merging (
    rules TEXT NOT NULL -- of the program that merged: another one's rules may find something else
) STRICT;
CREATE TRIGGER event_added AFTER INSERT ON event BEGIN DELETE FROM merging; END;
CREATE TRIGGER event_changed AFTER UPDATE ON event BEGIN DELETE FROM merging; END;
CREATE TRIGGER event_removed AFTER DELETE ON event BEGIN DELETE FROM merging; END;

-- An event however many articles tell it, by what it is looked for; the rest is told by its reports.
CREATE TABLE timeline_event (
    number     INTEGER PRIMARY KEY, -- from 0 in the order of time
    type       TEXT NOT NULL,
    status     TEXT NOT NULL,
    outcome    TEXT NOT NULL,       -- kept, unconfirmed, postponed, cancelled, disputed or none
    earliest   TEXT,
    latest     TEXT,
    publishers INTEGER NOT NULL     -- independent ones
) STRICT;
CREATE INDEX timeline_event_latest ON timeline_event (latest);

-- Which rows of `event` tell it.
CREATE TABLE timeline_report (
    timeline_event INTEGER NOT NULL REFERENCES timeline_event (number) ON DELETE CASCADE,
    position       INTEGER NOT NULL, -- in the order of telling
    event          INTEGER NOT NULL UNIQUE REFERENCES event (number) ON DELETE CASCADE,
    PRIMARY KEY (timeline_event, position)
) STRICT, WITHOUT ROWID;

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
    actor          INTEGER NOT NULL REFERENCES timeline_actor (number) ON DELETE CASCADE,
    timeline_event INTEGER NOT NULL REFERENCES timeline_event (number) ON DELETE CASCADE,
    PRIMARY KEY (actor, timeline_event)
) STRICT, WITHOUT ROWID;
CREATE INDEX timeline_part_event ON timeline_part (timeline_event);
