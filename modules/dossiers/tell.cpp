// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/tell.hpp"

namespace wasl::dossiers {

std::string title_for(db::Reader& reader, House const& house, PersonId person,
                      procedures::RevisionId revision) {
    auto const sheet = house.procedures.revision(reader, revision);
    if (!sheet) return {};
    auto const reader_of_it = house.people.person(reader, person);
    auto const language = reader_of_it ? reader_of_it->language : Language::ar;
    return std::string(directory::in(language, sheet->title));
}

static bool names_procedure(Message const& message) {
    return message.texts[0].find("{procedure}") != std::string_view::npos;
}

void Teller::post(PersonId to, News const& news, std::string_view link) const {
    if (to.value() == 0) return;
    auto values = news.values;
    values.push_back(text("number", dossier_.number));
    if (names_procedure(news.body))
        values.push_back(text("procedure", title_for(writer_, house_, to, dossier_.revision)));
    house_.notices.post(writer_,
                        {.to = to,
                         .subject = say(news.subject, {text("number", dossier_.number)}),
                         .body = say(news.body, std::move(values)),
                         .link = std::string(link).append(dossier_.number),
                         .about = dossier_.number},
                        now_);
}

void Teller::citizen(News const& news) const {
    post(dossier_.applicant, news, "/dossiers/");
    if (dossier_.filed_as == FiledAs::mandate) post(dossier_.filed_by, news, "/dossiers/");
}

void Teller::officer(News const& news) const { post(dossier_.assigned, news, "/desk/"); }

void Teller::officers_of(UnitId unit, News const& news) const {
    auto const today = clock::day_in_morocco(now_);
    for (auto const person :
         house_.people.holders_in_unit(writer_, unit, http::Role::officer, today))
        post(person, news, "/desk/");
}

void Teller::heads_of(AdministrationId administration, News const& news) const {
    auto const today = clock::day_in_morocco(now_);
    for (auto const person :
         house_.people.holders(writer_, administration, http::Role::head, today))
        post(person, news, "/desk/");
}

}  // namespace wasl::dossiers
