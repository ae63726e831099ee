// SPDX-License-Identifier: Apache-2.0
// What officers of the owner do with a sheet. Each act is one entry of the owner's journal.
#include <algorithm>

#include "modules/procedures/gate.hpp"
#include "modules/procedures/inside.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/store.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::procedures {
namespace {

constexpr std::size_t reason_least = 10;
constexpr std::size_t reason_most = 2000;

Refusal unknown() { return {Refused::not_found, say(msg::refusal_unknown)}; }
Refusal stale() { return {Refused::conflict, say(msg::refusal_stale)}; }

void note(db::Writer& db, Sheet const& sheet, std::string_view act, PersonId by, Instant now,
          std::string facts = "{}") {
    journal::append(db, {sheet.owner.value(), act, sheet.code, by.value(), std::move(facts)}, now);
}

std::string numbered(std::string_view name, std::int64_t value) {
    return "{\"" + std::string(name) + "\":" + std::to_string(value) + "}";
}

bool good_code(std::string_view code) {
    return code.size() >= 3 && code.size() <= 60 && code.front() != '-' && code.back() != '-' &&
           std::all_of(code.begin(), code.end(), [](char sign) {
               return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-';
           });
}

Outcome good_reason(std::string_view reason) {
    if (reason.size() < reason_least || reason.size() > reason_most)
        return Refusal{Refused::invalid, say(msg::refusal_reason), {}, "reason"};
    return Done{};
}

Result<Draft> known(db::Writer& db, SheetId id) {
    auto draft = store::draft(db, id);
    if (!draft) return unknown();
    return std::move(*draft);
}

}  // namespace

std::vector<SheetLine> Desk::sheets_of(db::Reader& db, AdministrationId owner) const {
    return store::lines(db, owner);
}
std::vector<RevisionLine> Desk::history(db::Reader& db, SheetId id) const {
    return store::revisions(db, id);
}
std::optional<Draft> Desk::draft(db::Reader& db, SheetId id) const { return store::draft(db, id); }

std::optional<SheetId> Desk::sheet_of_code(db::Reader& db, std::string_view code) const {
    return store::sheet_of_code(db, code);
}

std::vector<Offer> Desk::offers(db::Reader& db, SheetId id) const { return store::offers(db, id); }

Result<SheetId> Desk::open_draft(db::Writer& db, std::string_view code, AdministrationId owner,
                                 Names const& title, PersonId by, Instant now) const {
    if (!good_code(code)) return Refusal{Refused::invalid, say(msg::refusal_code), {}, "code"};
    if (title.ar.empty())
        return Refusal{Refused::invalid, say(msg::gate_title), "55.19/6", "title"};
    Sheet sheet;
    sheet.id = db::fresh<SheetId>();
    sheet.code = std::string(code);
    sheet.owner = owner;
    sheet.title = title;
    sheet.channels = {Channel::counter};
    if (store::sheet_of_code(db, code) || !store::insert_sheet(db, sheet, now))
        return Refusal{Refused::conflict, say(msg::refusal_code_taken), {}, "code"};
    note(db, sheet, "procedures.drafted", by, now);
    return sheet.id;
}

Result<int> Desk::save_draft(db::Writer& db, SheetId id, int edition, Sheet const& content,
                             PersonId by, Instant now) const {
    auto const draft = TRY(known(db, id));
    if (draft.sheet.state == SheetState::withdrawn)
        return Refusal{Refused::gone, say(msg::refusal_withdrawn)};
    if (draft.edition != edition) return stale();
    // What cannot be read again may not be written.
    TRY(sheet_from_json(to_json(content)));
    if (!store::update_draft(db, id, edition, content, now)) return stale();
    note(db, draft.sheet, "procedures.saved", by, now, numbered("edition", edition + 1));
    return edition + 1;
}

Result<RevisionId> Desk::publish(db::Writer& db, SheetId id, int edition, PersonId by,
                                 Instant now) const {
    auto const draft = TRY(known(db, id));
    auto const& sheet = draft.sheet;
    if (sheet.state == SheetState::withdrawn)
        return Refusal{Refused::gone, say(msg::refusal_withdrawn)};
    if (draft.edition != edition) return stale();
    auto const* const owner = inside_->directory.picture()->administration(sheet.owner);
    if (owner == nullptr) return unknown();
    auto const lists = store::decisions(db);
    auto const found = objections(sheet, {owner->kind == directory::Kind::collectivity, &lists});
    if (!found.empty())
        return Refusal{Refused::invalid, found.front().what, found.front().article, "gate"};
    auto const version = sheet.version + 1;
    auto const revision = store::insert_revision(db, sheet, version, by, now);
    store::mark_published(db, id, revision, version, now);
    if (store::offers(db, id).empty()) store::keep_offer(db, id, {sheet.owner, {}, {}});
    inside_->changed(db, sheet, version == 1 ? ChangeKind::published : ChangeKind::revised, version,
                     now);
    note(db, sheet, "procedures.published", by, now, numbered("version", version));
    return revision;
}

Outcome Desk::suspend(db::Writer& db, SheetId id, std::string_view reason, PersonId by,
                      Instant now) const {
    auto const draft = TRY(known(db, id));
    TRY(good_reason(reason));
    if (draft.sheet.state != SheetState::published)
        return Refusal{Refused::conflict, say(msg::refusal_not_published)};
    store::mark_state(db, id, SheetState::suspended, reason, now);
    inside_->changed(db, draft.sheet, ChangeKind::suspended, draft.sheet.version, now);
    note(db, draft.sheet, "procedures.suspended", by, now);
    return Done{};
}

Outcome Desk::resume(db::Writer& db, SheetId id, PersonId by, Instant now) const {
    auto const draft = TRY(known(db, id));
    if (draft.sheet.state != SheetState::suspended)
        return Refusal{Refused::conflict, say(msg::refusal_not_suspended)};
    store::mark_state(db, id, SheetState::published, "", now);
    inside_->changed(db, draft.sheet, ChangeKind::resumed, draft.sheet.version, now);
    note(db, draft.sheet, "procedures.resumed", by, now);
    return Done{};
}

Outcome Desk::withdraw(db::Writer& db, SheetId id, std::string_view reason, PersonId by,
                       Instant now) const {
    auto const draft = TRY(known(db, id));
    TRY(good_reason(reason));
    if (draft.sheet.state == SheetState::withdrawn)
        return Refusal{Refused::gone, say(msg::refusal_withdrawn)};
    store::mark_state(db, id, SheetState::withdrawn, reason, now);
    inside_->changed(db, draft.sheet, ChangeKind::withdrawn, draft.sheet.version, now);
    note(db, draft.sheet, "procedures.withdrawn", by, now);
    return Done{};
}

Outcome Desk::offer(db::Writer& db, SheetId id, Offer const& offer, PersonId by,
                    Instant now) const {
    auto const draft = TRY(known(db, id));
    auto const places = inside_->directory.picture();
    if (places->administration(offer.administration) == nullptr)
        return Refusal{Refused::invalid, say(msg::refusal_place), {}, "administration"};
    for (auto const unit : offer.units) {
        auto const* const known_unit = places->unit(unit);
        if (known_unit == nullptr || known_unit->administration != offer.administration)
            return Refusal{Refused::invalid, say(msg::refusal_unit), {}, "unit"};
    }
    store::keep_offer(db, id, offer);
    store::touch_picture(db);
    note(db, draft.sheet, "procedures.offered", by, now,
         numbered("administration", offer.administration.value()));
    return Done{};
}

Outcome Desk::no_longer_offer(db::Writer& db, SheetId id, AdministrationId administration,
                              PersonId by, Instant now) const {
    auto const draft = TRY(known(db, id));
    if (!store::drop_offer(db, id, administration)) return unknown();
    store::touch_picture(db);
    note(db, draft.sheet, "procedures.no_longer_offered", by, now,
         numbered("administration", administration.value()));
    return Done{};
}

}  // namespace wasl::procedures
