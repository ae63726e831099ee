// SPDX-License-Identifier: Apache-2.0
// What the forms of the editor are made of. A field shows what was typed where a form came back,
// and what the gate objects stands beside it with the article.
#pragma once

#include "modules/procedures/messages.hpp"
#include "modules/procedures/views_editor.hpp"

namespace wasl::procedures::views {

struct Line {
    std::string name;
    Message const& label;
    std::string value;
    html::Words hint{};
    bool left_to_right = false;
    int length_max = 500;
};
void edit_line(html::Html&, EditorPage const&, Line const&);
void edit_lines(html::Html&, EditorPage const&, Line const&);  // several lines of text
void edit_number(html::Html&, EditorPage const&, std::string const& name, Message const& label,
                 int value, html::NumberLimits);
void edit_tick(html::Html&, std::string const& name, Message const& label, bool on);
void edit_conditions(html::Html&, EditorPage const&, std::string const& at,
                     std::vector<Condition> const&, std::string_view own_code = {});

// What was typed there where the form came back, else the value of the sheet.
std::string typed_or(EditorPage const&, std::string const& name, std::string const& value);

// What the gate says of the whole item that bears this code.
void item_objections(html::Html&, EditorPage const&, std::string const& field);
// The article of what is objected to this one field, under it.
void show_article(html::Html&, EditorPage const&, std::string_view field);

// Buttons of an item: up, down, remove; and of its list: add.
void item_buttons(html::Html&, std::string const& list, std::size_t n, std::size_t size);
void add_button(html::Html&, std::string const& list, Message const& label);

template<typename T, typename Show>
void edit_list(html::Html& h, EditorPage const& page, std::string const& list,
               std::vector<T> const& items, Show show) {
    html::hidden_field(h, count_name(list), std::to_string(items.size()));
    for (std::size_t n = 0; n < items.size(); ++n) {
        html::Fieldset const one(h, say(msg::office_item, {number("number", n + 1)}));
        if constexpr (requires { items[n].code; })
            item_objections(h, page,
                            list.substr(0, list.find('.')) + "." + std::string(items[n].code));
        auto const at = list + "." + std::to_string(n) + ".";
        show(items[n], at);
        if constexpr (requires { items[n].code; })
            edit_line(h, page,
                      {at + "code", msg::edit_code, items[n].code, msg::edit_code_hint, true});
        item_buttons(h, list, n, items.size());
    }
}

template<typename Enum, std::size_t N>
std::vector<html::Choice> choices_among(Enum const (&values)[N], std::string_view prefix) {
    std::vector<html::Choice> out;
    for (auto const value : values)
        out.push_back(
            {name_of(value), *msg::find(std::string(prefix) + std::string(name_of(value)))});
    return out;
}

}  // namespace wasl::procedures::views
