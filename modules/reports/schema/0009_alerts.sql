-- Who wants to hear of new reports, and which reports are new. Nothing was kept in the former table.
drop table report_alerts;
create table report_alerts (
    id {PK},
    person {BIGINT} not null,          -- 0: whoever reads `address`
    -- E-mail of whoever has no account; goes with the row, which goes when it is ended.
    address text not null,
    language text not null,
    territory {BIGINT} not null,       -- 0: any
    category text not null,            -- empty: any
    metres {BIGINT} not null,          -- around the place; 0: anywhere
    lat_e6 {BIGINT} not null,
    lon_e6 {BIGINT} not null,
    every_days {BIGINT} not null,      -- between two letters
    is_confirmed {BIGINT} not null,
    made_at {BIGINT} not null,
    told_until {BIGINT} not null,      -- what was published up to then was told
    due_at {BIGINT} not null           -- of the next letter
) {STRICT};
create index report_alerts_by_person on report_alerts (person, id) where person > 0;
create index report_alerts_by_address on report_alerts (address, id) where address <> '';
create index report_alerts_due on report_alerts (due_at, id) where is_confirmed = 1;
create index report_alerts_unconfirmed on report_alerts (made_at, id) where is_confirmed = 0;

-- When a report was published for the first time, written by the act that did. Kept as long as it
-- may be told.
create table report_news (
    report {PK},
    published_at {BIGINT} not null
) {STRICT};
create index report_news_by_moment on report_news (published_at, report);
