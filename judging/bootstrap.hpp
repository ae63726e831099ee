// SPDX-License-Identifier: Apache-2.0
// The bootstrap over judges: what would have come out if other judges of the same kind had sat
// there? Judges are drawn with replacement, as many as there are, each with all that he said, since
// the ballots of one judge hang together. With six judges or fewer all ways of drawing are gone
// through, each with its chance, and no chance is needed (five judges: 126 ways).
#pragma once

#include <vector>

#include "judging/bradley_terry.hpp"
#include "judging/draws.hpp"

namespace wasl::judging {

inline constexpr int judges_enumerated_max = 6;

struct Drawn {
    std::vector<int> times{};  // how often each judge was drawn
    double weight = 0;         // the weights of all add up to 1
};

// Only judges with ballots should be counted. `amount` draws, or all ways where judges are few.
std::vector<Drawn> drawings_of(int judges, int amount, Chance&);

// Fair scores less the mean. The model's variances are kept, since a draw of judges says less about
// them than the whole jury; the judges drawn twice are two judges who said the same.
// Time: amount * (squared ballots of each + cube of the smaller number).
Answer<Draws> bootstrap_scores(Ratings const&, MixedModel const&, int amount, Chance&);

// Worths, estimated anew for every draw; `options.precision` must be above 0, since judges that
// were not drawn may leave a project without a contest.
Answer<Draws> bootstrap_worths(Contests const&, WorthOptions const&, int amount, Chance&);

}  // namespace wasl::judging
