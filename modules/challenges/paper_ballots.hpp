// SPDX-License-Identifier: Apache-2.0
// Ballots on paper: printed for a judge with a control code, read back twice by two persons who do
// not see one another's reading, settled from the paper where the readings differ. Only what is
// agreed becomes a ballot, and every reading is kept. The chair may open an agreed paper again.
#pragma once

#include "modules/challenges/jury.hpp"

namespace wasl::challenges {

using PaperId = Id<struct PaperTag>;

enum class PaperState { blank, once, differs, agreed, set_aside, reopened };
std::string_view name_of(PaperState);

struct PaperReading {
    std::int64_t version = 0;
    bool settles = false;
    PersonId by{0};
    Instant at{};
    BallotTyped said{};
};

// By the chair: what was read up to that version counts no more.
struct Reopening {
    std::int64_t after = 0;
    std::string reason{};
    PersonId by{0};
    Instant at{};
};

// What the readings of a paper, in their order, come to.
struct PaperStanding {
    PaperState state = PaperState::blank;
    std::optional<PaperReading> first{}, second{};  // the last one of each of the two persons
    std::optional<BallotTyped> agreed{};
};
PaperStanding standing_of(std::span<PaperReading const>);
PaperStanding standing_of(std::span<PaperReading const>, std::span<Reopening const>);
// Marks to the letter; of a comment the words, since lines break differently on a screen.
bool is_same(BallotTyped const&, BallotTyped const&);

// What a form knows of a paper when it is sent: one that reads has seen nobody's reading, one that
// settles has seen both.
enum class Turn { reads, settles };
// conflict where the paper does not wait for that.
Outcome may_type(PaperStanding const&, Turn);

// One value for each criterion ("4", or "-" for none), for each project (its place) or for each
// pair
// ("first", "second", "tie", or "-" for none): what stands in the fields of a form, and how it is
// kept.
using PaperValues = std::vector<std::string>;
PaperValues values_of(Ballots, std::string_view marks, std::span<TeamId const>);
std::string marks_from(Ballots, PaperValues const&, std::span<TeamId const>);

// The pairs that a judge is given on paper, one after the other: all of few projects; of many each
// with the two that follow it and the two before it, which compares all of them through a few
// steps.
std::vector<TeamId> pairs_of(std::span<TeamId const>);

struct BallotPaper {
    PaperId id{0};
    std::string number;  // the control code
    EditionId edition{0};
    PersonId person{0};
    std::vector<TeamId> teams;  // by pair: two for each
    std::vector<int> numbers;   // of those projects
    PersonId printed_by{0};
    Instant printed_at{};
    PersonId set_aside_by{0};
    std::optional<Instant> set_aside{};
    std::string reason{};
};

// A project on a paper.
struct OnPaper {
    TeamId team{0};
    int number = 0;
    std::string title, team_name;
};

struct OpenPaper {
    Edition edition;
    JuryRules rules;
    std::vector<JuryCriterion> criteria;
    BallotPaper paper;
    std::vector<OnPaper> projects;
    PaperStanding standing;
    std::vector<Reopening> reopened;
    bool is_organiser = false;
    std::size_t values() const;  // fields of a reading
};

struct PaperLine {
    BallotPaper paper;
    PaperState state = PaperState::blank;
    bool counts = true;  // its projects are still those that its judge was given
};
// What the chair may open again, and what was.
struct AgreedPapers {
    struct Line {
        BallotPaper paper;
        PaperState state = PaperState::agreed;
        std::vector<Reopening> reopened;
    };
    Edition edition;
    std::vector<Line> papers;
    bool is_open = false;  // while the jury sits
};
struct PaperList {
    Edition edition;
    JuryRules rules;
    std::vector<PaperLine> papers;
    std::vector<PersonId> judges;  // who were given projects
    bool is_organiser = false;
};

// All that is printed for one judge.
struct PrintedPapers {
    Edition edition;
    JuryRules rules;
    std::vector<JuryCriterion> criteria;
    struct Sheet {
        BallotPaper paper;
        std::vector<OnPaper> projects;
    };
    std::vector<Sheet> sheets;
};

// Holds a position at the organiser.
bool is_office_of(http::Visitor const&, Edition const&);

// For that office, but for whoever judges, mentors or takes part.
class PaperBallots {
public:
    // What a judge has no paper for yet: a paper for each project, or one for a whole ranking or
    // for all pairs.
    Outcome print(db::Writer&, Act const&, PersonId judge) const;
    Result<PrintedPapers> printed(db::Reader&, Act const&, PersonId judge) const;
    Result<PaperList> list(db::Reader&, Act const&) const;

    // By the number as it was typed. The refusal says whether it was mistyped or is not of here.
    Result<OpenPaper> open(db::Reader&, Act const&, std::string_view number) const;
    Result<PaperState> type(db::Writer&, Act const&, std::string_view number, Turn,
                            BallotTyped const&) const;
    // By the organiser: lost, spoilt, or never to be settled. Another one may be printed.
    Outcome set_aside(db::Writer&, Act const&, std::string_view number,
                      std::string_view reason) const;

    // By the chair, while the jury sits, with a reason of which the judge is told. What the paper
    // said counts no more until two persons have read it alike again.
    Result<AgreedPapers> agreed(db::Reader&, Act const&) const;
    Outcome reopen(db::Writer&, Desk::House const&, Act const&, std::string_view number,
                   std::string_view reason) const;
};

}  // namespace wasl::challenges
