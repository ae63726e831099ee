-- Reports about a place (إشعارات المواطن), what was done about them, and the rows by which an
-- administrator decides how it is done.

-- How the office works: each row is edited in the browser, each change is kept in
-- report_setting_acts.
create table report_categories (
    code text primary key,
    -- The group that holds it; empty for a group.
    parent text not null,
    name_ar text not null,
    name_fr text not null,
    name_en text not null,
    words text not null,               -- as people call it, for the search
    days {BIGINT} not null,            -- office days until an answer is due; 0: none is owed
    is_private {BIGINT} not null,      -- 1: only its author and the office see such reports
    is_anonymous {BIGINT} not null,    -- 1: a name is not asked
    is_urgent {BIGINT} not null,
    -- Who is to be called instead of writing; empty where a report is right.
    call_instead text not null,
    notice_ar text not null,           -- shown beside the form
    notice_fr text not null,
    duplicate_metres {BIGINT} not null,
    is_active {BIGINT} not null,
    position {BIGINT} not null
) {STRICT};

create table report_questions (
    category text not null,
    code text not null,
    kind text not null,                -- text, number, moment, one_of, many_of, notice
    label_ar text not null,
    label_fr text not null,
    help_ar text not null,
    help_fr text not null,
    is_required {BIGINT} not null,
    choices text not null,             -- JSON: [{"key":"l","ar":"...","fr":"..."}]
    position {BIGINT} not null,
    primary key (category, code)
) {STRICT};

-- As many named states as an office wants; each belongs to a phase, and rules know only phases.
create table report_states (
    code text primary key,
    phase text not null,
    name_ar text not null,
    name_fr text not null,
    name_en text not null,
    -- The word of the update extension of GeoReport v2 ("in_progress").
    open311 text not null,
    is_active {BIGINT} not null,
    position {BIGINT} not null
) {STRICT};

create table report_templates (
    id {PK},
    state text not null,               -- empty: any
    category text not null,            -- empty: any
    title text not null,
    text_ar text not null,
    text_fr text not null
) {STRICT};

create table report_routes (
    id {PK},
    category text not null,            -- empty: any
    territory {BIGINT} not null,       -- 0: anywhere
    body {BIGINT} not null,            -- an administration
    unit {BIGINT} not null,            -- 0: the body as a whole
    rank {BIGINT} not null
) {STRICT};

-- What time alone does, by days before (negative) or after the due day.
create table report_escalations (
    id {PK},
    days {BIGINT} not null,
    act text not null,                 -- remind, escalate
    -- commune, province, region: whose body is told, or answers from then on.
    level text not null
) {STRICT};

create table report_setting_acts (
    id {PK},
    kind text not null,                -- category, question, state, template, route, escalation
    key text not null,
    before_row text not null,          -- JSON, empty where it was added
    after_row text not null,           -- JSON, empty where it was removed
    by_person {BIGINT} not null,
    at_moment {BIGINT} not null
) {STRICT};

-- Grows with each change of the rows above and of the public's view of reports.
create table report_versions (
    name text primary key,
    version {BIGINT} not null
) {STRICT};

create table reports (
    id {PK},
    number text not null unique,       -- easy to dictate, as a receipt's
    title text not null,
    details text not null,
    category text not null,
    -- Millionths of a degree.
    lat_e6 {BIGINT} not null,
    lon_e6 {BIGINT} not null,
    -- kernel/geography: some 450 m, 1.8 km and 7 km wide here; a map of any size that shows single
    -- reports lies in a few cells of one of them.
    cell_16 {BIGINT} not null,
    cell_14 {BIGINT} not null,
    cell_12 {BIGINT} not null,
    place text not null,               -- in words: quarter, landmark
    territory {BIGINT} not null,       -- the commune, as its author confirmed it
    body {BIGINT} not null,
    unit {BIGINT} not null,
    assigned {BIGINT} not null,        -- officer or field worker; 0: nobody yet
    phase text not null,
    state text not null,
    is_open {BIGINT} not null,
    sight text not null,               -- everybody, author_and_office, nobody_but_office
    is_public {BIGINT} not null,       -- 1: confirmed and for everybody; partial indexes hang on it
    author {BIGINT} not null,          -- 0: nobody with an account
    author_name text not null,         -- shown only where the author agreed
    name_shown {BIGINT} not null,
    contact text not null,             -- of an author without account; erased a year after the end
    language text not null,            -- in which the author is answered
    channel text not null,             -- online, counter, open311, offline
    idempotency_key text,
    filed_at {BIGINT} not null,
    filed_on text not null,
    due text not null,                 -- 9999-12-31 where none is owed: last on both databases
    level {BIGINT} not null,           -- times it was escalated
    closed_at {BIGINT},
    changed_at {BIGINT} not null,
    duplicate_of {BIGINT},
    supporters {BIGINT} not null,
    updates {BIGINT} not null,
    photos {BIGINT} not null,
    reopened {BIGINT} not null,
    rating {BIGINT} not null,          -- 0: none; 1 to 5
    priority {BIGINT} not null,
    version {BIGINT} not null,         -- grows with each act; a stale page is told
    warned {BIGINT}                    -- days of the last row of report_escalations that acted
) {STRICT};
create unique index reports_by_key on reports (idempotency_key) where idempotency_key is not null;
create index reports_by_author on reports (author, id) where author > 0;
-- The public's lists and maps, newest first; what a map is narrowed by stands in its index, so that
-- only reports that are shown are read.
create index reports_public on reports (filed_at, id) where is_public = 1;
create index reports_public_16 on reports
    (cell_16, filed_at, id, lat_e6, lon_e6, category, phase) where is_public = 1;
create index reports_public_14 on reports
    (cell_14, filed_at, id, lat_e6, lon_e6, category, phase) where is_public = 1;
create index reports_public_12 on reports
    (cell_12, filed_at, id, lat_e6, lon_e6, category, phase) where is_public = 1;
create index reports_public_place on reports (territory, filed_at, id) where is_public = 1;
create index reports_public_category on reports (category, filed_at, id) where is_public = 1;
create index reports_public_changed on reports (changed_at, id) where is_public = 1;
-- The office's queue, by the day on which an answer is due.
create index reports_queue on reports (body, due, id) where is_open = 1;
create index reports_queue_unit on reports (body, unit, due, id) where is_open = 1;
create index reports_queue_mine on reports (assigned, due, id) where is_open = 1 and assigned > 0;
create index reports_by_due on reports (due, id) where is_open = 1;
create index reports_duplicates on reports (duplicate_of, id) where duplicate_of is not null;
create index reports_contacts on reports (closed_at) where author = 0 and contact <> '';
create index reports_unconfirmed on reports (filed_at, id) where phase = 'unconfirmed';

create table report_answers (
    report {BIGINT} not null references reports (id),
    question text not null,
    value text not null,
    primary key (report, question, value)
) {STRICT};

create table report_photos (
    id {PK},
    report {BIGINT} not null references reports (id),
    update_of {BIGINT} not null,       -- 0: of the report itself
    sha256 text not null,              -- re-encoded: no EXIF, upright
    thumbnail text not null,           -- sha256 of the small one; empty until it was made
    is_hidden {BIGINT} not null,
    position {BIGINT} not null
) {STRICT};
create index report_photos_of on report_photos (report, position);
create index report_photos_by_content on report_photos (sha256);
create index report_photos_unmade on report_photos (id) where thumbnail = '';

-- What happened, oldest first: the timeline that everybody reads, and the office's own notes.
create table report_updates (
    id {PK},
    report {BIGINT} not null references reports (id),
    at_moment {BIGINT} not null,
    by_person {BIGINT} not null,       -- 0: time alone, or somebody without account
    by_body {BIGINT} not null,         -- the body that spoke; 0: the author, or the public
    action text not null,              -- a name of Action, or: comment, note, escalate, redact, hide
    state text not null,               -- after it
    text text not null,
    is_public {BIGINT} not null,
    -- The other report of a duplicate, the former category or body of a transfer.
    about text not null,
    source text not null,              -- the id that a remote system gave it; empty: ours
    said_at {BIGINT} not null          -- when the remote system says it happened; ours: at_moment
) {STRICT};
create index report_updates_of on report_updates (report, id);
create unique index report_updates_by_source on report_updates (report, source) where source <> '';
create index report_updates_by_person on report_updates (by_person, id) where by_person > 0;
create index report_updates_window on report_updates (at_moment, id) where is_public = 1;

-- Who wants to hear of it; `supports`: it is theirs too.
create table report_followers (
    report {BIGINT} not null references reports (id),
    person {BIGINT} not null,
    supports {BIGINT} not null,
    since {BIGINT} not null,
    primary key (report, person)
) {STRICT};
create index report_followers_by_person on report_followers (person, report);

-- How many there are in a cell or commune, kept by the act that changes it: maps from afar and
-- figures never count reports.
create table report_counts (
    scale text not null,               -- cell_12, cell_8, territory
    place {BIGINT} not null,
    category text not null,
    phase text not null,
    count {BIGINT} not null,
    primary key (scale, place, category, phase)
) {STRICT};

create table report_alerts (
    id {PK},
    person {BIGINT} not null,
    territory {BIGINT} not null,       -- 0: by point
    lat_e6 {BIGINT} not null,
    lon_e6 {BIGINT} not null,
    metres {BIGINT} not null,
    category text not null,            -- empty: any
    created_at {BIGINT} not null,
    told_until {BIGINT} not null
) {STRICT};
create index report_alerts_by_person on report_alerts (person, id);
