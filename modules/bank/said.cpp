// SPDX-License-Identifier: Apache-2.0
#include "modules/bank/said.hpp"

#include <algorithm>
#include <charconv>

#include "kernel/text/fold.hpp"
#include "modules/bank/taxonomy.hpp"

namespace wasl::bank {

using namespace html::literals;

Known known_of(Pages const& pages, http::Asked const& asked) {
    auto const& house = pages.desk.house();
    house.procedures.refresh(asked.db, asked.now);
    return {pages.desk.picture(asked.db, asked.now), house.directory.picture(),
            house.procedures.picture(), house.life_events, asked.today};
}

http::Response go(http::Asked const& asked, html::Url const& url) {
    return http::see_other("/" + std::string(wasl::name_of(asked.language())) + url.text());
}

int status_of(html::Faults const& faults) { return faults.any() ? 422 : 200; }

html::Words success_of(http::Asked const& asked) {
    auto const done = asked.request.asked("done");
    if (done.empty()) return {};
    if (auto const* const found = msg::find("done." + std::string(done))) return *found;
    return {};
}

html::Url entry_url(std::string_view number) { return html::to("/bank/", number); }
html::Url file_url(AdoptionId id) { return html::to("/office/adoptions/", id); }

std::int64_t id_in(std::string_view text) {
    std::int64_t id = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    return error == std::errc{} && end == text.data() + text.size() ? id : 0;
}

html::Foreign named(Language language, directory::Names const& names) {
    return {directory::in(language, names), directory::spoken(language, names)};
}
html::Words in_its_language(Content const& content, std::string_view text) {
    auto const is_latin = [](char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    };
    bool const mixed =
        content.language == Language::ar && std::any_of(text.begin(), text.end(), is_latin);
    if (mixed) return html::isolated(text);
    return html::Foreign{text, content.language};
}
html::Words title_of(Content const& content) { return in_its_language(content, content.title); }

html::Words administration_said(Language language, Known const& known, AdministrationId id) {
    auto const* const found = known.places->administration(id);
    if (found == nullptr) return {};
    return named(language, found->name);
}

html::Words owner_said(Language language, Known const& known, AdministrationId id,
                       std::string_view other) {
    if (auto said = administration_said(language, known, id)) return said;
    if (!other.empty()) return html::isolated(other);
    return {};
}

html::Words procedure_said(Language language, Known const& known, std::string_view code) {
    if (auto const* const entry = known.registry->entry(code)) return named(language, entry->title);
    if (auto const* const one = known.registry->decision(code))
        return html::Foreign{one->name, Language::ar};
    return html::code(code);
}

html::Words touch_said(Language language, Known const& known, Touch kind, std::string_view code) {
    Message const* found = nullptr;
    switch (kind) {
        case Touch::procedure: return procedure_said(language, known, code);
        case Touch::data: return html::isolated(code);
        case Touch::obstacle: found = obstacle_named(code); break;
        case Touch::indicator: found = indicator_named(code); break;
        case Touch::life_event: found = known.life_events.named(code); break;
    }
    if (found == nullptr) return html::code(code);
    return *found;
}

html::Words indicator_said(Effect const& effect) {
    if (auto const* const found = indicator_named(effect.indicator)) return *found;
    return html::isolated(effect.name);
}

html::Words licence_said(std::string_view licence) {
    if (licence.empty()) return msg::entry_licence_none;
    if (licence == "internal") return msg::licence_internal;
    return html::code(licence);
}

html::Words source_said(Source const& source, Language language) {
    if (source.name.empty()) return word_of("origin", source.origin);
    return language == Language::ar ? html::Words(html::isolated(source.name))
                                    : html::Words(html::Foreign{source.name, language});
}

Message const& word_of(std::string_view kind, std::string_view name) {
    auto const* const found = msg::find(std::string(kind) + "." + std::string(name));
    check(found != nullptr, "every name has a word");
    return *found;
}

html::Tone tone_of(Stage stage) {
    switch (stage) {
        case Stage::proposed:
        case Stage::in_review: return html::Tone::info;
        case Stage::returned: return html::Tone::warning;
        case Stage::listed: return html::Tone::success;
        case Stage::refused: return html::Tone::danger;
        case Stage::dormant:
        case Stage::withdrawn:
        case Stage::merged: return html::Tone::neutral;
    }
    throw Bug("a stage that was never declared");
}

html::Tone tone_of(Phase phase) {
    switch (phase) {
        case Phase::asked: return html::Tone::warning;
        case Phase::accepted:
        case Phase::pilot: return html::Tone::info;
        case Phase::live: return html::Tone::success;
        case Phase::refused: return html::Tone::danger;
        case Phase::stopped: return html::Tone::neutral;
    }
    throw Bug("a phase that was never declared");
}

html::Tone tone_of(Verdict verdict) {
    if (verdict == Verdict::improved) return html::Tone::success;
    return verdict == Verdict::worsened ? html::Tone::danger : html::Tone::neutral;
}

html::Tone tone_of(Evidence evidence) {
    return evidence == Evidence::e0 ? html::Tone::neutral : html::Tone::info;
}

void paragraphs(html::Html& h, Content const& content, std::string_view text) {
    h("<p class=\"said\" lang=\""_h, wasl::name_of(content.language), "\" dir=\""_h,
      i18n::direction(content.language), "\">"_h, in_its_language(content, text), "</p>"_h);
}

std::string_view beginning(std::string_view text, std::size_t signs) {
    std::size_t at = 0;
    for (std::size_t n = 0; n < signs && at < text.size(); ++n) lexis::next_code_point(text, at);
    return text.substr(0, at);
}

std::vector<AdministrationId> works_in(http::Visitor const& visitor) {
    std::vector<AdministrationId> found;
    for (auto const& grant : visitor.grants) {
        bool const works = grant.role == http::Role::officer || grant.role == http::Role::head;
        if (works && std::find(found.begin(), found.end(), grant.administration) == found.end())
            found.push_back(grant.administration);
    }
    return found;
}

}  // namespace wasl::bank
