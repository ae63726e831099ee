-- Closed: takes no new dossiers; those it has are finished by whoever had them.
alter table directory_units add column closed_at {BIGINT};
