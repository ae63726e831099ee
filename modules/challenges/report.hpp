// SPDX-License-Identifier: Apache-2.0
// What an edition was, in figures, and the paper that tells it.
#pragma once

#include <map>

#include "modules/challenges/challenges.hpp"
#include "modules/challenges/pages.hpp"

namespace wasl::challenges {

inline constexpr std::size_t report_pictures_max = 8;
inline constexpr std::int64_t report_picture_bytes_max = http::operator""_MiB(8);
// Administrations that are named, the most members first; the rest is counted.
inline constexpr std::size_t report_administrations_max = 30;

struct ReportFigures {
    int participants = 0;  // in a team
    int teams = 0, sent = 0, shortlisted = 0, awarded = 0;
    std::map<AdministrationId, int> administrations;  // of members who hold a position there
    int mentors = 0, hours = 0;                       // that were held
    std::int64_t attended = 0;                        // minutes of members with mentors
    int judges = 0, ballots = 0;
    bool is_judged = false;  // results are published
    std::vector<Measured> composition;
};

// A project at the end, with what the bank says of it.
struct Fate {
    Exhibit project;
    std::optional<Afterlife> after;
};

struct Report {
    Call call;
    ReportFigures figures;
    std::vector<Fate> projects;
};
// not_found for others than its organiser before the projects are shown; never of a record.
Result<Report> report_of(Desk const&, db::Reader&, http::Visitor const&, std::string_view code,
                         After const&, Instant now);

struct ReportPaper {
    Report const& report;
    directory::Picture const& places;
    std::vector<std::string> authority;
    std::string_view site;
    files::Store const& files;
    Instant now;
};
std::string report_paper(ReportPaper const&);

}  // namespace wasl::challenges
