-- A holding with the names that are read beside it.
create view people_holdings_read as
    select h.id, h.position, h.person, p.name, h.role, h.administration, h.unit, h.from_day,
        h.until_day, h.delegated_by, h.matter, o.title_ar, o.title_fr
    from people_holdings h
    join people_persons p on p.id = h.person
    join people_positions o on o.id = h.position;

-- A mandate with the names of both sides.
create view people_mandates_read as
    select m.id, m.principal, m.agent, m.agent_contact, m.agent_shown, m.everything, m.state,
        m.from_day, m.until_day, m.claimed, p.name as principal_name,
        coalesce(a.name, '') as agent_name
    from people_mandates m
    join people_persons p on p.id = m.principal
    left join people_persons a on a.id = m.agent;
