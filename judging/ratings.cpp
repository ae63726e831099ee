// SPDX-License-Identifier: Apache-2.0
#include "judging/ratings.hpp"

#include <algorithm>
#include <cmath>

#include "judging/union_find.hpp"

namespace wasl::judging {

std::optional<Reason> fault(Ratings const& ratings) {
    if (ratings.projects <= 0 || ratings.judges <= 0 || ratings.rows.empty())
        return Reason{Cause::nothing_given};
    for (auto const& row : ratings.rows) {
        if (row.project < 0 || row.project >= ratings.projects || row.judge < 0 ||
            row.judge >= ratings.judges)
            return Reason{Cause::out_of_range, {row.project}, {row.judge}};
        if (!std::isfinite(row.score) || !std::isfinite(row.weight) || row.weight <= 0 ||
            !std::isfinite(row.position))
            return Reason{Cause::not_a_number, {row.project}, {row.judge}};
    }
    return std::nullopt;
}

std::vector<Part> parts(Ratings const& ratings) {
    UnionFind sets(ratings.projects + ratings.judges);
    std::vector<char> seen(static_cast<std::size_t>(ratings.projects + ratings.judges), 0);
    for (auto const& row : ratings.rows) {
        auto const judge = ratings.projects + row.judge;
        sets.join(row.project, judge);
        seen[static_cast<std::size_t>(row.project)] = seen[static_cast<std::size_t>(judge)] = 1;
    }
    std::vector<int> place(seen.size(), -1);
    std::vector<Part> found;
    for (int n = 0; n < static_cast<int>(seen.size()); ++n) {
        if (!seen[static_cast<std::size_t>(n)]) continue;
        auto& at = place[static_cast<std::size_t>(sets.root(n))];
        if (at < 0) {
            at = static_cast<int>(found.size());
            found.emplace_back();
        }
        auto& part = found[static_cast<std::size_t>(at)];
        if (n < ratings.projects)
            part.projects.push_back(n);
        else
            part.judges.push_back(n - ratings.projects);
    }
    std::sort(found.begin(), found.end(), [](Part const& a, Part const& b) {
        return a.projects.size() != b.projects.size() ? a.projects.size() > b.projects.size()
                                                      : a.projects.front() < b.projects.front();
    });
    return found;
}

std::optional<Reason> not_comparable(Ratings const& ratings) {
    auto const all = parts(ratings);
    if (all.size() <= 1) return std::nullopt;
    Reason reason{Cause::not_connected};
    for (std::size_t n = 1; n < all.size(); ++n) {
        reason.projects.insert(reason.projects.end(), all[n].projects.begin(),
                               all[n].projects.end());
        reason.judges.insert(reason.judges.end(), all[n].judges.begin(), all[n].judges.end());
    }
    std::sort(reason.projects.begin(), reason.projects.end());
    std::sort(reason.judges.begin(), reason.judges.end());
    return reason;
}

}  // namespace wasl::judging
