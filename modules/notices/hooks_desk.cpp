// SPDX-License-Identifier: Apache-2.0
// What the owner of a subscription does with it; each act is an entry of its administration's
// journal.
#include <sodium.h>

#include <array>

#include "modules/notices/hooks.hpp"
#include "modules/notices/messages.hpp"
#include "platform/http/calls.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::notices {
namespace {

constexpr std::size_t hooks_max = 10;  // of one administration

std::string fresh_salt() {
    std::array<unsigned char, 16> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::string out(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), bytes.data(), bytes.size());
    out.pop_back();
    return out;
}

Refusal gone() { return {Refused::not_found, say(msg::refusal_hook_gone)}; }

Outcome known(bool changed) {
    if (!changed) return gone();
    return Done{};
}

}  // namespace

Result<HookId> subscribe(Outbox const& outbox, db::Writer& writer, AdministrationId administration,
                         std::string_view address, PersonId by, Instant now) {
    auto const& ways = outbox.inside().ways;
    check(!ways.secret.empty(), "subscribers need the key of the house");
    if (http::callable(address, ways.private_hooks) != http::Callable::yes)
        return Refusal{Refused::invalid, say(msg::refusal_hook_address), {}, "address"};
    if (store::hooks_of(writer, administration).size() >= hooks_max)
        return Refusal{Refused::conflict, say(msg::refusal_hooks_many)};
    Hook hook;
    hook.id = db::fresh<HookId>();
    hook.administration = administration;
    hook.address = address;
    hook.salt = fresh_salt();
    hook.passed = store::last_event(writer);
    store::insert_hook(writer, hook, by, now);
    journal::append(writer,
                    {administration.value(), "notices.subscribed", std::to_string(hook.id.value()),
                     by.value(), "{}"},
                    now);
    return hook.id;
}

bool may_read_secret(Hook const& hook, PersonId person, Instant now) {
    return hook.made_by == person && now - hook.made_at < secret_shown;
}

Outcome replay(db::Writer& writer, HookId id, AdministrationId owner, std::int64_t number,
               Instant now) {
    if (number < 1 || number > store::last_event(writer) + 1)
        return Refusal{Refused::invalid, say(msg::refusal_event_number), {}, "number"};
    return known(store::set_passed(writer, id, owner, number - 1, now));
}
Outcome stop_hook(db::Writer& writer, HookId id, AdministrationId owner, Instant now) {
    return known(store::set_hook_state(writer, id, owner, "stopped", now));
}
Outcome resume_hook(db::Writer& writer, HookId id, AdministrationId owner, Instant now) {
    return known(store::set_hook_state(writer, id, owner, "on", now));
}
Outcome remove_hook(db::Writer& writer, HookId id, AdministrationId owner) {
    return known(store::delete_hook(writer, id, owner));
}

}  // namespace wasl::notices
