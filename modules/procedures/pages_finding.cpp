// SPDX-License-Identifier: Apache-2.0
// Suggestions while somebody types, and the words by which things are found.
#include "modules/procedures/pages_finding.hpp"

#include "modules/procedures/messages.hpp"
#include "modules/procedures/missed.hpp"
#include "modules/procedures/office.hpp"
#include "modules/procedures/views_finding.hpp"
#include "modules/procedures/vocabulary.hpp"
#include "platform/http/page.hpp"

namespace wasl::procedures {
namespace {

using http::Acted;
using http::Allow;
using http::Asked;

constexpr std::size_t beginning_max = 100;  // bytes
constexpr std::size_t suggested_max = 8;
constexpr std::size_t sheets_max = 3;
constexpr std::size_t missed_max = 100;

// A plain page of links; with part=list its list alone, for a script that shows it under the field.
Result<http::Response> suggest(Pages const& pages, Asked const& asked) {
    pages.desk.refresh(asked.db, asked.now);
    auto const picture = pages.desk.picture();
    views::Suggestions out;
    out.beginning = asked.request.asked("q").substr(0, beginning_max);
    if (!out.beginning.empty()) {
        out.words = picture->finder().suggest(out.beginning, suggested_max);
        auto const& best = out.words.empty() ? out.beginning : out.words.front();
        out.items = picture->finder().find(best, {}, Kind::sheets, sheets_max, 0).items;
    }
    http::Response response;
    if (asked.request.asked("part") == "list") {
        html::Html h(asked.language());
        views::show_suggestion_list(h, out);
        response.body = h.take();
    } else {
        response = http::shown(asked, {.title = msg::suggest_title},
                               [&](html::Html& h) { views::show_suggestions(h, out); });
    }
    response.shared = !asked.visitor.signed_in();
    return response;
}

http::Response vocabulary_page(Pages const& pages, Asked const& asked, std::string const& typed,
                               int edition, html::Faults faults, int status = 200) {
    views::VocabularyPage const page{typed, edition,
                                     all_missed(asked.db, pages.desk.missed(), missed_max),
                                     std::move(faults), asked.visitor.csrf};
    html::PageHead head{.title = msg::vocabulary_title};
    if (!asked.request.asked("saved").empty()) head.success = msg::vocabulary_saved;
    return http::shown(
        asked, head, [&](html::Html& h) { views::show_vocabulary(h, page); }, status);
}

Result<http::Response> show_words(Pages const& pages, Asked const& asked) {
    TRY(keeps_for_all(asked.visitor));
    auto const words = added_vocabulary(asked.db);
    auto typed = typed_form(words.words);
    // A word that was missed, ready for what it means.
    if (auto const word = asked.request.asked("word"); !word.empty()) {
        if (!typed.empty() && typed.back() != '\n') typed += '\n';
        typed.append(word.substr(0, beginning_max)).append(" = ");
    }
    return vocabulary_page(pages, asked, typed, words.edition, {});
}

Result<http::Response> save_words(Pages const& pages, Acted const& acted) {
    TRY(keeps_for_all(acted.visitor));
    auto const& request = acted.request;
    std::string const typed(request.field("words"));
    auto const edition = static_cast<int>(request.field_number("edition").value_or(0));
    auto const saved = acted.write([&](db::Writer& db) {
        return save_vocabulary(db, typed, edition, acted.visitor.person, acted.now);
    });
    if (saved.refused()) {
        html::Faults faults;
        faults.add(saved.refusal());
        return vocabulary_page(pages, acted, typed, edition, std::move(faults),
                               http::status_of(saved.refusal().why));
    }
    pages.desk.expire();
    return http::see_other("/" + std::string(name_of(acted.language())) +
                           "/admin/synonyms?saved=1");
}

}  // namespace

void add_finding_pages(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/suggest", Allow::anyone, suggest),
        http::get<Pages>("/admin/synonyms", Allow::administrator, show_words),
        http::post<Pages>("/admin/synonyms", Allow::administrator, save_words),
    };
    router.add("procedures", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::procedures
