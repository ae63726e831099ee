-- A part of the Kingdom: region, prefecture, province, commune, arrondissement.
create table directory_territories (
    id {BIGINT} primary key,
    -- The part that holds this one; none for a region.
    parent {BIGINT},
    kind text not null,
    name_ar text not null,
    name_fr text not null,
    name_en text not null,
    name_zgh text not null,
    -- The High Commission for Planning's code, with its zeros, and the year of its list: codes
    -- change from one census to the next, so they are an attribute and never a key.
    code text not null,
    vintage text not null,
    -- The seat, in ten-thousandths of a degree; null where unknown.
    lat_e4 {BIGINT},
    lon_e4 {BIGINT},
    -- 0: the Arabic spelling has yet to be confirmed.
    name_checked {BIGINT} not null
) {STRICT};
create index directory_territories_code on directory_territories (code);

-- A simplified outline, for maps and choosers, never for deciding which commune answers.
create table directory_boundaries (
    territory {BIGINT} primary key,
    -- GeoJSON coordinates of a MultiPolygon, four decimals.
    rings text not null,
    -- Smallest box around it, ten-thousandths of a degree.
    west_e4 {BIGINT} not null,
    south_e4 {BIGINT} not null,
    east_e4 {BIGINT} not null,
    north_e4 {BIGINT} not null,
    source text not null
) {STRICT};

-- Whoever receives, studies or decides a request (law 55.19 art. 2).
create table directory_administrations (
    id {BIGINT} primary key,
    parent {BIGINT},
    kind text not null,
    slug text not null unique,
    name_ar text not null,
    name_fr text not null,
    name_en text not null,
    name_zgh text not null,
    territory {BIGINT},
    -- Contacts stay empty until the administration itself has given them.
    address text not null,
    phone text not null,
    fax text not null,
    email text not null,
    website text not null,
    hours_ar text not null,
    hours_fr text not null,
    head_ar text not null,
    head_fr text not null,
    -- 1: the seat of a governor or wali, who answers for silence (law 55.19 art. 20).
    governorate {BIGINT} not null
) {STRICT};

create table directory_units (
    id {BIGINT} primary key,
    administration {BIGINT} not null,
    name_ar text not null,
    name_fr text not null
) {STRICT};
create index directory_units_administration on directory_units (administration);

-- What administrators decided about holidays, one row a decision, never changed: the last row of
-- a key holds. What no row speaks of follows the rules in data/holidays.tsv.
create table directory_holiday_acts (
    id {BIGINT} primary key,
    -- "fitr/1447" for a holiday by rule, "closure/ID" for an added one.
    holiday text not null,
    act text not null,
    first_day text not null,
    days {BIGINT} not null,
    name_ar text not null,
    name_fr text not null,
    source text not null,
    by_person {BIGINT} not null,
    at_moment {BIGINT} not null
) {STRICT};

-- Two rows, 'picture' and 'calendar': a number that grows with each change, so that every process
-- knows when its picture is old.
create table directory_versions (
    name text primary key,
    version {BIGINT} not null
) {STRICT};
insert into directory_versions (name, version) values ('picture', 1);
insert into directory_versions (name, version) values ('calendar', 1);
