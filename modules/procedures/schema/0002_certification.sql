-- That the owner stands by what is published, for a year from that day; and from which model a
-- sheet was cloned.
alter table procedure_sheets add column certified_on text;        -- day; null: as it was published
alter table procedure_sheets add column certified_by {BIGINT};    -- person; null: as it was published
alter table procedure_sheets add column model text not null default '';  -- code of the model
