-- SQLite reads a partial index alone only where the column of its condition stands in it too: each
-- report that a map looked at and did not show was read from the table.
drop index reports_public_20;
drop index reports_public_18;
drop index reports_public_16;
drop index reports_public_14;
drop index reports_public_12;
drop index reports_public;
drop index reports_public_place;
drop index reports_public_category;
drop index reports_public_place_category;
create index reports_public_20 on reports
    (cell_20, filed_at, id, lat_e6, lon_e6, category, phase, is_public) where is_public = 1;
create index reports_public_18 on reports
    (cell_18, filed_at, id, lat_e6, lon_e6, category, phase, is_public) where is_public = 1;
create index reports_public_16 on reports
    (cell_16, filed_at, id, lat_e6, lon_e6, category, phase, is_public) where is_public = 1;
create index reports_public_14 on reports
    (cell_14, filed_at, id, lat_e6, lon_e6, category, phase, is_public) where is_public = 1;
create index reports_public_12 on reports
    (cell_12, filed_at, id, lat_e6, lon_e6, category, phase, is_public) where is_public = 1;
create index reports_public on reports
    (filed_at, id, lat_e6, lon_e6, category, phase, is_public) where is_public = 1;
create index reports_public_place on reports
    (territory, filed_at, id, lat_e6, lon_e6, category, phase, is_public) where is_public = 1;
create index reports_public_category on reports
    (category, filed_at, id, lat_e6, lon_e6, phase, is_public) where is_public = 1;
create index reports_public_place_category on reports
    (territory, category, filed_at, id, lat_e6, lon_e6, phase, is_public) where is_public = 1;
