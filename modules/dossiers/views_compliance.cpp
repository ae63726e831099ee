// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/views_compliance.hpp"

#include "kernel/csv.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::dossiers::office {

using namespace html::literals;

namespace {

struct Figure {
    Message const& label;
    std::int64_t ComplianceLine::* member;
};

std::vector<Figure> figures() {
    return {{msg::public_filed, &ComplianceLine::filed},
            {msg::public_incomplete, &ComplianceLine::incomplete},
            {msg::public_on_time, &ComplianceLine::on_time},
            {msg::public_late, &ComplianceLine::late},
            {msg::public_open_overdue, &ComplianceLine::open_overdue},
            {msg::public_silent, &ComplianceLine::silent},
            {msg::public_refused, &ComplianceLine::refused},
            {msg::public_unanswered, &ComplianceLine::unanswered},
            {msg::public_appeals, &ComplianceLine::appeals}};
}

// A table to be counted with has all of them; a page only those that can be read at once.
std::vector<Figure> all_figures() {
    auto all = figures();
    all.push_back({msg::public_approved, &ComplianceLine::approved});
    all.push_back({msg::public_returned, &ComplianceLine::returned});
    all.push_back({msg::public_withdrawn, &ComplianceLine::withdrawn});
    all.push_back({msg::public_attested, &ComplianceLine::attested});
    return all;
}

int this_year(CompliancePage const& page) {
    return static_cast<int>(std::chrono::year_month_day{page.today}.year());
}

void choose_year(html::Html& h, CompliancePage const& page) {
    std::vector<std::string> years;
    for (int year = this_year(page); year >= first_year; --year)
        years.push_back(std::to_string(year));
    std::vector<html::Choice> choices;
    for (auto const& year : years) choices.push_back({year, html::code(year)});
    auto const chosen = std::to_string(page.ask.year);
    html::select_field(h, {.name = "year", .label = msg::public_year, .value = chosen}, choices);
}

Message const& month_word(std::string_view two_digits) { return word_of("month", two_digits); }

void choose_part(html::Html& h, CompliancePage const& page) {
    std::vector<html::Choice> choices{{"", msg::public_whole_year},
                                      {"q1", msg::public_quarter_1},
                                      {"q2", msg::public_quarter_2},
                                      {"q3", msg::public_quarter_3},
                                      {"q4", msg::public_quarter_4}};
    static constexpr std::string_view months[] = {"01", "02", "03", "04", "05", "06",
                                                  "07", "08", "09", "10", "11", "12"};
    for (auto const month : months) choices.push_back({month, month_word(month)});
    html::select_field(h, {.name = "part", .label = msg::public_part, .value = page.part}, choices);
}

// From one month to another, across years.
void choose_months(html::Html& h, CompliancePage const& page) {
    std::vector<std::string> months;
    for (int year = this_year(page); year >= first_year; --year)
        for (int month = 12; month >= 1; --month)
            months.push_back(std::to_string(year) + (month < 10 ? "-0" : "-") +
                             std::to_string(month));
    std::vector<html::Choice> choices{{"", msg::public_any_month}};
    for (auto const& month : months)
        choices.push_back(
            {month, say(msg::public_month_of_year, {word("month", month_word(month.substr(5))),
                                                    text("year", month.substr(0, 4))})});
    bool const typed = page.part == "span";
    html::Disclosure const span(h, msg::public_span, typed);
    h("<div class=\"columns halves\">"_h);
    html::select_field(h,
                       {.name = "from",
                        .label = msg::public_from,
                        .value = typed ? std::string_view(page.ask.from) : std::string_view(),
                        .required = false},
                       choices);
    html::select_field(h,
                       {.name = "until",
                        .label = msg::public_until,
                        .value = typed ? std::string_view(page.ask.until) : std::string_view(),
                        .required = false},
                       choices);
    h("</div>"_h);
}

void choose_administration(html::Html& h, CompliancePage const& page) {
    std::vector<std::string> ids;
    ids.reserve(page.administrations.size());
    std::vector<html::Choice> choices{{"", msg::public_all_administrations}};
    for (auto const id : page.administrations) {
        ids.push_back(std::to_string(id.value()));
        choices.push_back({ids.back(), place_of(h.language(), page.places, id)});
    }
    auto const chosen =
        page.ask.administration ? std::to_string(page.ask.administration->value()) : std::string();
    html::select_field(h,
                       {.name = "administration",
                        .label = msg::silence_administration,
                        .value = chosen,
                        .required = false},
                       choices);
}

void choose_counted_procedure(html::Html& h, CompliancePage const& page) {
    std::vector<html::Choice> choices{{"", msg::public_all_procedures}};
    for (auto const& code : page.procedures)
        choices.push_back({code, title_of(h.language(), page.published, code)});
    html::select_field(h,
                       {.name = "procedure",
                        .label = msg::queue_procedure,
                        .value = page.ask.procedure,
                        .required = false},
                       choices);
}

void compliance_filters(html::Html& h, CompliancePage const& page) {
    html::FilterForm const form(h, html::to("/compliance"));
    choose_administration(h, page);
    choose_counted_procedure(h, page);
    choose_year(h, page);
    choose_part(h, page);
    html::select_field(h,
                       {.name = "by",
                        .label = msg::public_lines,
                        .value = page.ask.whole_administrations ? "administration" : "procedure"},
                       std::array{html::Choice{"procedure", msg::public_by_procedure},
                                  html::Choice{"administration", msg::public_by_administration}});
    choose_months(h, page);
    html::button(h, msg::queue_show, html::ButtonKind::secondary);
}

// The first and the last day of what is counted.
std::pair<Date, Date> days_between(ComplianceAsk const& ask) {
    auto const first = date_from_iso(ask.from + "-01");
    auto const last = date_from_iso(ask.until + "-01");
    check(first && last, "a page is asked for whole months");
    auto const month = std::chrono::year_month_day{*last};
    return {*first, Date{month.year() / month.month() / std::chrono::last}};
}

void sums(html::Html& h, CompliancePage const& page) {
    ComplianceLine all;
    for (auto const& line : page.lines)
        for (auto const& figure : figures()) all.*figure.member += line.*figure.member;
    std::vector<html::Tile> tiles;
    for (auto const& figure : figures()) {
        auto const number = all.*figure.member;
        bool const bad = figure.member == &ComplianceLine::late ||
                         figure.member == &ComplianceLine::open_overdue ||
                         figure.member == &ComplianceLine::silent;
        tiles.push_back({number,
                         figure.label,
                         {},
                         bad && number > 0 ? html::Tone::danger : html::Tone::neutral});
    }
    html::stat_tiles(h, tiles);
}

void days(html::Table& table, std::optional<int> const& count) {
    if (count)
        table.cell(*count);
    else
        table.cell(msg::public_none_yet);
}

void compliance_lines(html::Html& h, CompliancePage const& page) {
    auto const [first, last] = days_between(page.ask);
    html::Table table(h, say(msg::public_caption, {{"from", first}, {"until", last}}),
                      {{msg::silence_administration},
                       {msg::queue_procedure},
                       {msg::public_filed, html::Column::number},
                       {msg::public_incomplete, html::Column::number},
                       {msg::public_on_time, html::Column::number},
                       {msg::public_late, html::Column::number},
                       {msg::public_open_overdue, html::Column::number},
                       {msg::public_silent, html::Column::number},
                       {msg::public_refused, html::Column::number},
                       {msg::public_unanswered, html::Column::number},
                       {msg::public_appeals, html::Column::number},
                       {msg::public_median, html::Column::number},
                       {msg::public_ninetieth, html::Column::number}});
    for (auto const& line : page.lines) {
        table.row();
        table.cell(place_of(h.language(), page.places, line.administration));
        if (line.procedure.empty())
            table.cell(msg::public_all_procedures);
        else
            table.cell("<a href=\""_h, html::to("/procedures/", line.procedure), "\">"_h,
                       title_of(h.language(), page.published, line.procedure), "</a>"_h);
        for (auto const& figure : figures())
            table.cell(i18n::number(h.language(), line.*figure.member));
        days(table, line.median_days);
        days(table, line.ninetieth_days);
    }
}

std::string plain(Language language, procedures::Picture const& published,
                  std::string_view procedure) {
    auto const* const entry = published.entry(procedure);
    return std::string(entry ? directory::in(language, entry->title) : procedure);
}

}  // namespace

html::Url compliance_url(CompliancePage const& page, std::string_view path) {
    auto const& ask = page.ask;
    auto url = path == "/compliance.csv" ? html::to("/compliance.csv") : html::to("/compliance");
    if (page.part == "span")
        url = html::with(html::with(url, "from", ask.from), "until", ask.until);
    else
        url = html::with(url, "year", std::to_string(ask.year));
    if (!page.part.empty() && page.part != "span") url = html::with(url, "part", page.part);
    if (ask.whole_administrations) url = html::with(url, "by", "administration");
    if (ask.administration)
        url = html::with(url, "administration", std::to_string(ask.administration->value()));
    if (!ask.procedure.empty()) url = html::with(url, "procedure", ask.procedure);
    return url;
}

void compliance(html::Html& h, CompliancePage const& page) {
    h("<h1>"_h, msg::public_title, "</h1><p class=\"lead\">"_h, msg::public_lead, "</p>"_h);
    compliance_filters(h, page);
    if (page.lines.empty()) {
        html::empty_state(h, msg::public_empty, msg::public_empty_text);
    } else {
        sums(h, page);
        compliance_lines(h, page);
        h("<p>"_h);
        html::link_button(h, compliance_url(page, "/compliance.csv"), msg::public_csv,
                          html::ButtonKind::secondary);
        h("</p>"_h);
    }
    html::Disclosure const more(h, msg::public_how, true);
    h("<dl class=\"explained\">"_h);
    for (auto const& [term, meaning] :
         std::initializer_list<std::pair<Message const&, Message const&>>{
             {msg::public_on_time, msg::public_on_time_means},
             {msg::public_late, msg::public_late_means},
             {msg::public_open_overdue, msg::public_open_overdue_means},
             {msg::public_silent, msg::public_silent_means},
             {msg::public_unanswered, msg::public_unanswered_means},
             {msg::public_median, msg::public_median_means},
             {msg::public_ninetieth, msg::public_ninetieth_means}})
        h("<dt>"_h, term, "</dt><dd>"_h, meaning, "</dd>"_h);
    h("</dl><p class=\"hint\">"_h, msg::public_source, "</p>"_h);
}

std::string compliance_csv(Language language, CompliancePage const& page) {
    std::string out(csv_begin);
    auto const said = [&](Message const& message) {
        return csv_cell(i18n::sentence(language, say(message)));
    };
    out += said(msg::silence_administration) + "," + said(msg::queue_procedure);
    for (auto const& figure : all_figures()) out += "," + said(figure.label);
    out += "," + said(msg::public_median) + "," + said(msg::public_ninetieth) + "\r\n";
    auto const days = [](std::optional<int> const& count) {
        return count ? std::to_string(*count) : std::string();
    };
    for (auto const& line : page.lines) {
        auto const* const place = page.places.administration(line.administration);
        out += csv_cell(place ? directory::in(language, place->name) : std::string_view());
        out += "," + csv_cell(line.procedure.empty()
                                  ? i18n::sentence(language, say(msg::public_all_procedures))
                                  : plain(language, page.published, line.procedure));
        for (auto const& figure : all_figures()) out += "," + std::to_string(line.*figure.member);
        out += "," + days(line.median_days) + "," + days(line.ninetieth_days) + "\r\n";
    }
    return out;
}

}  // namespace wasl::dossiers::office
