-- Version 4: who belongs to whom, beside the timeline of version 3; merging finds it with the rest.

DELETE FROM merging;

CREATE TABLE timeline_affiliation (
    member   INTEGER NOT NULL REFERENCES timeline_actor (number) ON DELETE CASCADE,
    position INTEGER NOT NULL, -- counts from 0 for each member
    whole    INTEGER NOT NULL REFERENCES timeline_actor (number) ON DELETE CASCADE,
    kind     TEXT NOT NULL,    -- 'part of' or 'tenure'; of a tenure:
    office   TEXT,
    begun    TEXT,             -- first day in office, and the day on which it ended, where our table of office holders has it
    ended    TEXT,
    first    TEXT,             -- first and last publication that calls the person so
    last     TEXT,
    PRIMARY KEY (member, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX timeline_affiliation_whole ON timeline_affiliation (whole);
