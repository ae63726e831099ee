// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/disclosures.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace wasl::reports {

namespace {

enum class Sign : std::uint8_t { digit, latin, arabic, joint, other };

// A sign of the text, with the Arabic digits read as ours.
struct Read {
    Sign sign = Sign::other;
    char plain = 0;  // a digit, an ASCII sign; 0 where neither
    std::size_t at = 0, size = 0;
};

std::size_t length_of(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xE0) return 2;
    return lead < 0xF0 ? 3 : 4;
}

Read plain_sign(char one, std::size_t at) {
    if (one >= '0' && one <= '9') return {Sign::digit, one, at, 1};
    if ((one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z')) return {Sign::latin, one, at, 1};
    bool const joint = one == ' ' || one == '.' || one == '-' || one == '/' || one == '|';
    return {joint ? Sign::joint : Sign::other, one, at, 1};
}

Read two_bytes(unsigned char first, unsigned char second, std::size_t at) {
    unsigned const code = (first & 0x1FU) << 6 | (second & 0x3FU);
    if (code >= 0x660 && code <= 0x669)
        return {Sign::digit, static_cast<char>('0' + (code - 0x660)), at, 2};
    if (code >= 0x6F0 && code <= 0x6F9)
        return {Sign::digit, static_cast<char>('0' + (code - 0x6F0)), at, 2};
    if (code >= 0x621 && code <= 0x64A) return {Sign::arabic, 0, at, 2};
    if (code == 0xA0) return {Sign::joint, ' ', at, 2};
    return {code >= 0xC0 && code < 0x250 ? Sign::latin : Sign::other, 0, at, 2};
}

std::vector<Read> read(std::string_view text) {
    std::vector<Read> signs;
    for (std::size_t at = 0; at < text.size();) {
        auto const lead = static_cast<unsigned char>(text[at]);
        auto const size = std::min(length_of(lead), text.size() - at);
        if (size == 1)
            signs.push_back(plain_sign(text[at], at));
        else if (size == 2)
            signs.push_back(two_bytes(lead, static_cast<unsigned char>(text[at + 1]), at));
        else
            signs.push_back({Sign::other, 0, at, size});
        at += size;
    }
    return signs;
}

class Looking {
public:
    explicit Looking(std::vector<Read> const& signs) : signs_(signs) {}

    // Where what begins at `from` ends, if it is one; the position behind its last sign.
    std::optional<std::size_t> phone(std::size_t from) const {
        if (is(from - 1, Sign::digit)) return std::nullopt;
        auto at = from;
        std::string digits;
        bool const plus = plain(at) == '+';
        if (plus) ++at;
        if (!is(at, Sign::digit)) return std::nullopt;
        std::size_t end = at;
        for (; at < signs_.size() && digits.size() < digits_max; ++at) {
            if (is(at, Sign::digit)) {
                digits += plain(at);
                end = at + 1;
            } else if (!is(at, Sign::joint) || is(at + 1, Sign::joint)) {
                break;
            }
            if (is_phone(digits, plus) && !is(at + 1, Sign::digit)) return end;
        }
        return std::nullopt;
    }

    std::optional<std::size_t> email(std::size_t from) const {
        if (in_address(from - 1)) return std::nullopt;
        auto at = from;
        while (in_address(at)) ++at;
        if (at == from || plain(at) != '@') return std::nullopt;
        auto end = ++at;
        bool dotted = false;
        for (; in_address(at); ++at) {
            if (plain(at) == '.') continue;
            if (at > end && plain(at - 1) == '.') dotted = true;
            end = at + 1;
        }
        return dotted ? std::optional(end) : std::nullopt;
    }

    std::optional<std::size_t> identity_card(std::size_t from) const {
        if (is_word(from - 1)) return std::nullopt;
        auto const letters = run(from, Sign::latin);
        if (letters < 1 || letters > 2 || plain(from) == 0) return std::nullopt;
        auto at = from + letters;
        if (plain(at) == ' ' || plain(at) == '-') ++at;
        auto const digits = run(at, Sign::digit);
        if (digits < 5 || digits > 6 || is_word(at + digits)) return std::nullopt;
        return at + digits;
    }

    // 12345 - أ - 6, or 6 | أ | 12345.
    std::optional<std::size_t> plate(std::size_t from) const {
        if (is_word(from - 1)) return std::nullopt;
        auto const before = run(from, Sign::digit);
        if (before < 1 || before > 6) return std::nullopt;
        auto at = past_joints(from + before);
        if (run(at, Sign::arabic) != 1) return std::nullopt;
        at = past_joints(at + 1);
        auto const after = run(at, Sign::digit);
        bool const forward = before >= 3 && after >= 1 && after <= 2;
        bool const backward = before <= 2 && after >= 3 && after <= 6;
        if ((!forward && !backward) || is_word(at + after)) return std::nullopt;
        return at + after;
    }

private:
    static constexpr std::size_t digits_max = 14;

    // Position -1 of an unsigned is far behind the end: no sign stands there.
    bool is(std::size_t at, Sign sign) const {
        return at < signs_.size() && signs_[at].sign == sign;
    }
    char plain(std::size_t at) const { return at < signs_.size() ? signs_[at].plain : '\0'; }
    bool is_word(std::size_t at) const {
        return is(at, Sign::digit) || is(at, Sign::latin) || is(at, Sign::arabic);
    }
    bool in_address(std::size_t at) const {
        constexpr std::string_view marks = "._%+-";
        auto const one = plain(at);
        return one != 0 && (is(at, Sign::digit) || is(at, Sign::latin) ||
                            marks.find(one) != std::string_view::npos);
    }
    std::size_t run(std::size_t from, Sign sign) const {
        std::size_t count = 0;
        while (is(from + count, sign)) ++count;
        return count;
    }
    std::size_t past_joints(std::size_t at) const {
        constexpr std::size_t joints_max = 3;
        for (std::size_t n = 0; n < joints_max && is(at, Sign::joint); ++n) ++at;
        return at;
    }
    static bool is_phone(std::string_view digits, bool plus) {
        if (digits.starts_with("00212")) return digits.size() == 14 && is_line(digits[5]);
        if (plus) return digits.starts_with("212") && digits.size() == 12 && is_line(digits[3]);
        return digits.size() == 10 && digits[0] == '0' && is_line(digits[1]);
    }
    static bool is_line(char one) { return one >= '5' && one <= '8'; }

    std::vector<Read> const& signs_;
};

std::optional<std::size_t> ends(Looking const& looking, Disclosed what, std::size_t from) {
    switch (what) {
        case Disclosed::phone: return looking.phone(from);
        case Disclosed::email: return looking.email(from);
        case Disclosed::identity_card: return looking.identity_card(from);
        case Disclosed::plate: return looking.plate(from);
    }
    return std::nullopt;
}

constexpr auto kinds = std::to_array<Disclosed>(
    {Disclosed::email, Disclosed::phone, Disclosed::identity_card, Disclosed::plate});

}  // namespace

std::string_view name_of(Disclosed what) {
    switch (what) {
        case Disclosed::phone: return "phone";
        case Disclosed::email: return "email";
        case Disclosed::identity_card: return "identity_card";
        case Disclosed::plate: return "plate";
    }
    return {};
}

std::vector<Disclosure> disclosures_in(std::string_view utf8) {
    auto const signs = read(utf8);
    Looking const looking(signs);
    std::vector<Disclosure> found;
    for (std::size_t at = 0; at < signs.size(); ++at) {
        for (auto const what : kinds) {
            auto const end = ends(looking, what, at);
            if (!end) continue;
            auto const& last = signs[*end - 1];
            found.push_back({what, signs[at].at, last.at + last.size - signs[at].at});
            at = *end - 1;
            break;
        }
    }
    return found;
}

std::string redacted(std::string_view utf8, std::vector<Disclosure> const& found) {
    constexpr std::size_t dots_max = 8;
    std::string out;
    std::size_t copied = 0;
    for (auto const& one : found) {
        out += utf8.substr(copied, one.at - copied);
        for (std::size_t n = 0; n < std::min(one.size, dots_max); ++n) out += "•";
        copied = one.at + one.size;
    }
    out += utf8.substr(copied);
    return out;
}

}  // namespace wasl::reports
