-- The way of a sheet from inventory to publication (law 55.19 arts 3, 5, 9), and who looked at it.

-- What is published stays in force while its revision walks: the revision's own state.
alter table procedure_sheets add column revision_state text;            -- null: none is on its way
alter table procedure_sheets add column legal_note text not null default '';  -- why no text founds it
alter table procedure_sheets add column merged_into {BIGINT};           -- the sheet that holds it now
update procedure_sheets set state = 'in_study' where state = 'draft';
update procedure_sheets set revision_state = 'in_study'
where changed = 1 and state in ('published', 'suspended');

-- Each step that was taken, never changed; the journal holds the same, chained.
create table procedure_steps (
    id                 {PK},
    sheet              {BIGINT} not null references procedure_sheets (id),
    action             text not null,
    from_state         text not null,
    to_state           text not null,
    of_revision        {BIGINT} not null,         -- 1: the published sheet stayed as it was
    taken_at           {BIGINT} not null,
    month              text not null,             -- 2026-03, in Morocco: what the counters go by
    taken_by           {BIGINT} not null,         -- person; 0: came with the program
    reason             text not null,             -- remarks, grounds; public where it ends a sheet
    session            {BIGINT}                   -- of the commission, where one decided
) {STRICT};
create index procedure_steps_by_sheet on procedure_steps (sheet, id);

-- Which administrations are what art. 9 speaks of: data, since ministries change their names.
create table procedure_authorities (
    duty               text primary key,          -- secretariat, interior
    administration     {BIGINT} not null
) {STRICT};

-- Owners who were told that a certification runs out, once for each certified day.
create table procedure_reminders (
    sheet              {BIGINT} not null references procedure_sheets (id),
    certified_on       text not null,
    primary key (sheet, certified_on)
) {STRICT};
