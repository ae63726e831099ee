// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <span>

#include "modules/people/inside.hpp"
#include "modules/people/messages.hpp"
#include "modules/people/schema.hpp"
#include "modules/people/store.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::people {
namespace {

constexpr std::chrono::hours claim_code_life{24 * 90};
constexpr std::chrono::hours first_link_life{24};
constexpr std::string_view bearer = "Bearer ";

http::Visitor visitor_of(store::Seen seen, std::string csrf, bool by_token, bool with_grants) {
    http::Visitor visitor;
    visitor.person = seen.person;
    visitor.name = std::move(seen.name);
    visitor.csrf = std::move(csrf);
    visitor.by_token = by_token;
    visitor.unread = static_cast<int>(std::min<std::int64_t>(seen.unread, 9999));
    if (with_grants) visitor.grants = std::move(seen.grants);
    return visitor;
}

http::Visitor by_token(Desk::Inside const& inside, http::Request const& request,
                       std::string_view token, db::Reader& reader, Instant now) {
    // A program's key opens the programs' doors, not the account's own pages.
    if (!request.path.starts_with("/api/")) return {};
    auto seen = store::recognise_token(reader, inside.hashed("token", token),
                                       clock::day_in_morocco(now), now);
    if (!seen || seen->made_at > now + clock_slack) return {};
    // `read` may look, `file` may act as its owner, `office` brings the grants too.
    bool const office = seen->scope == "office" && opens_office(inside, seen->totp_on);
    bool const looks_only = seen->scope == "read";
    auto visitor = visitor_of(std::move(*seen), {}, true, office);
    visitor.looks_only = looks_only;
    return visitor;
}

void note_seen(Desk::Inside const& inside, store::Seen const& seen, Instant now) {
    if (now - seen.seen_at < seen_grain) return;
    std::lock_guard const lock(inside.seen_mutex);
    auto& at = inside.seen[seen.session.value()];
    at = std::max(at, now);
}

// Officers' sessions end sooner, and their doors stay shut without the second factor.
bool still_valid(store::Seen const& seen, Instant now) {
    if (seen.totp_on && !seen.strong) return false;
    if (seen.made_at > now + clock_slack || seen.seen_at > now + clock_slack) return false;
    if (seen.grants.empty()) return true;
    return now - seen.seen_at < officer_idle_max + seen_grain &&
           now - seen.made_at < officer_age_max;
}

}  // namespace

Desk::Desk(db::Database& database, directory::Desk const& directory, Settings settings)
    : inside_(std::make_unique<Inside>(database, directory, std::move(settings))) {
    check(inside_->settings.secret.size() == 32, "the server's key has 32 bytes");
}
Desk::~Desk() = default;

void Desk::send_with(SendLetter send) { inside_->send = std::move(send); }
void Desk::tell_with(TellPerson tell) { inside_->tell = std::move(tell); }
void Desk::choose_from(Procedures procedures) { inside_->procedures = std::move(procedures); }

http::Visitor Desk::recognise(http::Request const& request, db::Reader& reader, Instant now) const {
    auto const authorization = request.header("authorization");
    if (authorization.starts_with(bearer))
        return by_token(*inside_, request, authorization.substr(bearer.size()), reader, now);
    if (auto const token = request.cookie(session_cookie); !token.empty()) {
        auto seen = store::recognise_session(reader, inside_->hashed("session", token),
                                             clock::day_in_morocco(now), now, now - idle_max);
        if (seen && still_valid(*seen, now)) {
            note_seen(*inside_, *seen, now);
            bool const opens = seen->strong || !inside_->settings.officer_totp_required;
            return visitor_of(std::move(*seen), inside_->hashed("csrf", token), false, opens);
        }
    }
    http::Visitor nobody;
    if (auto const visit = request.cookie(visit_cookie); !visit.empty())
        nobody.csrf = inside_->hashed("visit", visit);
    return nobody;
}

Visit visit(Desk const& desk, http::Asked const& asked) {
    if (!asked.visitor.csrf.empty()) return {asked.visitor.csrf, {}};
    auto const token = random_token();
    http::Response carrier;
    http::set_cookie(carrier, visit_cookie, token, {.secure = asked.request.secure});
    return {desk.inside().hashed("visit", token), carrier.headers.back().second};
}

std::string Desk::key_for(std::string_view purpose, std::string_view text) const {
    return dictated_key(inside_->settings.secret, purpose, text);
}

bool Desk::is_key_for(std::string_view typed, std::string_view purpose,
                      std::string_view text) const {
    auto const signs = dictated(typed);
    return !signs.empty() && same(signs, key_for(purpose, text));
}

Result<std::string> contact_text(std::string_view typed, std::string_view field) {
    auto made = TRY(contact(typed, field));
    return std::move(made.text);
}

std::optional<Person> Desk::person(db::Reader& reader, PersonId id) const {
    return store::person(reader, id);
}
std::string Desk::name_of(db::Reader& reader, PersonId id) const {
    return store::name_of(reader, id);
}
std::vector<PersonId> Desk::holders(db::Reader& reader, AdministrationId administration,
                                    http::Role role, Date today) const {
    return store::holders(reader, administration, role, today);
}
std::vector<PersonId> Desk::holders_in_unit(db::Reader& reader, UnitId unit, http::Role role,
                                            Date today) const {
    return store::holders_in_unit(reader, unit, role, today);
}
bool Desk::may_act_for(db::Reader& reader, PersonId agent, PersonId principal, Date today,
                       std::string_view procedure) const {
    return store::may_act_for(reader, agent, principal, procedure, today);
}
std::vector<PersonId> Desk::principals_of(db::Reader& reader, PersonId agent, Date today) const {
    return store::principals_of(reader, agent, today);
}
void Desk::add_unread(db::Writer& writer, PersonId person, int change) const {
    store::add_unread(writer, person, change);
}

void Desk::set_by_email(db::Writer& writer, PersonId person, bool wanted) const {
    store::set_by_email(writer, person, wanted);
}

Result<PersonId> Desk::register_at_counter(db::Writer& writer, CounterPerson const& typed,
                                           PersonId officer, Instant now) const {
    Person person;
    person.name = TRY(person_name(typed.name));
    person.language = typed.language;
    std::string contact_text;
    if (!typed.contact.empty()) {
        auto const given = TRY(people::contact(typed.contact));
        contact_text = given.text;
        (given.kind == Contact::Kind::email ? person.email : person.phone) = given.text;
    }
    if (!typed.id_document.empty()) {
        auto const number = TRY(id_document(typed.id_document));
        person.id_document_hash = inside_->hashed("id_document", number);
        person.id_document_tail = number.substr(number.size() - 2);
        person.assurance = Assurance::counter_verified;
    }
    if (auto const known =
            store::counter_person(writer, person.name, person.id_document_hash, contact_text))
        return *known;
    person.id = db::fresh<PersonId>();
    store::insert(writer, person, {}, now);
    journal::append(writer,
                    {platform.value(), "people.registered_at_counter",
                     std::to_string(person.id.value()), officer.value()},
                    now);
    return person.id;
}

std::string Desk::claim_code(db::Writer& writer, PersonId person, Instant now) const {
    store::end_keys(writer, "claim", person, now);
    auto code = random_dictated();
    store::insert_key(writer, inside_->hashed("claim", code), "claim", person, now,
                      now + claim_code_life);
    return code;
}

Result<std::string> Desk::first_administrator_link(db::Writer& writer, Instant now) const {
    if (store::administrators(writer, clock::day_in_morocco(now)) > 0)
        return Refusal{Refused::conflict, say(msg::refusal_administrator_exists)};
    store::end_keys(writer, "first_administrator", std::nullopt, now);
    auto const key = random_token();
    store::insert_key(writer, inside_->hashed("first_administrator", key), "first_administrator",
                      std::nullopt, now, now + first_link_life);
    return "/first-administrator?key=" + key;
}

jobs::Job Desk::job() {
    return {"people.housekeeping", std::chrono::seconds(60),
            [this](db::Database& database, Instant now) {
                decltype(inside_->seen) seen;
                {
                    std::lock_guard const lock(inside_->seen_mutex);
                    seen.swap(inside_->seen);
                }
                auto const done = database.write([&](db::Writer& writer) -> Outcome {
                    for (auto const& [id, at] : seen) store::seen(writer, SessionId{id}, at);
                    store::drop_expired(writer, now);
                    return Done{};
                });
                check(!done.refused(), "housekeeping is never refused");
            }};
}

bool administers(http::Visitor const& visitor, AdministrationId administration) {
    return visitor.is(http::Role::administrator, administration) ||
           visitor.is(http::Role::administrator, platform);
}

std::optional<NamedProcedure> procedure_named(Desk const& desk, Language language,
                                              std::string_view code) {
    auto const& named = desk.inside().procedures.named;
    return named ? named(language, code) : std::nullopt;
}

ContactHashes contact_hashes(Desk const& desk, Person const& person) {
    auto const of = [&](bool confirmed, std::string const& text) {
        return confirmed && !text.empty() ? desk.inside().hashed("contact", text)
                                          : std::string("-");
    };
    return {of(person.email_confirmed, person.email), of(person.phone_confirmed, person.phone)};
}

std::span<db::SchemaStep const> schema_steps() { return schema; }
Message const* message_named(std::string_view key) { return msg::find(key); }

}  // namespace wasl::people
