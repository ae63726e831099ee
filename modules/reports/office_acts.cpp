// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/office_acts.hpp"

#include <fmt/core.h>
#include <algorithm>
#include <array>
#include <charconv>

#include "modules/reports/places_to_choose.hpp"

namespace wasl::reports::bureau {

namespace {

bool has(Whole const& whole, Action action) {
    return std::find(whole.may.begin(), whole.may.end(), action) != whole.may.end();
}
bool is_open(Whole const& whole) { return whole.report.is_open(); }
bool always(Whole const&) { return true; }

Outcome move(Desk const& desk, db::Writer& writer, Act const& act, Sent const& sent) {
    return desk.move(writer, act, sent.field("state"), sent.field("text"), sent.photos);
}
Outcome transfer(Desk const& desk, db::Writer& writer, Act const& act, Sent const& sent) {
    auto const to = seat_read(sent.field("body"));
    return desk.transfer(
        writer, act,
        {.category = std::string(sent.field("category")), .body = to.body, .unit = to.unit},
        sent.field("reason"));
}
Outcome duplicate(Desk const& desk, db::Writer& writer, Act const& act, Sent const& sent) {
    return desk.mark_duplicate(writer, act, sent.field("of"));
}
Outcome assign(Desk const& desk, db::Writer& writer, Act const& act, Sent const& sent) {
    return desk.assign(
        writer, act,
        {.unit = UnitId{sent.number("unit")}, .person = PersonId{sent.number("officer")}});
}
Outcome prioritise(Desk const& desk, db::Writer& writer, Act const& act, Sent const& sent) {
    return desk.set_priority(writer, act, static_cast<int>(sent.number("priority", -1)));
}
Outcome note(Desk const& desk, db::Writer& writer, Act const& act, Sent const& sent) {
    return desk.add_note(writer, act, sent.field("text"));
}
Outcome moderate(Desk const& desk, db::Writer& writer, Act const& act, Sent const& sent) {
    auto const sight = sight_named(sent.field("sight"));
    if (!sight) return Refusal{Refused::invalid, say(msg::office_refused_sight), {}, "sight"};
    return desk.moderate(writer, act, *sight, sent.field("reason"));
}
Outcome reopen(Desk const& desk, db::Writer& writer, Act const& act, Sent const& sent) {
    return desk.reopen(writer, act, sent.field("reason"));
}

// The id behind the dash of "photo-7"; 0 where it is none.
std::int64_t id_behind(std::string_view name, std::string_view kind) {
    std::int64_t id = 0;
    if (name.starts_with(kind)) {
        name.remove_prefix(kind.size());
        std::from_chars(name.data(), name.data() + name.size(), id);
    }
    return id;
}
constexpr std::string_view of_photo = "photo-", of_words = "words-";

Outcome hide_part(Desk const& desk, db::Writer& writer, Act const& act, Sent const& sent) {
    auto const name = sent.field("part");
    bool const hidden = sent.field("hidden") == "1";
    if (auto const photo = id_behind(name, of_photo); photo != 0)
        return desk.hide_photo(writer, act, PhotoId{photo}, hidden, sent.field("reason"));
    return desk.hide_update(writer, act, UpdateId{id_behind(name, of_words)}, hidden,
                            sent.field("reason"));
}
bool has_parts(Whole const& whole) {
    return !whole.photos.empty() ||
           std::any_of(whole.updates.begin(), whole.updates.end(), may_be_hidden);
}

constexpr std::array known_acts{
    ActKind{"move", msg::office_act_move, is_open, fields_of_move, move, true, true},
    ActKind{"reopen", msg::office_act_reopen,
            [](Whole const& whole) { return has(whole, Action::reopen); }, fields_of_reopen,
            reopen},
    ActKind{"assign", msg::office_act_assign, is_open, fields_of_assign, assign, true},
    ActKind{"priority", msg::office_act_priority, is_open, fields_of_priority, prioritise, true},
    ActKind{"note", msg::office_act_note, always, fields_of_note, note, true},
    ActKind{"transfer", msg::office_act_transfer,
            [](Whole const& whole) { return has(whole, Action::transfer); }, fields_of_transfer,
            transfer, true},
    ActKind{"duplicate", msg::office_act_duplicate,
            [](Whole const& whole) { return has(whole, Action::mark_duplicate); },
            fields_of_duplicate, duplicate},
    ActKind{"moderate", msg::office_act_moderate, always, fields_of_moderate, moderate},
    ActKind{"part", msg::office_act_part, has_parts, fields_of_part, hide_part, false, false, true},
};

}  // namespace

std::span<ActKind const> acts() { return known_acts; }

ActKind const* act_named(std::string_view name) {
    auto const found = std::find_if(known_acts.begin(), known_acts.end(),
                                    [&](ActKind const& one) { return one.name == name; });
    return found == known_acts.end() ? nullptr : &*found;
}

bool may_answer_with(Whole const& whole, NamedState const& state) {
    if (!state.is_active || state.code == whole.report.state) return false;
    if (state.phase == Phase::open) return has(whole, Action::move);
    if (state.phase == Phase::fixed) return has(whole, Action::fix);
    return state.phase == Phase::refused && has(whole, Action::refuse);
}

std::string name_of(Photo const& one) {
    return std::string(of_photo) + std::to_string(one.id.value());
}
std::string name_of(Update const& one) {
    return std::string(of_words) + std::to_string(one.id.value());
}

std::optional<Part> part_named(Whole const& whole, std::string_view name) {
    for (auto const& one : whole.photos)
        if (name_of(one) == name) return Part{.photo = &one};
    for (auto const& one : whole.updates)
        if (name_of(one) == name && may_be_hidden(one)) return Part{.words = &one};
    return std::nullopt;
}

std::string ready_for(Settings const& settings, http::Request const& request, Language first,
                      Language reader) {
    auto const chosen = request.field("ready");
    for (auto const& one : settings.templates())
        if (std::to_string(one.id.value()) == chosen &&
            request.field("text") == directory::in(first, one.text))
            return std::string(directory::in(reader, one.text));
    return {};
}

html::Url act_url(std::string_view number, std::string_view act) {
    return html::to("/office/reports/", number, "/do/", act);
}

std::string coordinates(geography::Point const& place) {
    return fmt::format("{:.6f}, {:.6f}", place.lat, place.lon);
}

}  // namespace wasl::reports::bureau
