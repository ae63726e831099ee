// SPDX-License-Identifier: Apache-2.0
// Bringing a document from whoever holds it: the citizen's word, the officer's errand (law 55.19
// arts 23 and 24).
#include "modules/dossiers/mine.hpp"
#include "modules/dossiers/views_fetches.hpp"

namespace wasl::dossiers {
namespace {

using http::Acted;

constexpr std::string_view supply_word = "supply";

Action action_said(std::string_view word) {
    if (word == "consent") return Action::consent;
    if (word == "approve") return Action::approve_copy;
    return word == supply_word ? Action::supply_copy : Action::decline_fetch;
}

Outcome say_word(Pages const& pages, db::Writer& writer, Acted const& acted, Received const& got) {
    auto const act = act_of(acted);
    auto const requirement = acted.wild(1);
    auto const word = acted.request.field("act");
    if (word == "consent") return pages.desk.consent(writer, act, requirement);
    if (word == "approve") return pages.desk.approve_copy(writer, act, requirement);
    if (word == "decline")
        return pages.desk.decline_fetch(writer, act, requirement, acted.request.field("reason"));
    check(word != supply_word || !got.kept.empty(), "a copy is supplied with its file");
    if (word == supply_word) return pages.desk.supply_copy(writer, act, got.kept.front());
    return Refusal{Refused::invalid, say(msg::mine_no_file_chosen)};
}

Shown citizen_acts(Pages const& pages, Acted const& acted) {
    if (act_of(acted).version == 0) return Refusal{Refused::conflict, say(msg::refused_stale)};
    auto const mine = TRY(look_as_applicant(pages, acted));
    auto received = receive(pages, acted, document_prefix);
    if (received.kept.empty() && acted.request.field("act") == supply_word)
        received.faults.add(std::string(document_prefix).append(acted.wild(1)),
                            say(msg::mine_no_file_chosen));
    if (received.faults.any()) return dossier_page(pages, acted, mine, received.faults, {});
    auto const said =
        acted.write([&](db::Writer& writer) { return say_word(pages, writer, acted, received); });
    if (!said.refused())
        return go(acted,
                  html::with(html::to("/dossiers/", acted.wild(0), "#fetches"), "done", "1"));
    if (said.refusal().why != Refused::invalid)
        return done_before(pages, acted, action_said(acted.request.field("act")), said.refusal());
    return dossier_page(pages, acted, mine, faults_of(said.refusal()), {});
}

}  // namespace

CitizenRoutes fetch_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/dossiers/:number/fetches/:requirement", Allow::citizen, back_to_dossier),
        http::post<Pages>("/dossiers/:number/fetches/:requirement", Allow::citizen, citizen_acts,
                          {.body_max = upload_bytes_max}),
    };
    return routes;
}

namespace office {
namespace {

using http::Allow;

struct FetchErrand {
    Dossier dossier;
    std::shared_ptr<procedures::Sheet const> sheet;
    std::shared_ptr<directory::Picture const> places;
};

// Only while it is to be fetched, and only for those in charge.
Result<FetchErrand> fetch_errand(Pages const& pages, http::Asked const& asked) {
    auto dossier = TRY(pages.desk.see(asked.db, asked.visitor, asked.wild(0), asked.today));
    auto const* const one = dossier.fetch(asked.wild(1));
    if (one == nullptr || !(dossier.eyes.officer || dossier.eyes.head))
        return Refusal{Refused::not_found, say(msg::refused_not_found)};
    TRY(may_fetch(*one, dossier.state, Action::fetch, dossier.eyes.actors()));
    auto sheet = pages.desk.sheet(asked.db, dossier);
    check(sheet != nullptr, "the revision of a dossier is kept");
    return FetchErrand{std::move(dossier), std::move(sheet),
                       pages.desk.house().directory.picture()};
}

Shown fetch_page(Pages const& pages, http::Asked const& asked, html::Faults const& faults,
                 std::string_view typed) {
    auto const on = TRY(fetch_errand(pages, asked));
    NameList names(pages.desk.house().people, asked.db);
    Review const page{on.dossier, *on.sheet, *on.places, asked.visitor, names, asked.today};
    return http::shown(
        asked, {.title = msg::fetch_title},
        [&](html::Html& h) {
            fetch_form(h, page, *on.dossier.fetch(asked.wild(1)), faults, typed);
        },
        status_of(faults));
}

Shown show_fetch_form(Pages const& pages, http::Asked const& asked) {
    return fetch_page(pages, asked, {}, {});
}

constexpr std::string_view failed_word = "failed";

Outcome carry_out(Pages const& pages, db::Writer& writer, Acted const& acted, Received const& got) {
    auto const act = act_of(acted);
    if (acted.request.field("outcome") == failed_word)
        return pages.desk.fetch_failed(writer, act, acted.wild(1), acted.request.field("reason"));
    return pages.desk.fetched(writer, act, got.kept.front());
}

Shown officer_acts(Pages const& pages, Acted const& acted) {
    auto const reason = acted.request.field("reason");
    TRY(fetch_errand(pages, acted));
    auto received = receive(pages, acted, document_prefix);
    if (received.kept.empty() && acted.request.field("outcome") != failed_word)
        received.faults.add(std::string(document_prefix).append(acted.wild(1)),
                            say(msg::mine_no_file_chosen));
    if (received.faults.any()) return fetch_page(pages, acted, received.faults, reason);
    auto const done =
        acted.write([&](db::Writer& writer) { return carry_out(pages, writer, acted, received); });
    if (!done.refused()) return dossiers::go(acted, desk_url(acted.wild(0)));
    if (done.refusal().why != Refused::invalid) return done.refusal();
    return fetch_page(pages, acted, faults_of(done.refusal()), reason);
}

}  // namespace

Routes fetch_routes() {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/desk/:number/fetches/:requirement", Allow::officer, show_fetch_form),
        http::post<Pages>("/desk/:number/fetches/:requirement", Allow::officer, officer_acts,
                          {.body_max = upload_bytes_max}),
    };
    return routes;
}

}  // namespace office
}  // namespace wasl::dossiers
