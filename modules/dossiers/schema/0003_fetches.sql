-- Documents that the administration brings itself (law 55.19 arts. 23 and 24): one row for each that
-- the sheet says it obtains, from the day of filing.
create table dossier_fetches (
    dossier        {BIGINT} not null references dossiers (id),
    requirement    text not null,
    administration {BIGINT} not null,  -- of the dossier: whose officers have the task
    unit           {BIGINT} not null,
    holder         text not null,      -- who issues or holds it, as the sheet names it
    own            {BIGINT} not null,  -- 1: its own document, which needs no consent
    state          text not null,      -- see fetching.hpp
    due            text not null,      -- 15 full days from filing, derived
    consented_by   {BIGINT} not null,  -- 0: nobody has consented
    consented_at   {BIGINT},
    document       {BIGINT},           -- the copy, once it is there
    reason         text not null,      -- why it could not be had, or why the copy was not approved
    warned         {BIGINT} not null,  -- 1: the officers were told that the day has passed
    primary key (dossier, requirement)
) {STRICT};
create index dossier_fetches_to_do on dossier_fetches (administration, due, dossier)
    where state = 'to_fetch';
create index dossier_fetches_late on dossier_fetches (due, dossier)
    where state = 'to_fetch' and warned = 0;
