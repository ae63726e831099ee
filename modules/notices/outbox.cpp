// SPDX-License-Identifier: Apache-2.0
#include "modules/notices/inside.hpp"
#include "modules/notices/messages.hpp"
#include "modules/notices/schema.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::notices {
namespace {

std::string_view domain_of(std::string_view from) {
    auto const at = from.rfind('@');
    return at == std::string_view::npos ? "localhost" : from.substr(at + 1);
}

void check_spoken(Outbox::Inside const& inside, Said const& words) {
    check(words.message && inside.message(words.message->key) == words.message,
          "a notice is made of messages of a module that the outbox knows");
}

store::Letter new_letter(Outbox::Inside const& inside, std::string_view channel,
                         Said const& subject, Said const& body) {
    store::Letter letter;
    letter.id = db::fresh<LetterId>();
    letter.channel = channel;
    letter.subject = i18n::kept(subject);
    letter.body = i18n::kept(body);
    letter.message_id = "wasl." + std::to_string(letter.id.value()) + "@";
    letter.message_id += domain_of(inside.mail.from);
    return letter;
}

}  // namespace

Message const* Outbox::Inside::message(std::string_view full_key) const {
    auto const dot = full_key.find('.');
    if (dot == std::string_view::npos) return nullptr;
    auto const speaker = speakers.find(full_key.substr(0, dot));
    return speaker == speakers.end() ? nullptr : speaker->second(full_key.substr(dot + 1));
}

std::string Outbox::Inside::sentence(Language language, std::string_view kept) const {
    auto const words = i18n::remember(kept, [this](std::string_view key) { return message(key); });
    return i18n::sentence(language, words ? words->said : say(msg::unreadable));
}

Outbox::Outbox(db::Database& database, people::Desk const& people, mail::Settings mail, Ways ways)
    : inside_(std::make_unique<Inside>(
          Inside{database, people, std::move(mail), std::move(ways), {}})) {
    knows("people", people::message_named);
    knows("notices", msg::find);
}
Outbox::~Outbox() = default;

void Outbox::knows(std::string_view module, Find find) {
    inside_->speakers.insert_or_assign(std::string(module), find);
}

void Outbox::post(db::Writer& writer, Notice const& notice, Instant now) const {
    check_spoken(*inside_, notice.subject);
    check_spoken(*inside_, notice.body);
    store::Item const item{db::fresh<NoticeId>(),
                           i18n::kept(notice.subject),
                           i18n::kept(notice.body),
                           notice.link,
                           notice.about,
                           now,
                           false};
    store::insert_item(writer, notice.to, item, now);
    inside_->people.add_unread(writer, notice.to, 1);
    auto const person = inside_->people.person(writer, notice.to);
    if (!person || person->closed || !person->by_email) return;
    if (person->email.empty() && (person->phone.empty() || !notice.stop.empty())) return;
    auto letter =
        new_letter(*inside_, person->email.empty() ? "sms" : "email", notice.subject, notice.body);
    letter.notice = item.id;
    letter.person = notice.to;
    letter.link = notice.link;
    letter.stop = notice.stop;
    store::insert_letter(writer, letter, now);
}

void Outbox::post_letter(db::Writer& writer, people::Letter const& wanted, Instant now) const {
    check_spoken(*inside_, wanted.subject);
    check_spoken(*inside_, wanted.body);
    bool const by_mail = wanted.address.find('@') != std::string::npos;
    auto letter = new_letter(*inside_, by_mail ? "email" : "sms", wanted.subject, wanted.body);
    letter.address = wanted.address;
    letter.language = wasl::name_of(wanted.language);
    letter.until = wanted.until;
    letter.link = wanted.link;
    letter.stop = wanted.stop;
    store::insert_letter(writer, letter, now);
}

std::span<db::SchemaStep const> schema_steps() { return schema; }

}  // namespace wasl::notices
