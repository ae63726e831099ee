// SPDX-License-Identifier: Apache-2.0
// Questions, photos and what is near, as the last two steps show them.
#include <algorithm>

#include "modules/reports/messages.hpp"
#include "modules/reports/views_filing.hpp"

namespace wasl::reports::views {

using namespace html::literals;

namespace {

Answered const* answer_to(Typed const& typed, std::string_view code) {
    for (auto const& one : typed.filing.answers)
        if (one.question == code) return &one;
    return nullptr;
}

FormPhotos form_photos_of(WritePage const& page) {
    return {page.typed.once, page.typed.filing.photos, {page.photos.begin(), page.photos.end()}};
}

void choices_of(html::Html& h, Question const& question, html::Field const& field,
                Answered const* answer) {
    std::vector<html::Choice> choices;
    for (auto const& one : question.choices)
        choices.push_back({one.key, named(h.language(), one.name)});
    if (question.kind == QuestionKind::one_of) return html::radio_group(h, field, choices);
    std::vector<std::string_view> ticked;
    if (answer != nullptr) ticked.assign(answer->values.begin(), answer->values.end());
    html::checkbox_group(h, field, choices, ticked);
}

}  // namespace

bool is_at_counter(http::Visitor const& visitor) {
    return visitor.is(http::Role::officer) || visitor.is(http::Role::head);
}

void filing_question(html::Html& h, Question const& question, Typed const& typed,
                     html::Faults const& faults) {
    auto const language = h.language();
    if (question.kind == QuestionKind::notice)
        return html::notice(h, html::Tone::info, named(language, question.label));
    auto const name = "answer-" + question.code;
    auto const* const answer = answer_to(typed, question.code);
    bool const said = answer != nullptr && !answer->values.empty();
    html::Field const field{
        .name = name,
        .label = named(language, question.label),
        .hint = question.help.ar.empty() ? html::Words{} : named(language, question.help),
        .value = said ? std::string_view(answer->values.front()) : std::string_view{},
        .error = faults.of(name),
        .required = question.is_required,
        .length_max = static_cast<int>(answer_max)};
    switch (question.kind) {
        case QuestionKind::number: return html::number_field(h, field);
        case QuestionKind::moment: return html::date_field(h, field);
        case QuestionKind::one_of:
        case QuestionKind::many_of: return choices_of(h, question, field, answer);
        default: return html::text_field(h, field);
    }
}

void filing_photos(html::Html& h, WritePage const& page) {
    photos_kept(h, form_photos_of(page), false);
}

void filing_photos_field(html::Html& h, WritePage const& page) {
    photos_field(h, form_photos_of(page), msg::filing_photos, msg::filing_photos_hint,
                 page.faults.of("photos"));
}

void filing_place_hidden(html::Html& h, PlaceTyped const& typed) {
    if (typed.territory.value() != 0)
        html::hidden_field(h, "territory", std::to_string(typed.territory.value()));
    html::hidden_field(h, "lat", typed.lat);
    html::hidden_field(h, "lon", typed.lon);
    html::hidden_field(h, "landmark", typed.landmark);
}

void filing_photos_begun(html::Html& h, PlaceTyped const& typed) {
    if (typed.photos.empty()) return;
    h("<p>"_h, msg::filing_photos_begun, "</p>"_h);
    photos_kept(h, {typed.once, {}, typed.photos}, false);
}

void filing_photos_first(html::Html& h, PhotosPage const& page) {
    html::breadcrumbs(h, {{html::to("/reports"), msg::title},
                          {filing_url("/reports/new", page.typed), msg::filing_where}});
    html::error_summary(h, page.faults);
    h("<h1>"_h, msg::filing_photos_first, "</h1><p class=\"lead\">"_h, msg::filing_photos_lead,
      "</p>"_h);
    html::Form const form(h, {.action = html::to("/reports/new/photos"),
                              .csrf = page.csrf,
                              .once = page.photos.once,
                              .multipart = true});
    filing_place_hidden(h, page.typed);
    photos_field(h, page.photos, msg::filing_photos, msg::filing_photos_hint,
                 page.faults.of("photos"));
    html::button(h, msg::filing_continue);
}

void filing_hidden(html::Html& h, WritePage const& page) {
    auto const& filing = page.typed.filing;
    for (auto const& [name, value] :
         {std::pair<std::string_view, std::string_view>{"title", filing.title},
          {"details", filing.details},
          {"category", filing.category},
          {"contact", filing.contact},
          {"name", filing.name},
          {"lat", page.typed.place.lat},
          {"lon", page.typed.place.lon},
          {"landmark", page.typed.place.landmark}})
        html::hidden_field(h, name, value);
    html::hidden_field(h, "territory", std::to_string(page.typed.place.territory.value()));
    if (filing.name_shown) html::hidden_field(h, "name_shown", "1");
    if (filing.channel == "counter") html::hidden_field(h, "counter", "1");
    for (auto const& answer : filing.answers)
        for (auto const& value : answer.values)
            html::hidden_field(h, "answer-" + answer.question, value);
    for (auto const& reference : page.photos) html::hidden_field(h, "photo", reference);
}

void filing_near(html::Html& h, WritePage const& page) {
    if (page.near.empty()) return;
    h("<section aria-labelledby=\"near\"><h2 id=\"near\">"_h, msg::filing_near, "</h2><p>"_h,
      msg::filing_near_text, "</p><ul class=\"notices\">"_h);
    for (auto const& one : page.near) {
        h("<li class=\"notice\"><p><a href=\""_h, html::to("/reports/", one.pin.number), "\">"_h,
          html::isolated(one.pin.title), "</a></p><p class=\"marks\">"_h);
        state_tag(h, page.known, one.pin.state, one.pin.phase);
        h(clock::day_in_morocco(one.pin.filed_at));
        if (one.pin.supporters > 0)
            h(" "_h, say(msg::report_supported, {wasl::number("count", one.pin.supporters)}));
        h("</p>"_h);
        auto const address = html::to("/reports/", one.pin.number);
        if (page.visitor.signed_in())
            html::post_button(h, {.action = address,
                                  .label = msg::act_support,
                                  .csrf = page.csrf,
                                  .name = "do",
                                  .value = "support",
                                  .about = html::isolated(one.pin.title)});
        else
            html::link_button(h, html::with(html::to("/sign-in"), "next", address.text()),
                              msg::act_support, html::ButtonKind::secondary,
                              html::isolated(one.pin.title));
        h("</li>"_h);
    }
    h("</ul></section>"_h);
}

}  // namespace wasl::reports::views
