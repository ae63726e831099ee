// SPDX-License-Identifier: Apache-2.0
// What officers of the owner do with a sheet. Each act is one entry of the owner's journal.
#include <algorithm>

#include "modules/procedures/inside.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/pipeline.hpp"
#include "modules/procedures/store.hpp"
#include "modules/procedures/store_pipeline.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::procedures {
namespace {

Refusal unknown() { return {Refused::not_found, say(msg::refusal_unknown)}; }
Refusal stale() { return {Refused::conflict, say(msg::refusal_stale)}; }

void note_sheet_act(db::Writer& db, Sheet const& sheet, std::string_view act, PersonId by,
                    Instant now, std::string facts = "{}") {
    journal::append(db, {sheet.owner.value(), act, sheet.code, by.value(), std::move(facts)}, now);
}

std::string numbered(std::string_view name, std::int64_t value) {
    return "{\"" + std::string(name) + "\":" + std::to_string(value) + "}";
}

// A place may take files in fewer ways than the sheet says, and never online alone (art. 30).
Outcome good_channels(Sheet const& sheet, std::vector<Channel> const& channels) {
    if (channels.empty()) return Done{};
    auto const has = [&](Channel one) {
        return std::find(channels.begin(), channels.end(), one) != channels.end();
    };
    if (!has(Channel::counter) && !has(Channel::post))
        return Refusal{Refused::invalid, say(msg::gate_channels), "55.19/30", "channels"};
    for (auto const one : channels)
        if (std::find(sheet.channels.begin(), sheet.channels.end(), one) == sheet.channels.end())
            return Refusal{Refused::invalid, say(msg::refusal_channel), "55.19/6", "channels"};
    return Done{};
}

Result<Draft> known_draft(db::Writer& db, SheetId id) {
    auto draft = store::draft(db, id);
    if (!draft) return unknown();
    return std::move(*draft);
}

// An inventory is written down before anybody studies it; who writes into what is published begins
// its revision. What lies with the commission or the Interior stays as they were given it.
Outcome open_for_writing(db::Writer& db, Draft const& draft, PersonId by, Instant now) {
    auto const at = draft.standing().at_work();
    if (is_open(at)) return Done{};
    if (!is_public(at))
        return Refusal{Refused::conflict, say(msg::refusal_lies_elsewhere), "55.19/9"};
    take_step(db, draft, TRY(walk(draft.standing(), Action::revise, hands::officer)), {.by = by},
              now);
    return Done{};
}

}  // namespace

Outcome fit_for_addresses(std::string_view code) {
    bool const good =
        code.size() >= 3 && code.size() <= 60 && code.front() != '-' && code.back() != '-' &&
        std::all_of(code.begin(), code.end(), [](char sign) {
            return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-';
        });
    if (good) return Done{};
    return Refusal{Refused::invalid, say(msg::refusal_code), {}, "code"};
}

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

std::optional<Draft> Desk::ended(db::Reader& db, std::string_view code) const {
    auto const id = store::sheet_of_code(db, code);
    auto draft = id ? store::draft(db, *id) : std::nullopt;
    if (!draft || !is_over(draft->sheet.state)) return std::nullopt;
    return draft;
}

std::vector<Offer> Desk::offers(db::Reader& db, SheetId id) const { return store::offers(db, id); }

bool Desk::offers_at(db::Reader& db, SheetId id, AdministrationId where) const {
    auto const all = store::offers(db, id);
    return std::any_of(all.begin(), all.end(),
                       [&](Offer const& one) { return one.administration == where; });
}

Result<SheetId> Desk::open_draft(db::Writer& db, std::string_view code, AdministrationId owner,
                                 Names const& title, PersonId by, Instant now) const {
    TRY(fit_for_addresses(code));
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
    store::keep_inventoried(db, sheet.id, by, now);
    note_sheet_act(db, sheet, "procedures.drafted", by, now);
    return sheet.id;
}

Result<int> Desk::save_draft(db::Writer& db, SheetId id, int edition, Sheet const& content,
                             PersonId by, Instant now) const {
    auto const draft = TRY(known_draft(db, id));
    if (is_over(draft.sheet.state)) return Refusal{Refused::gone, say(msg::refusal_over)};
    if (draft.edition != edition) return stale();
    TRY(open_for_writing(db, draft, by, now));
    // What cannot be read again may not be written.
    TRY(sheet_from_json(to_json(content)));
    if (!store::update_draft(db, id, edition, content, now)) return stale();
    note_sheet_act(db, draft.sheet, "procedures.saved", by, now, numbered("edition", edition + 1));
    return edition + 1;
}

Outcome Desk::offer(db::Writer& db, SheetId id, Offer const& offer, PersonId by,
                    Instant now) const {
    auto const draft = TRY(known_draft(db, id));
    auto const places = inside_->directory.picture();
    if (places->administration(offer.administration) == nullptr)
        return Refusal{Refused::invalid, say(msg::refusal_place), {}, "administration"};
    for (auto const unit : offer.units) {
        auto const* const known_unit = places->unit(unit);
        if (known_unit == nullptr || known_unit->administration != offer.administration)
            return Refusal{Refused::invalid, say(msg::refusal_unit), {}, "unit"};
    }
    TRY(good_channels(draft.sheet, offer.channels));
    store::keep_offer(db, id, offer);
    store::touch_picture(db);
    note_sheet_act(db, draft.sheet, "procedures.offered", by, now,
                   numbered("administration", offer.administration.value()));
    return Done{};
}

Outcome Desk::no_longer_offer(db::Writer& db, SheetId id, AdministrationId administration,
                              PersonId by, Instant now) const {
    auto const draft = TRY(known_draft(db, id));
    if (!store::drop_offer(db, id, administration)) return unknown();
    store::touch_picture(db);
    note_sheet_act(db, draft.sheet, "procedures.no_longer_offered", by, now,
                   numbered("administration", administration.value()));
    return Done{};
}

}  // namespace wasl::procedures
