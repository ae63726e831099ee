// SPDX-License-Identifier: Apache-2.0
#include "app/journal_view.hpp"
#include "app/messages.hpp"

namespace wasl::app {

using namespace html::literals;

namespace {

html::Url room(std::int64_t chain) {
    // The platform's own chain is read through the administrators' door.
    if (chain == 0) return html::to("/admin/journal");
    return html::with(html::to("/journal"), "administration", std::to_string(chain));
}

html::Words name_of(html::Html const& h, JournalPlace const& place) {
    if (!place.one) return msg::journal_platform;
    return html::Foreign{directory::in(h.language(), place.one->name),
                         directory::spoken(h.language(), place.one->name)};
}

html::Words kind_words(std::string_view kind) {
    if (auto const* const name = journal_kind_name(kind)) return *name;
    return html::code(kind);
}

void choose_place(html::Html& h, JournalView const& view) {
    if (view.places.size() < 2) return;
    std::vector<html::Tab> tabs;
    for (auto const& one : view.places)
        tabs.push_back({room(one.chain), name_of(h, one), one.chain == view.place.chain});
    html::tabs(h, msg::journal_places, tabs);
}

void filters(html::Html& h, JournalView const& view) {
    html::FilterForm const form(
        h, view.place.chain == 0 ? html::to("/admin/journal") : html::to("/journal"));
    if (view.place.chain != 0)
        html::hidden_field(h, "administration", std::to_string(view.place.chain));
    std::vector<html::Choice> kinds{{"", msg::journal_all_kinds}};
    for (auto const kind : journal_kinds()) kinds.push_back({kind, kind_words(kind)});
    html::select_field(
        h,
        {.name = "kind", .label = msg::journal_kind, .value = view.narrow.kind, .required = false},
        kinds);
    html::text_field(h, {.name = "about",
                         .label = msg::journal_about,
                         .hint = msg::journal_about_hint,
                         .value = view.narrow.subject,
                         .required = false,
                         .left_to_right = true,
                         .length_max = 100});
    std::vector<std::string> ids;
    ids.reserve(view.people.size() + 1);
    std::vector<html::Choice> people{{"", msg::journal_anybody}, {"0", msg::journal_program}};
    bool listed = !view.narrow.actor || *view.narrow.actor == 0;
    for (auto const& [id, name] : view.people) {
        listed = listed || id == view.narrow.actor;
        ids.push_back(std::to_string(id));
        people.push_back({ids.back(), html::isolated(name)});
    }
    if (!listed) {
        ids.push_back(std::to_string(*view.narrow.actor));
        people.push_back({ids.back(), msg::journal_this_person});
    }
    auto const actor = view.narrow.actor ? std::to_string(*view.narrow.actor) : std::string();
    html::select_field(
        h, {.name = "actor", .label = msg::journal_actor, .value = actor, .required = false},
        people);
    html::date_field(h, {.name = "from",
                         .label = msg::journal_from,
                         .value = view.from,
                         .error = view.faults.of("from"),
                         .required = false});
    html::date_field(h, {.name = "until",
                         .label = msg::journal_until,
                         .value = view.until,
                         .error = view.faults.of("until"),
                         .required = false});
    html::button(h, msg::journal_show, html::ButtonKind::secondary);
}

html::Url narrowed(JournalView const& view) {
    auto url = room(view.place.chain);
    auto const add = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) url = html::with(url, name, value);
    };
    add("kind", view.narrow.kind);
    add("about", view.narrow.subject);
    if (view.narrow.actor) add("actor", std::to_string(*view.narrow.actor));
    add("from", view.from);
    add("until", view.until);
    return url;
}

void actor_cell(html::Html& h, JournalView const& view, JournalLine const& line) {
    if (line.entry.actor == 0) {
        h(msg::journal_program);
        return;
    }
    h("<a href=\""_h, html::with(room(view.place.chain), "actor", std::to_string(line.entry.actor)),
      "\">"_h);
    if (line.actor.empty())
        h(msg::journal_nobody);
    else
        h(html::isolated(line.actor));
    h("</a>"_h);
}

void lines(html::Html& h, JournalView const& view) {
    html::Table table(h, msg::journal_title,
                      {{msg::journal_number, html::Column::number},
                       {msg::journal_when},
                       {msg::journal_kind},
                       {msg::journal_about},
                       {msg::journal_actor},
                       {msg::journal_facts},
                       {msg::journal_state}});
    for (auto const& line : view.lines) {
        auto const& entry = line.entry;
        table.row();
        table.cell(entry.sequence);
        table.cell(entry.at);
        table.cell(kind_words(entry.kind));
        table.cell("<a href=\""_h, html::with(room(view.place.chain), "about", entry.subject),
                   "\">"_h, html::code(entry.subject), "</a>"_h);
        table.cell_with([&] { actor_cell(h, view, line); });
        if (entry.facts == "{}")
            table.cell(msg::journal_no_facts);
        else
            table.cell(html::code(entry.facts));
        table.cell_with([&] {
            html::tag(h, line.holds ? html::Tone::success : html::Tone::danger,
                      line.holds ? msg::journal_holds : msg::journal_broken);
        });
    }
}

}  // namespace

void show_journal(html::Html& h, JournalView const& view) {
    h("<h1>"_h, msg::journal_title, "</h1><p class=\"lead\">"_h, msg::journal_lead, " "_h,
      name_of(h, view.place), "</p>"_h);
    choose_place(h, view);
    html::error_summary(h, view.faults);
    filters(h, view);
    auto const verify = view.place.chain == 0
                            ? html::to("/admin/journal/verify")
                            : html::with(html::to("/journal/verify"), "administration",
                                         std::to_string(view.place.chain));
    html::link_button(h, verify, msg::journal_verify, html::ButtonKind::secondary);
    if (view.lines.empty()) {
        html::empty_state(h, msg::journal_empty);
        return;
    }
    lines(h, view);
    auto const older =
        view.more ? std::optional(html::with(narrowed(view), "before",
                                             std::to_string(view.lines.back().entry.sequence)))
                  : std::nullopt;
    bool const first = view.narrow.before_sequence == INT64_MAX;
    html::pager(h, first ? std::nullopt : std::optional(narrowed(view)), older);
}

void show_journal_verdict(html::Html& h, JournalPlace const& place,
                          journal::Verdict const& verdict) {
    html::breadcrumbs(h, {{room(place.chain), msg::journal_title}});
    h("<h1>"_h, msg::journal_verify_title, "</h1><p class=\"lead\">"_h, name_of(h, place),
      "</p>"_h);
    html::notice(h, verdict.faults.empty() ? html::Tone::success : html::Tone::danger,
                 verdict.faults.empty() ? msg::journal_sound : msg::journal_unsound);
    h("<p>"_h, say(msg::journal_count, {number("count", verdict.entries)}), "</p>"_h);
    if (verdict.faults.empty()) return;
    h("<ul>"_h);
    for (auto const& fault : verdict.faults)
        h("<li>"_h, say(msg::journal_fault_at, {number("number", fault.sequence)}), " "_h,
          html::code(fault.why), "</li>"_h);
    h("</ul>"_h);
}

}  // namespace wasl::app
