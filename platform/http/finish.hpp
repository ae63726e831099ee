// SPDX-License-Identifier: Apache-2.0
// From a Response to bytes: validators and ranges, compression, the headers every page carries.
#pragma once

#include <array>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "platform/http/message.hpp"
#include "platform/http/outgoing.hpp"

namespace wasl::http {

struct Asset;

// Compressed forms of shared pages by the hash of their text; the eldest go first.
class Compressed {
public:
    static constexpr std::size_t bytes_max = 16 * 1024 * 1024;
    std::shared_ptr<std::string const> find(std::string const& hash);
    void keep(std::string const& hash, std::shared_ptr<std::string const>);

private:
    struct Entry {
        std::string hash;
        std::shared_ptr<std::string const> bytes;
    };
    std::mutex mutex_;
    std::list<Entry> entries_;  // latest use first
    std::unordered_map<std::string_view, std::list<Entry>::iterator> by_hash_;
    std::size_t size_ = 0;
};

class Finisher {
public:
    explicit Finisher(bool hsts) : hsts_(hsts) {}

    // `asset` where the answer is a static file kept in memory. `chunks`: false for HTTP/1.0, which
    // ends an answer of unknown length by closing.
    Outgoing finish(Request const&, Response, bool head_only, bool keep_alive,
                    Asset const* asset = nullptr, bool chunks = true);

private:
    struct Draft;
    void from_memory(Draft&);
    void from_file(Draft&);
    static void from_parts(Draft&, bool chunks);
    void from_asset(Draft&, Asset const&);
    void write_head(Draft&) const;

    bool hsts_;
    Compressed compressed_;
};

// level 1 is for pages made anew each time
std::string gzipped(std::string_view, int level);
std::string hash_of(std::string_view);  // 32 hex digits
bool worth_compressing(std::string_view type, std::size_t size);
std::string_view reason_of(int status);

}  // namespace wasl::http
