// SPDX-License-Identifier: Apache-2.0
#include "platform/journal/entries.hpp"

namespace wasl::journal {
namespace {

constexpr db::Sql head{"journal.head",
                       "select sequence, hash from journal_chains where chain = $1"};
constexpr db::Sql one_entry{
    "journal.entry",
    "select chain, sequence, at, kind, subject, actor, facts, hash from journal_entries "
    "where chain = $1 and sequence = $2"};
constexpr db::Sql following{
    "journal.following",
    "select chain, sequence, at, kind, subject, actor, facts, hash from journal_entries "
    "where (chain, sequence) > ($1, $2) order by chain, sequence limit $3"};
constexpr db::Sql about{
    "journal.about",
    "select chain, sequence, at, kind, subject, actor, facts, hash from journal_entries "
    "where subject = $1 order by at, chain, sequence"};
constexpr db::Sql emptied{
    "journal.emptied",
    "select chain from journal_chains where sequence > 0 and not exists "
    "(select 1 from journal_entries where journal_entries.chain = journal_chains.chain) "
    "order by chain"};

}  // namespace

Entry read_entry(db::Row const& row) {
    return {.chain = row.number(0),
            .sequence = row.number(1),
            .at = row.moment(2),
            .kind = row.str(3),
            .subject = row.str(4),
            .actor = row.number(5),
            .facts = row.str(6),
            .hash = row.str(7)};
}

std::optional<Head> head_of(db::Reader& reader, std::int64_t chain) {
    return reader.one(
        head, [](db::Row const& row) { return Head{row.number(0), row.str(1)}; }, chain);
}

std::optional<Entry> entry_at(db::Reader& reader, std::int64_t chain, std::int64_t sequence) {
    return reader.one(one_entry, read_entry, chain, sequence);
}

std::vector<Entry> entries_after(db::Reader& reader, std::int64_t chain, std::int64_t sequence,
                                 int at_most) {
    return reader.select(following, read_entry, chain, sequence, at_most);
}

std::vector<Entry> entries_about(db::Reader& reader, std::string_view subject) {
    return reader.select(about, read_entry, subject);
}

std::vector<std::int64_t> emptied_chains(db::Reader& reader) {
    return reader.select(emptied, [](db::Row const& row) { return row.number(0); });
}

}  // namespace wasl::journal
