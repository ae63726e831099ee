// SPDX-License-Identifier: Apache-2.0
// Form ≡ sheet: what the one asks and the other does not name, side by side, with a button that
// puts the sheet right. A document that is missing on the sheet needs its basis and is written in
// the editor.
#include <algorithm>

#include "modules/procedures/gate.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/office.hpp"
#include "modules/procedures/views.hpp"
#include "platform/http/page.hpp"

namespace wasl::procedures {
namespace {

using namespace html::literals;
using http::Allow;

Message const& difference_word(Difference what) {
    switch (what) {
        case Difference::unnamed: return msg::diff_unnamed;
        case Difference::stricter: return msg::diff_stricter;
        case Difference::not_asked: return msg::diff_not_asked;
    }
    return msg::diff_unnamed;
}

bool can_be_put_right(Sheet const& sheet, FormDifference const& one) {
    if (one.what == Difference::stricter) return false;
    auto const* const field = sheet.field(one.code);
    return field == nullptr || field->kind != FieldKind::file;
}

void show_differences(html::Html& h, Draft const& draft, std::string_view csrf) {
    auto const& sheet = draft.sheet;
    html::breadcrumbs(
        h, {{html::to("/office/sheets"), msg::office_title},
            {html::to("/office/sheets/", sheet.id), views::said(h.language(), sheet.title)}});
    h("<h1>"_h, msg::diff_title, "</h1><p class=\"lead\">"_h, msg::diff_lead, "</p>"_h);
    auto const found = form_differences(sheet);
    if (found.empty()) return html::notice(h, html::Tone::success, msg::diff_none);
    html::Table table(h, msg::diff_title,
                      {{msg::edit_label}, {msg::diff_what}, {{}, html::Column::actions}});
    for (auto const& one : found) {
        table.row();
        table.cell(views::said(h.language(), one.title));
        table.cell(difference_word(one.what));
        table.cell_with([&] {
            if (!can_be_put_right(sheet, one)) return;
            html::post_button(
                h, {.action = html::with(html::to("/office/sheets/", sheet.id, "/information"),
                                         "edition", std::to_string(draft.edition)),
                    .label = one.what == Difference::unnamed ? msg::diff_name : msg::diff_drop,
                    .csrf = csrf,
                    .name = "code",
                    .value = one.code});
        });
    }
}

Result<http::Response> show_information(Pages const& pages, http::Asked const& asked) {
    auto const draft = TRY(own_draft(pages, asked));
    return http::shown(asked, {.title = msg::diff_title},
                       [&](html::Html& h) { show_differences(h, draft, asked.visitor.csrf); });
}

// Names the question on the sheet, or takes from the sheet what no question asks.
Result<http::Response> put_right(Pages const& pages, http::Acted const& acted) {
    auto const draft = TRY(own_draft(pages, acted));
    auto sheet = draft.sheet;
    auto const code = acted.request.field("code");
    auto const* const field = sheet.field(code);
    auto const named = std::find_if(sheet.information.begin(), sheet.information.end(),
                                    [&](Information const& one) { return one.code == code; });
    if (field != nullptr && named == sheet.information.end())
        sheet.information.push_back({field->code, field->label, {}});
    else if (field == nullptr && named != sheet.information.end())
        sheet.information.erase(named);
    auto const edition = static_cast<int>(acted.request.asked_number("edition").value_or(0));
    TRY(acted.write([&](db::Writer& db) {
        return pages.desk.save_draft(db, sheet.id, edition, sheet, acted.visitor.person, acted.now);
    }));
    return back_to(acted, html::to("/office/sheets/", sheet.id, "/information"));
}

}  // namespace

void add_information_pages(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/office/sheets/:id/information", Allow::staff, show_information),
        http::post<Pages>("/office/sheets/:id/information", Allow::staff, put_right),
    };
    router.add("procedures", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::procedures
