// SPDX-License-Identifier: Apache-2.0
#include "platform/http/wire.hpp"

#include <boost/beast/http/basic_parser.hpp>

#include "platform/http/body.hpp"
#include "platform/http/text.hpp"

namespace wasl::http {
namespace {

namespace beast = boost::beast;

std::optional<Method> method_from(beast::http::verb verb) {
    switch (verb) {
        case beast::http::verb::get: return Method::get;
        case beast::http::verb::head: return Method::head;
        case beast::http::verb::post: return Method::post;
        case beast::http::verb::put: return Method::put;
        case beast::http::verb::patch: return Method::patch;
        case beast::http::verb::delete_: return Method::del;
        case beast::http::verb::options: return Method::options;
        default: return std::nullopt;
    }
}

std::string_view view_of(beast::string_view text) { return {text.data(), text.size()}; }

std::size_t count_of(Request const& request, std::string_view name) {
    return static_cast<std::size_t>(
        std::count_if(request.headers.begin(), request.headers.end(),
                      [&](auto const& one) { return one.first == name; }));
}

bool has_folded_line(std::string_view head) {
    for (auto at = head.find('\n'); at + 1 < head.size(); at = head.find('\n', at + 1))
        if (head[at + 1] == ' ' || head[at + 1] == '\t') return true;
    return false;
}

// "GET /a HTTP/2.0": a request line like ours, of a version that is not. Beast says as much of a
// space within the target.
bool other_version(std::string_view head) {
    auto const line = head.substr(0, head.find("\r\n"));
    auto const first = line.find(' ');
    auto const last = line.rfind(' ');
    if (first == last || line.find(' ', first + 1) != last) return false;
    auto const version = line.substr(last + 1);
    return version.size() == 8 && version.starts_with("HTTP/") && version != "HTTP/1.1" &&
           version != "HTTP/1.0";
}

}  // namespace

struct Wire::Parser final : beast::http::basic_parser<true> {
    Request* request = nullptr;  // while the head is read: trailers are not fields
    Body* body = nullptr;
    int status = 0;
    unsigned http_version = 11;

    void on_request_impl(beast::http::verb verb, beast::string_view, beast::string_view target,
                         int number, beast::error_code& ec) override {
        auto const method = method_from(verb);
        if (!method) status = 501;
        if (target.size() > target_max) status = 414;
        if (status != 0) {
            ec = beast::http::error::bad_method;
            return;
        }
        http_version = static_cast<unsigned>(number);
        request->method = *method;
        request->target = view_of(target);
    }
    void on_response_impl(int, beast::string_view, int, beast::error_code&) override {}
    void on_field_impl(beast::http::field, beast::string_view name, beast::string_view value,
                       beast::error_code& ec) override {
        if (!request) return;
        if (request->headers.size() == fields_max) {
            status = 431;
            ec = beast::http::error::header_limit;
            return;
        }
        std::string small(view_of(name));
        for (char& c : small) c = lower(c);
        request->headers.emplace_back(std::move(small), view_of(value));
    }
    void on_header_impl(beast::error_code&) override { request = nullptr; }
    void on_body_init_impl(boost::optional<std::uint64_t> const&, beast::error_code&) override {}
    std::size_t take(beast::string_view bytes, beast::error_code& ec);
    std::size_t on_body_impl(beast::string_view bytes, beast::error_code& ec) override {
        return take(bytes, ec);
    }
    void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view bytes,
                                   beast::error_code& ec) override {
        return take(bytes, ec);
    }
    void on_finish_impl(beast::error_code&) override {}
};

std::size_t Wire::Parser::take(beast::string_view bytes, beast::error_code& ec) {
    if (!body->put(view_of(bytes))) {
        status = body->refused();
        ec = beast::http::error::body_limit;
    }
    return bytes.size();
}

Wire::Wire(std::size_t header_max) : header_max_(header_max) {}
Wire::~Wire() = default;

void Wire::restart() {
    parser_ = std::make_unique<Parser>();
    parser_->header_limit(static_cast<std::uint32_t>(header_max_));
    parser_->body_limit(boost::none);
    refused_ = 0;
    head_only_ = wants_continue_ = false;
}

void Wire::read_head(std::string_view bytes, Request& request) {
    parser_->request = &request;
    beast::error_code ec;
    auto const taken = parser_->put({bytes.data(), bytes.size()}, ec);
    if (ec) {
        refused_ = parser_->status != 0                     ? parser_->status
                   : ec == beast::http::error::header_limit ? 431
                   : other_version(bytes)                   ? 505
                                                            : 400;
        return;
    }
    if (taken != bytes.size() || !parser_->is_header_done()) {
        refused_ = 400;
        return;
    }
    parser_->eager(true);
    check_head(bytes, request);
    head_only_ = request.method == Method::head;
    if (head_only_) request.method = Method::get;
}

// Found by probing: Beast 1.81 lets each of these through.
void Wire::check_head(std::string_view bytes, Request const& request) {
    if (has_folded_line(bytes) || count_of(request, "host") != 1) refused_ = 400;
    if (auto const codings = count_of(request, "transfer-encoding"); codings != 0) {
        bool const plain = codings == 1 && request.header("transfer-encoding") == "chunked" &&
                           count_of(request, "content-length") == 0;
        if (!plain || parser_->http_version < 11) refused_ = 400;
    }
    if (auto const lengths = count_of(request, "content-length"); lengths != 0)
        if (lengths != 1 || !number_in(request.header("content-length"))) refused_ = 400;
    if (auto const expects = request.header("expect"); !expects.empty()) {
        wants_continue_ = same_word(expects, "100-continue") && parser_->http_version == 11;
        if (!same_word(expects, "100-continue")) refused_ = 417;
    }
}

std::size_t Wire::read_body(std::string_view bytes, Body& body) {
    parser_->body = &body;
    beast::error_code ec;
    auto const taken = parser_->put({bytes.data(), bytes.size()}, ec);
    if (ec && ec != beast::http::error::need_more)
        refused_ = parser_->status != 0 ? parser_->status : 400;
    return taken;
}

bool Wire::complete() const { return parser_->is_done(); }
bool Wire::keep_alive() const { return refused_ == 0 && parser_->keep_alive(); }
bool Wire::takes_chunks() const { return parser_->http_version >= 11; }
bool Wire::has_body() const { return !parser_->is_done(); }

std::optional<std::int64_t> Wire::length() const {
    auto const length = parser_->content_length();
    if (!length) return std::nullopt;
    return static_cast<std::int64_t>(*length);
}

std::size_t end_of_head(std::string_view bytes, std::size_t seen, bool& bare) {
    for (auto at = bytes.find('\n', seen); at != std::string_view::npos;
         at = bytes.find('\n', at + 1)) {
        if (at == 0 || bytes[at - 1] != '\r') {
            bare = true;
            return 0;
        }
        if (at >= 3 && bytes[at - 2] == '\n') return at + 1;
    }
    return 0;
}

}  // namespace wasl::http
