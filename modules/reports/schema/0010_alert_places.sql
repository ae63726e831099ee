-- What the place of an alert is called, where it was chosen by name: quarter, landmark, seat of a
-- commune. Empty where it was pointed at.
alter table report_alerts add column place_name text not null default '';
