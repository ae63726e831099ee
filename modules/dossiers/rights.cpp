// SPDX-License-Identifier: Apache-2.0
// What this module holds about a person, and what it may let go (law 09-08 arts. 7 and 8).
#include <boost/json.hpp>

#include "modules/dossiers/inside.hpp"

namespace wasl::dossiers {

static boost::json::object exported(Decision const& decision) {
    boost::json::object made{{"number", decision.number},
                             {"approved", decision.approved},
                             {"text", decision.text},
                             {"on", iso(decision.on)}};
    if (auto const day = decision.revoked_on()) {
        made["revoked_on"] = iso(*day);
        made["revoke_reason"] = decision.revoke_reason;
    }
    return made;
}

static boost::json::object exported(db::Reader& reader, Dossier const& dossier) {
    boost::json::object one;
    one["number"] = dossier.number;
    one["procedure"] = dossier.procedure;
    one["state"] = name_of(dossier.state);
    if (dossier.filed_on) one["filed_on"] = iso(*dossier.filed_on);
    if (dossier.due) one["due"] = iso(*dossier.due);
    boost::json::object answers;
    for (auto const& [field, answer] : dossier.values) answers[field] = answer;
    one["answers"] = std::move(answers);
    boost::json::array documents, decisions, messages;
    for (auto const& document : dossier.documents)
        documents.push_back({{"requirement", document.requirement},
                             {"name", document.name},
                             {"sha256", document.sha256},
                             {"given_by", std::to_string(document.given_by.value())},
                             {"given_by_oneself", document.given_by == dossier.applicant},
                             {"given_at", iso(document.given_at)}});
    for (auto const& decision : dossier.decisions) decisions.push_back(exported(decision));
    for (auto const& letter : store::letters(reader, dossier.id))
        messages.push_back({{"from_citizen", letter.from_citizen},
                            {"body", letter.body},
                            {"at", iso(letter.sent_at)}});
    boost::json::array notes, asks, appeals, fetches;
    for (auto const& note : store::notes(reader, dossier.id))
        notes.push_back({{"body", note.body}, {"at", iso(note.at)}});
    for (auto const& ask : dossier.asks)
        asks.push_back({{"kind", name_of(ask.kind)},
                        {"reason", ask.reason},
                        {"on", iso(ask.on)},
                        {"answer", ask.answer}});
    for (auto const& appeal : dossier.appeals)
        appeals.push_back({{"over", name_of(appeal.over)},
                           {"reason", appeal.reason},
                           {"filed_on", iso(appeal.filed_on)},
                           {"outcome", appeal.outcome}});
    for (auto const& fetch : dossier.fetches)
        fetches.push_back({{"requirement", fetch.requirement},
                           {"holder", fetch.holder},
                           {"state", name_of(fetch.state)},
                           {"consented", fetch.consented_at.has_value()}});
    one["filed_by"] = std::to_string(dossier.filed_by.value());
    one["notes"] = std::move(notes);
    one["asks"] = std::move(asks);
    one["appeals"] = std::move(appeals);
    one["fetched"] = std::move(fetches);
    one["documents"] = std::move(documents);
    one["decisions"] = std::move(decisions);
    one["messages"] = std::move(messages);
    return one;
}

static std::string exports(db::Reader& reader, PersonId person) {
    boost::json::array all;
    for (auto const id : store::of_applicant(reader, person))
        if (auto const dossier = store::load(reader, id)) all.push_back(exported(reader, *dossier));
    return boost::json::serialize(all);
}

// Drafts go; what was filed stays until it is decided and its period has ended, because the
// receipt is what the citizen's own rights rest on (law 55.19 art. 12).
static std::vector<Said> erases(db::Writer& writer, PersonId person, Instant now) {
    auto const today = clock::day_in_morocco(now);
    bool undecided = false;
    bool kept = false;
    for (auto const id : store::of_applicant(writer, person)) {
        auto const row = store::row_by_id(writer, id);
        if (!row) continue;
        if (row->state == State::draft || (row->retention_until && *row->retention_until < today))
            store::erase(writer, id);
        else
            (is_over(row->state) ? kept : undecided) = true;
    }
    std::vector<Said> stays;
    if (undecided) stays.push_back(say(msg::retention_undecided));
    if (kept) stays.push_back(say(msg::retention_period));
    return stays;
}

people::Contributor Desk::contributor() const { return {"dossiers", exports, erases}; }

std::vector<ComplianceLine> Desk::compliance(db::Reader& reader, ComplianceAsk const& ask,
                                             Date today) const {
    return store::compliance(reader, ask, today);
}

std::vector<UseLine> Desk::used(db::Reader& reader, std::string_view from,
                                std::string_view until) const {
    return store::used(reader, from, until);
}

}  // namespace wasl::dossiers
