-- Editions of إدارثون and other challenges, from the call to the follow-up.

-- Texts stand in Arabic and, where the organiser wrote it, in French.
create table challenge_editions (
    id {PK},
    code text not null unique,
    -- The administration that organises it: its head or administrator decides.
    organiser {BIGINT} not null,
    state text not null,               -- draft, published, closed
    name_ar text not null,
    name_fr text not null,
    summary_ar text not null,
    summary_fr text not null,
    rules_ar text not null,
    rules_fr text not null,
    eligible text not null,            -- civil_servants, everyone
    team_min {BIGINT} not null,
    team_max {BIGINT} not null,
    administrations_min {BIGINT} not null,
    is_anonymous {BIGINT} not null,    -- the jury reads projects without names
    -- Where an edition of before this house is told; empty for its own.
    source text not null,
    version {BIGINT} not null,
    made_by {BIGINT} not null,
    changed_at {BIGINT} not null
) {STRICT};
create index challenge_editions_by_state on challenge_editions (state, id);
create index challenge_editions_by_organiser on challenge_editions (organiser, id);

create table challenge_phases (
    edition {BIGINT} not null,
    phase text not null,
    opens_at {BIGINT} not null,
    closes_at {BIGINT} not null,       -- the first moment at which it is no longer open
    primary key (edition, phase)
) {STRICT};

-- Whose people may take part; no row: everybody's.
create table challenge_invited (
    edition {BIGINT} not null,
    administration {BIGINT} not null,
    primary key (edition, administration)
) {STRICT};

create table challenge_themes (
    id {PK},
    edition {BIGINT} not null,
    position {BIGINT} not null,
    name_ar text not null,
    name_fr text not null,
    text_ar text not null,
    text_fr text not null
) {STRICT};
create index challenge_themes_by_edition on challenge_themes (edition, position, id);

create table challenge_statements (
    id {PK},
    edition {BIGINT} not null,
    theme {BIGINT} not null,
    position {BIGINT} not null,
    title_ar text not null,
    title_fr text not null,
    text_ar text not null,
    text_fr text not null,
    obstacles text not null,           -- recorded ones that it answers, or where they are written
    sponsor {BIGINT} not null,         -- the administration that waits for the answer; 0: none
    sponsor_unit {BIGINT} not null
) {STRICT};
create index challenge_statements_by_edition on challenge_statements (edition, position, id);

create table challenge_prizes (
    id {PK},
    edition {BIGINT} not null,
    place {BIGINT} not null,
    name_ar text not null,
    name_fr text not null,
    text_ar text not null,
    text_fr text not null
) {STRICT};
create index challenge_prizes_by_edition on challenge_prizes (edition, place, id);

create table challenge_partners (
    id {PK},
    edition {BIGINT} not null,
    administration {BIGINT} not null,  -- 0: not one of the directory
    name_ar text not null,
    name_fr text not null
) {STRICT};
create index challenge_partners_by_edition on challenge_partners (edition, id);

-- What the organiser wants the teams to be made of, as numbers that are shown while they form.
create table challenge_targets (
    edition {BIGINT} not null,
    trait text not null,               -- women, deconcentrated, collectivities, professions
    at_least {BIGINT} not null,        -- per cent; of professions, how many in a team
    primary key (edition, trait)
) {STRICT};

-- Who takes part, with what is declared for the composition of teams. Not who looks only.
create table challenge_people (
    edition {BIGINT} not null,
    person {BIGINT} not null,
    administration {BIGINT} not null,  -- where a position is held; 0: none
    gender text not null,              -- unsaid, woman, man
    profession text not null,
    skills text not null,
    about text not null,
    is_looking {BIGINT} not null,      -- for a team, and may be seen by those who form one
    changed_at {BIGINT} not null,
    primary key (edition, person)
) {STRICT};
create index challenge_people_looking on challenge_people (edition, changed_at)
    where is_looking = 1;
create index challenge_people_by_person on challenge_people (person, edition);

create table challenge_teams (
    id {PK},
    edition {BIGINT} not null,
    name text not null,
    -- As names are compared, so that no two teams of an edition are called the same.
    name_folded text not null,
    pitch text not null,
    wanted text not null,              -- skills that the team looks for
    statement {BIGINT} not null,       -- the challenge that it answers; 0: an idea of its own
    leader {BIGINT} not null,
    is_withdrawn {BIGINT} not null,
    version {BIGINT} not null,
    made_at {BIGINT} not null,
    unique (edition, name_folded)
) {STRICT};

-- One person, one team in an edition: the key says so.
create table challenge_members (
    edition {BIGINT} not null,
    person {BIGINT} not null,
    team {BIGINT} not null,
    joined_at {BIGINT} not null,
    primary key (edition, person)
) {STRICT};
create index challenge_members_by_team on challenge_members (team, joined_at);
create index challenge_members_by_person on challenge_members (person, edition);

-- What opens it is derived from its id and kept nowhere.
create table challenge_invitations (
    id {PK},
    team {BIGINT} not null,
    address text not null,             -- where it was sent; empty: the leader hands the link over
    made_by {BIGINT} not null,
    until_at {BIGINT} not null,
    used_by {BIGINT} not null          -- 0: nobody yet
) {STRICT};
create index challenge_invitations_by_team on challenge_invitations (team, id);

create table challenge_requests (
    team {BIGINT} not null,
    person {BIGINT} not null,
    text text not null,
    asked_at {BIGINT} not null,
    answer text not null,              -- empty: none yet; accepted, declined
    reason text not null,
    primary key (team, person)
) {STRICT};
create index challenge_requests_by_person on challenge_requests (person, asked_at);

-- Each time a team sends its project. The last one in time is what the jury reads.
create table challenge_submissions (
    id {PK},
    edition {BIGINT} not null,
    team {BIGINT} not null,
    version {BIGINT} not null,
    sent_by {BIGINT} not null,
    sent_at {BIGINT} not null,
    is_grace {BIGINT} not null,        -- after the deadline, by a decision that is kept
    title text not null,
    summary text not null,
    problem text not null,
    solution text not null,
    serves text not null,              -- whom, and how many
    evidence text not null,
    video text not null,               -- address of the web; empty: none
    once text not null,
    unique (team, version),
    unique (team, once)
) {STRICT};
create index challenge_submissions_by_edition on challenge_submissions (edition, team, version);

create table challenge_submission_files (
    submission {BIGINT} not null,
    position {BIGINT} not null,
    sha256 text not null,
    name text not null,                -- as its sender called it
    kind text not null,
    bytes {BIGINT} not null,
    primary key (submission, position)
) {STRICT};
create index challenge_submission_files_by_content on challenge_submission_files (sha256);

-- Late is late, but for a decision of the organiser with its reason.
create table challenge_graces (
    team {BIGINT} not null,
    until_at {BIGINT} not null,
    reason text not null,
    decided_by {BIGINT} not null,
    decided_at {BIGINT} not null,
    primary key (team, decided_at)
) {STRICT};

-- Projects that go before the jury.
create table challenge_shortlisted (
    edition {BIGINT} not null,
    team {BIGINT} not null,
    reason text not null,
    decided_by {BIGINT} not null,
    decided_at {BIGINT} not null,
    primary key (edition, team)
) {STRICT};

create table challenge_awards (
    edition {BIGINT} not null,
    team {BIGINT} not null,
    place {BIGINT} not null,
    prize {BIGINT} not null,           -- 0: none but the place
    reason text not null,
    decided_by {BIGINT} not null,
    decided_at {BIGINT} not null,
    primary key (edition, team)
) {STRICT};

create table challenge_progress (
    id {PK},
    edition {BIGINT} not null,
    team {BIGINT} not null,
    text text not null,
    told_by {BIGINT} not null,
    told_at {BIGINT} not null
) {STRICT};
create index challenge_progress_by_team on challenge_progress (team, id);
