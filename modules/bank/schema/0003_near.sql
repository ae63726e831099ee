-- Who answers for what: a judge of another's project is asked about it.
create index bank_adoptions_by_owner on bank_adoptions (owner, id) where owner > 0;
