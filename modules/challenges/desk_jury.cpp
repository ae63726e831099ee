// SPDX-License-Identifier: Apache-2.0
// The rules of a jury and who sits in it. Nothing of it moves once somebody may judge.
#include <algorithm>
#include <array>

#include "modules/challenges/inside.hpp"
#include "modules/challenges/store_jury.hpp"
#include "platform/html/html.hpp"

namespace wasl::challenges {

namespace {

constexpr std::string_view juror_purpose = "challenges.juror";
constexpr std::string_view chair_purpose = "challenges.chair";
constexpr int weight_max = 10'000;

Result<Edition> open_before_judging(db::Reader& reader, Act const& act) {
    auto edition = TRY(open_as_organiser(reader, act));
    auto const& span = edition.span(Phase::jury);
    if (!span) return Refusal{Refused::conflict, say(msg::refused_no_jury)};
    if (act.now >= span->opens_at) return Refusal{Refused::conflict, say(msg::refused_jury_begun)};
    return edition;
}

// Criteria stand still once somebody may mark by them.
Result<Edition> open_before(db::Reader& reader, Act const& act, Phase phase) {
    if (phase != Phase::shortlisting) return open_before_judging(reader, act);
    auto edition = TRY(open_as_organiser(reader, act));
    auto const& span = edition.span(Phase::shortlisting);
    if (!span) return Refusal{Refused::conflict, say(msg::refused_no_shortlisting)};
    if (act.now >= span->opens_at) return Refusal{Refused::conflict, say(msg::refused_first_begun)};
    return edition;
}

bool between(int value, int low, int high) { return value >= low && value <= high; }

Outcome criterion_fits(JuryCriterion const& one) {
    TRY(readable(one.name, "name_ar", "name_fr", name_max));
    TRY(readable(one.labels, "labels_ar", "labels_fr", text_max, false));
    auto const& rule = one.rule;
    if (!between(rule.lowest, 0, mark_max) || !between(rule.highest, rule.lowest + 1, mark_max))
        return Refusal{Refused::invalid, say(msg::refused_scale), {}, "highest"};
    bool const counts = rule.counts == judging::Criterion::Counts::yes;
    if (!between(rule.weight, counts ? 1 : 0, weight_max))
        return Refusal{Refused::invalid, say(msg::refused_weight), {}, "weight"};
    return Done{};
}

}  // namespace

std::string_view name_of(Source source) {
    static constexpr std::array<std::string_view, 7> names{
        "member", "mentor", "coauthor", "administration", "hierarchy", "sponsor", "declared"};
    return names[static_cast<std::size_t>(source)];
}

Source source_named(std::string_view name) {
    for (auto const source : {Source::member, Source::mentor, Source::coauthor,
                              Source::administration, Source::hierarchy, Source::sponsor})
        if (name_of(source) == name) return source;
    return Source::declared;
}

Outcome fits_each(int each) {
    if (between(each, 1, ballots_each_max)) return Done{};
    return Refusal{
        Refused::invalid, say(msg::refused_each, {number("count", ballots_each_max)}), {}, "each"};
}
Outcome fits_load(int load_max) {
    if (between(load_max, 1, rows_max * ballots_each_max)) return Done{};
    return Refusal{Refused::invalid, say(msg::refused_load), {}, "load_max"};
}

Outcome Jury::keep_rules(db::Writer& writer, Act const& act, JuryRules const& typed) const {
    auto const edition = TRY(open_before_judging(writer, act));
    TRY(fits_each(typed.each));
    TRY(fits_load(typed.load_max));
    auto const known = store::jury_rules(writer, edition.id);
    auto rules = typed;
    // What was assigned rests on other rules: it is made anew.
    rules.seed = 0;
    rules.fingerprint.clear();
    rules.version = known ? known->version : 0;
    if (typed.version != rules.version || !store::keep(writer, edition.id, rules))
        return Refusal{Refused::conflict, say(msg::refused_jury_changed)};
    store::set_assigned(writer, edition.id, {});
    note_in_journal(writer, edition, "jury_rules_kept", name_of(rules.ballots), act.by.person,
                    act.now);
    return Done{};
}

Outcome Jury::keep(db::Writer& writer, Act const& act, JuryCriterion const& typed) const {
    auto const edition = TRY(open_before(writer, act, typed.phase));
    TRY(criterion_fits(typed));
    auto const there = store::criteria(writer, edition.id, typed.phase);
    auto row = typed;
    if (row.position == 0) row.position = static_cast<int>(there.size()) + 1;
    if (row.id.value() == 0) {
        if (there.size() >= criteria_max)
            return Refusal{Refused::conflict,
                           say(msg::refused_rows, {number("count", criteria_max)})};
        row.id = db::fresh<CriterionId>();
        store::insert(writer, edition.id, row);
    } else if (!store::update(writer, edition.id, row)) {
        return Refusal{Refused::not_found, say(msg::refused_no_row)};
    }
    note_in_journal(writer, edition, "criterion_kept", std::to_string(row.id.value()),
                    act.by.person, act.now);
    return Done{};
}

Outcome Jury::remove(db::Writer& writer, Act const& act, CriterionId id) const {
    auto phase = Phase::jury;
    if (auto const known = store::edition_coded(writer, act.edition))
        for (auto const& one : store::criteria(writer, known->id, Phase::shortlisting))
            if (one.id == id) phase = Phase::shortlisting;
    auto const edition = TRY(open_before(writer, act, phase));
    if (!store::remove(writer, edition.id, id))
        return Refusal{Refused::not_found, say(msg::refused_no_row)};
    note_in_journal(writer, edition, "criterion_removed", std::to_string(id.value()), act.by.person,
                    act.now);
    return Done{};
}

// A judge may be called while the jury sits: somebody has to stand in for whoever fails.
Result<Invited> Jury::call(db::Writer& writer, Act const& act, std::string_view address,
                           Seat seat) const {
    auto const& house = desk_.house();
    auto const edition = TRY(open_as_organiser(writer, act));
    if (!edition.span(Phase::jury)) return Refusal{Refused::conflict, say(msg::refused_no_jury)};
    auto const contact = TRY(people::contact_text(address, "address"));
    auto const purpose = seat == Seat::chair ? chair_purpose : juror_purpose;
    Invited invited{.key = house.people.key_for(purpose, key_text(edition, contact)), .link = {}};
    invited.link = link_of(edition, "/jury/seat?address=");
    html::append_encoded(invited.link, contact);
    invited.link += "&key=" + invited.key;
    house.notices.post_letter(
        writer,
        {.address = contact,
         .language = Language::ar,
         .subject = say(msg::letter_juror_subject, {text("edition", edition.name.ar)}),
         .body = say(msg::letter_juror_body, {text("edition", edition.name.ar)}),
         .until = act.now + invitation_kept,
         .link = invited.link},
        act.now);
    note_in_journal(writer, edition, "juror_called", {}, act.by.person, act.now);
    return invited;
}

Outcome Jury::take_seat(db::Writer& writer, Act const& act, std::string_view address,
                        std::string_view key) const {
    auto const edition = TRY(open(writer, act.by, act.edition));
    auto const& people = desk_.house().people;
    auto const said = key_text(edition, address);
    bool const is_chair = people.is_key_for(key, chair_purpose, said);
    if (!is_chair && !people.is_key_for(key, juror_purpose, said))
        return Refusal{Refused::not_found, say(msg::refused_invitation)};
    if (!act.by.signed_in())
        return Refusal{Refused::not_signed_in, say(msg::refused_not_signed_in)};
    if (edition.state != State::published)
        return Refusal{Refused::conflict, say(msg::refused_edition_closed)};
    if (store::jurors(writer, edition.id).size() >= jurors_max)
        return Refusal{Refused::conflict, say(msg::refused_rows, {number("count", jurors_max)})};
    std::vector<store::Place> places;
    for (auto const& grant : act.by.grants)
        places.push_back({grant.administration, grant.unit, grant.role == http::Role::head});
    if (!store::try_insert(writer, edition.id, {.person = act.by.person, .is_chair = is_chair},
                           places, act.now))
        return Refusal{Refused::conflict, say(msg::refused_juror_already)};
    note_in_journal(writer, edition, "juror_joined", {}, act.by.person, act.now);
    return Done{};
}

}  // namespace wasl::challenges
