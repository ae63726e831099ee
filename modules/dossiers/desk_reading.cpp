// SPDX-License-Identifier: Apache-2.0
// Who may see what. Not yours and not there are the same answer.
#include <algorithm>

#include "modules/dossiers/inside.hpp"
#include "platform/i18n/i18n.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::dossiers {

Result<Dossier> Desk::see(db::Reader& reader, http::Visitor const& visitor, std::string_view number,
                          Date today) const {
    Refusal const hidden{Refused::not_found, say(msg::refused_not_found)};
    auto const canonical = parse_receipt(number);
    if (!canonical) return hidden;
    auto found = store::load(reader, *canonical);
    if (!found) return hidden;
    found->offices = house_.directory.calendar();
    found->eyes = eyes_of(reader, house_, visitor, *found, today);
    auto const& eyes = found->eyes;
    if (!eyes.any()) return hidden;
    if (eyes.office()) found->opinions = store::opinions(reader, found->id);
    if (eyes.officer || eyes.head) found->repeats = repeats(reader, *found);
    if (eyes.office()) seal(*found);
    if (eyes.applicant || eyes.officer || eyes.head || eyes.auditor)
        found->messages = store::letters(reader, found->id);
    if (eyes.officer || eyes.head || eyes.auditor) found->notes = store::notes(reader, found->id);
    return std::move(*found);
}

std::vector<Summary> Desk::of_person(db::Reader& reader, PersonId person, int limit,
                                     std::optional<DossierId> before) const {
    return store::of_person(reader, person, std::clamp(limit, 1, 100), before);
}

static bool works_at(http::Visitor const& visitor, AdministrationId where) {
    return std::any_of(visitor.grants.begin(), visitor.grants.end(), [&](http::Grant const& grant) {
        return grant.administration == where &&
               (grant.role == http::Role::officer || grant.role == http::Role::head ||
                grant.role == http::Role::auditor);
    });
}

// An officer of one unit does not look into another's queue; heads and auditors do.
static bool sees_queue(http::Visitor const& visitor, QueueAsk const& ask) {
    return std::any_of(visitor.grants.begin(), visitor.grants.end(), [&](http::Grant const& grant) {
        if (grant.administration != ask.administration) return false;
        if (grant.role == http::Role::head || grant.role == http::Role::auditor) return true;
        return grant.role == http::Role::officer &&
               (grant.unit.value() == 0 || ask.mine || (ask.unit && grant.unit == *ask.unit));
    });
}

Result<std::vector<Summary>> Desk::queue(db::Reader& reader, http::Visitor const& visitor,
                                         QueueAsk const& ask, Date today) const {
    if (!works_at(visitor, ask.administration))
        return Refusal{Refused::not_found, say(msg::refused_not_found)};
    if (!sees_queue(visitor, ask)) return Refusal{Refused::forbidden, say(msg::refused_actor)};
    auto limited = ask;
    limited.limit = std::clamp(ask.limit, 1, 100);
    return store::queue(reader, {limited, visitor.person, today});
}

Neighbours Desk::neighbours(db::Reader& reader, http::Visitor const& visitor,
                            Dossier const& dossier) const {
    Neighbours found;
    if (!dossier.due || !is_open(dossier.state)) return found;
    QueueAsk ask{.administration = dossier.administration, .unit = dossier.unit, .limit = 1};
    if (!sees_queue(visitor, ask)) return found;
    ask.after = {*dossier.due, dossier.id};
    for (auto const& line : store::queue(reader, {ask, visitor.person, {}}))
        found.next = line.number;
    ask.backwards = true;
    for (auto const& line : store::queue(reader, {ask, visitor.person, {}}))
        found.previous = line.number;
    return found;
}

QueueCounts Desk::counts(db::Reader& db, PersonId reader, AdministrationId administration,
                         std::optional<UnitId> unit, Date today) const {
    return store::counts(db, reader, administration, unit, today);
}

std::shared_ptr<procedures::Sheet const> Desk::sheet(db::Reader& reader,
                                                     Dossier const& dossier) const {
    return house_.procedures.revision(reader, dossier.revision);
}

// Art. 21: where an appeal against this administration's decisions is heard.
std::string Desk::appeal_authority(Language language, AdministrationId id) const {
    auto const picture = house_.directory.picture();
    auto const* where = picture->administration(id);
    if (!where) return {};
    auto const route = route_of(where->kind);
    if (route == Route::council) {
        if (!where->head_title.ar.empty())
            return std::string(directory::in(language, where->head_title));
        return i18n::sentence(language,
                              say(msg::appeal_president,
                                  {text("administration", directory::in(language, where->name))}));
    }
    auto const* above = picture->administration(picture->superior_for_silence(id));
    if (above) return std::string(directory::in(language, above->name));
    auto const* named = msg::find(std::string("route.").append(name_of(route)));
    return i18n::sentence(language, say(*named));
}

// The entry of the journal that this paper rests on.
static std::string_view verified_kind(Verification::Paper paper, bool approved) {
    switch (paper) {
        case Verification::Paper::receipt: return "dossiers.file";
        case Verification::Paper::decision:
            return approved ? "dossiers.approve" : "dossiers.refuse";
        case Verification::Paper::attestation: return "dossiers.attest";
        case Verification::Paper::revocation: return "dossiers.revoke";
    }
    return {};
}

static void check_journal(db::Reader& reader, Verification& paper) {
    auto const kind = verified_kind(paper.paper, paper.approved);
    for (auto const& entry : journal::entries_about(reader, paper.dossier_number)) {
        bool const ours = paper.paper == Verification::Paper::receipt
                              ? entry.kind.starts_with(kind)  // file or file_partly
                              : entry.facts.find(paper.number) != std::string::npos;
        if (!ours) continue;
        paper.authentic = journal::entry_holds(reader, entry);
        paper.hash = entry.hash;
        return;
    }
}

std::optional<Verification> Desk::verification(db::Reader& reader, std::string_view typed) const {
    auto const number = parse_receipt(typed);
    if (!number) return std::nullopt;
    Verification paper;
    paper.number = *number;
    auto row = store::row_by_number(reader, *number);
    if (!row) {
        auto const found = store::paper(reader, *number);
        if (!found) return std::nullopt;
        row = store::row_by_id(reader, found->dossier);
        paper.paper = found->paper;
        paper.approved = found->approved;
        paper.issued_on = found->issued_on;
        paper.revoked_on = found->revoked_on;
    }
    paper.dossier_number = row->number;
    paper.procedure = row->procedure;
    paper.administration = row->administration;
    paper.state = row->state;
    paper.filed_on = row->filed_on;
    paper.complete_on = row->complete_on;
    if (is_open(row->state)) paper.due = row->due;
    if (!paper.issued_on) paper.issued_on = row->filed_on;
    check_journal(reader, paper);
    return paper;
}

}  // namespace wasl::dossiers
