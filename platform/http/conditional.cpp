// SPDX-License-Identifier: Apache-2.0
#include "platform/http/conditional.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/http/entry.hpp"
#include "platform/http/text.hpp"

namespace wasl::http {
namespace {

std::string_view opaque(std::string_view etag) {
    return etag.starts_with("W/") ? etag.substr(2) : etag;
}

std::optional<Span> parsed(std::string_view range, std::int64_t size) {
    auto const dash = range.find('-');
    auto const first = number_in(trimmed(range.substr(0, dash)));
    auto const last = number_in(trimmed(range.substr(dash + 1)));
    if (!first) {  // "-500": the last 500
        if (!last || *last == 0 || size == 0) return std::nullopt;
        auto const count = std::min(*last, size);
        return Span{size - count, count};
    }
    if (*first >= size || (last && *last < *first)) return std::nullopt;
    auto const end = last ? std::min(*last, size - 1) : size - 1;
    return Span{*first, end - *first + 1};
}

bool well_formed(std::string_view range) {
    auto const dash = range.find('-');
    if (dash == range.npos || range.find(',') != range.npos) return false;
    auto const first = trimmed(range.substr(0, dash));
    auto const last = trimmed(range.substr(dash + 1));
    if (first.empty() && last.empty()) return false;
    return (first.empty() || number_in(first)) && (last.empty() || number_in(last));
}

}  // namespace

File::~File() {
    if (handle_ >= 0) ::close(handle_);
}

bool matches(std::string_view if_none_match, std::string_view etag) {
    if (if_none_match.empty()) return false;
    if (if_none_match == "*") return true;
    for (auto const one : split(if_none_match, ','))
        if (opaque(one) == opaque(etag)) return true;
    return false;
}

Span range_for(Request const& request, Response& response, std::string_view etag,
               std::time_t changed, std::int64_t size) {
    response.with("Accept-Ranges", "bytes");
    Span const whole{0, size};
    auto range = request.header("range");
    if (request.method != Method::get || !range.starts_with("bytes=")) return whole;
    range.remove_prefix(6);
    if (!well_formed(range)) return whole;
    if (auto const condition = request.header("if-range"); !condition.empty()) {
        auto const date = from_http_date(condition);
        bool const same = date ? changed != 0 && *date == changed : condition == etag;
        if (!same) return whole;
    }
    auto const part = parsed(range, size);
    if (!part) {
        response.status = 416;
        response.type.clear();
        response.with("Content-Range", "bytes */" + std::to_string(size));
        return {0, 0};
    }
    response.status = 206;
    response.with("Content-Range", "bytes " + std::to_string(part->from) + "-" +
                                       std::to_string(part->from + part->size - 1) + "/" +
                                       std::to_string(size));
    return *part;
}

std::optional<Opened> open_to_send(std::filesystem::path const& path) {
    File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat facts{};
    if (file.handle() < 0 || ::fstat(file.handle(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return std::nullopt;
    auto etag = "\"" + std::to_string(facts.st_ino) + "-" + std::to_string(facts.st_size) + "-" +
                std::to_string(facts.st_mtim.tv_sec) + "." + std::to_string(facts.st_mtim.tv_nsec) +
                "\"";
    return Opened{std::move(file), facts.st_size, facts.st_mtim.tv_sec, std::move(etag)};
}

Response last_resort_for_file() { return last_resort(Request{}, 404, {}); }

}  // namespace wasl::http
