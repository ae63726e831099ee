// SPDX-License-Identifier: Apache-2.0
// A few questions that lead to the right procedure. Nothing is asked that would not divide what is
// left, so the questions follow from what is published and not from a list of ours.
#pragma once

#include "modules/procedures/finding.hpp"

namespace wasl::procedures {

enum class GuideQuestion : std::uint8_t { life_event, audience, theme };
std::string_view name_of(GuideQuestion);

inline constexpr std::string_view guide_any = "any";  // "does not matter", "do not know"

// Empty: not answered yet.
struct GuideAnswers {
    std::string life_event, audience, theme;
};

struct GuideStep {
    std::optional<GuideQuestion> question;  // none: here is what was found
    struct Choice {
        std::string_view code;
        std::uint32_t count;  // that would be left
    };
    std::vector<Choice> choices;
    std::vector<Item> found;
};

GuideStep guide(Finder const&, GuideAnswers const&);

}  // namespace wasl::procedures
