// SPDX-License-Identifier: Apache-2.0
// Themes, challenges, prizes and partners: what an organiser writes row by row.
#include <algorithm>

#include "kernel/text/signs.hpp"
#include "modules/challenges/inside.hpp"

namespace wasl::challenges {

namespace {

Refusal gone() { return {Refused::not_found, say(msg::refused_no_row)}; }

// A new row is given its id, where there is room for it; an old one must be of that edition.
template<typename Row>
Outcome keep_row(db::Writer& writer, Act const& act, Row row, std::size_t there,
                 std::string_view kind) {
    auto const edition = TRY(open_as_organiser(writer, act));
    if (row.id.value() == 0) {
        if (there >= rows_max)
            return Refusal{Refused::conflict, say(msg::refused_rows, {number("count", rows_max)})};
        row.id = db::fresh<decltype(row.id)>();
        store::insert(writer, edition.id, row);
    } else if (!store::update(writer, edition.id, row)) {
        return gone();
    }
    note_in_journal(writer, edition, kind, std::to_string(row.id.value()), act.by.person, act.now);
    return Done{};
}

template<typename Ident>
Outcome remove_row(db::Writer& writer, Act const& act, Ident id, std::string_view kind) {
    auto const edition = TRY(open_as_organiser(writer, act));
    if (!store::remove(writer, edition.id, id)) return gone();
    note_in_journal(writer, edition, kind, std::to_string(id.value()), act.by.person, act.now);
    return Done{};
}

Result<Call> call_for(db::Writer& writer, Act const& act) {
    return store::call_of(writer, TRY(open_as_organiser(writer, act)));
}

}  // namespace

Outcome Desk::keep(db::Writer& writer, Act const& act, Theme const& theme) const {
    auto const call = TRY(call_for(writer, act));
    TRY(readable(theme.name, "name_ar", "name_fr", name_max));
    TRY(readable(theme.text, "text_ar", "text_fr", text_max, false));
    auto row = theme;
    if (row.position == 0) row.position = static_cast<int>(call.themes.size()) + 1;
    return keep_row(writer, act, row, call.themes.size(), "theme_kept");
}

Outcome Desk::keep(db::Writer& writer, Act const& act, Statement const& statement) const {
    auto const call = TRY(call_for(writer, act));
    TRY(readable(statement.title, "title_ar", "title_fr", name_max));
    TRY(readable(statement.text, "text_ar", "text_fr", text_max));
    TRY(readable(statement.obstacles, {"obstacles", text_max, false}));
    for (auto const& code : statement.obstacle_codes)
        if (std::none_of(obstacles_.begin(), obstacles_.end(),
                         [&](Obstacle const& one) { return one.code == code; }))
            return Refusal{Refused::invalid, say(msg::refused_obstacle), {}, "obstacle"};
    bool known = false;
    for (auto const& one : call.themes) known = known || one.id == statement.theme;
    if (!known) return Refusal{Refused::invalid, say(msg::refused_theme), {}, "theme"};
    auto const picture = house_.directory.picture();
    auto row = statement;
    if (row.sponsor.value() != 0 && picture->administration(row.sponsor) == nullptr)
        return Refusal{Refused::invalid, say(msg::refused_administration), {}, "sponsor"};
    auto const* const unit = picture->unit(row.sponsor_unit);
    if (unit == nullptr || unit->administration != row.sponsor) row.sponsor_unit = UnitId{0};
    if (row.position == 0) row.position = static_cast<int>(call.statements.size()) + 1;
    return keep_row(writer, act, row, call.statements.size(), "statement_kept");
}

Outcome Desk::keep(db::Writer& writer, Act const& act, Prize const& prize) const {
    auto const call = TRY(call_for(writer, act));
    TRY(readable(prize.name, "name_ar", "name_fr", name_max));
    TRY(readable(prize.text, "text_ar", "text_fr", text_max, false));
    if (prize.place < 1 || prize.place > rows_max)
        return Refusal{Refused::invalid, say(msg::refused_place), {}, "place"};
    return keep_row(writer, act, prize, call.prizes.size(), "prize_kept");
}

Outcome Desk::keep(db::Writer& writer, Act const& act, Partner const& partner) const {
    auto const call = TRY(call_for(writer, act));
    auto const picture = house_.directory.picture();
    bool const listed = partner.administration.value() != 0;
    if (listed && picture->administration(partner.administration) == nullptr)
        return Refusal{Refused::invalid, say(msg::refused_administration), {}, "administration"};
    if (!listed && lexis::is_blank(partner.name.ar))
        return Refusal{Refused::invalid, say(msg::refused_partner), {}, "name_ar"};
    TRY(readable(partner.name, "name_ar", "name_fr", name_max, false));
    return keep_row(writer, act, partner, call.partners.size(), "partner_kept");
}

// Nobody loses what they chose: what is answered, or holds something, stays.
Outcome Desk::remove(db::Writer& writer, Act const& act, ThemeId id) const {
    if (store::statements_under(writer, id) > 0)
        return Refusal{Refused::conflict, say(msg::refused_theme_used)};
    return remove_row(writer, act, id, "theme_removed");
}
Outcome Desk::remove(db::Writer& writer, Act const& act, StatementId id) const {
    if (store::teams_answering(writer, id) > 0)
        return Refusal{Refused::conflict, say(msg::refused_statement_used)};
    return remove_row(writer, act, id, "statement_removed");
}
Outcome Desk::remove(db::Writer& writer, Act const& act, PrizeId id) const {
    return remove_row(writer, act, id, "prize_removed");
}
Outcome Desk::remove(db::Writer& writer, Act const& act, PartnerId id) const {
    return remove_row(writer, act, id, "partner_removed");
}

}  // namespace wasl::challenges
