-- "They asked me for something that is not on this sheet" (law 55.19 art. 3).
create table procedure_claims (
    id                 {PK},
    administration     {BIGINT} not null,         -- where it was asked for
    sheet              text not null,             -- its code
    dossier            text not null,             -- number of the receipt; empty: none
    asked              text not null,             -- what was asked for
    asked_on           text not null,             -- day
    contact            text not null,             -- e-mail or phone; erased after a year
    state              text not null,             -- received, answered, put_right
    answer             text not null,
    made_at            {BIGINT} not null,
    answered_at        {BIGINT},
    answered_by        {BIGINT}
) {STRICT};
create index procedure_claims_by_administration on procedure_claims (administration, id);
