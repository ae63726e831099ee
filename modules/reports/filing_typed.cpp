// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/filing_typed.hpp"

#include <charconv>

#include "kernel/text/fold.hpp"
#include "modules/reports/filing.hpp"
#include "modules/reports/messages.hpp"

namespace wasl::reports {

namespace {

// From the form where one was sent, else from the address.
std::string_view sent_or_asked(http::Request const& request, std::string_view name) {
    return request.method == http::Method::post ? request.field(name) : request.asked(name);
}

// Degrees as people write them: Arabic digits, a decimal comma.
std::optional<double> degrees_typed(std::string_view text) {
    auto plain = lexis::folded(text);
    std::erase(plain, ' ');
    for (auto& sign : plain)
        if (sign == ',') sign = '.';
    double value = 0;
    auto const* const end = plain.data() + plain.size();
    auto const [stopped, fault] = std::from_chars(plain.data(), end, value);
    if (fault != std::errc{} || stopped != end) return std::nullopt;
    return value;
}

std::vector<Answered> answers_in(http::Request const& request, Settings const& settings,
                                 std::string_view category) {
    std::vector<Answered> answers;
    for (auto const* const question : settings.questions_of(category)) {
        Answered one{question->code, {}};
        for (auto const value : request.fields("answer-" + question->code))
            if (!value.empty()) one.values.emplace_back(value);
        if (!one.values.empty()) answers.push_back(std::move(one));
    }
    return answers;
}

}  // namespace

std::optional<geography::Point> point_of(PlaceTyped const& place) {
    auto const lat = degrees_typed(place.lat);
    auto const lon = degrees_typed(place.lon);
    if (!lat || !lon || !geography::is_place({*lat, *lon})) return std::nullopt;
    return geography::Point{*lat, *lon};
}

PlaceTyped place_typed(http::Request const& request) {
    auto const territory = request.method == http::Method::post ? request.field_number("territory")
                                                                : request.asked_number("territory");
    PlaceTyped place{std::string(sent_or_asked(request, "lat").substr(0, 40)),
                     std::string(sent_or_asked(request, "lon").substr(0, 40)),
                     std::string(sent_or_asked(request, "landmark").substr(0, 4 * landmark_max)),
                     TerritoryId{territory.value_or(0)}};
    if (request.method != http::Method::post) {
        auto begun = photos_in_address(request);
        place.once = std::move(begun.once);
        place.photos = std::move(begun.references);
    }
    return place;
}

html::Url filing_url(html::Path path, PlaceTyped const& place, std::string_view category) {
    auto url = html::to(path);
    if (place.territory.value() != 0)
        url = html::with(url, "territory", std::to_string(place.territory.value()));
    if (!place.lat.empty()) url = html::with(url, "lat", place.lat);
    if (!place.lon.empty()) url = html::with(url, "lon", place.lon);
    if (!place.landmark.empty()) url = html::with(url, "landmark", place.landmark);
    if (!category.empty()) url = html::with(url, "category", category);
    if (place.photos.empty()) return url;
    url = html::with(url, html::once_field_name, place.once);
    for (auto const& photo : place.photos) url = html::with(url, "photo", photo);
    return url;
}

Result<Placed> placed(Pages const& pages, db::Reader& reader, Known const& known,
                      PlaceTyped const& place) {
    auto const* const chosen = known.places->territory(place.territory);
    if (place.lat.empty() && place.lon.empty()) {
        if (chosen == nullptr || !is_commune(*chosen) || !has_seat(*chosen))
            return Refusal{Refused::invalid, say(msg::refused_territory), {}, "territory"};
        return Placed{{chosen->lat, chosen->lon}, chosen->id};
    }
    auto const point = point_of(place);
    if (!point) return Refusal{Refused::invalid, say(msg::refused_place), {}, "lat"};
    if (chosen != nullptr && is_commune(*chosen) && is_at_seat(*point, *chosen))
        return Placed{*point, chosen->id};
    auto const where = pages.desk.whereabouts(reader, *point);
    if (where.proposed.value() == 0)
        return Refusal{Refused::invalid, say(msg::refused_place), {}, "lat"};
    if (chosen == nullptr && where.near_boundary && !where.others.empty())
        return Refusal{Refused::invalid, say(msg::filing_boundary), {}, "territory"};
    if (chosen == nullptr) return Placed{*point, where.proposed};
    bool const beside =
        std::find(where.others.begin(), where.others.end(), chosen->id) != where.others.end();
    if (chosen->id != where.proposed && !beside && !where.by_seat)
        return Refusal{Refused::invalid, say(msg::filing_not_there), {}, "territory"};
    return Placed{*point, chosen->id};
}

std::vector<TerritoryId> may_lie_in(Pages const& pages, db::Reader& reader,
                                    PlaceTyped const& place) {
    auto const point = point_of(place);
    if (!point) return {};
    auto const where = pages.desk.whereabouts(reader, *point);
    if (where.proposed.value() == 0) return {};
    std::vector<TerritoryId> all{where.proposed};
    all.insert(all.end(), where.others.begin(), where.others.end());
    return all;
}

Typed typed(Pages const& pages, http::Request const& request, Known const& known,
            html::Faults& faults) {
    Typed out;
    out.place = place_typed(request);
    auto photos = photos_typed(pages, request, faults);
    out.once = std::move(photos.once);
    out.place.once = out.once;
    out.place.photos = std::move(photos.references);
    auto& filing = out.filing;
    filing.photos = std::move(photos.sha256);
    filing.title = std::string(request.field("title"));
    filing.details = std::string(request.field("details"));
    filing.category = std::string(sent_or_asked(request, "category"));
    filing.landmark = out.place.landmark;
    filing.contact = std::string(request.field("contact"));
    filing.name = std::string(request.field("name"));
    filing.name_shown = request.field("name_shown") == "1";
    filing.language = request.language;
    filing.channel = request.field("counter") == "1" ? "counter" : "online";
    filing.key = out.once;
    filing.answers = answers_in(request, *known.settings, filing.category);
    return out;
}

std::vector<Told> told_by(Filing const& filing) {
    std::vector<Told> found;
    for (auto const* const text : {&filing.title, &filing.details, &filing.landmark})
        for (auto const& one : disclosures_in(*text))
            found.push_back({one.what, text->substr(one.at, one.size)});
    return found;
}

void redact(Filing& filing) {
    for (auto* const text : {&filing.title, &filing.details, &filing.landmark})
        *text = redacted(*text, disclosures_in(*text));
}

Message const& word_of(Disclosed what) {
    switch (what) {
        case Disclosed::phone: return msg::disclosed_phone;
        case Disclosed::email: return msg::disclosed_email;
        case Disclosed::identity_card: return msg::disclosed_card;
        case Disclosed::plate: return msg::disclosed_plate;
    }
    throw Bug("a disclosure that was never declared");
}

}  // namespace wasl::reports
