// SPDX-License-Identifier: Apache-2.0
// The journal of an administration, for its auditors; that of the platform for its administrators.
// Nobody else reads it whole: who files or decides sees the history of one dossier.
#include <algorithm>

#include "app/journal_view.hpp"
#include "app/messages.hpp"
#include "platform/clock/clock.hpp"
#include "platform/http/page.hpp"

namespace wasl::app {

namespace {

using http::Allow;
using http::Asked;
using http::Response;
using http::Role;

constexpr std::size_t lines_a_page = 50;

std::vector<JournalPlace> places_of(directory::Picture const& picture, http::Visitor const& who) {
    std::vector<JournalPlace> places;
    for (auto const& grant : who.grants) {
        bool const platform =
            grant.role == Role::administrator && grant.administration == people::platform;
        auto const* const one =
            grant.role == Role::auditor ? picture.administration(grant.administration) : nullptr;
        auto const chain = grant.administration.value();
        bool const known =
            std::any_of(places.begin(), places.end(),
                        [&](JournalPlace const& other) { return other.chain == chain; });
        if ((platform || one) && !known) places.push_back({chain, one});
    }
    return places;
}

// The chain asked for, where this visitor audits it.
Result<JournalPlace> place_of(std::vector<JournalPlace> const& places, Asked const& asked) {
    if (places.empty()) return Refusal{Refused::forbidden, say(msg::journal_not_yours)};
    auto const wanted = asked.request.asked_number("administration");
    if (!wanted) return places.front();
    auto const found = std::find_if(places.begin(), places.end(),
                                    [&](JournalPlace const& one) { return one.chain == *wanted; });
    if (found == places.end()) return Refusal{Refused::forbidden, say(msg::journal_not_yours)};
    return *found;
}

std::optional<Instant> day_asked(Asked const& asked, std::string_view name, Days later,
                                 html::Faults& faults) {
    auto const typed = asked.request.asked(name);
    if (typed.empty()) return std::nullopt;
    auto const day = date_from_iso(typed);
    if (!day) {
        faults.add(name, say(msg::journal_bad_day));
        return std::nullopt;
    }
    return clock::start_of_day_in_morocco(*day + later);
}

void narrow_by(Asked const& asked, JournalView& view) {
    auto const& request = asked.request;
    view.narrow.kind = request.asked("kind").substr(0, 100);
    view.narrow.subject = request.asked("about").substr(0, 100);
    if (!request.asked("actor").empty()) view.narrow.actor = request.asked_number("actor");
    view.narrow.before_sequence = request.asked_number("before").value_or(INT64_MAX);
    view.from = request.asked("from").substr(0, 20);
    view.until = request.asked("until").substr(0, 20);
    view.narrow.from = day_asked(asked, "from", Days{0}, view.faults);
    view.narrow.before = day_asked(asked, "until", Days{1}, view.faults);
}

void name_people(Pages const& pages, Asked const& asked, JournalView& view) {
    AdministrationId const where{view.place.chain};
    for (auto const role : {Role::officer, Role::head, Role::auditor, Role::administrator})
        for (auto const person : pages.people.holders(asked.db, where, role, asked.today)) {
            std::pair one{person.value(), pages.people.name_of(asked.db, person)};
            if (std::find(view.people.begin(), view.people.end(), one) == view.people.end())
                view.people.push_back(std::move(one));
        }
}

void read_lines(Pages const& pages, Asked const& asked, JournalView& view) {
    auto entries = journal::latest(asked.db, view.place.chain, view.narrow, lines_a_page + 1);
    view.more = entries.size() > lines_a_page;
    if (view.more) entries.pop_back();
    for (auto& entry : entries) {
        JournalLine line;
        if (entry.actor != 0) line.actor = pages.people.name_of(asked.db, PersonId{entry.actor});
        line.holds = journal::entry_holds(asked.db, entry);
        line.entry = std::move(entry);
        view.lines.push_back(std::move(line));
    }
}

Result<Response> show(Pages const& pages, Asked const& asked) {
    auto const picture = pages.directory.picture();
    JournalView view;
    view.places = places_of(*picture, asked.visitor);
    view.place = TRY(place_of(view.places, asked));
    narrow_by(asked, view);
    name_people(pages, asked, view);
    if (!view.faults.any()) read_lines(pages, asked, view);
    return http::shown(
        asked, {.title = msg::journal_title, .wide = true},
        [&](html::Html& h) { show_journal(h, view); }, view.faults.any() ? 422 : 200);
}

// Reads the chain from its first entry: asked for, never in passing.
Result<Response> verify(Pages const& pages, Asked const& asked) {
    auto const picture = pages.directory.picture();
    auto const place = TRY(place_of(places_of(*picture, asked.visitor), asked));
    auto const verdict = journal::verify_chain(asked.db, place.chain);
    return http::shown(asked, {.title = msg::journal_verify_title},
                       [&](html::Html& h) { show_journal_verdict(h, place, verdict); });
}

// Two doors of one room: an auditor's, and the platform's for the chain that no auditor has.
constexpr http::Route<Pages> routes[] = {
    http::get<Pages>("/journal", Allow::auditor, show),
    http::get<Pages>("/journal/verify", Allow::auditor, verify),
    http::get<Pages>("/admin/journal", Allow::administrator, show),
    http::get<Pages>("/admin/journal/verify", Allow::administrator, verify),
};

}  // namespace

void add_journal_pages(http::Router& router, Pages const& pages) {
    router.add<Pages>("app", pages, routes);
}

}  // namespace wasl::app
