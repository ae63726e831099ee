// SPDX-License-Identifier: Apache-2.0
// How the pages of the bank call things, whoever reads them.
#pragma once

#include "modules/bank/bank.hpp"
#include "modules/bank/messages.hpp"
#include "modules/directory/directory.hpp"
#include "modules/people/people.hpp"
#include "modules/procedures/procedures.hpp"
#include "platform/html/components.hpp"
#include "platform/http/page.hpp"

namespace wasl::bank {

using Shown = Result<http::Response>;

// What pages name things from; all live as long as the page is made.
struct Known {
    std::shared_ptr<Picture const> bank;
    std::shared_ptr<directory::Picture const> places;
    std::shared_ptr<procedures::Picture const> registry;
    Desk::LifeEvents life_events;
    Date today{};
};
Known known_of(Pages const&, http::Asked const&);

// To a page of this site in the language of this one.
http::Response go(http::Asked const&, html::Url const&);
int status_of(html::Faults const&);  // 200 without faults, 422 with
// "?done=sent" said in words above the page.
html::Words success_of(http::Asked const&);

html::Url entry_url(std::string_view number);
html::Url file_url(AdoptionId);
// The id that stands in an address; 0 where there is none.
std::int64_t id_in(std::string_view);

html::Foreign named(Language, directory::Names const&);
// Marked as its language; words of two scripts are isolated, each letter as it reads.
html::Words in_its_language(Content const&, std::string_view text);
html::Words title_of(Content const&);
html::Words administration_said(Language, Known const&, AdministrationId);
// Whoever stands by it: an administration, an organisation, a person, or nobody.
html::Words owner_said(Language, Known const&, AdministrationId, std::string_view other);
// The published title, else the code.
html::Words procedure_said(Language, Known const&, std::string_view code);
html::Words touch_said(Language, Known const&, Touch, std::string_view code);
html::Words indicator_said(Effect const&);
html::Words licence_said(std::string_view);
html::Words source_said(Source const&, Language);

Message const& word_of(std::string_view kind, std::string_view name);
template<typename Name>
    requires std::is_enum_v<Name>
Message const& word_of(std::string_view kind, Name name) {
    return word_of(kind, name_of(name));
}
// All of a kind, in the order of its enumerators.
template<typename Name, std::size_t count>
std::vector<html::Choice> choices_of(std::string_view kind) {
    std::vector<html::Choice> out;
    for (std::size_t n = 0; n < count; ++n) {
        auto const one = static_cast<Name>(n);
        out.push_back({name_of(one), word_of(kind, one)});
    }
    return out;
}
html::Tone tone_of(Stage);
html::Tone tone_of(Phase);
html::Tone tone_of(Verdict);
html::Tone tone_of(Evidence);

// A paragraph of somebody's text in the language of the entry, line breaks kept.
void paragraphs(html::Html&, Content const&, std::string_view text);
// The first words of it.
std::string_view beginning(std::string_view text, std::size_t signs);

// The administrations in which the visitor works, those of heads included.
std::vector<AdministrationId> works_in(http::Visitor const&);

}  // namespace wasl::bank
