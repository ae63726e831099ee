-- Files of sheets between their examination and their confirmation, so that what was looked at is
-- what is imported; gone a day later, or when they are confirmed or dropped.
create table procedure_imports (
    id                 {PK},
    owner              {BIGINT} not null,         -- administration of rows that name none
    made_by            {BIGINT} not null,         -- person; nobody else sees it
    made_at            {BIGINT} not null,
    name               text not null,             -- of the file, as it was claimed
    content            {BLOB} not null
) {STRICT};
create index procedure_imports_by_maker on procedure_imports (made_by, made_at);
