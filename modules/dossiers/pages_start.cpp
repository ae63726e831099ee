// SPDX-License-Identifier: Apache-2.0
// /dossiers/new: where to file, for whom, and the draft that comes of it.
#include "modules/dossiers/views_filing.hpp"

namespace wasl::dossiers {
namespace {

using http::Acted;
using http::Asked;

std::vector<views::Principal> principals(Pages const& pages, Asked const& asked,
                                         std::string_view procedure) {
    auto const& people = pages.desk.house().people;
    std::vector<views::Principal> found;
    for (auto const id : people.principals_of(asked.db, asked.visitor.person, asked.today))
        if (people.may_act_for(asked.db, asked.visitor.person, id, asked.today, procedure))
            found.push_back({id, people.name_of(asked.db, id)});
    return found;
}

std::optional<DossierId> unfinished_draft(Pages const& pages, Asked const& asked,
                                          std::string_view procedure, AdministrationId where) {
    for (auto const& draft : pages.desk.drafts_of(asked.db, asked.visitor.person))
        if (draft.procedure == procedure && draft.administration == where) return draft.id;
    return std::nullopt;
}

Shown start_page(Pages const& pages, Asked const& asked, procedures::Sheet const& sheet,
                 html::Faults const& faults) {
    auto const places = pages.desk.house().directory.picture();
    auto const& request = asked.request;
    auto const once = once_of(request);
    views::Start const page{
        .sheet = sheet,
        .places = *places,
        .principals = principals(pages, asked, sheet.code),
        .unfinished = unfinished_draft(pages, asked, sheet.code, sheet.administration),
        .csrf = asked.visitor.csrf,
        .once = once,
        .chosen_for = request.has_field("applicant") ? request.field("applicant") : "0",
        .chosen_unit = request.field("unit"),
        .faults = faults};
    return http::shown(
        asked, {.title = msg::filing_start_title}, [&](html::Html& h) { views::start(h, page); },
        status_of(faults));
}

Shown place_page(Pages const& pages, Asked const& asked, std::string_view procedure) {
    auto const published = pages.desk.house().procedures.picture();
    auto const* const entry = published->entry(procedure);
    if (!entry) return Refusal{Refused::gone, say(msg::refused_sheet_closed), "55.19/3"};
    if (entry->offers.size() == 1)
        return go(asked, html::with(html::with(html::to("/dossiers/new"), "procedure", procedure),
                                    "administration",
                                    std::to_string(entry->offers.front().administration.value())));
    auto const places = pages.desk.house().directory.picture();
    return http::shown(asked, {.title = msg::filing_place_title},
                       [&](html::Html& h) { views::choose_place(h, {*entry, *places}); });
}

Shown show_start(Pages const& pages, Asked const& asked) {
    auto const procedure = asked.request.asked("procedure");
    if (procedure.empty()) return go(asked, html::to("/procedures"));
    auto const where = AdministrationId{number_in(asked.request.asked("administration"))};
    if (where.value() == 0) return place_page(pages, asked, procedure);
    auto const sheet = pages.desk.house().procedures.published(procedure, where);
    if (!sheet) return Refusal{Refused::gone, say(msg::refused_sheet_closed), "55.19/3"};
    return start_page(pages, asked, *sheet, {});
}

Shown begin_draft(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    DraftStart const start{
        .procedure = std::string(request.field("procedure")),
        .administration = AdministrationId{number_in(request.field("administration"))},
        .unit = UnitId{number_in(request.field("unit"))},
        .applicant = PersonId{number_in(request.field("applicant"))},
        .key = std::string(request.field(html::once_field_name).substr(0, 64))};
    auto const opened = acted.write([&](db::Writer& writer) {
        return pages.desk.open_draft(writer, acted.visitor, start, acted.now);
    });
    if (!opened.refused()) return go(acted, html::to("/dossiers/drafts/", opened.value()));
    auto const sheet =
        pages.desk.house().procedures.published(start.procedure, start.administration);
    if (!sheet || opened.refusal().field.empty()) return opened.refusal();
    return start_page(pages, acted, *sheet, faults_of(opened.refusal()));
}

}  // namespace

CitizenRoutes start_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/dossiers/new", Allow::citizen, show_start),
        http::post<Pages>("/dossiers/new", Allow::citizen, begin_draft,
                          {.rate = http::Rate::filing}),
    };
    return routes;
}

}  // namespace wasl::dossiers
