// SPDX-License-Identifier: Apache-2.0
// Drafts: save and return, on any device of the same person.
#include <algorithm>

#include "kernel/text/signs.hpp"
#include "modules/dossiers/inside.hpp"
#include "modules/dossiers/questions.hpp"

namespace wasl::dossiers {

static Refusal const& draft_gone() {
    static Refusal const refusal{Refused::not_found, say(msg::refused_draft_gone)};
    return refusal;
}

static Result<Dossier> own_draft(db::Reader& reader, http::Visitor const& visitor, DossierId id) {
    auto found = store::row_by_id(reader, id);
    if (!found || found->state != State::draft || found->filed_by != visitor.person)
        return draft_gone();
    return std::move(*found);
}

// As whom the visitor may ask for that person's decision.
static Result<FiledAs> standing_of(db::Reader& reader, House const& house,
                                   http::Visitor const& visitor, PersonId applicant,
                                   DraftStart const& start, Date today) {
    if (applicant == visitor.person) return FiledAs::self;
    if (house.people.may_act_for(reader, visitor.person, applicant, today, start.procedure))
        return FiledAs::mandate;
    if (is_officer(visitor, start.administration, start.unit) ||
        is_head(visitor, start.administration))
        return FiledAs::assisted;
    return Refusal{Refused::forbidden, say(msg::refused_mandate_missing)};
}

// A closed unit takes no new dossiers. Where all that were named are closed, the administration
// itself takes them: it may refuse no request for want of a desk (law 55.19 art. 10).
static Result<UnitId> unit_for(directory::Picture const& places, procedures::Sheet const& sheet,
                               UnitId wanted) {
    auto const open = [&](UnitId id) {
        auto const* const unit = places.unit(id);
        return unit && !unit->closed;
    };
    if (wanted.value() == 0) {
        auto const first = std::find_if(sheet.units.begin(), sheet.units.end(), open);
        return first == sheet.units.end() ? UnitId{0} : *first;
    }
    if (std::find(sheet.units.begin(), sheet.units.end(), wanted) == sheet.units.end() ||
        !open(wanted))
        return Refusal{Refused::invalid, say(msg::refused_unit_unknown), {}, "unit"};
    return wanted;
}

Result<Begun> begin(db::Reader& reader, House const& house, http::Visitor const& visitor,
                    DraftStart const& start, Instant now) {
    if (!visitor.signed_in()) return Refusal{Refused::not_signed_in, say(msg::refused_actor)};
    auto const sheet = house.procedures.published(start.procedure, start.administration);
    if (!sheet) return Refusal{Refused::gone, say(msg::refused_sheet_closed), "55.19/3"};
    auto const today = clock::day_in_morocco(now);
    Dossier draft;
    draft.id = db::fresh<DossierId>();
    draft.procedure = start.procedure;
    draft.administration = start.administration;
    draft.unit = TRY(unit_for(*house.directory.picture(), *sheet, start.unit));
    draft.applicant = start.applicant.value() == 0 ? visitor.person : start.applicant;
    draft.filed_by = visitor.person;
    draft.filed_as = TRY(standing_of(reader, house, visitor, draft.applicant, start, today));
    draft.channel = start.channel;
    if (!sheet->online && draft.filed_as != FiledAs::assisted)
        return Refusal{Refused::conflict, say(msg::refused_sheet_offline), "55.19/30"};
    draft.revision = sheet->revision;
    draft.version = 1;
    draft.changed_at = now;
    draft.expires_on = today + Days{draft_days};
    return Begun{std::move(draft), sheet};
}

Result<DossierId> Desk::open_draft(db::Writer& writer, http::Visitor const& visitor,
                                   DraftStart const& start, Instant now) const {
    if (auto const before = opened_before(writer, visitor, start.key)) return *before;
    auto const draft = TRY(begin(writer, house_, visitor, start, now)).dossier;
    if (store::drafts_count(writer, draft.filed_by) >= drafts_max)
        return Refusal{Refused::too_often, say(msg::refused_drafts_too_many)};
    store::insert(writer, draft, start.key);
    return draft.id;
}

std::optional<DossierId> Desk::opened_before(db::Reader& reader, http::Visitor const& visitor,
                                             std::string_view key) const {
    if (key.empty()) return std::nullopt;
    auto const found = store::row_by_key(reader, visitor.person, key);
    if (!found || found->state != State::draft) return std::nullopt;
    return found->id;
}

Outcome Desk::save_values(db::Writer& writer, http::Visitor const& visitor, DossierId id,
                          FieldValues const& values, Instant now) const {
    auto const draft = TRY(own_draft(writer, visitor, id));
    auto const sheet = house_.procedures.revision(writer, draft.revision);
    check(sheet != nullptr, "the revision of a draft is kept");
    FieldValues fit;
    for (auto const& [field, answer] : values)
        // Half an answer may be saved; one that could never be filed may not.
        if (procedures::can_ask(*sheet, field) && answer.size() <= std::size_t{4} * field_signs_max)
            fit.emplace_back(field, answer);
    auto const kept = with_answers(*sheet, store::values(writer, id), fit);
    store::keep_values(writer, id, kept);
    store::touch_draft(writer, id, now, clock::day_in_morocco(now) + Days{draft_days});
    return Done{};
}

Outcome may_give(procedures::Sheet const& sheet, Dossier const& dossier,
                 std::string_view requirement) {
    auto const* document = sheet.document(requirement);
    // Art. 3 and 23: nothing that the sheet does not ask of the user.
    auto const* fetched = dossier.fetch(requirement);
    bool const his_own = document && (document->supplier == procedures::Supplier::user ||
                                      (fetched && fetched->state == Fetching::supplied));
    if (!his_own)
        return Refusal{Refused::invalid, say(msg::refused_document_unknown), "55.19/3",
                       "requirement"};
    auto const given =
        std::count_if(dossier.documents.begin(), dossier.documents.end(),
                      [&](Document const& one) { return one.requirement == requirement; });
    if (given >= documents_max)
        return Refusal{Refused::too_large, say(msg::refused_documents_too_many), {}, "requirement"};
    return Done{};
}

// At most 255 bytes, cut between signs. A file without a name, or with one that turns the direction
// of writing, gets one in the language of the administration.
static std::string shown_name(std::string_view name, files::Kind kind) {
    if (name.empty() || lexis::has_hidden_signs(name))
        return std::string("وثيقة.").append(files::name_of(kind));
    if (name.size() <= 255) return std::string(name);
    std::size_t end = 255;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xc0) == 0x80) --end;
    return std::string(name.substr(0, end));
}

Document document_from(Supplied const& supplied, PersonId by, Instant now) {
    return {.id = db::fresh<DocumentId>(),
            .requirement = supplied.requirement,
            .sha256 = supplied.stored.sha256,
            .name = shown_name(supplied.name, supplied.stored.kind),
            .size = supplied.stored.size,
            .kind = supplied.stored.kind,
            .given_by = by,
            .given_at = now};
}

Result<DocumentId> Desk::attach(db::Writer& writer, http::Visitor const& visitor, DossierId id,
                                Supplied const& supplied, Instant now) const {
    auto draft = TRY(own_draft(writer, visitor, id));
    draft.documents = store::documents(writer, id);
    auto const sheet = house_.procedures.revision(writer, draft.revision);
    check(sheet != nullptr, "the revision of a draft is kept");
    TRY(may_give(*sheet, draft, supplied.requirement));
    auto const document = document_from(supplied, visitor.person, now);
    store::insert_document(writer, id, document);
    store::touch_draft(writer, id, now, clock::day_in_morocco(now) + Days{draft_days});
    return document.id;
}

Outcome Desk::detach(db::Writer& writer, http::Visitor const& visitor, DossierId id,
                     DocumentId document, Instant now) const {
    TRY(own_draft(writer, visitor, id));
    for (auto const& one : store::documents(writer, id))
        if (one.id == document) store::erase_document(writer, document);
    store::touch_draft(writer, id, now, clock::day_in_morocco(now) + Days{draft_days});
    return Done{};
}

std::shared_ptr<procedures::Sheet const> Desk::newer(Dossier const& draft) const {
    auto sheet = house_.procedures.published(draft.procedure, draft.administration);
    return sheet && sheet->revision != draft.revision ? sheet : nullptr;
}

Outcome Desk::renew(db::Writer& writer, http::Visitor const& visitor, DossierId id,
                    Instant now) const {
    auto const draft = TRY(this->draft(writer, visitor, id));
    auto const sheet = newer(draft);
    if (!sheet) return Done{};
    FieldValues kept;
    for (auto const& one : draft.values)
        if (procedures::can_ask(*sheet, one.first)) kept.push_back(one);
    store::keep_values(writer, id, kept);
    // What the sheet no longer names may not stay with the administration (law 55.19 art. 3).
    for (auto const& one : draft.documents) {
        auto const* const document = sheet->document(one.requirement);
        if (!document || document->supplier != procedures::Supplier::user)
            store::erase_document(writer, one.id);
    }
    bool const still =
        std::find(sheet->units.begin(), sheet->units.end(), draft.unit) != sheet->units.end();
    auto const unit =
        TRY(unit_for(*house_.directory.picture(), *sheet, still ? draft.unit : UnitId{0}));
    store::move_draft(writer, id, sheet->revision, unit);
    store::touch_draft(writer, id, now, clock::day_in_morocco(now) + Days{draft_days});
    return Done{};
}

Outcome Desk::drop_draft(db::Writer& writer, http::Visitor const& visitor, DossierId id) const {
    TRY(own_draft(writer, visitor, id));
    store::erase(writer, id);
    return Done{};
}

Result<Dossier> Desk::draft(db::Reader& reader, http::Visitor const& visitor, DossierId id) const {
    auto draft = TRY(own_draft(reader, visitor, id));
    draft.values = store::values(reader, id);
    draft.documents = store::documents(reader, id);
    draft.offices = house_.directory.calendar();
    draft.eyes.applicant = true;
    return draft;
}

std::string Desk::number_of_filed(db::Reader& reader, http::Visitor const& visitor,
                                  DossierId id) const {
    auto const found = store::row_by_id(reader, id);
    bool const theirs = found && found->filed_by == visitor.person;
    return theirs ? found->number : std::string();
}

std::vector<Summary> Desk::drafts_of(db::Reader& reader, PersonId person) const {
    return store::drafts_of(reader, person);
}

}  // namespace wasl::dossiers
