-- What each published text of a sheet costs people, as burden.hpp counts it, so that the sum of
-- simplification is one query. Follows from the revision's content; written with it.
create table procedure_burdens (
    sheet              {BIGINT} not null references procedure_sheets (id),
    version            {BIGINT} not null,         -- 0: the practice as it was inventoried
    documents          {BIGINT} not null,
    copies             {BIGINT} not null,
    visits             {BIGINT},                  -- null: no steps are declared
    days               {BIGINT},                  -- null: no term is set
    fees               {BIGINT},                  -- centimes; null: not one amount for everybody
    primary key (sheet, version)
) {STRICT};
