// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kernel/result.hpp"
#include "platform/html/html.hpp"

namespace wasl::html {

// The names under which a form carries its two keys.
inline constexpr std::string_view csrf_field_name = "csrf";
inline constexpr std::string_view once_field_name = "once";

struct FormFrame {
    Url action;
    std::string_view csrf{};  // of the visitor; every form that posts has one
    std::string_view once{};  // idempotency key: pressing twice acts once
    bool multipart = false;
    bool narrow = false;  // a small form beside other things
};

// <form method="post"> until the end of the scope.
class Form {
public:
    Form(Html&, FormFrame const&);
    ~Form() { h_("</form>"_h); }
    Form(Form const&) = delete;
    Form& operator=(Form const&) = delete;

private:
    Html& h_;
};

// <form method="get">: filters and searches. No keys, nothing changes.
class FilterForm {
public:
    FilterForm(Html&, Url const& action);
    ~FilterForm() { h_("</form>"_h); }
    FilterForm(FilterForm const&) = delete;
    FilterForm& operator=(FilterForm const&) = delete;

private:
    Html& h_;
};

void hidden_field(Html&, std::string_view name, std::string_view value);

// Fields that belong together, under a legend.
class Fieldset {
public:
    Fieldset(Html&, Words const& legend, Words const& hint = {});
    ~Fieldset() { h_("</fieldset>"_h); }
    Fieldset(Fieldset const&) = delete;
    Fieldset& operator=(Fieldset const&) = delete;

private:
    Html& h_;
};

// What is wrong with a form that was sent, in the order of its fields.
class Faults {
public:
    void add(std::string_view field, Said what) {
        all_.emplace_back(std::string(field), std::move(what));
    }
    void add(Refusal const& refusal) { add(refusal.field, refusal.what); }
    bool any() const { return !all_.empty(); }
    // The first fault of that field, or nothing.
    Said of(std::string_view field) const;
    std::vector<std::pair<std::string, Said>> const& all() const { return all_; }

private:
    std::vector<std::pair<std::string, Said>> all_;
};

// Stands above the form, takes the focus, links to each field. Writes nothing without faults.
void error_summary(Html&, Faults const&);

enum class ButtonKind { primary, secondary, danger, quiet };

// Submits the form it stands in; with a name it tells which button was pressed. In a list, `about`
// says of what: not seen, but read out, so that no two buttons of a page are called the same.
void button(Html&, Words const& label, ButtonKind = ButtonKind::primary, std::string_view name = {},
            std::string_view value = {}, Words const& about = {});
void link_button(Html&, Url const&, Words const& label, ButtonKind = ButtonKind::primary,
                 Words const& about = {});

// What the things of a list are called where two may have one name: "plan.pdf", "plan.pdf (2)".
class ListNames {
public:
    Said of(std::string_view name);

private:
    std::map<std::string, int, std::less<>> seen_;
};

// A form of one button: "archive", "sign out".
struct PostButton {
    Url action;
    Words label;
    std::string_view csrf;
    ButtonKind kind = ButtonKind::secondary;
    std::string_view once{};
    std::string_view name{};
    std::string_view value{};
    Words about{};
};
void post_button(Html&, PostButton const&);

// Buttons in one line.
class ButtonRow {
public:
    explicit ButtonRow(Html& h) : h_(h) { h_("<div class=\"buttons\">"_h); }
    ~ButtonRow() { h_("</div>"_h); }
    ButtonRow(ButtonRow const&) = delete;
    ButtonRow& operator=(ButtonRow const&) = delete;

private:
    Html& h_;
};

}  // namespace wasl::html
