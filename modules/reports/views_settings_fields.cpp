// SPDX-License-Identifier: Apache-2.0
// The fields of each kind of row.
#include <array>
#include <charconv>

#include "modules/reports/places_to_choose.hpp"
#include "modules/reports/views_settings.hpp"

namespace wasl::reports::bureau {

using namespace html::literals;

namespace {

html::Field field(RowPage const& page, std::string_view name, html::Words label,
                  bool required = true) {
    return {.name = name,
            .label = std::move(label),
            .value = page.of(name),
            .error = page.faults.of(name),
            .required = required};
}

void code_field(html::Html& h, RowPage const& page) {
    if (!page.key.empty()) {
        html::hidden_field(h, "code", page.of("code"));
        h("<p>"_h, msg::setting_code, " "_h, html::code(page.of("code")), "</p>"_h);
        return;
    }
    auto one = field(page, "code", msg::setting_code);
    one.hint = msg::refused_setting_code;
    one.left_to_right = true;
    html::text_field(h, one);
}

void names_fields(html::Html& h, RowPage const& page, std::string const& name,
                  Message const& legend, bool required, bool is_long = false) {
    html::Fieldset const set(h, legend);
    auto const write = [&](std::string const& named, Message const& label, bool must, bool latin) {
        auto one = field(page, named, label, must);
        one.left_to_right = latin;
        one.length_max = is_long ? 4'000 : 500;
        is_long ? html::text_area(h, one) : html::text_field(h, one);
    };
    write(name + "_ar", msg::setting_in_arabic, required, false);
    write(name + "_fr", msg::setting_in_french, false, true);
    write(name + "_en", msg::setting_in_english, false, true);
}

void tick(html::Html& h, RowPage const& page, std::string_view name, Message const& label) {
    html::checkbox(h, field(page, name, label, false));
}

void number(html::Html& h, RowPage const& page, std::string_view name, Message const& label,
            html::NumberLimits limits, html::Words hint = {}) {
    auto one = field(page, name, label);
    one.hint = std::move(hint);
    html::number_field(h, one, limits);
}

void choose(html::Html& h, RowPage const& page, std::string_view name, Message const& label,
            html::Options const& options, bool required = true) {
    html::select_field(h, field(page, name, label, required), options.all());
}

void choose_row_category(html::Html& h, RowPage const& page, Message const* any) {
    std::vector<html::Choice> first;
    if (any != nullptr) first.push_back({"", *any});
    html::grouped_select_field(h, field(page, "category", msg::office_category, any == nullptr),
                               first,
                               category_groups(h.language(), page.on.settings, any != nullptr));
}

TerritoryId territory_of(RowPage const& page) {
    auto const typed = page.of("territory");
    std::int64_t id = 0;
    std::from_chars(typed.data(), typed.data() + typed.size(), id);
    return TerritoryId{id};
}

void category(html::Html& h, RowPage const& page) {
    html::Options groups;
    groups.add("", msg::setting_no_parent);
    for (auto const* const one : page.on.settings.groups())
        groups.add(one->code, named(h.language(), one->name));
    choose(h, page, "parent", msg::setting_parent, groups, false);
    names_fields(h, page, "name", msg::setting_name, true);
    auto words = field(page, "words", msg::setting_words, false);
    words.hint = msg::setting_words_hint;
    words.length_max = 500;
    html::text_area(h, words);
    number(h, page, "days", msg::setting_days, {0, 365}, msg::setting_days_hint);
    tick(h, page, "is_active", msg::setting_active);
    tick(h, page, "is_private", msg::setting_private);
    tick(h, page, "is_anonymous", msg::setting_anonymous);
    tick(h, page, "is_urgent", msg::setting_urgent);
    auto call = field(page, "call_instead", msg::setting_call, false);
    call.hint = msg::setting_call_hint;
    html::telephone_field(h, call);
    names_fields(h, page, "notice", msg::setting_notice, false);
    number(h, page, "duplicate_metres", msg::setting_metres, {0, 1000});
    number(h, page, "position", msg::setting_position, {0, 100'000});
}

void question(html::Html& h, RowPage const& page) {
    if (page.key.empty()) {
        choose_row_category(h, page, nullptr);
    } else {
        html::hidden_field(h, "category", page.of("category"));
        h("<p>"_h, msg::office_category, " "_h,
          category_said(h.language(), page.on.known, page.of("category")), "</p>"_h);
    }
    names_fields(h, page, "label", msg::setting_question, true);
    names_fields(h, page, "help", msg::setting_help, false);
    html::Options kinds;
    for (auto const kind : {QuestionKind::text, QuestionKind::number, QuestionKind::moment,
                            QuestionKind::one_of, QuestionKind::many_of, QuestionKind::notice})
        kinds.add(std::string(name_of(kind)), word_of("setting.kind", name_of(kind)));
    choose(h, page, "kind", msg::setting_kind, kinds);
    auto choices = field(page, "choices", msg::setting_choices, false);
    choices.hint = msg::setting_choices_hint;
    choices.length_max = 10'000;
    html::text_area(h, choices);
    tick(h, page, "is_required", msg::setting_required);
    number(h, page, "position", msg::setting_position, {0, 100'000});
}

void state(html::Html& h, RowPage const& page) {
    names_fields(h, page, "name", msg::setting_name, true);
    html::Options phases;
    for (auto const phase :
         {Phase::open, Phase::fixed, Phase::refused, Phase::duplicate, Phase::withdrawn})
        phases.add(std::string(name_of(phase)), reports::word_of(phase));
    choose(h, page, "phase", msg::setting_phase, phases);
    auto word = field(page, "open311", msg::setting_open311);
    word.hint = msg::setting_open311_hint;
    word.left_to_right = true;
    html::text_field(h, word);
    tick(h, page, "is_active", msg::setting_active);
    number(h, page, "position", msg::setting_position, {0, 100'000});
}

void ready_text(html::Html& h, RowPage const& page) {
    auto title = field(page, "title", msg::setting_title_of);
    title.hint = msg::office_inside_only;
    html::text_field(h, title);
    html::Options states;
    states.add("", msg::setting_any_state);
    for (auto const& one : page.on.settings.states())
        states.add(one.code, named(h.language(), one.name));
    choose(h, page, "state", msg::office_state, states, false);
    choose_row_category(h, page, &msg::setting_any_category);
    names_fields(h, page, "text", msg::setting_text, true, true);
}

// The territory as far as bodies that answer are seated there, and what the page is about.
void choose_territory(html::Html& h, RowPage const& page) {
    GroupedOptions options(h.language(), page.on.places);
    options.add_territories();
    options.add_territory(territory_of(page));
    options.show(h, field(page, "territory", msg::setting_territory, false),
                 std::array{html::Choice{"0", msg::setting_anywhere}});
}

void route(html::Html& h, RowPage const& page) {
    choose_row_category(h, page, &msg::setting_any_category);
    choose_territory(h, page);
    GroupedOptions bodies(h.language(), page.on.places);
    bodies.add_bodies(territory_of(page));
    bodies.show(h, field(page, "body", msg::office_body), {});
    number(h, page, "rank", msg::setting_rank, {0, 99}, msg::setting_rank_hint);
}

void escalation(html::Html& h, RowPage const& page) {
    number(h, page, "days", msg::setting_after, {-30, 365}, msg::setting_after_hint);
    html::Options acts, levels;
    for (auto const act : {TimeAct::remind, TimeAct::escalate})
        acts.add(std::string(name_of(act)), word_of("setting.act", name_of(act)));
    choose(h, page, "act", msg::setting_act, acts);
    using directory::TerritoryKind;
    for (auto const level :
         {TerritoryKind::commune, TerritoryKind::province, TerritoryKind::region})
        levels.add(std::string(directory::name_of(level)),
                   word_of("setting.level", directory::name_of(level)));
    choose(h, page, "level", msg::setting_level, levels);
}

}  // namespace

void show_fields(html::Html& h, RowPage const& page) {
    auto const kind = page.kind.history;
    if (kind == "category" || kind == "question" || kind == "state") code_field(h, page);
    if (kind == "category") return category(h, page);
    if (kind == "question") return question(h, page);
    if (kind == "state") return state(h, page);
    if (kind == "template") return ready_text(h, page);
    if (kind == "route") return route(h, page);
    escalation(h, page);
}

}  // namespace wasl::reports::bureau
