// SPDX-License-Identifier: Apache-2.0
// Names of static files. bin/assets gives each a name with a hash of its content, so that it may
// be kept for ever, and lists them in manifest.tsv: "wasl.css<TAB>wasl.3f2a91c0.css".
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/html/html.hpp"

namespace wasl::html {

class Assets {
public:
    Assets() = default;
    // Throws std::runtime_error where the list cannot be read: a page without style is a fault of
    // the installation.
    static Assets read(std::filesystem::path const& folder);

    // "/assets/wasl.3f2a91c0.css"; a name that is not listed stands as it is.
    Url url(std::string_view name) const;
    bool has(std::string_view name) const;

private:
    std::vector<std::pair<std::string, std::string>> names_;  // ordered
};

}  // namespace wasl::html
