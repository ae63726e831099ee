// SPDX-License-Identifier: Apache-2.0
// The public table of how terms are kept. It names administrations and procedures, never people.
#include <algorithm>
#include <tuple>

#include "modules/dossiers/views_compliance.hpp"

namespace wasl::dossiers {
namespace {

using http::Allow;
using office::CompliancePage;

ComplianceAsk ask_of(http::Asked const& asked) {
    ComplianceAsk ask;
    auto const this_year = static_cast<int>(std::chrono::year_month_day{asked.today}.year());
    ask.year = static_cast<int>(
        std::clamp<std::int64_t>(asked.request.asked_number("year").value_or(this_year),
                                 office::first_year, std::max(this_year, office::first_year)));
    ask.whole_administrations = asked.request.asked("by") == "administration";
    if (auto const where = asked.request.asked_number("administration"))
        ask.administration = AdministrationId{*where};
    return ask;
}

// The largest first: what most people meet.
std::vector<ComplianceLine> lines_of(Pages const& pages, http::Asked const& asked,
                                     ComplianceAsk const& ask) {
    auto lines = pages.desk.compliance(asked.db, ask, asked.today);
    std::sort(lines.begin(), lines.end(), [](ComplianceLine const& a, ComplianceLine const& b) {
        return std::tuple(-a.filed, a.administration, a.procedure) <
               std::tuple(-b.filed, b.administration, b.procedure);
    });
    return lines;
}

Result<http::Response> show(Pages const& pages, http::Asked const& asked) {
    auto const& house = pages.desk.house();
    auto const published = house.procedures.picture();
    auto const places = house.directory.picture();
    auto const ask = ask_of(asked);
    CompliancePage const page{ask, lines_of(pages, asked, ask), *published, *places, asked.today};
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
    auto const ask = ask_of(asked);
    CompliancePage const page{ask, lines_of(pages, asked, ask), *published, *places, asked.today};
    return http::download(office::compliance_csv(asked.language(), page), "text/csv; charset=utf-8",
                          "wasl-" + std::to_string(ask.year) + ".csv");
}

}  // namespace

void add_public_pages(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/compliance", Allow::anyone, show),
        http::get<Pages>("/compliance.csv", Allow::anyone, csv),
    };
    router.add("dossiers", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::dossiers
