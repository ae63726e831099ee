// SPDX-License-Identifier: Apache-2.0
// Receipt, decisions and attestation as PDF: the receipt by the dossier's number, others by theirs.
#include "modules/dossiers/api.hpp"
#include "modules/dossiers/messages.hpp"
#include "modules/dossiers/papers.hpp"

namespace wasl::dossiers::api {

static http::Response as_pdf(std::string bytes) {
    http::Response response;
    response.type = "application/pdf";
    response.body = std::move(bytes);
    response.with("Cache-Control", "no-store");
    return response;
}

static Result<http::Response> paper(Pages const& pages, http::Asked const& asked) {
    auto const dossier = TRY(pages.desk.see(asked.db, asked.visitor, asked.wild(0), asked.today));
    auto const sheet = pages.desk.sheet(asked.db, dossier);
    check(sheet != nullptr, "the revision of a dossier is kept");
    auto const places = pages.desk.house().directory.picture();
    Papers const papers{pages.desk, dossier, *sheet, *places, pages.site};
    auto const number = parse_receipt(asked.wild(1));
    if (number == dossier.number && needs_receipt(dossier, *sheet))
        return as_pdf(receipt_paper(papers));
    for (auto const& decision : dossier.decisions)
        if (number == decision.number) return as_pdf(decision_paper(papers, decision));
    if (number && dossier.silence && number == dossier.silence->number)
        return as_pdf(attestation_paper(papers, *dossier.silence));
    return Refusal{Refused::not_found, say(msg::refused_not_found)};
}

Routes paper_routes() {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/api/v1/dossiers/:number/papers/:paper", http::Allow::citizen, paper,
                         call_limits),
    };
    return routes;
}

}  // namespace wasl::dossiers::api
