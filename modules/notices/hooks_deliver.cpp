// SPDX-License-Identifier: Apache-2.0
// A subscriber is leased, told its next events one by one outside of every transaction, and moves
// on by one number for each that it took. Between its 2xx and our commit the machine may die: the
// event is then told again under the same id, by which receivers drop the double.
#include <array>

#include "modules/notices/hooks.hpp"
#include "platform/log/log.hpp"

namespace wasl::notices {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array<seconds, 9> hook_waits{seconds(5),   seconds(30),  minutes(2),
                                            minutes(10),  minutes(30),  minutes(60),
                                            minutes(180), minutes(360), minutes(720)};
constexpr std::chrono::hours stopped_after{7 * 24};
constexpr minutes hook_lease{5};
constexpr seconds hooks_run_max{60};
constexpr int events_a_turn = 50;  // then the next subscriber, so that a long list delays nobody

template<typename Work>
auto write_with(Outbox::Inside const& inside, Work work) {
    return inside.database.write(std::move(work)).value();
}

void note_failure(Outbox::Inside const& inside, Hook const& hook, std::string const& why,
                  Instant now) {
    auto const since = hook.failing_since.value_or(now);
    auto const step = std::min(static_cast<std::size_t>(hook.tries - 1), hook_waits.size() - 1);
    write_with(inside, [&](db::Writer& writer) -> Result<bool> {
        if (now - since > stopped_after) return store::stop_failing(writer, hook, why);
        return store::put_off(writer, hook, why, since, now + hook_waits[step]);
    });
    log::event(log::Level::warning, "notices.webhook_waits",
               {{"hook", hook.id.value()}, {"tries", hook.tries}});
}

// How many events it took; `hook` moves on with each.
int serve(Outbox::Inside const& inside, Hook hook, Instant now) {
    for (int told = 0; told < events_a_turn; ++told) {
        auto const next = inside.database.read(
            [&](db::Reader& reader) { return store::event_after(reader, hook.passed); });
        if (!next) {
            write_with(inside, [&](db::Writer& writer) -> Result<bool> {
                return store::release(writer, hook, now);
            });
            return told;
        }
        if (auto const why = tell(inside.ways, hook, *next, now); !why.empty()) {
            note_failure(inside, hook, why, now);
            return told;
        }
        bool const ours = write_with(inside, [&](db::Writer& writer) -> Result<bool> {
            return store::pass(writer, hook, next->number, now + hook_lease);
        });
        if (!ours) return told;  // replayed, stopped or leased by another meanwhile
        hook.passed = next->number;
        hook.tries = 1;
        hook.failing_since.reset();
    }
    write_with(inside, [&](db::Writer& writer) -> Result<bool> {
        return store::release(writer, hook, now);
    });
    return events_a_turn;
}

}  // namespace

int Outbox::tell_hooks(Instant now) const {
    auto const begun = std::chrono::steady_clock::now();
    int told = 0;
    while (std::chrono::steady_clock::now() - begun < hooks_run_max) {
        using Maybe = std::optional<Hook>;
        auto const hook = write_with(*inside_, [&](db::Writer& writer) -> Result<Maybe> {
            return store::lease_hook(writer, now, now + hook_lease);
        });
        if (!hook) break;
        told += serve(*inside_, *hook, now);
    }
    return told;
}

std::int64_t Outbox::post_event(db::Writer& writer, std::string_view kind, std::string_view body,
                                Instant now) const {
    return store::insert_event(writer, kind, body, now);
}

jobs::Job Outbox::hooks_job() const {
    return {"notices.webhooks", std::chrono::seconds(2),
            [this](db::Database&, Instant now) { tell_hooks(now); }};
}

}  // namespace wasl::notices
