-- What the catalogue knows of each published sheet without reading it. Derived from the revision:
-- rows may be dropped at any time, and are written anew.
create table procedure_cards (
    sheet              {PK},                      -- whose published revision it was derived from
    revision           {BIGINT} not null,         -- this one; another one is published: not read
    form               {BIGINT} not null,         -- of the program that wrote it; another: not read
    card               text not null              -- JSON
) {STRICT};
