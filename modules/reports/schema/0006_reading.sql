-- Lists that are narrowed twice, and what one body answers for: newest first without reading what
-- is not shown, however many reports there are.
create index reports_public_place_category on reports (territory, category, filed_at, id)
    where is_public = 1;
create index reports_public_body on reports (body, filed_at, id) where is_public = 1;
