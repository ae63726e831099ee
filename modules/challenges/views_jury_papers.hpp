// SPDX-License-Identifier: Apache-2.0
// Ballots on paper as the office of the organiser sees them.
#pragma once

#include "modules/challenges/paper_ballots.hpp"
#include "modules/challenges/views_jury.hpp"

namespace wasl::challenges::views {

struct PapersPage {
    PaperList const& list;
    bool may_print = false;   // while the jury sits
    std::string_view number;  // as it was typed
};
void papers(html::Html&, Known const&, PapersPage const&);

// A paper to be read, settled or looked at.
void paper(html::Html&, Known const&, OpenPaper const&);

// For the chair.
void agreed_papers(html::Html&, Known const&, AgreedPapers const&);

// Places in the list of values where two readings differ; the comment is told apart.
std::vector<std::size_t> differing(OpenPaper const&);
bool comments_differ(OpenPaper const&);

html::Url paper_url(Edition const&, std::string_view number);

}  // namespace wasl::challenges::views
