// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/filing.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "modules/reports/inside.hpp"
#include "modules/reports/open311/moments.hpp"

namespace wasl::reports {

namespace {

constexpr std::size_t key_min = 16, key_max = 100;

bool is_choice(Question const& question, std::string_view value) {
    return std::any_of(question.choices.begin(), question.choices.end(),
                       [&](Choice const& one) { return one.key == value; });
}

bool is_number(std::string_view text) {
    double value = 0;
    auto const* const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc{} && read.ptr == end && std::isfinite(value);
}

// Forms send days, programs moments.
bool is_moment(std::string_view text) {
    return date_from_iso(text).has_value() || open311::moment_from(text).has_value();
}

Outcome answer_fits(Question const& question, std::vector<std::string> const& values) {
    auto const field = "answer-" + question.code;
    bool const choice =
        question.kind == QuestionKind::one_of || question.kind == QuestionKind::many_of;
    if (values.empty() && question.is_required)
        return Refusal{Refused::invalid, say(msg::refused_answer_missing), {}, field};
    if (values.size() > 1 && question.kind != QuestionKind::many_of)
        return Refusal{Refused::invalid, say(msg::refused_answer), {}, field};
    for (auto const& value : values) {
        TRY(readable(value, {field, answer_max, question.is_required}));
        if (choice && !is_choice(question, value))
            return Refusal{Refused::invalid, say(msg::refused_answer), {}, field};
        if (question.kind == QuestionKind::number && !is_number(value))
            return Refusal{Refused::invalid, say(msg::refused_answer_number), {}, field};
        if (question.kind == QuestionKind::moment && !is_moment(value))
            return Refusal{Refused::invalid, say(msg::refused_answer_moment), {}, field};
    }
    return Done{};
}

Outcome answers_fit(Settings const& settings, Filing const& filing) {
    for (auto const* const question : settings.questions_of(filing.category)) {
        if (question->kind == QuestionKind::notice) continue;
        auto const found =
            std::find_if(filing.answers.begin(), filing.answers.end(),
                         [&](Answered const& one) { return one.question == question->code; });
        TRY(answer_fits(
            *question, found == filing.answers.end() ? std::vector<std::string>{} : found->values));
    }
    return Done{};
}

Result<Category const*> open_category(Settings const& settings, std::string_view code) {
    auto const* const found = settings.category(code);
    if (found == nullptr || found->parent.empty() || !found->is_active)
        return Refusal{Refused::invalid, say(msg::refused_category), {}, "category"};
    if (!found->call_instead.empty())
        return Refusal{Refused::invalid,
                       say(msg::refused_call, {text("number", found->call_instead)}),
                       {},
                       "category"};
    return found;
}

Outcome texts_fit(Filing const& filing) {
    TRY(readable(filing.title, {"title", title_max}));
    TRY(readable(filing.details, {"details", details_max, false}));
    TRY(readable(filing.landmark, {"landmark", landmark_max, false}));
    TRY(readable(filing.name, {"name", title_max, false}));
    // So long that nobody comes upon another's.
    if (!filing.key.empty() && (filing.key.size() < key_min || filing.key.size() > key_max))
        return Refusal{Refused::invalid, say(msg::refused_signs), {}, "key"};
    if (filing.photos.size() > photos_max)
        return Refusal{Refused::too_large,
                       say(msg::refused_photos, {number("count", photos_max)}),
                       {},
                       "photos"};
    return Done{};
}

// A commune that the point lies in or beside; where no outline is known, one that is not far.
Outcome place_fits(db::Reader& reader, Desk const& desk, directory::Picture const& places,
                   Filing const& filing) {
    constexpr double seat_metres_max = 60'000;
    auto const* const territory = places.territory(filing.territory);
    if (!geography::is_place(filing.place))
        return Refusal{Refused::invalid, say(msg::refused_place), {}, "place"};
    if (territory == nullptr)
        return Refusal{Refused::invalid, say(msg::refused_territory), {}, "territory"};
    auto const where = desk.whereabouts(reader, filing.place);
    if (where.proposed.value() == 0)
        return Refusal{Refused::invalid, say(msg::refused_place), {}, "place"};
    bool const near_seat =
        where.by_seat &&
        geography::metres_between(filing.place, {territory->lat, territory->lon}) < seat_metres_max;
    bool const beside =
        std::find(where.others.begin(), where.others.end(), filing.territory) != where.others.end();
    if (where.proposed == filing.territory || beside || near_seat) return Done{};
    if (is_at_seat(filing.place, *territory)) return Done{};
    return Refusal{Refused::invalid, say(msg::refused_territory), {}, "territory"};
}

}  // namespace

bool is_at_seat(geography::Point const& point, directory::Territory const& commune) {
    constexpr double metres = 5;  // a form carries five digits of a degree
    return geography::metres_between(point, {commune.lat, commune.lon}) < metres;
}

Result<Category const*> filing_fits(db::Reader& reader, Desk const& desk, Settings const& settings,
                                    Filing const& filing) {
    auto const* const category = TRY(open_category(settings, filing.category));
    TRY(texts_fit(filing));
    TRY(place_fits(reader, desk, *desk.house().directory.picture(), filing));
    TRY(answers_fit(settings, filing));
    return category;
}

}  // namespace wasl::reports
