// SPDX-License-Identifier: Apache-2.0
#include "platform/journal/entries.hpp"
#include "platform/journal/hash.hpp"

namespace wasl::journal {
namespace {

constexpr db::Sql open_chain{"journal.open_chain",
                             "insert into journal_chains (chain, sequence, hash) "
                             "values ($1, 0, '') on conflict (chain) do nothing"};
constexpr db::Sql add{"journal.add",
                      "insert into journal_entries "
                      "(chain, sequence, at, kind, subject, actor, facts, hash) "
                      "values ($1, $2, $3, $4, $5, $6, $7, $8)"};
// Moving the head locks the chain until the commit, on every node; where another node moved it
// first, nothing is changed.
constexpr db::Sql move_head{"journal.move_head",
                            "update journal_chains set sequence = $1, hash = $2 "
                            "where chain = $3 and sequence = $4"};

Head head_for(db::Writer& writer, std::int64_t chain) {
    if (auto const head = head_of(writer, chain)) return *head;
    writer.execute(open_chain, chain);
    auto const head = head_of(writer, chain);
    check(head.has_value(), "a chain that was opened has a head");
    return *head;
}

// Gives the entry its number and its hash.
bool take_place(db::Writer& writer, Entry& entry) {
    auto const head = head_for(writer, entry.chain);
    entry.sequence = head.sequence + 1;
    entry.hash = hash_of(head.hash, entry);
    return writer.execute(move_head, entry.sequence, entry.hash, entry.chain, head.sequence) == 1;
}

}  // namespace

std::string append(db::Writer& writer, Act const& act, Instant now) {
    Entry entry{.chain = act.chain,
                .sequence = 0,
                .at = now,
                .kind = std::string(act.kind),
                .subject = std::string(act.subject),
                .actor = act.actor,
                .facts = act.facts,
                .hash = {}};
    while (!take_place(writer, entry)) {
    }
    writer.execute(add, entry.chain, entry.sequence, entry.at, entry.kind, entry.subject,
                   entry.actor, entry.facts, entry.hash);
    return entry.hash;
}

}  // namespace wasl::journal
