// SPDX-License-Identifier: Apache-2.0
// Acts of the office: a form, the act; refused, the form comes back with what was typed.
#include <algorithm>
#include <charconv>

#include "modules/reports/pages_office.hpp"
#include "modules/reports/public.hpp"

namespace wasl::reports::bureau {

namespace {

using http::Allow;

bool is_stale(Refusal const& refusal) { return refusal.what.message == &msg::refused_stale; }

// What is only said rests on no version; everything else on the page that was seen.
Result<std::int64_t> version_typed(ActKind const& kind, std::string_view typed) {
    if (kind.name == "note") return 0;
    std::int64_t version = 0;
    std::from_chars(typed.data(), typed.data() + typed.size(), version);
    if (version <= 0) return Refusal{Refused::conflict, say(msg::refused_stale)};
    return version;
}

// What came with the form: kept before anything is decided, so that a refusal loses none of it.
struct Taken {
    html::Faults faults;
    FormPhotos photos;
    bool stale = false;
    int status = 200;

    Taken(Pages const& pages, http::Request const& request)
        : photos(photos_typed(pages, request, faults)) {}
    void refuse(Refusal const& refusal) {
        faults.add(refusal);
        stale = is_stale(refusal);
        status = http::status_of(refusal.why);
    }
};

Outcome perform(Pages const& pages, http::Acted const& acted, ActKind const& kind,
                std::string_view number, std::string_view version,
                std::vector<std::string> const& photos, std::string_view ready = {}) {
    auto const known = TRY(version_typed(kind, version));
    return acted.write([&](db::Writer& writer) {
        return kind.perform(pages.desk, writer,
                            {.by = acted.visitor,
                             .number = number,
                             .version = known,
                             .now = acted.now,
                             .today = acted.today},
                            {acted.request, photos, ready});
    });
}

Result<ActKind const*> act_kind_of(std::string_view name) {
    auto const* const kind = act_named(name);
    if (kind == nullptr) return Refusal{Refused::not_found, say(msg::refused_not_found)};
    return kind;
}

Shown show(Pages const& pages, http::Asked const& asked, ActKind const& kind, Taken const& taken) {
    auto const whole = TRY(own_report(pages, asked, asked.wild(0)));
    Held const held(pages, asked);
    auto const officers = officers_of(pages, asked, whole.report.body);
    ActPage const page{.on = held.on,
                       .kind = kind,
                       .whole = whole,
                       .request = asked.request,
                       .officers = officers,
                       .csrf = asked.visitor.csrf,
                       .photos = taken.photos,
                       .faults = taken.faults,
                       .stale = taken.stale};
    if (kind.of_part && !part_named(whole, page.typed("part")))
        return Refusal{Refused::not_found, say(msg::refused_not_found)};
    int const status = kind.offered(whole) ? taken.status : 409;
    return http::shown(
        asked, {.title = kind.title}, [&](html::Html& h) { show_act(h, page); }, status);
}

Shown show_act_form(Pages const& pages, http::Asked const& asked) {
    return show(pages, asked, *TRY(act_kind_of(asked.wild(1))), Taken(pages, asked.request));
}

Shown act(Pages const& pages, http::Acted const& acted) {
    auto const& kind = *TRY(act_kind_of(acted.wild(1)));
    TRY(own_report(pages, acted, acted.wild(0)));
    Taken taken(pages, acted.request);
    if (taken.faults.any()) {
        taken.status = 422;
        return show(pages, acted, kind, taken);
    }
    // A ready text was chosen: it comes into the form, nothing is done yet.
    if (!acted.request.field("template").empty()) return show(pages, acted, kind, taken);
    auto const done = perform(pages, acted, kind, acted.wild(0), acted.request.field("version"),
                              taken.photos.sha256);
    if (done.refused()) {
        taken.refuse(done.refusal());
        return show(pages, acted, kind, taken);
    }
    // Handed on to another body, it is not ours to look at any more.
    if (own_report(pages, acted, acted.wild(0)).refused())
        return go(acted, html::with(html::to("/office/reports"), "done", kind.name));
    return go(acted, html::with(report_url(acted.wild(0)), "done", kind.name));
}

// "2026-7K3M-9QXD:4", as the form of several reports sends them; the list sends bare numbers.
struct Picked {
    std::string_view number, version;
};
std::vector<Picked> picked(std::vector<std::string_view> const& typed) {
    std::vector<Picked> found;
    for (auto const one : typed) {
        if (found.size() == static_cast<std::size_t>(bulk_max)) break;
        auto const colon = one.find(':');
        auto const version =
            colon == std::string_view::npos ? std::string_view() : one.substr(colon + 1);
        found.push_back({one.substr(0, colon), version});
    }
    return found;
}

Shown show_several(Pages const& pages, http::Asked const& asked, ActKind const& kind,
                   std::vector<Picked> const& those, Taken const& taken) {
    std::vector<Whole> all;
    for (auto const& one : those)
        if (auto whole = own_report(pages, asked, one.number); !whole.refused())
            all.push_back(std::move(whole).value());
    if (all.empty()) return go(asked, html::to("/office/reports"));
    Held const held(pages, asked);
    auto const officers = officers_of(pages, asked, all.front().report.body);
    ActPage const page{.on = held.on,
                       .kind = kind,
                       .whole = all.front(),
                       .all = &all,
                       .request = asked.request,
                       .officers = officers,
                       .csrf = asked.visitor.csrf,
                       .photos = taken.photos,
                       .faults = taken.faults};
    return http::shown(
        asked, {.title = kind.title}, [&](html::Html& h) { show_bulk(h, page); }, taken.status);
}

// "move:fixed": the act, and what it leads to, chosen in one list.
Result<ActKind const*> many_of(std::string_view typed) {
    auto const* const kind = TRY(act_kind_of(typed.substr(0, typed.find(':'))));
    if (!kind->many) return Refusal{Refused::not_found, say(msg::refused_not_found)};
    return kind;
}

Shown ask_several(Pages const& pages, http::Asked const& asked) {
    auto const typed = asked.request.asked("act");
    auto const those = picked(asked.request.all_asked("number"));
    if (typed.empty() || those.empty()) return go(asked, html::to("/office/reports"));
    return show_several(pages, asked, *TRY(many_of(typed)), those, Taken(pages, asked.request));
}

// Each under its own version, with the same photos, and a ready text in its author's language.
Shown act_on_several(Pages const& pages, http::Acted const& acted) {
    auto const& kind = *TRY(many_of(acted.request.field("act")));
    auto const those = picked(acted.request.fields("number"));
    Taken taken(pages, acted.request);
    if (taken.faults.any()) taken.status = 422;
    // A ready text was chosen: it comes into the form, nothing is done yet.
    if (taken.faults.any() || !acted.request.field("template").empty())
        return show_several(pages, acted, kind, those, taken);
    auto const settings = pages.desk.settings(acted.db, acted.now);
    std::optional<Language> first;
    std::vector<OneDone> results;
    for (auto const& one : those) {
        OneDone result{.number = std::string(one.number), .title = {}, .refused = {}};
        std::string ready;
        if (auto const whole = own_report(pages, acted, one.number); !whole.refused()) {
            auto const& report = whole.value().report;
            result.title = report.title;
            if (!first) first = report.language;
            ready = ready_for(*settings, acted.request, *first, report.language);
        }
        auto const done =
            perform(pages, acted, kind, one.number, one.version, taken.photos.sha256, ready);
        // What the form itself lacks would be refused each time: it is mended first.
        if (done.refused() && results.empty() && !done.refusal().field.empty()) {
            taken.refuse(done.refusal());
            return show_several(pages, acted, kind, those, taken);
        }
        if (done.refused()) result.refused = done.refusal().what;
        results.push_back(std::move(result));
    }
    if (results.empty()) return go(acted, html::to("/office/reports"));
    return http::shown(acted, {.title = kind.title, .wide = true},
                       [&](html::Html& h) { show_bulk_done(h, kind, results); });
}

}  // namespace

Routes act_routes() {
    static constexpr http::Limits with_photos{.body_max = photos_bytes_max};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/office/reports/bulk", Allow::officer, ask_several),
        http::post<Pages>("/office/reports/bulk", Allow::officer, act_on_several, with_photos),
        http::get<Pages>("/office/reports/:number/do/:act", Allow::officer, show_act_form),
        http::post<Pages>("/office/reports/:number/do/:act", Allow::officer, act, with_photos),
    };
    return routes;
}

}  // namespace wasl::reports::bureau
