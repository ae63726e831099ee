-- Sessions of the National Commission (law 55.19 arts 9 and 27). A closed one never changes.
create table procedure_sessions (
    id                 {PK},
    number             text not null unique,      -- 2026/3: year and place in it
    held_on            text not null,
    place              text not null,
    opened_by          {BIGINT} not null,
    closed_at          {BIGINT},                  -- null: open
    closed_by          {BIGINT}
) {STRICT};

create table procedure_session_presence (
    session            {BIGINT} not null references procedure_sessions (id),
    seat               {BIGINT} not null,         -- place in the list
    name               text not null,
    capacity           text not null,             -- whom the person represents
    primary key (session, seat)
) {STRICT};

-- What was before them, and what they decided about it.
create table procedure_session_sheets (
    session            {BIGINT} not null references procedure_sessions (id),
    sheet              {BIGINT} not null references procedure_sheets (id),
    put_at             {BIGINT} not null,         -- id: the order of the agenda
    verdict            text,                      -- approved, sent_back, merged, deleted
    reason             text not null,
    legal_note         text not null,
    merge_into         text not null,             -- code
    primary key (session, sheet)
) {STRICT};
