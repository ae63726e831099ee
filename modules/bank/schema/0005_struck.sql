-- A former wording whose words a reviewer took away: they held what may not be read (law 09-08
-- art. 8). The row stays, empty; who, when and why stand in the step.
alter table bank_wordings add column struck {BIGINT} not null default 0;  -- of bank_steps; 0: never
