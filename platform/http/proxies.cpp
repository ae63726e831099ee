// SPDX-License-Identifier: Apache-2.0
#include "platform/http/proxies.hpp"

#include <arpa/inet.h>

#include <cstring>
#include <stdexcept>

#include "platform/http/text.hpp"

namespace wasl::http {
namespace {

constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

bool is_mapped(Address const& address) {
    return std::equal(mapped.begin(), mapped.end(), address.begin());
}

}  // namespace

std::optional<Address> address_from(std::string_view text) {
    std::string const whole(text);
    Address address{};
    if (inet_pton(AF_INET6, whole.c_str(), address.data()) == 1) return address;
    std::copy(mapped.begin(), mapped.end(), address.begin());
    if (inet_pton(AF_INET, whole.c_str(), address.data() + 12) == 1) return address;
    return std::nullopt;
}

std::string text_of(Address const& address) {
    char text[INET6_ADDRSTRLEN] = {};
    if (is_mapped(address))
        inet_ntop(AF_INET, address.data() + 12, text, sizeof text);
    else
        inet_ntop(AF_INET6, address.data(), text, sizeof text);
    return text;
}

bool loopback(std::string_view client) {
    auto const address = address_from(client);
    if (!address) return false;
    if (is_mapped(*address)) return (*address)[12] == 127;
    return text_of(*address) == "::1";
}

Networks::Networks(std::span<std::string const> texts) {
    for (auto const& text : texts) {
        auto const slash = std::min(text.find('/'), text.size());
        auto const address = address_from(std::string_view(text).substr(0, slash));
        if (!address) throw std::invalid_argument("not an address or network: " + text);
        int const widest = is_mapped(*address) ? 32 : 128;
        auto bits = widest;
        if (slash < text.size()) {
            auto const given = number_in(std::string_view(text).substr(slash + 1));
            if (!given || *given > widest)
                throw std::invalid_argument("not an address or network: " + text);
            bits = static_cast<int>(*given);
        }
        networks_.push_back({*address, bits + 128 - widest});
    }
}

bool Networks::hold(std::string_view client) const {
    if (networks_.empty()) return false;
    auto const address = address_from(client);
    if (!address) return false;
    return std::any_of(networks_.begin(), networks_.end(), [&](Network const& network) {
        for (int bit = 0; bit < network.bits; bit += 8) {
            auto const n = static_cast<std::size_t>(bit / 8);
            int const left = std::min(8, network.bits - bit);
            auto const mask = static_cast<unsigned>(0xff00 >> left) & 0xffU;
            if (((*address)[n] ^ network.address[n]) & mask) return false;
        }
        return true;
    });
}

void read_forwarded(Request& request, Networks const& proxies) {
    if (!proxies.hold(request.client)) return;
    std::vector<std::string_view> way;
    std::string_view scheme, host;
    for (auto const& [name, value] : request.headers) {
        if (name == "x-forwarded-for")
            for (auto const one : split(value, ',')) way.push_back(one);
        if (name == "x-forwarded-proto") scheme = split(value, ',').back();
        if (name == "x-forwarded-host") host = split(value, ',').back();
    }
    request.secure = same_word(scheme, "https");
    std::string client = request.client;
    while (!way.empty() && proxies.hold(client)) {
        auto const address = address_from(way.back());
        if (!address) break;
        client = text_of(*address);
        way.pop_back();
    }
    std::string const named(host);
    request.client = std::move(client);
    if (named.empty()) return;
    for (auto& [name, value] : request.headers)
        if (name == "host") value = named;
}

}  // namespace wasl::http
