-- One row a notice, in the inbox of its reader. Key and values, not sentences.
create table notices_inbox (
    id {PK},
    person {BIGINT} not null,
    subject text not null,                   -- JSON: {"key": ..., "values": [...]}
    body text not null,
    link text not null,
    about text not null,
    posted_at {BIGINT} not null,
    read_at {BIGINT}
) {STRICT};
create index notices_inbox_person on notices_inbox (person, id);

-- One row a letter. waiting -> sending (lease_until) -> sent, or failed (given up).
create table notices_letters (
    id {PK},
    notice {BIGINT},                         -- null: a letter to an address
    person {BIGINT},                         -- whose contact is asked for when it is sent
    address text,                            -- for letters to nobody's account yet; erased once sent
    channel text not null,                   -- email, sms
    language text,                           -- null: the person's when it is sent
    subject text not null,                   -- erased once sent where it has an address
    body text not null,
    link text not null,
    message_id text not null,                -- the same at each try
    state text not null,
    tries {BIGINT} not null default 0,
    due_at {BIGINT} not null,                -- next try, or end of the lease
    until_at {BIGINT},                       -- worthless afterwards
    posted_at {BIGINT} not null,
    sent_at {BIGINT},
    why text not null default ''             -- the server's last words, for operators
) {STRICT};
create index notices_letters_due on notices_letters (due_at) where state in ('waiting', 'sending');
create index notices_letters_stuck on notices_letters (state, posted_at) where state = 'failed';
