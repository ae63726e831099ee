// SPDX-License-Identifier: Apache-2.0
// Documents as people send them, named by their content (SHA-256), each stored once and never
// changed. On disk: DATA/files/ab/cdef...; a file is durable (fsync of file and folder) before its
// name may stand in a transaction.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "kernel/date.hpp"
#include "kernel/result.hpp"

namespace wasl::files {

enum class Kind { pdf, jpeg, png };  // what an administration can open; found from the bytes

std::string_view name_of(Kind);
std::string_view content_type(Kind);

struct Stored {
    std::string sha256;  // 64 hex digits
    std::int64_t size = 0;
    Kind kind = Kind::pdf;
};

std::string sha256_of(std::filesystem::path const&);

class Store {
public:
    explicit Store(std::filesystem::path folder);

    // Where uploads are streamed to: the same filesystem, so that keeping is a rename.
    std::filesystem::path incoming() const;

    // Takes an uploaded file over (the temporary one is gone afterwards, kept or refused).
    // Refused: empty, not one of Kind from its bytes, HEIC (with advice), a file that claims two
    // kinds (polyglot, zip inside), a PDF with scripts or embedded files, a broken image.
    Result<Stored> keep(std::filesystem::path const& temporary, std::string_view claimed_name);

    std::optional<std::filesystem::path> find(std::string_view sha256) const;
    // The bytes are there and still what their name says; reads the whole file.
    bool holds(std::string_view sha256) const;
    // Every content whose file was last written before that moment. Keeping a content that is there
    // already writes it anew, so that what somebody is about to name is never among them.
    void each_older(Instant than, std::function<void(std::string_view sha256)> const&) const;
    // Takes it away; the caller knows that nobody refers to it. False, and nothing happened, where
    // it was written since.
    bool erase_older(std::string_view sha256, Instant than);

private:
    std::filesystem::path folder_;
};

}  // namespace wasl::files
