// SPDX-License-Identifier: Apache-2.0
#include "platform/journal/reading.hpp"

#include "platform/journal/entries.hpp"

namespace wasl::journal {
namespace {

constexpr db::Sql newest{"journal.newest", R"sql(
    select chain, sequence, at, kind, subject, actor, facts, hash from journal_entries
    where chain = $1 and sequence < $2 and at >= $3 and at < $4
        and ($5 = '' or kind = $5) and ($6 = 0 or actor = $7)
    order by sequence desc limit $8
)sql"};

// By its own index: an object has few entries, a chain may have a million.
constexpr db::Sql newest_about{"journal.newest_about", R"sql(
    select chain, sequence, at, kind, subject, actor, facts, hash from journal_entries
    where subject = $1 and chain = $2 and sequence < $3 and at >= $4 and at < $5
        and ($6 = '' or kind = $6) and ($7 = 0 or actor = $8)
    order by sequence desc limit $9
)sql"};

}  // namespace

std::vector<Entry> latest(db::Reader& reader, std::int64_t chain, Narrow const& narrow, int most) {
    auto const from = narrow.from.value_or(instant_from_micros(INT64_MIN));
    auto const before = narrow.before.value_or(instant_from_micros(INT64_MAX));
    bool const by_actor = narrow.actor.has_value();
    auto const actor = narrow.actor.value_or(0);
    if (narrow.subject.empty())
        return reader.select(newest, read_entry, chain, narrow.before_sequence, from, before,
                             narrow.kind, by_actor, actor, most);
    return reader.select(newest_about, read_entry, narrow.subject, chain, narrow.before_sequence,
                         from, before, narrow.kind, by_actor, actor, most);
}

}  // namespace wasl::journal
