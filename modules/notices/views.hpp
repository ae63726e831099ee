// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modules/notices/store.hpp"
#include "platform/html/components.hpp"

namespace wasl::notices::views {

struct Shown {  // an item said in the reader's language
    store::Item item;
    std::string subject, body;
    Language language = Language::ar;  // in which they are said
};
struct InboxPage {
    std::vector<Shown> items;
    bool unread_only = false;
    int unread = 0;
    std::string_view csrf;
    std::optional<NoticeId> older;  // where the next page begins
};
void inbox(html::Html&, InboxPage const&);
void preferences(html::Html&, bool by_email, std::string_view csrf);
void letters(html::Html&, std::vector<store::Letter> const&, std::string_view csrf);

}  // namespace wasl::notices::views
