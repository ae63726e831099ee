-- What a mandate is for: all procedures, or those named one by one.
alter table people_mandates add column everything {BIGINT} not null default 1;  -- 0: those named
create table people_mandate_procedures (
    mandate {BIGINT} not null references people_mandates (id),
    procedure_code text not null,            -- as the registry had it when the mandate was offered
    primary key (mandate, procedure_code)
) {STRICT};
insert into people_mandate_procedures (mandate, procedure_code)
    select id, procedure_code from people_mandates where procedure_code <> '';
update people_mandates set everything = 0 where procedure_code <> '';
alter table people_mandates drop column procedure_code;
