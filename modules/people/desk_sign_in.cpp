// SPDX-License-Identifier: Apache-2.0
#include "modules/people/inside.hpp"
#include "modules/people/messages.hpp"
#include "modules/people/refusals.hpp"
#include "modules/people/sign_in.hpp"
#include "modules/people/store.hpp"
#include "modules/people/totp.hpp"

namespace wasl::people {
namespace {

// In an hour. A contact may be shared by a family, an address by a village.
constexpr std::int64_t codes_per_contact = 6;
constexpr std::int64_t codes_per_client = 60;
constexpr std::int64_t wrong_per_contact = 100;
constexpr std::int64_t wrong_per_client = 100;
constexpr std::int64_t wrong_seconds = 10;

// Wrong passwords for one contact from one address: some are free, then each wait is twice the one
// before. Who guesses from elsewhere makes nobody else wait.
constexpr std::int64_t wrong_free = 5;
constexpr std::chrono::seconds first_wait{15};
constexpr std::int64_t doublings_max = 8;

std::chrono::seconds wait_after(store::Tries const& tries, Instant now) {
    if (tries.times < wrong_free) return {};
    auto const wait = first_wait * (1 << std::min(tries.times - wrong_free, doublings_max));
    auto const left = std::chrono::ceil<std::chrono::seconds>(tries.latest + wait - now);
    return std::max(left, std::chrono::seconds(0));
}

std::chrono::seconds until_next_hour(Instant now) {
    return std::chrono::ceil<std::chrono::seconds>(std::chrono::ceil<std::chrono::hours>(now) -
                                                   now);
}

Refusal wait(std::chrono::seconds time) {
    auto const minutes = std::chrono::ceil<std::chrono::minutes>(time).count();
    return {Refused::too_often,
            say(msg::refusal_password_wait, {number("count", minutes)}),
            {},
            "password"};
}

Refusal too_often() { return {Refused::too_often, say(msg::refusal_too_often)}; }

Contact contact_of(std::string const& text) {
    auto const kind =
        text.find('@') == std::string::npos ? Contact::Kind::phone : Contact::Kind::email;
    return {kind, text};
}

Proof proof_of(db::Reader& reader, store::Code const& code) {
    Proof proof{contact_of(code.sent_to), {}, code.person};
    if (auto const account = store::by_contact(reader, proof.contact)) proof.account = account->id;
    return proof;
}

// A browser that the contact's owner has signed in with: what others ask for is not counted there.
bool by_owner(Desk const& desk, db::Reader& reader, Contact const& contact,
              std::string_view device) {
    if (device.empty()) return false;
    auto const owner = store::by_contact(reader, contact);
    return owner && same(device, device_of(desk, owner->id));
}

Letter letter_of(Purpose purpose, Contact const& contact, std::string const& code,
                 Language language, Instant now) {
    Letter letter{contact.text, language, {}, {}, now + code_life};
    Values const values{text("code", code), number("minutes", code_life.count())};
    letter.subject = say(purpose == Purpose::password  ? msg::letter_password_subject
                         : purpose == Purpose::contact ? msg::letter_contact_subject
                                                       : msg::letter_code_subject);
    letter.body = say(purpose == Purpose::password  ? msg::letter_password_body
                      : purpose == Purpose::contact ? msg::letter_contact_body
                                                    : msg::letter_code_body,
                      values);
    return letter;
}

}  // namespace

std::string_view name_of(Purpose purpose) {
    switch (purpose) {
        case Purpose::sign_in: return "sign_in";
        case Purpose::contact: return "contact";
        case Purpose::password: return "password";
    }
    throw Bug("a purpose that was never declared");
}

Result<std::string> ask_code(Desk const& desk, Purpose purpose, Contact const& contact,
                             std::optional<PersonId> whose, Language language,
                             std::string_view client, Instant now, std::string_view device) {
    auto const& inside = desk.inside();
    check(static_cast<bool>(inside.send), "codes have a way to leave");
    auto const handle = random_token();
    auto const code = random_digits();
    auto const id = inside.hashed("handle", handle);
    auto const contact_hash = inside.contact_hash(contact);
    return inside.database.write([&](db::Writer& writer) -> Result<std::string> {
        auto const known = by_owner(desk, writer, contact, device);
        auto const key = known ? "code-known:" + std::string(device) : "code:" + contact_hash;
        if (store::attempt(writer, key, now) > codes_per_contact ||
            store::attempt(writer, "code-from:" + inside.hashed("client", client), now) >
                codes_per_client)
            return too_often();
        store::insert_code(writer, id,
                           {contact_hash, contact.text, std::string(name_of(purpose)), whose,
                            inside.hashed("code", id + code), code_tries, now + code_life, false},
                           now);
        inside.send(writer, letter_of(purpose, contact, code, language, now), now);
        return handle;
    });
}

Result<Proof> use_code(Desk const& desk, Purpose purpose, std::string_view handle,
                       std::string_view typed, std::string_view client, Instant now) {
    auto const& inside = desk.inside();
    auto const id = inside.hashed("handle", handle);
    auto const client_key = "wrong-from:" + inside.hashed("client", client);
    using Found = std::optional<Proof>;
    auto const found = inside.database.write([&](db::Writer& writer) -> Result<Found> {
        auto const code = store::code(writer, id);
        if (!code || code->purpose != name_of(purpose) || code->used ||
            !lives(code->expires_at, now, code_life) ||
            store::attempts(writer, client_key, now) >= wrong_per_client ||
            !store::take_try(writer, id))
            return Found{};
        if (!same(code->code_hash, inside.hashed("code", id + digits_of(typed)))) {
            store::attempt(writer, client_key, now);
            return Found{};
        }
        store::mark_used(writer, id, now, now + proof_life);
        return Found{proof_of(writer, *code)};
    });
    if (!found.value()) return wrong_code();
    return *found.value();
}

std::optional<Proof> proof(Desk const& desk, db::Reader& reader, Purpose purpose,
                           std::string_view handle, Instant now) {
    auto const code = store::code(reader, desk.inside().hashed("handle", handle));
    if (!code || !code->used || code->purpose != name_of(purpose) ||
        !lives(code->expires_at, now, proof_life))
        return std::nullopt;
    return proof_of(reader, *code);
}

std::optional<Contact> sent_to(Desk const& desk, db::Reader& reader, std::string_view handle,
                               Instant now) {
    if (handle.empty()) return std::nullopt;
    auto const code = store::code(reader, desk.inside().hashed("handle", handle));
    if (!code || !lives(code->expires_at, now, code->used ? proof_life : code_life))
        return std::nullopt;
    return contact_of(code->sent_to);
}

Result<SignedIn> open_session(Desk const& desk, db::Writer& writer, PersonId person, Who const& who,
                              Instant now) {
    auto const& inside = desk.inside();
    SignedIn signed_in{person, random_token(), store::totp(writer, person).on};
    if (!who.old_token.empty())
        store::revoke_token_hash(writer, inside.hashed("session", who.old_token), now);
    store::insert_session(writer, db::fresh<SessionId>(), person,
                          inside.hashed("session", signed_in.token), device_words(who.user_agent),
                          false, now, now + age_max);
    store::keep_newest_sessions(writer, person, sessions_max, now);
    return signed_in;
}

std::string device_of(Desk const& desk, PersonId person) {
    return desk.inside().hashed("device", std::to_string(person.value()));
}

Result<SignedIn> sign_in_by_code(Desk const& desk, Proof const& proof, Who const& who,
                                 Instant now) {
    if (!proof.account) return Refusal{Refused::not_found, say(msg::refusal_code)};
    return desk.inside().database.write(
        [&](db::Writer& writer) { return open_session(desk, writer, *proof.account, who, now); });
}

Result<SignedIn> sign_in_by_password(Desk const& desk, Contact const& contact,
                                     std::string_view password, Who const& who, Instant now) {
    auto const& inside = desk.inside();
    auto const by_contact = "wrong:" + inside.contact_hash(contact);
    auto const by_client = "wrong-from:" + inside.hashed("client", who.client);
    auto by_both = by_contact + ":" + inside.hashed("client", who.client);
    struct Before {
        std::optional<Person> person;
        std::string hash;
        std::chrono::seconds wait{};
    };
    auto const before = inside.database.read([&](db::Reader& reader) {
        Before found{store::by_contact(reader, contact), {}, {}};
        if (found.person) found.hash = store::password(reader, found.person->id);
        // A browser that its owner has signed in with waits for its own mistakes only.
        bool const known = by_owner(desk, reader, contact, who.device);
        if (known) by_both = "wrong-known:" + std::string(who.device);
        found.wait = wait_after(store::tries(reader, by_both, now), now);
        if (!known && (store::attempts(reader, by_contact, now) >= wrong_per_contact ||
                       store::attempts(reader, by_client, now) >= wrong_per_client))
            found.wait = until_next_hour(now);
        return found;
    });
    if (before.wait.count() > 0) return wait(before.wait);
    auto const typed = normal_password(password.substr(0, 1024));
    bool fits = false;
    if (before.hash.empty())
        inside.passwords.pretend(typed);
    else
        fits = inside.passwords.fits(before.hash, typed);
    using Maybe = std::optional<SignedIn>;
    auto const after = inside.database.write([&](db::Writer& writer) -> Result<Maybe> {
        if (!fits) {
            store::attempt(writer, by_both, now);
            store::attempt(writer, by_contact, now);
            store::attempt(writer, by_client, now);
            return Maybe{};
        }
        store::forget_attempts(writer, by_both);
        return Maybe{TRY(open_session(desk, writer, before.person->id, who, now))};
    });
    if (after.refused()) return after.refusal();
    if (!after.value())
        return Refusal{Refused::invalid, say(msg::refusal_password_wrong), {}, "password"};
    return *after.value();
}

Result<SignedIn> second_factor(Desk const& desk, std::string_view token, std::string_view typed,
                               Instant now) {
    auto const& inside = desk.inside();
    auto const token_hash = inside.hashed("session", token);
    using Maybe = std::optional<SignedIn>;
    auto const after = inside.database.write([&](db::Writer& writer) -> Result<Maybe> {
        auto const half = store::half_session(writer, token_hash, now);
        if (!half) return Refusal{Refused::gone, say(msg::refusal_session_gone)};
        auto const tries = "second:" + std::to_string(half->person.value());
        if (store::attempts(writer, tries, now) >= wrong_seconds) return too_often();
        auto const totp = store::totp(writer, half->person);
        // A key that cannot be read any more has no right code; one of the empty key anyone can
        // make.
        auto const key = unseal(inside.settings.secret, totp.sealed);
        auto const step = key ? totp_step_of(*key, digits_of(typed), now, totp.step) : std::nullopt;
        bool right = step && store::use_totp_step(writer, half->person, *step);
        auto const recovery = dictated(typed);
        if (!right && !recovery.empty())
            right = store::use_recovery_code(writer, half->person,
                                             inside.hashed("recovery", recovery), now);
        if (!right) {
            store::attempt(writer, tries, now);
            return Maybe{};
        }
        SignedIn signed_in{half->person, random_token(), false};
        store::renew_session(writer, half->session, inside.hashed("session", signed_in.token),
                             true);
        return Maybe{signed_in};
    });
    if (after.refused()) return after.refusal();
    if (!after.value()) return wrong_code();
    return *after.value();
}

void sign_out(Desk const& desk, db::Writer& writer, std::string_view token, Instant now) {
    store::revoke_token_hash(writer, desk.inside().hashed("session", token), now);
}

}  // namespace wasl::people
