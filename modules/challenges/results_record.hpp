// SPDX-License-Identifier: Apache-2.0
// All that a ranking follows from, without a name of a judge: published, so that anybody can make
// the table again. One line a thing, words by blanks, everything numbered from 1 in the order of
// the lines:
//
//     wasl-jury 1
//     edition berkane-2026
//     ballots score                          or ranking, pair
//     recusals 2
//     judges 12
//     criterion 4000 1 5 needed counted      weight, scale; or optional, shown
//     project شباك واحد                      its title, to the end of the line
//     ballot 3 1 4 5 -                       judge, project, marks; - where there is none
//     ranking 3 4>1=2>3                      judge, projects from the best on, = where they are
//                                            tied
//     pair 3 1 2 first                       judge, projects in the order shown; or second, tie
//     seed 7261043861                        follows from all that stands before it
//
// A judge says of a project, of a pair, of the whole order once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "judging/contests.hpp"
#include "judging/rubric.hpp"

namespace wasl::challenges {

enum class Ballots { score, ranking, pair };
std::string_view name_of(Ballots);
std::optional<Ballots> ballots_named(std::string_view);

struct ScoreBallot {
    int judge = 0;  // from 0
    int project = 0;
    std::vector<judging::Mark> marks{};
};

struct PairBallot {
    int judge = 0;
    int first = 0;
    int second = 0;
    enum class Preferred { first, second, tie } preferred = Preferred::tie;
};

struct JuryRecord {
    std::string edition{};
    Ballots ballots = Ballots::score;
    int recusals = 0;
    int judges = 0;
    std::vector<judging::Criterion> criteria{};
    std::vector<std::string> projects{};  // titles
    std::vector<ScoreBallot> scores{};
    std::vector<judging::Ranking> rankings{};
    std::vector<PairBallot> pairs{};

    std::string text() const;  // with its seed
    std::uint64_t seed() const;
};

// The number of the line that cannot be read, from 1, or that says once more what its judge said
// before; 0: the seed belongs to other ballots.
struct Unreadable {
    int line = 0;
};
std::variant<JuryRecord, Unreadable> jury_record_of(std::string_view text);

}  // namespace wasl::challenges
