// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modules/procedures/guide.hpp"
#include "modules/procedures/life_events.hpp"
#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

struct GuidePage {
    GuideAnswers answers;
    GuideStep step;
    bool unanswered = false;  // the form was sent without a choice
};
void show_guide(html::Html&, GuidePage const&);

void show_life_events(html::Html&, Counts const&);
void show_life_event(html::Html&, std::string_view code, LifeEvent const&);

}  // namespace wasl::procedures::views
