// SPDX-License-Identifier: Apache-2.0
// The page that a browser keeps for when there is no network: what can be done without one, the
// reports that wait, and a form for the next. It is fetched as nobody and names nobody.
#include "modules/reports/filing_typed.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/views_filing.hpp"
#include "modules/reports/views_island.hpp"

namespace wasl::reports::views {

using namespace html::literals;

namespace {

void choose_draft_place(html::Html& h, OfflinePage const& page) {
    auto const communes = to_choose(h.language(), page.communes);
    html::select_field(h, {.name = "territory", .label = msg::filing_commune}, communes.all());
    html::text_field(h, {.name = "landmark",
                         .label = msg::filing_landmark,
                         .hint = msg::filing_landmark_hint,
                         .required = false,
                         .length_max = static_cast<int>(landmark_max)});
    // A receiver of positions needs no network.
    h("<p hidden data-position=\"lat lon\"><button type=\"button\" class=\"button secondary\">"_h,
      msg::filing_my_position, "</button></p>"_h);
    html::text_field(h, {.name = "lat",
                         .label = msg::filing_lat,
                         .required = false,
                         .left_to_right = true,
                         .length_max = 40});
    html::text_field(h, {.name = "lon",
                         .label = msg::filing_lon,
                         .required = false,
                         .left_to_right = true,
                         .length_max = 40});
}

// Leaves that a form answers; what a telephone answers is said below.
void choose_draft_category(html::Html& h, Settings const& settings) {
    std::vector<html::Choice> choices;
    for (auto const* const group : settings.groups())
        for (auto const* const leaf : settings.leaves_of(group->code))
            if (leaf->call_instead.empty())
                choices.push_back({leaf->code, named(h.language(), leaf->name)});
    html::select_field(h, {.name = "category", .label = msg::report_category}, choices);
    h("<div data-questions></div>"_h);
    static Typed const nothing{};
    static html::Faults const none{};
    for (auto const& one : settings.categories()) {
        auto const questions = settings.questions_of(one.code);
        if (questions.empty() || !one.is_active) continue;
        h("<template data-category=\""_h, one.code, "\">"_h);
        for (auto const* const question : questions) filing_question(h, *question, nothing, none);
        h("</template>"_h);
    }
}

void calls(html::Html& h, Settings const& settings) {
    h("<ul>"_h);
    for (auto const& one : settings.categories()) {
        if (one.call_instead.empty() || !one.is_active) continue;
        auto const number = "tel:" + one.call_instead;
        h("<li>"_h, named(h.language(), one.name), " <a href=\""_h, html::outside(number), "\">"_h,
          say(msg::filing_call, {text("number", one.call_instead)}), "</a></li>"_h);
    }
    h("</ul>"_h);
}

void draft_form(html::Html& h, OfflinePage const& page) {
    // Sent to nobody: a script keeps it, and shows the form only where it runs.
    h("<form hidden data-draft><h2>"_h, msg::offline_write, "</h2>"_h);
    choose_draft_place(h, page);
    choose_draft_category(h, *page.known.settings);
    html::text_field(h, {.name = "title",
                         .label = msg::filing_title_label,
                         .hint = msg::filing_title_hint,
                         .length_max = static_cast<int>(title_max)});
    html::text_area(h, {.name = "details",
                        .label = msg::filing_details_label,
                        .required = false,
                        .length_max = static_cast<int>(details_max)});
    html::file_field(h,
                     {.name = "photos",
                      .label = msg::filing_photos,
                      .hint = msg::filing_photos_hint,
                      .required = false},
                     {.accept = "image/jpeg,image/png", .formats = "JPEG · PNG", .multiple = true});
    html::text_field(h, {.name = "contact",
                         .label = msg::filing_contact,
                         .hint = msg::offline_contact,
                         .required = false,
                         .left_to_right = true});
    html::text_field(h, {.name = "name",
                         .label = msg::filing_name,
                         .required = false,
                         .autocomplete = "name",
                         .length_max = static_cast<int>(title_max)});
    html::checkbox(h, {.name = "name_shown", .label = msg::filing_name_shown, .required = false});
    h("<p>"_h, msg::offline_public, "</p>"_h);
    html::button(h, msg::offline_keep);
    h("</form>"_h);
}

}  // namespace

void offline(html::Html& h, OfflinePage const& page) {
    html::breadcrumbs(h, {{html::to("/reports"), msg::title}});
    h("<h1>"_h, msg::offline_title, "</h1><p class=\"lead\">"_h, msg::offline_lead, "</p><p>"_h,
      msg::offline_rest, "</p><p data-without>"_h, msg::offline_no_script, " <a href=\""_h,
      html::to("/reports/new"), "\">"_h, msg::filing_begin, "</a></p>"_h);
    drafts(h, page.pages, true);
    draft_form(h, page);
    h("<h2>"_h, msg::offline_calls, "</h2>"_h);
    calls(h, *page.known.settings);
    h("<p>"_h, msg::offline_shared, "</p>"_h);
}

}  // namespace wasl::reports::views
