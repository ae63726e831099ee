// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/office_acts.hpp"

#include <fmt/core.h>
#include <algorithm>
#include <array>

namespace wasl::reports::bureau {

namespace {

bool has(Whole const& whole, Action action) {
    return std::find(whole.may.begin(), whole.may.end(), action) != whole.may.end();
}
bool is_open(Whole const& whole) { return whole.report.is_open(); }
bool always(Whole const&) { return true; }

template<typename Ident>
Ident id_typed(http::Request const& request, std::string_view name) {
    return Ident{request.field_number(name).value_or(0)};
}

Outcome move(Desk const& desk, db::Writer& writer, Act const& act, http::Request const& request) {
    return desk.move(writer, act, request.field("state"), request.field("text"), {});
}
Outcome transfer(Desk const& desk, db::Writer& writer, Act const& act,
                 http::Request const& request) {
    return desk.transfer(writer, act,
                         {.category = std::string(request.field("category")),
                          .body = id_typed<AdministrationId>(request, "body"),
                          .unit = UnitId{0}},
                         request.field("reason"));
}
Outcome duplicate(Desk const& desk, db::Writer& writer, Act const& act,
                  http::Request const& request) {
    return desk.mark_duplicate(writer, act, request.field("of"));
}
Outcome assign(Desk const& desk, db::Writer& writer, Act const& act, http::Request const& request) {
    return desk.assign(writer, act,
                       {.unit = id_typed<UnitId>(request, "unit"),
                        .person = id_typed<PersonId>(request, "officer")});
}
Outcome prioritise(Desk const& desk, db::Writer& writer, Act const& act,
                   http::Request const& request) {
    return desk.set_priority(writer, act,
                             static_cast<int>(request.field_number("priority").value_or(-1)));
}
Outcome note(Desk const& desk, db::Writer& writer, Act const& act, http::Request const& request) {
    return desk.add_note(writer, act, request.field("text"));
}
Outcome moderate(Desk const& desk, db::Writer& writer, Act const& act,
                 http::Request const& request) {
    auto const sight = sight_named(request.field("sight"));
    if (!sight) return Refusal{Refused::invalid, say(msg::office_refused_sight), {}, "sight"};
    return desk.moderate(writer, act, *sight, request.field("reason"));
}
Outcome reopen(Desk const& desk, db::Writer& writer, Act const& act, http::Request const& request) {
    return desk.reopen(writer, act, request.field("reason"));
}

constexpr std::array kinds{
    ActKind{"move", msg::office_act_move, is_open, fields_of_move, move, true},
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
};

}  // namespace

std::span<ActKind const> acts() { return kinds; }

ActKind const* act_named(std::string_view name) {
    auto const found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](ActKind const& one) { return one.name == name; });
    return found == kinds.end() ? nullptr : &*found;
}

bool may_answer_with(Whole const& whole, NamedState const& state) {
    if (!state.is_active || state.code == whole.report.state) return false;
    if (state.phase == Phase::open) return has(whole, Action::move);
    if (state.phase == Phase::fixed) return has(whole, Action::fix);
    return state.phase == Phase::refused && has(whole, Action::refuse);
}

html::Url act_url(std::string_view number, std::string_view act) {
    return html::to("/office/reports/", number, "/do/", act);
}

std::string coordinates(geography::Point const& place) {
    return fmt::format("{:.6f}, {:.6f}", place.lat, place.lon);
}

}  // namespace wasl::reports::bureau
