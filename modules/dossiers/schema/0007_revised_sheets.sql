-- Who began to write under a text of the sheet that is no longer in force is told once of each newer
-- one.
alter table dossiers add column told_revision {BIGINT} not null default 0;  -- of a draft; 0: none
