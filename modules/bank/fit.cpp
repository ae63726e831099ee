// SPDX-License-Identifier: Apache-2.0
// What an entry must satisfy before anybody is asked to read it.
#include <algorithm>

#include "kernel/text/signs.hpp"
#include "modules/bank/inside.hpp"
#include "modules/bank/taxonomy.hpp"

namespace wasl::bank {

std::vector<std::string>& Touched::of(Touch kind) {
    switch (kind) {
        case Touch::procedure: return procedures;
        case Touch::obstacle: return obstacles;
        case Touch::life_event: return life_events;
        case Touch::indicator: return indicators;
        case Touch::data: return data;
    }
    throw Bug("a kind of touch that was never declared");
}
std::vector<std::string> const& Touched::of(Touch kind) const {
    return const_cast<Touched*>(this)->of(kind);
}

void settle(Touched& touches) {
    for (std::size_t n = 0; n < touch_count; ++n) {
        auto& codes = touches.of(static_cast<Touch>(n));
        std::sort(codes.begin(), codes.end());
        codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    }
}

Outcome readable(std::string_view text, Wanted const& wanted) {
    auto const signs = lexis::signs_in(text);
    if (signs > wanted.signs_max)
        return Refusal{
            Refused::invalid,
            say(msg::refused_long, {number("max", wanted.signs_max), number("signs", signs)}),
            {},
            wanted.field};
    if (lexis::has_hidden_signs(text))
        return Refusal{Refused::invalid, say(msg::refused_signs), {}, wanted.field};
    if (wanted.required && lexis::is_blank(text))
        return Refusal{Refused::invalid, say(msg::refused_empty), {}, wanted.field};
    return Done{};
}

Outcome fits_in_length(Content const& content) {
    TRY(readable(content.title, {"title", title_max}));
    TRY(readable(content.problem, {"problem", text_max, false}));
    TRY(readable(content.solution, {"solution", text_max, false}));
    TRY(readable(content.serves, {"serves", text_max, false}));
    TRY(readable(content.evidence_note, {"evidence_note", text_max, false}));
    TRY(readable(content.needs, {"needs", text_max, false}));
    TRY(readable(content.licence, {"licence", line_max, false}));
    TRY(readable(content.replicability_note, {"replicability_note", text_max, false}));
    TRY(readable(content.contacts, {"contacts", text_max, false}));
    TRY(readable(content.website, {"website", line_max, false}));
    for (auto const& one : content.touches.data) TRY(readable(one, {"data", line_max}));
    return Done{};
}

namespace {

template<typename Known>
Outcome all_known(std::vector<std::string> const& codes, std::string_view field, Known is_known) {
    if (codes.size() > touches_max)
        return Refusal{
            Refused::invalid, say(msg::refused_many, {number("max", touches_max)}), {}, field};
    for (auto const& code : codes)
        if (!is_known(code))
            return Refusal{
                Refused::invalid, say(msg::refused_unknown, {text("code", code)}), {}, field};
    return Done{};
}

bool is_web_address(std::string_view text) {
    return text.starts_with("https://") || text.starts_with("http://");
}

Outcome all_is_known(Content const& content, House const& house) {
    auto const published = house.procedures.picture();
    if (!content.website.empty() && !is_web_address(content.website))
        return Refusal{Refused::invalid, say(msg::refused_website), {}, "website"};
    if (content.effort_days && (*content.effort_days < 0 || *content.effort_days > 100'000))
        return Refusal{Refused::invalid, say(msg::refused_number), {}, "effort_days"};
    auto const& touches = content.touches;
    TRY(all_known(touches.procedures, "procedures", [&](std::string const& code) {
        return published->entry(code) != nullptr || published->decision(code) != nullptr;
    }));
    TRY(all_known(touches.obstacles, "obstacles",
                  [](std::string const& code) { return obstacle_named(code) != nullptr; }));
    TRY(all_known(touches.life_events, "life_events", [&](std::string const& code) {
        return house.life_events.named(code) != nullptr;
    }));
    TRY(all_known(touches.indicators, "indicators",
                  [](std::string const& code) { return indicator_named(code) != nullptr; }));
    return all_known(touches.data, "data", [](std::string const&) { return true; });
}

}  // namespace

Outcome fits(Content const& content, House const& house) {
    TRY(fits_in_length(content));
    TRY(readable(content.problem, {"problem"}));
    TRY(readable(content.solution, {"solution"}));
    TRY(readable(content.serves, {"serves"}));
    // Who claims a measure says what was measured.
    TRY(readable(content.evidence_note,
                 {"evidence_note", text_max, content.evidence != Evidence::e0}));
    return all_is_known(content, house);
}

Outcome fits_as_far_as_told(Content const& content, House const& house) {
    TRY(fits_in_length(content));
    return all_is_known(content, house);
}

}  // namespace wasl::bank
