// SPDX-License-Identifier: Apache-2.0
// Sends one letter by SMTP (libcurl). Who decides when and how often is the outbox (notices).
#pragma once

#include <string>
#include <string_view>

#include "kernel/date.hpp"

namespace wasl::mail {

struct Settings {
    std::string url;  // "smtp://127.0.0.1:2525", "smtps://mail.example.ma"; empty: no mail is sent
    std::string user;
    std::string password;
    std::string from = "wasl@localhost";
    std::string from_name;
    // With smtp:// the line is encrypted where the server offers it; true: or nothing is sent.
    bool tls_required = false;
    std::string ca_file{};  // certificates to trust; empty: the system's
};
struct Letter {
    std::string to;
    std::string subject;
    std::string text;        // UTF-8, plain
    std::string language;    // "ar"
    std::string message_id;  // the same for each try, so that a receiver can drop a double
    Instant date{};
    // What a mail program POSTs to when its reader wants no more of these (RFC 8058); empty: none.
    std::string stop{};
};
enum class Fate { delivered, try_again, refused_for_good };
struct Sent {
    Fate fate;
    std::string why;  // the server's words, for operators
};
// Blocks for at most 20 seconds.
Sent send(Settings const&, Letter const&);

// The letter as it travels (RFC 5322): header, base64 of UTF-8, CRLF. Written to a file it is an
// .eml that mail programs open.
std::string compose(Settings const&, Letter const&);

// A header's text as RFC 2047 words where it is not plain ASCII, folded; no line of it longer than
// 76 signs, no character split between two words.
std::string header_words(std::string_view text);

// One plain address: no space, no control character, no angle bracket, exactly one '@'.
bool is_address(std::string_view);

}  // namespace wasl::mail
