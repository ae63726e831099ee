// SPDX-License-Identifier: Apache-2.0
// What became of a sheet between two of its texts: to everybody between published versions, to who
// works on it also with what is being written and with the model that it came from.
#include "modules/procedures/messages.hpp"
#include "modules/procedures/models.hpp"
#include "modules/procedures/office.hpp"
#include "modules/procedures/views_comparison.hpp"
#include "platform/http/page.hpp"

namespace wasl::procedures {
namespace {

using http::Allow;

std::string number_of(RevisionLine const& line) { return std::to_string(line.version); }

// Oldest first, as they are chosen.
std::vector<views::Text> published_texts(std::vector<RevisionLine> const& history) {
    std::vector<views::Text> out;
    for (auto line = history.rbegin(); line != history.rend(); ++line)
        out.push_back({number_of(*line), say(msg::sheet_version, {number("version", line->version),
                                                                  {"day", line->at}})});
    return out;
}

Result<Sheet> version_of(Pages const& pages, db::Reader& db,
                         std::vector<RevisionLine> const& history, std::string_view code) {
    for (auto const& line : history)
        if (number_of(line) == code)
            if (auto const sheet = pages.desk.revision(db, line.id)) return *sheet;
    return Refusal{Refused::not_found, say(msg::refusal_unknown)};
}

// What was asked for, else the last two.
void choose_versions(http::Request const& request, views::ComparisonPage& page) {
    auto const& texts = page.texts;
    page.from = request.asked("from");
    page.to = request.asked("to");
    if (texts.size() < 2) return;
    if (page.from.empty()) page.from = texts[texts.size() - 2].code;
    if (page.to.empty()) page.to = texts.back().code;
}

Result<http::Response> compared(http::Asked const& asked, views::ComparisonPage& page,
                                auto const& text_of) {
    std::vector<Revised> differences;
    if (page.texts.size() >= 2) {
        auto const before = TRY(text_of(page.from));
        auto const after = TRY(text_of(page.to));
        differences = compare(asked.language(), before, after);
        page.before = burden_of(before);
        page.after = burden_of(after);
    }
    return http::shown(asked, {.title = msg::compare_title},
                       [&](html::Html& h) { views::show_comparison(h, page, differences); });
}

Result<http::Response> show_versions(Pages const& pages, http::Asked const& asked) {
    auto const id = pages.desk.sheet_of_code(asked.db, asked.wild(0));
    auto const history = id ? pages.desk.history(asked.db, *id) : std::vector<RevisionLine>{};
    if (history.empty()) return Refusal{Refused::not_found, say(msg::refusal_unknown)};
    auto const latest = pages.desk.revision(asked.db, history.front().id);
    auto const home = html::to("/procedures/", asked.wild(0));
    views::ComparisonPage page{.title = latest->title,
                               .home = home,
                               .action = html::to("/procedures/", asked.wild(0), "/compare"),
                               .texts = published_texts(history)};
    choose_versions(asked.request, page);
    return compared(asked, page, [&](std::string_view code) {
        return version_of(pages, asked.db, history, code);
    });
}

Result<http::Response> show_work(Pages const& pages, http::Asked const& asked) {
    pages.desk.refresh(asked.db, asked.now);
    auto const draft = TRY(seen_draft(pages, asked));
    auto const history = pages.desk.history(asked.db, draft.sheet.id);
    auto const model = pages.desk.model(draft.sheet.model);
    views::ComparisonPage page{.title = draft.sheet.title,
                               .home = html::to("/office/sheets/", draft.sheet.id),
                               .action = html::to("/office/sheets/", draft.sheet.id, "/compare"),
                               .texts = published_texts(history)};
    if (model) page.texts.insert(page.texts.begin(), {"model", say(msg::compare_model)});
    page.texts.push_back({"draft", say(msg::compare_draft)});
    choose_versions(asked.request, page);
    return compared(asked, page, [&](std::string_view code) -> Result<Sheet> {
        if (code == "draft") return draft.sheet;
        if (code == "model" && model) return *model;
        return version_of(pages, asked.db, history, code);
    });
}

}  // namespace

void add_comparison_pages(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/procedures/:code/compare", Allow::anyone, show_versions),
        http::get<Pages>("/office/sheets/:id/compare", Allow::staff, show_work),
    };
    router.add("procedures", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::procedures
