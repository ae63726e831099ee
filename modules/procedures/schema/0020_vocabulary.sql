-- The synonyms that administrators add to those of the program: one row, edited as a whole.
create table procedure_vocabulary (
    id                 {PK},
    words              text not null,             -- a group a line, expressions separated by tabs
    edition            {BIGINT} not null,         -- grows with each save; a stale form is told
    changed_at         {BIGINT} not null
) {STRICT};
insert into procedure_vocabulary (id, words, edition, changed_at) values (1, '', 1, 0);
