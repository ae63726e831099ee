// SPDX-License-Identifier: Apache-2.0
#include <libdeflate.h>
#include <sodium.h>

#include "kernel/idle.hpp"
#include "kernel/result.hpp"
#include "platform/http/finish.hpp"

namespace wasl::http {
namespace {

constexpr int kept_level = 6;  // made once, sent often
constexpr int quick_level = 1;
constexpr std::size_t compressors_kept = 4;

struct FreeCompressor {
    void operator()(libdeflate_compressor* one) const { libdeflate_free_compressor(one); }
};
using Compressor = std::unique_ptr<libdeflate_compressor, FreeCompressor>;

Compressor open_compressor(int level) {
    Compressor opened(libdeflate_alloc_compressor(level));
    check(opened != nullptr, "there is memory for a compressor");
    return opened;
}

std::string gzipped_by(libdeflate_compressor& compressor, std::string_view text) {
    std::string out(libdeflate_gzip_compress_bound(&compressor, text.size()), '\0');
    out.resize(
        libdeflate_gzip_compress(&compressor, text.data(), text.size(), out.data(), out.size()));
    return out;
}

}  // namespace

// Answers are compressed by few compressors in turns: one takes 200 KB, and a core uses one.
std::string gzipped(std::string_view text, int level) {
    if (level != quick_level) return gzipped_by(*open_compressor(level), text);
    static Idle<Compressor> compressors(compressors_kept);
    return compressors.lend(
        [] { return open_compressor(quick_level); },
        [&](libdeflate_compressor& compressor) { return gzipped_by(compressor, text); });
}

std::string hash_of(std::string_view text) {
    unsigned char hash[16];
    crypto_generichash(hash, sizeof hash, reinterpret_cast<unsigned char const*>(text.data()),
                       text.size(), nullptr, 0);
    std::string hex(2 * sizeof hash + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hash, sizeof hash);
    hex.pop_back();
    return hex;
}

std::string etag_of(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string tag = "\"";
    for (auto left = std::hash<std::string_view>{}(text); left != 0; left >>= 4)
        tag += digits[left & 15];
    return tag + "-" + std::to_string(text.size()) + "\"";
}

bool worth_compressing(std::string_view type, std::size_t size) {
    if (size < 1024) return false;
    if (type.starts_with("text/")) return true;
    for (std::string_view const known :
         {"application/json", "application/javascript", "application/xml", "application/ld+json",
          "application/manifest+json", "application/geo+json", "application/atom+xml",
          "image/svg+xml"})
        if (type.starts_with(known)) return true;
    return false;
}

KeptPage kept_page(std::string type, std::string text, Versions const& versions, Date day) {
    KeptPage page;
    page.etag = etag_of(text);
    page.plain = std::make_shared<std::string const>(std::move(text));
    if (worth_compressing(type, page.plain->size()))
        page.gzip = std::make_shared<std::string const>(gzipped(*page.plain, kept_level));
    page.type = std::move(type);
    page.versions = versions;
    page.day = day;
    return page;
}

std::string_view reason_of(int status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 206: return "Partial Content";
        case 301: return "Moved Permanently";
        case 302: return "Found";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 416: return "Range Not Satisfiable";
        case 417: return "Expectation Failed";
        case 422: return "Unprocessable Content";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        case 505: return "HTTP Version Not Supported";
        default: return "Status";
    }
}

}  // namespace wasl::http
