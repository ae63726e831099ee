// SPDX-License-Identifier: Apache-2.0
// How far the judges agree, in the figures that are customary. None of them corrects anything.
#pragma once

#include <optional>
#include <vector>

#include "judging/answer.hpp"
#include "judging/ratings.hpp"

namespace wasl::judging {

// Of a table where every judge scored every project once (P. Shrout, J. Fleiss, Psychological
// Bulletin 86, 1979). 1: each project by judges of its own; 2: judges drawn from many; 3: these
// judges alone. Single: of one judge; mean: of the mean of all of them.
struct IntraclassCorrelations {
    double single_1 = 0, single_2 = 0, single_3 = 0;
    double mean_1 = 0, mean_2 = 0, mean_3 = 0;
};
// incomplete_table where a ballot lacks or is there twice; nothing_given with fewer than two
// projects or judges. Where all scores are equal all figures are 0.
Answer<IntraclassCorrelations> intraclass_correlations(Ratings const&);

enum class Scale { nominal, ordinal, interval, ratio };
// Krippendorff's alpha (K. Krippendorff, "Content Analysis", 1980; ballots may lack): 1 perfect, 0
// as by chance, below 0 worse. incomplete_table where no project has two ballots. 1 where all
// scores are equal.
Answer<double> krippendorff_alpha(Ratings const&, Scale = Scale::interval);

// Of two judges over the projects that both scored (J. Cohen, 1960, 1968): how often they say the
// same beyond chance; weighted: by how far apart, squared. Scores are kinds or steps of a scale.
enum class KappaWeights { none, linear, squared };
Answer<double> cohen_kappa(Ratings const&, int one_judge, int other_judge,
                           KappaWeights = KappaWeights::none);

// Of many judges (J. Fleiss, Psychological Bulletin 76, 1971): every project with equally many
// ballots, else incomplete_table.
Answer<double> fleiss_kappa(Ratings const&);

// Kendall's W of a complete table, with its correction for ties (M. Kendall, B. Smith, Annals of
// Mathematical Statistics 10, 1939): 0 no concord, 1 the same order by all.
Answer<double> kendall_w(Ratings const&);

// For each judge the correlation of his scores with the mean of the other judges' scores of the
// same projects; nothing with fewer than three such projects or where one side never changes.
std::vector<std::optional<double>> correlation_with_others(Ratings const&);

}  // namespace wasl::judging
