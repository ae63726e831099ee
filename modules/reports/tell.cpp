// SPDX-License-Identifier: Apache-2.0
// Who hears of what was done.
#include "modules/reports/inside.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::reports {

Said Teller::said(Message const& message, Values values) const {
    values.push_back(text("number", report_.number));
    values.push_back(text("title", report_.title));
    return say(message, std::move(values));
}

void Teller::post(PersonId to, std::string const& link, Said subject, Said body) const {
    if (to.value() == 0) return;
    house_.notices.post(writer_,
                        {.to = to,
                         .subject = std::move(subject),
                         .body = std::move(body),
                         .link = link,
                         .about = report_.number},
                        now_);
}

// Whoever works on it is led to where work is done.
void Teller::person(PersonId to, Message const& subject, Message const& body,
                    Values const& values) const {
    bool const works = to == report_.assigned && to != report_.author;
    post(to, (works ? "/office/reports/" : "/reports/") + report_.number, said(subject, values),
         said(body, values));
}

void Teller::author_of_it(Message const& subject, Message const& body, Values const& values) const {
    if (report_.author.value() != 0) return person(report_.author, subject, body, values);
    if (report_.contact.empty()) return;
    house_.notices.post_letter(
        writer_,
        {.address = report_.contact,
         .language = report_.language,
         .subject = said(subject, values),
         .body = said(body, values),
         .until = now_ + Days{3},
         .link = "/reports/" + report_.number + "?key=" + author_key_of(house_, report_)},
        now_);
}

void Teller::followers(Message const& subject, Message const& body, PersonId but) const {
    for (auto const one : store::followers(writer_, report_.id))
        if (one != but && one != report_.author) person(one, subject, body);
}

void Teller::heads_of(AdministrationId body, Message const& subject, Message const& text) const {
    auto const today = clock::day_in_morocco(now_);
    for (auto const one : house_.people.holders(writer_, body, http::Role::head, today))
        post(one, "/office/reports/" + report_.number, said(subject, {}), said(text, {}));
}

void tell_moved(Teller const& teller, Phase to, PersonId but) {
    auto const tell = [&](Message const& subject, Message const& body) {
        teller.author_of_it(subject, body);
        teller.followers(subject, body, but);
    };
    if (to == Phase::fixed) return tell(msg::notice_fixed_subject, msg::notice_fixed_body);
    if (to == Phase::refused) return tell(msg::notice_refused_subject, msg::notice_refused_body);
    tell(msg::notice_moved_subject, msg::notice_moved_body);
}

}  // namespace wasl::reports
