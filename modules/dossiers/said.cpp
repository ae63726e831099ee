// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/said.hpp"

#include "modules/dossiers/messages.hpp"

namespace wasl::dossiers {

http::Response go(http::Asked const& asked, html::Url const& url) {
    std::string to = "/";
    to += name_of(asked.language());
    to += url.text();
    return http::see_other(std::move(to));
}

html::Foreign named(Language language, directory::Names const& names) {
    return {directory::in(language, names), directory::spoken(language, names)};
}

html::Words title_of(Language language, procedures::Picture const& published,
                     std::string_view procedure) {
    auto const* const entry = published.entry(procedure);
    return entry ? html::Words(named(language, entry->title)) : html::Words(html::code(procedure));
}

html::Words place_of(Language language, directory::Picture const& places, AdministrationId id) {
    auto const* const found = places.administration(id);
    return found ? html::Words(named(language, found->name)) : html::Words();
}

Said article_said(std::string_view article) {
    auto const slash = article.find('/');
    if (slash == std::string_view::npos) return {};
    return say(msg::filing_article,
               {text("law", article.substr(0, slash)), text("article", article.substr(slash + 1))});
}

Message const& word_of(std::string_view kind, std::string_view name) {
    auto const* const found = msg::find(std::string(kind).append(".").append(name));
    check(found != nullptr, "every name has its word");
    return *found;
}

}  // namespace wasl::dossiers
