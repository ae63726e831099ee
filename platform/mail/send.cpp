// SPDX-License-Identifier: Apache-2.0
#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "platform/mail/mail.hpp"

namespace wasl::mail {
namespace {

constexpr long seconds_max = 20;
constexpr long connect_seconds_max = 10;
constexpr std::size_t words_max = 200;

// What curl reads from and tells to while it works.
struct Talk {
    std::string text;
    std::size_t at = 0;
    std::string complaint;

    bool all_sent() const { return at == text.size(); }
};

std::size_t read_text(char* into, std::size_t size, std::size_t count, void* with) {
    auto& talk = *static_cast<Talk*>(with);
    auto const part = std::min(size * count, talk.text.size() - talk.at);
    talk.text.copy(into, part, talk.at);
    talk.at += part;
    return part;
}

int note_reply(CURL*, curl_infotype kind, char* data, std::size_t size, void* with) {
    bool const complains = size > 0 && (data[0] == '4' || data[0] == '5');
    if (kind != CURLINFO_HEADER_IN || !complains) return 0;
    auto& words = static_cast<Talk*>(with)->complaint;
    words.assign(data, std::min(size, words_max));
    std::erase_if(words, [](char c) { return static_cast<unsigned char>(c) < ' '; });
    return 0;
}

struct Closed {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// The server's 5xx about this letter is final; about our login, or before it heard of the letter,
// it is a matter of configuration and may heal.
Fate fate_of(CURLcode code, long reply, Talk const& talk) {
    if (code == CURLE_OK) return Fate::delivered;
    bool const about_letter =
        code == CURLE_SEND_ERROR || (code == CURLE_WEIRD_SERVER_REPLY && talk.all_sent());
    if (reply >= 500 && reply < 600 && about_letter) return Fate::refused_for_good;
    return Fate::try_again;
}

void set_up(CURL* curl, Settings const& settings, Talk& talk) {
    curl_easy_setopt(curl, CURLOPT_URL, settings.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, seconds_max);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_seconds_max);
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     static_cast<long>(settings.tls_required ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    if (!settings.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, settings.ca_file.c_str());
    if (!settings.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, settings.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, settings.password.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_text);
    curl_easy_setopt(curl, CURLOPT_READDATA, &talk);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, note_reply);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &talk);
}

}  // namespace

Sent send(Settings const& settings, Letter const& letter) {
    if (settings.url.empty()) return {Fate::try_again, "no SMTP server is named"};
    if (!is_address(letter.to)) return {Fate::refused_for_good, "not an address"};
    std::unique_ptr<CURL, Closed> const curl(curl_easy_init());
    if (!curl) return {Fate::try_again, "libcurl does not start"};
    Talk talk{compose(settings, letter), 0, {}};
    auto const from = "<" + settings.from + ">";
    auto const to = "<" + letter.to + ">";
    std::unique_ptr<curl_slist, Closed> const receivers(curl_slist_append(nullptr, to.c_str()));
    set_up(curl.get(), settings, talk);
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, receivers.get());
    auto const code = curl_easy_perform(curl.get());
    long reply = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &reply);
    auto const fate = fate_of(code, reply, talk);
    if (fate == Fate::delivered) return {fate, {}};
    std::string why = curl_easy_strerror(code);
    if (!talk.complaint.empty()) why += ": " + talk.complaint;
    return {fate, why.substr(0, words_max)};
}

}  // namespace wasl::mail
