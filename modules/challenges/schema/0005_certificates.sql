-- What an organiser certified, as it stood on the day of issue. What is no longer so is withdrawn,
-- never deleted: whoever holds the paper is told.
create table challenge_certificates (
    id {PK},
    number text not null unique,       -- as receipts have; the paper's code leads to it
    edition {BIGINT} not null,
    person {BIGINT} not null,
    kind text not null,                -- participation, award, mentor, juror
    holder text not null,              -- the name on the paper; empty once it was erased
    team {BIGINT} not null,            -- 0: of none
    team_name text not null,
    project text not null,
    place {BIGINT} not null,           -- 0: none was published
    prize text not null,
    minutes {BIGINT} not null,         -- of coaching, given by a mentor or attended by others
    presides {BIGINT} not null,        -- over the jury
    issued_by {BIGINT} not null,
    issued_at {BIGINT} not null,
    withdrawn_at {BIGINT} not null     -- 0: it holds
) {STRICT};
create unique index challenge_certificates_once on challenge_certificates (edition, person, kind)
    where withdrawn_at = 0;
create index challenge_certificates_by_person on challenge_certificates (person, id);
