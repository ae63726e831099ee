// SPDX-License-Identifier: Apache-2.0
#include "modules/people/account.hpp"
#include "modules/people/inside.hpp"
#include "modules/people/messages.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::people {
namespace {

constexpr std::int64_t token_days_max = 365;

Refusal gone() { return {Refused::gone, say(msg::refusal_proof_gone)}; }
Refusal taken() { return {Refused::conflict, say(msg::refusal_contact_taken), {}, "contact"}; }

Person new_person(std::string name, Language language, Contact const& contact) {
    Person person;
    person.id = db::fresh<PersonId>();
    person.name = std::move(name);
    person.language = language;
    bool const by_mail = contact.kind == Contact::Kind::email;
    (by_mail ? person.email : person.phone) = contact.text;
    (by_mail ? person.email_confirmed : person.phone_confirmed) = true;
    return person;
}

// Hashed before the transaction: Argon2 takes longer than a commit.
Result<std::string> hash_of(Desk const& desk, std::string_view password) {
    if (password.empty()) return std::string();
    return desk.inside().passwords.hash(TRY(new_password(password)));
}

}  // namespace

Result<SignedIn> create_account(Desk const& desk, std::string_view handle,
                                NewAccount const& account, Who const& who, Instant now) {
    auto const name = TRY(person_name(account.name));
    auto const hash = TRY(hash_of(desk, account.password));
    return desk.inside().database.write([&](db::Writer& writer) -> Result<SignedIn> {
        auto const proven = proof(desk, writer, Purpose::sign_in, handle, now);
        if (!proven) return gone();
        if (proven->account) return taken();
        auto const person = new_person(name, account.language, proven->contact);
        if (!store::insert(writer, person, hash, now)) return taken();
        store::drop_code(writer, desk.inside().hashed("handle", handle));
        return open_session(desk, writer, person.id, who, now);
    });
}

bool first_key_holds(Desk const& desk, db::Reader& reader, std::string_view key, Instant now) {
    return store::key_holds(reader, desk.inside().hashed("first_administrator", key),
                            "first_administrator", now);
}

Result<SignedIn> create_first_administrator(Desk const& desk, std::string_view key,
                                            std::string_view typed_contact,
                                            NewAccount const& account, Who const& who,
                                            Instant now) {
    auto const name = TRY(person_name(account.name));
    auto const address = TRY(contact(typed_contact));
    auto const hash = desk.inside().passwords.hash(TRY(new_password(account.password)));
    return desk.inside().database.write([&](db::Writer& writer) -> Result<SignedIn> {
        auto const key_hash = desk.inside().hashed("first_administrator", key);
        if (!store::use_key(writer, key_hash, "first_administrator", now)) return gone();
        auto const person = new_person(name, account.language, address);
        if (!store::insert(writer, person, hash, now)) return taken();
        auto const today = clock::day_in_morocco(now);
        store::Position position{
            db::fresh<PositionId>(),   platform,      UnitId{0},
            http::Role::administrator, "مدير المنصة", "Administrateur de la plateforme"};
        store::insert_position(writer, position);
        store::Holding holding;
        holding.id = db::fresh<HoldingId>();
        holding.position = position.id;
        holding.person = person.id;
        holding.role = position.role;
        holding.administration = platform;
        holding.from = today;
        holding.until = for_ever;
        store::insert_holding(writer, holding, person.id, now);
        journal::append(writer,
                        {platform.value(), "people.first_administrator",
                         std::to_string(position.id.value()), person.id.value()},
                        now);
        return open_session(desk, writer, person.id, who, now);
    });
}

Outcome rename(db::Writer& writer, PersonId id, std::string_view typed, Instant now) {
    auto const name = TRY(person_name(typed));
    auto const person = store::person(writer, id);
    if (!person) return Refusal{Refused::not_found, {}};
    if (person->name == name) return Done{};
    // A name that was compared with a paper at the counter is corrected there, or on request
    // (law 09-08 art. 8), not by whoever holds the account.
    if (!person->id_document_hash.empty())
        return Refusal{Refused::conflict, say(msg::refusal_name_verified), "09-08/8", "name"};
    store::rename(writer, id, name);
    // The names themselves are personal data: that it was changed is enough for the journal.
    journal::append(
        writer, {platform.value(), "people.renamed", std::to_string(id.value()), id.value()}, now);
    return Done{};
}

Outcome set_language(db::Writer& writer, PersonId person, Language language) {
    store::set_language(writer, person, language);
    return Done{};
}

Outcome add_contact(Desk const& desk, db::Writer& writer, PersonId person, std::string_view handle,
                    Instant now) {
    auto const proven = proof(desk, writer, Purpose::contact, handle, now);
    if (!proven || proven->asked_by != person) return gone();
    if (!store::set_contact(writer, person, proven->contact)) return taken();
    store::drop_code(writer, desk.inside().hashed("handle", handle));
    return Done{};
}

Outcome remove_contact(db::Writer& writer, PersonId id, Contact::Kind kind) {
    auto const person = store::person(writer, id);
    if (!person) return Refusal{Refused::not_found, {}};
    bool const other =
        kind == Contact::Kind::email ? person->phone_confirmed : person->email_confirmed;
    if (!other) return Refusal{Refused::conflict, say(msg::refusal_last_contact)};
    store::remove_contact(writer, id, kind);
    return Done{};
}

Outcome change_password(Desk const& desk, PersonId person, std::string_view old,
                        std::string_view wanted, std::string_view session_token, Instant now) {
    auto const& inside = desk.inside();
    auto const tries = "old-password:" + std::to_string(person.value());
    struct Before {
        std::string hash;
        std::int64_t tries = 0;
    };
    auto const before = inside.database.read([&](db::Reader& reader) {
        return Before{store::password(reader, person), store::attempts(reader, tries, now)};
    });
    if (before.tries >= 10) return Refusal{Refused::too_often, say(msg::refusal_too_often)};
    if (!before.hash.empty() &&
        !inside.passwords.fits(before.hash, normal_password(old.substr(0, 1024)))) {
        auto const counted = inside.database.write([&](db::Writer& writer) -> Outcome {
            store::attempt(writer, tries, now);
            return Done{};
        });
        check(!counted.refused(), "counting is never refused");
        return Refusal{Refused::invalid, say(msg::refusal_old_password), {}, "old"};
    }
    auto const hash = inside.passwords.hash(TRY(new_password(wanted)));
    return inside.database.write([&](db::Writer& writer) -> Outcome {
        store::set_password(writer, person, hash);
        auto const mine = store::session(writer, inside.hashed("session", session_token));
        store::revoke_sessions(writer, person, mine, now);
        return Done{};
    });
}

Outcome reset_password(Desk const& desk, std::string_view handle, std::string_view wanted,
                       Instant now) {
    auto const hash = desk.inside().passwords.hash(TRY(new_password(wanted)));
    return desk.inside().database.write([&](db::Writer& writer) -> Outcome {
        auto const proven = proof(desk, writer, Purpose::password, handle, now);
        if (!proven || !proven->account) return gone();
        store::set_password(writer, *proven->account, hash);
        // Whoever else was in the account may have left a key to it.
        store::revoke_sessions(writer, *proven->account, std::nullopt, now);
        store::revoke_tokens(writer, *proven->account, now);
        store::drop_code(writer, desk.inside().hashed("handle", handle));
        return Done{};
    });
}

std::string_view name_of(Scope scope) {
    switch (scope) {
        case Scope::read: return "read";
        case Scope::file: return "file";
        case Scope::office: return "office";
    }
    throw Bug("a scope that was never declared");
}

Result<std::string> make_token(Desk const& desk, db::Writer& writer, PersonId person,
                               std::string_view name, std::string_view scope, std::int64_t days,
                               Instant now) {
    auto const called = TRY(plain_text(name, 100, "name"));
    if (called.empty()) return Refusal{Refused::invalid, say(msg::refusal_token_name), {}, "name"};
    bool known = false;
    for (auto const one : {Scope::read, Scope::file, Scope::office}) known |= name_of(one) == scope;
    if (!known) return Refusal{Refused::invalid, say(msg::refusal_choose), {}, "scope"};
    if (days < 1 || days > token_days_max)
        return Refusal{Refused::invalid, say(msg::refusal_choose), {}, "days"};
    // A password alone opens no officer's door, hence makes no key to one.
    if (scope == name_of(Scope::office) &&
        !opens_office(desk.inside(), store::totp(writer, person).on))
        return Refusal{Refused::forbidden, say(msg::refusal_token_office), {}, "scope"};
    auto const token = "wasl_" + random_token();
    store::insert_token(writer, db::fresh<TokenId>(), person, desk.inside().hashed("token", token),
                        called, scope, now, now + std::chrono::hours(24 * days));
    return token;
}

}  // namespace wasl::people
