// SPDX-License-Identifier: Apache-2.0
// Before the shortlist judges read what was sent and mark it by criteria of that phase. Projects
// are given out as the jury's are; whoever sits and is not near a team may read what he was not
// given too. The organiser decides, with these figures before him.
#pragma once

#include "modules/challenges/jury.hpp"

namespace wasl::challenges {

struct FirstMarks {
    PersonId person{0};
    TeamId team{0};
    std::int64_t version = 0;
    BallotTyped said{};
    Instant at{};
};

// How what was sent is given out.
struct FirstRules {
    int each = each_to_shortlist;  // readings that a project needs
    int load_max = 20;             // projects of one judge
    std::int64_t seed = 0;
    std::string fingerprint{};  // empty: nothing is given out
    std::int64_t version = 0;
};

// A project as that judge sees it in his list.
struct FirstProject {
    TeamId team{0};
    std::string title;
    std::optional<FirstMarks> own;
    bool is_near = false;
    bool is_given = false;  // to that judge
};
struct FirstSeat {
    Edition edition;
    std::vector<JuryCriterion> criteria;
    std::vector<FirstProject> projects;  // what was given first, in its order
};
// And to be read.
struct FirstOpened {
    Edition edition;
    std::vector<JuryCriterion> criteria;
    Team team;
    Submission submission;
    std::optional<FirstMarks> own;
};

struct FirstLine {
    TeamId team{0};
    std::string title, team_name;
    int given = 0;                  // to so many judges
    int readings = 0;               // complete ones
    std::optional<double> score{};  // fair where readings connect, else their mean
    bool is_shortlisted = false;
};
struct FirstTable {
    Edition edition;
    std::vector<JuryCriterion> criteria;
    std::vector<FirstLine> lines;  // the best first, those without a reading last
    FirstRules rules{};
    struct Reader {
        PersonId person{0};
        int given = 0, read = 0;  // of these
    };
    std::vector<Reader> readers;  // to whom something was given
    bool is_open = false;         // may still be given out
    bool is_fair = false;         // scores make up for severe and lenient judges
};

class FirstReading {
public:
    explicit FirstReading(Desk const& desk) : desk_(desk) {}

    // By the organiser, until shortlisting is over; who read what keeps it. Refused with those for
    // whom it cannot be.
    Outcome assign(db::Writer&, Act const&, int each, int load_max) const;
    Outcome save(db::Writer&, Act const&, TeamId, BallotTyped const&) const;
    // For a judge, once what he is near to is told.
    Result<FirstSeat> seat(db::Reader&, Act const&) const;
    Result<FirstOpened> project(db::Reader&, Act const&, TeamId) const;
    // For the organiser and the chair.
    Result<FirstTable> table(db::Reader&, Act const&) const;

private:
    Desk const& desk_;
};

}  // namespace wasl::challenges
