// SPDX-License-Identifier: Apache-2.0
#include "modules/notices/hooks.hpp"

namespace wasl::notices::store {
namespace {

constexpr db::Sql take_number{"notices.take_number", R"sql(
    update notices_event_count set number = number + 1 where id = 1 returning number
)sql"};
constexpr db::Sql insert_event_row{"notices.insert_event", R"sql(
    insert into notices_events (number, kind, body, at) values ($1, $2, $3, $4)
)sql"};
constexpr db::Sql select_next{"notices.event_after", R"sql(
    select number, kind, body, at from notices_events where number > $1 order by number limit 1
)sql"};
constexpr db::Sql select_last{"notices.last_event", R"sql(
    select number from notices_event_count where id = 1
)sql"};
constexpr db::Sql insert_hook_row{"notices.insert_hook", R"sql(
    insert into notices_hooks (id, administration, address, salt, state, passed, due_at, made_by,
        made_at)
    values ($1, $2, $3, $4, 'on', $5, $6, $7, $6)
)sql"};
constexpr db::Sql select_hooks{"notices.hooks_of", R"sql(
    select id, administration, address, salt, state, passed, tries, failing_since, why, made_at,
        made_by
    from notices_hooks where administration = $1 order by id
)sql"};
constexpr db::Sql select_subscribers{"notices.subscribers", R"sql(
    select distinct administration from notices_hooks order by administration
)sql"};
constexpr db::Sql lease_row{"notices.lease_hook", R"sql(
    update notices_hooks set due_at = $1, tries = tries + 1
    where due_at <= $2 and state = 'on' and id = (
        select h.id from notices_hooks h
        join notices_event_count c on c.id = 1 and c.number > h.passed
        where h.due_at <= $2 and h.state = 'on'
        order by h.due_at, h.id limit 1)
    returning id, administration, address, salt, state, passed, tries, failing_since, why, made_at,
        made_by
)sql"};
constexpr db::Sql update_passed{"notices.pass_event", R"sql(
    update notices_hooks set passed = $1, tries = 1, failing_since = null, why = '', due_at = $2
    where id = $3 and passed = $4 and tries = $5
)sql"};
constexpr db::Sql update_released{"notices.release_hook", R"sql(
    update notices_hooks set tries = 0, due_at = $1 where id = $2 and passed = $3 and tries = $4
)sql"};
constexpr db::Sql update_put_off{"notices.put_off_hook", R"sql(
    update notices_hooks set why = $1, failing_since = $2, due_at = $3
    where id = $4 and passed = $5 and tries = $6
)sql"};
constexpr db::Sql update_failed{"notices.stop_failing_hook", R"sql(
    update notices_hooks set why = $1, state = 'stopped'
    where id = $2 and passed = $3 and tries = $4
)sql"};
constexpr db::Sql update_state{"notices.set_hook_state", R"sql(
    update notices_hooks set state = $1, tries = 0, due_at = $2, failing_since = null
    where id = $3 and administration = $4
)sql"};
constexpr db::Sql update_number{"notices.set_passed", R"sql(
    update notices_hooks set passed = $1, tries = 0, due_at = $2, failing_since = null, state = 'on'
    where id = $3 and administration = $4
)sql"};
constexpr db::Sql delete_row{"notices.delete_hook", R"sql(
    delete from notices_hooks where id = $1 and administration = $2
)sql"};

Hook read_hook(db::Row const& row) {
    return {row.id<HookId>(0),   row.id<AdministrationId>(1),
            row.str(2),          row.str(3),
            row.str(4),          row.number(5),
            row.number(6),       row.maybe_moment(7),
            row.str(8),          row.moment(9),
            row.id<PersonId>(10)};
}

}  // namespace

std::int64_t insert_event(db::Writer& writer, std::string_view kind, std::string_view body,
                          Instant now) {
    auto const number =
        writer.one(take_number, [](db::Row const& row) { return row.number(0); }).value();
    writer.execute(insert_event_row, number, kind, body, now);
    return number;
}
std::optional<KeptEvent> event_after(db::Reader& reader, std::int64_t number) {
    return reader.one(
        select_next,
        [](db::Row const& row) {
            return KeptEvent{row.number(0), row.str(1), row.str(2), row.moment(3)};
        },
        number);
}
std::int64_t last_event(db::Reader& reader) { return reader.count(select_last); }

void insert_hook(db::Writer& writer, Hook const& hook, PersonId by, Instant now) {
    writer.execute(insert_hook_row, hook.id, hook.administration, hook.address, hook.salt,
                   hook.passed, now, by);
}
std::vector<Hook> hooks_of(db::Reader& reader, AdministrationId administration) {
    return reader.select(select_hooks, read_hook, administration);
}
std::vector<AdministrationId> subscribers(db::Reader& reader) {
    return reader.select(select_subscribers,
                         [](db::Row const& row) { return row.id<AdministrationId>(0); });
}
std::optional<Hook> lease_hook(db::Writer& writer, Instant now, Instant lease_until) {
    return writer.one(lease_row, read_hook, lease_until, now);
}
bool pass(db::Writer& writer, Hook const& hook, std::int64_t number, Instant lease_until) {
    return writer.execute(update_passed, number, lease_until, hook.id, hook.passed, hook.tries) ==
           1;
}
bool release(db::Writer& writer, Hook const& hook, Instant now) {
    return writer.execute(update_released, now, hook.id, hook.passed, hook.tries) == 1;
}
bool put_off(db::Writer& writer, Hook const& hook, std::string_view why, Instant failing_since,
             Instant due) {
    return writer.execute(update_put_off, why, failing_since, due, hook.id, hook.passed,
                          hook.tries) == 1;
}
bool stop_failing(db::Writer& writer, Hook const& hook, std::string_view why) {
    return writer.execute(update_failed, why, hook.id, hook.passed, hook.tries) == 1;
}
bool set_hook_state(db::Writer& writer, HookId id, AdministrationId owner, std::string_view state,
                    Instant now) {
    return writer.execute(update_state, state, now, id, owner) == 1;
}
bool set_passed(db::Writer& writer, HookId id, AdministrationId owner, std::int64_t passed,
                Instant now) {
    return writer.execute(update_number, passed, now, id, owner) == 1;
}
bool delete_hook(db::Writer& writer, HookId id, AdministrationId owner) {
    return writer.execute(delete_row, id, owner) == 1;
}

}  // namespace wasl::notices::store
