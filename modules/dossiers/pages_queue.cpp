// SPDX-License-Identifier: Apache-2.0
// The lists of the office. A page reads its lines and its counters; nothing is counted for it.
#include <algorithm>
#include <charconv>

#include "modules/dossiers/clock.hpp"
#include "modules/dossiers/views_queue.hpp"

namespace wasl::dossiers::office {
namespace {

using http::Allow;

constexpr std::size_t procedures_max = 300;  // of a list to choose from

// "2026-03-02.1234": the day and the id of a line. Whatever else is typed there is no place.
std::optional<std::pair<Date, DossierId>> line_in(std::string_view text) {
    auto const dot = text.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    auto const day = date_from_iso(text.substr(0, dot));
    auto const digits = text.substr(dot + 1);
    std::int64_t id = 0;
    auto const [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    if (!day || fault != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return std::pair(*day, DossierId{id});
}

QueueAsk ask_of(http::Request const& request, Place const& at) {
    QueueAsk ask{.administration = at.administration, .unit = at.unit};
    ask.state = dossiers::named<State>(request.asked("state"));
    if (ask.state && !is_open(*ask.state)) ask.state.reset();
    ask.procedure = request.asked("procedure").substr(0, 100);
    ask.mine = request.asked("mine") == "1";
    auto const only = request.asked("only");
    ask.overdue = only == "overdue";
    ask.due_soon = only == "soon";
    ask.silent = only == "silent";
    ask.after = line_in(request.asked("after"));
    if (auto const before = line_in(request.asked("before"))) {
        ask.after = before;
        ask.backwards = true;
    }
    ask.limit = queue_page + 1;  // one more tells whether there is more
    return ask;
}

// What that administration offers, by title.
std::vector<std::pair<std::string, html::Foreign>> offered_there(
    procedures::Picture const& published, AdministrationId where, Language language) {
    std::vector<std::pair<std::string, html::Foreign>> found;
    for (auto const* entry : published.by_title()) {
        if (found.size() == procedures_max) break;
        if (entry->offer(where)) found.emplace_back(entry->code, named(language, entry->title));
    }
    return found;
}

void keep_one_page(QueuePage& page) {
    bool const more = page.lines.size() > static_cast<std::size_t>(queue_page);
    bool const backwards = page.ask.backwards;
    if (more) page.lines.erase(backwards ? page.lines.begin() : page.lines.end() - 1);
    page.before = backwards ? more : page.ask.after.has_value();
    page.after = backwards || more;
}

Place const& place_chosen(std::vector<Place> const& places, std::string_view key) {
    auto const found = std::find_if(places.begin(), places.end(),
                                    [&](Place const& place) { return place.key == key; });
    return found == places.end() ? places.front() : *found;
}

Shown show_queue(Pages const& pages, http::Asked const& asked) {
    auto const& house = pages.desk.house();
    house.procedures.refresh(asked.db, asked.now);
    auto const published = house.procedures.picture();
    auto const directory = house.directory.picture();
    auto const places = places_of(asked.visitor, *directory, asked.language());
    if (places.empty()) return Refusal{Refused::forbidden, say(msg::refused_actor)};
    auto const& at = place_chosen(places, asked.request.asked("at"));
    NameList names(house.people, asked.db);
    QueuePage page{.ask = ask_of(asked.request, at),
                   .places = places,
                   .at = at,
                   .published = *published,
                   .directory = *directory,
                   .names = names,
                   .reader = asked.visitor.person,
                   .who = reader_of(asked.visitor),
                   .today = asked.today};
    page.lines = TRY(pages.desk.queue(asked.db, asked.visitor, page.ask, asked.today));
    page.counts =
        pages.desk.counts(asked.db, asked.visitor.person, at.administration, at.unit, asked.today);
    page.all_filters = asked.request.asked("more") == "1" || !page.ask.procedure.empty();
    if (page.all_filters)
        page.procedures = offered_there(*published, at.administration, asked.language());
    keep_one_page(page);
    return http::shown(asked, {.title = msg::queue_title, .wide = true},
                       [&](html::Html& h) { queue(h, page); });
}

Shown show_awaited(http::Asked const& asked, AwaitedPage page) {
    page.who = reader_of(asked.visitor);
    page.today = asked.today;
    return http::shown(asked, {.title = page.title, .wide = true},
                       [&](html::Html& h) { awaited(h, page); });
}

void append(std::vector<Summary>& all, std::vector<Summary> more) {
    for (auto& line : more) all.push_back(std::move(line));
}

Shown show_silence_list(Pages const& pages, http::Asked const& asked) {
    auto const published = pages.desk.house().procedures.picture();
    auto const directory = pages.desk.house().directory.picture();
    AwaitedPage page{.title = msg::silence_title,
                     .none = msg::silence_none,
                     .none_text = msg::silence_none_text,
                     .path = "/desk/silence",
                     .published = *published,
                     .directory = *directory};
    Awaited ours{msg::silence_to_deliver, msg::silence_to_deliver_text, msg::silence_due, {}};
    Awaited above{msg::silence_escalated, msg::silence_escalated_text, msg::silence_due, {}};
    std::vector<AdministrationId> seen;
    for (auto const& place : places_of(asked.visitor, *directory, asked.language())) {
        if (std::find(seen.begin(), seen.end(), place.administration) != seen.end()) continue;
        seen.push_back(place.administration);
        for (auto& line : pages.desk.claims(asked.db, asked.visitor.person, place.administration))
            if (!place.unit || line.unit == *place.unit) ours.lines.push_back(std::move(line));
    }
    for (auto const where : headed_or_audited_by(asked.visitor))
        append(above.lines, pages.desk.claims_escalated(asked.db, asked.visitor.person, where));
    page.lists = {std::move(ours), std::move(above)};
    return show_awaited(asked, std::move(page));
}

Shown show_appeals(Pages const& pages, http::Asked const& asked) {
    if (!reader_of(asked.visitor).appeals)
        return Refusal{Refused::forbidden, say(msg::refused_actor)};
    auto const published = pages.desk.house().procedures.picture();
    auto const directory = pages.desk.house().directory.picture();
    AwaitedPage page{.title = msg::silence_appeals_title,
                     .none = msg::silence_appeals_none,
                     .none_text = msg::silence_appeals_none_text,
                     .path = "/desk/appeals",
                     .published = *published,
                     .directory = *directory};
    Awaited ours{msg::silence_appeals_open, msg::silence_appeals_open_text, msg::silence_due, {}};
    Awaited above{
        msg::silence_appeals_above, msg::silence_appeals_above_text, msg::silence_due, {}};
    for (auto const where : headed_or_audited_by(asked.visitor)) {
        append(ours.lines, pages.desk.appeals_open(asked.db, asked.visitor.person, where));
        append(above.lines, pages.desk.appeals_escalated(asked.db, asked.visitor.person, where));
    }
    page.lists = {std::move(ours), std::move(above)};
    return show_awaited(asked, std::move(page));
}

Shown show_opinions(Pages const& pages, http::Asked const& asked) {
    auto const published = pages.desk.house().procedures.picture();
    auto const directory = pages.desk.house().directory.picture();
    AwaitedPage page{.title = msg::silence_opinions_title,
                     .none = msg::silence_opinions_none,
                     .none_text = msg::silence_opinions_none_text,
                     .path = "/desk/opinions",
                     .published = *published,
                     .directory = *directory};
    Awaited asked_for{
        msg::silence_opinions_open, msg::silence_opinions_text, msg::silence_opinion_due, {}};
    for (auto const& place : places_of(asked.visitor, *directory, asked.language()))
        if (place.unit)
            append(asked_for.lines,
                   pages.desk.consulted(asked.db, asked.visitor.person, *place.unit));
    page.lists.push_back(std::move(asked_for));
    return show_awaited(asked, std::move(page));
}

// Documents to be fetched from whoever holds them (law 55.19 arts 23 and 24).
Shown show_fetches(Pages const& pages, http::Asked const& asked) {
    auto const published = pages.desk.house().procedures.picture();
    auto const directory = pages.desk.house().directory.picture();
    AwaitedPage page{.title = msg::fetch_title,
                     .none = msg::fetch_none,
                     .none_text = msg::fetch_none_text,
                     .path = "/desk/fetches",
                     .published = *published,
                     .directory = *directory};
    Awaited ours{msg::fetch_to_do, msg::fetch_to_do_text, msg::fetch_due, {}};
    std::vector<AdministrationId> seen;
    for (auto const& place : places_of(asked.visitor, *directory, asked.language())) {
        if (std::find(seen.begin(), seen.end(), place.administration) != seen.end()) continue;
        seen.push_back(place.administration);
        for (auto& line : pages.desk.to_fetch(asked.db, asked.visitor.person, place.administration))
            if (!place.unit || line.unit == *place.unit) ours.lines.push_back(std::move(line));
    }
    page.lists.push_back(std::move(ours));
    return show_awaited(asked, std::move(page));
}

}  // namespace

Routes queue_routes() {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/desk", Allow::auditor, show_queue),
        http::get<Pages>("/desk/silence", Allow::auditor, show_silence_list),
        http::get<Pages>("/desk/appeals", Allow::auditor, show_appeals),
        http::get<Pages>("/desk/opinions", Allow::auditor, show_opinions),
        http::get<Pages>("/desk/fetches", Allow::auditor, show_fetches),
    };
    return routes;
}

}  // namespace wasl::dossiers::office
