-- Ballots on paper: what was printed for a judge, and how the office read it back.

create table challenge_papers (
    id {PK},
    number text not null unique,       -- the control code, with its check sign
    edition {BIGINT} not null,
    person {BIGINT} not null,          -- the judge
    teams text not null,               -- ids of the projects on it, in their order
    numbers text not null,             -- what those projects are called on it
    printed_by {BIGINT} not null,
    printed_at {BIGINT} not null,
    set_aside_by {BIGINT} not null,    -- 0: in use
    set_aside_at {BIGINT} not null,
    reason text not null               -- why it was set aside
) {STRICT};
create index challenge_papers_by_edition on challenge_papers (edition, person, id);
create index challenge_papers_by_person on challenge_papers (person, id);

-- Every reading stays. Two persons read a paper without seeing one another's reading; where they
-- differ a third reading settles it, from the paper.
create table challenge_paper_readings (
    paper {BIGINT} not null,
    version {BIGINT} not null,
    settles {BIGINT} not null,
    marks text not null,               -- as in challenge_ballots
    comment text not null,
    read_by {BIGINT} not null,
    read_at {BIGINT} not null,
    primary key (paper, version)
) {STRICT};
create index challenge_paper_readings_by_person on challenge_paper_readings (read_by, paper);
