// SPDX-License-Identifier: Apache-2.0
// The order of a request, from the address to the page; every exit leads through Router::answer.
#include "platform/http/entry.hpp"
#include "platform/http/finish.hpp"
#include "platform/http/index.hpp"
#include "platform/http/router.hpp"
#include "platform/http/text.hpp"
#include "platform/log/log.hpp"

namespace wasl::http {
namespace {

// Stands in where a page must be shown and the database is what broke.
class NoReader : public db::Reader {
public:
    void run(db::Sql const&, std::span<db::Cell const>,
             std::function<void(db::Row const&)> const&) override {
        throw db::Breakdown("a page about a breakdown asked the database");
    }
};

class Visit {
public:
    Visit(Router const& router, Router::House const& house, Rates& rates, KeptPages& kept,
          Request& request)
        : router_(router),
          house_(house),
          rates_(rates),
          kept_(kept),
          request_(request),
          now_(house.now()) {}

    Response answer() {
        try {
            if (auto elsewhere = redirected(router_, request_)) return std::move(*elsewhere);
            std::optional<Response> response;
            auto& database = house_.database;
            // An act may wait long for a disk before it asks anything: the reader who recognised
            // its author is given back first.
            if (changes(request_.method))
                database.view([&](db::Reader& reader) { recognise(reader); });
            database.view([&](db::Reader& reader) { response = inside(reader); });
            remember_language(request_, *response);
            return std::move(*response);
        } catch (db::Breakdown const& breakdown) {
            return broken("breakdown", breakdown.what());
        } catch (Bug const& bug) {
            return broken("bug", bug.what());
        } catch (std::exception const& exception) {
            return broken("exception", exception.what());
        }
    }

    Response show(db::Reader& reader, int status, Refusal const& refusal,
                  std::string const& incident = {}) {
        if (house_.show_refusal) {
            try {
                auto response = house_.show_refusal(asked(reader), status, refusal, incident);
                response.status = status;
                return response;
            } catch (std::exception const& exception) {
                log::event(log::Level::error, "http.refusal_page_broken",
                           {{"what", std::string_view(exception.what())}});
            }
        }
        return last_resort(request_, status, incident);
    }

private:
    Asked asked(db::Reader& reader) const {
        return {request_, visitor_, reader, now_, clock::day_in_morocco(now_), house_.site};
    }

    Response refuse(db::Reader& reader, Refused why) {
        return show(reader, status_of(why), Refusal{why, {}});
    }

    void recognise(db::Reader& reader) {
        if (house_.recognise) visitor_ = house_.recognise(request_, reader, now_);
    }

    Response inside(db::Reader& reader) {
        if (!changes(request_.method)) recognise(reader);
        bool const placed = request_.language_in_path || needs_no_language(request_.path);
        auto found = placed ? router_.find(request_.method, request_.path) : Router::Found{};
        if (!found.door) return no_door(reader, found);
        request_.wild = std::move(found.wild);
        auto const& door = *found.door;
        if (auto const entry = may_enter(door.allow, visitor_, request_.method);
            entry != Entry::open)
            return kept_out(reader, entry);
        if (changes(request_.method) && !from_our_page(request_, visitor_))
            return refuse(reader, Refused::forbidden);
        if (auto const wait =
                rates_.take(door.limits.rate, request_.client, visitor_.person, now_)) {
            auto response = refuse(reader, Refused::too_often);
            response.with("retry-after", std::to_string(wait));
            return response;
        }
        return handled(reader, door);
    }

    Response handled(db::Reader& reader, Door const& door) {
        bool const keeps = for_everybody(request_, door);
        auto const before = keeps ? door.content(now_).versions : Versions{};
        auto result =
            door.get ? door.get(asked(reader)) : door.post(Acted{asked(reader), house_.database});
        if (!result.refused()) {
            auto response = std::move(result).value();
            // A page during which the content moved on belongs to no version.
            if (keeps && door.content(now_).versions == before) keep(response, before);
            return response;
        }
        auto const refusal = std::move(result).refusal();
        return show(reader, status_of(refusal.why), refusal);
    }

    void keep(Response& response, Versions const& versions) {
        bool const nobodys = !visitor_.signed_in() && visitor_.csrf.empty();
        bool const plain = response.status == 200 && response.headers.empty() && !response.parts &&
                           response.file.empty();
        auto const today = clock::day_in_morocco(now_);
        if (!response.shared || !nobodys || !plain) return;
        // Made only because a look at the database was due, which found nothing new.
        if (kept_.find(request_.target, versions, today)) return;
        response.kept =
            kept_.keep(request_.target, kept_page(response.type, response.body, versions, today));
    }

    Response no_door(db::Reader& reader, Router::Found const& found) {
        if (!found.other_method) return refuse(reader, Refused::not_found);
        if (auto page = page_above()) return see_other(std::move(*page));
        auto const methods = router_.methods_of(request_.path);
        Response response;
        if (request_.method == Method::options)
            response.status = 204;
        else
            response = show(reader, 405, Refusal{Refused::invalid, {}});
        response.with("allow", methods);
        return response;
    }

    // A form shown again stands at an address that only takes what is sent: who loads it anew, or
    // in another language, is led to the page above it.
    std::optional<std::string> page_above() const {
        if (request_.method != Method::get || !request_.language_in_path) return std::nullopt;
        auto path = std::string_view(request_.path);
        for (auto slash = path.rfind('/'); slash > 0 && slash != std::string_view::npos;
             slash = path.rfind('/')) {
            path = path.substr(0, slash);
            if (router_.find(Method::get, path).door) return address(request_.language, path);
        }
        return std::nullopt;
    }

    Response kept_out(db::Reader& reader, Entry entry) {
        if (entry == Entry::forbidden) return refuse(reader, Refused::forbidden);
        if (changes(request_.method) || for_machines(request_.path))
            return refuse(reader, Refused::not_signed_in);
        auto to = address(request_.language, "/sign-in") + "?next=";
        auto const question = std::min(request_.target.find('?'), request_.target.size());
        std::string next;
        append_path_encoded(next, request_.path);
        next += request_.target.substr(question);
        append_path_encoded(to, next);
        return see_other(std::move(to));
    }

    Response broken(std::string_view kind, std::string_view what) {
        auto const incident = log::incident_number();
        auto const found = router_.find(request_.method, request_.path);
        log::event(log::Level::error, "http.broken",
                   {{"incident", incident},
                    {"kind", kind},
                    {"method", name_of(request_.method)},
                    {"route", found.door ? std::string_view(found.door->path) : "none"},
                    {"what", what.substr(0, 500)}});
        NoReader nothing;
        return show(nothing, 500, Refusal{Refused::invalid, {}}, incident);
    }

    Router const& router_;
    Router::House const& house_;
    Rates& rates_;
    KeptPages& kept_;
    Request& request_;
    Visitor visitor_;
    Instant now_;
};

}  // namespace

Response Router::answer(Request& request) const {
    check(house_ != nullptr, "the router was opened before the first request");
    return Visit(*this, *house_, index_->rates, index_->kept, request).answer();
}

std::optional<Response> Router::kept(Request const& request, Door const& door) const {
    if (!house_ || !for_everybody(request, door)) return std::nullopt;
    auto const now = house_->now();
    auto const content = door.content(now);
    if (!content.fresh) return std::nullopt;
    Response response;
    response.kept = index_->kept.find(request.target, content.versions, clock::day_in_morocco(now));
    if (!response.kept) return std::nullopt;
    remember_language(request, response);
    return response;
}

Response Router::refuse(Request const& request, int status, Refusal const& refusal) const {
    auto copy = request;
    if (!house_) return last_resort(request, status, {});
    NoReader nothing;
    return Visit(*this, *house_, index_->rates, index_->kept, copy).show(nothing, status, refusal);
}

bool Router::database_answers() const {
    if (!house_) return false;
    static constexpr db::Sql ping{"http.ping", "select 1"};
    try {
        house_->database.view([](db::Reader& reader) { reader.count(ping); });
        return true;
    } catch (std::exception const&) {
        return false;
    }
}

}  // namespace wasl::http
