// SPDX-License-Identifier: Apache-2.0
// The form of an entry: what is like it stands above, what runs already is asked about below.
#include <algorithm>

#include "modules/bank/views.hpp"

namespace wasl::bank::views {

using namespace html::literals;

namespace {

void similar(html::Html& h, WritePage const& page) {
    if (page.typed.content.title.empty()) return;
    if (page.similar.empty()) {
        html::notice(h, html::Tone::success, msg::write_nothing_like);
        return;
    }
    html::Panel const panel(h, html::Tone::info, msg::write_similar);
    h("<p>"_h, msg::write_similar_text, "</p><ul class=\"links\">"_h);
    for (auto const* const line : page.similar) {
        h("<li><a href=\""_h, entry_url(line->number), "\">"_h, title_of(line->content), "</a>"_h);
        if (auto const count = line->running(); count > 0)
            h(" <span class=\"meta\">"_h, say(msg::list_running, {number("count", count)}),
              "</span>"_h);
        h("</li>"_h);
    }
    h("</ul>"_h);
}

RelationTyped typed_for(WritePage const& page, std::string_view number) {
    for (auto const& one : page.typed.relations)
        if (one.number == number) return one;
    return {};
}

// Facts 5.5: procedures, data, events of life, words.
void why_alike(html::Html& h, WritePage const& page, Running const& one) {
    h("<p class=\"meta\">"_h, say(msg::entry_likeness, {number("share", one.overlap.score / 10)}),
      "</p><ul>"_h);
    auto const shared = [&](Touch kind, std::vector<std::string> const& codes) {
        for (auto const& code : codes)
            h("<li>"_h, word_of("touch", kind), ": "_h,
              touch_said(h.language(), page.known, kind, code), "</li>"_h);
    };
    shared(Touch::procedure, one.overlap.procedures);
    shared(Touch::data, one.overlap.data);
    shared(Touch::life_event, one.overlap.life_events);
    h("</ul>"_h);
}

void running(html::Html& h, WritePage const& page) {
    if (page.running.empty()) return;
    h("<h2>"_h, msg::write_running, "</h2><p>"_h, msg::write_running_text, "</p>"_h);
    for (auto const& one : page.running) {
        auto const said = typed_for(page, one.number);
        auto const relation = "relation-" + one.number, reason = "reason-" + one.number;
        h("<div class=\"glance\"><h3><a href=\""_h, entry_url(one.number), "\">"_h,
          html::Foreign{one.title, one.language}, "</a></h3>"_h);
        why_alike(h, page, one);
        html::radio_group(
            h,
            {.name = relation,
             .label = msg::write_relation,
             .value = said.relation ? bank::name_of(*said.relation) : std::string_view{},
             .error = page.faults.of(relation)},
            std::array{html::Choice{"joins", msg::relation_joins},
                       html::Choice{"differs", msg::relation_differs}});
        html::text_area(h, {.name = reason,
                            .label = msg::write_relation_reason,
                            .value = said.reason,
                            .error = page.faults.of(reason),
                            .length_max = static_cast<int>(text_max),
                            .rows = 3});
        h("</div>"_h);
    }
}

void for_whom(html::Html& h, WritePage const& page) {
    if (!page.number.empty()) return;
    if (!page.owners.empty()) {
        std::vector<html::Choice> choices{{"0", msg::write_own_name}};
        std::vector<std::string> ids;
        ids.reserve(page.owners.size());
        for (auto const id : page.owners) {
            ids.push_back(std::to_string(id.value()));
            choices.push_back({ids.back(), administration_said(h.language(), page.known, id)});
        }
        html::select_field(h,
                           {.name = "owner",
                            .label = msg::write_owner,
                            .value = page.typed.owner,
                            .error = page.faults.of("owner"),
                            .required = false},
                           choices);
    }
    html::checkbox(h, {.name = "name_shown",
                       .label = msg::write_name_shown,
                       .value = page.typed.name_shown ? "1" : "0",
                       .required = false});
}

void begin(html::Html& h, WritePage const& page) {
    html::Form const form(h, {.action = page.action, .csrf = page.csrf, .once = page.typed.once});
    html::text_field(h, {.name = "title",
                         .label = msg::write_field_title,
                         .hint = msg::write_field_title_hint,
                         .value = page.typed.content.title,
                         .error = page.faults.of("title"),
                         .length_max = static_cast<int>(title_max)});
    html::text_area(h, {.name = "problem",
                        .label = msg::entry_problem,
                        .hint = msg::write_problem_hint,
                        .value = page.typed.content.problem,
                        .required = false,
                        .length_max = static_cast<int>(text_max)});
    html::button(h, msg::write_go_on, html::ButtonKind::primary, "then", "look");
}

void who_reads_it(html::Html& h, WritePage const& page) {
    html::data_notice(h, {.controller = page.pages.controller.empty()
                                            ? html::Words(msg::write_controller)
                                            : html::Words(html::isolated(page.pages.controller)),
                          .purpose = msg::write_purpose,
                          .recipients = msg::write_recipients,
                          .cndp_number = page.pages.cndp_number});
}

void whole_form(html::Html& h, WritePage const& page) {
    html::Form const form(h, {.action = page.action, .csrf = page.csrf, .once = page.typed.once});
    if (page.typed.version != 0)
        html::hidden_field(h, "version", std::to_string(page.typed.version));
    content_fields(h, page);
    running(h, page);
    for_whom(h, page);
    if (!page.number.empty())
        html::text_field(h, {.name = "reason",
                             .label = msg::write_what_changed,
                             .value = page.typed.reason,
                             .error = page.faults.of("reason"),
                             .required = page.keeps,
                             .length_max = static_cast<int>(line_max)});
    // A reviewer gives nothing of their own away.
    if (!page.keeps) who_reads_it(h, page);
    html::ButtonRow const row(h);
    html::button(h, page.number.empty() ? msg::write_send : msg::write_save,
                 html::ButtonKind::primary, "then", "send");
    html::button(h, msg::write_look, html::ButtonKind::secondary, "then", "look");
}

}  // namespace

void write(html::Html& h, WritePage const& page) {
    html::breadcrumbs(h, {{html::to("/bank"), msg::title}});
    html::error_summary(h, page.faults);
    h("<h1>"_h, page.number.empty() ? msg::write_title : msg::write_revise, "</h1>"_h);
    if (page.begins) {
        h("<p class=\"lead\">"_h, msg::write_lead, "</p>"_h);
        begin(h, page);
        return;
    }
    if (page.keeps)
        html::notice(h, html::Tone::info, msg::write_keeps);
    else
        similar(h, page);
    whole_form(h, page);
}

}  // namespace wasl::bank::views
