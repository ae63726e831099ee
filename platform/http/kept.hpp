// SPDX-License-Identifier: Apache-2.0
// Pages that are the same for everybody of whom nothing is known: kept as bytes, compressed once,
// until the content they were made from moves on (docs/decisions/0006).
#pragma once

#include <array>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "kernel/date.hpp"

namespace wasl::http {

// The versions of the pictures a page is made from; 0 where there are fewer.
using Versions = std::array<std::int64_t, 2>;
struct Content {
    Versions versions{};
    bool fresh = true;  // false where the database is to be asked first whether they moved on
};

struct KeptPage {
    std::string type;
    std::string etag;
    std::shared_ptr<std::string const> plain;
    std::shared_ptr<std::string const> gzip;  // null where it is not worth it
    Versions versions{};
    Date day{};  // a page may say "today"
};

class KeptPages {
public:
    static constexpr std::size_t bytes_max = 8 * 1024 * 1024;  // all, both forms counted
    static constexpr std::size_t page_max = 256 * 1024;
    static constexpr std::size_t target_max = 512;

    // Null where it was never made, or from content that is no longer that.
    std::shared_ptr<KeptPage const> find(std::string_view target, Versions const&, Date);
    // What was asked for least lately goes first.
    std::shared_ptr<KeptPage const> keep(std::string_view target, KeptPage);

private:
    struct Entry {
        std::string target;
        std::shared_ptr<KeptPage const> page;
        std::size_t size;
    };
    using Entries = std::list<Entry>;
    void drop(Entries::iterator);

    std::mutex mutex_;
    Entries entries_;  // latest use first
    std::unordered_map<std::string_view, Entries::iterator> by_target_;
    std::size_t size_ = 0;
};

}  // namespace wasl::http
