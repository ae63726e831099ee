// SPDX-License-Identifier: Apache-2.0
// The ranking of a jury, from its record alone, and the table that is published. Statistics rank;
// people decide: where the first is not surely the first, a deliberation is due.
#pragma once

#include <optional>

#include "judging/draws.hpp"
#include "modules/challenges/results_record.hpp"

namespace wasl::challenges {

// What the order rests on. Scores: the mixed model; with fewer than three judges the mean, since
// severity cannot be told from two. Rankings and pairs: Bradley and Terry's worths. How sure an
// order of two judges is cannot be told either: all are tied, and people decide.
enum class Method { mixed_model, raw_mean, bradley_terry, none };
std::string_view name_of(Method);

inline constexpr double sure_of_first = 0.90;  // below it the tied projects are deliberated on
inline constexpr int judges_of_model_min = 3;
inline constexpr int posterior_rows = 4'000;
inline constexpr int bootstrap_rows = 1'000;

struct ProjectResult {
    int project = 0;                               // from 0, as in the record
    int ballots = 0;                               // complete ones
    int place = 0;                                 // from 1; 0: there is no one ranking
    int group = 0;                                 // from 1: those of one group are tied
    double worth = 0;                              // fair score of 0 to 100, or logits
    std::optional<judging::Interval> interval{};   // 95 of 100
    judging::Places places{};                      // where it may stand
    std::optional<double> first{}, top_3{};        // chances, where one can be told
    std::optional<judging::Places> without_one{};  // its places when any one judge is left out
    std::optional<double> raw_mean{}, z_mean{}, median{}, bradley_terry{};
    std::vector<std::optional<double>> criteria{};  // the median mark of each, for its team
};

struct JudgeResult {
    int ballots = 0;
    judging::Estimate severity{};  // below 0: severe. For the chair alone
    std::optional<double> agreement{};
};

struct Results {
    Method method = Method::none;
    std::vector<ProjectResult> projects{};  // in the order of the ranking, else as in the record
    std::vector<JudgeResult> judges{};
    int complete = 0, incomplete = 0;  // ballots
    double first_before_second = 1;    // the chance that the first is better than the second
    std::vector<int> decisive{};       // judges without whom another would be first
    // Why there is no one ranking, with the projects and judges of the smaller parts.
    std::optional<judging::Reason> apart{};

    bool needs_deliberation() const { return first_before_second < sure_of_first; }
};

Results results_of(JuryRecord const&);

// The median mark of each criterion for that project; what its team is told.
std::vector<std::optional<double>> medians_of(JuryRecord const&, int project);

// As published: remarks behind '#', a line of names, a line for each project. The same bytes for
// the same record.
std::string table_of(JuryRecord const&, Results const&);

}  // namespace wasl::challenges
