-- The counts of an office are read with each page of its queue and written with each act. Kept in
-- the order of their key alone, a reader walks one range instead of looking up each amount, and a
-- writer changes one page instead of two. What is owed is ordered by day within an administration:
-- the queue asks for what is due soon, wherever in the house.
create table dossier_counts_by_key (
    administration {BIGINT} not null,
    unit           {BIGINT} not null,
    state          text not null,       -- open states only
    amount         {BIGINT} not null,
    primary key (administration, unit, state)
) {CLUSTERED};
insert into dossier_counts_by_key (administration, unit, state, amount)
    select administration, unit, state, amount from dossier_counts;
drop table dossier_counts;
alter table dossier_counts_by_key rename to dossier_counts;

create table dossier_owed_by_day (
    administration {BIGINT} not null,
    due            text not null,       -- the last day for the answer
    unit           {BIGINT} not null,
    procedure      text not null,
    amount         {BIGINT} not null,
    primary key (administration, due, unit, procedure)
) {CLUSTERED};
insert into dossier_owed_by_day (administration, due, unit, procedure, amount)
    select administration, due, unit, procedure, amount from dossier_owed;
drop table dossier_owed;
alter table dossier_owed_by_day rename to dossier_owed;

create table dossier_tallies_by_key (
    administration {BIGINT} not null,
    procedure      text not null,
    month          text not null,       -- 2026-03
    figure         text not null,       -- filed, incomplete, on_time, late, approved, refused ...
    amount         {BIGINT} not null,
    primary key (administration, procedure, month, figure)
) {CLUSTERED};
insert into dossier_tallies_by_key (administration, procedure, month, figure, amount)
    select administration, procedure, month, figure, amount from dossier_tallies;
drop table dossier_tallies;
alter table dossier_tallies_by_key rename to dossier_tallies;
