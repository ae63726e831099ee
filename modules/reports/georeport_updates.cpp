// SPDX-License-Identifier: Apache-2.0
// The update extension: what happened to reports, asked by windows of time; and what other systems
// say about them. Each update of theirs counts once, whenever and however often it comes.
#include "kernel/receipt.hpp"
#include "modules/reports/georeport.hpp"
#include "modules/reports/store.hpp"

namespace wasl::reports::georeport {

namespace {

void update_entry(open311::Document& out, Call const& call, store::ListedUpdate const& one) {
    out.begin();
    out.text("update_id", std::to_string(one.id.value()));
    out.text("service_request_id", one.number);
    out.text("status", status_word(*call.settings, one.state));
    out.text("updated_datetime", iso(one.at));
    out.text("description", one.text);
    out.text("media_url", media_address(call, one.photo));
    out.end();
}

Result<UpdateId> hear(Call const& call, Client const& client, open311::PostedUpdate const& posted,
                      std::vector<std::string> const& photos, db::Writer& writer) {
    Refusal const hidden{Refused::not_found, {}};
    auto const number = parse_receipt(posted.request_id);
    auto const report = number ? store::by_number(writer, *number) : std::nullopt;
    if (!report || (!report->is_public() && report->body != client.body)) return hidden;
    auto const source = std::to_string(client.id.value()) + ":" + posted.update_id;
    if (auto const known = store::update_by_source(writer, report->id, source)) return *known;
    TRY(call.pages.desk.hear(writer,
                             {.number = *number,
                              .body = client.body,
                              .source = source,
                              .state = state_meant(*call.settings, posted.status, report->state),
                              .text = posted.description,
                              .photos = photos,
                              .said_at = posted.at,
                              .now = call.asked.now}));
    auto const line = store::update_by_source(writer, report->id, source);
    check(line.has_value(), "an update that was heard is kept");
    remember_media(writer, report->id, *line, posted.media_urls, call.asked.now);
    return *line;
}

}  // namespace

std::string state_meant(Settings const& settings, std::string_view word, std::string_view now) {
    // Where several states have the word, the one it is in already is as good.
    if (word == status_word(settings, now)) return std::string(now);
    if (auto const* const state = settings.state_of_open311(word)) return state->code;
    auto phase = std::optional<Phase>();
    if (word == "closed" || word == "fixed") phase = Phase::fixed;
    if (word == "no_further_action" || word == "not_councils_responsibility")
        phase = Phase::refused;
    if (word == "reopen" || word == "open") phase = Phase::open;
    auto const* const state = phase ? settings.first_state(*phase) : nullptr;
    return state == nullptr ? std::string() : state->code;
}

Answer updates(Call const& call) {
    if (!call.parameter("api_key").empty()) {
        auto const known = client(call, call.asked.db);
        if (auto const* const fault = std::get_if<Fault>(&known)) return *fault;
    }
    auto const read = open311::window(call.parameters, call.asked.now);
    if (auto const* const fault = std::get_if<Fault>(&read)) return *fault;
    open311::Document out(call.format, "service_request_updates", "request_update");
    for (auto const& one : store::listed_updates(call.asked.db, std::get<open311::Window>(read),
                                                 call.jurisdiction, updates_max))
        update_entry(out, call, one);
    return answer(call, out.take());
}

Answer say_update(Call const& call) {
    auto const known = client(call, call.asked.db);
    if (auto const* const fault = std::get_if<Fault>(&known)) return *fault;
    auto const read = open311::posted_update(call.parameters);
    if (auto const* const fault = std::get_if<Fault>(&read)) return *fault;
    auto const& posted = std::get<open311::PostedUpdate>(read);
    auto const kept = pictures(call);
    if (auto const* const fault = std::get_if<Fault>(&kept)) return *fault;
    auto const& photos = std::get<std::vector<std::string>>(kept);
    std::optional<Fault> fault;
    UpdateId line{0};
    (void)call.acted->write([&](db::Writer& writer) -> Outcome {
        fault = count(writer, std::get<Client>(known), call.asked.now);
        if (fault) return Refusal{Refused::too_often, {}};
        auto const result = hear(call, std::get<Client>(known), posted, photos, writer);
        if (result.refused()) {
            fault = result.refusal().why == Refused::not_found
                        ? Fault{404, "service_request_id provided was not found"}
                        : fault_of(result.refusal());
            return result.refusal();
        }
        line = result.value();
        if (call.is_test) return Refusal{Refused::gone, {}};
        return Done{};
    });
    if (fault) return *fault;
    open311::Document out(call.format, "service_request_updates", "request_update");
    out.begin();
    out.text("update_id", std::to_string(line.value()));
    out.end();
    return answer(call, out.take());
}

}  // namespace wasl::reports::georeport
