// SPDX-License-Identifier: Apache-2.0
// What a citizen sees of his own dossiers.
#pragma once

#include "modules/dossiers/citizen.hpp"

namespace wasl::dossiers::views {

struct Mine {
    procedures::Picture const& published;
    directory::Picture const& places;
    std::vector<Summary> drafts;
    std::vector<Summary> dossiers;
    // Those of people who gave this person a mandate.
    std::vector<std::pair<std::string, std::vector<Summary>>> for_others;
    std::optional<html::Url> older;
    bool first_page = true;
    Date today;
};
void mine(html::Html&, Mine const&);

// One dossier, as its applicant or agent sees it.
struct Seen {
    Pages const& pages;
    Dossier const& dossier;
    procedures::Sheet const& sheet;
    directory::Picture const& places;
    http::Visitor const& visitor;
    Date today;
    html::Faults const& faults;
    std::string_view typed;  // the text of the form that was refused

    bool offers(Action) const;
};
void dossier(html::Html&, Seen const&);
void receipt(html::Html&, Seen const&);

// Parts of that page (views_dossier_parts.cpp).
void arithmetic(html::Html&, std::vector<Line> const&);
void what_is_asked(html::Html&, Seen const&);
void decisions(html::Html&, Seen const&);
void silence_and_appeals(html::Html&, Seen const&);
void given_documents(html::Html&, Seen const&);
void fetches(html::Html&, Seen const&);  // views_fetches.cpp
void conversation(html::Html&, Seen const&);
void history(html::Html&, Dossier const&);

void withdraw(html::Html&, Seen const&);
void silence(html::Html&, Seen const&);
void appeal(html::Html&, Seen const&, AppealOver);

void keep_version(html::Html&, Dossier const&);
html::Words requirement_name(Language, procedures::Sheet const&, std::string_view code);
html::Url dossier_url(Dossier const&);

}  // namespace wasl::dossiers::views
