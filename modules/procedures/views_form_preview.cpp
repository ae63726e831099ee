// SPDX-License-Identifier: Apache-2.0
// The form that is being built, as people will see it: in Arabic and in French side by side. Made
// of what was typed last, so that a press of a button shows it and nothing has to be saved.
#include <algorithm>

#include "modules/procedures/comparison.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/views_editor.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

class Preview {
public:
    Preview(html::Html& h, Sheet const& sheet) : h_(h), parts_(parts_of(h.language(), sheet)) {}

    void show(FormField const& field) {
        only_if(field);
        if (field.kind != FieldKind::group) return ask(field);
        html::Fieldset const group(h_, label_of(field),
                                   say(msg::preview_rows, {number("count", rows_most(field))}));
        for (auto const& inner : field.fields) ask(inner);
    }

private:
    // A question without a label yet is shown by its code.
    html::Words label_of(FormField const& field) const {
        if (directory::in(h_.language(), field.label).empty()) return html::code(field.code);
        return said(h_.language(), field.label);
    }

    void only_if(FormField const& field) {
        if (field.only_if.empty()) return;
        h_("<p class=\"hint\">"_h, msg::preview_only_if, "</p><ul>"_h);
        for (auto const& part : parts_)
            if (part.section == "form" && part.item == field.code &&
                part.label == &msg::edit_only_if)
                for (auto const& one : part.content.said) h_("<li>"_h, one, "</li>"_h);
        h_("</ul>"_h);
    }

    // Names of their own: the editor's form has the others.
    void ask(FormField const& field) {
        auto const name = "preview-" + std::string(wasl::name_of(h_.language())) + "-" + field.code;
        if (field.kind == FieldKind::file)
            return html::file_field(h_, {.name = name,
                                         .label = label_of(field),
                                         .hint = msg::preview_file,
                                         .required = field.required});
        show_question(h_, field, {.name = name, .value = {}, .error = {}});
    }

    html::Html& h_;
    std::vector<Part> parts_;
};

void preview_in(html::Html& h, Sheet const& sheet, Language language, Message const& heading) {
    html::Html other(language);
    other("<h3>"_h, heading, "</h3>"_h);
    Preview preview(other, sheet);
    for (auto const& field : sheet.form) preview.show(field);
    bool const arabic = language == Language::ar;
    h(arabic ? "<div lang=\"ar\" dir=\"rtl\">"_h : "<div lang=\"fr\" dir=\"ltr\">"_h);
    h.text() += other.take();
    h("</div>"_h);
}

}  // namespace

void show_form_preview(html::Html& h, Sheet const& sheet) {
    h("<section id=\"preview\" aria-labelledby=\"preview-title\"><h2 id=\"preview-title\">"_h,
      msg::preview_title, "</h2><p class=\"hint\">"_h, msg::preview_text, "</p>"_h);
    if (sheet.form.empty()) {
        h("<p>"_h, msg::preview_empty, "</p></section>"_h);
        return;
    }
    h("<div class=\"columns halves\">"_h);
    preview_in(h, sheet, Language::ar, msg::edit_in_arabic);
    preview_in(h, sheet, Language::fr, msg::edit_in_french);
    h("</div></section>"_h);
}

}  // namespace wasl::procedures::views
