// SPDX-License-Identifier: Apache-2.0
// The list of what waits for reviewers, and the pages of one step for several entries.
#pragma once

#include "modules/bank/views_office.hpp"

namespace wasl::bank::views {

// What makes sense for several at once, with one reason.
inline constexpr std::array steps_of_several{Action::take_up, Action::enlist, Action::send_back,
                                             Action::refuse};

void queue(html::Html&, OfficePage const&);

struct SeveralPage {
    QueueAsk ask;  // the list to go back to
    Action action;
    std::vector<Whole> const& all;
    std::string_view csrf;
    http::Request const& request;
    html::Faults const& faults;
};
void several_form(html::Html&, SeveralPage const&);

// What became of one of them.
struct StepTaken {
    std::string number;
    Content content;  // of what could be seen
    std::optional<Said> refused;
};
struct SeveralDone {
    QueueAsk ask;
    Action action;
    std::vector<StepTaken> taken;
    std::int64_t done() const;
};
void several_done(html::Html&, SeveralDone const&);

}  // namespace wasl::bank::views
