// SPDX-License-Identifier: Apache-2.0
// The page around a body: head, header, navigation, languages, footer. It knows the visitor only
// as far as it shows them; platform/http fills the Frame.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/assets.hpp"
#include "platform/html/html.hpp"
#include "platform/html/panels.hpp"

namespace wasl::html {

enum class Audience { everyone, signed_in, auditor, officer, administrator, platform };

struct NavigationItem {
    Url url;
    Message const* label;
    Audience audience = Audience::everyone;
};

// What all pages of one installation share; made once by app/.
struct Site {
    std::array<std::string, language_count> name;  // of the place: "إقليم بركان"; Arabic at least
    std::vector<NavigationItem> navigation;
    Assets assets;
    std::vector<Language> shown{languages.begin(), languages.end()};
};

struct Frame {
    Site const* site = nullptr;
    Language language = Language::ar;
    std::string_view path_and_query;  // without the language: "/dossiers?page=2"
    std::string_view visitor_name{};
    bool signed_in = false;
    bool officer = false;
    bool auditor = false;        // reads what the office does; officers do too
    bool administrator = false;  // of any administration
    bool platform = false;       // administrator of the whole installation
    int unread = 0;
    std::string_view csrf{};
};

struct PageHead {
    Words title;
    Words description{};
    bool for_search_engines = false;  // public pages say true
    bool wide = false;                // queues and tables
    Words success{};                  // "تم حفظ التغييرات", above the body
    int refresh_seconds = 0;          // a public screen that shows a queue
};

using Body = std::function<void(Html&)>;
std::string page(Frame const&, PageHead const&, Body const& body);

}  // namespace wasl::html
