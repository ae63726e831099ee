// SPDX-License-Identifier: Apache-2.0
#include "modules/directory/words.hpp"

#include "kernel/text/parts.hpp"
#include "modules/directory/messages.hpp"

namespace wasl::directory {

static bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_slug(std::string_view slug) {
    if (slug.size() < 2 || slug.size() > 80 || !is_word(slug.front()) || !is_word(slug.back()))
        return false;
    for (std::size_t i = 0; i < slug.size(); ++i)
        if (!is_word(slug[i]) && (slug[i] != '-' || slug[i - 1] == '-')) return false;
    return true;
}

// The letters of French; what stands outside becomes a hyphen.
static constexpr std::pair<std::string_view, char> plain[] = {
    {"à", 'a'}, {"â", 'a'}, {"ä", 'a'}, {"ç", 'c'}, {"é", 'e'}, {"è", 'e'}, {"ê", 'e'},
    {"ë", 'e'}, {"î", 'i'}, {"ï", 'i'}, {"ô", 'o'}, {"ö", 'o'}, {"ù", 'u'}, {"û", 'u'},
    {"ü", 'u'}, {"À", 'a'}, {"Â", 'a'}, {"Ç", 'c'}, {"É", 'e'}, {"È", 'e'}, {"Ê", 'e'},
    {"Î", 'i'}, {"Ï", 'i'}, {"Ô", 'o'}, {"Û", 'u'},
};

std::string slug_of(Names const& names, std::int64_t id) {
    std::string slug;
    std::string_view rest = names.fr;
    while (!rest.empty() && slug.size() < 70) {
        char letter = '-';
        std::size_t taken = 1;
        if (char const c = rest.front(); c >= 'A' && c <= 'Z')
            letter = static_cast<char>(c - 'A' + 'a');
        else if (is_word(c))
            letter = c;
        for (auto const& [accented, base] : plain)
            if (rest.starts_with(accented)) {
                letter = base;
                taken = accented.size();
            }
        if (letter != '-' || (!slug.empty() && slug.back() != '-')) slug += letter;
        rest.remove_prefix(taken);
    }
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
    return is_slug(slug) ? slug : "a" + std::to_string(id);
}

static bool is_phone(std::string_view text) {
    int digits = 0;
    for (char const c : text) {
        if (c >= '0' && c <= '9')
            ++digits;
        else if (std::string_view("+ ()-./").find(c) == std::string_view::npos)
            return false;
    }
    return digits >= 3 && digits <= 40 && text.size() <= 80;
}

static bool is_email(std::string_view text) {
    auto const at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('@', at + 1) == text.npos &&
           text.find('.', at) != text.npos && text.back() != '.' && text.size() <= 254 &&
           text.find_first_of(" \t\r\n,;<>\"") == text.npos;
}

Result<Contact> checked(Contact contact) {
    for (auto* field : {&contact.address, &contact.phone, &contact.fax, &contact.email,
                        &contact.website, &contact.hours.ar, &contact.hours.fr}) {
        *field = std::string(lexis::trimmed(*field));
        if (field->size() > 1000) return Refusal{Refused::invalid, say(msg::refusal_too_long)};
    }
    if (!contact.phone.empty() && !is_phone(contact.phone))
        return Refusal{Refused::invalid, say(msg::refusal_phone), {}, "phone"};
    if (!contact.fax.empty() && !is_phone(contact.fax))
        return Refusal{Refused::invalid, say(msg::refusal_phone), {}, "fax"};
    if (!contact.email.empty() && !is_email(contact.email))
        return Refusal{Refused::invalid, say(msg::refusal_email), {}, "email"};
    if (!contact.website.empty() && !contact.website.starts_with("https://") &&
        !contact.website.starts_with("http://"))
        return Refusal{Refused::invalid, say(msg::refusal_website), {}, "website"};
    return contact;
}

}  // namespace wasl::directory
