// SPDX-License-Identifier: Apache-2.0
#include "platform/http/exchange.hpp"

#include <unistd.h>

#include "platform/http/entry.hpp"
#include "platform/http/messages.hpp"
#include "platform/http/text.hpp"
#include "platform/log/log.hpp"

namespace wasl::http {
namespace {

constexpr std::int64_t body_without_door_max = 64_KiB;  // read, so that a page can be shown

Refusal reason_for(int status) {
    switch (status) {
        case 413: return {Refused::too_large, say(msg::too_large)};
        case 503: return {Refused::too_often, say(msg::busy)};
        case 408: return {Refused::invalid, say(msg::too_slow)};
        default: return {Refused::invalid, say(msg::malformed)};
    }
}

std::string_view name_of_refusal(int status) {
    switch (status) {
        case 408: return "slow";
        case 413: return "too_large";
        case 503: return "unavailable";
        default: return "malformed";
    }
}

}  // namespace

Hall::Hall(ServerSettings given, Router const& asked)
    : settings(std::move(given)),
      router(asked),
      proxies(settings.trusted_proxies),
      metrics_readers(settings.metrics_readers),
      assets(settings.assets),
      metrics(asked),
      finisher(settings.hsts, settings.pictures_from),
      pool(settings.handler_threads, settings.queue_max) {}

bool Callers::enter(std::string const& client, std::size_t most) {
    std::scoped_lock const lock(mutex_);
    auto& count = counts_[client];
    if (count >= most) return false;
    ++count;
    return true;
}

void Callers::leave(std::string const& client) {
    std::scoped_lock const lock(mutex_);
    auto const found = counts_.find(client);
    if (found != counts_.end() && --found->second == 0) counts_.erase(found);
}

Exchange::Exchange(Hall& hall, std::string peer)
    : hall_(hall), peer_(std::move(peer)), wire_(hall.settings.header_max) {
    restart();
}

Exchange::~Exchange() { remove_uploads(); }

void Exchange::restart() {
    wire_.restart();
    body_ = Body{};
    request_ = Request{};
    request_.path = "/";
    door_ = nullptr;
    place_ = "none";
    refused_ = 0;
    outgoing_ = Outgoing{};
    began_ = std::chrono::steady_clock::now();
}

void Exchange::refuse(int status) {
    if (refused_ != 0) return;
    refused_ = status;
    hall_.metrics.refused(name_of_refusal(status));
}

void Exchange::read_head(std::string_view head) {
    began_ = std::chrono::steady_clock::now();
    request_.client = peer_;
    wire_.read_head(head, request_);
    if (wire_.refused() != 0) return refuse(wire_.refused());
    read_forwarded(request_, hall_.proxies);
    if (!hall_.settings.site_host.empty())
        for (auto& [name, value] : request_.headers)
            if (name == "host") value = hall_.settings.site_host;
    if (!read_target(request_)) return refuse(400);
    read_cookies(request_);
    find_door();
}

// Which limit holds is known before a byte of the body is read.
void Exchange::find_door() {
    if (request_.path.starts_with("/assets/")) place_ = "assets";
    auto const found = hall_.router.find(request_.method, request_.path);
    door_ = found.door;
    auto const most = door_ ? door_->limits.body_max : body_without_door_max;
    if (auto const length = wire_.length(); length && *length > most) return refuse(413);
    auto const type = request_.header("content-type");
    if (!wire_.has_body()) {
        // A form in parts ends with its boundary; nothing at all is one that was cut off.
        if (request_.method != Method::get && Body::in_parts(type)) refuse(400);
        return;
    }
    auto const status = body_.expect(type, most, hall_.settings.uploads);
    if (status != 0) refuse(status);
}

std::size_t Exchange::read_body(std::string_view bytes) {
    auto const taken = wire_.read_body(bytes, body_);
    if (wire_.refused() != 0) refuse(wire_.refused());
    if (refused_ == 0 && wire_.complete())
        if (auto const status = body_.finish(request_); status != 0) refuse(status);
    return taken;
}

bool Exchange::answer_at_once() {
    if (refused_ != 0 || request_.method != Method::get) return false;
    if (door_ != nullptr) {
        auto page = hall_.router.kept(request_, *door_);
        if (page) finish(std::move(*page));
        return page.has_value();
    }
    if (request_.path != "/healthz") return false;
    finish(made());
    return true;
}

void Exchange::answer() {
    try {
        if (refused_ != 0) {
            finish(hall_.router.refuse(request_, refused_, reason_for(refused_)));
        } else if (auto const* asset = place_ == "assets" && request_.method == Method::get
                                           ? hall_.assets.find(request_.path)
                                           : nullptr) {
            finish({}, asset);
        } else {
            finish(made());
        }
    } catch (std::exception const& exception) {
        auto const incident = log::incident_number();
        log::event(log::Level::error, "http.answer_broken",
                   {{"incident", incident}, {"what", std::string_view(exception.what())}});
        refused_ = 500;
        finish(last_resort(request_, 500, incident));
    }
    remove_uploads();
}

void Exchange::turn_away() {
    refuse(503);
    auto response = last_resort(request_, 503, {});
    response.with("retry-after", "2");
    finish(std::move(response));
}

Response Exchange::made() {
    bool const reads = request_.method == Method::get && !request_.language_in_path;
    if (reads && !door_)
        if (auto response = built_in(); response.status != 404) return response;
    place_ = "none";
    return hall_.router.answer(request_);
}

// status 404: not one of these.
Response Exchange::built_in() {
    Response response;
    response.type = "text/plain; charset=utf-8";
    place_ = "built_in";
    if (request_.path == "/healthz") {
        response.body = "ok\n";
    } else if (request_.path == "/readyz") {
        bool const ready = !hall_.draining && hall_.router.database_answers();
        response.status = ready ? 200 : 503;
        response.body = ready ? "ready\n" : "not ready\n";
    } else if (request_.path == "/metrics" && may_read_metrics()) {
        response.type = "text/plain; version=0.0.4; charset=utf-8";
        response.body = hall_.metrics.text({hall_.pool.waiting(), hall_.connections});
    } else {
        response.status = 404;
    }
    return response;
}

// Loopback counts only where nobody was forwarded: behind an unconfigured proxy all the world
// calls from there.
bool Exchange::may_read_metrics() const {
    if (hall_.metrics_readers.hold(request_.client)) return true;
    if (!request_.header("x-forwarded-for").empty() || !request_.header("forwarded").empty())
        return false;
    return loopback(peer_) || hall_.proxies.hold(peer_);
}

void Exchange::finish(Response response, Asset const* asset) {
    bool const keep = refused_ == 0 && wire_.keep_alive() && !hall_.draining;
    outgoing_ = hall_.finisher.finish(request_, std::move(response), wire_.head_only(), keep, asset,
                                      wire_.takes_chunks());
}

// The head is gone already: what breaks now can only end the connection, and an answer that does
// not end well is known as such by its missing last chunk.
bool Exchange::make_part() {
    try {
        outgoing_.make_part();
        return true;
    } catch (std::exception const& exception) {
        log::event(
            log::Level::error, "http.part_broken",
            {{"incident", log::incident_number()}, {"what", std::string_view(exception.what())}});
        return false;
    }
}

void Exchange::done() {
    hall_.metrics.served({.door = door_,
                          .place = place_,
                          .method = request_.method,
                          .status = outgoing_.status,
                          .took = std::chrono::steady_clock::now() - began_,
                          .received = body_.size(),
                          .sent = outgoing_.size()});
    remove_uploads();
}

void Exchange::remove_uploads() {
    for (auto const& upload : request_.uploads) ::unlink(upload.path.c_str());
    request_.uploads.clear();
}

}  // namespace wasl::http
