// SPDX-License-Identifier: Apache-2.0
// The journal's rows.
#pragma once

#include "platform/journal/journal.hpp"

namespace wasl::journal {

struct Head {
    std::int64_t sequence;
    std::string hash;
};

Entry read_entry(db::Row const&);
std::optional<Head> head_of(db::Reader&, std::int64_t chain);
std::optional<Entry> entry_at(db::Reader&, std::int64_t chain, std::int64_t sequence);
// The next ones after a place, in the order of chains and sequences.
std::vector<Entry> entries_after(db::Reader&, std::int64_t chain, std::int64_t sequence,
                                 int at_most);
// Chains that claim entries and have none.
std::vector<std::int64_t> emptied_chains(db::Reader&);

}  // namespace wasl::journal
