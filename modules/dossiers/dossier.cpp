// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/dossier.hpp"

#include <algorithm>

#include "platform/clock/clock.hpp"

namespace wasl::dossiers {

std::string_view name_of(FiledAs as) {
    switch (as) {
        case FiledAs::self: return "self";
        case FiledAs::mandate: return "mandate";
        case FiledAs::assisted: return "officer";
    }
    return "self";
}

Actors Eyes::actors() const {
    Actors found{0};
    if (applicant) found = found | dossiers::citizen;
    if (officer) found = found | dossiers::officer;
    if (head) found = found | dossiers::head;
    if (superior) found = found | dossiers::superior;
    return found;
}

std::optional<Course> Dossier::course() const {
    if (!complete_on) return std::nullopt;
    Course course{term, *complete_on, {}, {}};
    for (auto const& ask : asks) course.suspensions.push_back({ask.kind, ask.on, ask.answered_on});
    if (extension) course.extension = Extension{extension->on, extension->days, extension->ground};
    return course;
}

std::optional<Date> Dossier::citizen_last_day() const {
    if (state == State::being_lodged && filed_on)
        return full_term(*filed_on, completing_days, *offices);
    auto const* ask = open_ask();
    if (!ask || ask->kind == Ask::originals) return std::nullopt;
    return full_term(ask->on, answering_days, *offices);
}

std::optional<Date> Decision::revoked_on() const {
    if (!revoked_at) return std::nullopt;
    return clock::day_in_morocco(*revoked_at);
}

static bool all_conform(std::vector<Document> const& documents) {
    std::vector<Standing> given;
    for (auto const& one : documents) given.push_back(one.standing);
    return may_be_replaced(given).refused();
}

Situation Dossier::situation(Date today) const {
    Situation here;
    here.state = state;
    here.today = today;
    here.offices = offices.get();
    here.course = course();
    here.citizen_last_day = citizen_last_day();
    for (auto const& ask : asks) here.asked[static_cast<std::size_t>(ask.kind)] = true;
    here.all_conform = all_conform(documents);
    here.extended = extension.has_value();
    here.silence_accepts = silence_accepts;
    here.extension_listed = extension_listed;
    here.extension_days_max = extension_days_max;
    here.route = route;
    here.repeats_refused = !repeats.empty();
    if (silence) here.silence_due = full_term(silence->claimed_on, head_days, *offices);
    auto const* last = decision();
    if (last && !last->approved) here.refusal_notified_on = last->on;
    if (last) here.revoked_on = last->revoked_on();
    for (auto const& appeal : appeals) {
        // What it restored was decided anew, and may be revoked anew.
        if (appeal.over == AppealOver::revocation && appeal.state == AppealState::granted) continue;
        here.appealed[static_cast<std::size_t>(appeal.over)] = true;
        if (!appeal.pending()) continue;
        here.appeal_open = true;
        here.appeal_state = appeal.state;
        here.appeal_due = full_term(appeal.filed_on, appeal_answer_days, *offices);
    }
    return here;
}

std::vector<Action> Dossier::offered(Date today) const {
    return dossiers::offered(situation(today), eyes.actors());
}

std::vector<Line> Dossier::clock_in_words() const {
    if (auto const running = course()) return in_words(*running, *offices);
    if (filed_on)
        return full_term_in_words(*filed_on, completing.days, completing.article, *offices);
    return {};
}

Decision const* Dossier::decision() const {
    return decisions.empty() ? nullptr : &decisions.back();
}

std::vector<Standing> Dossier::standings(std::string_view requirement) const {
    std::vector<Standing> found;
    for (auto const& one : documents)
        if (one.requirement == requirement) found.push_back(one.standing);
    return found;
}

bool Dossier::just_done(Action action, PersonId by) const {
    return !steps.empty() && steps.back().action == action && steps.back().by == by;
}

Appeal const* Dossier::pending_appeal() const {
    auto const found = std::find_if(appeals.begin(), appeals.end(),
                                    [](Appeal const& appeal) { return appeal.pending(); });
    return found == appeals.end() ? nullptr : &*found;
}

AskMade const* Dossier::open_ask() const {
    auto const found =
        std::find_if(asks.begin(), asks.end(), [](AskMade const& ask) { return !ask.answered_on; });
    return found == asks.end() ? nullptr : &*found;
}

Fetch const* Dossier::fetch(std::string_view requirement) const {
    auto const found = std::find_if(fetches.begin(), fetches.end(), [&](Fetch const& one) {
        return one.requirement == requirement;
    });
    return found == fetches.end() ? nullptr : &*found;
}

bool Dossier::still_missing() const {
    return std::any_of(missing.begin(), missing.end(),
                       [](MissingDocument const& one) { return !one.given_on; });
}

}  // namespace wasl::dossiers
