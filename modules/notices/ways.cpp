// SPDX-License-Identifier: Apache-2.0
#include <curl/curl.h>

#include <fstream>

#include "modules/notices/inside.hpp"

namespace wasl::notices {
namespace {

constexpr long seconds_max = 20;

// Written under another name first: whoever reads the folder never sees half a letter, and the
// same letter written twice is one file.
mail::Sent to_folder(std::filesystem::path const& folder, std::string const& name,
                     std::string const& text) {
    std::error_code fault;
    std::filesystem::create_directories(folder, fault);
    auto const unfinished = folder / ("." + name);
    std::ofstream out(unfinished, std::ios::binary);
    out << text;
    out.close();
    if (!out) return {mail::Fate::try_again, "the letters' folder cannot be written"};
    std::filesystem::rename(unfinished, folder / name, fault);
    if (fault) return {mail::Fate::try_again, fault.message()};
    return {mail::Fate::delivered, {}};
}

std::size_t ignore_answer(char*, std::size_t size, std::size_t count, void*) {
    return size * count;
}

struct Closed {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};

std::string form_of(CURL* curl, std::string_view to, std::string_view text,
                    std::string_view message_id) {
    auto const encoded = [&](std::string_view part) {
        auto* const raw = curl_easy_escape(curl, part.data(), static_cast<int>(part.size()));
        std::string out = raw ? raw : "";
        curl_free(raw);
        return out;
    };
    return "to=" + encoded(to) + "&text=" + encoded(text) + "&id=" + encoded(message_id);
}

}  // namespace

mail::Sent send_mail(mail::Settings const& settings, Ways const& ways, mail::Letter const& letter) {
    if (!settings.url.empty()) return mail::send(settings, letter);
    if (ways.letters.empty()) return {mail::Fate::try_again, "no SMTP server is named"};
    return to_folder(ways.letters, letter.message_id + ".eml", mail::compose(settings, letter));
}

mail::Sent send_sms(Ways const& ways, std::string_view to, std::string_view text,
                    std::string_view message_id) {
    if (ways.sms_url.empty()) {
        if (ways.letters.empty()) return {mail::Fate::try_again, "no gateway for short messages"};
        return to_folder(ways.letters, std::string(message_id) + ".sms.txt",
                         std::string(to) + "\n\n" + std::string(text));
    }
    std::unique_ptr<CURL, Closed> const curl(curl_easy_init());
    if (!curl) return {mail::Fate::try_again, "libcurl does not start"};
    auto const form = form_of(curl.get(), to, text, message_id);
    curl_easy_setopt(curl.get(), CURLOPT_URL, ways.sms_url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, seconds_max);
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, form.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(form.size()));
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, ignore_answer);
    auto const code = curl_easy_perform(curl.get());
    if (code != CURLE_OK) return {mail::Fate::try_again, curl_easy_strerror(code)};
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status >= 200 && status < 300) return {mail::Fate::delivered, {}};
    auto const why = "the gateway answered " + std::to_string(status);
    bool const final = status >= 400 && status < 500 && status != 429 && status != 408;
    return {final ? mail::Fate::refused_for_good : mail::Fate::try_again, why};
}

}  // namespace wasl::notices
