// SPDX-License-Identifier: Apache-2.0
// What everybody reads of the bank, at one moment; never changes, is swapped in whole.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "modules/bank/entry.hpp"
#include "platform/search/search.hpp"

namespace wasl::bank {

// An entry as lists show it.
struct Line {
    EntryId id{0};
    std::string number;
    Stage stage = Stage::listed;
    Content content;
    Source source;
    AdministrationId owner{0};
    std::string owner_name;
    Instant listed_at{}, changed_at{};
    // By phase, and what was measured.
    std::array<int, phase_count> adoptions{};
    std::array<int, verdict_count> effects{};
    std::vector<AdministrationId> adopters;  // whose adoption is not over

    int running() const;
};

struct Narrow {
    std::optional<Evidence> evidence;
    std::optional<Origin> origin;
    std::string obstacle, indicator, procedure, life_event;
    bool adopted = false;   // somewhere it runs
    bool measured = false;  // some effect is in the ledger
    bool dormant = false;   // those that rest, instead of those that are listed

    bool any() const;
    bool fits(Line const&) const;
};

// The words, searched; shared by pictures that differ in other things.
class Searching;

class Picture {
public:
    struct Versions {
        std::int64_t entries = 0, texts = 0;
        friend bool operator==(Versions const&, Versions const&) = default;
    };
    // `former`: whose words may be the same.
    Picture(Versions, std::vector<Line>, Picture const* former);
    ~Picture();

    Versions const& versions() const { return versions_; }
    std::span<Line const> lines() const { return lines_; }  // newest first
    Line const* line(std::string_view number) const;
    Line const* line(EntryId) const;

    struct Found {
        std::vector<Line const*> lines;
        std::size_t total = 0;
        std::vector<std::string> repaired;  // words that were read as another one
    };
    Found find(std::string_view words, Narrow const&, std::size_t limit, std::size_t offset) const;
    // What says much the same; for whoever writes.
    std::vector<Line const*> similar(std::string_view text, std::size_t limit,
                                     EntryId but = EntryId{0}) const;
    // How many listed entries name it, by code.
    std::map<std::string, int, std::less<>> counts(Touch) const;

private:
    Versions versions_;
    std::vector<Line> lines_;
    std::map<std::string_view, std::size_t> by_number_;
    std::map<std::int64_t, std::size_t> by_id_;
    std::shared_ptr<Searching const> searching_;
};

}  // namespace wasl::bank
