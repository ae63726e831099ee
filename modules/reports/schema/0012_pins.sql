-- A point lies in the cell of its millionths, reckoned in whole numbers. Cells were reckoned from
-- the number as it was typed: a few of them are the cell beside.
update reports set
    cell_20 = (lat_e6 + 90000000) * 1048576 / 180000000 * 1048576
        + (lon_e6 + 180000000) * 1048576 / 360000000,
    cell_18 = (lat_e6 + 90000000) * 262144 / 180000000 * 262144
        + (lon_e6 + 180000000) * 262144 / 360000000,
    cell_16 = (lat_e6 + 90000000) * 65536 / 180000000 * 65536
        + (lon_e6 + 180000000) * 65536 / 360000000,
    cell_14 = (lat_e6 + 90000000) * 16384 / 180000000 * 16384
        + (lon_e6 + 180000000) * 16384 / 360000000,
    cell_12 = (lat_e6 + 90000000) * 4096 / 180000000 * 4096
        + (lon_e6 + 180000000) * 4096 / 360000000
    where cell_20 <> (lat_e6 + 90000000) * 1048576 / 180000000 * 1048576
        + (lon_e6 + 180000000) * 1048576 / 360000000;
delete from report_counts where scale in ('cell_12', 'cell_8');
insert into report_counts (scale, place, category, phase, count)
    select 'cell_12', cell_12, category, phase, count(*) from reports where is_public = 1
    group by cell_12, category, phase;
insert into report_counts (scale, place, category, phase, count)
    select 'cell_8', (lat_e6 + 90000000) * 256 / 180000000 * 256
        + (lon_e6 + 180000000) * 256 / 360000000 as cell_8, category, phase, count(*)
    from reports where is_public = 1
    group by cell_8, category, phase;

-- What a map shows of a report stands in the index of the finest cells: pins that lie near one
-- another are read from a few pages, however many reports there are between them in the table.
drop index reports_public_20;
create index reports_public_20 on reports
    (cell_20, filed_at, id, lat_e6, lon_e6, category, phase, is_public, number, title, state,
    territory, due, supporters) where is_public = 1;
