// SPDX-License-Identifier: Apache-2.0
// Searches that found nothing, so that somebody adds the missing word. Law 09-08: no person is
// kept, nothing is written to disk, and words are shown only when they were asked several times,
// so that a name typed once is never seen by anybody.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wasl::procedures {

class Missed {
public:
    static constexpr std::uint32_t shown_from = 3;
    static constexpr std::size_t kept_max = 2000;

    void note(std::string_view query);

    struct Line {
        std::string words;  // normalised
        std::uint32_t times;
    };
    std::vector<Line> frequent(std::size_t limit) const;  // most frequent first

private:
    mutable std::mutex mutex_;
    std::unordered_map<std::string, std::uint32_t> times_;
};

}  // namespace wasl::procedures
