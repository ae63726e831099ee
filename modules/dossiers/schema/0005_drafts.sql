-- A person's own drafts are listed, and counted before another is opened, by who writes them.
create index dossiers_drafts_by_writer on dossiers (filed_by, id) where state = 'draft';
