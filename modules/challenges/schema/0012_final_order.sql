-- Why the chair's order is another than the computed one; empty where it is not.
alter table challenge_deliberations add column order_reason text not null default '';
