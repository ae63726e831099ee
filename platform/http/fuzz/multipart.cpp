// SPDX-License-Identifier: Apache-2.0
// For libFuzzer; not part of the default build:
//
//     clang++-19 -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -I. -Ibuild/fast/generated
//         platform/http/fuzz/multipart.cpp platform/http/{multipart,text}.cpp
//         platform/log/log.cpp kernel/date.cpp -lsodium -lspdlog -lfmt
//
// However a body is cut, it must be read the same.
#include <cstdint>
#include <cstdlib>
#include <filesystem>

#include "platform/http/multipart.hpp"

namespace {

struct Read {
    bool whole = false;
    wasl::http::Pairs fields;
    std::size_t files = 0;
    std::int64_t bytes = 0;

    bool operator==(Read const&) const = default;
};

Read read(std::string_view body, std::size_t step) {
    Read read;
    wasl::http::Multipart form("line", std::filesystem::temp_directory_path());
    for (std::size_t at = 0; at < body.size(); at += step)
        if (!form.put(body.substr(at, step))) return read;
    std::vector<wasl::http::Upload> uploads;
    read.whole = form.finish(read.fields, uploads);
    read.files = uploads.size();
    for (auto const& upload : uploads) {
        read.bytes += upload.size;
        std::filesystem::remove(upload.path);
    }
    return read;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const body(reinterpret_cast<char const*>(data), size);
    if (size == 0) return 0;
    auto const whole = read(body, size);
    for (std::size_t const step : {std::size_t{1}, std::size_t{7}})
        if (read(body, step) != whole) std::abort();
    return 0;
}
