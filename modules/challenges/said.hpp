// SPDX-License-Identifier: Apache-2.0
// How the pages of challenges call things, and what their handlers share.
#pragma once

#include <map>

#include "modules/challenges/ends.hpp"
#include "modules/challenges/messages.hpp"
#include "modules/challenges/pages.hpp"
#include "modules/directory/directory.hpp"
#include "platform/html/components.hpp"
#include "platform/http/page.hpp"

namespace wasl::challenges {

using Response = Result<http::Response>;

// Names of people, each asked for once.
class Folk {
public:
    Folk(people::Desk const& people, db::Reader& reader) : people_(people), reader_(reader) {}
    html::Isolated of(PersonId) const;

private:
    people::Desk const& people_;
    db::Reader& reader_;
    mutable std::map<PersonId, std::string> names_;
};

// What every page of an edition is made with; lives as long as the page is made.
struct Known {
    Known(Pages const&, http::Asked const&);

    Pages const& pages;
    http::Request const& request;
    http::Visitor const& visitor;
    std::shared_ptr<directory::Picture const> places;
    Folk folk;
    Instant now;
    html::Faults faults{};

    // What was typed, or what stands there.
    std::string_view typed(std::string_view field, std::string_view otherwise = {}) const;
    bool sent() const { return request.method == http::Method::post; }
};

// To a page of this site in the language of this one.
http::Response go(http::Asked const&, html::Url const&);
// The page with its faults (422), or as it is; `done` of the address becomes its success.
Response page_of(http::Asked const&, Known const&, html::Words const& title, html::Body const& body,
                 bool for_search_engines = false);
// What nobody keeps a copy of on the way.
http::Response kept_private(http::Response);
Response private_page_of(http::Asked const&, Known const&, html::Words const& title,
                         html::Body const& body);

html::Foreign named(Language, Names const&);
html::Words administration_said(Known const&, Language, AdministrationId);
Message const& word_of(State);
Message const& word_of(Phase);
Message const& word_of(Trait);
Message const& word_of(Gender);
Message const& word_of(Eligible);
Message const& word_of(Step);
// "days left", "hours left" ... until the second.
Said left_until(Instant moment, Instant now);
// The last day on which a span holds.
Date last_day(Span const&);
Date first_day(Span const&);

html::Url edition_url(std::string_view code);
html::Url team_url(std::string_view code, TeamId, std::string_view below = {});

// Whoever asks, in the edition that the address names, now.
Act act_of(http::Asked const&);
TeamId team_asked(http::Asked const&, std::size_t wild = 1);
std::int64_t number_of(std::string_view);
// For what only a team, its mentors and the organiser read.
Result<WholeTeam> inside_of_team(Pages const&, http::Asked const&);

// The uploads of that field: kept, or a fault each.
std::vector<KeptFile> keep_files(Pages const&, http::Request const&, std::string_view field,
                                 html::Faults&);
// A document as it was sent.
Response sent_file(Pages const&, KeptFile const&);
inline constexpr std::int64_t files_bytes_max = http::operator""_MiB(64);

}  // namespace wasl::challenges
