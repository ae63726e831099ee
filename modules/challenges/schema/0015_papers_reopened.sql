-- A paper that two persons read alike may still have been read wrongly: the chair opens it again,
-- and it is read anew by two. What was read before stays, and counts no more.
create table challenge_paper_reopenings (
    paper {BIGINT} not null,
    after_version {BIGINT} not null,   -- readings up to this one count no more
    reason text not null,
    by_person {BIGINT} not null,
    at_moment {BIGINT} not null,
    primary key (paper, after_version)
) {STRICT};
