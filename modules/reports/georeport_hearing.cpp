// SPDX-License-Identifier: Apache-2.0
// What a body's own system says of the reports it was sent, and what people say here meanwhile.
// Each update counts once by its id; windows overlap, since neither clock is right.
#include <algorithm>
#include <map>

#include "kernel/text/cut.hpp"
#include "modules/reports/georeport.hpp"
#include "modules/reports/georeport_round.hpp"
#include "modules/reports/store.hpp"

namespace wasl::reports {

namespace {

constexpr std::chrono::hours overlap{1};
constexpr Days window_max{80};
constexpr int told_a_round = 100;
constexpr int states_a_round = 50;
constexpr std::chrono::minutes states_every{15};

std::string unreadable(http::Replied const& replied) {
    return replied.good() ? "an answer that cannot be read" : replied.fault();
}

// One fact of theirs. Known ones, and those of reports that are not with the body any more, are
// refused by the desk, which is as it should be. True where it is news.
bool hear(Round const& round, Sending const& sending, Heard heard, std::string_view word) {
    bool news = false;
    auto const outcome = round.database.write([&](db::Writer& writer) -> Outcome {
        auto const settings = round.desk.settings(writer, round.now);
        auto const report = store::by_id(writer, sending.report);
        if (!report) return Done{};
        heard.number = report->number;
        heard.body = round.endpoint.body;
        heard.state = georeport::state_meant(*settings, word, report->state);
        heard.now = round.now;
        news = !heard.text.empty() || heard.state != report->state;
        return news ? round.desk.hear(writer, heard) : Outcome(Done{});
    });
    auto after = sending;
    after.remote_state = word;
    round.write(
        [&](db::Writer& writer) { store::set(writer, sending, after, round.now + states_every); });
    return news && !outcome.refused();
}

void hear_one(Round const& round, open311::HeardUpdate const& one) {
    auto const known = round.read([&](db::Reader& reader) -> std::optional<Sending> {
        if (store::is_told(reader, round.endpoint.id, one.id)) return std::nullopt;
        return store::sending_by_remote(reader, round.endpoint.id, one.request_id);
    });
    if (!known) return;
    auto const source = std::to_string(round.endpoint.id.value()) + ":" + one.id;
    bool const news = hear(round, *known,
                           {.source = source,
                            .text = std::string(lexis::cut(one.description, message_max)),
                            .said_at = *one.at},
                           one.status);
    if (!news || one.media_url.empty()) return;
    round.write([&](db::Writer& writer) {
        if (auto const line = store::update_by_source(writer, known->report, source))
            georeport::remember_media(writer, known->report, *line, {one.media_url}, round.now);
    });
}

bool hear_updates(Round& round) {
    auto const from = std::max(round.endpoint.heard_until - overlap, round.now - window_max);
    auto const until = round.now + std::chrono::seconds(1);
    auto const replied = round.get(
        "servicerequestupdates.xml",
        {{"api_key", round.api_key}, {"start_date", iso(from)}, {"end_date", iso(until)}});
    auto list = open311::heard_updates(replied.body);
    if (!replied.good() || !list) {
        round.fail(unreadable(replied));
        return false;
    }
    std::erase_if(*list, [](open311::HeardUpdate const& one) { return one.id.empty() || !one.at; });
    std::sort(list->begin(), list->end(), [](auto const& a, auto const& b) {
        return std::pair(*a.at, a.id) < std::pair(*b.at, b.id);
    });
    for (auto const& one : *list) hear_one(round, one);
    // A full answer may have been cut short: the rest is asked from its last moment on.
    bool const full = list->size() >= static_cast<std::size_t>(georeport::updates_max);
    round.endpoint.heard_until = full ? list->back().at.value() + overlap : round.now;
    return true;
}

bool hear_states(Round& round) {
    auto const taken = round.read([&](db::Reader& reader) {
        return store::due_sendings(reader, round.endpoint.id, "taken", round.now, states_a_round);
    });
    std::map<std::string, Sending const*, std::less<>> by_remote;
    std::string ids;
    for (auto const& one : taken) {
        if (one.remote.empty()) continue;
        by_remote[one.remote] = &one;
        ids += (ids.empty() ? "" : ",") + one.remote;
    }
    if (ids.empty()) return true;
    auto const replied = round.get("requests.xml", {{"service_request_id", ids}});
    auto const list = open311::heard_requests(replied.body);
    if (!replied.good() || !list) {
        round.fail(unreadable(replied));
        return false;
    }
    for (auto const& one : *list) {
        auto const found = by_remote.find(one.id);
        if (found == by_remote.end()) continue;
        auto const* const sending = found->second;
        by_remote.erase(found);
        // What was open from the beginning is no news.
        auto const before = sending->remote_state.empty() ? "open" : sending->remote_state;
        auto const when = one.updated.value_or(round.now);
        if (one.status == before || one.status.empty()) {
            round.write([&](db::Writer& writer) {
                store::set(writer, *sending, *sending, round.now + states_every);
            });
            continue;
        }
        hear(round, *sending,
             {.source =
                  std::to_string(round.endpoint.id.value()) + ":" + one.status + ":" + iso(when),
              .text = std::string(lexis::cut(one.notes, message_max)),
              .said_at = when},
             one.status);
    }
    for (auto const& [remote, sending] : by_remote)
        round.write([&, one = sending](db::Writer& writer) {
            store::set(writer, *one, *one, round.now + states_every);
        });
    return true;
}

std::string in_capitals(std::string_view word) {
    std::string out(word);
    for (auto& one : out)
        if (one >= 'a' && one <= 'z') one = static_cast<char>(one - 'a' + 'A');
    return out;
}

// They took it now, or long ago and we missed the answer.
bool tell(Round& round, Settings const& settings, store::Untold const& one) {
    auto const replied =
        round.post("servicerequestupdates.xml",
                   {{"service_request_id", one.remote},
                    {"update_id", std::to_string(one.update.value())},
                    {"status", in_capitals(georeport::status_word(settings, one.state))},
                    {"updated_datetime", iso(one.at)},
                    {"description", one.text},
                    {"first_name", "-"},
                    {"last_name", "-"}});
    auto const list = open311::heard_updates(replied.body);
    bool const taken = replied.good() && list && list->size() == 1;
    bool const refused = replied.reached == http::Reached::answered &&
                         (replied.status == 400 || replied.status == 404) &&
                         open311::heard_errors(replied.body);
    if (!taken && !refused) {
        round.fail(unreadable(replied));
        return false;
    }
    round.write([&](db::Writer& writer) {
        store::set_told(writer, round.endpoint.id, one,
                        taken ? list->front().id : std::string_view());
    });
    return true;
}

}  // namespace

bool hear_them(Round& round) {
    return round.endpoint.updates ? hear_updates(round) : hear_states(round);
}

bool tell_them(Round& round) {
    if (!round.endpoint.updates) return true;
    auto const settings =
        round.read([&](db::Reader& reader) { return round.desk.settings(reader, round.now); });
    auto const untold = round.read(
        [&](db::Reader& reader) { return store::untold(reader, round.endpoint.id, told_a_round); });
    for (auto const& one : untold)
        if (!tell(round, *settings, one)) return false;
    return true;
}

}  // namespace wasl::reports
