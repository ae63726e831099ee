// SPDX-License-Identifier: Apache-2.0
// What a citizen does on a filed dossier. Each act carries the version of the page it was taken
// on; what the law forbids is refused by the desk with its article.
#include "modules/dossiers/mine.hpp"

namespace wasl::dossiers {
namespace {

using http::Acted;
using http::Asked;

// An act is taken on a page that was read: a form that names no version is not one of ours.
Outcome on_a_page(Acted const& acted) {
    if (act_of(acted).version == 0) return Refusal{Refused::conflict, say(msg::refused_stale)};
    return Done{};
}

http::Response back_when_done(Acted const& acted) {
    return go(acted, html::with(html::to("/dossiers/", acted.wild(0)), "done", "1"));
}

// A refusal that belongs to the form is shown on the dossier's page, with what was typed.
Shown shown_again(Pages const& pages, Acted const& acted, Refusal const& refusal,
                  std::string_view typed) {
    if (refusal.why != Refused::invalid) return refusal;
    auto const mine = TRY(look_as_applicant(pages, acted));
    return dossier_page(pages, acted, mine, faults_of(refusal), typed);
}

Shown supply_documents(Pages const& pages, Acted const& acted) {
    TRY(on_a_page(acted));
    auto const mine = TRY(look_as_applicant(pages, acted));
    auto received = receive(pages, acted, document_prefix);
    if (received.kept.empty() && !received.faults.any())
        received.faults.add({}, say(msg::mine_no_file_chosen));
    if (received.faults.any()) return dossier_page(pages, acted, mine, received.faults, {});
    auto const supplied = acted.write([&](db::Writer& writer) {
        return pages.desk.supply(writer, act_of(acted), received.kept);
    });
    if (!supplied.refused()) return back_when_done(acted);
    return done_before(pages, acted, Action::complete, supplied.refusal());
}

Shown answer_ask(Pages const& pages, Acted const& acted) {
    TRY(on_a_page(acted));
    auto const mine = TRY(look_as_applicant(pages, acted));
    auto const text = acted.request.field("text");
    auto const received = receive(pages, acted, document_prefix);
    if (received.faults.any()) return dossier_page(pages, acted, mine, received.faults, text);
    auto const answered = acted.write([&](db::Writer& writer) {
        return pages.desk.answer(writer, act_of(acted), text, received.kept);
    });
    if (!answered.refused()) return back_when_done(acted);
    if (answered.refusal().why == Refused::conflict)
        return done_before(pages, acted, Action::answer, answered.refusal());
    return shown_again(pages, acted, answered.refusal(), text);
}

Shown write_message(Pages const& pages, Acted const& acted) {
    auto const text = acted.request.field("message");
    auto const sent = acted.write([&](db::Writer& writer) -> Outcome {
        auto const act = act_of(acted);
        TRY(pages.desk.messages_read(writer, act));
        return pages.desk.send_message(writer, act, text);
    });
    if (!sent.refused())
        return go(acted,
                  html::with(html::to("/dossiers/", acted.wild(0), "#messages"), "done", "1"));
    auto refusal = sent.refusal();
    if (refusal.field == "text") refusal.field = "message";
    return shown_again(pages, acted, refusal, text);
}

// --- Withdrawing.

Shown withdraw_page(Pages const& pages, Asked const& asked, html::Faults const& faults,
                    std::string_view typed) {
    auto const mine = TRY(look_as_applicant(pages, asked));
    TRY(may_withdraw(mine.dossier.situation(asked.today), mine.dossier.eyes.actors()));
    return http::shown(
        asked, {.title = msg::mine_withdraw_title},
        [&](html::Html& h) { views::withdraw(h, mine.view(pages, asked, faults, typed)); },
        status_of(faults));
}

Shown show_withdraw(Pages const& pages, Asked const& asked) {
    return withdraw_page(pages, asked, {}, {});
}

Shown withdraw_dossier(Pages const& pages, Acted const& acted) {
    TRY(on_a_page(acted));
    auto const reason = acted.request.field("reason");
    auto const withdrawn = acted.write(
        [&](db::Writer& writer) { return pages.desk.withdraw(writer, act_of(acted), reason); });
    if (!withdrawn.refused()) return back_when_done(acted);
    if (withdrawn.refusal().why != Refused::invalid)
        return done_before(pages, acted, Action::withdraw, withdrawn.refusal());
    return withdraw_page(pages, acted, faults_of(withdrawn.refusal()), reason);
}

// --- Silence (law 55.19 arts 19 and 20).

Shown show_own_silence(Pages const& pages, Asked const& asked) {
    auto const mine = TRY(look_as_applicant(pages, asked));
    auto const situation = mine.dossier.situation(asked.today);
    auto const actors = mine.dossier.eyes.actors();
    if (may_escalate_silence(situation, actors).refused())
        TRY(may_claim_silence(situation, actors));
    return http::shown(asked, {.title = msg::mine_silence_title},
                       [&](html::Html& h) { views::silence(h, mine.view(pages, asked, {}, {})); });
}

Shown claim_or_escalate_silence(Pages const& pages, Acted const& acted) {
    auto const mine = TRY(look_as_applicant(pages, acted));
    TRY(on_a_page(acted));
    bool const claimed = mine.dossier.silence.has_value();
    auto const outcome = acted.write([&](db::Writer& writer) {
        return claimed ? pages.desk.escalate_silence(writer, act_of(acted))
                       : pages.desk.claim_silence(writer, act_of(acted));
    });
    if (!outcome.refused()) return back_when_done(acted);
    bool const escalated = claimed && mine.dossier.silence->escalated_on;
    return done_before(pages, acted, escalated ? Action::escalate_silence : Action::claim_silence,
                       outcome.refusal());
}

// --- Appeals (art. 21).

Shown appeal_page(Pages const& pages, Asked const& asked, html::Faults const& faults,
                  std::string_view typed) {
    auto const mine = TRY(look_as_applicant(pages, asked));
    auto const situation = mine.dossier.situation(asked.today);
    auto const over = appealable(situation);
    TRY(may_appeal(situation, over));
    return http::shown(
        asked, {.title = msg::mine_appeal_title},
        [&](html::Html& h) { views::appeal(h, mine.view(pages, asked, faults, typed), over); },
        status_of(faults));
}

Shown show_appeal(Pages const& pages, Asked const& asked) {
    return appeal_page(pages, asked, {}, {});
}

Shown lodge_appeal(Pages const& pages, Acted const& acted) {
    TRY(on_a_page(acted));
    auto const mine = TRY(look_as_applicant(pages, acted));
    auto const over = appealable(mine.dossier.situation(acted.today));
    auto const reason = acted.request.field("reason");
    auto const appealed = acted.write(
        [&](db::Writer& writer) { return pages.desk.appeal(writer, act_of(acted), over, reason); });
    if (!appealed.refused()) return back_when_done(acted);
    if (appealed.refusal().why != Refused::invalid)
        return done_before(pages, acted, Action::appeal, appealed.refusal());
    return appeal_page(pages, acted, faults_of(appealed.refusal()), reason);
}

Shown take_appeal_up(Pages const& pages, Acted const& acted) {
    TRY(on_a_page(acted));
    auto const escalated = acted.write(
        [&](db::Writer& writer) { return pages.desk.escalate_appeal(writer, act_of(acted)); });
    if (!escalated.refused()) return back_when_done(acted);
    return done_before(pages, acted, Action::escalate_appeal, escalated.refusal());
}

}  // namespace

Act act_of(http::Acted const& acted) {
    return {.by = acted.visitor,
            .number = acted.wild(0),
            .version = acted.request.field_number("version").value_or(0),
            .now = acted.now};
}

Shown back_to_dossier(Pages const&, Asked const& asked) {
    return go(asked, html::to("/dossiers/", asked.wild(0)));
}

Shown done_before(Pages const& pages, Acted const& acted, Action action, Refusal const& refusal) {
    if (refusal.why != Refused::conflict) return refusal;
    auto const mine = TRY(look_as_applicant(pages, acted));
    if (!mine.dossier.just_done(action, acted.visitor.person)) return refusal;
    return back_when_done(acted);
}

CitizenRoutes acting_routes() {
    using http::Allow;
    static constexpr http::Limits uploads{.body_max = upload_bytes_max};
    static constexpr http::Limits words{.body_max = form_bytes_max};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/dossiers/:number/supply", Allow::citizen, back_to_dossier),
        http::get<Pages>("/dossiers/:number/answer", Allow::citizen, back_to_dossier),
        http::get<Pages>("/dossiers/:number/messages", Allow::citizen, back_to_dossier),
        http::get<Pages>("/dossiers/:number/appeal/escalate", Allow::citizen, back_to_dossier),
        http::post<Pages>("/dossiers/:number/supply", Allow::citizen, supply_documents, uploads),
        http::post<Pages>("/dossiers/:number/answer", Allow::citizen, answer_ask, uploads),
        http::post<Pages>("/dossiers/:number/messages", Allow::citizen, write_message, words),
        http::get<Pages>("/dossiers/:number/withdraw", Allow::citizen, show_withdraw),
        http::post<Pages>("/dossiers/:number/withdraw", Allow::citizen, withdraw_dossier, words),
        http::get<Pages>("/dossiers/:number/silence", Allow::citizen, show_own_silence),
        http::post<Pages>("/dossiers/:number/silence", Allow::citizen, claim_or_escalate_silence),
        http::get<Pages>("/dossiers/:number/appeal", Allow::citizen, show_appeal),
        http::post<Pages>("/dossiers/:number/appeal", Allow::citizen, lodge_appeal, words),
        http::post<Pages>("/dossiers/:number/appeal/escalate", Allow::citizen, take_appeal_up),
    };
    return routes;
}

}  // namespace wasl::dossiers
