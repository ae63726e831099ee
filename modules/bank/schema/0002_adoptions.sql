-- The file of an administration that takes an entry up.
create table bank_adoptions (
    id {PK},
    entry {BIGINT} not null,
    administration {BIGINT} not null,
    phase text not null,
    is_open {BIGINT} not null,         -- neither refused nor stopped
    why text not null,                 -- what the administration expects of it
    owner {BIGINT} not null,           -- the person of the administration who answers for it
    legal_basis text not null,
    agreement text not null,           -- with whom, on what
    agreed_on text not null,           -- empty: not yet
    plan text not null,                -- of the pilot
    place text not null,
    pilot_from text not null,
    pilot_until text not null,
    reason text not null,              -- of a refusal, or of a stop
    procedure_code text not null,      -- the published procedure it became; empty: none
    asked_by {BIGINT} not null,
    asked_at {BIGINT} not null,
    changed_at {BIGINT} not null,
    reminded {BIGINT} not null,        -- the head, of an answer that is owed
    version {BIGINT} not null
) {STRICT};
-- An administration takes an entry up once at a time.
create unique index bank_adoptions_open on bank_adoptions (entry, administration) where is_open = 1;
create index bank_adoptions_by_entry on bank_adoptions (entry, id);
create index bank_adoptions_by_administration on bank_adoptions (administration, id);
create index bank_adoptions_by_phase on bank_adoptions (phase, id);

-- Its checklist, tasks with their days, risks with what is done about them.
create table bank_tasks (
    id {PK},
    adoption {BIGINT} not null,
    kind text not null,
    code text not null,                -- of a standard check; empty: written by hand
    text text not null,
    answer text not null,              -- what was found, or what is done about it
    due text not null,                 -- empty: no day
    done_on text not null,             -- empty: not yet
    done_by {BIGINT} not null
) {STRICT};
create index bank_tasks_by_adoption on bank_tasks (adoption, id);

-- What an administration learned, for those who come after it.
create table bank_experiences (
    id {PK},
    adoption {BIGINT} not null,
    at_moment {BIGINT} not null,
    by_person {BIGINT} not null,
    text text not null
) {STRICT};
create index bank_experiences_by_adoption on bank_experiences (adoption, id);

-- The ledger: a measured value before and after. Rows are corrected by another row alone.
create table bank_effects (
    id {PK},
    adoption {BIGINT} not null,
    indicator text not null,           -- k1 to k20; empty: one of its own
    name text not null,                -- of such a one
    unit text not null,
    better text not null,              -- higher or lower
    before_value {BIGINT} not null,    -- thousandths
    before_from text not null,
    before_until text not null,
    before_n {BIGINT} not null,        -- how many were measured
    after_value {BIGINT} not null,
    after_from text not null,
    after_until text not null,
    after_n {BIGINT} not null,
    method text not null,
    evidence text not null,
    note text not null,
    at_moment {BIGINT} not null,
    by_person {BIGINT} not null,
    corrects {BIGINT} not null,        -- the row that this one stands for; 0: none
    is_current {BIGINT} not null
) {STRICT};
create index bank_effects_by_adoption on bank_effects (adoption, id);

-- A file between the look at what would happen and the yes to it.
create table bank_imports (
    id {PK},
    person {BIGINT} not null,
    name text not null,
    source text not null,
    content text not null,
    as_listed {BIGINT} not null,
    at_moment {BIGINT} not null,
    taken_at {BIGINT} not null         -- 0: not yet
) {STRICT};
create index bank_imports_by_person on bank_imports (person, id);
