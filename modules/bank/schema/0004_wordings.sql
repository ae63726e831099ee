-- What an entry said before somebody changed it. Who did that, when and why stands in the step, and
-- is let go there where a person is erased.
create table bank_wordings (
    step {BIGINT} primary key,         -- of bank_steps: the change that ended this wording
    entry {BIGINT} not null,
    was_public {BIGINT} not null,      -- everybody could read it when it was changed
    title text not null,
    problem text not null,
    solution text not null,
    serves text not null,
    evidence text not null,
    evidence_note text not null,
    cost {BIGINT},                     -- centimes, once; nothing: not told
    yearly_cost {BIGINT},              -- centimes a year
    effort_days {BIGINT},              -- working days of a person
    needs text not null,
    licence text not null,
    replicability text not null,
    replicability_note text not null,
    contacts text not null,            -- of services, never of persons
    website text not null,
    language text not null,
    touches text not null              -- one a line: its kind, a space, its code
) {STRICT};
create index bank_wordings_by_entry on bank_wordings (entry, step);
