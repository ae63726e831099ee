// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <map>

#include "platform/db/session.hpp"

namespace wasl::db {
namespace {

constexpr SchemaStep own_table{"platform/db", "schema_steps", R"(
create table if not exists schema_steps (
    module text not null,
    name text not null,
    checksum text not null,
    applied {BIGINT} not null,
    primary key (module, name)
) {STRICT})"};
constexpr Sql applied_steps{"db.applied_steps", "select module, name, checksum from schema_steps"};
constexpr Sql note_step{
    "db.note_step",
    "insert into schema_steps (module, name, checksum, applied) values ($1, $2, $3, $4)"};

struct Token {
    std::string_view name;
    std::string_view sqlite;
    std::string_view postgresql;
};
constexpr std::array tokens{
    Token{"{BIGINT}", "integer", "bigint"},
    Token{"{BLOB}", "blob", "bytea"},
    Token{"{PK}", "integer primary key", "bigint primary key"},
    Token{"{STRICT}", "strict", ""},
    Token{"{CLUSTERED}", "strict, without rowid", ""},  // lies in the order of its primary key
};

std::string expanded(std::string_view text, Engine engine) {
    std::string out;
    while (!text.empty()) {
        auto const brace = text.find('{');
        out += text.substr(0, brace);
        if (brace == std::string_view::npos) break;
        text.remove_prefix(brace);
        auto const* const known =
            std::find_if(tokens.begin(), tokens.end(),
                         [&](Token const& token) { return text.starts_with(token.name); });
        if (known == tokens.end()) {
            out += text.front();
            text.remove_prefix(1);
            continue;
        }
        out += engine == Engine::sqlite ? known->sqlite : known->postgresql;
        text.remove_prefix(known->name.size());
    }
    return out;
}

// FNV-1a: it tells an edited step from an untouched one and guards nothing against malice.
std::string checksum(std::string_view text) {
    std::uint64_t sum = 0xcbf29ce484222325U;
    for (char const sign : text) sum = (sum ^ static_cast<unsigned char>(sign)) * 0x100000001b3U;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (int shift = 60; shift >= 0; shift -= 4) out += digits[sum >> shift & 0xfU];
    return out;
}

std::string title(SchemaStep const& step) {
    return std::string(step.module) + "/" + std::string(step.name);
}

using Applied = std::map<std::pair<std::string, std::string>, std::string>;

Applied read_applied(Writer& writer) {
    Applied applied;
    writer.each(applied_steps,
                [&](Row const& row) { applied[{row.str(0), row.str(1)}] = row.str(2); });
    return applied;
}

std::vector<std::string> apply(Session& session, Engine engine, std::span<SchemaStep const> steps,
                               Instant now) {
    session.lock_schema();
    session.script(title(own_table), expanded(own_table.text, engine));
    auto const applied = read_applied(session);
    std::vector<std::string> done;
    for (auto const& step : steps) {
        auto const sum = checksum(step.text);
        auto const before = applied.find({std::string(step.module), std::string(step.name)});
        if (before == applied.end()) {
            session.script(title(step), expanded(step.text, engine));
            session.execute(note_step, step.module, step.name, sum, now);
            done.push_back(title(step));
        } else if (before->second != sum) {
            throw Breakdown(title(step) +
                            " was edited after it had been applied here; write a "
                            "new step instead");
        }
    }
    return done;
}

}  // namespace

// All steps are one transaction: a database is never left half way between two versions.
std::vector<std::string> migrate(Database& database, std::span<SchemaStep const> steps,
                                 Instant now) {
    std::vector<std::string> done;
    database.commit([&](Writer& writer) {
        // Every writer of this folder is a session.
        done = apply(static_cast<Session&>(writer), database.engine(), steps, now);
        return true;
    });
    return done;
}

}  // namespace wasl::db
