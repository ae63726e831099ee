// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/places.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "kernel/text/fold.hpp"
#include "modules/reports/inside.hpp"
#include "modules/reports/said.hpp"
#include "modules/reports/store_places.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::reports {

namespace {

constexpr std::size_t place_name_max = 120, source_max = 200, words_asked_max = 3;
constexpr int landmarks_max = 10'000;       // of one quarter
constexpr double seat_metres_max = 60'000;  // a commune is no larger
constexpr std::string_view article = "ال";

// Folded, and without the article, which people leave out or add as they like.
std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> found;
    auto const plain = lexis::folded(text);
    std::string word;
    auto const end = [&] {
        if (word.size() > article.size() + 2 && word.starts_with(article))
            word.erase(0, article.size());
        if (!word.empty()) found.push_back(std::move(word));
        word.clear();
    };
    for (char const sign : plain)
        if (sign == ' ' || sign == '-' || sign == '\'' || sign == ',' || sign == '.')
            end();
        else
            word += sign;
    end();
    return found;
}

std::vector<std::string> place_words(NamedPlace const& one, NamedPlace const* quarter) {
    auto all = words_in(one.name.ar + " " + one.name.fr);
    if (quarter != nullptr)
        for (auto& word : words_in(quarter->name.ar + " " + quarter->name.fr))
            all.push_back(std::move(word));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Outcome named_place_fits(directory::Picture const& places, NamedPlace const& one,
                         NamedPlace const* quarter) {
    TRY(readable(one.name.ar, {"name_ar", place_name_max}));
    TRY(readable(one.name.fr, {"name_fr", place_name_max, false}));
    TRY(readable(one.source, {"source", source_max}));
    auto const* const commune = places.territory(one.territory);
    if (commune == nullptr || !is_commune(*commune))
        return Refusal{Refused::invalid, say(msg::refused_territory), {}, "territory"};
    bool const wrong =
        one.quarter.value() != 0 && (one.is_quarter || quarter == nullptr || !quarter->is_quarter ||
                                     quarter->territory != one.territory);
    if (wrong) return Refusal{Refused::invalid, say(msg::places_no_quarter), {}, "quarter"};
    if (!one.point) return Done{};
    bool const far =
        !geography::is_place(*one.point) ||
        geography::metres_between(*one.point, {commune->lat, commune->lon}) > seat_metres_max;
    if (far) return Refusal{Refused::invalid, say(msg::places_far), {}, "lat"};
    return Done{};
}

void note(db::Writer& writer, http::Visitor const& by, std::string const& subject, Instant now) {
    journal::append(writer,
                    {.chain = 0,
                     .kind = "reports.settings",
                     .subject = subject,
                     .actor = by.person.value(),
                     .facts = "{}"},
                    now);
}

}  // namespace

std::vector<NamedPlace> places_like(db::Reader& reader, std::string_view text, int most) {
    auto words = words_in(text);
    if (words.size() > words_asked_max) words.resize(words_asked_max);
    for (; !words.empty(); words.pop_back()) {
        auto sought = words;
        // The longest is borne by the fewest.
        std::sort(sought.begin(), sought.end(),
                  [](auto const& a, auto const& b) { return a.size() > b.size(); });
        auto found = store::places_with_words(reader, sought, most);
        if (!found.empty()) return found;
    }
    return {};
}

std::vector<NamedPlace> places_in(db::Reader& reader, TerritoryId territory, PlaceId quarter,
                                  int most) {
    return store::places_in(reader, territory, quarter, most);
}

std::vector<NamedPlace> places_of_commune(db::Reader& reader, TerritoryId territory, int most) {
    std::vector<NamedPlace> all;
    if (territory.value() == 0) return all;
    auto const room = [&] { return most - static_cast<int>(all.size()); };
    for (auto& one : store::places_in(reader, territory, PlaceId{0}, most)) {
        auto const id = one.id;
        bool const quarter = one.is_quarter;
        if (room() > 0) all.push_back(std::move(one));
        if (!quarter || room() <= 0) continue;
        for (auto& inner : store::places_in(reader, territory, id, room()))
            all.push_back(std::move(inner));
    }
    return all;
}

std::optional<NamedPlace> named_place(db::Reader& reader, PlaceId id) {
    return store::place(reader, id);
}

geography::Point point_of(NamedPlace const& one, directory::Territory const& commune) {
    return one.point.value_or(geography::Point{commune.lat, commune.lon});
}

std::string degrees_text(double degrees) {
    std::array<char, 32> text{};
    auto const end =
        std::to_chars(text.data(), text.data() + text.size(), degrees, std::chars_format::fixed, 5)
            .ptr;
    return {text.data(), end};
}

bool any_places(db::Reader& reader) { return store::any_places(reader); }

Result<PlaceId> keep_place(db::Writer& writer, directory::Picture const& places,
                           http::Visitor const& by, NamedPlace one, Instant now) {
    auto const quarter =
        one.quarter.value() != 0 ? store::place(writer, one.quarter) : std::nullopt;
    auto const* const around = quarter ? &*quarter : nullptr;
    TRY(named_place_fits(places, one, around));
    if (one.id.value() == 0)
        one.id = db::fresh<PlaceId>();
    else if (!store::place(writer, one.id))
        return Refusal{Refused::not_found, say(msg::refused_setting_gone)};
    store::keep(writer, one, place_words(one, around), now);
    note(writer, by, "place/" + std::to_string(one.id.value()), now);
    return one.id;
}

Outcome drop_place(db::Writer& writer, http::Visitor const& by, PlaceId id, Instant now) {
    auto const one = store::place(writer, id);
    if (!one) return Refusal{Refused::not_found, say(msg::refused_setting_gone)};
    if (one->is_quarter)
        for (auto const& inner : store::places_in(writer, one->territory, id, landmarks_max))
            store::drop_place(writer, inner.id);
    store::drop_place(writer, id);
    note(writer, by, "place/" + std::to_string(id.value()), now);
    return Done{};
}

}  // namespace wasl::reports
