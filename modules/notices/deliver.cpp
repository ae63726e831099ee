// SPDX-License-Identifier: Apache-2.0
// From rows to letters. A letter is leased, sent outside of every transaction, then written off.
// Between the server's "250" and our commit the machine may die: the letter is then sent again
// with the same Message-ID, by which receivers drop the double. Sending first and committing
// second is the order that never loses one.
#include <array>

#include "modules/notices/inside.hpp"
#include "modules/notices/messages.hpp"
#include "platform/i18n/i18n.hpp"
#include "platform/log/log.hpp"

namespace wasl::notices {
namespace {

using std::chrono::minutes;

constexpr std::array<minutes, 7> letter_waits{minutes(1),   minutes(5),   minutes(15), minutes(60),
                                              minutes(180), minutes(360), minutes(720)};
constexpr std::chrono::hours given_up_after{72};
constexpr minutes letter_lease{5};
// One run ends well before the lease of the letter it holds could.
constexpr std::chrono::seconds letters_run_max{60};

struct Ready {
    std::string to, subject, text;
    std::string stop;  // the POST of a mail program
    Language language = Language::ar;
};

Language language_of(store::Letter const& letter, people::Person const& person) {
    return i18n::language_named(letter.language).value_or(person.language);
}

// Nothing where there is nobody left to send it to.
std::optional<Ready> ready(Outbox::Inside const& inside, store::Letter const& letter) {
    people::Person person;
    if (letter.person) {
        auto const found = inside.database.read(
            [&](db::Reader& reader) { return inside.people.person(reader, *letter.person); });
        if (!found || found->closed || !found->by_email) return std::nullopt;
        person = *found;
    }
    Ready out;
    out.language = language_of(letter, person);
    out.to = letter.address;
    if (out.to.empty()) out.to = letter.channel == "sms" ? person.phone : person.email;
    if (out.to.empty()) return std::nullopt;
    out.subject = inside.sentence(out.language, letter.subject);
    out.text = inside.sentence(out.language, letter.body) + "\n";
    auto const& site = inside.ways.site;
    if (site.empty()) return out;
    auto const here = site + "/" + std::string(wasl::name_of(out.language));
    if (!letter.link.empty()) out.text += "\n" + here + letter.link + "\n";
    if (letter.stop.empty()) return out;
    out.text += "\n" + i18n::sentence(out.language, say(msg::letter_stop)) + "\n";
    out.text += here + letter.stop + "\n";
    out.stop = site + "/api/v1" + letter.stop;
    return out;
}

mail::Sent send(Outbox::Inside const& inside, store::Letter const& letter, Ready const& ready,
                Instant now) {
    if (letter.channel == "sms")
        return send_sms(inside.ways, ready.to, ready.text, letter.message_id);
    auto const footer = i18n::sentence(ready.language, say(msg::letter_footer));
    return send_mail(
        inside.mail, inside.ways,
        {ready.to, ready.subject, ready.text + "\n-- \n" + footer + "\n",
         std::string(wasl::name_of(ready.language)), letter.message_id, now, ready.stop});
}

void write_off(Outbox::Inside const& inside, store::Letter const& letter, mail::Sent const& sent,
               Instant now) {
    auto const done = inside.database.write([&](db::Writer& writer) -> Outcome {
        if (sent.fate == mail::Fate::delivered) {
            store::finish(writer, letter, "sent", {}, now);
        } else if (sent.fate == mail::Fate::refused_for_good ||
                   now - letter.posted_at > given_up_after) {
            store::finish(writer, letter, "failed", sent.why, now);
        } else {
            auto const step = static_cast<std::size_t>(letter.tries - 1);
            store::wait(writer, letter, sent.why,
                        now + letter_waits[std::min(step, letter_waits.size() - 1)]);
        }
        return Done{};
    });
    check(!done.refused(), "a letter's fate is never refused");
    if (sent.fate != mail::Fate::delivered)
        log::event(log::Level::warning, "notices.letter_waits",
                   {{"letter", letter.id.value()}, {"tries", letter.tries}});
}

void let_go(Outbox::Inside const& inside, store::Letter const& letter, std::string_view state,
            Instant now) {
    auto const done = inside.database.write([&](db::Writer& writer) -> Outcome {
        store::finish(writer, letter, state, {}, now);
        return Done{};
    });
    check(!done.refused(), "a letter's end is never refused");
}

// True where a letter was taken at all.
bool deliver_one(Outbox::Inside const& inside, Instant now, int& delivered) {
    using Maybe = std::optional<store::Letter>;
    auto const leased = inside.database.write([&](db::Writer& writer) -> Result<Maybe> {
        return store::lease(writer, now, now + letter_lease);
    });
    auto const& letter = leased.value();
    if (!letter) return false;
    if (letter->until && *letter->until <= now) {
        let_go(inside, *letter, "expired", now);
    } else if (auto const out = ready(inside, *letter); !out) {
        let_go(inside, *letter, "dropped", now);
    } else {
        auto const sent = send(inside, *letter, *out, now);
        write_off(inside, *letter, sent, now);
        if (sent.fate == mail::Fate::delivered) ++delivered;
    }
    return true;
}

}  // namespace

int Outbox::deliver_due(Instant now) const {
    auto const begun = std::chrono::steady_clock::now();
    int delivered = 0;
    while (std::chrono::steady_clock::now() - begun < letters_run_max &&
           deliver_one(*inside_, now, delivered)) {
    }
    return delivered;
}

jobs::Job Outbox::job() const {
    return {"notices.deliver", std::chrono::seconds(2),
            [this](db::Database&, Instant now) { deliver_due(now); }};
}

}  // namespace wasl::notices
