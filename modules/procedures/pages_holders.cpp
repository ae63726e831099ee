// SPDX-License-Identifier: Apache-2.0
// /admin/evidence: who holds what, and the exemptions. The platform's administrator keeps it.
#include "modules/procedures/messages.hpp"
#include "modules/procedures/office.hpp"
#include "modules/procedures/views_holders.hpp"
#include "platform/http/page.hpp"

namespace wasl::procedures {
namespace {

using http::Allow;

http::Response holders_page(Pages const& pages, http::Asked const& asked,
                            html::Faults const& faults, int status = 200) {
    auto const types = pages.desk.evidence_types(asked.db);
    auto const exemptions = pages.desk.exemptions(asked.db);
    auto const places = pages.directory.picture();
    views::HoldersPage const page{types,
                                  exemptions,
                                  *places,
                                  asked.today,
                                  faults,
                                  asked.request,
                                  asked.visitor.csrf,
                                  authorities(asked.db)};
    html::Words done;
    if (asked.request.asked("done") == "evidence") done = msg::office_done_evidence;
    return http::shown(
        asked, {.title = msg::holders_page, .success = done},
        [&](html::Html& h) { views::show_holders(h, page); }, status);
}

Result<http::Response> show_evidence(Pages const& pages, http::Asked const& asked) {
    TRY(keeps_for_all(asked.visitor));
    return holders_page(pages, asked, {});
}

EvidenceType typed_type(Pages const& pages, http::Request const& request) {
    auto const word = [&](std::string_view name) {
        return std::string(request.field(name).substr(0, 600));
    };
    EvidenceType type{word("code"), {word("title_ar"), word("title_fr"), {}, {}}, word("holder")};
    type.service = word("service");
    type.publicly_available = request.field("public") == "1";
    type.on_identity_card = request.field("card") == "1";
    if (auto const* const holder = pages.directory.picture()->by_slug(word("slug")))
        type.holder_id = holder->id;
    return type;
}

Result<http::Response> act_on_evidence(Pages const& pages, http::Acted const& acted) {
    TRY(keeps_for_all(acted.visitor));
    auto const& request = acted.request;
    auto const by = acted.visitor.person;
    auto const outcome = acted.write([&](db::Writer& db) -> Outcome {
        if (request.field("do") == "type")
            return pages.desk.keep_evidence_type(db, typed_type(pages, request), by, acted.now);
        if (request.field("do") == "authority") {
            auto const duty = request.field("duty");
            for (auto const known : authority_duties)
                if (known == duty)
                    return appoint(db, *pages.directory.picture(), known, request.field(known), by,
                                   acted.now);
            return Refusal{Refused::invalid, say(msg::refusal_field_unknown)};
        }
        auto const first = date_from_iso(request.field("first"));
        auto const last = date_from_iso(request.field("last"));
        if (!first || !last)
            return Refusal{Refused::invalid, say(msg::refusal_exemption_days), {}, "last"};
        return pages.desk.exempt(db,
                                 {.evidence_type = std::string(request.field("evidence_type")),
                                  .sheet = std::string(request.field("sheet").substr(0, 60)),
                                  .reason = std::string(request.field("reason")),
                                  .first = *first,
                                  .last = *last,
                                  .by = by},
                                 acted.now);
    });
    if (!outcome.refused())
        return back_to(acted, html::with(html::to("/admin/evidence"), "done", "evidence"));
    html::Faults faults;
    faults.add(outcome.refusal());
    return holders_page(pages, acted, faults, http::status_of(outcome.refusal().why));
}

}  // namespace

void add_holder_pages(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/admin/evidence", Allow::staff, show_evidence),
        http::post<Pages>("/admin/evidence", Allow::staff, act_on_evidence),
    };
    router.add("procedures", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::procedures
