// SPDX-License-Identifier: Apache-2.0
#include "platform/http/finish.hpp"

#include "platform/http/assets.hpp"
#include "platform/http/conditional.hpp"
#include "platform/http/text.hpp"

namespace wasl::http {
namespace {

constexpr std::string_view standing_policy =
    "; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(self), geolocation=(self), microphone=(), payment=(), usb=()\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n";

std::string const& date_now() {
    thread_local std::time_t written = 0;
    thread_local std::string text;
    if (auto const now = std::time(nullptr); now != written) {
        text = http_date(now);
        written = now;
    }
    return text;
}

std::string_view value_of(Response const& response, std::string_view name) {
    for (auto const& [key, value] : response.headers)
        if (same_word(key, name)) return value;
    return {};
}

bool holds(Response const& response, std::string_view name) {
    return !value_of(response, name).empty();
}

// A compressed form is the same page, not the same bytes.
void encoded_as(Response& response, std::string_view coding) {
    for (auto& [name, value] : response.headers)
        if (name == "ETag") value.insert(0, "W/");
    response.with("Content-Encoding", std::string(coding));
}

void append_header(std::string& head, std::string_view name, std::string_view value) {
    head += name;
    head += ": ";
    for (char const c : value)
        if (c != '\r' && c != '\n' && c != '\0') head += c;
    head += "\r\n";
}

}  // namespace

Finisher::Finisher(bool hsts, std::string_view pictures_from) : hsts_(hsts) {
    standing_headers_ = "Content-Security-Policy: default-src 'none'; img-src 'self' data:";
    if (!pictures_from.empty()) standing_headers_.append(" ").append(pictures_from);
    standing_headers_ += standing_policy;
}

struct Finisher::Draft {
    Request const& request;
    Response response;
    Outgoing out;
    bool head_only;

    bool reads() const { return request.method == Method::get; }
    void not_modified() {
        response.status = 304;
        response.type.clear();
        out.part_size = 0;
        out.file_left = 0;
        out.rest = nullptr;
    }
};

Outgoing Finisher::finish(Request const& request, Response response, bool head_only,
                          bool keep_alive, Asset const* asset, bool chunks) {
    Draft draft{request, std::move(response), {}, head_only};
    if (asset)
        from_asset(draft, *asset);
    else if (draft.response.parts)
        from_parts(draft, chunks);
    else if (draft.response.kept)
        from_kept(draft);
    else if (!draft.response.file.empty())
        from_file(draft);
    else
        from_memory(draft);
    draft.out.close = !keep_alive || (draft.out.rest && !chunks);
    draft.out.status = draft.response.status;
    write_head(draft);
    if (head_only || draft.response.status == 304 || draft.response.status == 204) {
        draft.out.part_size = 0;
        draft.out.file_left = 0;
        draft.out.rest = nullptr;
    }
    return std::move(draft.out);
}

void Finisher::from_memory(Draft& draft) {
    auto& response = draft.response;
    auto& out = draft.out;
    out.own = std::move(response.body);
    out.part_size = out.own.size();
    bool const shared = response.shared && draft.reads() && response.status == 200;
    if (!holds(response, "cache-control"))
        response.with("Cache-Control", shared ? "private, no-cache" : "no-store");
    auto const etag = shared ? etag_of(out.own) : std::string();
    if (shared) response.with("ETag", etag);
    if (draft.reads() && response.status == 200 && response.type == "application/pdf")
        return paper_from_memory(draft);
    bool const compressible = worth_compressing(response.type, out.own.size());
    if (compressible) response.with("Vary", "Accept-Encoding");
    if (shared && matches(draft.request.header("if-none-match"), etag)) return draft.not_modified();
    if (!compressible || quality_of(draft.request.header("accept-encoding"), "gzip") <= 0) return;
    out.own = gzipped(out.own, 1);
    out.part_size = out.own.size();
    encoded_as(response, "gzip");
}

// A paper made for one reader: whoever was cut off in the middle asks for the rest of the same.
void Finisher::paper_from_memory(Draft& draft) {
    auto& response = draft.response;
    auto& out = draft.out;
    if (!holds(response, "etag")) response.with("ETag", '"' + hash_of(out.own) + '"');
    auto const etag = std::string(value_of(response, "etag"));
    if (matches(draft.request.header("if-none-match"), etag)) return draft.not_modified();
    auto const span =
        range_for(draft.request, response, etag, 0, static_cast<std::int64_t>(out.own.size()));
    out.own =
        out.own.substr(static_cast<std::size_t>(span.from), static_cast<std::size_t>(span.size));
    out.part_size = out.own.size();
}

// Not compressed: its length is unknown, and one part is all that stands in memory. An ETag is the
// handler's affair.
void Finisher::from_parts(Draft& draft, bool chunks) {
    auto& response = draft.response;
    if (!holds(response, "cache-control"))
        response.with("Cache-Control", response.shared ? "private, no-cache" : "no-store");
    auto const etag = value_of(response, "etag");
    draft.out.rest = std::move(response.parts);
    draft.out.chunked = chunks;
    if (!etag.empty() && matches(draft.request.header("if-none-match"), etag)) draft.not_modified();
}

void Finisher::from_kept(Draft& draft) {
    auto& response = draft.response;
    auto const& page = *response.kept;
    response.type = page.type;
    response.with("Cache-Control", "private, no-cache");
    response.with("ETag", page.etag);
    if (page.gzip) response.with("Vary", "Accept-Encoding");
    if (matches(draft.request.header("if-none-match"), page.etag)) return draft.not_modified();
    bool const packed =
        page.gzip && quality_of(draft.request.header("accept-encoding"), "gzip") > 0;
    if (packed) encoded_as(response, "gzip");
    draft.out.kept = packed ? page.gzip : page.plain;
    draft.out.part_size = draft.out.kept->size();
}

void Finisher::from_asset(Draft& draft, Asset const& asset) {
    auto& response = draft.response;
    response.type = asset.type;
    response.with("Cache-Control",
                  asset.hashed ? "public, max-age=31536000, immutable" : "public, max-age=3600");
    response.with("ETag", asset.etag);
    bool const varies = asset.brotli || asset.gzip;
    if (varies) response.with("Vary", "Accept-Encoding");
    if (matches(draft.request.header("if-none-match"), asset.etag)) return draft.not_modified();
    auto const accepted = draft.request.header("accept-encoding");
    bool const ranged = !draft.request.header("range").empty();
    if (asset.brotli && !ranged && quality_of(accepted, "br") > 0) {
        draft.out.kept = asset.brotli;
        encoded_as(response, "br");
    } else if (asset.gzip && !ranged && quality_of(accepted, "gzip") > 0) {
        draft.out.kept = asset.gzip;
        encoded_as(response, "gzip");
    } else if (asset.plain) {
        draft.out.kept = asset.plain;
    } else {
        response.file = asset.path;
        return from_file(draft);
    }
    draft.out.part_size = draft.out.kept->size();
    if (!ranged) return;
    auto const size = static_cast<std::int64_t>(draft.out.part_size);
    auto const range = range_for(draft.request, response, asset.etag, 0, size);
    draft.out.part_at = static_cast<std::size_t>(range.from);
    draft.out.part_size = static_cast<std::size_t>(range.size);
}

void Finisher::from_file(Draft& draft) {
    auto& response = draft.response;
    auto opened = open_to_send(response.file);
    if (!opened) {
        response = last_resort_for_file();
        return from_memory(draft);
    }
    if (!holds(response, "cache-control"))
        response.with("Cache-Control", response.shared ? "private, no-cache" : "private, no-store");
    if (!holds(response, "etag")) response.with("ETag", opened->etag);
    response.with("Last-Modified", http_date(opened->changed));
    std::string const etag(value_of(response, "etag"));
    if (matches(draft.request.header("if-none-match"), etag)) return draft.not_modified();
    auto const range = range_for(draft.request, response, etag, opened->changed, opened->size);
    draft.out.file = std::move(opened->file);
    draft.out.file_at = range.from;
    draft.out.file_left = range.size;
}

void Finisher::write_head(Draft& draft) const {
    auto const& response = draft.response;
    auto& head = draft.out.head;
    head.reserve(1024);
    head = "HTTP/1.1 ";
    head += std::to_string(response.status);
    head += ' ';
    head += reason_of(response.status);
    head += "\r\nDate: ";
    head += date_now();
    head += "\r\n";
    if (!response.type.empty()) append_header(head, "Content-Type", response.type);
    if (draft.out.rest && draft.out.chunked) {
        head += "Transfer-Encoding: chunked\r\n";
    } else if (!draft.out.rest && response.status != 304 && response.status != 204) {
        head += "Content-Length: ";
        head += std::to_string(draft.out.size());
        head += "\r\n";
    }
    for (auto const& [name, value] : response.headers) append_header(head, name, value);
    if (!holds(response, "content-security-policy")) head += standing_headers_;
    if (hsts_ && draft.request.secure)
        head += "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n";
    head += draft.out.close ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n";
}

}  // namespace wasl::http
