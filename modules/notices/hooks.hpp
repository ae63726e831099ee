// SPDX-License-Identifier: Apache-2.0
// Webhooks: what happened, told to programs elsewhere, each event once, in order, until it is
// taken. A subscriber is a number, that of the last event it took; hence nothing is lost when it is
// down for days, nothing overtakes, and telling it again is setting the number back.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/notices/inside.hpp"

namespace wasl::notices {

using HookId = Id<struct HookTag>;

struct KeptEvent {
    std::int64_t number = 0;
    std::string kind, body;
    Instant at{};
};

struct Hook {
    HookId id{0};
    AdministrationId administration{0};
    std::string address, salt, state;
    std::int64_t passed = 0, tries = 0;
    std::optional<Instant> failing_since;
    std::string why;
    Instant made_at{};
    PersonId made_by{0};
};

namespace store {
std::int64_t insert_event(db::Writer&, std::string_view kind, std::string_view body, Instant now);
std::optional<KeptEvent> event_after(db::Reader&, std::int64_t number);
std::int64_t last_event(db::Reader&);

void insert_hook(db::Writer&, Hook const&, PersonId by, Instant now);
std::vector<Hook> hooks_of(db::Reader&, AdministrationId);
std::vector<AdministrationId> subscribers(db::Reader&);
// The subscriber that has waited longest for an event that is there; nobody else gets it before
// the lease ends.
std::optional<Hook> lease_hook(db::Writer&, Instant now, Instant lease_until);
// These do nothing where the lease was lost meanwhile (`tries` or `passed` has moved on).
bool pass(db::Writer&, Hook const&, std::int64_t number, Instant lease_until);
bool release(db::Writer&, Hook const&, Instant now);
bool put_off(db::Writer&, Hook const&, std::string_view why, Instant failing_since, Instant due);
bool stop_failing(db::Writer&, Hook const&, std::string_view why);
// By a person; false where that administration has no such hook.
bool set_hook_state(db::Writer&, HookId, AdministrationId, std::string_view state, Instant now);
bool set_passed(db::Writer&, HookId, AdministrationId, std::int64_t passed, Instant now);
bool delete_hook(db::Writer&, HookId, AdministrationId);
}  // namespace store

// "whsec_...": shown once, and never kept: made anew from the key of the house and the salt.
std::string secret_of(Ways const&, Hook const&);
// What the header says of a message; the receiver computes the same from the secret.
std::string signature(std::string_view secret, std::string_view id, std::int64_t seconds,
                      std::string_view body);

// One POST. Empty: it was taken (2xx, whole, in time). Else why not, without what the other side
// said.
std::string tell(Ways const&, Hook const&, KeptEvent const&, Instant now);

// Whoever registers an address may read its secret for so long: the page may be loaded again, and
// nothing is registered twice by it.
inline constexpr std::chrono::minutes secret_shown{10};
bool may_read_secret(Hook const&, PersonId, Instant now);
Result<HookId> subscribe(Outbox const&, db::Writer&, AdministrationId, std::string_view address,
                         PersonId by, Instant now);
// Events after `number` are told again; refused where it lies ahead of what happened.
Outcome replay(db::Writer&, HookId, AdministrationId, std::int64_t number, Instant now);
Outcome stop_hook(db::Writer&, HookId, AdministrationId, Instant now);
Outcome resume_hook(db::Writer&, HookId, AdministrationId, Instant now);
Outcome remove_hook(db::Writer&, HookId, AdministrationId);

void add_hook_pages(http::Router&, Pages const&);

}  // namespace wasl::notices
