-- Cells of some 110 m and 30 m: a street of a city with a million reports is read without the rest
-- of its quarter.
alter table reports add column cell_18 {BIGINT} not null default 0;
alter table reports add column cell_20 {BIGINT} not null default 0;
update reports set
    cell_18 = (lat_e6 + 90000000) * 262144 / 180000000 * 262144
        + (lon_e6 + 180000000) * 262144 / 360000000,
    cell_20 = (lat_e6 + 90000000) * 1048576 / 180000000 * 1048576
        + (lon_e6 + 180000000) * 1048576 / 360000000;
create index reports_public_18 on reports
    (cell_18, filed_at, id, lat_e6, lon_e6, category, phase) where is_public = 1;
create index reports_public_20 on reports
    (cell_20, filed_at, id, lat_e6, lon_e6, category, phase) where is_public = 1;

-- What a wide map is narrowed by: read from the index alone, until enough was found.
drop index reports_public;
drop index reports_public_place;
drop index reports_public_category;
drop index reports_public_place_category;
create index reports_public on reports
    (filed_at, id, lat_e6, lon_e6, category, phase) where is_public = 1;
create index reports_public_place on reports
    (territory, filed_at, id, lat_e6, lon_e6, category, phase) where is_public = 1;
create index reports_public_category on reports
    (category, filed_at, id, lat_e6, lon_e6, phase) where is_public = 1;
create index reports_public_place_category on reports
    (territory, category, filed_at, id, lat_e6, lon_e6, phase) where is_public = 1;
