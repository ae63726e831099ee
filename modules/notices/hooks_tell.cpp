// SPDX-License-Identifier: Apache-2.0
#include <curl/curl.h>
#include <sys/socket.h>

#include <memory>

#include "modules/notices/hooks.hpp"

namespace wasl::notices {
namespace {

constexpr long connect_seconds_max = 5;
constexpr std::size_t answer_max = 64 * 1024;

struct Closed {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// The answer's words are nobody's business; too many of them end the call.
std::size_t count_answer(char*, std::size_t size, std::size_t count, void* seen) {
    auto& total = *static_cast<std::size_t*>(seen);
    total += size * count;
    return total > answer_max ? 0 : size * count;
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

}  // namespace

std::string tell(Ways const& ways, Hook const& hook, KeptEvent const& event, Instant now) {
    std::unique_ptr<CURL, Closed> const curl(curl_easy_init());
    if (!curl) return "libcurl does not start";
    auto const id = "event-" + std::to_string(event.number);
    auto const seconds = micros(now) / 1'000'000;
    std::unique_ptr<curl_slist, Closed> headers;
    add(headers, "Content-Type: application/json");
    add(headers, "Expect:");
    add(headers, "Webhook-Id: " + id);
    add(headers, "Webhook-Timestamp: " + std::to_string(seconds));
    add(headers, "Webhook-Signature: " + signature(secret_of(ways, hook), id, seconds, event.body));
    std::size_t seen = 0;
    auto const set = [&](CURLoption option, auto value) {
        curl_easy_setopt(curl.get(), option, value);
    };
    set(CURLOPT_URL, hook.address.c_str());
    set(CURLOPT_PROTOCOLS_STR, ways.private_hooks ? "http,https" : "https");
    set(CURLOPT_FOLLOWLOCATION, 0L);  // a redirection leads where nobody has agreed to call
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, connect_seconds_max);
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(ways.hook_patience.count()));
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_POSTFIELDS, event.body.c_str());
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(event.body.size()));
    set(CURLOPT_WRITEFUNCTION, count_answer);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&seen));
    if (!ways.private_hooks) set(CURLOPT_OPENSOCKETFUNCTION, open_public);
    if (auto const code = curl_easy_perform(curl.get()); code != CURLE_OK)
        return curl_easy_strerror(code);
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    return status >= 200 && status < 300 ? "" : "HTTP " + std::to_string(status);
}

}  // namespace wasl::notices
