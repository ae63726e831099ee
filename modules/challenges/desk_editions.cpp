// SPDX-License-Identifier: Apache-2.0
// An edition is opened from a model, written, published and closed.
#include <algorithm>

#include "modules/challenges/inside.hpp"

namespace wasl::challenges {

namespace {

constexpr std::size_t code_max = 40;

Outcome is_code(std::string_view code) {
    bool const fits = code.size() >= 3 && code.size() <= code_max && code.front() != '-' &&
                      code.back() != '-' && std::all_of(code.begin(), code.end(), [](char c) {
                          return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
                      });
    if (fits) return Done{};
    return Refusal{Refused::invalid, say(msg::refused_code), {}, "code"};
}

Model const* model_coded(std::string_view code) {
    auto const& all = models();
    auto const found =
        std::find_if(all.begin(), all.end(), [&](Model const& one) { return one.code == code; });
    return found == all.end() ? nullptr : &*found;
}

Outcome are_sizes(Edition const& edition) {
    bool const fits = edition.team_min >= 1 && edition.team_min <= edition.team_max &&
                      edition.team_max <= team_size_max;
    if (!fits)
        return Refusal{Refused::invalid,
                       say(msg::refused_sizes, {number("count", team_size_max)}),
                       {},
                       "team_max"};
    if (edition.administrations_min < 1 || edition.administrations_min > edition.team_max)
        return Refusal{
            Refused::invalid, say(msg::refused_administrations), {}, "administrations_min"};
    return Done{};
}

// What a reader of the call needs before anybody is asked to come.
Outcome is_ready(Call const& call) {
    TRY(fits(call.edition.phases));
    auto const& edition = call.edition;
    if (edition.summary.ar.empty()) return Refusal{Refused::conflict, say(msg::refused_no_summary)};
    if (edition.rules.ar.empty()) return Refusal{Refused::conflict, say(msg::refused_no_rules)};
    if (call.themes.empty()) return Refusal{Refused::conflict, say(msg::refused_no_theme)};
    return Done{};
}

Outcome keep_changed_edition(db::Writer& writer, Edition& edition, Instant now) {
    auto const version = edition.version++;
    edition.changed_at = now;
    if (store::update(writer, edition, version)) return Done{};
    return Refusal{Refused::conflict, say(msg::refused_stale)};
}

}  // namespace

Result<EditionId> Desk::open_edition(db::Writer& writer, http::Visitor const& by,
                                     Opening const& wanted, Instant now) const {
    auto const* const model = model_coded(wanted.model);
    if (model == nullptr) return Refusal{Refused::invalid, say(msg::refused_model), {}, "model"};
    TRY(is_code(wanted.code));
    TRY(readable(wanted.name, "name_ar", "name_fr", name_max));
    Edition edition;
    edition.organiser = wanted.organiser;
    if (house_.directory.picture()->administration(wanted.organiser) == nullptr)
        return Refusal{Refused::invalid, say(msg::refused_administration), {}, "organiser"};
    if (!organises(by, edition)) return Refusal{Refused::forbidden, say(msg::refused_organiser)};
    if (store::edition_coded(writer, wanted.code))
        return Refusal{Refused::conflict, say(msg::refused_code_taken), {}, "code"};
    edition.id = db::fresh<EditionId>();
    edition.code = wanted.code;
    edition.name = wanted.name;
    edition.eligible = model->eligible;
    edition.team_min = model->team_min;
    edition.team_max = model->team_max;
    edition.administrations_min = model->administrations_min;
    edition.is_anonymous = model->is_anonymous;
    edition.phases = phases_from(*model, wanted.first);
    edition.version = 1;
    edition.changed_at = now;
    store::insert(writer, edition, by.person);
    store::set_phases(writer, edition.id, edition.phases);
    store::set_targets(writer, edition.id, model->targets);
    note_in_journal(writer, edition, "opened", model->code, by.person, now);
    return edition.id;
}

Outcome Desk::keep_call(db::Writer& writer, Act const& act, Edition const& typed) const {
    auto edition = TRY(open_as_organiser(writer, act));
    if (typed.version != 0 && typed.version != edition.version)
        return Refusal{Refused::conflict, say(msg::refused_stale)};
    TRY(readable(typed.name, "name_ar", "name_fr", name_max));
    TRY(readable(typed.summary, "summary_ar", "summary_fr", text_max));
    TRY(readable(typed.rules, "rules_ar", "rules_fr", rules_max));
    TRY(are_sizes(typed));
    if (typed.invited.size() > invited_max)
        return Refusal{Refused::conflict,
                       say(msg::refused_invited, {number("count", invited_max)})};
    auto const picture = house_.directory.picture();
    for (auto const one : typed.invited)
        if (picture->administration(one) == nullptr)
            return Refusal{Refused::invalid, say(msg::refused_administration), {}, "invited"};
    edition.name = typed.name;
    edition.summary = typed.summary;
    edition.rules = typed.rules;
    edition.eligible = typed.eligible;
    edition.team_min = typed.team_min;
    edition.team_max = typed.team_max;
    edition.administrations_min = typed.administrations_min;
    edition.is_anonymous = typed.is_anonymous;
    TRY(keep_changed_edition(writer, edition, act.now));
    store::set_invited(writer, edition.id, typed.invited);
    note_in_journal(writer, edition, "call_kept", {}, act.by.person, act.now);
    return Done{};
}

Outcome Desk::keep_phases(db::Writer& writer, Act const& act, Phases const& phases) const {
    auto edition = TRY(open_as_organiser(writer, act));
    TRY(fits(phases));
    Instant first = Instant::max(), last = Instant::min();
    for (auto const& one : phases) {
        if (!one) continue;
        first = std::min(first, one->opens_at);
        last = std::max(last, one->closes_at);
    }
    if (last - first > edition_longest)
        return Refusal{Refused::invalid,
                       say(msg::refused_longest, {number("count", edition_longest.count())}),
                       {},
                       "follow_up"};
    // What was open is over for those who relied on it: a phase that has begun keeps its beginning.
    for (std::size_t n = 0; n < phase_count && edition.state == State::published; ++n) {
        auto const& before = edition.phases[n];
        bool const begun = before && before->opens_at <= act.now;
        if (begun && (!phases[n] || phases[n]->opens_at != before->opens_at))
            return Refusal{Refused::conflict,
                           say(msg::refused_phase_begun),
                           {},
                           name_of(static_cast<Phase>(n))};
    }
    edition.phases = phases;
    TRY(keep_changed_edition(writer, edition, act.now));
    store::set_phases(writer, edition.id, phases);
    note_in_journal(writer, edition, "phases_kept", {}, act.by.person, act.now);
    return Done{};
}

Outcome Desk::keep_targets(db::Writer& writer, Act const& act,
                           std::span<Target const> targets) const {
    auto const edition = TRY(open_as_organiser(writer, act));
    for (auto const& one : targets) {
        int const most = one.trait == Trait::professions ? edition.team_max : 100;
        if (one.at_least < 1 || one.at_least > most)
            return Refusal{Refused::invalid,
                           say(msg::refused_target, {number("count", most)}),
                           {},
                           name_of(one.trait)};
    }
    store::set_targets(writer, edition.id, targets);
    note_in_journal(writer, edition, "targets_kept", {}, act.by.person, act.now);
    return Done{};
}

Outcome Desk::publish(db::Writer& writer, Act const& act) const {
    auto edition = TRY(open_as_organiser(writer, act));
    if (edition.state != State::draft)
        return Refusal{Refused::conflict, say(msg::refused_published)};
    TRY(is_ready(store::call_of(writer, edition)));
    edition.state = State::published;
    TRY(keep_changed_edition(writer, edition, act.now));
    note_in_journal(writer, edition, "published", {}, act.by.person, act.now);
    return Done{};
}

// Nothing that is still running is cut off.
Outcome Desk::close(db::Writer& writer, Act const& act) const {
    auto edition = TRY(open_as_organiser(writer, act));
    auto const& ends = edition.span(Phase::submission);
    if (edition.state != State::published || !ends || act.now < ends->closes_at)
        return Refusal{Refused::conflict, say(msg::refused_close)};
    edition.state = State::closed;
    TRY(keep_changed_edition(writer, edition, act.now));
    note_in_journal(writer, edition, "closed", {}, act.by.person, act.now);
    if (!hand_on_) return Done{};
    auto const call = store::call_of(writer, std::move(edition));
    for (auto const& project : projects(writer, call.edition.id))
        TRY(hand_on_(writer, {call, project}, act.now));
    return Done{};
}

std::vector<Edition> Desk::organised_by(db::Reader& reader, http::Visitor const& visitor) const {
    std::vector<Edition> found;
    auto const picture = house_.directory.picture();
    for (auto const& one : picture->administrations()) {
        Edition asked;
        asked.organiser = one.id;
        if (!organises(visitor, asked)) continue;
        for (auto& edition : store::editions_of(reader, one.id))
            found.push_back(std::move(edition));
    }
    return found;
}

}  // namespace wasl::challenges
