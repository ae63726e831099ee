// SPDX-License-Identifier: Apache-2.0
// All SQL of ballots on paper.
#pragma once

#include "modules/challenges/paper_ballots.hpp"

namespace wasl::challenges::store {

bool try_insert(db::Writer&, BallotPaper const&);  // false: the number is taken
void set_aside(db::Writer&, BallotPaper const&);
std::optional<BallotPaper> paper(db::Reader&, std::string_view number);
std::vector<BallotPaper> papers(db::Reader&, EditionId);  // by judge, as they were printed
void insert(db::Writer&, PaperId, PaperReading const&);
std::vector<PaperReading> readings(db::Reader&, PaperId);
struct ReadPaper {
    PaperId paper{0};
    PaperReading reading;
};
std::vector<ReadPaper> all_readings(db::Reader&, EditionId);  // by paper, in their order
void insert(db::Writer&, PaperId, Reopening const&);
std::vector<Reopening> reopenings(db::Reader&, PaperId);
struct ReopenedPaper {
    PaperId paper{0};
    Reopening reopening;
};
std::vector<ReopenedPaper> all_reopenings(db::Reader&, EditionId);  // the same
// What came from that paper for these.
void make_paper_void(db::Writer&, EditionId, PersonId, TeamId, TeamId other);

}  // namespace wasl::challenges::store
