-- By which ways an administration takes the file, where they are fewer than the sheet's.
alter table procedure_offers add column channels text not null default '';  -- counter post
