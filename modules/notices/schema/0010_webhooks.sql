-- What happened, for those outside who follow it: written in the transaction of the fact. The
-- number is taken from the row below, whose lock makes it the order of commits: whoever has been
-- told everything up to a number has missed nothing.
create table notices_events (
    number {PK},
    kind text not null,                      -- procedure.published ...
    body text not null,                      -- JSON, sent word for word
    at {BIGINT} not null
) {STRICT};
create table notices_event_count (
    id {PK},
    number {BIGINT} not null
) {STRICT};
insert into notices_event_count (id, number) values (1, 0);

-- One row a subscriber. It needs no row an event: what it has been told is a number.
create table notices_hooks (
    id {PK},
    administration {BIGINT} not null,        -- who asked for it and looks after it
    address text not null,                   -- https://...
    salt text not null,                      -- the secret is derived from it and the key of the house
    state text not null,                     -- on, stopped (by a person, or after a week of failures)
    passed {BIGINT} not null,                -- number of the last event that was taken
    tries {BIGINT} not null default 0,       -- of the next one
    due_at {BIGINT} not null,                -- next try, or end of the lease
    failing_since {BIGINT},                  -- null: the last try went well
    why text not null default '',            -- the last failure, in plain words for its owner
    made_by {BIGINT} not null,
    made_at {BIGINT} not null
) {STRICT};
create index notices_hooks_due on notices_hooks (due_at) where state = 'on';
create index notices_hooks_owner on notices_hooks (administration, id);
