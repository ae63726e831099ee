// SPDX-License-Identifier: Apache-2.0
// Whose X-Forwarded-* headers are believed.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/message.hpp"

namespace wasl::http {

// IPv4 as IPv4-mapped IPv6, so that one comparison serves both.
using Address = std::array<std::uint8_t, 16>;
std::optional<Address> address_from(std::string_view);
std::string text_of(Address const&);
bool loopback(std::string_view client);

class Networks {
public:
    // "10.0.0.0/8", "::1", "127.0.0.1". Throws std::invalid_argument on anything else.
    explicit Networks(std::span<std::string const> texts);
    bool hold(std::string_view client) const;

private:
    struct Network {
        Address address;
        int bits;
    };
    std::vector<Network> networks_;
};

// Sets client, secure and the host header. The rightmost address that is not a proxy of ours wins;
// what stands left of it anybody may have written.
void read_forwarded(Request&, Networks const& proxies);

}  // namespace wasl::http
