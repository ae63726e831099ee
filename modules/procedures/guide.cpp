// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/guide.hpp"

#include "modules/procedures/subjects.hpp"

namespace wasl::procedures {
namespace {

constexpr std::size_t few = 5;  // are read faster than another question
constexpr std::size_t guide_shown_max = 60;

std::string narrowed_by(std::string const& answer) {
    return answer == guide_any ? std::string{} : answer;
}

struct OpenQuestion {
    GuideQuestion question;
    std::string const& answer;
    std::span<std::string_view const> codes;
    std::span<std::uint32_t const> counts;
};

std::vector<GuideStep::Choice> choices(OpenQuestion const& asked) {
    std::vector<GuideStep::Choice> out;
    for (std::size_t i = 0; i < asked.codes.size(); ++i)
        if (asked.counts[i] > 0) out.push_back({asked.codes[i], asked.counts[i]});
    return out;
}

bool divides(std::vector<GuideStep::Choice> const& choices, std::size_t total) {
    if (choices.size() < 2) return false;
    for (auto const& one : choices)
        if (one.count < total) return true;
    return false;
}

}  // namespace

std::string_view name_of(GuideQuestion question) {
    switch (question) {
        case GuideQuestion::life_event: return "life_event";
        case GuideQuestion::audience: return "audience";
        case GuideQuestion::theme: return "theme";
    }
    return {};
}

GuideStep guide(Finder const& finder, GuideAnswers const& answers) {
    Narrow narrow;
    narrow.life_event = narrowed_by(answers.life_event);
    narrow.audience = narrowed_by(answers.audience);
    narrow.theme = narrowed_by(answers.theme);
    auto result = finder.find({}, narrow, Kind::any, guide_shown_max, 0);
    auto const total = result.total(Kind::any);
    auto const& counts = result.counts;
    OpenQuestion const all[] = {
        {GuideQuestion::life_event, answers.life_event, life_events(), counts.life_events},
        {GuideQuestion::audience, answers.audience, audiences(), counts.audiences},
        {GuideQuestion::theme, answers.theme, themes(), counts.themes}};
    for (auto const& asked : all) {
        if (total <= few) break;
        if (!asked.answer.empty()) continue;
        auto offered = choices(asked);
        if (divides(offered, total)) return {asked.question, std::move(offered), {}};
    }
    return {std::nullopt, {}, std::move(result.items)};
}

}  // namespace wasl::procedures
