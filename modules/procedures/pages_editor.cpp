// SPDX-License-Identifier: Apache-2.0
// The editor: one form a section, without a script. A form that comes too late is shown again with
// all that was typed.
#include "modules/procedures/messages.hpp"
#include "modules/procedures/moves.hpp"
#include "modules/procedures/office.hpp"
#include "modules/procedures/views_editor.hpp"
#include "platform/http/page.hpp"

namespace wasl::procedures {
namespace {

using http::Allow;

struct Shown {
    Sheet const& sheet;
    int edition;
    Section section;
    html::Faults faults{};
    bool stale = false;
    int status = 200;
    http::Request const* typed = nullptr;
    bool moved = false;
};

http::Response show_form(Pages const& pages, http::Asked const& asked, Shown const& what) {
    auto const found = pages.desk.objections_to(asked.db, what.sheet, asked.today);
    auto const types = pages.desk.evidence_types(asked.db);
    views::EditorPage const page{.sheet = what.sheet,
                                 .edition = what.edition,
                                 .section = what.section,
                                 .faults = what.faults,
                                 .objections = found,
                                 .csrf = asked.visitor.csrf,
                                 .stale = what.stale,
                                 .typed = what.typed,
                                 .types = types,
                                 .moved = what.moved};
    bool const saved = asked.request.asked("done") == "saved";
    return http::shown(
        asked,
        {.title = *msg::find("section." + std::string(name_of(what.section))),
         .success = saved ? html::Words{msg::office_done_saved} : html::Words{}},
        [&](html::Html& h) { views::show_editor(h, page); }, what.status);
}

Result<Section> asked_section(http::Asked const& asked) {
    if (auto const section = section_named(asked.wild(1))) return *section;
    return Refusal{Refused::not_found, say(msg::refusal_unknown)};
}

Result<http::Response> edit(Pages const& pages, http::Asked const& asked) {
    pages.desk.refresh(asked.db, asked.now);
    auto const draft = TRY(own_draft(pages, asked));
    auto const section = TRY(asked_section(asked));
    return show_form(pages, asked, {draft.sheet, draft.edition, section});
}

// Pressing a button of a list saves as well; where that cannot be, the list is shown as asked, with
// all that was typed, and says that it is not saved yet.
Result<http::Response> save(Pages const& pages, http::Acted const& acted) {
    auto const draft = TRY(own_draft(pages, acted));
    auto const section = TRY(asked_section(acted));
    auto typed = acted.request;
    auto const pressed = acted.request.field("do");
    auto const move = move_of(name_of(section), pressed);
    if (move) make(*move, typed.form);
    html::Faults faults;
    auto sheet = draft.sheet;
    type_into(sheet, section, typed, faults);
    auto const edition = static_cast<int>(typed.field_number("edition").value_or(0));
    Shown back{.sheet = sheet, .edition = edition, .section = section, .typed = &typed};
    if (pressed == "try") return show_form(pages, acted, back);
    // The form carries on from the edition that is there now: pressing again keeps this section as
    // typed, and what the other officer changed elsewhere.
    back.stale = edition != draft.edition;
    back.edition = draft.edition;
    back.moved = move.has_value() && faults.any();
    back.status = back.stale ? 409 : back.moved ? 200 : 422;
    if (!back.moved) back.faults = faults;
    if (back.stale || faults.any()) return show_form(pages, acted, back);
    auto const saved = acted.write([&](db::Writer& db) {
        return pages.desk.save_draft(db, sheet.id, edition, sheet, acted.visitor.person, acted.now);
    });
    if (saved.refused()) {
        // What lies with the commission or the Interior is no older page of ours: it says so.
        back.stale = saved.refusal().what.message == &msg::refusal_stale;
        back.edition = back.stale ? edition + 1 : edition;
        if (!back.stale) back.faults.add(saved.refusal());
        back.status = http::status_of(saved.refusal().why);
        return show_form(pages, acted, back);
    }
    auto const here = html::to("/office/sheets/", sheet.id, "/edit/", name_of(section));
    return back_to(acted, html::with(here, "done", "saved"));
}

}  // namespace

void add_editor_pages(http::Router& router, Pages const& pages) {
    // A list of sixty documents with all its fields is some 200 KiB of form.
    constexpr http::Limits limits{.body_max = http::operator""_KiB(512)};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/office/sheets/:id/edit/:section", Allow::staff, edit),
        http::post<Pages>("/office/sheets/:id/edit/:section", Allow::staff, save, limits),
    };
    router.add("procedures", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::procedures
