// SPDX-License-Identifier: Apache-2.0
// The forms of the editor, one a section.
#pragma once

#include "modules/procedures/editor.hpp"
#include "modules/procedures/gate.hpp"
#include "modules/procedures/moves.hpp"
#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

struct EditorPage {
    Sheet const& sheet;  // as typed, where a form came back
    int edition = 0;
    Section section = Section::general;
    html::Faults const& faults;
    std::vector<Objection> const& objections;  // of the gate, to stand beside their fields
    std::string_view csrf;
    bool stale = false;
    http::Request const* typed = nullptr;  // where a form came back, as it was typed
    std::vector<EvidenceType> const& types;
    bool moved = false;  // a button of a list was pressed, and nothing was saved yet
};
void show_editor(html::Html&, EditorPage const&);

// The inside of the forms that hold lists.
void edit_requirements(html::Html&, EditorPage const&);
void edit_documents(html::Html&, EditorPage const&);
void edit_information(html::Html&, EditorPage const&);
void edit_fees(html::Html&, EditorPage const&);
void edit_steps(html::Html&, EditorPage const&);
void edit_form(html::Html&, EditorPage const&);

// The form in both languages; takes no part in the editor's own form.
void show_form_preview(html::Html&, Sheet const&);

// Arabic and, if there is one, French of the same thing.
void edit_names(html::Html&, EditorPage const&, std::string const& name, Message const& legend,
                Names const&, bool several_lines = false);
// Rows for legal bases and one more, empty.
void edit_bases(html::Html&, EditorPage const&, std::string const& at,
                std::vector<LegalBasis> const&, int most);
// What is wrong with that field: a fault of the form, else what the gate objects.
Said wrong(EditorPage const&, std::string_view field);

void show_objection(html::Html&, Objection const&);
void show_article_of(html::Html&, Objection const&);

}  // namespace wasl::procedures::views
