// SPDX-License-Identifier: Apache-2.0
// Certificates: issued and downloaded by the organiser, downloaded by their holders, verified by
// everybody.
#include "kernel/receipt.hpp"
#include "modules/challenges/views_certificates.hpp"

namespace wasl::challenges {

namespace {

using http::Acted;
using http::Asked;

Response paper_response(Pages const& pages, Edition const& edition,
                        std::span<Certificate const> all, std::string name) {
    auto const places = pages.desk.house().directory.picture();
    CertificatePapers const papers{edition, *places, pages.letterhead(edition.organiser),
                                   pages.site};
    return kept_private(http::download(certificate_papers(papers, all), "application/pdf",
                                       std::move(name) + ".pdf"));
}

Result<WholeEdition> own_uncounted(Pages const& pages, Asked const& asked) {
    auto whole = TRY(pages.desk.uncounted(asked.db, asked.visitor, asked.wild(0)));
    if (!whole.is_organiser) return Refusal{Refused::forbidden, say(msg::refused_organiser)};
    return whole;
}

Response certificates_page(Pages const& pages, Asked const& asked,
                           std::optional<Refusal> const& refusal) {
    Known known(pages, asked);
    if (refusal) known.faults.add(*refusal);
    auto const whole = TRY(own_uncounted(pages, asked));
    auto const& edition = whole.call.edition;
    auto const all = Certificates(pages.desk).of_edition(asked.db, edition.id);
    auto const may = may_certify(edition, asked.now);
    return page_of(asked, known, msg::certificates_title,
                   [&](html::Html& h) { views::certificates(h, known, {whole, all, may}); });
}
Response show_certificates(Pages const& pages, Asked const& asked) {
    return certificates_page(pages, asked, {});
}
Response do_issue(Pages const& pages, Acted const& acted) {
    TRY(own_uncounted(pages, acted));
    auto const issued = acted.write(
        [&](db::Writer& writer) { return Certificates(pages.desk).issue(writer, act_of(acted)); });
    if (issued.refused()) return certificates_page(pages, acted, issued.refusal());
    return go(acted, html::with(html::to("/office/challenges/", acted.wild(0), "/certificates"),
                                "done", "certificates"));
}

// As many as one file holds, counted from the first one that is asked for.
Response send_certificates(Pages const& pages, Asked const& asked) {
    auto const whole = TRY(own_uncounted(pages, asked));
    auto all = Certificates(pages.desk).of_edition(asked.db, whole.call.edition.id);
    std::erase_if(all, [](Certificate const& one) { return one.name.empty(); });
    auto const typed = std::max<std::int64_t>(asked.request.asked_number("from").value_or(1), 1);
    auto const from = static_cast<std::size_t>(typed - 1);
    if (from >= all.size()) return Refusal{Refused::not_found, say(msg::refused_no_certificate)};
    auto const these =
        std::span(all).subspan(from, std::min(certificates_at_once, all.size() - from));
    return paper_response(pages, whole.call.edition, these,
                          "certificates-" + whole.call.edition.code);
}

Response show_certificate(Pages const& pages, Asked const& asked) {
    auto const opened = TRY(Certificates(pages.desk).open(asked.db, asked.visitor, asked.wild(0)));
    return paper_response(pages, opened.edition, std::span(&opened.certificate, 1),
                          opened.certificate.number);
}

Response show_verify(Pages const& pages, Asked const& asked) {
    Known const known(pages, asked);
    auto const typed = asked.request.asked("number");
    if (!typed.empty()) {
        auto const number = parse_receipt(typed);
        return go(asked, html::to("/certificates/", number ? std::string_view(*number) : typed));
    }
    return page_of(
        asked, known, msg::certificates_verify, [&](html::Html& h) { views::verify_form(h, {}); },
        true);
}

Response show_verified(Pages const& pages, Asked const& asked) {
    Known const known(pages, asked);
    auto const found = Certificates(pages.desk).verify(asked.db, asked.wild(0));
    if (!found)
        return http::shown(
            asked, {.title = msg::certificates_unknown},
            [&](html::Html& h) { views::verify_form(h, asked.wild(0)); }, 404);
    return page_of(asked, known, msg::certificates_verify,
                   [&](html::Html& h) { views::verified(h, known, *found); });
}

}  // namespace

Routes certificate_routes() {
    using http::Allow;
    // Nobody can try numbers until one answers.
    static constexpr http::Limits slowly{.rate = http::Rate::api};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/certificates", Allow::anyone, show_verify, slowly),
        http::get<Pages>("/certificates/:number", Allow::anyone, show_verified, slowly),
        http::get<Pages>("/certificates/:number/paper", Allow::citizen, show_certificate, slowly),
        http::get<Pages>("/office/challenges/:code/certificates", Allow::staff, show_certificates),
        http::post<Pages>("/office/challenges/:code/certificates", Allow::staff, do_issue),
        http::get<Pages>("/office/challenges/:code/certificates.pdf", Allow::staff,
                         send_certificates, slowly),
    };
    return routes;
}

}  // namespace wasl::challenges
