-- The wait after wrong passwords grows from the last of them.
alter table people_attempts add column latest {BIGINT} not null default 0;
