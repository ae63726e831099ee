// SPDX-License-Identifier: Apache-2.0
// The content of an adoption file, and a row of the ledger, as forms.
#include "modules/bank/taxonomy.hpp"
#include "modules/bank/views_office.hpp"

namespace wasl::bank::views {

using namespace html::literals;

namespace {

void head_of(html::Html& h, FilePage const& page, Message const& title) {
    html::breadcrumbs(h, {{html::to("/office/bank"), msg::office_title},
                          {file_url(page.whole.adoption.id), msg::file_title}});
    html::error_summary(h, page.faults);
    h("<h1>"_h, title, "</h1><p class=\"lead\">"_h, title_of(page.entry.content), "</p>"_h);
}

// What was typed, else what is kept.
std::string value_of(FilePage const& page, std::string_view name, std::string kept) {
    if (page.request.has_field(name)) return std::string(page.request.field(name));
    return kept;
}
std::string day_of(std::optional<Date> const& day) { return day ? iso(*day) : std::string(); }

void file_text_area(html::Html& h, FilePage const& page, std::string_view name,
                    Message const& label, html::Words const& hint, std::string const& kept,
                    bool required = false) {
    auto const value = value_of(page, name, kept);
    html::text_area(h, {.name = name,
                        .label = label,
                        .hint = hint,
                        .value = value,
                        .error = page.faults.of(name),
                        .required = required,
                        .length_max = static_cast<int>(text_max),
                        .rows = 4});
}

void day(html::Html& h, FilePage const& page, std::string_view name, Message const& label,
         std::optional<Date> const& kept, bool required = false) {
    auto const value = value_of(page, name, day_of(kept));
    html::date_field(h, {.name = name,
                         .label = label,
                         .value = value,
                         .error = page.faults.of(name),
                         .required = required});
}

void file_text_line(html::Html& h, FilePage const& page, std::string_view name,
                    Message const& label, html::Words const& hint, std::string const& kept,
                    bool required, bool number = false) {
    auto const value = value_of(page, name, kept);
    html::text_field(h, {.name = name,
                         .label = label,
                         .hint = hint,
                         .value = value,
                         .error = page.faults.of(name),
                         .required = required,
                         .left_to_right = number,
                         .length_max = number ? 24 : static_cast<int>(line_max)});
}

void owner(html::Html& h, FilePage const& page) {
    std::vector<html::Choice> choices;
    std::vector<std::string> ids;
    ids.reserve(page.colleagues.size());
    for (auto const& one : page.colleagues) {
        ids.push_back(std::to_string(one.id.value()));
        choices.push_back({ids.back(), html::isolated(one.name)});
    }
    auto const value = value_of(page, "owner", std::to_string(page.whole.adoption.owner.value()));
    html::select_field(h,
                       {.name = "owner",
                        .label = msg::file_owner,
                        .hint = msg::file_owner_hint,
                        .value = value,
                        .error = page.faults.of("owner"),
                        .required = false},
                       choices);
}

void measured_fields(html::Html& h, FilePage const& page, Message const& legend,
                     std::string_view which) {
    html::Fieldset const fieldset(h, legend);
    auto const name = [&](std::string_view part) {
        return std::string(which) + "_" + std::string(part);
    };
    file_text_line(h, page, name("value"), msg::effect_value, msg::effect_value_hint, {}, true,
                   true);
    day(h, page, name("from"), msg::effect_from, {}, true);
    day(h, page, name("until"), msg::effect_until, {}, true);
    file_text_line(h, page, name("n"), msg::effect_n, msg::effect_n_hint, {}, true, true);
}

void indicator(html::Html& h, FilePage const& page) {
    std::vector<html::Choice> known;
    for (auto const code : indicators()) known.push_back({code, *indicator_named(code)});
    html::select_field(h,
                       {.name = "indicator",
                        .label = msg::effect_indicator,
                        .value = page.request.field("indicator"),
                        .error = page.faults.of("indicator"),
                        .required = false},
                       known);
    file_text_line(h, page, "name", msg::effect_own, msg::effect_own_hint, {}, false);
    file_text_line(h, page, "unit", msg::effect_unit, msg::effect_unit_hint, {}, true);
    html::radio_group(h,
                      {.name = "better",
                       .label = msg::effect_better,
                       .value = page.request.field("better"),
                       .error = page.faults.of("better")},
                      std::array{html::Choice{"higher", msg::better_higher},
                                 html::Choice{"lower", msg::better_lower}});
}

void corrects(html::Html& h, FilePage const& page) {
    if (page.whole.effects.empty()) return;
    std::vector<html::Choice> rows;
    std::vector<std::string> ids;
    ids.reserve(page.whole.effects.size());
    for (auto const& one : page.whole.effects) {
        ids.push_back(std::to_string(one.id.value()));
        rows.push_back({ids.back(), indicator_said(one)});
    }
    html::select_field(h,
                       {.name = "corrects",
                        .label = msg::effect_corrects,
                        .value = page.request.field("corrects"),
                        .error = page.faults.of("corrects"),
                        .required = false},
                       rows);
}

}  // namespace

void file_form(html::Html& h, FilePage const& page) {
    auto const& one = page.whole.adoption;
    head_of(h, page, msg::file_edit);
    html::Form const form(
        h, {.action = html::to("/office/adoptions/", one.id, "/edit"), .csrf = page.csrf});
    html::hidden_field(h, "version", std::to_string(one.version));
    owner(h, page);
    file_text_area(h, page, "legal_basis", msg::file_legal_basis, msg::file_legal_basis_hint,
                   one.legal_basis);
    file_text_area(h, page, "agreement", msg::file_agreement, msg::file_agreement_hint,
                   one.agreement);
    day(h, page, "agreed_on", msg::file_agreed_on, one.agreed_on);
    file_text_area(h, page, "plan", msg::file_plan, msg::file_plan_hint, one.plan);
    file_text_line(h, page, "place", msg::file_place, {}, one.place, false);
    day(h, page, "pilot_from", msg::file_pilot_from, one.pilot_from);
    day(h, page, "pilot_until", msg::file_pilot_until, one.pilot_until);
    html::button(h, msg::file_save);
}

void effect_form(html::Html& h, FilePage const& page) {
    head_of(h, page, msg::effect_record);
    h("<p>"_h, msg::effect_lead, "</p>"_h);
    html::Form const form(
        h, {.action = html::to("/office/adoptions/", page.whole.adoption.id, "/effect"),
            .csrf = page.csrf});
    indicator(h, page);
    measured_fields(h, page, msg::effect_before, "before");
    measured_fields(h, page, msg::effect_after, "after");
    file_text_area(h, page, "method", msg::effect_method, msg::effect_method_hint, {}, true);
    std::vector<html::Choice> levels;
    for (auto const one : {Evidence::e1, Evidence::e2, Evidence::e3})
        levels.push_back({bank::name_of(one), word_of("evidence", one)});
    html::radio_group(h,
                      {.name = "evidence",
                       .label = msg::entry_evidence,
                       .value = page.request.has_field("evidence") ? page.request.field("evidence")
                                                                   : std::string_view("e1"),
                       .error = page.faults.of("evidence")},
                      levels);
    file_text_area(h, page, "note", msg::effect_note, {}, {});
    corrects(h, page);
    html::button(h, msg::effect_record);
}

}  // namespace wasl::bank::views
