// SPDX-License-Identifier: Apache-2.0
// What the organiser and the chair do with a jury.
#include "modules/challenges/views_jury.hpp"

namespace wasl::challenges {

namespace {

using http::Acted;
using http::Asked;

JuryRules rules_typed(http::Request const& request) {
    JuryRules rules;
    rules.ballots = ballots_named(request.field("ballots")).value_or(Ballots::score);
    rules.each = whole_number(request, "each");
    rules.load_max = whole_number(request, "load_max");
    rules.version = request.field_number("version").value_or(0);
    return rules;
}

JuryCriterion criterion_typed(http::Request const& request) {
    JuryCriterion one;
    one.name = {.ar = std::string(request.field("name_ar")),
                .fr = std::string(request.field("name_fr"))};
    one.phase =
        request.field("phase") == name_of(Phase::shortlisting) ? Phase::shortlisting : Phase::jury;
    one.labels = {.ar = std::string(request.field("labels_ar")),
                  .fr = std::string(request.field("labels_fr"))};
    one.rule.weight = whole_number(request, "weight");
    one.rule.lowest = whole_number(request, "lowest");
    one.rule.highest = whole_number(request, "highest");
    return one;
}

// A place for each project that was given one: field "place_ID".
Jury::Decided decided_typed(http::Request const& request) {
    constexpr std::string_view before = "place_";
    Jury::Decided decided{
        std::string(request.field("minutes")), std::string(request.field("order_reason")), {}};
    for (auto const& [name, value] : request.form)
        if (name.starts_with(before) && !value.empty())
            decided.places.push_back(
                {TeamId{number_of(std::string_view(name).substr(before.size()))},
                 number_of(value)});
    return decided;
}

Response jury_office_page(Pages const& pages, Asked const& asked,
                          std::optional<Refusal> const& refusal,
                          std::optional<Invited> const& invited) {
    Jury const jury(pages.desk);
    Known known(pages, asked);
    if (refusal) known.faults.add(*refusal);
    auto const in = TRY(pages.desk.uncounted(asked.db, asked.visitor, asked.wild(0)));
    auto found = jury.whole(asked.db, act_of(asked));
    std::optional<WholeJury> whole;
    if (!found.refused())
        whole = std::move(found).value();
    else if (found.refusal().why != Refused::conflict || !in.is_organiser)
        return found.refusal();
    auto const outcomes = jury.results(asked.db, act_of(asked));
    bool const is_published = jury.published(asked.db, in.call.edition.id).has_value();
    views::JuryOfficePage const shown{in, whole, outcomes, is_published, invited};
    return private_page_of(asked, known, msg::jury_office_title,
                           [&](html::Html& h) { views::jury_office(h, known, shown); });
}
Response show_jury_office(Pages const& pages, Asked const& asked) {
    return jury_office_page(pages, asked, {}, {});
}

Response act(Pages const& pages, Acted const& acted) {
    Jury const jury(pages.desk);
    auto const& request = acted.request;
    auto const by = act_of(acted);
    auto const name = request.field("do");
    std::optional<Invited> invited;
    auto const outcome = acted.write([&](db::Writer& writer) -> Outcome {
        if (request.has_field("remove"))
            return jury.remove(writer, by, CriterionId{request.field_number("remove").value_or(0)});
        if (name == "rules") return jury.keep_rules(writer, by, rules_typed(request));
        if (name == "criterion") return jury.keep(writer, by, criterion_typed(request));
        if (name == "assign") return jury.assign(writer, by);
        if (name == "deliberate") return jury.deliberate(writer, by, decided_typed(request));
        if (name == "publish") return jury.publish(writer, by);
        if (name != "call") return Refusal{Refused::invalid, say(msg::refused_act)};
        auto const seat = request.field("chair") == "1" ? Jury::Seat::chair : Jury::Seat::juror;
        invited = TRY(jury.call(writer, by, request.field("address"), seat));
        return Done{};
    });
    if (outcome.refused()) return jury_office_page(pages, acted, outcome.refusal(), {});
    if (invited) return jury_office_page(pages, acted, {}, invited);
    return go(acted,
              html::with(html::to("/challenges/", acted.wild(0), "/jury/office"), "done", "saved"));
}

}  // namespace

Routes jury_office_routes() {
    using http::Allow;
    static constexpr http::Limits slowly{.rate = http::Rate::filing};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/challenges/:code/jury/office", Allow::citizen, show_jury_office),
        http::post<Pages>("/challenges/:code/jury/office", Allow::citizen, act, slowly),
    };
    return routes;
}

}  // namespace wasl::challenges
