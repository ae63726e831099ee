-- Beside its own words, the recorded obstacles that a challenge answers: codes between commas, as
-- the bank of projects names them.
alter table challenge_statements add column obstacle_codes text not null default '';
