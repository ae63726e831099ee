// SPDX-License-Identifier: Apache-2.0
// The same request again (law 55.19 art. 15): a decision already refused to the same person need
// not be answered once more, unless the conditions of its delivery or the documents of the file
// changed. The article says nothing of a request that repeats one still running: that one gets a
// receipt and an answer like any other.
#include <algorithm>

#include "modules/dossiers/tell.hpp"

namespace wasl::dossiers {

// Of the repetitions that are looked at; a person who was refused oftener is answered.
static constexpr int refusals_compared_max = 10;

using HandedIn = std::vector<std::pair<std::string_view, std::string_view>>;

static HandedIn handed_in(Dossier const& dossier) {
    HandedIn found;
    for (auto const& one : dossier.documents)
        // What the administration fetched is not what the applicant handed in.
        if (one.standing != Standing::replaced && dossier.fetch(one.requirement) == nullptr)
            found.emplace_back(one.requirement, one.sha256);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

static FieldValues sorted(FieldValues values) {
    std::sort(values.begin(), values.end());
    return values;
}

// The conditions are those of the sheet: another revision is asked of the database already.
std::string repeats(db::Reader& reader, Dossier const& dossier) {
    if (dossier.state != State::lodged && dossier.state != State::in_review) return {};
    for (auto const id : store::refused_before(reader, dossier, refusals_compared_max)) {
        auto const before = store::load(reader, id);
        // What is under appeal is not settled.
        if (!before || before->pending_appeal()) continue;
        if (handed_in(*before) == handed_in(dossier) &&
            sorted(before->values) == sorted(dossier.values))
            return before->number;
    }
    return {};
}

Outcome Desk::leave_unanswered(db::Writer& writer, Act const& act) const {
    auto opened = TRY(open(writer, house_, act));
    auto& [before, after, today] = opened;
    TRY(may_leave_unanswered(opened.situation(), opened.actors()));
    TRY(needs_version(act));
    after.state = State::unanswered;
    close(writer, after, today, "unanswered");
    TRY(record(writer, house_, before, after,
               {Action::leave_unanswered, act.by.person, {}, act.now},
               {{"repeats", before.repeats}}));
    // The article frees of the answer; the receipt's holder is still told where he stands.
    Teller(writer, house_, after, act.now)
        .citizen({msg::notice_unanswered_subject,
                  msg::notice_unanswered_body,
                  {text("before", before.repeats)}});
    return Done{};
}

}  // namespace wasl::dossiers
