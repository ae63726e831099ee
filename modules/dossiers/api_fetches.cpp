// SPDX-License-Identifier: Apache-2.0
// Documents that the administration brings itself, for programs (law 55.19 arts 23 and 24).
#include "modules/dossiers/api.hpp"
#include "modules/dossiers/api_act.hpp"
#include "modules/dossiers/messages.hpp"

namespace wasl::dossiers::api {

using http::Acted;
using http::Response;

struct Word {
    std::string requirement, act, reason, upload;
};

static Outcome with_copy(Pages const& pages, db::Writer& writer, Act const& act, Word const& word) {
    if (word.upload.empty()) return refused(msg::api_member_missing, "upload");
    SentFor const wanted[] = {{.requirement = word.requirement, .sha256 = word.upload, .name = {}}};
    auto const files = TRY(sent_files(writer, act.by, wanted, act.now));
    if (word.act == "fetched") return pages.desk.fetched(writer, act, files.front());
    return pages.desk.supply_copy(writer, act, files.front());
}

static Outcome carry_out(Pages const& pages, db::Writer& writer, Act const& act, Word const& word) {
    auto const& desk = pages.desk;
    if (word.act == "consent") return desk.consent(writer, act, word.requirement);
    if (word.act == "decline")
        return desk.decline_fetch(writer, act, word.requirement, word.reason);
    if (word.act == "approve") return desk.approve_copy(writer, act, word.requirement);
    if (word.act == "failed") return desk.fetch_failed(writer, act, word.requirement, word.reason);
    if (word.act == "fetched" || word.act == "supply") return with_copy(pages, writer, act, word);
    return refused(msg::api_member_kind, "act");
}

static Result<Response> fetch(Pages const& pages, Acted const& acted) {
    auto const members = TRY(Members::read(acted.request, {"act", "reason", "upload"}));
    Word const word{.requirement = std::string(acted.wild(1)),
                    .act = TRY(members.text("act")),
                    .reason = TRY(members.any_text("reason")),
                    .upload = TRY(members.any_text("upload"))};
    return act(pages, acted, Version::free, [&](db::Writer& writer, Act const& act) {
        return carry_out(pages, writer, act, word);
    });
}

Routes fetch_routes() {
    static constexpr http::Route<Pages> routes[] = {
        http::post<Pages>("/api/v1/dossiers/:number/fetches/:requirement", http::Allow::citizen,
                          fetch, call_limits),
    };
    return routes;
}

}  // namespace wasl::dossiers::api
