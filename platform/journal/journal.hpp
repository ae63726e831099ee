// SPDX-License-Identifier: Apache-2.0
// What happened, in order, so that nobody can change it unseen: each entry's hash (BLAKE2b-256)
// covers the one before it. One chain per administration.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/db.hpp"

namespace wasl::journal {

struct Entry {
    std::int64_t chain;     // the administration's id; 0 is the platform's own chain
    std::int64_t sequence;  // 1, 2, 3 ... without gap
    Instant at;
    std::string kind;     // "dossiers.filed": the module and the act
    std::string subject;  // what it is about: a receipt number, a sheet's code
    std::int64_t actor;   // person; 0 is the calendar or the program itself
    std::string facts;    // JSON with ordered keys; no personal data, it can never be erased
    std::string hash;     // 64 hex digits
};

struct Act {
    std::int64_t chain;
    std::string_view kind;
    std::string_view subject;
    std::int64_t actor;
    std::string facts = "{}";
};

// Part of the caller's transaction. Returns the entry's hash.
std::string append(db::Writer&, Act const&, Instant now);

std::vector<Entry> entries_about(db::Reader&, std::string_view subject);

struct Fault {
    std::int64_t chain;
    std::int64_t sequence;
    std::string why;  // for operators: English, one line
};
struct Verdict {
    std::int64_t entries = 0;
    std::vector<Fault> faults;
};
// Reads every chain from its first entry, in constant memory.
Verdict verify(db::Reader&);
// One chain up to and including `sequence`; what /verify/NUMBER asks for. Fast: checks the
// entry's own hash and its link to the entries beside it.
bool entry_holds(db::Reader&, Entry const&);

}  // namespace wasl::journal
