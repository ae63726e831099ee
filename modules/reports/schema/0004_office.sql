-- What an office closed, newest first: there it finds what it may open again.
create index reports_closed on reports (body, closed_at, id)
    where is_open = 0 and closed_at is not null;
