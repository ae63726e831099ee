// SPDX-License-Identifier: Apache-2.0
// The vote of the public, as voters and the organiser see it.
#pragma once

#include "modules/challenges/polls.hpp"
#include "modules/challenges/views.hpp"

namespace wasl::challenges::views {

struct VotePage {
    WholeEdition const& in;
    VotingPaper const& paper;
    std::optional<PollResult> const& result;
};
void vote(html::Html&, Known const&, VotePage const&);
void poll_result(html::Html&, PollResult const&);
// Of the organiser, before it opens.
void poll_office(html::Html&, Known const&, WholeEdition const&);

html::Url vote_url(Edition const&, std::string_view below = {});

}  // namespace wasl::challenges::views
