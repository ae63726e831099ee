// SPDX-License-Identifier: Apache-2.0
// The static files below /assets/, found once when the server starts. Only what was found can be
// asked for, so no path leads out of the folder.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace wasl::http {

struct Asset {
    std::string type;
    std::string etag;
    bool hashed = false;  // name.HASH.ext never changes
    std::filesystem::path path;
    std::shared_ptr<std::string const> plain;  // null where too large to keep
    std::shared_ptr<std::string const> brotli;
    std::shared_ptr<std::string const> gzip;
};

class Assets {
public:
    static constexpr std::uintmax_t kept_max = 512 * 1024;            // one file
    static constexpr std::uintmax_t all_kept_max = 64 * 1024 * 1024;  // all of them

    explicit Assets(std::filesystem::path const& folder);
    Asset const* find(std::string_view path) const;  // "/assets/site.css"

private:
    void add(std::filesystem::path const& root, std::filesystem::path const& file);

    std::map<std::string, Asset, std::less<>> assets_;
    std::uintmax_t kept_ = 0;
};

std::string_view type_of(std::string_view file_name);
bool has_hash(std::string_view file_name);

}  // namespace wasl::http
