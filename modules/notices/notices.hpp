// SPDX-License-Identifier: Apache-2.0
// What people are told. A notice is written in the transaction of the fact it tells, so that no
// fact goes untold and nothing is told that did not happen; letters leave later, from rows.
//
// A notice keeps its message's key and its values, never a finished sentence: it is said in the
// language of whoever reads it, when it is read.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kernel/id.hpp"
#include "kernel/message.hpp"
#include "modules/people/people.hpp"
#include "platform/db/db.hpp"
#include "platform/http/router.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/mail/mail.hpp"

namespace wasl::notices {

using NoticeId = Id<struct NoticeTag>;
using LetterId = Id<struct LetterTag>;

struct Notice {
    PersonId to{0};
    Said subject;
    Said body;
    std::string link;   // "/dossiers/..." without language; may be empty
    std::string about;  // receipt number or the like; may be empty
    // Of what comes again and again because somebody asked for it: where it is ended without an
    // account ("/reports/alerts/7/stop?key=...", without language). Below /api/v1 the same address
    // takes the POST of a mail program (RFC 8058). Such letters are e-mails, never short messages.
    std::string stop{};
};

// How letters leave beside SMTP.
struct Ways {
    std::string site;  // "https://wasl.example.ma": before a notice's link in letters
    // Where letters are written as files when no SMTP server is named (demonstration) and short
    // messages when no gateway is.
    std::filesystem::path letters;
    std::string sms_url;  // gateway: gets a POST with `to`, `text`, `id`; 2xx means accepted
    // Webhooks: from it the secret of each subscriber is derived. Empty: nobody can subscribe.
    std::string secret{};
    bool private_hooks = false;  // addresses of private networks, and http, may be called
    std::chrono::milliseconds hook_patience{10'000};  // with a receiver's whole answer
};

class Outbox {
public:
    Outbox(db::Database&, people::Desk const&, mail::Settings, Ways = {});
    ~Outbox();

    // Whose messages may be told: knows("dossiers", dossiers::msg::find). Posting a message of a
    // module that was not named here is a Bug, since nobody could read it after a restart.
    using Find = Message const* (*)(std::string_view key);
    void knows(std::string_view module, Find find);

    // In the caller's transaction: in the inbox at once, by e-mail later where the person has one
    // and wants it.
    void post(db::Writer&, Notice const&, Instant now) const;
    // To an address instead of a person: codes. Erased once sent.
    void post_letter(db::Writer&, people::Letter const&, Instant now) const;

    // "notices.deliver": each letter leased, retried with growing waits, given up after three days
    // and then listed for operators.
    jobs::Job job() const;
    // Delivers what is due now; returns how many letters left. What the job runs.
    int deliver_due(Instant now) const;

    // In the caller's transaction: an event for whoever subscribed. `body` is JSON and is sent word
    // for word. Returns its number, which is the order of commits.
    std::int64_t post_event(db::Writer&, std::string_view kind, std::string_view body,
                            Instant now) const;
    // "notices.webhooks": tells each subscriber its events, in order, retried with growing waits
    // for a week.
    jobs::Job hooks_job() const;
    int tell_hooks(Instant now) const;  // what the job runs; returns how many events were taken

    struct Inside;
    Inside const& inside() const { return *inside_; }

private:
    std::unique_ptr<Inside> inside_;
};

// What the pages need; must outlive the router.
struct Pages {
    Outbox const& outbox;
    people::Desk const& people;
    directory::Desk const& directory;
};
void add_pages(http::Router&, Pages const&);

std::span<db::SchemaStep const> schema_steps();

// What this module holds about a person (law 09-08).
people::Contributor contributor();

}  // namespace wasl::notices
