// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "modules/notices/notices.hpp"
#include "modules/notices/store.hpp"
#include "platform/i18n/kept.hpp"

namespace wasl::notices {

struct Outbox::Inside {
    db::Database& database;
    people::Desk const& people;
    mail::Settings mail;
    Ways ways;
    std::map<std::string, Find, std::less<>> speakers;

    // The message of a full key ("dossiers.notice.received"), or null.
    Message const* message(std::string_view full_key) const;
    // Kept words in a language; a plain excuse where their message is gone from the code.
    std::string sentence(Language, std::string_view kept) const;
};

// Short messages: a gateway that takes a POST, or files where none is named.
mail::Sent send_sms(Ways const&, std::string_view to, std::string_view text,
                    std::string_view message_id);
mail::Sent send_mail(mail::Settings const&, Ways const&, mail::Letter const&);

}  // namespace wasl::notices
