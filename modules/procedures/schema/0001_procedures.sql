-- The registry of procedures: law 55.19 arts 3, 5, 6 and 9.

-- A sheet from its first draft to its withdrawal. What people may be asked stands in the published
-- revision alone; the draft is the owner's workbench.
create table procedure_sheets (
    id                 {PK},
    code               text not null unique,      -- stands in addresses; never reused
    owner              {BIGINT} not null,         -- the administration that answers for it
    state              text not null,             -- draft, published, suspended, withdrawn
    reason             text not null,             -- why it was suspended or withdrawn; else empty
    draft              text not null,             -- JSON of the content being edited
    edition            {BIGINT} not null,         -- grows with each save; a stale form is told
    changed            {BIGINT} not null,         -- 1: the draft differs from what is published
    title              text not null,             -- Arabic title of the draft, for the owner's list
    approved_by        text not null,             -- nobody, commission, interior (art. 9)
    approval_reference text not null,
    approved_on        text,                      -- day
    published_revision {BIGINT},                  -- null before the first publication
    version            {BIGINT} not null,         -- of the published revision; 0 before it
    changed_at         {BIGINT} not null
) {STRICT};
create index procedure_sheets_by_owner on procedure_sheets (owner, code);

-- What was published, word for word; never changed, never removed: a dossier keeps the revision
-- under which it was filed.
create table procedure_revisions (
    id                 {PK},
    sheet              {BIGINT} not null references procedure_sheets (id),
    version            {BIGINT} not null,
    content            text not null,             -- JSON
    title              text not null,             -- Arabic, for lists of dossiers
    term_days          {BIGINT} not null,
    silence            text not null,             -- none, acceptance
    approved_by        text not null,
    approval_reference text not null,
    approved_on        text,
    published_at       {BIGINT} not null,
    published_by       {BIGINT} not null,         -- person; 0: came with the program
    unique (sheet, version)
) {STRICT};

-- Which administrations deliver the decision, and at which counter. They share sheet, documents
-- and term with the owner: only unit and contact may differ.
create table procedure_offers (
    sheet              {BIGINT} not null references procedure_sheets (id),
    administration     {BIGINT} not null,
    units              text not null,             -- ids in JSON: [12,13]; the first receives
    contact            text not null,             -- JSON {"ar":...}; empty: the administration's own
    primary key (sheet, administration)
) {STRICT};

-- The lines of the lists annexed to decrees 2.22.387, 2.22.141, 2.22.386 and 2.22.385.
create table procedure_decisions (
    code               text primary key,          -- decree and line: 2.22.387-12
    name               text not null,
    administration     text not null,
    term_days          {BIGINT} not null,         -- 0: the list gives none
    cap_days           {BIGINT} not null,         -- 60, or 30 (art. 16)
    silence            {BIGINT} not null,         -- 1: silence is acceptance (art. 19)
    extension          {BIGINT} not null,         -- 1: may be extended once (art. 17)
    investment         {BIGINT} not null,         -- 1: on the list of 30 days
    sources            text not null              -- every decree and line that names it
) {STRICT};

-- One row: grows with each change of what the catalogue shows, so that every node sees it.
create table procedure_picture (
    id                 {PK},
    version            {BIGINT} not null
) {STRICT};
insert into procedure_picture (id, version) values (1, 1);
