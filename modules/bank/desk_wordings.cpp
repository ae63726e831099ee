// SPDX-License-Identifier: Apache-2.0
// What an entry said before it was changed. Everybody reads what everybody could read once; its
// author and reviewers read what stood before the gate too.
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
    if (two.size() > 1) {
        former.after = std::move(two.back().content);
        former.after_step = two.back().ended.id;
    }
    return former;
}

}  // namespace wasl::bank
