// SPDX-License-Identifier: Apache-2.0
// Calls from this house to others, at addresses that people gave: subscribers of webhooks,
// endpoints of GeoReport v2. Nobody is led into our own network, no redirection is followed, and
// whoever answers too slowly or too much is cut off.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wasl::http {

struct Called {
    std::string address;
    std::vector<std::string> headers{};  // "Name: value"
    bool posts = false;
    std::string body{};  // of a POST
    std::chrono::milliseconds patience{10'000};
    std::size_t answer_max = 64 * 1024;
    bool private_addresses = false;  // and http: for tests, and houses that speak among themselves
};

enum class Reached : std::uint8_t {
    answered,
    unreachable,  // certainly nobody heard it
    unclear,      // they may have heard it
};
struct Replied {
    Reached reached = Reached::unreachable;
    int status = 0;
    std::string body;
    std::string why;  // in English, without what the other side said; empty where answered

    bool good() const { return reached == Reached::answered && status >= 200 && status < 300; }
    // Why it is not good, in a word for those who look after it.
    std::string fault() const {
        return reached == Reached::answered ? "HTTP " + std::to_string(status) : why;
    }
};
Replied call(Called const&);

// An address of a private, local or otherwise unreachable network, as the socket has it: never
// called on behalf of others unless the operator says so.
bool is_private(void const* socket_address);
// The host of an address, as it is typed, that can lead nowhere else: refused at the form, where it
// can still be explained. A name that leads inside is found when it is called.
bool is_private_host(std::string_view host);

// What is wrong with an address that a person gives us to be called.
enum class Callable : std::uint8_t {
    yes,
    unreadable,  // no whole address of the web
    unsafe,      // not https
    inside,      // of our own network
};
// With `private_addresses` the operator lets private networks be called, and without TLS.
Callable callable(std::string_view address, bool private_addresses);

}  // namespace wasl::http
