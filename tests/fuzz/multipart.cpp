// SPDX-License-Identifier: Apache-2.0
// However a body is cut, it must be read the same; and no file that it sent stays behind.
#include <cstdint>
#include <cstdlib>
#include <filesystem>

#include "platform/http/multipart.hpp"
#include "tests/fuzz/seeds.hpp"

namespace wasl::http {
namespace {

struct Read {
    bool whole = false;
    Pairs fields;
    std::size_t files = 0;
    std::int64_t bytes = 0;

    bool operator==(Read const&) const = default;
};

std::filesystem::path const& folder() {
    static std::filesystem::path const made = [] {
        auto name = (std::filesystem::temp_directory_path() / "wasl-fuzz-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) std::abort();
        return std::filesystem::path(name);
    }();
    return made;
}

Read read(std::string_view body, std::size_t step) {
    Read read;
    Multipart form("line", folder());
    for (std::size_t at = 0; at < body.size(); at += step)
        if (!form.put(body.substr(at, step))) return read;
    std::vector<Upload> uploads;
    read.whole = form.finish(read.fields, uploads);
    read.files = uploads.size();
    for (auto const& upload : uploads) {
        read.bytes += upload.size;
        std::filesystem::remove(upload.path);
    }
    return read;
}

std::string part(std::string const& head, std::string const& content) {
    return "--line\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
}

}  // namespace

// libFuzzer calls it by this name.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerInitialize(int* count, char*** words) {
    std::string const end = "--line--\r\n";
    tests::plant(
        *count, *words,
        {end, part("name=\"a\"", "b") + end,
         part("name=\"title\"", "حفرة عميقة") + part("name=\"title\"", "") + end,
         part("name=\"photos\"; filename=\"lamp.jpg\"\r\nContent-Type: image/jpeg",
              "\xFF\xD8\xFF\xE0") +
             end,
         part("name=\"photos\"; filename*=UTF-8''%D9%85.png", std::string("\0\r\n--lin", 8)) + end,
         part("name=\"a\"\r\nContent-Transfer-Encoding: base64", "YQ==") + "--line",
         "preamble\r\n" + part("name=a; filename=\"x\\\"y\"", "c") + end + "epilogue"});
    return 0;
}

// libFuzzer calls it by this name.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const body(reinterpret_cast<char const*>(data), size);
    if (size == 0) return 0;
    auto const whole = read(body, size);
    for (std::size_t const step : {std::size_t{1}, std::size_t{7}})
        if (read(body, step) != whole) std::abort();
    if (!std::filesystem::is_empty(folder())) std::abort();
    return 0;
}

}  // namespace wasl::http
