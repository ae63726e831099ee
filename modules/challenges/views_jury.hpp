// SPDX-License-Identifier: Apache-2.0
// What is seen of a jury: by everybody, by a judge, by the organiser and the chair.
#pragma once

#include "modules/challenges/jury.hpp"
#include "modules/challenges/views.hpp"

namespace wasl::challenges::views {

// A line of the published table.
struct PublishedLine {
    int place = 0, group = 0;  // 0: none
    TeamId team{0};
    std::string title, ballots, worth, low, high, places, top_3, raw_mean;
};
struct JuryPage {
    WholeEdition const& in;
    Jury::Seen const& seen;
    std::span<PublishedLine const> lines;
};
void jury(html::Html&, Known const&, JuryPage const&);
void criteria(html::Html&, std::span<JuryCriterion const>);

struct SeatPage {
    WholeEdition const& in;
    std::optional<Seated> const& seated;  // nothing: invited, and not there yet
    std::span<Team const> teams;          // that stand before the jury, to declare about
    std::string_view address, key;
};
void seat(html::Html&, Known const&, SeatPage const&);

struct BallotPage {
    WholeEdition const& in;
    Seated const& seated;
    Before const& before;
};
void ballot(html::Html&, Known const&, BallotPage const&);

struct JuryOfficePage {
    WholeEdition const& in;
    std::optional<WholeJury> const& whole;  // nothing: no rules yet
    Result<Jury::Outcomes> const& outcomes;
    bool is_published = false;
    std::optional<Invited> const& invited;  // a judge's link, just now
};
void jury_office(html::Html&, Known const&, JuryOfficePage const&);

html::Url jury_url(Edition const&, std::string_view below = {});

}  // namespace wasl::challenges::views
