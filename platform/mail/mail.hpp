// SPDX-License-Identifier: Apache-2.0
// Sends one letter by SMTP (libcurl). Who decides when and how often is the outbox (notices).
#pragma once

#include <string>

namespace wasl::mail {

struct Settings {
    std::string url;  // "smtp://127.0.0.1:2525", "smtps://mail.example.ma"; empty: no mail is sent
    std::string user;
    std::string password;
    std::string from = "wasl@localhost";
    std::string from_name;
};
struct Letter {
    std::string to;
    std::string subject;
    std::string text;        // UTF-8, plain
    std::string language;    // "ar"
    std::string message_id;  // the same for each try, so that a receiver can drop a double
};
enum class Fate { delivered, try_again, refused_for_good };
struct Sent {
    Fate fate;
    std::string why;  // the server's words, for operators
};
// Blocks for at most 20 seconds.
Sent send(Settings const&, Letter const&);

}  // namespace wasl::mail
