-- What was found in a waiting file is kept with it, line by line, so that turning its pages reads a
-- page and not the file. Files that waited without are sent again; they would be gone in a day.
delete from procedure_imports;
alter table procedure_imports add column sums text not null default '{}';  -- JSON: lines by verdict
alter table procedure_imports add column refused text not null default '';  -- why it was not read
alter table procedure_imports add column taken_at {BIGINT};                 -- null: not confirmed
create table procedure_import_lines (
    import             {BIGINT} not null references procedure_imports (id),
    place              {BIGINT} not null,         -- from 1: what needs somebody stands first
    line               text not null,             -- JSON
    primary key (import, place)
) {STRICT};
