// SPDX-License-Identifier: Apache-2.0
// Silence (law 55.19 arts 19 and 20) and appeals (art. 21).
#include "modules/dossiers/api.hpp"
#include "modules/dossiers/api_act.hpp"

namespace wasl::dossiers::api {

using http::Acted;
using http::Allow;
using http::Response;

static Result<Response> claim_silence(Pages const& pages, Acted const& acted) {
    TRY(Members::read(acted.request, {}));
    return act(pages, acted, Version::free, [&](db::Writer& writer, Act const& act) {
        return pages.desk.claim_silence(writer, act);
    });
}

static Result<Response> escalate_silence(Pages const& pages, Acted const& acted) {
    TRY(Members::read(acted.request, {}));
    return act(pages, acted, Version::free, [&](db::Writer& writer, Act const& act) {
        return pages.desk.escalate_silence(writer, act);
    });
}

static Result<Response> attest(Pages const& pages, Acted const& acted) {
    auto const members = TRY(Members::read(acted.request, {"letter", "letter_on"}));
    auto const letter = TRY(members.text("letter"));
    auto const letter_on = TRY(members.date("letter_on"));
    return act(pages, acted, Version::wanted, [&](db::Writer& writer, Act const& act) {
        return done(pages.desk.attest(writer, act, letter, letter_on));
    });
}

static Result<Response> appeal(Pages const& pages, Acted const& acted) {
    auto const members = TRY(Members::read(acted.request, {"over", "reason"}));
    auto const over = TRY(choice<AppealOver>(members, "over"));
    auto const reason = TRY(members.any_text("reason"));
    return act(pages, acted, Version::free, [&](db::Writer& writer, Act const& act) {
        return pages.desk.appeal(writer, act, over, reason);
    });
}

static Result<Response> escalate_appeal(Pages const& pages, Acted const& acted) {
    TRY(Members::read(acted.request, {}));
    return act(pages, acted, Version::free, [&](db::Writer& writer, Act const& act) {
        return pages.desk.escalate_appeal(writer, act);
    });
}

static Result<Response> decide_appeal(Pages const& pages, Acted const& acted) {
    auto const members = TRY(Members::read(acted.request, {"granted", "reason"}));
    bool const granted = TRY(members.truth("granted"));
    auto const reason = TRY(members.any_text("reason"));
    return act(pages, acted, Version::wanted, [&](db::Writer& writer, Act const& act) {
        return pages.desk.decide_appeal(writer, act, granted, reason);
    });
}

Routes claim_routes() {
    static constexpr auto post = [](std::string_view path, http::Route<Pages>::Post handler) {
        return http::post<Pages>(path, Allow::citizen, handler, call_limits);
    };
    static constexpr http::Route<Pages> routes[] = {
        post("/api/v1/dossiers/:number/silence", claim_silence),
        post("/api/v1/dossiers/:number/silence/escalation", escalate_silence),
        post("/api/v1/dossiers/:number/silence/attestation", attest),
        post("/api/v1/dossiers/:number/appeals", appeal),
        post("/api/v1/dossiers/:number/appeals/escalation", escalate_appeal),
        post("/api/v1/dossiers/:number/appeals/decision", decide_appeal),
    };
    return routes;
}

}  // namespace wasl::dossiers::api
