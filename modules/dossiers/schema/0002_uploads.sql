-- Contents sent through the API before they belong to a dossier.
create table dossier_uploads (
    person  {BIGINT} not null,    -- whose token sent it; a reference is nobody else's
    sha256  text not null,
    size    {BIGINT} not null,
    kind    text not null,        -- pdf, jpeg, png
    name    text not null,
    expires {BIGINT} not null,
    primary key (person, sha256)
) {STRICT};
create index dossier_uploads_by_expiry on dossier_uploads (expires);
create index dossier_uploads_by_content on dossier_uploads (sha256);
