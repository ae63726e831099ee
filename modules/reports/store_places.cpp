// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/store_places.hpp"

#include <cmath>

#include "platform/db/joined.hpp"

namespace wasl::reports::store {

namespace {

constexpr db::Sql select_with_words{"reports.places_with_words", R"sql(
    with found as (
        select distinct place from report_place_words where word >= $1 and word < $2
    )
    select p.id, p.territory, p.quarter, p.is_quarter, p.name_ar, p.name_fr, p.lat_e5, p.lon_e5,
        p.source
    from found f join report_places p on p.id = f.place
    where exists (select 1 from report_place_words w
                  where w.place = p.id and w.word >= $3 and w.word < $4)
      and exists (select 1 from report_place_words w
                  where w.place = p.id and w.word >= $5 and w.word < $6)
    order by p.is_quarter desc, p.name_ar, p.id limit $7
)sql"};
constexpr db::Piece whole_places = R"sql(
    select id, territory, quarter, is_quarter, name_ar, name_fr, lat_e5, lon_e5, source
    from report_places)sql";
constexpr db::Sql select_in_territory{
    "reports.places_in_territory",
    db::joined<whole_places, R"sql( where territory = $1 and quarter = $2
    order by is_quarter desc, name_ar, id limit $3
)sql">};
constexpr db::Sql select_place{"reports.named_place", db::joined<whole_places, " where id = $1">};
constexpr db::Sql select_any{"reports.any_places", "select id from report_places limit 1"};
constexpr db::Sql upsert_place{"reports.keep_place", R"sql(
    insert into report_places (id, territory, quarter, is_quarter, name_ar, name_fr, lat_e5, lon_e5,
        source, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    on conflict (id) do update set territory = excluded.territory, quarter = excluded.quarter,
        is_quarter = excluded.is_quarter, name_ar = excluded.name_ar, name_fr = excluded.name_fr,
        lat_e5 = excluded.lat_e5, lon_e5 = excluded.lon_e5, source = excluded.source,
        changed_at = excluded.changed_at
)sql"};
constexpr db::Sql delete_place{"reports.drop_place", "delete from report_places where id = $1"};
constexpr db::Sql delete_words{"reports.drop_place_words",
                               "delete from report_place_words where place = $1"};
constexpr db::Sql insert_word{
    "reports.add_place_word",
    "insert into report_place_words (word, place) values ($1, $2) on conflict do nothing"};

constexpr double e5 = 100'000;
// Sorts after every word that begins with what stands before it.
constexpr std::string_view last_sign = "\xF4\x8F\xBF\xBF";

NamedPlace read_place(db::Row const& row) {
    NamedPlace one;
    one.id = row.id<PlaceId>(0);
    one.territory = row.id<TerritoryId>(1);
    one.quarter = row.id<PlaceId>(2);
    one.is_quarter = row.flag(3);
    one.name = {row.str(4), row.str(5), {}, {}};
    auto const lat = row.maybe_number(6), lon = row.maybe_number(7);
    if (lat && lon)
        one.point =
            geography::Point{static_cast<double>(*lat) / e5, static_cast<double>(*lon) / e5};
    one.source = row.str(8);
    return one;
}

std::optional<std::int64_t> whole(std::optional<geography::Point> const& point,
                                  double geography::Point::* side) {
    if (!point) return std::nullopt;
    return std::llround((*point).*side * e5);
}

}  // namespace

std::vector<NamedPlace> places_with_words(db::Reader& reader, std::vector<std::string> const& words,
                                          int most) {
    auto const word = [&](std::size_t n) { return n < words.size() ? words[n] : std::string(); };
    auto const end = [&](std::size_t n) { return word(n) + std::string(last_sign); };
    return reader.select(select_with_words, read_place, word(0), end(0), word(1), end(1), word(2),
                         end(2), most);
}

std::vector<NamedPlace> places_in(db::Reader& reader, TerritoryId territory, PlaceId quarter,
                                  int most) {
    return reader.select(select_in_territory, read_place, territory, quarter, most);
}

std::optional<NamedPlace> place(db::Reader& reader, PlaceId id) {
    return reader.one(select_place, read_place, id);
}

bool any_places(db::Reader& reader) {
    return reader.one(select_any, [](db::Row const&) { return true; }).has_value();
}

void keep(db::Writer& writer, NamedPlace const& one, std::vector<std::string> const& words,
          Instant now) {
    writer.execute(upsert_place, one.id, one.territory, one.quarter, one.is_quarter, one.name.ar,
                   one.name.fr, whole(one.point, &geography::Point::lat),
                   whole(one.point, &geography::Point::lon), one.source, now);
    writer.execute(delete_words, one.id);
    for (auto const& word : words) writer.execute(insert_word, word, one.id);
}

void drop_place(db::Writer& writer, PlaceId id) {
    writer.execute(delete_words, id);
    writer.execute(delete_place, id);
}

}  // namespace wasl::reports::store
