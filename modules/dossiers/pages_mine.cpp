// SPDX-License-Identifier: Apache-2.0
// /dossiers and one dossier as its applicant sees it; the receipt.
#include "modules/dossiers/mine.hpp"
#include "modules/dossiers/papers.hpp"
#include "modules/dossiers/views_assisted.hpp"

namespace wasl::dossiers {
namespace {

using http::Asked;

constexpr int lines_a_page = 25;

Message const* success_of(Asked const& asked) {
    if (!asked.request.asked("saved").empty()) return &msg::mine_saved;
    if (!asked.request.asked("dropped").empty()) return &msg::mine_dropped;
    return nullptr;
}

std::vector<std::pair<std::string, std::vector<Summary>>> for_others(Pages const& pages,
                                                                     Asked const& asked) {
    auto const& people = pages.desk.house().people;
    std::vector<std::pair<std::string, std::vector<Summary>>> found;
    for (auto const id : people.principals_of(asked.db, asked.visitor.person, asked.today)) {
        auto dossiers = pages.desk.of_person(asked.db, id, lines_a_page);
        std::erase_if(dossiers, [&](Summary const& one) {
            // As Desk::see lets an agent see: from the mandate on.
            auto const holds_on = [&](Date day) {
                return people.may_act_for(asked.db, asked.visitor.person, id, day, one.procedure);
            };
            return !holds_on(asked.today) || !holds_on(one.filed_on.value_or(asked.today));
        });
        if (!dossiers.empty()) found.emplace_back(people.name_of(asked.db, id), dossiers);
    }
    return found;
}

Shown show_mine(Pages const& pages, Asked const& asked) {
    auto const& house = pages.desk.house();
    auto const before = number_in(asked.request.asked("before"));
    auto const me = asked.visitor.person;
    auto const published = house.procedures.picture();
    auto const places = house.directory.picture();
    views::Mine page{.published = *published, .places = *places, .today = asked.today};
    page.first_page = before == 0;
    page.dossiers = pages.desk.of_person(
        asked.db, me, lines_a_page, before == 0 ? std::nullopt : std::optional(DossierId{before}));
    if (page.dossiers.size() == lines_a_page)
        page.older = html::with(html::to("/dossiers"), "before",
                                std::to_string(page.dossiers.back().id.value()));
    if (page.first_page) {
        page.drafts = pages.desk.drafts_of(asked.db, me);
        page.for_others = for_others(pages, asked);
    }
    html::PageHead frame{.title = msg::mine_title, .wide = true};
    if (auto const* const done = success_of(asked)) frame.success = *done;
    return http::shown(asked, frame, [&](html::Html& h) { views::mine(h, page); });
}

Shown show_dossier(Pages const& pages, Asked const& asked) {
    auto const mine = TRY(look(pages, asked));
    if (!mine.dossier.eyes.applicant) return go(asked, html::to("/desk/", mine.dossier.number));
    return dossier_page(pages, asked, mine, {}, {});
}

Shown show_receipt(Pages const& pages, Asked const& asked) {
    auto const mine = TRY(look(pages, asked));
    auto const& dossier = mine.dossier;
    bool const at_counter =
        dossier.filed_as == FiledAs::assisted && (dossier.eyes.officer || dossier.eyes.head);
    auto const& title =
        needs_receipt(dossier, *mine.sheet) ? msg::paper_receipt : msg::mine_immediate_title;
    return http::shown(asked, {.title = title}, [&](html::Html& h) {
        views::receipt(h, mine.view(pages, asked, {}, {}));
        if (at_counter)
            views::assisted_receipt(h,
                                    {dossier.number, dossier.applicant_name, asked.visitor.csrf});
    });
}

Shown show_filed_document(Pages const& pages, Asked const& asked) {
    auto const mine = TRY(look(pages, asked));
    auto const id = DocumentId{number_in(asked.wild(1))};
    for (auto const& document : mine.dossier.documents)
        if (document.id == id) return shown_file(pages, document);
    return Refusal{Refused::not_found, {}};
}

}  // namespace

views::Seen Mine::view(Pages const& pages, http::Asked const& asked, html::Faults const& faults,
                       std::string_view typed) const {
    return {pages, dossier, *sheet, *places, asked.visitor, asked.today, faults, typed};
}

Result<Mine> look(Pages const& pages, http::Asked const& asked) {
    auto dossier = TRY(pages.desk.see(asked.db, asked.visitor, asked.wild(0), asked.today));
    auto sheet = pages.desk.sheet(asked.db, dossier);
    check(sheet != nullptr, "the revision of a dossier is kept");
    return Mine{std::move(dossier), std::move(sheet), pages.desk.house().directory.picture()};
}

Result<Mine> look_as_applicant(Pages const& pages, http::Asked const& asked) {
    auto mine = TRY(look(pages, asked));
    if (!mine.dossier.eyes.applicant)
        return Refusal{Refused::not_found, say(msg::refused_not_found)};
    return mine;
}

Shown dossier_page(Pages const& pages, http::Asked const& asked, Mine const& mine,
                   html::Faults const& faults, std::string_view typed) {
    html::PageHead frame{.title = html::code(mine.dossier.number)};
    if (!asked.request.asked("done").empty()) frame.success = msg::mine_done;
    return http::shown(
        asked, frame,
        [&](html::Html& h) { views::dossier(h, mine.view(pages, asked, faults, typed)); },
        status_of(faults));
}

CitizenRoutes mine_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/dossiers", Allow::citizen, show_mine),
        http::get<Pages>("/dossiers/:number", Allow::citizen, show_dossier),
        http::get<Pages>("/dossiers/:number/receipt", Allow::citizen, show_receipt),
        http::get<Pages>("/dossiers/:number/documents/:document", Allow::citizen,
                         show_filed_document),
    };
    return routes;
}

}  // namespace wasl::dossiers
