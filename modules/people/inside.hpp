// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <unordered_map>

#include "modules/people/contact.hpp"
#include "modules/people/people.hpp"
#include "modules/people/secrets.hpp"

namespace wasl::people {

// How long a session may rest, and last. Officers work on other people's files: shorter.
inline constexpr std::chrono::hours idle_max{24 * 14};
inline constexpr std::chrono::hours age_max{24 * 30};
inline constexpr std::chrono::hours officer_idle_max{4};
inline constexpr std::chrono::hours officer_age_max{16};
inline constexpr std::chrono::minutes seen_grain{5};
// The clock of a machine may be set back. Nothing is good before it was made, so that no session,
// token or code lives longer by it: whoever was seen later than now signs in again. The clocks of
// several nodes differ by less than this.
inline constexpr std::chrono::minutes clock_slack{2};
// Made for that long, ends then.
inline bool lives(Instant expires, Instant now, std::chrono::microseconds life) {
    return now < expires && expires <= now + life + clock_slack;
}
inline constexpr int sessions_max = 20;
inline constexpr Date for_ever = day(9999, 12, 31);

inline constexpr std::string_view session_cookie = "wasl_session";
inline constexpr std::string_view visit_cookie = "wasl_visit";
inline constexpr std::string_view code_cookie = "wasl_code";
// Of the code that was sent to this browser.
inline std::string_view handle_of(http::Asked const& asked) {
    return asked.request.cookie(code_cookie);
}
// Given with a session and left behind by it: opens nothing, spares the owner others' mistakes.
inline constexpr std::string_view device_cookie = "wasl_device";
inline constexpr std::chrono::hours device_age{24 * 180};

struct Desk::Inside {
    db::Database& database;
    directory::Desk const& directory;
    Settings settings;
    SendLetter send;
    TellPerson tell;
    Procedures procedures;
    Passwords passwords;

    // Sessions seen since the last housekeeping: a GET cannot write, and need not.
    mutable std::mutex seen_mutex;
    mutable std::unordered_map<std::int64_t, Instant> seen;

    Inside(db::Database& base, directory::Desk const& places, Settings given)
        : database(base), directory(places), settings(std::move(given)) {}

    std::string hashed(std::string_view purpose, std::string_view text) const {
        return keyed_hash(settings.secret, purpose, text);
    }
    std::string contact_hash(Contact const& contact) const {
        return hashed("contact", contact.text);
    }
};

// An account that may act in offices at all: one with the second factor, where it is required.
inline bool opens_office(Desk::Inside const& inside, bool totp_on) {
    return totp_on || !inside.settings.officer_totp_required;
}

// The registry's entry of that code, where the house has a registry and the entry is there.
std::optional<NamedProcedure> procedure_named(Desk const&, Language, std::string_view code);

// The contacts of a person as mandates are offered to; a hash that no contact has where empty.
struct ContactHashes {
    std::string email, phone;
};
ContactHashes contact_hashes(Desk const&, Person const&);

}  // namespace wasl::people
