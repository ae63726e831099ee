// SPDX-License-Identifier: Apache-2.0
// Searches that found nothing, so that somebody adds the missing word. Law 09-08: no person is
// kept, and words are shown or written down only when three different clients asked them, so that
// a name that one person typed, however often, is never seen by anybody. Who asked is known only
// as a salted number, in memory, until the third has asked.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kernel/date.hpp"
#include "platform/db/db.hpp"

namespace wasl::procedures {

struct MissedLine {
    std::string words;  // normalised
    std::int64_t times = 0;
    Date last{};
};

class Missed {
public:
    static constexpr std::size_t askers_least = 3;
    static constexpr std::size_t kept_max = 2000;

    Missed();
    void note(std::string_view query, std::string_view client, Date today);

    // What may be kept and was not yet taken; the next ones begin at nothing.
    std::vector<MissedLine> take();
    // Puts back what could not be kept.
    void give_back(std::vector<MissedLine> const&);
    std::vector<MissedLine> frequent() const;

private:
    struct Asked {
        std::int64_t times = 0;
        Date last{};
        std::vector<std::size_t> askers;
        bool open() const { return askers.size() >= askers_least && times > 0; }
    };
    std::uint64_t salt_;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Asked> asked_;
};

// Written down by a job, so that a restart forgets nothing; forgotten a year after the last time.
void keep_missed(db::Writer&, std::vector<MissedLine> const&, Date today);
std::vector<MissedLine> kept_missed(db::Reader&);
// Both, most frequent first.
std::vector<MissedLine> all_missed(db::Reader&, Missed const&, std::size_t limit);

}  // namespace wasl::procedures
