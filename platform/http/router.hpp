// SPDX-License-Identifier: Apache-2.0
// Who may enter is written on the door: a module's routes are one constexpr table, and a route
// without Allow does not compile. The order of a request:
//
//   parse → limits → language → route → visitor → Allow → CSRF (POST) → rate limit → handler
//         → Result to page → headers (CSP, cookies) → compression
//
//     static constexpr http::Route<Pages> routes[] = {
//         http::get<Pages>("/procedures/:code", Allow::anyone, show),
//         http::post<Pages>("/dossiers", Allow::citizen, file, {.rate = Rate::filing}),
//     };
//
// A GET handler is given an Asked, which cannot write. A POST handler is given an Acted.
// "Is this *my* dossier?" is not a route question: the handler asks, and answers not_found.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/id.hpp"
#include "kernel/result.hpp"
#include "platform/clock/clock.hpp"
#include "platform/db/db.hpp"
#include "platform/http/kept.hpp"
#include "platform/http/message.hpp"

namespace wasl::html {
struct Site;
}

namespace wasl::http {

// The kinds of people a door knows. Rights are given per administration; `platform` is over all.
enum class Role : std::uint8_t { citizen, officer, head, auditor, administrator };

// Stands above every administration.
inline constexpr AdministrationId whole_platform{0};

struct Grant {
    Role role;
    AdministrationId administration;
    UnitId unit;  // 0: the whole administration
};

// Who is at the door, as platform sees it; modules/people makes it from the session or the token.
struct Visitor {
    PersonId person{0};
    std::string name;
    std::vector<Grant> grants;  // in force today, delegated ones included
    std::string csrf;           // what forms of this visitor must carry
    bool by_token = false;      // API: no cookie, hence no CSRF
    bool looks_only = false;    // a key for reading: it changes nothing anywhere
    int unread = 0;             // notices waiting

    bool signed_in() const { return person.value() != 0; }
    bool is(Role) const;                    // anywhere
    bool is(Role, AdministrationId) const;  // there
};

// anyone < citizen (signed in) < staff (holds a position) < officer ⊇ head ...; administrator
// enters administrator doors only where the handler checks which administration is meant.
enum class Allow { anyone, citizen, staff, officer, head, auditor, administrator };
std::string_view name_of(Allow);

// Limits are explicit and in one place; see docs/limits.md.
enum class Rate { none, sign_in, filing, api };
constexpr std::int64_t operator""_KiB(unsigned long long n) {
    return static_cast<std::int64_t>(n) << 10;
}
constexpr std::int64_t operator""_MiB(unsigned long long n) {
    return static_cast<std::int64_t>(n) << 20;
}
struct Limits {
    std::int64_t body_max = 64_KiB;  // of the whole body; uploads are streamed to disk
    Rate rate = Rate::none;
};

struct Asked {
    Request const& request;
    Visitor const& visitor;
    db::Reader& db;
    Instant now;
    Date today;                        // in Morocco
    html::Site const* site = nullptr;  // for http::shown() of platform/http/page.hpp

    Language language() const { return request.language; }
    std::string_view wild(std::size_t n) const {
        return n < request.wild.size() ? std::string_view(request.wild[n]) : std::string_view{};
    }
};

struct Acted : Asked {
    db::Database& database;

    // work(db::Writer&) -> Result<T>; durable when it returns.
    template<typename Work>
    auto write(Work work) const {
        return database.write(std::move(work));
    }
};

// A handler of module pages `P`: gets the module's own things, and what was asked.
template<typename P>
struct Route {
    using Get = Result<Response> (*)(P const&, Asked const&);
    using Post = Result<Response> (*)(P const&, Acted const&);

    Method method;
    std::string_view path;
    Allow allow;
    Limits limits;
    Get get = nullptr;
    Post post = nullptr;
    using ContentOf = Content (*)(P const&, Instant now);
    ContentOf content = nullptr;

    // A promise: what this door shows to nobody in particular follows from address, language, day
    // and this content alone, so its pages may be kept (docs/decisions/0006). `of` asks no
    // database.
    constexpr Route kept_by(ContentOf of) const {
        auto route = *this;
        route.content = of;
        return route;
    }
};

template<typename P>
constexpr Route<P> get(std::string_view path, Allow allow, typename Route<P>::Get handler,
                       Limits limits = {}) {
    return {Method::get, path, allow, limits, handler, nullptr};
}
template<typename P>
constexpr Route<P> post(std::string_view path, Allow allow, typename Route<P>::Post handler,
                        Limits limits = {}) {
    return {Method::post, path, allow, limits, nullptr, handler};
}
// PUT, PATCH and DELETE of the JSON API.
template<typename P>
constexpr Route<P> change(Method method, std::string_view path, Allow allow,
                          typename Route<P>::Post handler, Limits limits = {}) {
    return {method, path, allow, limits, nullptr, handler};
}

// A route as the router keeps it, module forgotten.
struct Door {
    Method method;
    std::string path;
    Allow allow;
    Limits limits;
    std::function<Result<Response>(Asked const&)> get;
    std::function<Result<Response>(Acted const&)> post;
    std::string module;
    std::function<Content(Instant now)> content{};  // where pages are kept
};

// Who is it? From cookies or Authorization; a visitor who is nobody still gets a csrf.
using Recognise = std::function<Visitor(Request const&, db::Reader&, Instant now)>;
// A refusal, a missing page or a breakdown as a page in the visitor's language (or JSON under
// /api). `incident` is empty unless something broke.
using ShowRefusal =
    std::function<Response(Asked const&, int status, Refusal const&, std::string const& incident)>;

class Router {
public:
    // `pages` must outlive the router. Throws Bug where two routes answer to the same.
    template<typename P>
    void add(std::string_view module, P const& pages, std::span<Route<P> const> routes) {
        for (auto const& route : routes) {
            Door door{route.method, std::string(route.path), route.allow, route.limits, {},
                      {},           std::string(module)};
            if (route.get)
                door.get = [&pages, &route](Asked const& asked) { return route.get(pages, asked); };
            if (route.post)
                door.post = [&pages, &route](Acted const& acted) {
                    return route.post(pages, acted);
                };
            if (route.content)
                door.content = [&pages, &route](Instant now) { return route.content(pages, now); };
            add(std::move(door));
        }
    }
    void add(Door);
    std::span<Door const> doors() const { return doors_; }

    struct House {
        db::Database& database;
        clock::Now now = clock::now;
        Recognise recognise;
        ShowRefusal show_refusal;
        html::Site const* site = nullptr;  // outlives the router
    };
    // Must be called once before answer().
    void open(House);

    // Before the body is read: which door, which limit. 404/405 have none.
    struct Found {
        Door const* door = nullptr;
        std::vector<std::string> wild;
        bool other_method = false;
    };
    Found find(Method, std::string_view path) const;

    // The methods that some door of this path answers to, as in an Allow header.
    std::string methods_of(std::string_view path) const;

    // A page that is kept, for whoever may be shown one; without database, and never waits.
    std::optional<Response> kept(Request const&, Door const&) const;
    // Every exit leads through here: refusals, breakdowns (incident number, log) and bugs too.
    Response answer(Request&) const;
    // For what the server refuses before a handler is asked (413, 400): a page without database.
    Response refuse(Request const&, int status, Refusal const&) const;
    bool database_answers() const;

private:
    std::vector<Door> doors_;
    std::shared_ptr<House> house_;
    // Implementation may keep a trie beside doors_.
    struct Index;
    std::shared_ptr<Index> index_;
};

int status_of(Refused);

}  // namespace wasl::http
