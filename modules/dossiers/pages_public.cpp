// SPDX-License-Identifier: Apache-2.0
// The public table of how terms are kept. It names administrations and procedures, never people.
#include <algorithm>
#include <tuple>

#include "modules/dossiers/citizen.hpp"
#include "modules/dossiers/views_compliance.hpp"

namespace wasl::dossiers {
namespace {

using http::Allow;
using office::CompliancePage;

std::string month_text(int year, int month) {
    return std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
}

// "2026-03", or nothing.
std::string month_in(std::string_view typed) {
    return typed.size() == 7 && date_from_iso(std::string(typed) + "-01") ? std::string(typed)
                                                                          : std::string();
}

// The months of a part of the year: a quarter, a month, or all of them.
std::pair<int, int> months_of(std::string_view part) {
    if (part.size() != 2) return {1, 12};
    if (part[0] == 'q' && part[1] >= '1' && part[1] <= '4') {
        int const first = (part[1] - '1') * 3 + 1;
        return {first, first + 2};
    }
    auto const month = number_in(part);
    if (month < 1 || month > 12) return {1, 12};
    return {static_cast<int>(month), static_cast<int>(month)};
}

void choose_period(http::Asked const& asked, CompliancePage& page) {
    auto& ask = page.ask;
    auto const this_year = static_cast<int>(std::chrono::year_month_day{asked.today}.year());
    ask.year = static_cast<int>(
        std::clamp<std::int64_t>(asked.request.asked_number("year").value_or(this_year),
                                 office::first_year, std::max(this_year, office::first_year)));
    ask.from = month_in(asked.request.asked("from"));
    ask.until = month_in(asked.request.asked("until"));
    if (!ask.from.empty() || !ask.until.empty()) {
        // One end is enough: the other is the first month there is, or this one.
        if (ask.from.empty()) ask.from = month_text(office::first_year, 1);
        if (ask.until.empty()) ask.until = iso(asked.today).substr(0, 7);
        if (ask.until < ask.from) std::swap(ask.from, ask.until);
        page.part = "span";
        return;
    }
    auto const part = asked.request.asked("part");
    auto const [first, last] = months_of(part);
    if (last - first < 11) page.part = part;
    ask.from = month_text(ask.year, first);
    ask.until = month_text(ask.year, last);
}

void choose_lines(http::Asked const& asked, ComplianceAsk& ask) {
    ask.whole_administrations = asked.request.asked("by") == "administration";
    ask.procedure = asked.request.asked("procedure").substr(0, 100);
    if (auto const where = asked.request.asked_number("administration"))
        ask.administration = AdministrationId{*where};
}

template<typename T>
void add_once(std::vector<T>& all, T const& one) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

// The largest first: what most people meet.
CompliancePage page_of(Pages const& pages, http::Asked const& asked,
                       procedures::Picture const& published, directory::Picture const& places) {
    CompliancePage page{.ask = {},
                        .part = {},
                        .lines = {},
                        .administrations = {},
                        .procedures = {},
                        .published = published,
                        .places = places,
                        .today = asked.today};
    choose_period(asked, page);
    for (auto const& line : pages.desk.compliance(asked.db, page.ask, asked.today)) {
        add_once(page.administrations, line.administration);
        add_once(page.procedures, line.procedure);
    }
    choose_lines(asked, page.ask);
    page.lines = pages.desk.compliance(asked.db, page.ask, asked.today);
    std::sort(page.lines.begin(), page.lines.end(),
              [](ComplianceLine const& a, ComplianceLine const& b) {
                  return std::tuple(-a.filed, a.administration, a.procedure) <
                         std::tuple(-b.filed, b.administration, b.procedure);
              });
    return page;
}

Result<http::Response> show_compliance(Pages const& pages, http::Asked const& asked) {
    auto const& house = pages.desk.house();
    auto const published = house.procedures.picture();
    auto const places = house.directory.picture();
    auto const page = page_of(pages, asked, *published, *places);
    auto response = http::shown(asked,
                                {.title = msg::public_title,
                                 .description = msg::public_lead,
                                 .for_search_engines = true,
                                 .wide = true},
                                [&](html::Html& h) { office::compliance(h, page); });
    response.shared = !asked.visitor.signed_in();
    return response;
}

Result<http::Response> csv(Pages const& pages, http::Asked const& asked) {
    auto const& house = pages.desk.house();
    auto const published = house.procedures.picture();
    auto const places = house.directory.picture();
    auto const page = page_of(pages, asked, *published, *places);
    return http::download(office::compliance_csv(asked.language(), page), "text/csv; charset=utf-8",
                          "wasl-" + page.ask.from + "-" + page.ask.until + ".csv");
}

}  // namespace

void add_public_pages(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/compliance", Allow::anyone, show_compliance),
        http::get<Pages>("/compliance.csv", Allow::anyone, csv),
    };
    router.add("dossiers", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::dossiers
