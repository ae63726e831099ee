// SPDX-License-Identifier: Apache-2.0
// /desk/assisted: the person is found or registered at the counter, then the officer walks the
// same pages as everybody; the receipt is printed with a code that ties it to a later account.
#include <algorithm>

#include "modules/dossiers/mine.hpp"
#include "modules/dossiers/papers.hpp"
#include "modules/dossiers/views_assisted.hpp"

namespace wasl::dossiers {
namespace {

using http::Acted;
using http::Asked;

bool serves(http::Visitor const& visitor, AdministrationId where) {
    return visitor.is(http::Role::officer, where) || visitor.is(http::Role::head, where);
}

// What the administrations of this officer offer.
std::vector<views::Offered> offers(procedures::Picture const& published,
                                   http::Visitor const& visitor) {
    std::vector<views::Offered> found;
    for (auto const& entry : published.entries())
        for (auto const& offer : entry.offers)
            if (entry.state == procedures::SheetState::published &&
                serves(visitor, offer.administration))
                found.push_back({offer.administration, &entry});
    return found;
}

// Of the one that was chosen, by the address or with the procedure; the only one needs no choice.
AdministrationId administration_chosen(Asked const& asked,
                                       std::vector<AdministrationId> const& all) {
    if (all.size() == 1) return all.front();
    auto const typed = asked.request.field("procedure");
    auto const id =
        AdministrationId{typed.empty() ? number_in(asked.request.asked("administration"))
                                       : number_in(typed.substr(0, typed.find('/')))};
    return std::find(all.begin(), all.end(), id) == all.end() ? AdministrationId{0} : id;
}

std::vector<AdministrationId> administrations_of(std::vector<views::Offered> const& offers) {
    std::vector<AdministrationId> found;
    for (auto const& one : offers)
        if (std::find(found.begin(), found.end(), one.administration) == found.end())
            found.push_back(one.administration);
    return found;
}

Shown assisted_page(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    auto const& house = pages.desk.house();
    auto const published = house.procedures.picture();
    auto const places = house.directory.picture();
    auto const once = once_of(asked.request);
    auto all = offers(*published, asked.visitor);
    auto const administrations = administrations_of(all);
    auto const where = administration_chosen(asked, administrations);
    std::erase_if(all, [&](views::Offered const& one) { return one.administration != where; });
    views::Assisted const page{.pages = pages,
                               .places = *places,
                               .offers = std::move(all),
                               .administrations = administrations,
                               .request = asked.request,
                               .csrf = asked.visitor.csrf,
                               .once = once,
                               .faults = faults};
    return http::shown(
        asked, {.title = msg::assisted_title}, [&](html::Html& h) { views::assisted(h, page); },
        status_of(faults));
}

Shown show_assisted(Pages const& pages, Asked const& asked) {
    return assisted_page(pages, asked, {});
}

DraftStart start_of(http::Request const& request) {
    auto const choice = request.field("procedure");
    auto const slash = choice.find('/');
    DraftStart start{.channel = Channel::counter,
                     .key = std::string(request.field(html::once_field_name).substr(0, 64))};
    if (slash == std::string_view::npos) return start;
    start.administration = AdministrationId{number_in(choice.substr(0, slash))};
    start.procedure = choice.substr(slash + 1);
    return start;
}

Shown begin_assisted(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto start = start_of(request);
    html::Faults faults;
    if (start.procedure.empty() || !serves(acted.visitor, start.administration))
        faults.add("procedure", say(msg::refused_field_choice));
    if (faults.any()) return assisted_page(pages, acted, faults);
    auto const opened = acted.write([&](db::Writer& writer) -> Result<DossierId> {
        if (auto const before = pages.desk.opened_before(writer, acted.visitor, start.key))
            return *before;
        start.applicant = TRY(pages.desk.house().people.register_at_counter(
            writer,
            {.name = std::string(request.field("name")),
             .contact = std::string(request.field("contact")),
             .id_document = std::string(request.field("id_document")),
             .language = acted.language()},
            acted.visitor.person, acted.now));
        return pages.desk.open_draft(writer, acted.visitor, start, acted.now);
    });
    if (!opened.refused()) return go(acted, html::to("/dossiers/drafts/", opened.value()));
    if (opened.refusal().field.empty()) return opened.refusal();
    return assisted_page(pages, acted, faults_of(opened.refusal()));
}

// A code is made anew each time: the one printed before ends.
Shown print_receipt(Pages const& pages, Acted const& acted) {
    auto const mine = TRY(look(pages, acted));
    auto const& dossier = mine.dossier;
    bool const may =
        dossier.filed_as == FiledAs::assisted && serves(acted.visitor, dossier.administration);
    if (!may) return Refusal{Refused::not_found, say(msg::refused_not_found)};
    auto const code = acted.write([&](db::Writer& writer) -> Result<std::string> {
        return pages.desk.house().people.claim_code(writer, dossier.applicant, acted.now);
    });
    Papers const papers{pages.desk, dossier, *mine.sheet, *mine.places, pages.site};
    return shown_paper(receipt_paper(papers, code.value()), dossier.number);
}

Shown back_to_desk(Pages const&, Asked const& asked) {
    return go(asked, html::to("/desk/", asked.wild(0)));
}

}  // namespace

CitizenRoutes assisted_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/desk/assisted", Allow::officer, show_assisted),
        http::post<Pages>("/desk/assisted", Allow::officer, begin_assisted,
                          {.rate = http::Rate::filing}),
        http::get<Pages>("/desk/assisted/:number/receipt", Allow::officer, back_to_desk),
        http::post<Pages>("/desk/assisted/:number/receipt", Allow::officer, print_receipt),
    };
    return routes;
}

}  // namespace wasl::dossiers
