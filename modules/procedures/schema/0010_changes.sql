-- What became of published sheets, in order, for those who follow them: the feed and subscribers.
-- The number grows by one under the lock of procedure_picture, so that it is the order of commits.
create table procedure_changes (
    number             {PK},
    sheet              {BIGINT} not null references procedure_sheets (id),
    kind               text not null,             -- published, revised, suspended, resumed, withdrawn
    version            {BIGINT} not null,         -- of the sheet, after it
    at                 {BIGINT} not null
) {STRICT};
insert into procedure_changes (number, sheet, kind, version, at)
    select row_number() over (order by published_at, id), sheet,
           case when version = 1 then 'published' else 'revised' end, version, published_at
    from procedure_revisions;
