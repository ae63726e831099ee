// SPDX-License-Identifier: Apache-2.0
#include "modules/people/account.hpp"
#include "modules/people/inside.hpp"
#include "modules/people/messages.hpp"
#include "modules/people/refusals.hpp"
#include "modules/people/totp.hpp"

namespace wasl::people {
namespace {

constexpr std::size_t totp_key_bytes = 20;  // RFC 4226 section 4: 160 bits
constexpr int recovery_codes_made = 10;
constexpr std::int64_t wrong_max = 10;

std::string tries_of(PersonId person) { return "second:" + std::to_string(person.value()); }

// The step of a right code, marked as used. A wrong one is counted, which must outlive the
// refusal, hence a Result that is never one.
Result<bool> take_code(Desk const& desk, db::Writer& writer, PersonId person,
                       std::string_view typed, Instant now) {
    auto const totp = store::totp(writer, person);
    auto const key = unseal(desk.inside().settings.secret, totp.sealed);
    if (!key || store::attempts(writer, tries_of(person), now) >= wrong_max) return false;
    auto const step = totp_step_of(*key, digits_of(typed), now, totp.step);
    if (step && store::use_totp_step(writer, person, *step)) return true;
    store::attempt(writer, tries_of(person), now);
    return false;
}

}  // namespace

Enrolment enrolment(Desk const& desk, db::Reader& reader, PersonId id) {
    auto const totp = store::totp(reader, id);
    if (totp.sealed.empty()) return {};
    auto const& settings = desk.inside().settings;
    auto const key = unseal(settings.secret, totp.sealed).value_or(std::string());
    auto const person = store::person(reader, id).value_or(Person{});
    auto const& account = person.email.empty() ? person.phone : person.email;
    return {totp_address(settings.site_name, account, key), base32(key), totp.on};
}

Outcome begin_totp(Desk const& desk, db::Writer& writer, PersonId person) {
    if (store::totp(writer, person).on)
        return Refusal{Refused::conflict, say(msg::refusal_totp_on)};
    auto const key = random_bytes(totp_key_bytes);
    store::begin_totp(writer, person, seal(desk.inside().settings.secret, key));
    return Done{};
}

Result<Confirmed> confirm_totp(Desk const& desk, PersonId person, std::string_view typed,
                               std::string_view session_token, Instant now) {
    auto const& inside = desk.inside();
    Confirmed confirmed;
    std::vector<std::string> hashes;
    for (int n = 0; n < recovery_codes_made; ++n) {
        confirmed.recovery_codes.push_back(random_dictated());
        hashes.push_back(inside.hashed("recovery", confirmed.recovery_codes.back()));
    }
    confirmed.token = random_token();
    auto const right = inside.database.write([&](db::Writer& writer) -> Result<bool> {
        if (store::totp(writer, person).on)
            return Refusal{Refused::conflict, say(msg::refusal_totp_on)};
        if (!TRY(take_code(desk, writer, person, typed, now))) return false;
        store::set_recovery_codes(writer, person, hashes);
        auto const mine = store::session(writer, inside.hashed("session", session_token));
        store::revoke_sessions(writer, person, mine, now);
        if (mine)
            store::renew_session(writer, *mine, inside.hashed("session", confirmed.token), true);
        return true;
    });
    if (right.refused()) return right.refusal();
    if (!right.value()) return wrong_code();
    return confirmed;
}

Outcome end_totp(Desk const& desk, PersonId person, std::string_view typed, Instant now) {
    auto const right = desk.inside().database.write([&](db::Writer& writer) -> Result<bool> {
        bool good = TRY(take_code(desk, writer, person, typed, now));
        auto const recovery = dictated(typed);
        if (!good && !recovery.empty())
            good = store::use_recovery_code(writer, person,
                                            desk.inside().hashed("recovery", recovery), now);
        if (good) store::end_totp(writer, person);
        return good;
    });
    if (right.refused()) return right.refusal();
    if (!right.value()) return wrong_code();
    return Done{};
}

}  // namespace wasl::people
