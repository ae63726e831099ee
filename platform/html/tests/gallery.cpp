// SPDX-License-Identifier: Apache-2.0
#include "platform/html/tests/gallery.hpp"

#include "platform/html/components.hpp"
#include "platform/html/tests/gallery_words.hpp"

namespace wasl::html::gallery {

Site site() {
    Site site;
    site.name = {"إقليم بركان", "Province de Berkane", "", ""};
    site.navigation = {
        {to("/"), &home},
        {to("/procedures"), &procedures},
        {to("/dossiers"), &dossiers, Audience::signed_in},
        {to("/desk"), &queue, Audience::officer},
        {to("/admin/people"), &people, Audience::administrator},
    };
    if (std::filesystem::exists("build/assets/manifest.tsv"))
        site.assets = Assets::read("build/assets");
    return site;
}

static void first_look(Html& h) {
    h("<div class=\"hero\"><h1>"_h, title, "</h1><p class=\"lead\">"_h, lead, "</p>"_h);
    search_box(h, {.action = to("/search"), .label = search_label, .hint = search_hint});
    h("</div>"_h);
    h("<h2>"_h, procedures, "</h2>"_h);
    Cards cards(h);
    for (auto const* const name : {&title, &plan, &agree})
        cards.card({.url = to("/procedures/", "x"), .title = *name, .text = lead, .meta = silence});
}

static void numbers(Html& h) {
    stat_tiles(h, {{.figure = 1284, .label = filed, .note = day(2026, 3, 2)},
                   {.figure = 1201, .label = on_time, .tone = Tone::success},
                   {.figure = 83, .label = late, .tone = Tone::danger}});
    bar_chart(h, per_commune, commune, filed,
              {{isolated("بركان"), 420}, {isolated("أحفير"), 260}, {isolated("السعيدية"), 90}});
}

static void form(Html& h, std::string_view hostile) {
    Faults faults;
    faults.add("email", say(email_wrong));
    faults.add("kind", say(kind_wrong));
    step_progress(h, 3, 5, about_you);
    error_summary(h, faults);
    Form const form(h, {.action = to("/dossiers"), .csrf = "key", .once = "7", .multipart = true});
    {
        Fieldset const fieldset(h, about_you);
        text_field(h, {.name = "name",
                       .label = full_name,
                       .hint = name_hint,
                       .value = hostile,
                       .autocomplete = "name"});
        email_field(h, {.name = "email",
                        .label = email,
                        .value = hostile,
                        .error = faults.of("email"),
                        .required = false});
        std::array const kinds{Choice{"citizen", citizen},
                               Choice{"company", company, company_hint}};
        radio_group(h, {.name = "kind", .label = kind, .error = faults.of("kind")}, kinds);
        select_field(h, {.name = "commune", .label = commune, .value = "company"}, kinds);
        date_field(h, {.name = "day", .label = due, .value = "2026-03-02", .required = false});
        std::array<std::string_view, 1> const chosen{"company"};
        checkbox_group(h, {.name = "kinds", .label = kind, .required = false}, kinds, chosen);
    }
    yes_no_field(h, {.name = "yes", .label = agree, .value = "0"});
    telephone_field(h, {.name = "phone", .label = number_of, .value = "+212 600-000000"});
    number_field(h, {.name = "area", .label = fee, .value = "120"});
    one_time_code_field(h, {.name = "code", .label = number_of});
    password_field(h, {.name = "secret", .label = full_name, .value = hostile});
    text_area(h, {.name = "note", .label = why, .value = hostile, .required = false});
    file_field(h, {.name = "plan", .label = plan});
    checkbox(h, {.name = "agree", .label = agree});
    data_notice(h, {.controller = isolated("جماعة بركان"),
                    .purpose = title,
                    .recipients = queue,
                    .cndp_number = "D-W-123/2026"});
    ButtonRow const row(h);
    button(h, send);
    button(h, save, ButtonKind::secondary, "then", "later");
    link_button(h, to("/"), home, ButtonKind::quiet);
}

static void dossier(Html& h, std::string_view hostile) {
    confirmation(h, received, number_of, code("BRK-7Q4M-2X9T"));
    notice(h, Tone::info, silence);
    notice(h, Tone::warning, say(missing, {{"day", day(2026, 4, 2)}}));
    {
        Panel const panel(h, Tone::danger, late);
        h("<p>"_h, isolated(hostile), "</p>"_h);
    }
    {
        SummaryList list(h);
        list.row(number_of, code("BRK-7Q4M-2X9T"));
        list.row_to_change(applicant, to("/dossiers/", 7, "/name"), isolated(hostile));
        list.row(fee, Money::dirhams(1250));
        list.row(due, day(2026, 4, 2));
    }
    {
        Disclosure const why_so(h, why);
        h("<p>"_h, say(why_text, {{"day", day(2026, 3, 3)}}), "</p>"_h);
    }
    h("<h2>"_h, steps_title, "</h2>"_h);
    {
        Timeline timeline(h);
        Instant const noon = Instant{day(2026, 3, 2).time_since_epoch()} + std::chrono::hours(12);
        timeline.event(noon, in_study, "<p>"_h, silence, "</p>"_h);
        timeline.event(day(2026, 3, 1), received);
    }
    {
        Thread thread(h);
        thread.letter({.from = commune,
                       .when = day(2026, 3, 3),
                       .text = "المرجو الإدلاء بنسخة مقروءة.\nشكرا."});
        thread.letter(
            {.from = isolated(hostile), .when = day(2026, 3, 4), .text = hostile, .own = true});
    }
    file_list(h, {{to("/files/", 1), "plan de masse.pdf", 812'000, {}},
                  {to("/files/", 2), hostile, 3'400'000, name_hint}});
    post_button(h, {.action = to("/dossiers/", 7, "/withdraw"),
                    .label = withdraw,
                    .csrf = "key",
                    .kind = ButtonKind::danger});
}

static void desk(Html& h, std::string_view hostile) {
    tabs(h, state, {{to("/desk"), in_study, true, 128}, {to("/desk?s=2"), approved, false, 1204}});
    {
        Table table(h, queue, {{number_of}, {applicant}, {state}, {due}, {fee, Column::number}});
        for (int n = 0; n < 3; ++n) {
            table.row();
            table.cell("<a href=\""_h, to("/desk/", n), "\">"_h, code("BRK-7Q4M-2X9T"), "</a>"_h);
            table.cell(isolated(n == 1 ? hostile : std::string_view("فاطمة الزهراء بنعلي")));
            table.cell_with([&] {
                tag(h, n == 0 ? Tone::warning : Tone::info, n == 0 ? incomplete : in_study);
            });
            table.cell_with(
                [&] { deadline_chip(h, day(2026, 3, 2) + Days(n * 4 - 2), day(2026, 3, 2)); });
            table.cell(Money::dirhams(150 * (n + 1)));
        }
    }
    numbered_pages(h, to("/desk"), 6, 40);
    pager(h, to("/desk?before=1"), to("/desk?after=2"));
    tag(h, Tone::success, approved);
    empty_state(h, none, none_text, Invitation{to("/procedures"), procedures});
}

std::string show(Site const& site, Language language, std::string_view hostile) {
    Frame const frame{.site = &site,
                      .language = language,
                      .path_and_query = "/procedures/x?q=1&r=%22",
                      .visitor_name = hostile,
                      .signed_in = true,
                      .officer = true,
                      .unread = 3,
                      .csrf = "key"};
    PageHead const head{.title = title, .description = lead, .success = received};
    return page(frame, head, [&](Html& h) {
        breadcrumbs(h, {{to("/"), home}, {to("/procedures"), procedures}});
        first_look(h);
        numbers(h);
        form(h, hostile);
        dossier(h, hostile);
        desk(h, hostile);
    });
}

}  // namespace wasl::html::gallery
