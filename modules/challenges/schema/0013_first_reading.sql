-- Shortlisting has criteria of its own, and judges mark projects by them before it is decided.
alter table challenge_criteria add column phase text not null default 'jury';

-- Every version stays; the last one counts, but for whoever is near that team.
create table challenge_first_marks (
    edition {BIGINT} not null,
    person {BIGINT} not null,
    team {BIGINT} not null,
    version {BIGINT} not null,
    marks text not null,               -- as in challenge_ballots
    comment text not null,
    saved_at {BIGINT} not null,
    primary key (edition, person, team, version)
) {STRICT};
