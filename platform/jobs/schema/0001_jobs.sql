-- One row a job: when it is due and which node has it now. A node that died leaves a lease that
-- ends by itself.
create table job_leases (
    name text not null primary key,  -- "notices.deliver"
    due {BIGINT} not null,  -- micros, UTC
    owner {BIGINT} not null,  -- the runner that has it; meaningless once leased_until has passed
    leased_until {BIGINT} not null,  -- micros, UTC
    failures {BIGINT} not null  -- in a row; the wait grows with them
) {STRICT};
