// SPDX-License-Identifier: Apache-2.0
// How the citizen's pages and the office's call the same things.
#pragma once

#include <string_view>

#include "modules/dossiers/pages.hpp"
#include "platform/html/components.hpp"

namespace wasl::dossiers {

// To a page of this site in the language of this one.
http::Response go(http::Asked const&, html::Url const&);

// Proper names in the reader's language; the views live as long as the names.
html::Foreign named(Language, directory::Names const&);
// The title under which a procedure is published today; its code where it is not any more.
html::Words title_of(Language, procedures::Picture const&, std::string_view procedure);
html::Words place_of(Language, directory::Picture const&, AdministrationId);
Message const& word_of(std::string_view kind, std::string_view name);  // "state", "lodged"
// "Law 55.19, article 20" from "55.19/20"; nothing where it is no article.
Said article_said(std::string_view article);

}  // namespace wasl::dossiers
