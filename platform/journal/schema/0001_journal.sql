-- The last entry of each chain. Its row is locked by whoever appends, so sequences have no gap;
-- it also tells when entries were cut off at the end.
create table journal_chains (
    chain {BIGINT} not null primary key,  -- the administration, 0 for the platform
    sequence {BIGINT} not null,
    hash text not null  -- of the entry with that sequence; empty before the first
) {STRICT};

-- What happened. Rows are only ever added.
create table journal_entries (
    chain {BIGINT} not null,
    sequence {BIGINT} not null,  -- 1, 2, 3 ... in each chain
    at {BIGINT} not null,  -- micros, UTC
    kind text not null,  -- "dossiers.filed"
    subject text not null,  -- a receipt number, a sheet's code
    actor {BIGINT} not null,  -- person; 0 is the calendar or the program
    facts text not null,  -- JSON without personal data
    hash text not null,  -- BLAKE2b-256 in hex, over the entry before it and this one
    primary key (chain, sequence)
) {STRICT};

create index journal_entries_subject on journal_entries (subject, at, chain, sequence);
