// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/said.hpp"

#include <charconv>

#include "modules/people/people.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::challenges {

using namespace html::literals;

html::Isolated Folk::of(PersonId id) const {
    auto const [found, fresh] = names_.try_emplace(id);
    if (fresh) found->second = people_.name_of(reader_, id);
    return html::isolated(found->second);
}

Known::Known(Pages const& from, http::Asked const& asked)
    : pages(from),
      request(asked.request),
      visitor(asked.visitor),
      places(from.desk.house().directory.picture()),
      folk(from.desk.house().people, asked.db),
      now(asked.now) {}

std::string_view Known::typed(std::string_view field, std::string_view otherwise) const {
    return sent() && request.has_field(field) ? request.field(field) : otherwise;
}

http::Response go(http::Asked const& asked, html::Url const& url) {
    return http::see_other("/" + std::string(name_of(asked.language())) + url.text());
}

Response page_of(http::Asked const& asked, Known const& known, html::Words const& title,
                 html::Body const& body, bool for_search_engines) {
    html::PageHead head{.title = title, .for_search_engines = for_search_engines};
    auto const done = asked.request.asked("done");
    if (!done.empty())
        if (auto const* const said = msg::find("done." + std::string(done))) head.success = *said;
    return http::shown(
        asked, head,
        [&](html::Html& h) {
            html::error_summary(h, known.faults);
            body(h);
        },
        known.faults.any() ? 422 : 200);
}

http::Response kept_private(http::Response response) {
    response.with("cache-control", "private, no-store");
    return response;
}
Response private_page_of(http::Asked const& asked, Known const& known, html::Words const& title,
                         html::Body const& body) {
    return kept_private(TRY(page_of(asked, known, title, body)));
}

html::Foreign named(Language language, Names const& names) {
    return {directory::in(language, names), directory::spoken(language, names)};
}

html::Words administration_said(Known const& known, Language language, AdministrationId id) {
    auto const* const found = known.places->administration(id);
    if (found == nullptr) return {};
    return named(language, found->name);
}

static Message const& word(std::string_view kind, std::string_view name) {
    auto const* const found = msg::find(std::string(kind) + "." + std::string(name));
    check(found != nullptr, "everything that is named has its message");
    return *found;
}
Message const& word_of(State one) { return word("state", name_of(one)); }
Message const& word_of(Phase one) { return word("phase", name_of(one)); }
Message const& word_of(Trait one) { return word("trait", name_of(one)); }
Message const& word_of(Gender one) { return word("gender", name_of(one)); }
Message const& word_of(Eligible one) { return word("eligible", name_of(one)); }
Message const& word_of(Step one) { return word("step", name_of(one)); }

Said left_until(Instant moment, Instant now) {
    auto const left = moment - now;
    auto const days = std::chrono::floor<Days>(left).count();
    if (days >= 2) return say(msg::left_days, {number("count", days)});
    auto const hours = std::chrono::floor<std::chrono::hours>(left).count();
    if (hours >= 2) return say(msg::left_hours, {number("count", hours)});
    auto const minutes = std::chrono::floor<std::chrono::minutes>(left).count();
    if (minutes >= 2) return say(msg::left_minutes, {number("count", minutes)});
    return say(msg::left_seconds,
               {number("count", std::chrono::floor<std::chrono::seconds>(left).count())});
}

Date first_day(Span const& span) { return clock::day_in_morocco(span.opens_at); }
Date last_day(Span const& span) {
    return clock::day_in_morocco(span.closes_at - std::chrono::microseconds{1});
}

html::Url edition_url(std::string_view code) { return html::to("/challenges/", code); }
html::Url team_url(std::string_view code, TeamId team, std::string_view below) {
    auto const url = html::to("/challenges/", code, "/teams/", team);
    return below.empty() ? url : html::UrlMaker::local(url.text() + std::string(below), true);
}

std::int64_t number_of(std::string_view text) {
    std::int64_t value = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc{} && end == text.data() + text.size() ? value : 0;
}
Act act_of(http::Asked const& asked) {
    return {.by = asked.visitor, .edition = asked.wild(0), .now = asked.now};
}

TeamId team_asked(http::Asked const& asked, std::size_t wild) {
    return TeamId{number_of(asked.wild(wild))};
}

Result<WholeTeam> inside_of_team(Pages const& pages, http::Asked const& asked) {
    auto whole = TRY(pages.desk.team(asked.db, asked.visitor, asked.wild(0), team_asked(asked)));
    if (!whole.sees_inside()) return Refusal{Refused::forbidden, say(msg::refused_member)};
    return whole;
}

std::vector<KeptFile> keep_files(Pages const& pages, http::Request const& request,
                                 std::string_view field, html::Faults& faults) {
    std::vector<KeptFile> kept;
    for (auto const& upload : request.uploads) {
        if (upload.field != field || upload.size == 0) continue;
        auto const stored = pages.files.keep(upload.path, upload.file_name);
        if (stored.refused()) {
            faults.add(field, stored.refusal().what);
            continue;
        }
        kept.push_back({stored.value().sha256, upload.file_name,
                        std::string(files::name_of(stored.value().kind)), stored.value().size});
    }
    return kept;
}

Response sent_file(Pages const& pages, KeptFile const& kept) {
    auto const path = pages.files.find(kept.sha256);
    if (!path) return Refusal{Refused::not_found, say(msg::refused_no_file)};
    http::Response response;
    response.file = *path;
    for (auto const kind : {files::Kind::pdf, files::Kind::jpeg, files::Kind::png})
        if (files::name_of(kind) == kept.kind) response.type = files::content_type(kind);
    response.with("content-disposition", "inline").with("cache-control", "private, max-age=300");
    return response;
}

}  // namespace wasl::challenges
