-- Who holds what: asking people for what another administration holds keeps a sheet from leaving
-- its study (law 55.19 art. 23). An administrator edits it.
create table procedure_evidence_types (
    code               text primary key,
    title_ar           text not null,
    title_fr           text not null,
    holder             text not null,             -- empty: nobody but the user
    holder_id          {BIGINT},                  -- the administration, where the directory has it
    service            text not null,             -- of the exchange; empty: none yet
    publicly_available {BIGINT} not null,         -- 1: never asked of anybody (art. 7)
    on_identity_card   {BIGINT} not null          -- 1: the card says it (law 04.20 art. 11)
) {STRICT};

-- Written, dated and ending: afterwards the rule holds again by itself. Never changed or removed.
create table procedure_exemptions (
    id                 {PK},
    evidence_type      text not null references procedure_evidence_types (code),
    sheet              text not null,             -- its code; empty: every sheet
    reason             text not null,
    first_day          text not null,
    last_day           text not null,
    granted_by         {BIGINT} not null,
    granted_at         {BIGINT} not null
) {STRICT};
create index procedure_exemptions_by_type on procedure_exemptions (evidence_type);
