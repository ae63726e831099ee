// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/said.hpp"

#include <algorithm>

#include "modules/directory/directory.hpp"
#include "modules/reports/messages.hpp"

namespace wasl::reports {

using namespace html::literals;

Known known_of(Pages const& pages, http::Asked const& asked) {
    return {pages.desk.settings(asked.db, asked.now), pages.desk.house().directory.picture(),
            asked.today};
}

http::Response go(http::Asked const& asked, html::Url const& url) {
    return http::see_other("/" + std::string(name_of(asked.language())) + url.text());
}

int status_of(html::Faults const& faults) { return faults.any() ? 422 : 200; }

html::Foreign named(Language language, Names const& names) {
    return {directory::in(language, names), directory::spoken(language, names)};
}

html::Words category_said(Language language, Known const& known, std::string_view code) {
    auto const* const found = known.settings->category(code);
    if (found == nullptr) return html::code(code);
    return named(language, found->name);
}

html::Words state_said(Language language, Known const& known, std::string_view code, Phase phase) {
    auto const* const found = known.settings->state(code);
    // Nobody's answer yet: the state that waits for it is not the author's to read.
    if (found == nullptr || phase == Phase::unconfirmed) return word_of(phase);
    return named(language, found->name);
}

html::Words body_said(Language language, Known const& known, AdministrationId id) {
    auto const* const found = known.places->administration(id);
    if (found == nullptr) return {};
    return named(language, found->name);
}

html::Words territory_said(Language language, Known const& known, TerritoryId id) {
    auto const* const found = known.places->territory(id);
    if (found == nullptr) return {};
    return named(language, found->name);
}

Message const& word_of(Phase phase) {
    auto const* const found = msg::find("phase." + std::string(name_of(phase)));
    check(found != nullptr, "every phase has a name");
    return *found;
}

html::Tone tone_of(Phase phase) {
    switch (phase) {
        case Phase::unconfirmed: return html::Tone::warning;
        case Phase::open: return html::Tone::info;
        case Phase::fixed: return html::Tone::success;
        case Phase::refused: return html::Tone::danger;
        case Phase::duplicate:
        case Phase::withdrawn: return html::Tone::neutral;
    }
    throw Bug("a phase that was never declared");
}

void state_tag(html::Html& h, Known const& known, std::string_view state, Phase phase) {
    html::tag(h, tone_of(phase), state_said(h.language(), known, state, phase));
}

static void answer_said(html::Html& h, Question const* question, std::string_view value) {
    if (question != nullptr) {
        for (auto const& choice : question->choices)
            if (choice.key == value) return void(h(named(h.language(), choice.name)));
        if (question->kind == QuestionKind::moment)
            if (auto const day = date_from_iso(value)) return void(h(*day));
    }
    h(html::isolated(value));
}

void list_answers(html::Html& h, html::SummaryList& list, Known const& known,
                  std::string_view category, std::span<Answered const> answers) {
    auto const questions = known.settings->questions_of(category);
    for (auto const& one : answers) {
        auto const found =
            std::find_if(questions.begin(), questions.end(),
                         [&](Question const* question) { return question->code == one.question; });
        auto const* const question = found == questions.end() ? nullptr : *found;
        html::Words label = html::code(one.question);
        if (question != nullptr) label = named(h.language(), question->label);
        list.row_with(label, [&] {
            for (auto const& value : one.values) {
                h("<div>"_h);
                answer_said(h, question, value);
                h("</div>"_h);
            }
        });
    }
}

std::vector<directory::Territory const*> communes_of(directory::Picture const& places,
                                                     TerritoryId province) {
    std::vector<directory::Territory const*> found;
    for (auto const* const one : places.parts_of(province)) {
        if (is_commune(*one)) found.push_back(one);
        for (auto const* const inner : communes_of(places, one->id)) found.push_back(inner);
    }
    return found;
}

html::Options to_choose(Language language, std::span<directory::Territory const* const> all) {
    html::Options options;
    for (auto const* const one : all)
        options.add(std::to_string(one->id.value()), named(language, one->name));
    return options;
}

}  // namespace wasl::reports
