// SPDX-License-Identifier: Apache-2.0
// Mentors: read and booked by teams; kept by themselves.
#include <algorithm>

#include "modules/challenges/views.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::challenges {

namespace {

using http::Acted;
using http::Asked;

Response mentors_page(Pages const& pages, Asked const& asked,
                      std::optional<Refusal> const& refusal) {
    Known known(pages, asked);
    if (refusal) known.faults.add(*refusal);
    auto const whole = TRY(pages.desk.uncounted(asked.db, asked.visitor, asked.wild(0)));
    auto const id = whole.call.edition.id;
    auto const mentors = pages.desk.mentors(asked.db, id);
    auto const hours = pages.desk.hours(asked.db, id, Instant{});
    views::MentorsPage const page{whole, mentors, hours, whole.own_team.has_value()};
    return page_of(asked, known, msg::mentors_title,
                   [&](html::Html& h) { views::mentors(h, known, page); });
}
Response show_mentors(Pages const& pages, Asked const& asked) {
    return mentors_page(pages, asked, {});
}

HourId hour_in(http::Request const& request, std::string_view field) {
    return HourId{request.field_number(field).value_or(0)};
}

Response do_mentors(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    bool const cancels = request.has_field("cancel");
    auto const whole = TRY(pages.desk.uncounted(acted.db, acted.visitor, acted.wild(0)));
    auto const outcome = acted.write([&](db::Writer& writer) -> Outcome {
        if (cancels)
            return pages.desk.cancel_booking(writer, act_of(acted), hour_in(request, "cancel"));
        if (!whole.own_team) return Refusal{Refused::forbidden, say(msg::refused_member)};
        return pages.desk.book(writer, act_of(acted), *whole.own_team, hour_in(request, "hour"),
                               request.field("topic"));
    });
    if (outcome.refused()) return mentors_page(pages, acted, outcome.refusal());
    return go(acted, html::with(html::to("/challenges/", acted.wild(0), "/mentors"), "done",
                                cancels ? "cancelled" : "booked"));
}

std::optional<Mentor> own_row(Pages const& pages, Asked const& asked, EditionId edition) {
    for (auto& one : pages.desk.mentors(asked.db, edition))
        if (one.person == asked.visitor.person) return std::move(one);
    return std::nullopt;
}

Response mentor_page(Pages const& pages, Asked const& asked,
                     std::optional<Refusal> const& refusal) {
    Known known(pages, asked);
    if (refusal) known.faults.add(*refusal);
    auto const whole = TRY(pages.desk.uncounted(asked.db, asked.visitor, asked.wild(0)));
    auto const id = whole.call.edition.id;
    auto const mentor = own_row(pages, asked, id);
    auto const key = known.typed("key", asked.request.asked("key"));
    if (!mentor && key.empty()) return Refusal{Refused::forbidden, say(msg::refused_mentor)};
    auto const hours = pages.desk.hours_of_mentor(asked.db, id, asked.visitor.person);
    std::map<TeamId, std::vector<Member>> members;
    std::map<TeamId, std::string> names;
    for (auto const& hour : hours) {
        if (hour.team.value() == 0 || members.contains(hour.team)) continue;
        auto team = pages.desk.team(asked.db, asked.visitor, asked.wild(0), hour.team);
        if (team.refused()) continue;
        members[hour.team] = team.value().members;
        names[hour.team] = team.value().team.name;
    }
    views::MentorPage const page{whole, mentor,
                                 hours, members,
                                 names, known.typed("address", asked.request.asked("address")),
                                 key};
    auto response = TRY(private_page_of(asked, known, msg::mentor_title,
                                        [&](html::Html& h) { views::mentor(h, known, page); }));
    response.with("referrer-policy", "no-referrer");
    return response;
}
Response show_mentor(Pages const& pages, Asked const& asked) {
    return mentor_page(pages, asked, {});
}

Outcome offer(Desk const& desk, db::Writer& writer, Act const& act, http::Request const& request) {
    auto const day = date_from_iso(request.field("day"));
    auto const minute = request.field_number("minute").value_or(-1);
    if (!day || minute < 0 || minute >= 24 * 60)
        return Refusal{Refused::invalid, say(msg::refused_day), {}, "day"};
    auto const count =
        std::clamp<std::int64_t>(request.field_number("count").value_or(0), 0, 1'000);
    return desk.offer_hours(writer, act,
                            clock::start_of_day_in_morocco(*day) + std::chrono::minutes(minute),
                            static_cast<int>(count), request.field("place"));
}

Outcome note(Desk const& desk, db::Writer& writer, Act const& act, http::Request const& request) {
    auto const id = std::string(request.field("hour"));
    std::vector<PersonId> present;
    for (auto const one : request.fields("present-" + id))
        present.push_back(PersonId{number_of(one)});
    return desk.note(writer, act, HourId{number_of(id)}, request.field("notes-" + id),
                     request.field("held-" + id) == "1", present);
}

Response do_mentor(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const& desk = pages.desk;
    auto const act = act_of(acted);
    auto const name = request.field("do");
    Mentor typed{.person = acted.visitor.person,
                 .skills = std::string(request.field("skills")),
                 .about = std::string(request.field("about")),
                 .is_active = request.field("active") == "1"};
    auto const outcome = acted.write([&](db::Writer& writer) -> Outcome {
        if (request.has_field("withdraw"))
            return desk.withdraw_hour(writer, act, hour_in(request, "withdraw"));
        if (request.has_field("cancel"))
            return desk.cancel_booking(writer, act, hour_in(request, "cancel"));
        if (name == "accept")
            return desk.accept_mentoring(writer, act, request.field("address"),
                                         request.field("key"), typed);
        if (name == "keep") return desk.keep_mentor(writer, act, typed);
        if (name == "offer") return offer(desk, writer, act, request);
        if (name == "note") return note(desk, writer, act, request);
        return Refusal{Refused::invalid, say(msg::refused_act)};
    });
    if (outcome.refused() && outcome.refusal().why == Refused::not_found) return outcome.refusal();
    if (outcome.refused()) return mentor_page(pages, acted, outcome.refusal());
    return go(acted,
              html::with(html::to("/challenges/", acted.wild(0), "/mentor"), "done", "saved"));
}

}  // namespace

Routes coaching_routes() {
    using http::Allow;
    static constexpr http::Limits slowly{.rate = http::Rate::filing};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/challenges/:code/mentors", Allow::anyone, show_mentors),
        http::post<Pages>("/challenges/:code/mentors", Allow::citizen, do_mentors, slowly),
        http::get<Pages>("/challenges/:code/mentor", Allow::citizen, show_mentor),
        http::post<Pages>("/challenges/:code/mentor", Allow::citizen, do_mentor, slowly),
    };
    return routes;
}

}  // namespace wasl::challenges
