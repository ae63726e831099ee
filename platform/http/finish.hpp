// SPDX-License-Identifier: Apache-2.0
// From a Response to bytes: validators and ranges, compression, the headers every page carries.
#pragma once

#include <string>
#include <string_view>

#include "platform/http/kept.hpp"
#include "platform/http/message.hpp"
#include "platform/http/outgoing.hpp"

namespace wasl::http {

struct Asset;

class Finisher {
public:
    // `pictures_from`: an origin whose pictures pages may show, beside our own.
    explicit Finisher(bool hsts, std::string_view pictures_from = {});

    // `asset` where the answer is a static file kept in memory. `chunks`: false for HTTP/1.0, which
    // ends an answer of unknown length by closing.
    Outgoing finish(Request const&, Response, bool head_only, bool keep_alive,
                    Asset const* asset = nullptr, bool chunks = true);

private:
    struct Draft;
    static void from_memory(Draft&);
    static void paper_from_memory(Draft&);
    static void from_kept(Draft&);
    void from_file(Draft&);
    static void from_parts(Draft&, bool chunks);
    void from_asset(Draft&, Asset const&);
    void write_head(Draft&) const;

    bool hsts_;
    std::string standing_headers_;  // appended to every answer
};

// level 1 is for pages made anew each time
std::string gzipped(std::string_view, int level);
std::string hash_of(std::string_view);  // 32 hex digits
// Enough to tell a page from its elder; made of each shared page, so it must cost little.
std::string etag_of(std::string_view);
KeptPage kept_page(std::string type, std::string text, Versions const&, Date);
bool worth_compressing(std::string_view type, std::size_t size);
std::string_view reason_of(int status);

}  // namespace wasl::http
