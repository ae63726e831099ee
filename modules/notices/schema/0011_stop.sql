-- Where letters of this kind are ended, without account; empty: they end by themselves.
alter table notices_letters add column stop text not null default '';
