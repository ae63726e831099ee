// SPDX-License-Identifier: Apache-2.0
// Somebody gives us an address and we call it from inside: it must not be the way into our own
// network. What counts is the address that the socket is about to call, after all names are read.
#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <cstring>

#include "platform/http/calls.hpp"

namespace wasl::http {
namespace {

struct Network {
    std::uint32_t address;
    int bits;
};
constexpr std::uint32_t v4(unsigned a, unsigned b, unsigned c) {
    return (a << 24U) | (b << 16U) | (c << 8U);
}
// IANA's register of special-purpose addresses.
constexpr Network closed[] = {
    {v4(0, 0, 0), 8},      {v4(10, 0, 0), 8},     {v4(100, 64, 0), 10}, {v4(127, 0, 0), 8},
    {v4(169, 254, 0), 16}, {v4(172, 16, 0), 12},  {v4(192, 0, 0), 24},  {v4(192, 0, 2), 24},
    {v4(192, 88, 99), 24}, {v4(192, 168, 0), 16}, {v4(198, 18, 0), 15}, {v4(198, 51, 100), 24},
    {v4(203, 0, 113), 24}, {v4(224, 0, 0), 3},
};

bool closed_v4(std::uint32_t address) {
    for (auto const& network : closed)
        if (((address ^ network.address) >> (32 - network.bits)) == 0) return true;
    return false;
}

bool closed_v6(in6_addr const& address) {
    auto const* const byte = address.s6_addr;
    auto const embedded = [&](int at) {
        return closed_v4((std::uint32_t{byte[at]} << 24U) | (std::uint32_t{byte[at + 1]} << 16U) |
                         (std::uint32_t{byte[at + 2]} << 8U) | byte[at + 3]);
    };
    constexpr unsigned char translated[12] = {0, 0x64, 0xff, 0x9b};
    if (IN6_IS_ADDR_V4MAPPED(&address)) return embedded(12);
    if (std::memcmp(byte, translated, sizeof translated) == 0) return embedded(12);
    // Everything in use on the public network begins with 001; of that, tunnels lead inside.
    if ((byte[0] & 0xe0U) != 0x20) return true;
    if (byte[0] == 0x20 && byte[1] == 0x02) return true;                              // 6to4
    if (byte[0] == 0x20 && byte[1] == 0x01 && byte[2] < 0x02) return true;            // Teredo
    return byte[0] == 0x20 && byte[1] == 0x01 && byte[2] == 0x0d && byte[3] == 0xb8;  // examples
}

bool is_private_literal_v6(std::string const& literal) {
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    // A zone ("%eth0") names a link of this machine.
    if (inet_pton(AF_INET6, literal.c_str(), &address.sin6_addr) != 1) return true;
    return closed_v6(address.sin6_addr);
}

// Without the port.
std::string_view name_in(std::string_view host) {
    if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
    return host.substr(0, host.find(':'));
}

}  // namespace

bool is_private_host(std::string_view typed) {
    auto const name = name_in(typed);
    if (name.starts_with('['))
        return !name.ends_with(']') ||
               is_private_literal_v6(std::string(name.substr(1, name.size() - 2)));
    std::string host;
    for (char const sign : name)
        host += sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
    while (host.ends_with('.')) host.pop_back();
    // As resolvers read it: "2130706433", "0x7f.1" and "0177.0.0.1" are numbers, too.
    if (in_addr number{}; inet_aton(host.c_str(), &number) != 0)
        return closed_v4(ntohl(number.s_addr));
    if (host.find('.') == std::string::npos) return true;  // a name of this network alone
    for (std::string_view const inside : {".localhost", ".local", ".internal", ".home.arpa"})
        if (host.ends_with(inside)) return true;
    return false;
}

Callable callable(std::string_view address, bool private_addresses) {
    constexpr std::size_t address_max = 500;
    bool const safe = address.starts_with("https://");
    if (!safe && !address.starts_with("http://")) return Callable::unreadable;
    bool const plain = std::all_of(address.begin(), address.end(),
                                   [](char sign) { return sign > ' ' && sign < 0x7f; });
    auto const begins = safe ? 8U : 7U;
    auto const host = address.substr(begins, address.find_first_of("/?#", begins) - begins);
    if (!plain || address.size() > address_max || name_in(host).empty() ||
        host.find('@') != std::string_view::npos)
        return Callable::unreadable;
    if (private_addresses) return Callable::yes;
    if (!safe) return Callable::unsafe;
    return is_private_host(host) ? Callable::inside : Callable::yes;
}

bool is_private(void const* socket_address) {
    sockaddr head{};
    std::memcpy(&head, socket_address, sizeof head);
    if (head.sa_family == AF_INET) {
        sockaddr_in address{};
        std::memcpy(&address, socket_address, sizeof address);
        return closed_v4(ntohl(address.sin_addr.s_addr));
    }
    if (head.sa_family == AF_INET6) {
        sockaddr_in6 address{};
        std::memcpy(&address, socket_address, sizeof address);
        return closed_v6(address.sin6_addr);
    }
    return true;
}

}  // namespace wasl::http
