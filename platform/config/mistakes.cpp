// SPDX-License-Identifier: Apache-2.0
// Says what is wrong so that an operator knows what to write instead.
#include <charconv>

#include "platform/config/reading.hpp"

namespace wasl::config {

namespace {

// Letters to add, drop or change to come from one word to the other (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t n = 0; n < row.size(); ++n) row[n] = n;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            auto const changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

std::string unknown(std::string_view written, std::string_view Key::* spelling) {
    Key const* nearest = nullptr;
    std::size_t best = written.size() / 2 + 1;
    for (auto const& key : keys())
        if (auto const far = distance(written, key.*spelling); far < best) {
            best = far;
            nearest = &key;
        }
    if (nearest)
        return "is not known; did you mean " + std::string(nearest->*spelling) +
               "? docs/configuration.md lists all";
    return "is not known; docs/configuration.md lists all";
}

std::string_view noun(Key::Kind kind) {
    switch (kind) {
        case Key::Kind::text: return "a text in quotation marks";
        case Key::Kind::number: return "a whole number without quotation marks";
        case Key::Kind::truth: return "true or false";
        case Key::Kind::path: return "a path in quotation marks";
        case Key::Kind::url: return "an address in quotation marks";
        case Key::Kind::list: return "a list of texts, as in [\"a\", \"b\"]";
    }
    return "";
}

bool same_form(Key::Kind wanted, Key::Kind written) {
    using enum Key::Kind;
    if (wanted == path || wanted == url) return written == text;
    return wanted == written;
}

std::optional<std::string> fault_in_number(Key const& key, std::string const& value) {
    std::int64_t parsed = 0;
    auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
    if (error != std::errc{} || end != value.data() + value.size())
        return "is \"" + value + "\", but wants a whole number";
    bool const bounded = key.least != 0 || key.most != 0;
    if (bounded && (parsed < key.least || parsed > key.most))
        return "is " + value + ", but may be " + std::to_string(key.least) + " to " +
               std::to_string(key.most);
    return std::nullopt;
}

std::optional<std::string> fault_in_url(std::string const& value) {
    if (value.empty()) return std::nullopt;
    for (std::string_view const scheme : {"http://", "https://", "smtp://", "smtps://"})
        if (value.starts_with(scheme) && value.size() > scheme.size()) return std::nullopt;
    return "is \"" + value + "\", but wants an address that begins with its protocol, " +
           "as in https:// or smtp://";
}

}  // namespace

std::optional<std::string> fault_in(Key const& key, Setting const& setting) {
    if (setting.written_as && !same_form(key.kind, *setting.written_as))
        return "wants " + std::string(noun(key.kind));
    if (key.kind == Key::Kind::number) return fault_in_number(key, setting.value);
    if (key.kind == Key::Kind::url) return fault_in_url(setting.value);
    if (key.kind == Key::Kind::truth && setting.value != "true" && setting.value != "false")
        return "is \"" + setting.value + "\", but wants true or false";
    if (key.name == "log.level" && setting.value != "debug" && setting.value != "info" &&
        setting.value != "warning" && setting.value != "error")
        return "is \"" + setting.value + "\", but wants debug, info, warning or error";
    return std::nullopt;
}

std::string unknown_key(std::string_view written) { return unknown(written, &Key::name); }
std::string unknown_variable(std::string_view written) {
    return unknown(written, &Key::environment);
}

}  // namespace wasl::config
