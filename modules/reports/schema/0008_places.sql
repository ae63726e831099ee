-- A quarter of a commune, or a landmark in it: how people name a place who have no map. Facts that
-- an administrator enters or imports.
create table report_places (
    id {BIGINT} primary key,
    -- The commune.
    territory {BIGINT} not null,
    -- The quarter that a landmark lies in; 0 for a quarter, and where nobody has said.
    quarter {BIGINT} not null,
    is_quarter {BIGINT} not null,
    name_ar text not null,
    name_fr text not null,
    -- Some point of it, in hundred-thousandths of a degree; null where none is known.
    lat_e5 {BIGINT},
    lon_e5 {BIGINT},
    -- Who says so.
    source text not null,
    changed_at {BIGINT} not null
) {STRICT};
create index report_places_territory on report_places (territory, quarter);

-- The words of its names and of its quarter's, folded, each with and without its article.
create table report_place_words (
    word text not null,
    place {BIGINT} not null,
    primary key (word, place)
) {STRICT};
create index report_place_words_place on report_place_words (place);
