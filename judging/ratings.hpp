// SPDX-License-Identifier: Apache-2.0
// Ballots by score. Projects and judges are numbered from 0; a judge may have scored any of the
// projects, and the same one more than once.
#pragma once

#include <optional>
#include <vector>

#include "judging/answer.hpp"

namespace wasl::judging {

struct Rating {
    int project = 0;
    int judge = 0;
    double score = 0;   // any scale; all results are on the same one
    double weight = 1;  // above 0: how sure the judge says he is (the error has variance 1/weight)
    double position = 0;  // the place of the project in the judge's sequence; for the drift alone
};

struct Ratings {
    int projects = 0;
    int judges = 0;
    std::vector<Rating> rows{};
};

// Nothing where every row names a project and a judge and has finite numbers.
std::optional<Reason> fault(Ratings const&);

// Projects and judges that chains of ballots connect. Scores of two parts cannot be compared: how
// severe the judges of one are against those of the other, no ballot says.
struct Part {
    std::vector<int> projects{};  // ascending
    std::vector<int> judges{};
};

// Largest first, then by the lowest project. Whoever has no ballot is in no part.
std::vector<Part> parts(Ratings const&);

// Nothing where all ballots make one part; else all the parts but the largest.
std::optional<Reason> not_comparable(Ratings const&);

}  // namespace wasl::judging
