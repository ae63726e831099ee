-- A revocation is a negative decision: it has a paper of its own and may be appealed against.
alter table dossier_decisions add column revoke_number text;     -- of that paper; what /verify knows
alter table dossier_decisions add column revoke_authority text;  -- who hears the appeal (art. 21)
create unique index dossier_decisions_revoke_number on dossier_decisions (revoke_number);

-- What an appeal restored may be revoked again, and that appealed against: of each ground more
-- than one appeal; the rules say which was heard already.
create table dossier_appeals_by_day (
    id            {PK},
    dossier       {BIGINT} not null references dossiers (id),
    ground        text not null,        -- refusal, silence, revocation
    reason        text not null,
    state         text not null,        -- open, escalated, granted, rejected
    filed_by      {BIGINT} not null,
    filed_at      {BIGINT} not null,
    filed_on      text not null,
    authority     {BIGINT} not null,    -- administration that decides
    due           text not null,        -- 15 full days
    superior      {BIGINT} not null,    -- collectivities: the governor called upon; 0: not
    escalated_on  text,
    escalated_due text,                 -- 10 full days
    decided_by    {BIGINT},
    decided_at    {BIGINT},
    outcome       text not null         -- reasons of the decision
) {STRICT};
insert into dossier_appeals_by_day (id, dossier, ground, reason, state, filed_by, filed_at,
        filed_on, authority, due, superior, escalated_on, escalated_due, decided_by, decided_at,
        outcome)
    select id, dossier, ground, reason, state, filed_by, filed_at, filed_on, authority, due,
        superior, escalated_on, escalated_due, decided_by, decided_at, outcome
    from dossier_appeals;
drop table dossier_appeals;
alter table dossier_appeals_by_day rename to dossier_appeals;
create index dossier_appeals_of on dossier_appeals (dossier, id);
create index dossier_appeals_pending on dossier_appeals (authority, due) where decided_at is null;
create index dossier_appeals_with_superior on dossier_appeals (superior, escalated_due)
    where superior > 0 and decided_at is null;
