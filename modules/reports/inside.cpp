// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/inside.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "kernel/receipt.hpp"
#include "kernel/text/signs.hpp"
#include "modules/reports/store_alerts.hpp"
#include "modules/reports/store_figures.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::reports {

static constexpr std::string_view author_purpose = "reports.author";

std::string author_key_of(House const& house, Report const& report) {
    return house.people.key_for(author_purpose, report.number);
}

bool is_author_key(House const& house, Report const& report, std::string_view typed) {
    return report.author.value() == 0 &&
           house.people.is_key_for(typed, author_purpose, report.number);
}

Eyes eyes_of(House const& house, http::Visitor const& visitor, std::string_view author_key,
             Report const& report) {
    Eyes eyes;
    eyes.is_author = !author_key.empty() && is_author_key(house, report, author_key);
    if (!visitor.signed_in()) return eyes;
    eyes.is_author = eyes.is_author || report.author == visitor.person;
    for (auto const& grant : visitor.grants) {
        if (grant.administration != report.body) continue;
        bool const in_unit =
            grant.unit.value() == 0 || report.unit.value() == 0 || grant.unit == report.unit;
        if (grant.role == http::Role::head) eyes.is_head = eyes.is_office = true;
        if (grant.role == http::Role::officer && in_unit) eyes.is_office = true;
    }
    return eyes;
}

bool may_see(Eyes const& eyes, Report const& report) {
    if (report.is_public() || eyes.is_office) return true;
    return eyes.is_author && report.sight != Sight::nobody_but_office;
}

Result<Opened> open(House const& house, db::Writer& writer, Act const& act) {
    Refusal const hidden{Refused::not_found, say(msg::refused_not_found)};
    auto const number = parse_receipt(act.number);
    if (!number) return hidden;
    auto found = store::by_number(writer, *number);
    if (!found) return hidden;
    auto const eyes = eyes_of(house, act.by, act.author_key, *found);
    if (!may_see(eyes, *found)) return hidden;
    if (act.version != 0 && act.version != found->version)
        return Refusal{Refused::conflict, say(msg::refused_stale)};
    auto after = *found;
    return Opened{std::move(*found), std::move(after), eyes};
}

Result<Opened> open_as_office(House const& house, db::Writer& writer, Act const& act) {
    auto opened = TRY(open(house, writer, act));
    if (!opened.eyes.is_office) return Refusal{Refused::forbidden, say(msg::refused_actor)};
    return opened;
}

Outcome few_enough(std::span<std::string const> photos) {
    if (photos.size() <= photos_max) return Done{};
    return Refusal{
        Refused::too_large, say(msg::refused_photos, {number("count", photos_max)}), {}, "photos"};
}

void enter(Report& report, Settings const& settings, Phase phase) {
    report.phase = phase;
    if (auto const* const state = settings.first_state(phase)) report.state = state->code;
}

void begin_again(Report& report, House const& house, Settings const& settings, Date today) {
    auto const* const category = settings.category(report.category);
    report.duplicate_of.reset();
    report.reopened += 1;
    report.rating = 0;
    report.due =
        due_day(*house.directory.calendar(), today, category == nullptr ? 0 : category->days);
}

Outcome readable(std::string_view text, Wanted const& wanted) {
    if (lexis::signs_in(text) > wanted.signs_max)
        return Refusal{Refused::invalid,
                       say(msg::refused_long, {number("count", wanted.signs_max)}),
                       {},
                       wanted.field};
    if (lexis::has_hidden_signs(text))
        return Refusal{Refused::invalid, say(msg::refused_signs), {}, wanted.field};
    if (wanted.required && lexis::is_blank(text))
        return Refusal{Refused::invalid, say(msg::refused_empty), {}, wanted.field};
    return Done{};
}

Outcome may(Opened const& opened, Action action) {
    if (step_from(opened.before.phase, action, opened.eyes.actors()) != nullptr) return Done{};
    bool const somebody = step_from(opened.before.phase, action, author | office) != nullptr;
    if (somebody) return Refusal{Refused::forbidden, say(msg::refused_actor)};
    auto const* const phase = msg::find("phase." + std::string(name_of(opened.before.phase)));
    check(phase != nullptr, "every phase has a name");
    return Refusal{Refused::conflict, say(msg::refused_step, {word("phase", *phase)})};
}

void note_in_journal(db::Writer& writer, Report const& report, std::string_view kind, PersonId by,
                     Instant now) {
    boost::json::object facts{{"phase", name_of(report.phase)},
                              {"state", report.state},
                              {"category", report.category},
                              {"version", report.version}};
    journal::append(writer,
                    {.chain = report.body.value(),
                     .kind = "reports." + std::string(kind),
                     .subject = report.number,
                     .actor = by.value(),
                     .facts = boost::json::serialize(facts)},
                    now);
}

static bool counted_alike(Report const& a, Report const& b) {
    return a.is_public() == b.is_public() && a.category == b.category && a.phase == b.phase &&
           a.territory == b.territory;
}

void count(db::Writer& writer, Report const* before, Report const& after) {
    if (before == nullptr || !counted_alike(*before, after)) {
        if (before != nullptr && before->is_public()) store::count(writer, *before, -1);
        if (after.is_public()) store::count(writer, after, 1);
    }
    // New is what was filed lately and is seen for the first time: what was hidden for long and is
    // shown again is no news.
    bool const appears = after.is_public() && (before == nullptr || !before->is_public());
    if (appears && after.filed_at > after.changed_at - news_kept)
        store::publish(writer, after.id, after.changed_at);
    FactChanges changes;
    if (before != nullptr) add_facts(changes, *before, -1);
    add_facts(changes, after, 1);
    store::add(writer, changes);
}

Result<UpdateId> record(db::Writer& writer, Report const& before, Report& after, Deed const& deed) {
    auto const line = db::fresh<UpdateId>();
    after.version = before.version + 1;
    after.changed_at = deed.now;
    after.updates = before.updates + 1;
    if (is_over(after.phase) && !is_over(before.phase)) after.closed_at = deed.now;
    if (!is_over(after.phase)) after.closed_at.reset();
    if (!store::update(writer, after, before.version))
        return Refusal{Refused::conflict, say(msg::refused_stale)};
    // The new term is reminded of like the first.
    if (is_over(before.phase) && !is_over(after.phase))
        store::set_warned(writer, after.id, std::nullopt);
    count(writer, &before, after);
    Update const update{.id = line,
                        .at = deed.now,
                        .by = deed.by,
                        .body = deed.body,
                        .action = std::string(deed.action),
                        .state = after.state,
                        .text = std::string(deed.text),
                        .is_public = deed.is_public,
                        .about = std::string(deed.about),
                        .source = std::string(deed.source),
                        .said_at = deed.said_at};
    if (!store::try_append(writer, after.id, update))
        return Refusal{Refused::conflict, say(msg::refused_known)};
    note_in_journal(writer, after, deed.action, deed.by, deed.now);
    return line;
}

void add_photos(db::Writer& writer, ReportId report, UpdateId update, int first,
                std::span<std::string const> sha256) {
    for (auto const& one : sha256) {
        Photo photo;
        photo.id = db::fresh<PhotoId>();
        photo.update = update;
        photo.sha256 = one;
        photo.position = first++;
        store::insert_photo(writer, report, photo);
    }
}

Action action_between(Phase from, Phase to) {
    if (to == Phase::fixed) return Action::fix;
    if (to == Phase::refused) return Action::refuse;
    if (to == Phase::open && from != Phase::open) return Action::reopen;
    return Action::move;
}

bool may_be_entered(NamedState const& state) {
    return state.is_active && (state.phase == Phase::open || state.phase == Phase::fixed ||
                               state.phase == Phase::refused);
}

std::optional<Date> due_day(OfficeCalendar const& calendar, Date from, int office_days) {
    if (office_days <= 0) return std::nullopt;
    auto day = from;
    for (int n = 0; n < office_days; ++n) day = calendar.open_on_or_after(day + Days{1});
    return day;
}

}  // namespace wasl::reports
