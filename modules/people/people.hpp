// SPDX-License-Identifier: Apache-2.0
// Who is who, and who may do what where. Accounts, sessions, roles, mandates (وكالة), the data
// rights of law 09-08.
//
// Roles are not given to people but to positions (منصب) of an administration; a person holds a
// position from one day to another, and its holder may delegate it (تفويض) for a time. A grant is
// what follows from that today. The platform administrator is the holder of an administrator's
// position in `platform`, which stands above every administration; such a grant is an
// administrator's everywhere and no other role anywhere.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/id.hpp"
#include "kernel/result.hpp"
#include "platform/db/db.hpp"
#include "platform/http/router.hpp"
#include "platform/jobs/jobs.hpp"

namespace wasl::directory {
class Desk;
}

namespace wasl::people {

using SessionId = Id<struct SessionTag>;
using PositionId = Id<struct PositionTag>;
using HoldingId = Id<struct HoldingTag>;
using MandateId = Id<struct MandateTag>;
using TokenId = Id<struct TokenTag>;

inline constexpr AdministrationId platform = http::whole_platform;

// How sure we are that a person is who the name says.
enum class Assurance { none, contact_confirmed, counter_verified };

struct Person {
    PersonId id{0};
    std::string name;
    std::string email, phone;  // normalised; empty where there is none
    Language language = Language::ar;
    bool email_confirmed = false, phone_confirmed = false;
    std::string id_document_hash;  // keyed; the number itself is stored nowhere
    std::string id_document_tail;  // its last two signs, for people to recognise it by
    Assurance assurance = Assurance::none;
    bool by_email = true;  // wants letters beside the inbox
    bool closed = false;   // erased at the person's wish, or by retention
};

// A letter that people must send before anybody can be signed in: a code. The app hands it to the
// outbox of `notices`, which stands above this module and cannot be called from here.
struct Letter {
    std::string address;  // e-mail or phone
    Language language = Language::ar;
    Said subject, body;
    Instant until;       // worthless afterwards: not to be sent, and erased
    std::string link{};  // "/reports/...", without language; may be empty
    std::string stop{};  // as of notices::Notice
};
using SendLetter = std::function<void(db::Writer&, Letter const&, Instant now)>;

// What a person is told about an own right: a mandate offered or ended, a position given or ended.
// Handed to the same outbox by the app, for the same reason.
struct Told {
    PersonId to{0};
    Said subject, body;
    std::string link;  // "/account/mandates", without language
};
using TellPerson = std::function<void(db::Writer&, Told const&, Instant now)>;

// A procedure of the registry, which stands above this module: what a mandate may be for.
struct NamedProcedure {
    std::string code, title;
    Language language = Language::ar;  // of the title
};
struct Procedures {
    std::function<std::optional<NamedProcedure>(Language, std::string_view code)> named;
    // The best matches of some words, `most` of them.
    std::function<std::vector<NamedProcedure>(Language, std::string_view words, std::size_t most)>
        find;
};

struct Settings {
    std::string secret;                 // 32 bytes, see secret_key()
    bool officer_totp_required = true;  // no officer's door opens without a second factor
    std::string site_name = "Wasl";     // what an authenticator app shows
    std::string controller;             // who answers for the data (09-08 art. 5), empty: the site
    std::string cndp_number;            // shown with every form that asks for personal data
};
// Reads the key of this server, or makes it (readable by its owner alone).
std::string secret_key(std::filesystem::path const& file);

// A person without an account whom an officer helps at the counter.
struct CounterPerson {
    std::string name;
    std::string contact;      // e-mail or phone, may be empty
    std::string id_document;  // number of the CNIE or another paper, may be empty; kept as a hash
    Language language = Language::ar;
};

// What the other modules hold about a person, so that they can see it and have it erased
// (law 09-08 arts 7-8). The app registers one contributor a module.
struct Contributor {
    std::string_view module;
    // One JSON value: all the module knows about that person.
    std::function<std::string(db::Reader&, PersonId)> exports;
    // Erases what the law lets go, says what must stay and why (empty: nothing stays).
    std::function<std::vector<Said>(db::Writer&, PersonId, Instant now)> erases;
};
class DataRights {
public:
    void add(Contributor contributor) { contributors_.push_back(std::move(contributor)); }
    std::vector<Contributor> const& contributors() const { return contributors_; }

private:
    std::vector<Contributor> contributors_;
};

class Desk {
public:
    Desk(db::Database&, directory::Desk const&, Settings);
    ~Desk();
    void send_with(SendLetter send);
    void tell_with(TellPerson tell);
    void choose_from(Procedures procedures);

    // Session cookie or bearer token. No cookie: no query. Otherwise one prepared query.
    http::Visitor recognise(http::Request const&, db::Reader&, Instant now) const;

    std::optional<Person> person(db::Reader&, PersonId) const;
    std::string name_of(db::Reader&, PersonId) const;
    // Who may act in that role there today; holders by delegation are counted.
    std::vector<PersonId> holders(db::Reader&, AdministrationId, http::Role, Date today) const;
    std::vector<PersonId> holders_in_unit(db::Reader&, UnitId, http::Role, Date today) const;

    // Assisted filing. Finds the person again where contact and name, or the paper, are known.
    Result<PersonId> register_at_counter(db::Writer&, CounterPerson const&, PersonId officer,
                                         Instant now) const;
    // Printed on the receipt: whoever holds it can tie that person's dossiers to an own account.
    // One use, 90 days; a new one ends the older ones.
    std::string claim_code(db::Writer&, PersonId, Instant now) const;

    // A mandate in force (accepted, not revoked, today within its days). `procedure` empty: asks
    // for a mandate over everything.
    bool may_act_for(db::Reader&, PersonId agent, PersonId principal, Date today,
                     std::string_view procedure = {}) const;
    // For whom that agent may act today (also people whose counter dossiers were claimed).
    std::vector<PersonId> principals_of(db::Reader&, PersonId agent, Date today) const;

    // For whoever has no account: a key that only this server can make, the same each time, as
    // "7K3M-9QXD-2HTA". `purpose` keeps equal texts of different use apart.
    std::string key_for(std::string_view purpose, std::string_view text) const;
    // As a person types it: any case, spaces or hyphens.
    bool is_key_for(std::string_view typed, std::string_view purpose, std::string_view text) const;

    // Shown in the layout without a query of its own: recognise() brings it along.
    void add_unread(db::Writer&, PersonId, int change) const;
    // Whether that person wants letters beside the inbox.
    void set_by_email(db::Writer&, PersonId, bool wanted) const;

    // "people.housekeeping": writes down when sessions were last seen, drops what expired.
    jobs::Job job();

    // The one-time link with which the first administrator makes an account; valid a day.
    // Path and query, without language: "/first-administrator?key=...".
    Result<std::string> first_administrator_link(db::Writer&, Instant now) const;

    struct Inside;
    Inside const& inside() const { return *inside_; }

private:
    std::unique_ptr<Inside> inside_;
};

// What the pages need; must outlive the router.
struct Pages {
    Desk const& desk;
    directory::Desk const& directory;
    DataRights const& rights;
};
void add_pages(http::Router&, Pages const&);

std::span<db::SchemaStep const> schema_steps();
// A message of this module by its key, or null: the outbox says our letters.
Message const* message_named(std::string_view key);

// An e-mail address or telephone as it is kept and compared ("+212661234567").
Result<std::string> contact_text(std::string_view typed, std::string_view field = "contact");

// True over that administration: an administrator there, or of the platform.
bool administers(http::Visitor const&, AdministrationId);

// Anonymous visitors who see a form that posts: their csrf hangs on a cookie of no meaning. To be
// used by every page with such a form: put `csrf` into the form, and `cookie` (where not empty)
// into the answer's set-cookie header.
struct Visit {
    std::string csrf;
    std::string cookie;
};
Visit visit(Desk const&, http::Asked const&);

// Accounts of the demonstration. The app prints them.
struct DemoAccount {
    PersonId id{0};
    std::string name, contact, password;
    http::Role role = http::Role::citizen;
    AdministrationId administration{0};
};
struct DemoPlace {
    AdministrationId commune{0};   // Berkane
    UnitId desk{0};                // the unit that instructs; 0: the whole commune
    AdministrationId superior{0};  // the province
    std::vector<AdministrationId> others;
};
Result<std::vector<DemoAccount>> seed_demo(db::Database&, Desk const&, DemoPlace const&,
                                           Instant now);

}  // namespace wasl::people
