// SPDX-License-Identifier: Apache-2.0
// Filing (law 55.19 art. 10): a receipt at once, with one of two mentions; and completing.
#include <algorithm>

#include "modules/dossiers/tell.hpp"

namespace wasl::dossiers {

static Filed filed_of(Dossier const& dossier, bool again) {
    return {.id = dossier.id,
            .number = dossier.number,
            .state = dossier.state,
            .due = dossier.due.value_or(Date{}),
            .again = again,
            .dossier = nullptr};
}

// What the law of the sheet says about this dossier, for its whole life.
static void take_rules(Dossier& dossier, procedures::Sheet const& sheet,
                       directory::Administration const& where) {
    dossier.revision = sheet.revision;
    int const cap = sheet.investment ? cap_days_investment : cap_days_general;
    dossier.term = {sheet.immediate ? 0 : sheet.term_days, std::min(cap, sheet.cap_days)};
    dossier.silence_accepts = sheet.silence == procedures::Silence::acceptance;
    dossier.extension_listed = sheet.extension;
    dossier.extension_days_max = sheet.extension_days;
    dossier.retention_years = sheet.retention_years;
    dossier.route = route_of(where.kind);
}

static void tell_filed(Teller const& teller, Dossier const& dossier, bool immediate) {
    if (dossier.state == State::lodged && immediate)
        teller.citizen({msg::notice_immediate_subject, msg::notice_immediate_body, {}});
    else if (dossier.state == State::lodged)
        teller.citizen(
            {msg::notice_filed_subject, msg::notice_filed_body, {{"due", *dossier.due}}});
    else
        teller.citizen({msg::notice_filed_partly_subject,
                        msg::notice_filed_partly_body,
                        {{"day", *dossier.due}}});
}

enum class Kept { as_draft, not_yet };
struct Lodging {
    std::string_view key;
    Instant now;
    Kept kept = Kept::as_draft;
    std::span<std::string const> consents;  // to fetch these documents (art. 24)
    std::string_view call_hash = {};
};

// A key stands for one call: with other contents it is a mistake of the program that sends it, and
// the first receipt would hide it.
static Outcome same_call(db::Reader& reader, PersonId filed_by, std::string_view key,
                         std::string_view call_hash) {
    auto const first = store::call_by_key(reader, filed_by, key);
    if (first.empty() || call_hash.empty() || first == call_hash) return Done{};
    return Refusal{Refused::invalid, say(msg::api_key_reused), {}, "Idempotency-Key"};
}

// Draws until a number is free. False where another node has filed under the same key meanwhile.
static bool insert_numbered(db::Writer& writer, Dossier& dossier, Lodging const& how) {
    auto const key = how.key;
    for (int attempt = 0; attempt < numbers_drawn_max; ++attempt) {
        dossier.number = draw_number(*dossier.filed_on);
        if (store::try_insert(writer, dossier, key, how.call_hash)) return true;
        if (!key.empty() && store::row_by_key(writer, dossier.filed_by, key)) return false;
    }
    throw Bug("no free receipt number");
}

// What is known before anything is kept: who, where, since when, and until when.
static void take_facts(db::Reader& reader, Desk::House const& house, http::Visitor const& visitor,
                       Dossier& dossier, bool complete, Instant now) {
    dossier.offices = house.directory.calendar();
    dossier.calendar_version = house.directory.calendar_version();
    dossier.applicant_name = dossier.applicant == visitor.person && !visitor.name.empty()
                                 ? visitor.name
                                 : house.people.name_of(reader, dossier.applicant);
    dossier.filed_at = dossier.changed_at = now;
    dossier.filed_on = clock::day_in_morocco(now);
    dossier.state = complete ? State::lodged : State::being_lodged;
    if (complete) dossier.complete_on = dossier.filed_on;
    dossier.expires_on.reset();
    dossier.version += 1;
    derive(dossier);
}

// The draft, its answers and documents become a dossier with a receipt.
static Result<Filed> lodge(db::Writer& writer, Desk const& desk, http::Visitor const& visitor,
                           Begun begun, Lodging const& how) {
    auto const& [key, now, kept, consents, call_hash] = how;
    auto const& house = desk.house();
    auto& [dossier, sheet] = begun;
    if (auto faults = desk.faults(*sheet, dossier.values); !faults.empty())
        return Refusal{Refused::invalid, faults.front().what, {}, "form"};
    // Answers on a way that was left are not part of what is filed.
    auto const typed = dossier.values.size();
    dossier.values = procedures::in_force(*sheet, dossier.values);
    auto const picture = house.directory.picture();
    auto const* where = picture->administration(dossier.administration);
    check(where != nullptr, "a sheet is offered by an administration that exists");
    take_rules(dossier, *sheet, *where);
    auto const missing = desk.lacking(*sheet, dossier);
    take_facts(writer, house, visitor, dossier, missing.empty(), now);
    if (kept == Kept::as_draft) {
        dossier.number = fresh_number(writer, *dossier.filed_on);
        store::update_filed(writer, dossier, key);
        if (dossier.values.size() != typed) store::keep_values(writer, dossier.id, dossier.values);
    } else {
        if (!insert_numbered(writer, dossier, how)) {
            TRY(same_call(writer, dossier.filed_by, key, call_hash));
            return filed_of(*store::row_by_key(writer, dossier.filed_by, key), true);
        }
        store::keep_values(writer, dossier.id, dossier.values);
        for (auto const& document : dossier.documents)
            store::insert_document(writer, dossier.id, document);
    }
    for (auto const& requirement : missing) store::insert_missing(writer, dossier.id, requirement);
    begin_fetches(writer, house, dossier, *sheet, consents, visitor.person, now);
    store::tally(writer, dossier, *dossier.filed_on, "filed");
    if (!missing.empty()) store::tally(writer, dossier, *dossier.filed_on, "incomplete");
    auto const action = missing.empty() ? Action::file : Action::file_partly;
    record_filed(writer, dossier, {action, visitor.person, {}, now},
                 {{"filed_as", name_of(dossier.filed_as)}});
    tell_filed(Teller(writer, house, dossier, now), dossier, sheet->immediate);
    auto filed = filed_of(dossier, false);
    dossier.steps = {{.sequence = 1,
                      .action = action,
                      .by = visitor.person,
                      .state = dossier.state,
                      .at = now,
                      .reason = {}}};
    for (auto const& requirement : missing) dossier.missing.push_back({requirement, {}});
    std::sort(
        dossier.missing.begin(), dossier.missing.end(),
        [](auto const& one, auto const& other) { return one.requirement < other.requirement; });
    dossier.eyes = eyes_of(writer, house, visitor, dossier, *dossier.filed_on);
    filed.dossier = std::make_shared<Dossier const>(std::move(dossier));
    return filed;
}

// The same form pressed twice: the receipt that it gave.
static std::optional<Filed> filed_before(db::Reader& reader, http::Visitor const& visitor,
                                         std::string_view key) {
    if (key.empty()) return std::nullopt;
    auto const found = store::row_by_key(reader, visitor.person, key);
    if (!found || found->number.empty()) return std::nullopt;
    return filed_of(*found, true);
}

Result<Filed> Desk::file(db::Writer& writer, http::Visitor const& visitor, DossierId id,
                         std::string_view key, Instant now,
                         std::span<std::string const> consents) const {
    if (auto before = filed_before(writer, visitor, key)) return *before;
    auto const row = store::row_by_id(writer, id);
    // Pressed again with another key, from a page that was kept open: there is one receipt.
    if (row && row->state != State::draft && row->filed_by == visitor.person)
        return filed_of(*row, true);
    auto draft = TRY(this->draft(writer, visitor, id));
    // The sheet must still be open, and the mandate in force, on the day of filing. A unit that was
    // closed meanwhile is nobody's fault: another takes the dossier.
    auto const* const unit = house_.directory.picture()->unit(draft.unit);
    bool const closed = unit && unit->closed;
    auto const begun = TRY(begin(writer, house_, visitor,
                                 {.procedure = draft.procedure,
                                  .administration = draft.administration,
                                  .unit = closed ? UnitId{0} : draft.unit,
                                  .applicant = draft.applicant,
                                  .channel = draft.channel},
                                 now));
    // Under the sheet that is in force, and not without its having been read (law 55.19 art. 3).
    if (draft.revision != begun.sheet->revision)
        return Refusal{Refused::conflict, say(msg::refused_sheet_revised), "55.19/3", "revision"};
    draft.filed_as = begun.dossier.filed_as;
    draft.unit = begun.dossier.unit;
    return lodge(writer, *this, visitor, {std::move(draft), begun.sheet},
                 {key, now, Kept::as_draft, consents});
}

Result<Filed> Desk::file_at_once(db::Writer& writer, http::Visitor const& visitor,
                                 Filing const& filing, Instant now) const {
    if (auto before = filed_before(writer, visitor, filing.key)) {
        TRY(same_call(writer, visitor.person, filing.key, filing.call_hash));
        return *before;
    }
    auto begun = TRY(begin(writer, house_, visitor, filing.start, now));
    auto& [dossier, sheet] = begun;
    for (auto const& [field, answer] : filing.values)
        if (procedures::can_ask(*sheet, field)) dossier.values.emplace_back(field, answer);
    for (auto const& supplied : filing.documents) {
        TRY(may_give(*sheet, dossier, supplied.requirement));
        dossier.documents.push_back(document_from(supplied, visitor.person, now));
    }
    return lodge(writer, *this, visitor, std::move(begun),
                 {filing.key, now, Kept::not_yet, filing.consents, filing.call_hash});
}

// Pressed twice: the same content for the same requirement is there already.
static bool was_given(Dossier const& dossier, Supplied const& one) {
    return std::any_of(
        dossier.documents.begin(), dossier.documents.end(), [&](Document const& given) {
            return given.requirement == one.requirement && given.sha256 == one.stored.sha256;
        });
}

static bool was_missing(Dossier const& dossier, std::string_view requirement) {
    return std::any_of(dossier.missing.begin(), dossier.missing.end(),
                       [&](MissingDocument const& one) { return one.requirement == requirement; });
}

Result<State> Desk::supply(db::Writer& writer, Act const& act,
                           std::span<Supplied const> supplied) const {
    auto opened = TRY(open(writer, house_, act));
    auto& [before, after, today] = opened;
    TRY(may_complete(opened.situation(), opened.actors()));
    auto const sheet = house_.procedures.revision(writer, before.revision);
    check(sheet != nullptr, "the revision of a dossier is kept");
    for (auto const& one : supplied) {
        // The list was frozen with the receipt: what is not on it is not awaited.
        if (!was_missing(before, one.requirement))
            return Refusal{Refused::conflict, say(msg::refused_document_not_awaited), "55.19/10",
                           "requirement"};
        if (was_given(after, one)) continue;
        TRY(may_give(*sheet, after, one.requirement));
        after.documents.push_back(document_from(one, act.by.person, act.now));
        store::insert_document(writer, after.id, after.documents.back());
        store::missing_given(writer, after.id, one.requirement, today);
        for (auto& missing : after.missing)
            if (missing.requirement == one.requirement && !missing.given_on)
                missing.given_on = today;
    }
    if (after.still_missing()) return after.state;
    after.state = State::lodged;
    after.complete_on = today;
    TRY(record(writer, house_, before, after, {Action::complete, act.by.person, {}, act.now}));
    Teller(writer, house_, after, act.now)
        .citizen(
            {msg::notice_completed_subject, msg::notice_completed_body, {{"due", *after.due}}});
    return after.state;
}

}  // namespace wasl::dossiers
