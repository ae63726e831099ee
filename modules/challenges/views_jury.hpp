// SPDX-License-Identifier: Apache-2.0
// What is seen of a jury: by everybody, by a judge, by the organiser and the chair.
#pragma once

#include "modules/challenges/jury.hpp"
#include "modules/challenges/polls.hpp"
#include "modules/challenges/views.hpp"

namespace wasl::challenges {

// Fields "mark_1" ... and "comment" of a form.
BallotTyped ballot_typed(http::Request const&, std::size_t criteria);
int whole_number(http::Request const&, std::string_view field);  // -1 where it is none

}  // namespace wasl::challenges

namespace wasl::challenges::views {

// A line of the published table.
struct PublishedLine {
    int place = 0, group = 0;  // 0: none
    TeamId team{0};
    std::string title, ballots, worth, low, high, places, top_3, raw_mean;
    std::string z_mean, centred_median, bradley_terry, without_one;
};
// What the published table says of itself.
struct PublishedRemarks {
    Message const* method = nullptr;
    std::string complete, judges, recusals;
};
struct JuryPage {
    WholeEdition const& in;
    Jury::Seen const& seen;
    std::span<PublishedLine const> lines;
    PublishedRemarks const& remarks;
    std::optional<PollResult> const& poll;
};
void jury(html::Html&, Known const&, JuryPage const&);
void criteria(html::Html&, Message const& caption, std::span<JuryCriterion const>);
void scale(html::Html&, JuryCriterion const&);  // what each mark means
// What it weighs among the criteria that count; nothing where it is only shown.
Said weight(JuryCriterion const&, std::span<JuryCriterion const>);

struct SeatPage {
    WholeEdition const& in;
    std::optional<Seated> const& seated;  // nothing: invited, and not there yet
    std::string_view address, key;
};
void seat(html::Html&, Known const&, SeatPage const&);

struct BallotPage {
    WholeEdition const& in;
    BeforeJudge const& before;
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

// A mark of that scale, by its labels: field "mark_N". On paper it may have been left out.
enum class Unticked { refused, offered };
void mark_field(html::Html&, Known const&, JuryCriterion const&, std::size_t n,
                std::string_view value, Unticked);

Message const& better_said(std::string_view);  // of a pair: "first", "second", "tie"

// A project as a judge reads it, its documents behind that address.
void read_project(html::Html&, Call const&, Team const&, Submission const&, html::Url const& files);

html::Url jury_url(Edition const&, std::string_view below = {});

}  // namespace wasl::challenges::views
