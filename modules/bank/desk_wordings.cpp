// SPDX-License-Identifier: Apache-2.0
// What an entry said before it was changed. Everybody reads what everybody could read once; its
// author and reviewers read what stood before the gate too.
#include <algorithm>

#include "modules/bank/inside.hpp"

namespace wasl::bank {

namespace {

Refusal nothing_there() { return {Refused::not_found, say(msg::refused_not_found)}; }

Result<Found> readable_entry(db::Reader& reader, Desk const& desk, http::Visitor const& visitor,
                             std::string_view number) {
    auto found = TRY(find(reader, desk, visitor, number));
    if (found.entry.is_hidden && !found.eyes.reads_all()) return nothing_there();
    return found;
}

std::optional<StepLine> what_struck(db::Reader& reader, Wording const& wording) {
    if (wording.struck.value() == 0) return std::nullopt;
    auto const all = store::steps(reader, wording.ended.entry);
    auto const found = std::find_if(all.begin(), all.end(),
                                    [&](StepLine const& one) { return one.id == wording.struck; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

Result<Rewordings> Desk::rewordings(db::Reader& reader, http::Visitor const& visitor,
                                    std::string_view number) const {
    auto found = TRY(readable_entry(reader, *this, visitor, number));
    auto kept = store::rewordings(reader, found.entry.id, !found.eyes.reads_all());
    return Rewordings{std::move(found.entry), std::move(kept)};
}

Result<Former> Desk::former(db::Reader& reader, http::Visitor const& visitor,
                            std::string_view number, StepId ended_by) const {
    auto found = TRY(readable_entry(reader, *this, visitor, number));
    auto two = store::two_wordings(reader, found.entry.id, !found.eyes.reads_all(), ended_by);
    if (two.empty() || two.front().ended.id != ended_by) return nothing_there();
    Former former{found.entry, std::move(two.front()), found.entry.content};
    former.struck = what_struck(reader, former.then);
    former.may_strike =
        former.then.struck.value() == 0 && found.eyes.is_reviewer && !found.eyes.is_author;
    if (two.size() > 1) {
        former.after_struck = two.back().struck.value() != 0;
        former.after = std::move(two.back().content);
        former.after_step = two.back().ended.id;
    }
    return former;
}

Outcome Desk::strike(db::Writer& writer, Act const& act, StepId ended_by,
                     std::string_view reason) const {
    auto const page = TRY(former(writer, act.by, act.number, ended_by));
    if (page.then.struck.value() != 0) return Done{};
    if (!page.may_strike) return Refusal{Refused::forbidden, say(msg::refused_actor)};
    TRY(readable(reason, {"reason", text_max}));
    auto const stage = name_of(page.entry.stage);
    auto const step = note(writer, page.entry,
                           {.action = "strike_wording",
                            .from = stage,
                            .to = stage,
                            .by = act.by.person,
                            .reason = reason,
                            .now = act.now});
    store::strike_wording(writer, ended_by, step);
    changed(writer, Changed::figures);
    return Done{};
}

}  // namespace wasl::bank
