// SPDX-License-Identifier: Apache-2.0
// The commission at work. What it decided is carried out when the session is closed, all of it or
// nothing: a sheet that can no longer take its step keeps the session open.
#include <algorithm>

#include "kernel/value_named.hpp"
#include "modules/procedures/inside.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/store.hpp"
#include "modules/procedures/store_commission.hpp"
#include "modules/procedures/store_pipeline.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::procedures {
namespace {

constexpr std::size_t present_max = 60;
constexpr std::size_t agenda_max = 500;

constexpr std::string_view verdicts[] = {"approved", "sent_back", "merged", "deleted"};

Action action_of(Verdict verdict) {
    static constexpr Action actions[] = {Action::approve, Action::send_back, Action::merge,
                                         Action::remove};
    return actions[static_cast<std::size_t>(verdict)];
}

Result<CommissionSession> open_one(db::Reader& db, CommissionId id) {
    auto found = store::session(db, id);
    if (!found) return Refusal{Refused::not_found, say(msg::refusal_unknown)};
    if (found->closed) return Refusal{Refused::conflict, say(msg::refusal_session_closed)};
    return std::move(*found);
}

Outcome good_ruling(Ruling const& ruling) {
    if (ruling.verdict != Verdict::approved) TRY(good_reason(ruling.reason));
    if (ruling.verdict == Verdict::deleted) TRY(good_reason(ruling.legal_note, "legal_note"));
    return Done{};
}

// One sheet takes the step that was decided about it.
Outcome carry_out(db::Writer& db, CommissionSession const& session, AgendaItem const& item,
                  PersonId by, Instant now) {
    auto const draft = store::draft(db, item.sheet);
    check(draft.has_value(), "sheets are never removed");
    auto const& ruling = *item.ruling;
    auto const action = action_of(ruling.verdict);
    auto const step = TRY(walk(draft->standing(), action, hands::secretariat));
    Taken taken{by, ruling.reason, ruling.legal_note, SheetId{0}, session.id.value()};
    if (action == Action::merge) taken.into = TRY(merging_into(db, *draft, ruling.into));
    if (action == Action::approve)
        store::keep_approval(db, item.sheet,
                             {ApprovedBy::commission, session.number, session.held_on});
    take_step(db, *draft, step, taken, now);
    return Done{};
}

Tidings agenda_tidings(AgendaItem const& item) {
    auto const name = std::string(name_of(item.ruling->verdict));
    return {*msg::find("told." + name), *msg::find("told." + name + "_text"), item.ruling->reason,
            "/office/sheets/" + std::to_string(item.sheet.value()), item.code};
}

}  // namespace

std::string_view name_of(Verdict verdict) { return verdicts[static_cast<std::size_t>(verdict)]; }

std::optional<Verdict> verdict_named(std::string_view name) {
    return value_named<Verdict>(verdicts, name);
}

AgendaItem const* CommissionSession::item(SheetId sheet) const {
    auto const found = std::find_if(agenda.begin(), agenda.end(),
                                    [&](AgendaItem const& one) { return one.sheet == sheet; });
    return found == agenda.end() ? nullptr : &*found;
}

bool Desk::sits_in_secretariat(db::Reader& db, http::Visitor const& visitor) const {
    auto const who = store::authority(db, "secretariat");
    return who && (visitor.is(http::Role::officer, *who) || visitor.is(http::Role::head, *who));
}

std::vector<CommissionSession> Desk::sessions(db::Reader& db) const { return store::sessions(db); }

std::optional<CommissionSession> Desk::session(db::Reader& db, CommissionId id) const {
    return store::session(db, id);
}

Result<CommissionId> Desk::open_session(db::Writer& db, Date held_on, std::string_view place,
                                        PersonId by, Instant now) const {
    if (place.empty() || place.size() > 300)
        return Refusal{Refused::invalid, say(msg::refusal_session_place), {}, "place"};
    auto const year = iso(held_on).substr(0, 4);
    CommissionSession session{.id = db::fresh<CommissionId>(), .held_on = held_on};
    session.place = std::string(place);
    session.number = year + "/" + std::to_string(store::sessions_of_year(db, year) + 1);
    if (!store::insert_session(db, session, by))
        return Refusal{Refused::conflict, say(msg::refusal_stale)};
    journal::append(db, {0, "procedures.session_opened", session.number, by.value()}, now);
    return session.id;
}

Outcome Desk::put_on_agenda(db::Writer& db, CommissionId id, SheetId sheet) const {
    auto const session = TRY(open_one(db, id));
    auto const draft = store::draft(db, sheet);
    auto const places = inside_->directory.picture();
    auto const* const owner = draft ? places->administration(draft->sheet.owner) : nullptr;
    // Collectivities go to the Interior (art. 9).
    if (owner == nullptr || owner->kind == directory::Kind::collectivity)
        return Refusal{Refused::invalid, say(msg::refusal_not_before_them), "55.19/9", "sheet"};
    if (draft->standing().at_work() != SheetState::submitted)
        return Refusal{Refused::conflict, say(msg::refusal_not_before_them), "55.19/9", "sheet"};
    if (session.agenda.size() >= agenda_max)
        return Refusal{Refused::conflict, say(msg::refusal_list_full), {}, "sheet"};
    if (store::is_on_open_agenda(db, sheet))
        return Refusal{Refused::conflict, say(msg::refusal_on_agenda), {}, "sheet"};
    store::put_on_agenda(db, id, sheet);
    return Done{};
}

Outcome Desk::rule(db::Writer& db, CommissionId id, SheetId sheet, Ruling const& ruling) const {
    TRY(open_one(db, id));
    TRY(good_ruling(ruling));
    if (ruling.verdict == Verdict::merged) {
        auto const draft = store::draft(db, sheet);
        if (!draft) return Refusal{Refused::not_found, say(msg::refusal_unknown)};
        TRY(merging_into(db, *draft, ruling.into));
    }
    if (!store::keep_ruling(db, id, sheet, ruling))
        return Refusal{Refused::not_found, say(msg::refusal_unknown)};
    return Done{};
}

Outcome Desk::note_presence(db::Writer& db, CommissionId id,
                            std::vector<Attendant> const& present) const {
    TRY(open_one(db, id));
    if (present.size() > present_max)
        return Refusal{Refused::invalid, say(msg::refusal_list_full), {}, "present"};
    store::note_presence(db, id, present);
    return Done{};
}

Outcome Desk::close_session(db::Writer& db, CommissionId id, PersonId by, Instant now) const {
    auto const session = TRY(open_one(db, id));
    if (session.present.empty())
        return Refusal{Refused::conflict, say(msg::refusal_nobody_present), {}, "present"};
    if (session.agenda.empty())
        return Refusal{Refused::conflict, say(msg::refusal_empty_agenda), {}, "sheet"};
    for (auto const& item : session.agenda)
        if (!item.ruling)
            return Refusal{Refused::conflict,
                           say(msg::refusal_undecided, {text("title", item.title)}),
                           {},
                           "close"};
    Concerned const concerned{inside_->people, inside_->notices};
    for (auto const& item : session.agenda) {
        auto const draft = store::draft(db, item.sheet);
        TRY(carry_out(db, session, item, by, now));
        auto const action = action_of(item.ruling->verdict);
        inside_->stepped(db, *draft, *transition_from(draft->standing(), action), now);
        tell_heads(db, concerned, item.owner, item.title, agenda_tidings(item), now);
    }
    store::close_session(db, id, by, now);
    journal::append(db,
                    {0, "procedures.session_closed", session.number, by.value(),
                     "{\"sheets\":" + std::to_string(session.agenda.size()) + "}"},
                    now);
    return Done{};
}

}  // namespace wasl::procedures
