-- Mentors and their hours, and the pages on which a team works.

create table challenge_mentors (
    edition {BIGINT} not null,
    person {BIGINT} not null,
    skills text not null,
    about text not null,
    is_active {BIGINT} not null,
    primary key (edition, person)
) {STRICT};
create index challenge_mentors_by_person on challenge_mentors (person, edition);

-- Half an hour of a mentor. Nobody is booked twice: a mentor's half hour is one row wherever it is
-- offered, and a team has one of a time.
create table challenge_hours (
    id {PK},
    edition {BIGINT} not null,
    mentor {BIGINT} not null,
    slot {BIGINT} not null,            -- half hours since 1970
    place text not null,               -- a room, or an address of the web
    team {BIGINT} not null,            -- 0: free
    booked_by {BIGINT} not null,
    booked_at {BIGINT} not null,
    topic text not null,
    notes text not null,               -- of the mentor, for the team
    is_held {BIGINT} not null,
    unique (mentor, slot)
) {STRICT};
create index challenge_hours_by_edition on challenge_hours (edition, slot);
create unique index challenge_hours_by_team on challenge_hours (team, slot) where team > 0;

-- Who was there. Counted for each person, as hours of training are.
create table challenge_attendance (
    hour {BIGINT} not null,
    person {BIGINT} not null,
    edition {BIGINT} not null,
    minutes {BIGINT} not null,
    primary key (hour, person)
) {STRICT};
create index challenge_attendance_by_person on challenge_attendance (person, edition);

-- The pages of design thinking, every version kept.
create table challenge_work (
    team {BIGINT} not null,
    step text not null,                -- empathise, define, ideate, prototype, test
    version {BIGINT} not null,
    fields text not null,              -- JSON: what stands under each heading of the page
    changed_by {BIGINT} not null,
    changed_at {BIGINT} not null,
    primary key (team, step, version)
) {STRICT};

create table challenge_work_files (
    id {PK},
    team {BIGINT} not null,
    step text not null,
    sha256 text not null,
    name text not null,
    kind text not null,
    bytes {BIGINT} not null,
    added_by {BIGINT} not null,
    added_at {BIGINT} not null
) {STRICT};
create index challenge_work_files_by_team on challenge_work_files (team, id);
create index challenge_work_files_by_content on challenge_work_files (sha256);

create table challenge_questions (
    id {PK},
    team {BIGINT} not null,
    step text not null,
    text text not null,
    asked_by {BIGINT} not null,
    asked_at {BIGINT} not null,
    answer text not null,              -- empty: none yet
    answered_by {BIGINT} not null,
    answered_at {BIGINT} not null
) {STRICT};
create index challenge_questions_by_team on challenge_questions (team, id);
