// SPDX-License-Identifier: Apache-2.0
// A judge's ballots as they come from the printer: one sheet a project with the labelled scales to
// tick, or one with a box for the place of each project.
#pragma once

#include "modules/challenges/paper_ballots.hpp"

namespace wasl::challenges {

struct SheetsFor {
    PrintedPapers const& printed;
    std::string judge;      // his name
    std::string organiser;  // its name
    std::string site;       // "https://wasl.example.ma"
};
// One PDF, in the official language.
std::string ballot_sheets(SheetsFor const&);

// "4 – جيد", or the mark alone where the scale has no words for it.
Said mark_said(JuryCriterion const&, Language, int mark);
// As a paper calls it: by its number alone where projects are read without names.
Said project_said(Edition const&, OnPaper const&);
Said pair_said(Edition const&, std::span<OnPaper const>, std::size_t n);  // of a paper by pair
// Scales that can be ticked; longer ones are written as a number.
inline constexpr int ticked_marks_max = 11;
bool is_ticked(JuryCriterion const&);

}  // namespace wasl::challenges
