-- The jury of an edition: how it judges, who sits in it, who may not judge what, its ballots.

create table challenge_juries (
    edition {PK},
    ballots text not null,             -- score, ranking, pair
    each_project {BIGINT} not null,    -- ballots that each project needs
    load_max {BIGINT} not null,        -- projects that a judge is given at most
    seed {BIGINT} not null,            -- of the assignment in force
    fingerprint text not null,         -- of its sequences; empty: not assigned yet
    version {BIGINT} not null
) {STRICT};

create table challenge_criteria (
    id {PK},
    edition {BIGINT} not null,
    position {BIGINT} not null,
    name_ar text not null,
    name_fr text not null,
    weight {BIGINT} not null,          -- in ten-thousandths
    lowest {BIGINT} not null,          -- marks are whole numbers of this scale
    highest {BIGINT} not null,
    labels_ar text not null,           -- a line for each mark, the lowest first; may be empty
    labels_fr text not null,
    is_needed {BIGINT} not null,       -- a ballot without it does not count
    counts {BIGINT} not null           -- 0: shown beside the score, no part of it
) {STRICT};
create index challenge_criteria_by_edition on challenge_criteria (edition, position, id);

create table challenge_jurors (
    edition {BIGINT} not null,
    person {BIGINT} not null,
    is_chair {BIGINT} not null,
    declared_at {BIGINT} not null,     -- that all conflicts are told; 0: not yet, and judges nothing
    recused_at {BIGINT} not null,      -- 0: sits
    reason text not null,              -- of the recusal
    joined_at {BIGINT} not null,
    primary key (edition, person)
) {STRICT};
create index challenge_jurors_by_person on challenge_jurors (person, edition);

-- Where a judge held a position when joining: what conflicts are computed from.
create table challenge_juror_places (
    edition {BIGINT} not null,
    person {BIGINT} not null,
    administration {BIGINT} not null,
    unit {BIGINT} not null,
    is_head {BIGINT} not null,
    primary key (edition, person, administration, unit)
) {STRICT};

-- Who may not judge what, and why; it is never taken back.
create table challenge_conflicts (
    edition {BIGINT} not null,
    person {BIGINT} not null,
    team {BIGINT} not null,
    source text not null,              -- member, mentor, administration, hierarchy, sponsor, declared
    reason text not null,
    noted_by {BIGINT} not null,        -- 0: computed
    noted_at {BIGINT} not null,
    primary key (edition, person, team)
) {STRICT};

create table challenge_assigned (
    edition {BIGINT} not null,
    person {BIGINT} not null,
    team {BIGINT} not null,
    position {BIGINT} not null,        -- in the order in which the judge sees them
    primary key (edition, person, team)
) {STRICT};

-- Every version stays; the last one that is not void counts.
create table challenge_ballots (
    edition {BIGINT} not null,
    person {BIGINT} not null,
    team {BIGINT} not null,            -- 0: a ranking of all that the judge was given
    other {BIGINT} not null,           -- the second of a pair; else 0
    version {BIGINT} not null,
    marks text not null,               -- "4 5 -"; of a ranking "12>7=9"; of a pair first, second, tie
    comment text not null,
    source text not null,              -- screen, paper
    saved_by {BIGINT} not null,        -- the judge, or who typed the paper
    saved_at {BIGINT} not null,
    is_void {BIGINT} not null,         -- superseded by a conflict that was told later
    primary key (edition, person, team, other, version)
) {STRICT};

-- What the chair wrote down where people had to decide.
create table challenge_deliberations (
    edition {PK},
    minutes text not null,
    final_order text not null,         -- teams by their ids, the first first; empty: as computed
    signed_by {BIGINT} not null,
    signed_at {BIGINT} not null
) {STRICT};

-- What was published: from the record the table follows, byte for byte.
create table challenge_jury_results (
    edition {PK},
    record text not null,
    result_table text not null,
    teams text not null,               -- ids in the order of the record's projects
    published_by {BIGINT} not null,
    published_at {BIGINT} not null
) {STRICT};
