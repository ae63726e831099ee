// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modules/procedures/missed.hpp"
#include "modules/procedures/views.hpp"
#include "platform/html/forms.hpp"

namespace wasl::procedures::views {

struct Suggestions {
    std::string beginning;
    std::vector<std::string> words;
    std::vector<Item> items;  // sheets that the first of the words finds
};
void show_suggestions(html::Html&, Suggestions const&);
void show_suggestion_list(html::Html&, Suggestions const&);

struct VocabularyPage {
    std::string typed;
    int edition;
    std::vector<MissedLine> missed;
    html::Faults faults;
    std::string csrf;
};
void show_vocabulary(html::Html&, VocabularyPage const&);

}  // namespace wasl::procedures::views
