// SPDX-License-Identifier: Apache-2.0
// An endpoint is leased and served outside of every transaction: what it missed is looked for, what
// waits is said, what it says is heard. Where it fails as a whole (down, slow, nonsense) the round
// ends, and the next comes later each time; a report that it refuses is stuck, and the office sees
// it.
#include <sodium.h>

#include <array>

#include "modules/people/people.hpp"
#include "modules/reports/georeport_round.hpp"
#include "modules/reports/georeport_store.hpp"
#include "modules/reports/open311/hearing.hpp"
#include "modules/reports/store.hpp"
#include "platform/log/log.hpp"

namespace wasl::reports {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array<minutes, 6> waits{minutes(1),  minutes(5),  minutes(15),
                                       minutes(30), minutes(60), minutes(120)};
constexpr minutes lease_time{10};
constexpr minutes round_every{1};
constexpr minutes look_after{10};  // then a report that arrived stands in their list
constexpr minutes token_every{2};
constexpr int sendings_a_round = 50;
constexpr int endpoints_a_run = 20;
constexpr std::size_t list_max = 1'000;  // of one answer, by the specification

minutes wait_after(int tries) {
    return waits[std::min(static_cast<std::size_t>(std::max(tries - 1, 0)), waits.size() - 1)];
}

// By which our report is found again in their list.
std::string mark(Round const& round, Sending const& one) {
    return round.ways.site + "/reports/" + one.number;
}

open311::Fields fields_of(Round const& round, Report const& report, Sending const& one) {
    auto const photos =
        round.read([&](db::Reader& reader) { return store::photos(reader, report.id); });
    auto description = report.title;
    if (!report.details.empty()) description += "\n\n" + report.details;
    description += "\n\n" + mark(round, one);
    open311::Fields fields{
        {"service_code", open311::their_code(round.endpoint.codes, report.category)},
        {"lat", std::to_string(report.place.lat)},
        {"long", std::to_string(report.place.lon)},
        {"address_string", report.landmark},
        {"description", description},
        {"reference", report.number}};
    for (auto const& photo : photos)
        if (photo.update.value() == 0 && !photo.is_hidden)
            fields.emplace_back("media_url", round.ways.site + "/open311/v2/media/" +
                                                 std::to_string(photo.id.value()));
    return fields;
}

// What the answer to our POST makes of the sending, and when it is looked at again.
struct Verdict {
    Sending after;
    minutes wait{0};
    bool goes_on = true;  // else the endpoint fails as a whole
};

Verdict verdict(Sending one, http::Replied const& replied) {
    auto const requests = open311::heard_requests(replied.body);
    if (replied.good() && requests && requests->size() == 1) {
        auto const& heard = requests->front();
        one.state = heard.id.empty() && !heard.token.empty() ? "token" : "taken";
        one.remote = heard.id.empty() ? heard.token : heard.id;
        one.why.clear();
        return {one, minutes(0)};
    }
    auto const errors = open311::heard_errors(replied.body);
    one.why = replied.fault() + (errors ? ": " + errors->substr(0, 300) : "");
    if (replied.reached == http::Reached::unreachable) {
        one.state = "waiting";
        one.said_at = Instant{};
        return {one, minutes(0), false};
    }
    // They read it and said no. Of 403 and 429 the report is not the reason.
    bool const refused = replied.reached == http::Reached::answered && errors &&
                         replied.status >= 400 && replied.status < 500;
    if (refused && replied.status != 403 && replied.status != 429) {
        one.state = "stuck";
        return {one};
    }
    one.state = refused ? "waiting" : "unsure";
    return {one, refused ? minutes(0) : look_after, false};
}

bool say(Round& round, Sending const& known) {
    auto const report =
        round.read([&](db::Reader& reader) { return store::by_id(reader, known.report); });
    if (!report || !report->is_public() || !report->is_open() ||
        report->body != round.endpoint.body) {
        // It was hidden, closed or given to another body before it was said.
        round.write([&](db::Writer& writer) { store::forget(writer, known.report); });
        return true;
    }
    auto said = known;
    said.state = "unsure";
    said.tries += 1;
    if (said.said_at == Instant{}) said.said_at = round.now;
    bool ours = false;
    round.write([&](db::Writer& writer) {
        ours = store::set(writer, known, said, round.now + look_after);
    });
    if (!ours) return true;
    auto const replied = round.post("requests.xml", fields_of(round, *report, known));
    auto const told = verdict(said, replied);
    round.write(
        [&](db::Writer& writer) { store::set(writer, said, told.after, round.now + told.wait); });
    if (!told.goes_on) round.fail(told.after.why);
    return told.goes_on;
}

// Nothing that can be read came back when it was said: is it there?
bool look(Round& round, Sending const& known) {
    auto const report =
        round.read([&](db::Reader& reader) { return store::by_id(reader, known.report); });
    if (!report) return true;
    auto const until = std::min(round.now, known.said_at + Days{80});
    auto const replied =
        round.get("requests.xml",
                  {{"service_code", open311::their_code(round.endpoint.codes, report->category)},
                   {"start_date", iso(known.said_at - minutes(30))},
                   {"end_date", iso(until + minutes(30))}});
    auto const list = open311::heard_requests(replied.body);
    if (!replied.good() || !list) {
        round.fail(replied.good() ? "an answer that cannot be read" : replied.fault());
        return false;
    }
    auto after = known;
    after.tries += 1;
    after.state = "waiting";
    for (auto const& one : *list) {
        if (one.description.find(mark(round, known)) == std::string::npos || one.id.empty())
            continue;
        after.state = "taken";
        after.remote = one.id;
        after.why.clear();
        round.hear_since(known.said_at);
    }
    if (after.state == "waiting" && list->size() >= list_max) {
        after.state = "stuck";
        after.why = "their list is too long to tell whether it has arrived";
    }
    round.write([&](db::Writer& writer) { store::set(writer, known, after, round.now); });
    return true;
}

bool ask_token(Round& round, Sending const& known) {
    auto const replied = round.get("tokens/" + known.remote + ".xml", {});
    auto const list = open311::heard_requests(replied.body);
    if (!replied.good() || !list) {
        round.fail(replied.good() ? "an answer that cannot be read" : replied.fault());
        return false;
    }
    auto after = known;
    after.tries += 1;
    if (!list->empty() && !list->front().id.empty()) {
        after.state = "taken";
        after.remote = list->front().id;
        round.hear_since(known.said_at);
    }
    round.write(
        [&](db::Writer& writer) { store::set(writer, known, after, round.now + token_every); });
    return true;
}

using SendingStep = bool (*)(Round&, Sending const&);

bool each(Round& round, std::string_view state, SendingStep step) {
    auto const due = round.read([&](db::Reader& reader) {
        return store::due_sendings(reader, round.endpoint.id, state, round.now, sendings_a_round);
    });
    for (auto const& one : due)
        if (!step(round, one)) return false;
    return true;
}

void serve(Round& round) {
    round.write([&](db::Writer& writer) {
        store::enlist(writer, round.endpoint, round.now, sendings_a_round);
    });
    bool const well = each(round, "unsure", look) && each(round, "token", ask_token) &&
                      each(round, "waiting", say) && hear_them(round) && tell_them(round);
    auto& endpoint = round.endpoint;
    if (well) {
        endpoint.tries = 0;
        endpoint.failing_since.reset();
        endpoint.why.clear();
    } else {
        endpoint.tries += 1;
        if (!endpoint.failing_since) endpoint.failing_since = round.now;
        endpoint.why = round.why;
        log::event(log::Level::warning, "reports.endpoint_waits",
                   {{"endpoint", endpoint.id.value()}, {"tries", endpoint.tries}});
    }
    auto const wait = well ? round_every : wait_after(endpoint.tries);
    round.write([&](db::Writer& writer) { store::release(writer, endpoint, round.now + wait); });
}

// Five derived keys hold more than 256 bits; one alone is made to be dictated.
std::array<unsigned char, crypto_secretbox_KEYBYTES> sealing_key(people::Desk const& people) {
    std::string all;
    for (auto const* const part : {"1", "2", "3", "4", "5"})
        all += people.key_for("reports.endpoint", part);
    std::array<unsigned char, crypto_secretbox_KEYBYTES> key{};
    crypto_generichash(key.data(), key.size(), reinterpret_cast<unsigned char const*>(all.data()),
                       all.size(), nullptr, 0);
    return key;
}

}  // namespace

std::string seal_key(people::Desk const& people, std::string_view api_key) {
    auto const key = sealing_key(people);
    std::string sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + api_key.size(),
                       '\0');
    auto* const bytes = reinterpret_cast<unsigned char*>(sealed.data());
    randombytes_buf(bytes, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(bytes + crypto_secretbox_NONCEBYTES,
                          reinterpret_cast<unsigned char const*>(api_key.data()), api_key.size(),
                          bytes, key.data());
    std::string text(sealed.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes, sealed.size());
    text.pop_back();
    return text;
}

std::optional<std::string> unseal_key(people::Desk const& people, std::string_view text) {
    std::string sealed(text.size() / 2, '\0');
    auto* const bytes = reinterpret_cast<unsigned char*>(sealed.data());
    constexpr std::size_t head = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    std::size_t size = 0;
    if (sodium_hex2bin(bytes, sealed.size(), text.data(), text.size(), nullptr, &size, nullptr) !=
            0 ||
        size < head)
        return std::nullopt;
    auto const key = sealing_key(people);
    std::string plain(size - head, '\0');
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(plain.data()),
                                   bytes + crypto_secretbox_NONCEBYTES,
                                   size - crypto_secretbox_NONCEBYTES, bytes, key.data()) != 0)
        return std::nullopt;
    return plain;
}

http::Replied Round::get(std::string const& what, open311::Fields fields) const {
    if (!endpoint.jurisdiction.empty())
        fields.emplace_back("jurisdiction_id", endpoint.jurisdiction);
    auto address = endpoint.address + what;
    if (!fields.empty()) address += "?" + open311::form_text(fields);
    return http::call({.address = std::move(address),
                       .patience = ways.patience,
                       .answer_max = answer_max,
                       .private_addresses = ways.private_addresses});
}

http::Replied Round::post(std::string const& what, open311::Fields fields) const {
    fields.emplace_back("api_key", api_key);
    if (!endpoint.jurisdiction.empty())
        fields.emplace_back("jurisdiction_id", endpoint.jurisdiction);
    return http::call(
        {.address = endpoint.address + what,
         .headers = {"Content-Type: application/x-www-form-urlencoded; charset=utf-8"},
         .posts = true,
         .body = open311::form_text(fields),
         .patience = ways.patience,
         .answer_max = answer_max,
         .private_addresses = ways.private_addresses});
}

int Sender::run(Instant now) const {
    for (int served = 0; served < endpoints_a_run; ++served) {
        std::optional<Endpoint> endpoint;
        (void)database_.write([&](db::Writer& writer) -> Outcome {
            endpoint = store::lease_endpoint(writer, now, now + lease_time);
            return Done{};
        });
        if (!endpoint) return served;
        Round round{database_, desk_, ways_, std::move(*endpoint), now};
        if (auto key = unseal_key(desk_.house().people, round.endpoint.api_key))
            round.api_key = std::move(*key);
        serve(round);
    }
    return endpoints_a_run;
}

jobs::Job Sender::job() const {
    return {"reports.sendings", seconds(30), [this](db::Database&, Instant now) { run(now); }};
}

}  // namespace wasl::reports
