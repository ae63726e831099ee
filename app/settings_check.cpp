// SPDX-License-Identifier: Apache-2.0
#include "app/settings_check.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

#include "app/settings.hpp"
#include "platform/http/proxies.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::app {

namespace {

namespace fs = std::filesystem;

// What the head of a .pmtiles file says of its content: MVT or one of four kinds of pictures.
bool can_be_drawn(fs::path const& file) {
    std::array<char, 127> head{};
    std::ifstream in(file, std::ios::binary);
    in.read(head.data(), head.size());
    auto const kind = static_cast<unsigned char>(head[99]);
    return in && std::string_view(head.data(), 7) == "PMTiles" && head[7] == 3 && kind >= 1 &&
           kind <= 5;
}

class Check {
public:
    Check(config::Config const& config, std::vector<config::Mistake>& mistakes)
        : config_(config), mistakes_(mistakes) {}

    void addresses();
    void letters();
    void folders();
    void languages();
    void map();

private:
    void wrong(std::string_view key, std::string what) {
        mistakes_.push_back({std::string(key), std::move(what)});
    }
    void one_of(std::string_view key, std::initializer_list<std::string_view> starts,
                std::string_view wanted);
    void mailbox(std::string_view key);
    void site_address();

    config::Config const& config_;
    std::vector<config::Mistake>& mistakes_;
};

// Empty is a value too: it means what docs/configuration.md says of it.
void Check::one_of(std::string_view key, std::initializer_list<std::string_view> starts,
                   std::string_view wanted) {
    auto const& value = config_.text(key);
    bool const fits =
        value.empty() || std::any_of(starts.begin(), starts.end(), [&](std::string_view start) {
            return value.starts_with(start) && value.size() > start.size();
        });
    if (!fits) wrong(key, "must start with " + std::string(wanted));
}

void Check::mailbox(std::string_view key) {
    auto const& value = config_.text(key);
    auto const at = value.find('@');
    bool const fits =
        value.empty() ||
        (at != std::string::npos && at > 0 && value.find('@', at + 1) == std::string::npos &&
         at + 1 < value.size() && value.find_first_of(" \t\r\n<>,;") == std::string::npos);
    if (!fits) wrong(key, "must be one address, as in \"contact@commune.ma\"");
}

// It is written before "/verify/...": a path or a question after the name would break every code.
void Check::site_address() {
    one_of("site.address", {"https://", "http://"}, "https:// or http://");
    auto address = config_.text("site.address");
    while (address.ends_with('/')) address.pop_back();
    auto const name = address.find("://");
    if (name != std::string::npos && address.find_first_of("/?#@ ", name + 3) != std::string::npos)
        wrong("site.address", "must end after the name: no path and no question");
}

void Check::addresses() {
    site_address();
    if (!http::address_from(config_.text("http.address")))
        wrong("http.address", "must be an IPv4 or IPv6 address of this machine");
    try {
        http::Networks const proxies(config_.list("http.trusted_proxies"));
    } catch (std::invalid_argument const& refused) {
        wrong("http.trusted_proxies", refused.what());
    }
    one_of("database.url", {"sqlite:", "postgresql://", "postgres://"}, "sqlite: or postgresql://");
}

void Check::letters() {
    one_of("mail.url", {"smtp://", "smtps://"}, "smtp:// or smtps://");
    one_of("sms.url", {"https://", "http://"}, "https:// or http://");
    mailbox("mail.from");
    mailbox("site.contact_email");
}

void Check::folders() {
    std::error_code error;
    auto const& assets = config_.text("site.assets");
    if (!assets.empty() && !fs::is_directory(assets, error))
        wrong("site.assets", "must be a folder that is there");
    auto const& authorities = config_.text("mail.ca_file");
    if (!authorities.empty() && !fs::is_regular_file(authorities, error))
        wrong("mail.ca_file", "must be a file that is there");
    // Made where it is not there yet, as the program makes it.
    auto const data = fs::absolute(config_.path("data.folder")).lexically_normal();
    fs::create_directories(data, error);
    if (error || !fs::is_directory(data) || access(data.c_str(), W_OK) != 0)
        wrong("data.folder", "must be a folder that this program may write to");
}

void Check::languages() {
    for (auto const& name : config_.list("site.languages"))
        if (!i18n::language_named(name))
            wrong("site.languages", "knows ar, fr, en and zgh, not \"" + name + "\"");
}

// The host stands in the content policy of every page: nothing else may.
void Check::map() {
    one_of("map.tiles_url", {"https://", "http://"}, "https:// or http://");
    auto const& tiles = config_.text("map.tiles_url");
    for (auto const* const part : {"{z}", "{x}", "{y}"})
        if (!tiles.empty() && tiles.find(part) == std::string::npos)
            return wrong("map.tiles_url", "must name {z}, {x} and {y} once each");
    auto const origin = origin_of(tiles);
    auto const host = origin.substr(std::min(origin.size(), origin.find("//") + 2));
    if (host.find_first_not_of(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:") !=
        std::string::npos)
        wrong("map.tiles_url", "must name one host, without stars, names or braces in it");
    auto const file = config_.path("map.tiles_file");
    std::error_code error;
    if (file.empty()) return;
    if (file.extension() != ".pmtiles" || !fs::is_regular_file(file, error))
        return wrong("map.tiles_file", "must be a .pmtiles file that is there");
    if (!can_be_drawn(file))
        wrong("map.tiles_file",
              "must be of PMTiles version 3, with vector tiles (MVT), PNG, JPEG, WebP or AVIF");
}

}  // namespace

void check_settings(config::Config const& config, std::vector<config::Mistake>& mistakes) {
    Check check(config, mistakes);
    check.addresses();
    check.letters();
    check.folders();
    check.languages();
    check.map();
}

}  // namespace wasl::app
