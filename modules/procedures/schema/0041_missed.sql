-- Searches that found nothing, once three different clients asked them: words alone, no person
-- (law 09-08). Gone a year after the last time.
create table procedure_missed (
    words              text not null primary key, -- normalised, without numbers
    times              {BIGINT} not null,
    last_day           text not null
) {STRICT};
