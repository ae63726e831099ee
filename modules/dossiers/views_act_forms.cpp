// SPDX-License-Identifier: Apache-2.0
// The fields of each act between taking up and deciding.
#include <algorithm>

#include "modules/dossiers/acts.hpp"

namespace wasl::dossiers::office {

using namespace html::literals;

namespace {

// Documents that were given, by requirement; those found wanting are ticked already.
void choose_documents(html::Html& h, ActPage const& page) {
    std::vector<html::Choice> choices;
    std::vector<std::string_view> chosen;
    auto const& dossier = page.review.dossier;
    for (auto const& requirement : page.review.sheet.documents) {
        bool given = false, wanting = false;
        for (auto const& one : dossier.documents) {
            if (one.requirement != requirement.code) continue;
            given = given || one.standing != Standing::replaced;
            wanting = wanting || one.standing == Standing::nonconforming;
        }
        if (!given) continue;
        bool const conforms = may_be_replaced(dossier.standings(requirement.code)).refused();
        if (conforms && page.kind.name == "ask_replacement") continue;
        choices.push_back({requirement.code, named(h.language(), requirement.title)});
        if (wanting && !page.sent) chosen.push_back(requirement.code);
    }
    if (page.sent) chosen = page.request.fields("documents");
    html::checkbox_group(
        h,
        {.name = "documents", .label = msg::review_documents, .error = page.faults.of("documents")},
        choices, chosen);
}

}  // namespace

void form_of_take_up(html::Html& h, ActPage const&) {
    h("<p>"_h, msg::review_take_up_text, "</p>"_h);
}

void form_of_assign(html::Html& h, ActPage const& page) {
    std::vector<html::Choice> choices;
    for (auto const& [id, name] : page.people) choices.push_back({id, name});
    auto const assigned = std::to_string(page.review.dossier.assigned.value());
    html::select_field(h,
                       {.name = "officer",
                        .label = msg::queue_officer,
                        .value = page.typed("officer", assigned),
                        .error = page.faults.of("officer")},
                       choices);
}

void form_of_judge(html::Html& h, ActPage const& page) {
    auto const asked = page.sent ? page.request.field("document") : page.request.asked("document");
    html::hidden_field(h, "document", asked);
    html::hidden_field(h, "conforms", "0");
    for (auto const& one : page.review.dossier.documents)
        if (std::to_string(one.id.value()) == asked)
            h("<p><b>"_h, requirement_name(h.language(), page.review.sheet, one.requirement),
              "</b><br>"_h, html::isolated(one.name), "</p>"_h);
    area(h, page, "remark", msg::review_remark, msg::review_remark_hint);
}

void form_of_ask(html::Html& h, ActPage const& page) {
    auto const kind = ask_in(page.kind.name);
    auto const& text = kind == Ask::replacement   ? msg::review_ask_replacement_text
                       : kind == Ask::information ? msg::review_ask_information_text
                                                  : msg::review_ask_originals_text;
    h("<p>"_h, text, " <span class=\"meta\">"_h, article_said(article_of(kind)), "</span></p>"_h);
    if (kind != Ask::information) choose_documents(h, page);
    area(h, page, "reason", msg::review_reason, msg::review_reason_hint);
}

void form_of_originals_seen(html::Html& h, ActPage const& page) {
    h("<p>"_h, msg::review_originals_text, "</p>"_h);
    area(h, page, "text", msg::review_remark, {}, false);
}

void form_of_extend(html::Html& h, ActPage const& page) {
    h("<p>"_h, msg::review_extend_text, " <span class=\"meta\">"_h, article_said("55.19/17"),
      "</span></p>"_h);
    html::radio_group(h,
                      {.name = "ground",
                       .label = msg::review_ground,
                       .value = page.typed("ground"),
                       .error = page.faults.of("ground")},
                      std::array{html::Choice{"expertise", msg::ground_expertise},
                                 html::Choice{"public_inquiry", msg::ground_public_inquiry}});
    int const most = extension_days_max(page.review.dossier.situation(page.review.today));
    html::number_field(h,
                       {.name = "days",
                        .label = msg::review_days,
                        .hint = say(msg::refused_extension_days, {number("count", most)}),
                        .value = page.typed("days"),
                        .error = page.faults.of("days")},
                       {.min = 1, .max = most});
    area(h, page, "reason", msg::review_reason, msg::review_reason_hint);
}

void form_of_ask_opinion(html::Html& h, ActPage const& page) {
    auto const& dossier = page.review.dossier;
    h("<p>"_h, msg::review_opinion_text, "</p>"_h);
    std::vector<std::pair<std::string, html::Foreign>> units;
    for (auto const* unit : page.review.places.open_units_of(dossier.administration))
        if (unit->id != dossier.unit)
            units.emplace_back(std::to_string(unit->id.value()), named(h.language(), unit->name));
    std::vector<html::Choice> choices;
    for (auto const& [id, name] : units) choices.push_back({id, name});
    html::select_field(h,
                       {.name = "unit",
                        .label = msg::queue_unit,
                        .value = page.typed("unit"),
                        .error = page.faults.of("unit")},
                       choices);
    area(h, page, "question", msg::review_question);
    html::number_field(h,
                       {.name = "days",
                        .label = msg::review_opinion_days,
                        .hint = msg::refused_opinion_days,
                        .value = page.typed("days", "7"),
                        .error = page.faults.of("days")},
                       {.min = 1, .max = 30});
}

void form_of_give_opinion(html::Html& h, ActPage const& page) {
    auto const asked = page.sent ? page.request.field("opinion") : page.request.asked("opinion");
    html::hidden_field(h, "opinion", asked);
    for (auto const& one : page.review.dossier.opinions)
        if (std::to_string(one.id.value()) == asked) {
            html::Panel const panel(h, html::Tone::info, msg::review_question);
            html::long_text(h, one.question);
            h("<p class=\"meta\">"_h, say(msg::review_opinion_until, {{"day", one.due}}), "</p>"_h);
        }
    html::radio_group(h,
                      {.name = "favourable",
                       .label = msg::review_opinion,
                       .value = page.typed("favourable"),
                       .error = page.faults.of("favourable")},
                      std::array{html::Choice{"1", msg::review_favourable},
                                 html::Choice{"0", msg::review_unfavourable}});
    area(h, page, "text", msg::review_opinion_reasons);
}

void form_of_text(html::Html& h, ActPage const& page) {
    bool const message = page.kind.name == "message";
    area(h, page, "text", message ? msg::review_message_text : msg::review_note_text,
         message ? msg::review_message_hint : msg::review_note_hint);
}

}  // namespace wasl::dossiers::office
