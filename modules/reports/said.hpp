// SPDX-License-Identifier: Apache-2.0
// How the pages of reports call things, whoever reads them.
#pragma once

#include "modules/reports/pages.hpp"
#include "modules/reports/settings.hpp"
#include "platform/html/components.hpp"
#include "platform/html/options.hpp"
#include "platform/http/page.hpp"

namespace wasl::reports {

using Shown = Result<http::Response>;

// What pages name things from; both live as long as the page is made.
struct Known {
    std::shared_ptr<Settings const> settings;
    std::shared_ptr<directory::Picture const> places;
    Date today{};
};
Known known_of(Pages const&, http::Asked const&);

// To a page of this site in the language of this one.
http::Response go(http::Asked const&, html::Url const&);
int status_of(html::Faults const&);  // 200 without faults, 422 with

// Proper names in the reader's language; the views live as long as the names.
html::Foreign named(Language, Names const&);
// The code itself where no row has it any more.
html::Words category_said(Language, Known const&, std::string_view code);
html::Words state_said(Language, Known const&, std::string_view code, Phase);
html::Words body_said(Language, Known const&, AdministrationId);
html::Words territory_said(Language, Known const&, TerritoryId);
Message const& word_of(Phase);
html::Tone tone_of(Phase);
// The state of a report in a word or two, in the colour of its phase.
void state_tag(html::Html&, Known const&, std::string_view state, Phase);

// What the author answered to the questions of the category, in the words of the form.
void list_answers(html::Html&, html::SummaryList&, Known const&, std::string_view category,
                  std::span<Answered const>);

// Communes and municipalities of a province, by their Arabic names.
std::vector<directory::Territory const*> communes_of(directory::Picture const&, TerritoryId);

html::Options to_choose(Language, std::span<directory::Territory const* const>);

}  // namespace wasl::reports
