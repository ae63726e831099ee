// SPDX-License-Identifier: Apache-2.0
// Mentors and their hours, as teams read them and as mentors keep them.
#include <algorithm>

#include "modules/challenges/views.hpp"
#include "platform/clock/clock.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::challenges::views {

using namespace html::literals;

namespace {

void book(html::Html& h, Known const& known, MentorsPage const& page,
          std::vector<Hour const*> const& free) {
    auto const& edition = page.in.call.edition;
    auto const time = is_time(edition, Doing::book, known.now);
    if (time.refused()) {
        html::notice(h, html::Tone::info, time.refusal().what);
        return;
    }
    if (!page.may_book) {
        h("<p>"_h, msg::mentors_members_only, "</p>"_h);
        return;
    }
    if (free.empty()) return;
    std::vector<std::string> values;
    std::vector<html::Choice> choices;
    values.reserve(free.size());
    for (auto const* const hour : free) {
        values.push_back(std::to_string(hour->id.value()));
        choices.push_back(
            {values.back(), say(msg::hour_choice, {{"moment", hour->begins()},
                                                   text("mentor", known.folk.of(hour->mentor).text),
                                                   text("place", hour->place)})});
    }
    html::Form const form(h, {.action = html::to("/challenges/", edition.code, "/mentors"),
                              .csrf = known.visitor.csrf});
    html::select_field(h,
                       {.name = "hour",
                        .label = msg::hour_which,
                        .value = known.typed("hour"),
                        .error = known.faults.of("hour")},
                       choices);
    html::text_field(h, {.name = "topic",
                         .label = msg::hour_topic,
                         .hint = msg::hour_topic_hint,
                         .value = known.typed("topic"),
                         .error = known.faults.of("topic"),
                         .length_max = static_cast<int>(line_max)});
    html::button(h, msg::hour_book, html::ButtonKind::primary, "do", "book");
}

void own_hours(html::Html& h, Known const& known, MentorsPage const& page) {
    if (!page.in.own_team) return;
    auto const& edition = page.in.call.edition;
    std::vector<Hour> own;
    for (auto const& one : page.hours)
        if (one.team == *page.in.own_team) own.push_back(one);
    h("<section aria-labelledby=\"own\"><h2 id=\"own\">"_h, msg::hours_own, "</h2>"_h);
    if (own.empty()) html::empty_state(h, msg::hours_own_none);
    for (auto const& one : own) {
        h("<h3>"_h, one.begins(), "</h3>"_h);
        {
            html::SummaryList list(h);
            list.row(msg::mentor, known.folk.of(one.mentor));
            list.row(msg::hour_place, html::isolated(one.place));
            list.row(msg::hour_topic, html::isolated(one.topic));
            if (!one.notes.empty())
                list.row_with(msg::hour_notes, [&] { html::long_text(h, one.notes); });
        }
        if (one.begins() > known.now)
            html::post_button(h, {.action = html::to("/challenges/", edition.code, "/mentors"),
                                  .label = msg::hour_cancel,
                                  .csrf = known.visitor.csrf,
                                  .kind = html::ButtonKind::quiet,
                                  .name = "cancel",
                                  .value = std::to_string(one.id.value()),
                                  .about = html::Words(one.begins())});
    }
    h("</section>"_h);
}

}  // namespace

void mentors(html::Html& h, Known const& known, MentorsPage const& page) {
    crumbs(h, page.in.call.edition);
    h("<h1>"_h, msg::mentors_title, "</h1><p class=\"lead\">"_h, msg::mentors_lead, "</p>"_h);
    std::vector<Hour const*> free;
    for (auto const& one : page.hours)
        if (one.team.value() == 0 && one.begins() > known.now) free.push_back(&one);
    if (page.mentors.empty()) {
        html::empty_state(h, msg::mentors_none, msg::mentors_none_text);
    } else {
        html::Table table(h, msg::mentors_title,
                          {{msg::mentor},
                           {msg::profile_skills},
                           {msg::profile_about},
                           {msg::hours_free, html::Column::number}});
        for (auto const& one : page.mentors) {
            if (!one.is_active) continue;
            table.row();
            table.cell(known.folk.of(one.person));
            table.cell(html::isolated(one.skills));
            table.cell(html::isolated(one.about));
            table.cell(std::count_if(free.begin(), free.end(),
                                     [&](Hour const* hour) { return hour->mentor == one.person; }));
        }
    }
    h("<section aria-labelledby=\"book\"><h2 id=\"book\">"_h, msg::hour_book, "</h2>"_h);
    if (free.empty() && !page.mentors.empty()) h("<p>"_h, msg::hours_none, "</p>"_h);
    book(h, known, page, free);
    h("</section>"_h);
    own_hours(h, known, page);
    if (page.in.is_mentor)
        html::link_button(h, html::to("/challenges/", page.in.call.edition.code, "/mentor"),
                          msg::mentor_title, html::ButtonKind::secondary);
}

namespace {

void mentor_fields(html::Html& h, Known const& known, Mentor const& was) {
    html::text_field(h, {.name = "skills",
                         .label = msg::profile_skills,
                         .hint = msg::profile_skills_hint,
                         .value = known.typed("skills", was.skills),
                         .error = known.faults.of("skills"),
                         .length_max = static_cast<int>(line_max)});
    html::text_area(h, {.name = "about",
                        .label = msg::profile_about,
                        .value = known.typed("about", was.about),
                        .error = known.faults.of("about"),
                        .required = false,
                        .length_max = static_cast<int>(text_max),
                        .rows = 3});
}

// Half hours of an office's day, as they are said: "09:30".
void offer(html::Html& h, Known const& known, html::Url const& url) {
    h("<section aria-labelledby=\"offer\"><h2 id=\"offer\">"_h, msg::hours_offer, "</h2>"_h);
    {
        constexpr int first = 8 * 60, last = 20 * 60;
        std::vector<std::string> values, said;
        std::vector<html::Choice> choices;
        for (int minute = first; minute <= last; minute += slot_minutes) {
            values.push_back(std::to_string(minute));
            said.push_back((minute < 600 ? "0" : "") + std::to_string(minute / 60) + ":" +
                           (minute % 60 == 0 ? "00" : "30"));
        }
        for (std::size_t n = 0; n < values.size(); ++n)
            choices.push_back({values[n], html::code(said[n])});
        html::Form const form(h, {.action = url, .csrf = known.visitor.csrf});
        html::date_field(h, {.name = "day",
                             .label = msg::hours_day,
                             .value = known.typed("day"),
                             .error = known.faults.of("day")});
        html::select_field(
            h, {.name = "minute", .label = msg::hours_from, .value = known.typed("minute", "600")},
            choices);
        html::number_field(h,
                           {.name = "count",
                            .label = msg::hours_count,
                            .hint = msg::hours_count_hint,
                            .value = known.typed("count", "2"),
                            .error = known.faults.of("count")},
                           {.min = 1, .max = hours_offered_max});
        html::text_field(h, {.name = "place",
                             .label = msg::hour_place,
                             .hint = msg::hour_place_hint,
                             .value = known.typed("place"),
                             .error = known.faults.of("place"),
                             .length_max = static_cast<int>(line_max)});
        html::button(h, msg::hours_offer_send, html::ButtonKind::primary, "do", "offer");
    }
    h("</section>"_h);
}

void note(html::Html& h, Known const& known, MentorPage const& page, Hour const& one,
          html::Url const& url) {
    auto const id = std::to_string(one.id.value());
    bool const this_one = known.typed("hour") == id;
    html::Form const form(h, {.action = url, .csrf = known.visitor.csrf});
    html::hidden_field(h, "hour", id);
    auto const name = "notes-" + id;
    html::text_area(h, {.name = name,
                        .label = msg::hour_notes,
                        .hint = msg::hour_notes_hint,
                        .value = known.typed(name, one.notes),
                        .error = this_one ? known.faults.of("notes") : Said{},
                        .required = false,
                        .length_max = static_cast<int>(text_max),
                        .rows = 3});
    auto const found = page.members.find(one.team);
    if (one.begins() <= known.now && found != page.members.end()) {
        std::vector<std::string> values;
        std::vector<html::Choice> choices;
        std::vector<std::string_view> ticked;
        values.reserve(found->second.size());
        for (auto const& member : found->second) {
            values.push_back(std::to_string(member.profile.person.value()));
            choices.push_back({values.back(), known.folk.of(member.profile.person)});
            ticked.push_back(values.back());
        }
        auto const held = "held-" + id, present = "present-" + id;
        html::checkbox(h, {.name = held,
                           .label = msg::hour_held,
                           .value = one.is_held ? "1" : "",
                           .required = false});
        html::checkbox_group(h, {.name = present, .label = msg::hour_present, .required = false},
                             choices, ticked);
    }
    html::button(h, msg::hour_note_send, html::ButtonKind::secondary, "do", "note",
                 html::Words(one.begins()));
}

void one_hour(html::Html& h, Known const& known, MentorPage const& page, Hour const& one,
              html::Url const& url) {
    h("<h3>"_h, one.begins(), "</h3><p>"_h, html::isolated(one.place), "</p>"_h);
    auto const id = std::to_string(one.id.value());
    auto const button = [&](Message const& label, std::string_view act) {
        html::post_button(h, {.action = url,
                              .label = label,
                              .csrf = known.visitor.csrf,
                              .kind = html::ButtonKind::quiet,
                              .name = act,
                              .value = id,
                              .about = html::Words(one.begins())});
    };
    if (one.team.value() == 0) {
        html::tag(h, html::Tone::neutral, msg::hour_free);
        return button(msg::hour_withdraw, "withdraw");
    }
    auto const name = page.names.find(one.team);
    {
        html::SummaryList list(h);
        if (name != page.names.end())
            list.row(msg::team_name, "<a href=\""_h,
                     team_url(page.in.call.edition.code, one.team, "/work"), "\">"_h,
                     html::isolated(name->second), "</a>"_h);
        list.row(msg::hour_topic, html::isolated(one.topic));
        if (one.is_held) list.row(msg::hour_state, msg::hour_held);
    }
    note(h, known, page, one, url);
    if (one.begins() > known.now) button(msg::hour_cancel, "cancel");
}

}  // namespace

void mentor(html::Html& h, Known const& known, MentorPage const& page) {
    auto const& edition = page.in.call.edition;
    auto const url = html::to("/challenges/", edition.code, "/mentor");
    crumbs(h, edition);
    h("<h1>"_h, msg::mentor_title, "</h1>"_h);
    if (!page.mentor) {
        h("<p class=\"lead\">"_h, msg::mentor_invited, "</p>"_h);
        html::Form const form(h, {.action = url, .csrf = known.visitor.csrf});
        html::hidden_field(h, "address", page.address);
        html::hidden_field(h, "key", page.key);
        mentor_fields(h, known, {});
        data_notice(h, known, edition);
        html::button(h, msg::mentor_accept, html::ButtonKind::primary, "do", "accept");
        return;
    }
    h("<h2>"_h, msg::hours_title, "</h2>"_h);
    if (page.hours.empty()) html::empty_state(h, msg::mentor_no_hours);
    for (auto const& one : page.hours) one_hour(h, known, page, one, url);
    offer(h, known, url);
    html::Disclosure const own(h, msg::mentor_edit, known.faults.any());
    html::Form const form(h, {.action = url, .csrf = known.visitor.csrf});
    mentor_fields(h, known, *page.mentor);
    html::checkbox(h, {.name = "active",
                       .label = msg::mentor_active,
                       .value = known.typed("active", page.mentor->is_active ? "1" : ""),
                       .required = false});
    html::button(h, msg::save, html::ButtonKind::secondary, "do", "keep");
}

}  // namespace wasl::challenges::views
