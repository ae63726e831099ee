-- People. An account is a person with a confirmed contact; a person met at a counter may have none.
create table people_persons (
    id {PK},
    name text not null,                      -- NFC, at most 200 characters
    email text,                              -- normalised; unique once confirmed
    email_confirmed {BIGINT} not null default 0,
    phone text,                              -- +212..., normalised
    phone_confirmed {BIGINT} not null default 0,
    language text not null,
    password text,                           -- Argon2id, null: signs in by code
    id_document text,                        -- keyed hash of the paper's number, never the number
    id_document_tail text,                   -- its last two signs
    counter_verified_at {BIGINT},            -- an officer saw the paper
    by_email {BIGINT} not null default 1,    -- wants letters beside the inbox
    unread {BIGINT} not null default 0,      -- notices waiting; kept by the module notices
    totp_secret text,                        -- sealed; set when enrolment begins
    totp_on {BIGINT} not null default 0,     -- 1 once a first code was shown to be right
    totp_step {BIGINT} not null default 0,   -- last step used; a code works once
    made_at {BIGINT} not null,
    closed_at {BIGINT}                       -- erased; name and contacts are gone
) {STRICT};
-- An unconfirmed contact is what somebody else typed (at a counter): it may not block its owner.
create unique index people_persons_email on people_persons (email) where email_confirmed = 1;
create unique index people_persons_phone on people_persons (phone) where phone_confirmed = 1;
create index people_persons_email_said on people_persons (email) where email_confirmed = 0;
create index people_persons_phone_said on people_persons (phone) where phone_confirmed = 0;
create index people_persons_document on people_persons (id_document) where id_document is not null;

-- Ten codes to get in without the authenticator, each once.
create table people_recovery_codes (
    person {BIGINT} not null references people_persons (id),
    code text not null,                      -- keyed hash
    used_at {BIGINT},
    primary key (person, code)
) {STRICT};

-- One-time codes sent to a contact. The row stands whether an account has that contact or not.
create table people_codes (
    id text primary key,                     -- hash of the random handle in the browser's form
    contact text not null,                   -- keyed hash of the normalised contact
    sent_to text not null,                   -- the contact itself; erased with the row
    purpose text not null,                   -- sign_in, contact, password
    person {BIGINT},                         -- for contact: whose
    code text not null,                      -- keyed hash
    tries_left {BIGINT} not null,
    made_at {BIGINT} not null,
    expires_at {BIGINT} not null,
    used_at {BIGINT}
) {STRICT};
create index people_codes_expiry on people_codes (expires_at);

-- How often something was tried in the hour: per contact, per account, per address (hashed).
create table people_attempts (
    what text not null,
    since {BIGINT} not null,                 -- start of the hour
    times {BIGINT} not null,
    primary key (what, since)
) {STRICT};

create table people_sessions (
    id {PK},
    person {BIGINT} not null references people_persons (id),
    token text not null unique,              -- hash of what the cookie carries
    device text not null,                    -- "Firefox · Android", from the user agent, coarse
    strong {BIGINT} not null,                -- 1: the second factor was shown
    made_at {BIGINT} not null,
    seen_at {BIGINT} not null,               -- coarse: written every few minutes
    expires_at {BIGINT} not null,            -- absolute
    revoked_at {BIGINT}
) {STRICT};
create index people_sessions_person on people_sessions (person);

-- Keys for programs (JSON API), made by their owner.
create table people_tokens (
    id {PK},
    person {BIGINT} not null references people_persons (id),
    token text not null unique,              -- hash
    name text not null,                      -- what it is for, in the owner's words
    scope text not null,                     -- read, file, office
    made_at {BIGINT} not null,
    expires_at {BIGINT} not null,
    revoked_at {BIGINT}
) {STRICT};
create index people_tokens_person on people_tokens (person);

-- A position (منصب) belongs to an administration, whoever holds it. Administration 0: the platform.
create table people_positions (
    id {PK},
    administration {BIGINT} not null,
    unit {BIGINT} not null,                  -- 0: the whole administration
    role text not null,                      -- officer, head, auditor, administrator
    title_ar text not null,
    title_fr text not null,
    closed_at {BIGINT}
) {STRICT};
create index people_positions_place on people_positions (administration);

-- Who holds a position from when to when, and who exercises it by delegation (تفويض). Role and
-- place stand here again, so that recognising a visitor needs one index.
create table people_holdings (
    id {PK},
    position {BIGINT} not null references people_positions (id),
    person {BIGINT} not null references people_persons (id),
    role text not null,
    administration {BIGINT} not null,
    unit {BIGINT} not null,
    from_day text not null,
    until_day text not null,                 -- last day; 9999-12-31: open
    delegated_by {BIGINT},                   -- the holding that was delegated; null: held in person
    matter text not null default '',         -- what a delegation covers, in words
    given_by {BIGINT} not null,              -- person
    given_at {BIGINT} not null
) {STRICT};
create index people_holdings_person on people_holdings (person);
create index people_holdings_place on people_holdings (administration, role);
create index people_holdings_unit on people_holdings (unit, role);
create index people_holdings_position on people_holdings (position);

-- A mandate (وكالة): the principal lets the agent act.
create table people_mandates (
    id {PK},
    principal {BIGINT} not null references people_persons (id),
    agent {BIGINT} references people_persons (id),  -- null until somebody accepts
    agent_contact text,                      -- keyed hash of the contact it was offered to
    agent_shown text not null,               -- as the principal typed it
    procedure_code text not null,            -- '': everything
    from_day text not null,
    until_day text not null,
    state text not null,                     -- offered, accepted, refused, revoked
    claimed {BIGINT} not null default 0,     -- 1: made by a claim code from the counter's receipt
    made_at {BIGINT} not null,
    changed_at {BIGINT} not null
) {STRICT};
create index people_mandates_principal on people_mandates (principal);
create index people_mandates_agent on people_mandates (agent);
create index people_mandates_contact on people_mandates (agent_contact);

-- One-time keys on paper or on a terminal: claims of counter persons, the first administrator.
create table people_keys (
    hash text primary key,
    purpose text not null,                   -- claim, first_administrator
    person {BIGINT},
    made_at {BIGINT} not null,
    expires_at {BIGINT} not null,
    used_at {BIGINT}
) {STRICT};
create index people_keys_person on people_keys (person);

-- Requests under law 09-08 that a human must answer (rectification, within 10 full days; erasure).
create table people_data_requests (
    id {PK},
    person {BIGINT} not null references people_persons (id),
    kind text not null,                      -- rectification, erasure
    words text not null,
    made_at {BIGINT} not null,
    answered_at {BIGINT},
    answered_by {BIGINT},
    answer text not null default ''
) {STRICT};
create index people_data_requests_open on people_data_requests (answered_at, made_at);
