// SPDX-License-Identifier: Apache-2.0
// The registry of holders, which an administrator keeps.
#include <algorithm>

#include "modules/procedures/inside.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/pipeline.hpp"
#include "modules/procedures/store.hpp"
#include "modules/procedures/store_holders.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::procedures {
namespace {

constexpr auto exemption_longest = Days(731);  // two years: then somebody looks again

// The platform's own chain: a type is of every administration.
void note_evidence_act(db::Writer& db, std::string_view act, std::string_view subject, PersonId by,
                       Instant now) {
    journal::append(db, {0, act, subject, by.value()}, now);
}

bool good_code(std::string_view code) {
    return !code.empty() && code.size() <= 60 &&
           code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") ==
               std::string_view::npos;
}

}  // namespace

std::vector<EvidenceType> Desk::evidence_types(db::Reader& db) const {
    return store::evidence_types(db);
}

std::vector<Exemption> Desk::exemptions(db::Reader& db) const { return store::exemptions(db); }

Outcome Desk::keep_evidence_type(db::Writer& db, EvidenceType const& type, PersonId by,
                                 Instant now) const {
    if (!good_code(type.code))
        return Refusal{Refused::invalid, say(msg::refusal_item_code), {}, "code"};
    if (type.title.ar.empty())
        return Refusal{Refused::invalid, say(msg::gate_document_title), {}, "title_ar"};
    store::keep_evidence_type(db, type);
    note_evidence_act(db, "procedures.evidence_type_kept", type.code, by, now);
    return Done{};
}

Outcome Desk::exempt(db::Writer& db, Exemption const& exemption, Instant now) const {
    auto const types = store::evidence_types(db);
    bool const known = std::any_of(types.begin(), types.end(), [&](EvidenceType const& one) {
        return one.code == exemption.evidence_type;
    });
    if (!known)
        return Refusal{Refused::invalid, say(msg::gate_evidence_unknown), {}, "evidence_type"};
    TRY(good_reason(exemption.reason));
    if (!exemption.sheet.empty() && !store::sheet_of_code(db, exemption.sheet))
        return Refusal{Refused::invalid, say(msg::refusal_no_sheet), {}, "sheet"};
    if (exemption.last < exemption.first || exemption.last - exemption.first > exemption_longest)
        return Refusal{Refused::invalid, say(msg::refusal_exemption_days), "55.19/23", "last"};
    auto kept = exemption;
    kept.id = db::next_id();
    store::insert_exemption(db, kept, now);
    note_evidence_act(db, "procedures.exempted", exemption.evidence_type, exemption.by, now);
    return Done{};
}

}  // namespace wasl::procedures
