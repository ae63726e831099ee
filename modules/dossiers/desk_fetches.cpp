// SPDX-License-Identifier: Apache-2.0
// Documents that the administration brings itself (law 55.19 arts 23 and 24). The regulation on how
// consent is given was not found: here it is an act of the applicant, with its moment, in the
// dossier's history and in the journal.
#include <algorithm>

#include "modules/dossiers/tell.hpp"

namespace wasl::dossiers {

// Its own, where the sheet names no other holder than the administration itself.
static bool is_own(directory::Picture const& places, Dossier const& dossier,
                   procedures::Document const& document) {
    if (document.held_by.empty()) return false;
    auto const* const holder = places.administration_named(document.held_by);
    return holder != nullptr && holder->id == dossier.administration;
}

void begin_fetches(db::Writer& writer, House const& house, Dossier& dossier,
                   procedures::Sheet const& sheet, std::span<std::string const> consents,
                   PersonId by, Instant now) {
    auto const places = house.directory.picture();
    for (auto const& document : sheet.documents) {
        if (document.supplier != procedures::Supplier::administration) continue;
        Fetch one{.requirement = document.code,
                  .holder = document.held_by,
                  .own = is_own(*places, dossier, document),
                  .due = full_term(*dossier.filed_on, fetching_days, *dossier.offices)};
        bool const consented =
            std::find(consents.begin(), consents.end(), document.code) != consents.end();
        if (consented && !one.own) {
            one.consented_by = by;
            one.consented_at = now;
        }
        if (consented || one.own) one.state = Fetching::to_fetch;
        store::insert_fetch(writer, dossier, one);
        dossier.fetches.push_back(std::move(one));
    }
}

void seal(Dossier& dossier) {
    std::erase_if(dossier.documents, [&](Document const& document) {
        auto const* const one = dossier.fetch(document.requirement);
        return one != nullptr && is_sealed(one->state);
    });
}

namespace {

struct OpenErrand {
    Opened opened;
    Fetch* one;  // of opened.after
};

Result<OpenErrand> open_errand(db::Writer& writer, House const& house, Act const& act,
                               std::string_view requirement) {
    auto opened = TRY(open(writer, house, act));
    auto const found =
        std::find_if(opened.after.fetches.begin(), opened.after.fetches.end(),
                     [&](Fetch const& one) { return one.requirement == requirement; });
    if (found == opened.after.fetches.end())
        return Refusal{Refused::not_found, say(msg::refused_document_unknown)};
    auto const place = static_cast<std::size_t>(found - opened.after.fetches.begin());
    OpenErrand made{std::move(opened), nullptr};
    made.one = &made.opened.after.fetches[place];
    return made;
}

// The errand, moved on by that act, where the rules let whoever acts do so.
Result<OpenErrand> moved_errand(db::Writer& writer, House const& house, Act const& act,
                                std::string_view requirement, Action action) {
    auto on = TRY(open_errand(writer, house, act, requirement));
    on.one->state = TRY(may_fetch(*on.one, on.opened.before.state, action, on.opened.actors()));
    return on;
}

Outcome keep_errand(db::Writer& writer, House const& house, Act const& act, OpenErrand& on,
                    Action action, std::string_view reason = {}) {
    store::update_fetch(writer, on.opened.after.id, *on.one);
    return record(writer, house, on.opened.before, on.opened.after,
                  {action, act.by.person, reason, act.now},
                  {{"requirement", on.one->requirement}, {"fetch", name_of(on.one->state)}});
}

// The name of the document, in the language of whoever is told.
Values said_about(House const& house, db::Reader& reader, Dossier const& dossier,
                  PersonId reader_of_it, Fetch const& one) {
    auto const sheet = house.procedures.revision(reader, dossier.revision);
    auto const* const document = sheet ? sheet->document(one.requirement) : nullptr;
    auto const person = house.people.person(reader, reader_of_it);
    auto const language = person ? person->language : Language::ar;
    return {text("document", document ? directory::in(language, document->title)
                                      : std::string_view(one.requirement)),
            {"due", one.due}};
}

void tell_officer(db::Writer& writer, House const& house, Act const& act, OpenErrand const& on,
                  Message const& subject, Message const& body) {
    auto const& dossier = on.opened.after;
    Teller(writer, house, dossier, act.now)
        .officer({subject, body, said_about(house, writer, dossier, dossier.assigned, *on.one)});
}

void tell_citizen(db::Writer& writer, House const& house, Act const& act, OpenErrand const& on,
                  Message const& subject, Message const& body) {
    auto const& dossier = on.opened.after;
    Teller(writer, house, dossier, act.now)
        .citizen({subject, body, said_about(house, writer, dossier, dossier.applicant, *on.one)});
}

// The copy that he did not approve is no part of the file any more.
void take_away_copy(db::Writer& writer, OpenErrand& on) {
    if (!on.one->copy) return;
    store::erase_document(writer, *on.one->copy);
    std::erase_if(on.opened.after.documents,
                  [&](Document const& one) { return one.id == *on.one->copy; });
    on.one->copy.reset();
}

Document add_copy(db::Writer& writer, Act const& act, OpenErrand& on, Supplied const& supplied) {
    auto const copy = document_from(supplied, act.by.person, act.now);
    store::insert_document(writer, on.opened.after.id, copy);
    on.opened.after.documents.push_back(copy);
    return copy;
}

}  // namespace

Outcome Desk::consent(db::Writer& writer, Act const& act, std::string_view requirement) const {
    auto on = TRY(moved_errand(writer, house_, act, requirement, Action::consent));
    on.one->consented_by = act.by.person;
    on.one->consented_at = act.now;
    on.one->reason.clear();
    TRY(keep_errand(writer, house_, act, on, Action::consent));
    tell_officer(writer, house_, act, on, msg::notice_fetch_consented_subject,
                 msg::notice_fetch_consented_body);
    return Done{};
}

Outcome Desk::decline_fetch(db::Writer& writer, Act const& act, std::string_view requirement,
                            std::string_view reason) const {
    auto on = TRY(moved_errand(writer, house_, act, requirement, Action::decline_fetch));
    TRY(readable(reason, "reason", false));
    take_away_copy(writer, on);
    on.one->consented_by = PersonId{0};
    on.one->consented_at.reset();
    on.one->reason = reason;
    TRY(keep_errand(writer, house_, act, on, Action::decline_fetch, reason));
    tell_officer(writer, house_, act, on, msg::notice_fetch_declined_subject,
                 msg::notice_fetch_declined_body);
    return Done{};
}

Outcome Desk::fetched(db::Writer& writer, Act const& act, Supplied const& copy) const {
    auto on = TRY(moved_errand(writer, house_, act, copy.requirement, Action::fetch));
    on.one->copy = add_copy(writer, act, on, copy).id;
    on.one->reason.clear();
    TRY(keep_errand(writer, house_, act, on, Action::fetch));
    if (on.one->state != Fetching::copy_shown) return Done{};
    tell_citizen(writer, house_, act, on, msg::notice_fetched_subject, msg::notice_fetched_body);
    return Done{};
}

Outcome Desk::fetch_failed(db::Writer& writer, Act const& act, std::string_view requirement,
                           std::string_view reason) const {
    auto on = TRY(open_errand(writer, house_, act, requirement));
    TRY(may_fail_fetch(*on.one, on.opened.before.state, on.opened.actors(), reason));
    TRY(readable(reason, "reason"));
    on.one->state = Fetching::failed;
    on.one->reason = reason;
    TRY(keep_errand(writer, house_, act, on, Action::fetch_failed, reason));
    tell_citizen(writer, house_, act, on, msg::notice_fetch_failed_subject,
                 msg::notice_fetch_failed_body);
    return Done{};
}

Outcome Desk::approve_copy(db::Writer& writer, Act const& act, std::string_view requirement) const {
    auto on = TRY(moved_errand(writer, house_, act, requirement, Action::approve_copy));
    TRY(keep_errand(writer, house_, act, on, Action::approve_copy));
    tell_officer(writer, house_, act, on, msg::notice_copy_approved_subject,
                 msg::notice_copy_approved_body);
    return Done{};
}

Outcome Desk::supply_copy(db::Writer& writer, Act const& act, Supplied const& copy) const {
    auto on = TRY(moved_errand(writer, house_, act, copy.requirement, Action::supply_copy));
    on.one->copy = add_copy(writer, act, on, copy).id;
    TRY(keep_errand(writer, house_, act, on, Action::supply_copy));
    tell_officer(writer, house_, act, on, msg::notice_copy_supplied_subject,
                 msg::notice_copy_supplied_body);
    return Done{};
}

std::vector<Summary> Desk::to_fetch(db::Reader& db, PersonId reader, AdministrationId where) const {
    return store::to_fetch(db, reader, where);
}

}  // namespace wasl::dossiers
