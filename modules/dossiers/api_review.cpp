// SPDX-License-Identifier: Apache-2.0
// What the office does with a dossier. The desk says who may; here only what was meant.
#include <algorithm>

#include "modules/dossiers/api.hpp"
#include "modules/dossiers/api_act.hpp"

namespace wasl::dossiers::api {

using http::Acted;
using http::Allow;
using http::Response;

static Result<Response> take_up(Pages const& pages, Acted const& acted) {
    TRY(Members::read(acted.request, {}));
    return act(pages, acted, Version::free,
               [&](db::Writer& writer, Act const& act) { return pages.desk.take_up(writer, act); });
}

static Result<Response> assign(Pages const& pages, Acted const& acted) {
    auto const members = TRY(Members::read(acted.request, {"officer"}));
    PersonId const whom{TRY(members.id("officer"))};
    return act(pages, acted, Version::free, [&](db::Writer& writer, Act const& act) {
        return pages.desk.assign(writer, act, whom);
    });
}

static Result<Response> judge(Pages const& pages, Acted const& acted) {
    auto const members = TRY(Members::read(acted.request, {"conforms", "remark"}));
    DocumentId const document{TRY(id_in(acted.wild(1), "document"))};
    bool const conforms = TRY(members.truth("conforms"));
    auto const remark = TRY(members.any_text("remark"));
    return act(pages, acted, Version::free, [&](db::Writer& writer, Act const& act) {
        return pages.desk.judge(writer, act, document, conforms, remark);
    });
}

static Result<Response> ask(Pages const& pages, Acted const& acted) {
    auto const members = TRY(Members::read(acted.request, {"kind", "reason", "documents"}));
    AskFor const wanted{.kind = TRY(choice<Ask>(members, "kind")),
                        .reason = TRY(members.any_text("reason")),
                        .documents = TRY(members.texts("documents"))};
    return act(pages, acted, Version::free, [&](db::Writer& writer, Act const& act) {
        return pages.desk.ask(writer, act, wanted);
    });
}

static Result<Response> extend(Pages const& pages, Acted const& acted) {
    auto const members = TRY(Members::read(acted.request, {"ground", "days", "reason"}));
    auto const ground = TRY(choice<Ground>(members, "ground"));
    auto const days =
        static_cast<int>(std::clamp<std::int64_t>(TRY(members.number("days", 0)), -1, 10'000));
    auto const reason = TRY(members.any_text("reason"));
    return act(pages, acted, Version::free, [&](db::Writer& writer, Act const& act) {
        return pages.desk.extend(writer, act, ground, days, reason);
    });
}

static Result<Response> ask_opinion(Pages const& pages, Acted const& acted) {
    auto const members = TRY(Members::read(acted.request, {"unit", "question", "days"}));
    UnitId const unit{TRY(members.id("unit"))};
    auto const question = TRY(members.any_text("question"));
    auto const days =
        static_cast<int>(std::clamp<std::int64_t>(TRY(members.number("days", 0)), -1, 10'000));
    return act(pages, acted, Version::free, [&](db::Writer& writer, Act const& act) {
        return pages.desk.ask_opinion(writer, act, unit, question, days);
    });
}

static Result<Response> give_opinion(Pages const& pages, Acted const& acted) {
    auto const members = TRY(Members::read(acted.request, {"favourable", "text"}));
    OpinionId const opinion{TRY(id_in(acted.wild(1), "opinion"))};
    bool const favourable = TRY(members.truth("favourable"));
    auto const words = TRY(members.any_text("text"));
    return act(pages, acted, Version::free, [&](db::Writer& writer, Act const& act) {
        return pages.desk.give_opinion(writer, act, opinion, favourable, words);
    });
}

static Result<Response> add_note(Pages const& pages, Acted const& acted) {
    auto const words = TRY(only_text(acted.request, "text"));
    return act(pages, acted, Version::free, [&](db::Writer& writer, Act const& act) {
        return pages.desk.add_note(writer, act, words);
    });
}

static Result<Response> approve(Pages const& pages, Acted const& acted) {
    auto const words = TRY(only_any_text(acted.request, "text"));
    return act(pages, acted, Version::wanted, [&](db::Writer& writer, Act const& act) {
        return done(pages.desk.approve(writer, act, words));
    });
}

static Result<Response> refuse(Pages const& pages, Acted const& acted) {
    auto const members = TRY(
        Members::read(acted.request, {"reasons", "articles", "appeal_authority", "appeal_days"}));
    auto const days = TRY(members.number("appeal_days", appealing_days));
    RefusalText const refusal{
        .reasons = TRY(members.any_text("reasons")),
        .articles = TRY(members.texts("articles")),
        .appeal_authority = TRY(members.any_text("appeal_authority")),
        .appeal_days = static_cast<int>(std::clamp<std::int64_t>(days, -1, 10'000))};
    return act(pages, acted, Version::wanted, [&](db::Writer& writer, Act const& act) {
        return done(pages.desk.refuse(writer, act, refusal));
    });
}

static Result<Response> leave_unanswered(Pages const& pages, Acted const& acted) {
    TRY(Members::read(acted.request, {}));
    return act(pages, acted, Version::wanted, [&](db::Writer& writer, Act const& act) {
        return pages.desk.leave_unanswered(writer, act);
    });
}

static Result<Response> revoke(Pages const& pages, Acted const& acted) {
    auto const reason = TRY(only_any_text(acted.request, "reason"));
    return act(pages, acted, Version::wanted, [&](db::Writer& writer, Act const& act) {
        return pages.desk.revoke(writer, act, reason);
    });
}

// Officers, heads and those called upon come through one door: the desk knows which of them.
Routes review_routes() {
    static constexpr auto post = [](std::string_view path, http::Route<Pages>::Post handler) {
        return http::post<Pages>(path, Allow::citizen, handler, call_limits);
    };
    static constexpr http::Route<Pages> routes[] = {
        post("/api/v1/dossiers/:number/take-up", take_up),
        post("/api/v1/dossiers/:number/assignment", assign),
        post("/api/v1/dossiers/:number/documents/:document/judgement", judge),
        post("/api/v1/dossiers/:number/asks", ask),
        post("/api/v1/dossiers/:number/extension", extend),
        post("/api/v1/dossiers/:number/opinions", ask_opinion),
        post("/api/v1/dossiers/:number/opinions/:opinion/answer", give_opinion),
        post("/api/v1/dossiers/:number/notes", add_note),
        post("/api/v1/dossiers/:number/approval", approve),
        post("/api/v1/dossiers/:number/refusal", refuse),
        post("/api/v1/dossiers/:number/revocation", revoke),
        post("/api/v1/dossiers/:number/no-answer", leave_unanswered),
    };
    return routes;
}

}  // namespace wasl::dossiers::api
