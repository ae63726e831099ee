// SPDX-License-Identifier: Apache-2.0
// One chain, read by whoever audits it: newest first, narrowed, page by page.
#pragma once

#include "platform/journal/journal.hpp"

namespace wasl::journal {

struct Narrow {
    std::string kind, subject;                 // empty: all
    std::optional<std::int64_t> actor;         // none: all; 0: the calendar or the program
    std::optional<Instant> from, before;       // of the moment of the entry
    std::int64_t before_sequence = INT64_MAX;  // where the page begins
};
std::vector<Entry> latest(db::Reader&, std::int64_t chain, Narrow const&, int most);

// As verify(), of one chain.
Verdict verify_chain(db::Reader&, std::int64_t chain);

}  // namespace wasl::journal
