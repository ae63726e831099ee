// SPDX-License-Identifier: Apache-2.0
// The jury of an edition, from its rules to what is published. Statistics rank, people decide.
#pragma once

#include "modules/challenges/challenges.hpp"
#include "modules/challenges/final_order.hpp"
#include "modules/challenges/results.hpp"

namespace wasl::challenges {

using CriterionId = Id<struct CriterionTag>;

inline constexpr int criteria_max = 20;
inline constexpr int jurors_max = 300;
inline constexpr int mark_max = 100;
inline constexpr int ballots_each_max = 20;
inline constexpr int ballot_versions_max = 200;  // of one ballot
// To shortlist three ballots a project are enough, to decide a podium five.
inline constexpr int each_to_shortlist = 3, each_for_podium = 5;

struct JuryRules {
    Ballots ballots = Ballots::score;
    int each = each_for_podium;  // ballots that a project needs
    int load_max = 20;           // projects of one judge
    std::int64_t seed = 0;
    std::string fingerprint{};  // empty: nothing is assigned
    std::int64_t version = 0;   // 0: not kept yet
};

struct JuryCriterion {
    CriterionId id{0};
    Phase phase = Phase::jury;  // or shortlisting
    int position = 0;
    Names name, labels;  // labels: a line for each mark, the lowest first
    judging::Criterion rule{};
};

struct Juror {
    PersonId person{0};
    bool is_chair = false;
    std::optional<Instant> declared, recused;
    std::string reason{};
    bool sits() const { return !recused; }
};

enum class Source { member, mentor, coauthor, administration, hierarchy, sponsor, declared };
std::string_view name_of(Source);
Source source_named(std::string_view);

struct Conflict {
    PersonId person{0};
    TeamId team{0};
    Source source = Source::declared;
    std::string reason{};
    PersonId by{0};
    Instant at{};
};

struct BallotTyped {
    std::string marks{};  // as challenge_ballots has them
    std::string comment{};
};

struct KeptBallot {
    PersonId person{0};
    TeamId team{0}, other{0};
    std::int64_t version = 0;
    BallotTyped said{};
    std::string source{};  // screen, paper
    Instant at{};
};

// A project before a judge, to be read and marked.
struct BeforeJudge {
    JuryRules rules;
    std::vector<JuryCriterion> criteria;
    Team team;
    Submission submission;
    int number = 0;  // what it is called on paper
    std::optional<KeptBallot> ballot;
};

struct Seated {
    Edition edition;
    JuryRules rules;
    Juror juror;
    std::vector<JuryCriterion> criteria;
    struct Line {
        TeamId team{0};
        int number = 0;
        std::string title;
        bool is_done = false;
    };
    std::vector<Line> projects{};       // in his order
    std::vector<KeptBallot> ballots{};  // his own
    std::vector<Conflict> conflicts{};  // the same
    std::vector<Team> before{};         // all that stand before the jury
};

struct JurorProgress {
    Juror juror;
    int assigned = 0, done = 0;
};

struct WholeJury {
    Edition edition;
    JuryRules rules;
    std::vector<JuryCriterion> criteria;
    std::vector<JuryCriterion> first_criteria;  // of shortlisting
    std::vector<JurorProgress> jurors;
    std::vector<Conflict> conflicts;
    struct Covered {
        Team team;
        int assigned = 0, done = 0;
    };
    std::vector<Covered> teams;  // that stand before the jury
    bool is_organiser = false, is_chair = false;
};

struct Deliberation {
    std::string minutes;
    std::vector<TeamId> order;  // empty: as computed
    std::string reason;         // why it is another one
    PersonId by{0};
    Instant at{};
};

// What the record's numbers stand for.
struct Judged {
    JuryRecord record;
    std::vector<Team> teams;         // projects of the record
    std::vector<PersonId> jurors{};  // judges of the record
};

struct PublishedResults {
    std::string record, table;
    std::vector<TeamId> teams;
    Instant at{};
};

class Jury {
public:
    explicit Jury(Desk const& desk) : desk_(desk) {}

    // --- The organiser (desk_jury.cpp), before the jury begins.
    Outcome keep_rules(db::Writer&, Act const&, JuryRules const& typed) const;
    Outcome keep(db::Writer&, Act const&, JuryCriterion const& typed) const;
    Outcome remove(db::Writer&, Act const&, CriterionId) const;
    // By a link, as mentors are; the chair's is another one.
    enum class Seat { juror, chair };
    Result<Invited> call(db::Writer&, Act const&, std::string_view address, Seat) const;
    Outcome take_seat(db::Writer&, Act const&, std::string_view address,
                      std::string_view key) const;

    // --- Conflicts (desk_jury_conflicts.cpp). Told before anything is read, and at any time after:
    // ballots that are there are void, and what was assigned is free again.
    Outcome declare(db::Writer&, Act const&, std::span<TeamId const>,
                    std::string_view reason) const;
    Outcome recuse(db::Writer&, Act const&, std::string_view reason) const;
    // By the organiser; what was saved stays, the rest is given anew. Refused with those for whom
    // it cannot be.
    Outcome assign(db::Writer&, Act const&) const;

    // --- Ballots (desk_jury_ballots.cpp).
    Outcome save(db::Writer&, Act const&, TeamId, TeamId other, BallotTyped const&) const;
    Result<Seated> seat(db::Reader&, Act const&) const;
    Result<std::vector<JuryCriterion>> criteria(db::Reader&, Act const&) const;
    Result<BeforeJudge> before_judge(db::Reader&, Act const&, TeamId) const;
    // For the organiser and the chair.
    Result<WholeJury> whole(db::Reader&, Act const&) const;

    // --- Results (desk_jury_results.cpp). For the chair once the jury's time is over.
    struct Outcomes {
        Judged judged;
        Results results;
        std::vector<TeamId> order;  // as computed
        std::optional<Deliberation> deliberation;
    };
    Result<Outcomes> results(db::Reader&, Act const&) const;
    // What was said, and the places that people give to some where they differ from the ranking.
    struct Decided {
        std::string minutes, reason;
        std::vector<TypedPlace> places;
    };
    Outcome deliberate(db::Writer&, Act const&, Decided const&) const;
    Outcome publish(db::Writer&, Act const&) const;
    std::optional<PublishedResults> published(db::Reader&, EditionId) const;
    // What everybody may see, and whether that visitor sits there.
    struct Seen {
        std::optional<JuryRules> rules;
        std::vector<JuryCriterion> criteria;
        std::vector<JuryCriterion> first_criteria;  // of shortlisting
        std::optional<PublishedResults> published;
        std::optional<Deliberation> deliberation;  // once it is published
        // Of the reader's own team, once it is published: the median mark of each criterion, and
        // what the judges wrote.
        struct Feedback {
            std::vector<std::optional<double>> medians;
            std::vector<std::string> comments;
        };
        std::optional<Feedback> own;
        bool sits = false, is_chair = false;
        bool has_papers = false;  // reads ballots on paper for the organiser
    };
    Seen seen(db::Reader&, http::Visitor const&, Edition const&, std::optional<TeamId> own) const;

    Desk const& desk() const { return desk_; }

private:
    Judged judged(db::Reader&, Edition const&) const;
    std::vector<Conflict> computed(db::Reader&, Edition const&, Juror const&) const;

    Desk const& desk_;
};

// Refused with field "mark_N" where a mark is none of its scale.
Outcome fit_marks(std::span<JuryCriterion const>, std::string_view marks);
// Marks as they are kept: as many words as criteria, "-" for none. Nothing where they are not so.
std::optional<std::vector<judging::Mark>> marks_of(std::string_view text, std::size_t criteria);
std::string marks_text(std::span<judging::Mark const>);

}  // namespace wasl::challenges
