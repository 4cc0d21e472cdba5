-- Version 5: by what an article is known again, so that adding to a case need not read the text of all that is in it.

CREATE TABLE fingerprint (
    article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE, -- none: from before version 5
    address TEXT NOT NULL,    -- the URL without what does not matter; '' when there is none
    body    BLOB,             -- 64 numbers of four bytes, the least first; NULL: too short a text
    telling INTEGER NOT NULL  -- 1: known again under another address, too
) STRICT;
