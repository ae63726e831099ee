// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/inside.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <random>

#include "kernel/text/signs.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::dossiers {

int year_of(Date day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }

Route route_of(directory::Kind kind) {
    switch (kind) {
        case directory::Kind::state: return Route::governmental_authority;
        case directory::Kind::deconcentrated: return Route::governor;
        case directory::Kind::establishment: return Route::head_of_body;
        case directory::Kind::collectivity: return Route::council;
        case directory::Kind::investment_commission: return Route::investment_law;
    }
    return Route::council;
}

bool is_head(http::Visitor const& visitor, AdministrationId where) {
    return std::any_of(visitor.grants.begin(), visitor.grants.end(), [&](http::Grant const& grant) {
        return grant.role == http::Role::head && grant.administration == where;
    });
}

bool is_officer(http::Visitor const& visitor, AdministrationId where, UnitId unit) {
    return std::any_of(visitor.grants.begin(), visitor.grants.end(), [&](http::Grant const& grant) {
        return grant.role == http::Role::officer && grant.administration == where &&
               (grant.unit.value() == 0 || unit.value() == 0 || grant.unit == unit);
    });
}

static bool is_auditor(http::Visitor const& visitor, AdministrationId where) {
    return std::any_of(visitor.grants.begin(), visitor.grants.end(), [&](http::Grant const& grant) {
        return grant.role == http::Role::auditor && grant.administration == where;
    });
}

static bool called_upon(http::Visitor const& visitor, Dossier const& dossier) {
    if (dossier.silence && dossier.silence->superior.value() != 0 &&
        is_head(visitor, dossier.silence->superior))
        return true;
    return std::any_of(dossier.appeals.begin(), dossier.appeals.end(), [&](Appeal const& appeal) {
        bool const hears =
            appeal.authority != dossier.administration && is_head(visitor, appeal.authority);
        return hears || (appeal.superior.value() != 0 && is_head(visitor, appeal.superior));
    });
}

bool answers_for(http::Visitor const& visitor, directory::Picture const& places, UnitId id) {
    auto const* const unit = places.unit(id);
    return unit && (is_head(visitor, unit->administration) ||
                    is_officer(visitor, unit->administration, id));
}

static bool is_consulted(db::Reader& reader, House const& house, http::Visitor const& visitor,
                         Dossier const& dossier) {
    if (!visitor.is(http::Role::officer) && !visitor.is(http::Role::head)) return false;
    auto const places = house.directory.picture();
    auto const opinions = store::opinions(reader, dossier.id);
    return std::any_of(opinions.begin(), opinions.end(), [&](Opinion const& opinion) {
        return answers_for(visitor, *places, opinion.unit);
    });
}

Eyes eyes_of(db::Reader& reader, House const& house, http::Visitor const& visitor,
             Dossier const& dossier, Date today) {
    Eyes eyes;
    if (!visitor.signed_in()) return eyes;
    eyes.applicant = visitor.person == dossier.applicant;
    // Nobody decides his own request.
    if (eyes.applicant) return eyes;
    eyes.officer = is_officer(visitor, dossier.administration, dossier.unit);
    eyes.head = is_head(visitor, dossier.administration);
    eyes.superior = called_upon(visitor, dossier);
    eyes.auditor = is_auditor(visitor, dossier.administration);
    if (!eyes.any()) eyes.consulted = is_consulted(reader, house, visitor, dossier);
    // A mandate opens what is filed under it and after it, not what was there before (law 09-08
    // art. 3: no more than the purpose needs).
    auto const holds_on = [&](Date day) {
        return house.people.may_act_for(reader, visitor.person, dossier.applicant, day,
                                        dossier.procedure);
    };
    if (!eyes.any()) eyes.applicant = holds_on(today) && holds_on(dossier.filed_on.value_or(today));
    return eyes;
}

Result<Opened> open(db::Writer& writer, House const& house, Act const& act) {
    Refusal const hidden{Refused::not_found, say(msg::refused_not_found)};
    auto const number = parse_receipt(act.number);
    if (!number) return hidden;
    auto found = store::load(writer, *number);
    if (!found) return hidden;
    auto const today = clock::day_in_morocco(act.now);
    found->offices = house.directory.calendar();
    found->eyes = eyes_of(writer, house, act.by, *found, today);
    if (!found->eyes.any()) return hidden;
    if (found->eyes.head) found->repeats = repeats(writer, *found);
    if (act.version != 0 && act.version != found->version)
        return Refusal{Refused::conflict, say(msg::refused_stale)};
    auto after = *found;
    return Opened{std::move(*found), std::move(after), today};
}

Outcome needs_version(Act const& act) {
    if (act.version == 0) return Refusal{Refused::conflict, say(msg::refused_stale)};
    return Done{};
}

Outcome readable(std::string_view text, std::string_view field, bool required) {
    if (lexis::signs_in(text) > text_signs_max)
        return Refusal{Refused::invalid, say(msg::refused_message_long), {}, field};
    if (lexis::has_hidden_signs(text))
        return Refusal{Refused::invalid, say(msg::refused_field_signs), {}, field};
    if (required && lexis::is_blank(text))
        return Refusal{Refused::invalid, say(msg::refused_message_empty), {}, field};
    return Done{};
}

Refusal not_in(State state) {
    auto const* named = msg::find(std::string("state.").append(name_of(state)));
    check(named != nullptr, "every state has a name");
    return {Refused::conflict, say(msg::refused_step, {word("state", *named)})};
}

Outcome office_only(Opened const& opened) {
    auto const& eyes = opened.before.eyes;
    if (eyes.officer || eyes.head) return Done{};
    return Refusal{Refused::forbidden, say(msg::refused_actor)};
}

void derive(Dossier& dossier) {
    auto const tick = tick_of(dossier.state);
    if (tick == Tick::stopped || tick == Tick::expired) return;
    dossier.target.reset();
    if (tick == Tick::running) {
        auto const reckoned = reckon(*dossier.course(), *dossier.offices);
        dossier.target = reckoned.target;
        dossier.due = reckoned.due;
        return;
    }
    dossier.due = dossier.citizen_last_day();
    // Art. 7 gives no last day for originals; the queue looks at the dossier again after as long.
    if (!dossier.due)
        if (auto const* ask = dossier.open_ask())
            dossier.due = full_term(ask->on, answering_days, *dossier.offices);
}

static std::string json_of(Dossier const& dossier, Facts facts) {
    boost::json::object object;
    object["procedure"] = dossier.procedure;
    object["revision"] = std::to_string(dossier.revision.value());
    object["state"] = name_of(dossier.state);
    object["version"] = dossier.version;
    if (dossier.due) object["due"] = iso(*dossier.due);
    for (auto const& [name, value] : facts) object[name] = value;
    return boost::json::serialize(object);
}

void note_in_journal(db::Writer& writer, Dossier const& dossier, std::string_view kind, PersonId by,
                     Instant now, Facts facts) {
    journal::append(writer,
                    {.chain = dossier.administration.value(),
                     .kind = std::string("dossiers.").append(kind),
                     .subject = dossier.number,
                     .actor = by.value(),
                     .facts = json_of(dossier, facts)},
                    now);
}

static void count(db::Writer& writer, Dossier const& dossier, int change) {
    if (is_open(dossier.state)) store::count_state(writer, dossier, change);
    if (is_owed(dossier.state)) store::count_owed(writer, dossier, change);
}

static bool counts_alike(Dossier const& a, Dossier const& b) {
    return a.state == b.state && a.due == b.due && a.unit == b.unit;
}

static void write_history(db::Writer& writer, Dossier const& dossier, Deed const& deed,
                          Facts facts) {
    int const last = dossier.steps.empty() ? 0 : dossier.steps.back().sequence;
    store::append_step(writer, dossier.id,
                       {.sequence = last + 1,
                        .action = deed.action,
                        .by = deed.by,
                        .state = dossier.state,
                        .at = deed.now,
                        .reason = std::string(deed.reason)});
    note_in_journal(writer, dossier, name_of(deed.action), deed.by, deed.now, facts);
}

Outcome record(db::Writer& writer, House const& house, Dossier const& before, Dossier& after,
               Deed const& deed, Facts facts) {
    after.version = before.version + 1;
    after.changed_at = deed.now;
    after.calendar_version = house.directory.calendar_version();
    derive(after);
    if (!store::update(writer, after, before.version))
        return Refusal{Refused::conflict, say(msg::refused_stale)};
    if (!counts_alike(before, after)) {
        count(writer, before, -1);
        count(writer, after, +1);
    }
    write_history(writer, after, deed, facts);
    return Done{};
}

void record_filed(db::Writer& writer, Dossier const& dossier, Deed const& deed, Facts facts) {
    count(writer, dossier, +1);
    write_history(writer, dossier, deed, facts);
}

void close(db::Writer& writer, Dossier& dossier, Date today, std::string_view figure) {
    using namespace std::chrono;
    dossier.decided_on = today;
    year_month_day const date{today};
    auto until = date + years{dossier.retention_years};
    if (!until.ok()) until = until.year() / until.month() / last;  // 29 February
    dossier.retention_until = local_days{until};
    if (!figure.empty()) store::tally(writer, dossier, today, figure);
}

std::string draw_number(Date today) {
    thread_local std::random_device dice;
    auto const high = static_cast<std::uint64_t>(dice()) << 32;
    return receipt_number(year_of(today), high | dice());
}

std::string fresh_number(db::Reader& reader, Date today) {
    for (int attempt = 0; attempt < numbers_drawn_max; ++attempt) {
        auto number = draw_number(today);
        if (!store::number_taken(reader, number)) return number;
    }
    throw Bug("no free receipt number");
}

}  // namespace wasl::dossiers
