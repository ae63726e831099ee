-- What everybody reads is kept in memory, and read again where a version has moved: 'texts' where
-- words changed, 'entries' where anything public did.
create table bank_versions (
    name text primary key,
    version {BIGINT} not null
) {STRICT};

-- A project or an idea that any administration may take up at any time.
create table bank_entries (
    id {PK},
    number text not null unique,
    stage text not null,
    title text not null,
    problem text not null,
    solution text not null,
    serves text not null,              -- for whom
    evidence text not null,
    evidence_note text not null,       -- what was measured, by whom
    cost {BIGINT},                     -- centimes, once; nothing: not told
    yearly_cost {BIGINT},              -- centimes a year
    effort_days {BIGINT},              -- working days of a person
    needs text not null,               -- what must be there
    licence text not null,             -- SPDX, or "internal"; empty: not decided
    replicability text not null,
    replicability_note text not null,  -- on which conditions
    contacts text not null,            -- of services, never of persons
    website text not null,
    language text not null,            -- of the words above
    origin text not null,
    source_name text not null,         -- the edition, or where it was taken from
    team text not null,
    challenge text not null,
    award text not null,
    source_url text not null,
    -- The same project of an edition or of a file again: it is known by this.
    source_key text unique,
    is_example {BIGINT} not null,      -- invented, for a demonstration
    author {BIGINT} not null,          -- 0: nobody with an account
    author_name text not null,
    name_shown {BIGINT} not null,
    owner {BIGINT} not null,           -- the administration that stands by it; 0: none
    owner_name text not null,          -- an organisation outside the directory
    proposed_at {BIGINT} not null,
    changed_at {BIGINT} not null,
    listed_at {BIGINT} not null,       -- for the first time; 0: never
    confirmed_on text not null,        -- the day on which somebody last stood by it; empty: never
    reminded {BIGINT} not null,        -- that the year runs out
    reviewer {BIGINT} not null,        -- who took it up
    reason text not null,              -- of where it stands
    merged_into {BIGINT},
    is_hidden {BIGINT} not null,       -- its words are not fit to be shown
    version {BIGINT} not null,
    idempotency_key text unique
) {STRICT};
create index bank_entries_by_stage on bank_entries (stage, proposed_at, id);
create index bank_entries_by_author on bank_entries (author, id) where author > 0;
create index bank_entries_merged on bank_entries (merged_into, id);

-- Procedures, obstacles, events of life, indicators and data that an entry touches.
create table bank_touches (
    entry {BIGINT} not null,
    kind text not null,
    code text not null,
    primary key (entry, kind, code)
) {CLUSTERED};

-- What was done to an entry or to one of its adoptions, and why; everybody may read it.
create table bank_steps (
    id {PK},
    entry {BIGINT} not null,
    adoption {BIGINT} not null,        -- 0: the entry itself
    at_moment {BIGINT} not null,
    by_person {BIGINT} not null,       -- 0: time alone, or somebody who was erased
    administration {BIGINT} not null,  -- for which the step was taken; 0: for oneself
    action text not null,
    from_state text not null,
    to_state text not null,
    reason text not null
) {STRICT};
create index bank_steps_by_entry on bank_steps (entry, id);
create index bank_steps_by_person on bank_steps (by_person, id) where by_person > 0;

create table bank_follows (
    entry {BIGINT} not null,
    person {BIGINT} not null,
    since {BIGINT} not null,
    primary key (entry, person)
) {CLUSTERED};
create index bank_follows_by_person on bank_follows (person, entry);

-- What the author of an entry said of a running one that touches the same.
create table bank_relations (
    entry {BIGINT} not null,
    other {BIGINT} not null,
    score {BIGINT} not null,           -- thousandths, when it was said
    relation text not null,
    reason text not null,
    at_moment {BIGINT} not null,
    primary key (entry, other)
) {CLUSTERED};
create index bank_relations_of_other on bank_relations (other, entry);

-- A merge that a reviewer proposes, until the author has said yes or no.
create table bank_merges (
    id {PK},
    entry {BIGINT} not null,
    into_entry {BIGINT} not null,
    asked_by {BIGINT} not null,
    asked_at {BIGINT} not null,
    reason text not null,
    answer text not null,              -- '', 'agreed', 'declined'
    answered_at {BIGINT} not null
) {STRICT};
create index bank_merges_by_entry on bank_merges (entry, id);

-- Whose officers and heads review; the platform's administrators decide.
create table bank_reviewing (
    administration {BIGINT} primary key,
    since {BIGINT} not null,
    by_person {BIGINT} not null
) {STRICT};
