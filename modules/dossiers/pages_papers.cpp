// SPDX-License-Identifier: Apache-2.0
// The papers of a dossier, for whoever may see it; and /verify, for everybody.
#include "modules/dossiers/mine.hpp"
#include "modules/dossiers/papers.hpp"
#include "modules/dossiers/views_verify.hpp"

namespace wasl::dossiers {
namespace {

using http::Asked;

// The receipt goes by the dossier's own number, every other paper by its own.
Shown show_paper(Pages const& pages, Asked const& asked) {
    auto const mine = TRY(look(pages, asked));
    auto const& dossier = mine.dossier;
    Papers const papers{pages.desk, dossier, *mine.sheet, *mine.places, pages.site};
    auto const number = asked.wild(1);
    if (number == dossier.number && needs_receipt(dossier, *mine.sheet))
        return shown_paper(receipt_paper(papers), number);
    for (auto const& decision : dossier.decisions) {
        if (number == decision.number) return shown_paper(decision_paper(papers, decision), number);
        if (!number.empty() && number == decision.revoke_number)
            return shown_paper(revocation_paper(papers, decision), number);
    }
    if (dossier.silence && !number.empty() && number == dossier.silence->number)
        return shown_paper(attestation_paper(papers, *dossier.silence), number);
    return Refusal{Refused::not_found, {}};
}

Shown show_verify(Pages const&, Asked const& asked) {
    auto const typed = asked.request.asked("number");
    if (!typed.empty()) {
        auto const number = parse_receipt(typed);
        return go(asked, html::to("/verify/", number ? std::string_view(*number) : typed));
    }
    return http::shown(asked, {.title = msg::verify_title, .for_search_engines = true},
                       [&](html::Html& h) { views::verify_form(h, {}, false); });
}

Shown show_verified(Pages const& pages, Asked const& asked) {
    auto const found = pages.desk.verification(asked.db, asked.wild(0));
    if (!found)
        return http::shown(
            asked,
            {.title = parse_receipt(asked.wild(0)) ? msg::verify_unknown : msg::verify_mistyped},
            [&](html::Html& h) { views::verify_form(h, asked.wild(0), true); }, 404);
    auto const& house = pages.desk.house();
    auto const published = house.procedures.picture();
    auto const places = house.directory.picture();
    return http::shown(asked, {.title = msg::verify_title},
                       [&](html::Html& h) { views::verified(h, *found, *published, *places); });
}

}  // namespace

CitizenRoutes paper_routes() {
    using http::Allow;
    // Nobody can try numbers until one answers.
    static constexpr http::Limits slowly{.rate = http::Rate::api};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/dossiers/:number/papers/:paper", Allow::citizen, show_paper),
        http::get<Pages>("/verify", Allow::anyone, show_verify, slowly),
        http::get<Pages>("/verify/:number", Allow::anyone, show_verified, slowly),
    };
    return routes;
}

}  // namespace wasl::dossiers
