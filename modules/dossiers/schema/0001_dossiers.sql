-- Requests under law 55.19, from draft to retention. What happened is kept (steps, asks,
-- extensions, claims, appeals); days are derived from it and from the office calendar, and stand
-- here only so that lists can be ordered by them.

create table dossiers (
    id                 {PK},
    number             text unique,        -- of the receipt; null while a draft
    revision           {BIGINT} not null,  -- of the sheet, for the whole life of the dossier
    procedure          text not null,      -- code of the sheet
    administration     {BIGINT} not null,
    unit               {BIGINT} not null,  -- 0: the administration as a whole
    applicant          {BIGINT} not null,  -- for whom the decision is asked
    applicant_name     text not null,      -- as it was on the day of filing; emptied by erasure
    filed_by           {BIGINT} not null,  -- the applicant, the agent, or the officer who helped
    filed_as           text not null,      -- self, mandate, officer
    channel            text not null,      -- online, counter, post, api
    state              text not null,
    is_open            {BIGINT} not null,  -- 1: filed and not over; partial indexes hang on it
    filed_at           {BIGINT},
    filed_on           text,               -- day in Morocco
    complete_on        text,               -- day of the last required document: the clock's start
    -- The next legal day in the present state: the last day for an answer while the clock runs,
    -- the citizen's last day while it waits for him.
    due                text,
    target             text,               -- last full day (D+N), shown to officers; null: waiting
    term_days          {BIGINT} not null,  -- as published in the revision
    cap_days           {BIGINT} not null,  -- 60, or 30 (art. 16)
    silence_accepts    {BIGINT} not null,  -- 1: on a list (art. 19)
    extension_listed   {BIGINT} not null,  -- 1: on a list (art. 17)
    extension_days_max {BIGINT} not null,
    route              text not null,      -- who is called upon and who hears appeals (arts 20, 21)
    assigned           {BIGINT} not null,  -- officer; 0: nobody yet
    version            {BIGINT} not null,  -- grows with each act; a stale page is told
    idempotency_key    text,               -- of the form: pressing twice files once
    calendar_version   {BIGINT} not null,  -- of the office calendar that `due` was derived from
    changed_at         {BIGINT} not null,
    decided_on         text,
    retention_years    {BIGINT} not null,
    retention_until    text,               -- null until decided: an undecided dossier never expires
    expires_on         text,               -- of a draft
    warned             {BIGINT} not null   -- reminders sent about `due` (bits), or a draft's warning
) {STRICT};
create unique index dossiers_by_key on dossiers (filed_by, idempotency_key)
    where idempotency_key is not null;
create index dossiers_by_applicant on dossiers (applicant, id);
-- The officer's queue is a range of one of these, whatever the number of dossiers.
create index dossiers_queue on dossiers (administration, unit, due, id) where is_open = 1;
create index dossiers_queue_by_state on dossiers (administration, unit, state, due, id)
    where is_open = 1;
create index dossiers_queue_whole on dossiers (administration, due, id) where is_open = 1;
create index dossiers_queue_mine on dossiers (assigned, due, id) where is_open = 1 and assigned > 0;
-- What the jobs look for.
create index dossiers_by_due on dossiers (due, id) where is_open = 1;
create index dossiers_by_retention on dossiers (retention_until, id)
    where retention_until is not null;
create index dossiers_drafts on dossiers (expires_on, id) where expires_on is not null;

-- The answers to the form, as one JSON object: field code to text. Small, always read whole.
create table dossier_values (
    dossier {BIGINT} primary key references dossiers (id),
    content text not null
) {STRICT};

create table dossier_documents (
    id          {PK},
    dossier     {BIGINT} not null references dossiers (id),
    requirement text not null,       -- code of the document in the revision
    sha256      text not null,
    name        text not null,       -- as the person called it
    size        {BIGINT} not null,
    kind        text not null,       -- pdf, jpeg, png
    standing    text not null,       -- given, accepted, nonconforming, replaced
    remark      text not null,       -- why it does not conform
    replaces    {BIGINT},            -- the document that this one stands in for
    given_by    {BIGINT} not null,
    given_at    {BIGINT} not null
) {STRICT};
create index dossier_documents_of on dossier_documents (dossier, id);
create index dossier_documents_by_content on dossier_documents (sha256);

-- Said once, at filing, and never added to (art. 10).
create table dossier_missing (
    dossier     {BIGINT} not null references dossiers (id),
    requirement text not null,
    given_on    text,
    primary key (dossier, requirement)
) {STRICT};

-- What happened, in order; never changed.
create table dossier_steps (
    dossier  {BIGINT} not null references dossiers (id),
    sequence {BIGINT} not null,
    action   text not null,
    by_whom  {BIGINT} not null,      -- 0: the calendar
    state    text not null,          -- after it
    at       {BIGINT} not null,
    reason   text not null,
    primary key (dossier, sequence)
) {STRICT};

-- What was asked of the citizen: a suspension of the clock from its day to that of the answer.
create table dossier_asks (
    dossier     {BIGINT} not null references dossiers (id),
    kind        text not null,       -- replacement, information, originals
    reason      text not null,
    documents   text not null,       -- requirement codes, separated by spaces
    asked_by    {BIGINT} not null,
    asked_at    {BIGINT} not null,
    asked_on    text not null,
    last_day    text,                -- derived; null where the law gives none (art. 7)
    answered_on text,
    answered_at {BIGINT},
    answer      text not null,
    primary key (dossier, kind)      -- each once: principle 8 of art. 4
) {STRICT};

create table dossier_extensions (
    dossier    {BIGINT} primary key references dossiers (id),  -- once (art. 17)
    ground     text not null,        -- expertise, public_inquiry
    days       {BIGINT} not null,
    reason     text not null,
    granted_by {BIGINT} not null,
    granted_on text not null
) {STRICT};

-- The opinion of another unit. Its silence is recorded and does not stop the dossier's clock.
create table dossier_opinions (
    id          {PK},
    dossier     {BIGINT} not null references dossiers (id),
    unit        {BIGINT} not null,
    question    text not null,
    asked_by    {BIGINT} not null,
    asked_at    {BIGINT} not null,
    due         text not null,
    answer      text not null,
    favourable  {BIGINT},            -- null until answered
    answered_by {BIGINT},
    answered_at {BIGINT}
) {STRICT};
create index dossier_opinions_of on dossier_opinions (dossier, id);
create index dossier_opinions_of_unit on dossier_opinions (unit, due, id) where answered_at is null;

create table dossier_messages (
    id      {PK},
    dossier {BIGINT} not null references dossiers (id),
    author  {BIGINT} not null,
    side    text not null,           -- citizen, unit
    body    text not null,
    sent_at {BIGINT} not null,
    read_at {BIGINT}                 -- by the other side
) {STRICT};
create index dossier_messages_of on dossier_messages (dossier, id);

-- Among officers; the citizen sees them only through his rights under law 09-08.
create table dossier_notes (
    id      {PK},
    dossier {BIGINT} not null references dossiers (id),
    author  {BIGINT} not null,
    body    text not null,
    at      {BIGINT} not null
) {STRICT};
create index dossier_notes_of on dossier_notes (dossier, id);

create table dossier_assignments (
    dossier {BIGINT} not null references dossiers (id),
    at      {BIGINT} not null,
    officer {BIGINT} not null,
    by_whom {BIGINT} not null,
    primary key (dossier, at)
) {STRICT};

-- More than one only where an appeal overturned a refusal.
create table dossier_decisions (
    id               {PK},
    dossier          {BIGINT} not null references dossiers (id),
    number           text not null unique,  -- of the paper; what /verify knows
    answer           text not null,         -- approved, refused
    text             text not null,         -- what was granted, conditions; or the reasons
    articles         text not null,         -- one a line
    appeal_authority text not null,         -- of a refusal (arts 18, 21)
    appeal_days      {BIGINT} not null,
    decided_by       {BIGINT} not null,
    decided_at       {BIGINT} not null,
    decided_on       text not null,
    notified_at      {BIGINT} not null,
    revoked_at       {BIGINT},
    revoked_by       {BIGINT},
    revoke_reason    text not null
) {STRICT};
create index dossier_decisions_of on dossier_decisions (dossier, id);

-- The citizen's claim after the term of a listed act (arts 19 and 20).
create table dossier_silence (
    dossier      {BIGINT} primary key references dossiers (id),
    claimed_at   {BIGINT} not null,
    claimed_on   text not null,
    due          text not null,         -- 7 full days for the head
    superior     {BIGINT} not null,     -- administration called upon; 0: not yet
    escalated_on text,
    superior_due text,                  -- 15 full days, or 10 for the attestation
    number       text unique,           -- of the attestation
    letter       text not null,         -- number of the letter to the president
    letter_on    text,
    attested_by  {BIGINT},
    attested_at  {BIGINT},
    attested_on  text
) {STRICT};
create index dossier_silence_of_superior on dossier_silence (superior, superior_due)
    where superior > 0 and attested_at is null;

create table dossier_appeals (
    id            {PK},
    dossier       {BIGINT} not null references dossiers (id),
    ground        text not null,        -- refusal, silence
    reason        text not null,
    state         text not null,        -- open, escalated, granted, rejected
    filed_by      {BIGINT} not null,
    filed_at      {BIGINT} not null,
    filed_on      text not null,
    authority     {BIGINT} not null,    -- administration that decides
    due           text not null,        -- 15 full days
    superior      {BIGINT} not null,    -- collectivities: the governor called upon; 0: not
    escalated_on  text,
    escalated_due text,                 -- 10 full days
    decided_by    {BIGINT},
    decided_at    {BIGINT},
    outcome       text not null,        -- reasons of the decision
    unique (dossier, ground)
) {STRICT};
create index dossier_appeals_pending on dossier_appeals (authority, due) where decided_at is null;
create index dossier_appeals_with_superior on dossier_appeals (superior, escalated_due)
    where superior > 0 and decided_at is null;

-- Counts, kept in the transaction of the act, so that no page counts dossiers.
create table dossier_counts (
    administration {BIGINT} not null,
    unit           {BIGINT} not null,
    state          text not null,       -- open states only
    amount         {BIGINT} not null,
    primary key (administration, unit, state)
) {STRICT};
-- Open dossiers on which an answer is owed, by the last day for it.
create table dossier_owed (
    administration {BIGINT} not null,
    unit           {BIGINT} not null,
    procedure      text not null,
    due            text not null,
    amount         {BIGINT} not null,
    primary key (administration, unit, procedure, due)
) {STRICT};
-- What the compliance table publishes: figures by month, and how long decisions took.
create table dossier_tallies (
    administration {BIGINT} not null,
    procedure      text not null,
    month          text not null,       -- 2026-03
    figure         text not null,       -- filed, incomplete, on_time, late, approved, refused ...
    amount         {BIGINT} not null,
    primary key (administration, procedure, month, figure)
) {STRICT};
create table dossier_durations (
    administration {BIGINT} not null,
    procedure      text not null,
    month          text not null,
    days           {BIGINT} not null,   -- from the complete file to the decision
    amount         {BIGINT} not null,
    primary key (administration, procedure, month, days)
) {STRICT};

-- How far a job has come.
create table dossier_progress (
    job   text primary key,
    value {BIGINT} not null
) {STRICT};
