// SPDX-License-Identifier: Apache-2.0
// The table of acts: from the fields of a form to the use-case of the desk.
#include "modules/dossiers/acts.hpp"

#include <algorithm>
#include <array>

namespace wasl::dossiers::office {

Ask ask_in(std::string_view act) {
    if (act == "ask_information") return Ask::information;
    return act == "ask_originals" ? Ask::originals : Ask::replacement;
}

std::vector<std::string> articles_in(std::string_view typed) {
    std::vector<std::string> found;
    while (!typed.empty()) {
        auto const end = typed.find('\n');
        auto line = typed.substr(0, end);
        auto const first = line.find_first_not_of(" \t\r");
        if (first != std::string_view::npos) {
            line = line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
            found.emplace_back(line);
        }
        if (end == std::string_view::npos) break;
        typed.remove_prefix(end + 1);
    }
    return found;
}

namespace {

using http::Request;

std::int64_t number_of(Request const& request, std::string_view name) {
    return request.field_number(name).value_or(0);
}

int days_of(Request const& request) {
    return static_cast<int>(std::clamp<std::int64_t>(number_of(request, "days"), 0, 9'999));
}

RefusalText refusal_of(Request const& request) {
    return {.reasons = std::string(request.field("reasons")),
            .articles = articles_in(request.field("articles")),
            .appeal_authority = std::string(request.field("appeal_authority")),
            .appeal_days = static_cast<int>(
                std::clamp<std::int64_t>(number_of(request, "appeal_days"), 0, 9'999))};
}

Outcome done_or_refused(Result<std::string> const& result) {
    if (result.refused()) return result.refusal();
    return Done{};
}

Outcome take_up(Desk const& desk, db::Writer& writer, Act const& act, Request const&) {
    return desk.take_up(writer, act);
}
Outcome assign(Desk const& desk, db::Writer& writer, Act const& act, Request const& request) {
    return desk.assign(writer, act, PersonId{number_of(request, "officer")});
}
Outcome judge(Desk const& desk, db::Writer& writer, Act const& act, Request const& request) {
    return desk.judge(writer, act, DocumentId{number_of(request, "document")},
                      request.field("conforms") == "1", request.field("remark"));
}
// Which is asked stands in the address, not in the form.
template<Ask kind>
Outcome ask(Desk const& desk, db::Writer& writer, Act const& act, Request const& request) {
    AskFor wanted{.kind = kind, .reason = std::string(request.field("reason"))};
    for (auto const code : request.fields("documents")) wanted.documents.emplace_back(code);
    return desk.ask(writer, act, wanted);
}
Outcome originals_seen(Desk const& desk, db::Writer& writer, Act const& act,
                       Request const& request) {
    return desk.answer(writer, act, request.field("text"), {});
}
Outcome extend(Desk const& desk, db::Writer& writer, Act const& act, Request const& request) {
    auto const ground = dossiers::named<Ground>(request.field("ground"));
    if (!ground)
        return Refusal{Refused::invalid, say(msg::review_ground_missing), "55.19/17", "ground"};
    return desk.extend(writer, act, *ground, days_of(request), request.field("reason"));
}
Outcome ask_opinion(Desk const& desk, db::Writer& writer, Act const& act, Request const& request) {
    return desk.ask_opinion(writer, act, UnitId{number_of(request, "unit")},
                            request.field("question"), days_of(request));
}
Outcome give_opinion(Desk const& desk, db::Writer& writer, Act const& act, Request const& request) {
    auto const said = request.field("favourable");
    if (said != "1" && said != "0")
        return Refusal{Refused::invalid, say(msg::review_choose_answer), {}, "favourable"};
    return desk.give_opinion(writer, act, OpinionId{number_of(request, "opinion")}, said == "1",
                             request.field("text"));
}
Outcome message(Desk const& desk, db::Writer& writer, Act const& act, Request const& request) {
    return desk.send_message(writer, act, request.field("text"));
}
Outcome note(Desk const& desk, db::Writer& writer, Act const& act, Request const& request) {
    return desk.add_note(writer, act, request.field("text"));
}
Outcome approve(Desk const& desk, db::Writer& writer, Act const& act, Request const& request) {
    return done_or_refused(desk.approve(writer, act, request.field("text")));
}
Outcome refuse(Desk const& desk, db::Writer& writer, Act const& act, Request const& request) {
    return done_or_refused(desk.refuse(writer, act, refusal_of(request)));
}
Outcome revoke(Desk const& desk, db::Writer& writer, Act const& act, Request const& request) {
    return desk.revoke(writer, act, request.field("reason"));
}
Outcome leave_unanswered(Desk const& desk, db::Writer& writer, Act const& act, Request const&) {
    return desk.leave_unanswered(writer, act);
}
Outcome letter_day_missing() {
    return Refusal{Refused::invalid, say(msg::refused_letter_missing), "55.19/20", "letter_on"};
}
Outcome attest(Desk const& desk, db::Writer& writer, Act const& act, Request const& request) {
    auto const day = date_from_iso(request.field("letter_on"));
    if (!day) return letter_day_missing();
    return done_or_refused(desk.attest(writer, act, request.field("letter"), *day));
}
Outcome decide_appeal(Desk const& desk, db::Writer& writer, Act const& act,
                      Request const& request) {
    return desk.decide_appeal(writer, act, request.field("granted") == "1",
                              request.field("reason"));
}

Situation here(ActPage const& page) { return page.review.dossier.situation(page.review.today); }
Actors by(ActPage const& page) { return page.review.dossier.eyes.actors(); }

Outcome check_nothing(ActPage const&) { return Done{}; }
Outcome check_approve(ActPage const& page) { return may_approve(here(page), by(page)); }
Outcome check_refuse(ActPage const& page) {
    auto const text = refusal_of(page.request);
    return may_refuse(here(page), by(page),
                      {text.reasons,
                       {text.articles.begin(), text.articles.end()},
                       text.appeal_authority,
                       text.appeal_days});
}
Outcome check_revoke(ActPage const& page) {
    return may_revoke(here(page), by(page), page.request.field("reason"));
}
Outcome check_unanswered(ActPage const& page) { return may_leave_unanswered(here(page), by(page)); }
Outcome check_attest(ActPage const& page) {
    TRY(may_attest(here(page), by(page)));
    if (!date_from_iso(page.request.field("letter_on"))) return letter_day_missing();
    if (page.request.field("letter").empty())
        return Refusal{Refused::invalid, say(msg::refused_letter_missing), "55.19/20", "letter"};
    return Done{};
}
Outcome check_appeal(ActPage const& page) {
    auto const said = page.request.field("granted");
    if (said != "1" && said != "0")
        return Refusal{Refused::invalid, say(msg::review_choose_answer), "55.19/21", "granted"};
    return may_decide_appeal(here(page), page.review.appeal_actors(), said == "1",
                             page.request.field("reason"));
}

constexpr auto acts = std::to_array<ActKind>({
    {"take_up", false, form_of_take_up, check_nothing, take_up},
    {"assign", false, form_of_assign, check_nothing, assign},
    {"judge", false, form_of_judge, check_nothing, judge},
    {"ask_replacement", false, form_of_ask, check_nothing, ask<Ask::replacement>},
    {"ask_information", false, form_of_ask, check_nothing, ask<Ask::information>},
    {"ask_originals", false, form_of_ask, check_nothing, ask<Ask::originals>},
    {"answer", false, form_of_originals_seen, check_nothing, originals_seen},
    {"extend", false, form_of_extend, check_nothing, extend},
    {"ask_opinion", false, form_of_ask_opinion, check_nothing, ask_opinion},
    {"give_opinion", false, form_of_give_opinion, check_nothing, give_opinion},
    {"message", false, form_of_text, check_nothing, message},
    {"note", false, form_of_text, check_nothing, note},
    {"approve", true, form_of_approve, check_approve, approve, preview_of_approve},
    {"refuse", true, form_of_refuse, check_refuse, refuse, preview_of_refuse},
    {"revoke", true, form_of_revoke, check_revoke, revoke, preview_of_revoke},
    {"leave_unanswered", true, form_of_unanswered, check_unanswered, leave_unanswered,
     preview_of_unanswered},
    {"attest", true, form_of_attest, check_attest, attest, preview_of_attest},
    {"decide_appeal", true, form_of_appeal, check_appeal, decide_appeal, preview_of_appeal},
});

}  // namespace

ActKind const* act_named(std::string_view name) {
    auto const* const found = std::find_if(acts.begin(), acts.end(),
                                           [&](ActKind const& one) { return one.name == name; });
    return found == acts.end() ? nullptr : found;
}

}  // namespace wasl::dossiers::office
