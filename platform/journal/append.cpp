// SPDX-License-Identifier: Apache-2.0
#include "platform/journal/entries.hpp"
#include "platform/journal/hash.hpp"

namespace wasl::journal {
namespace {

// Taking the number locks the chain until the commit, on every node.
constexpr db::Sql take_number{
    "journal.take_number",
    "update journal_chains set sequence = sequence + 1 where chain = $1 returning sequence, hash"};
constexpr db::Sql open_chain{"journal.open_chain",
                             "insert into journal_chains (chain, sequence, hash) "
                             "values ($1, 0, '') on conflict (chain) do nothing"};
constexpr db::Sql add{"journal.add",
                      "insert into journal_entries "
                      "(chain, sequence, at, kind, subject, actor, facts, hash) "
                      "values ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr db::Sql move_head{"journal.move_head",
                            "update journal_chains set hash = $1 where chain = $2"};

Head next_place(db::Writer& writer, std::int64_t chain) {
    auto const read = [](db::Row const& row) { return Head{row.number(0), row.str(1)}; };
    auto place = writer.one(take_number, read, chain);
    if (place) return *place;
    writer.execute(open_chain, chain);
    place = writer.one(take_number, read, chain);
    check(place.has_value(), "a chain that was opened has a head");
    return *place;
}

}  // namespace

std::string append(db::Writer& writer, Act const& act, Instant now) {
    auto const place = next_place(writer, act.chain);
    Entry entry{.chain = act.chain,
                .sequence = place.sequence,
                .at = now,
                .kind = std::string(act.kind),
                .subject = std::string(act.subject),
                .actor = act.actor,
                .facts = act.facts,
                .hash = {}};
    entry.hash = hash_of(place.hash, entry);
    writer.execute(add, entry.chain, entry.sequence, entry.at, entry.kind, entry.subject,
                   entry.actor, entry.facts, entry.hash);
    writer.execute(move_head, entry.hash, entry.chain);
    return entry.hash;
}

}  // namespace wasl::journal
