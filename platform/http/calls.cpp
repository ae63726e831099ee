// SPDX-License-Identifier: Apache-2.0
#include "platform/http/calls.hpp"

#include <curl/curl.h>
#include <sys/socket.h>

#include <memory>
#include <new>

namespace wasl::http {
namespace {

constexpr long connect_seconds_max = 5;

struct Closed {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

struct Answer {
    std::string text;
    std::size_t most = 0;
};

// Too many words end the call.
std::size_t take_answer(char* bytes, std::size_t size, std::size_t count, void* into) {
    auto& answer = *static_cast<Answer*>(into);
    if (answer.text.size() + size * count > answer.most) return 0;
    answer.text.append(bytes, size * count);
    return size * count;
}

curl_socket_t open_public(void*, curlsocktype, curl_sockaddr* address) {
    if (is_private(&address->addr)) return CURL_SOCKET_BAD;
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void add(std::unique_ptr<curl_slist, Closed>& headers, std::string const& line) {
    auto* const longer = curl_slist_append(headers.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    (void)headers.release();
    headers.reset(longer);
}

bool heard_nothing(CURLcode code) {
    switch (code) {
        case CURLE_UNSUPPORTED_PROTOCOL:
        case CURLE_URL_MALFORMAT:
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_CONNECT:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_PEER_FAILED_VERIFICATION: return true;
        default: return false;
    }
}

}  // namespace

Replied call(Called const& what) {
    std::unique_ptr<CURL, Closed> const curl(curl_easy_init());
    if (!curl) return {.why = "libcurl does not start"};
    std::unique_ptr<curl_slist, Closed> headers;
    add(headers, "Expect:");
    for (auto const& one : what.headers) add(headers, one);
    Answer answer{.text = {}, .most = what.answer_max};
    auto const set = [&](CURLoption option, auto value) {
        curl_easy_setopt(curl.get(), option, value);
    };
    set(CURLOPT_URL, what.address.c_str());
    set(CURLOPT_PROTOCOLS_STR, what.private_addresses ? "http,https" : "https");
    set(CURLOPT_FOLLOWLOCATION, 0L);  // a redirection leads where nobody has agreed to call
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, connect_seconds_max);
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(what.patience.count()));
    set(CURLOPT_HTTPHEADER, headers.get());
    if (what.posts) {
        set(CURLOPT_POSTFIELDS, what.body.c_str());
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(what.body.size()));
    }
    set(CURLOPT_WRITEFUNCTION, take_answer);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&answer));
    if (!what.private_addresses) set(CURLOPT_OPENSOCKETFUNCTION, open_public);
    if (auto const code = curl_easy_perform(curl.get()); code != CURLE_OK)
        return {.reached = heard_nothing(code) ? Reached::unreachable : Reached::unclear,
                .why = curl_easy_strerror(code)};
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    return {.reached = Reached::answered,
            .status = static_cast<int>(status),
            .body = std::move(answer.text)};
}

}  // namespace wasl::http
