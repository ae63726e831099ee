-- A program that sends a key again must send the same call: a hash of the first one.
alter table dossiers add column call_hash text;
