-- A Dateline case file is an SQLite database with application_id 0x444C4E45 ("DLNE"). Its user_version N says that the scripts
-- schema_1.sql to schema_N.sql have made it; a program that knows more of them runs the rest when it opens the file to write.
--
-- Version 1: what articles say, as they say it, article by article. Dates are ISO 8601 text; names of types, statuses, roles, kinds, precisions and bases are those of
-- data/contract/event.schema.json. NULL: not known.

CREATE TABLE article (
    number           INTEGER PRIMARY KEY,  -- in the order of adding
    id               TEXT NOT NULL UNIQUE, -- its own, else made from its content
    url              TEXT,
    title            TEXT,
    published        TEXT,                 -- with the offset of the page's clock where it is known
    published_source TEXT,
    byline           TEXT,
    dateline         TEXT,
    publisher        TEXT,
    language         TEXT,
    text             TEXT NOT NULL
) STRICT;

CREATE TABLE event (
    number        INTEGER PRIMARY KEY,     -- those of one article follow each other
    article       INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    id            TEXT NOT NULL,
    type          TEXT NOT NULL,
    mode          TEXT,
    cameo         TEXT,
    goldstein     REAL,
    predicate     TEXT NOT NULL,
    title         TEXT NOT NULL,
    status        TEXT NOT NULL,
    earliest      TEXT,
    latest        TEXT,
    precision     TEXT NOT NULL,
    basis         TEXT NOT NULL,
    date_text     TEXT,                    -- the words that gave the date
    date_rule     TEXT,                    -- and how they were read
    place         TEXT,
    place_country TEXT,
    latitude      REAL,
    longitude     REAL,
    confidence    REAL NOT NULL
) STRICT;
CREATE INDEX event_article ON event (article);
CREATE INDEX event_id ON event (id);

CREATE TABLE context (
    event    INTEGER NOT NULL REFERENCES event (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

-- An actor as some article describes it: one id may stand here with several names or offices.
CREATE TABLE actor (
    number   INTEGER PRIMARY KEY,
    id       TEXT NOT NULL,
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    country  TEXT NOT NULL, -- '' here and below: not known (NULLs would not be unique)
    office   TEXT NOT NULL,
    sector   TEXT NOT NULL,
    wikidata TEXT NOT NULL,
    UNIQUE (id, name, kind, country, office, sector, wikidata)
) STRICT;

CREATE TABLE participant (
    event    INTEGER NOT NULL REFERENCES event (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    actor    INTEGER NOT NULL REFERENCES actor (number),
    role     TEXT NOT NULL,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX participant_actor ON participant (actor);

-- The sentences that prove something.
CREATE TABLE sentence (
    number   INTEGER PRIMARY KEY,
    article  INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    position INTEGER NOT NULL, -- counts from 0 in the article; the headline, where there is one, is 0
    text     TEXT NOT NULL
) STRICT;
CREATE INDEX sentence_article ON sentence (article, position);

CREATE TABLE evidence (
    event       INTEGER NOT NULL REFERENCES event (number) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    sentence    INTEGER NOT NULL REFERENCES sentence (number),
    trigger     TEXT NOT NULL,
    attribution TEXT, -- id of the actor who says so
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_sentence ON evidence (sentence);

-- Full text of the sentences: SELECT … WHERE sentence_text MATCH 'ceasefire NEAR talks'.
CREATE VIRTUAL TABLE sentence_text USING fts5 (text, content = 'sentence', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER sentence_added AFTER INSERT ON sentence BEGIN
    INSERT INTO sentence_text (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER sentence_removed AFTER DELETE ON sentence BEGIN
    INSERT INTO sentence_text (sentence_text, rowid, text) VALUES ('delete', old.number, old.text);
END;
