-- Who reads what before the shortlist, given out by the same method as the jury's ballots. Any other
-- project may be read beside it.
create table challenge_first_rules (
    edition {PK},
    each_project {BIGINT} not null,    -- readings that each project needs
    load_max {BIGINT} not null,        -- projects that a judge is given at most
    seed {BIGINT} not null,            -- of the assignment in force
    fingerprint text not null,         -- of its sequences
    version {BIGINT} not null
) {STRICT};

create table challenge_first_assigned (
    edition {BIGINT} not null,
    person {BIGINT} not null,
    team {BIGINT} not null,
    position {BIGINT} not null,        -- in the order in which the judge sees them
    primary key (edition, person, team)
) {STRICT};
