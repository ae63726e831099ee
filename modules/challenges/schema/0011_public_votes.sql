-- The vote of the public, where an edition has one.

create table challenge_polls (
    edition {PK},
    opens_at {BIGINT} not null,
    closes_at {BIGINT} not null,       -- the first moment at which nobody votes any more
    voters text not null,              -- confirmed, verified, civil_servants
    own_team {BIGINT} not null,        -- 1: a member may vote for the own team
    version {BIGINT} not null
) {STRICT};

-- One person, one vote: the key says so. The last one counts; nobody reads any before the end.
create table challenge_votes (
    edition {BIGINT} not null,
    person {BIGINT} not null,          -- a number of no meaning once that account is erased
    team {BIGINT} not null,
    changes {BIGINT} not null,
    cast_at {BIGINT} not null,
    primary key (edition, person)
) {STRICT};
create index challenge_votes_by_person on challenge_votes (person, edition);
