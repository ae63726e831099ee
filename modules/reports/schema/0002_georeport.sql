-- GeoReport v2 in both directions: programs that speak to us, and endpoints of bodies that we
-- speak to.

-- A program with a key, which is kept as a hash alone: who loses it is given another.
create table report_clients (
    id {PK},
    name text not null,
    key_hash text not null unique,     -- BLAKE2b-256 of 256 random bits
    -- The body whose own system this is: its updates count as that body's. 0: it files only.
    body {BIGINT} not null,
    vouches {BIGINT} not null,         -- 1: it has proved its people's contacts itself
    per_hour {BIGINT} not null,        -- calls with the key
    is_active {BIGINT} not null,
    made_by {BIGINT} not null,
    made_at {BIGINT} not null
) {STRICT};

create table report_client_hours (
    client {BIGINT} not null,
    hour {BIGINT} not null,            -- since 1970
    calls {BIGINT} not null,
    primary key (client, hour)
) {STRICT};

-- What a client is told of a report whose author must still confirm it: the number follows.
create table report_tokens (
    token text primary key,
    report {BIGINT} not null
) {STRICT};

-- Pictures that a client only gave the address of; fetched later, by nobody who waits.
create table report_media_waiting (
    id {PK},
    report {BIGINT} not null,
    update_of {BIGINT} not null,       -- 0: of the report itself
    address text not null,
    tries {BIGINT} not null,
    due_at {BIGINT} not null
) {STRICT};
create index report_media_by_due on report_media_waiting (due_at, id);

-- The endpoint of a body's own system, to which its reports are sent.
create table report_endpoints (
    id {PK},
    body {BIGINT} not null unique,
    address text not null,             -- up to the slash before "requests.xml"
    jurisdiction text not null,        -- empty: the endpoint serves one alone
    api_key text not null,             -- sealed under the server's key
    codes text not null,               -- lines "our category = their service_code"; others are alike
    updates {BIGINT} not null,         -- 1: it speaks the update extension
    is_active {BIGINT} not null,
    heard_until {BIGINT} not null,     -- its updates are known up to there
    due_at {BIGINT} not null,          -- when it is asked next
    tries {BIGINT} not null,           -- failed ones in a row
    failing_since {BIGINT},
    why text not null
) {STRICT};
create index report_endpoints_by_due on report_endpoints (due_at, id) where is_active = 1;

-- A report on its way. `unsure`: it was said, and no answer that can be read came back; it is looked
-- for there before it is said again. `own`: it came from that body's own system, and stays here.
create table report_sendings (
    report {BIGINT} primary key,
    endpoint {BIGINT} not null,        -- 0: of `own`
    state text not null,               -- waiting, unsure, token, taken, stuck, own
    remote text not null,              -- the token, then the number that the report has there
    remote_state text not null,        -- as it was heard last
    told_until {BIGINT} not null,      -- the last of our own updates that they took
    tries {BIGINT} not null,
    due_at {BIGINT} not null,          -- when it is looked at next
    said_at {BIGINT} not null,         -- first; 0: never
    why text not null
) {STRICT};
create index report_sendings_by_due on report_sendings (endpoint, state, due_at, report);
create index report_sendings_by_remote on report_sendings (endpoint, remote);

-- Updates that we told them and hear again under the number that they gave them.
create table report_told (
    endpoint {BIGINT} not null,
    remote text not null,
    primary key (endpoint, remote)
) {STRICT};
