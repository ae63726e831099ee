// SPDX-License-Identifier: Apache-2.0
// From the words of a cell to what a sheet can hold.
#include <algorithm>

#include "modules/procedures/editor.hpp"
#include "modules/procedures/import/import.hpp"
#include "modules/procedures/messages.hpp"

namespace wasl::procedures::import {
namespace {

constexpr std::size_t incoming_text_max = 10'000;  // bytes

struct Unit {
    std::string_view word;
    int days;
};
constexpr Unit units[] = {{"أسبوع", 7}, {"أسابيع", 7}, {"semaine", 7}, {"شهر", 30},
                          {"أشهر", 30}, {"شهور", 30},  {"mois", 30}};
constexpr std::string_view at_once[] = {"على الفور", "فوري",     "في الحين",
                                        "immédiat",  "Immédiat", "sur place"};

bool has_word(std::string_view words, std::string_view word) {
    return words.find(word) != std::string_view::npos;
}

}  // namespace

std::optional<int> days_in(std::string_view words) {
    for (auto const word : at_once)
        if (has_word(words, word)) return 0;
    int number = 0;
    auto const first = words.find_first_of("0123456789");
    if (first == std::string_view::npos) return std::nullopt;
    for (auto at = first; at < words.size() && words[at] >= '0' && words[at] <= '9'; ++at) {
        number = number * 10 + (words[at] - '0');
        if (number > 9999) return std::nullopt;
    }
    // "48 ساعة" is two days.
    if (has_word(words, "ساعة") || has_word(words, "heure")) return (number + 23) / 24;
    for (auto const& unit : units)
        if (has_word(words.substr(first), unit.word)) return number * unit.days;
    return number;
}

std::string code_from(std::string_view words) {
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
    for (char const sign : words) {
        hash ^= static_cast<unsigned char>(sign);
        hash *= 1099511628211ULL;
    }
    std::string out = "import-";
    for (int at = 0; at < 12; ++at, hash >>= 4U) out += "0123456789abcdef"[hash & 15U];
    return out;
}

void put_text(Incoming& into, std::string Names::* language, Names Sheet::* field,
              std::string text) {
    if (text.empty()) return;
    if (text.size() > incoming_text_max)
        into.faults.push_back(say(msg::import_fault_long, {number("count", incoming_text_max)}));
    // Our own tables put an apostrophe before what a spreadsheet would calculate.
    if (text.size() > 1 && text[0] == '\'' &&
        std::string_view("=+-@\t\r").find(text[1]) != std::string_view::npos)
        text.erase(0, 1);
    into.puts.emplace_back([=](Sheet& sheet) { sheet.*field.*language = text; });
}

void put_delay(Incoming& into, std::string const& text) {
    if (text.empty()) return;
    auto const days = days_in(text);
    into.proposals.push_back(
        days ? say(msg::import_ask_delay, {wasl::text("text", text), number("count", *days)})
             : say(msg::import_ask_delay_none, {wasl::text("text", text)}));
    into.puts.emplace_back([=](Sheet& sheet) {
        sheet.term_note.ar = text;
        // A person who confirmed a term is not overruled by a second import.
        bool const open = sheet.term_days == 0 || !sheet.confirmed("term");
        if (days && open) {
            sheet.immediate = *days == 0;
            sheet.term_days = *days;
        }
        if (open && sheet.confirmed("term")) sheet.to_be_confirmed.emplace_back("term");
    });
}

void put_price(Incoming& into, std::string const& text) {
    if (text.empty()) return;
    auto digits = text.substr(0, text.find_first_not_of("0123456789.,"));
    auto const amount = dirhams(digits);
    bool const free = text.find("مجان") != std::string::npos ||
                      text.find("ratuit") != std::string::npos ||
                      (amount && *amount == Money::dirhams(0));
    if (!free)
        into.proposals.push_back(
            amount ? say(msg::import_ask_price, {wasl::text("text", text), {"amount", *amount}})
                   : say(msg::import_ask_price_none, {wasl::text("text", text)}));
    into.puts.emplace_back([=](Sheet& sheet) {
        if (free) {
            sheet.fees.clear();
            return;
        }
        auto const known = std::find_if(sheet.fees.begin(), sheet.fees.end(),
                                        [](Fee const& fee) { return fee.code == "imported"; });
        Fee fee;
        fee.code = "imported";
        fee.name.ar = text;
        fee.amount = amount;
        fee.to_be_confirmed = true;
        if (known == sheet.fees.end())
            sheet.fees.push_back(fee);
        else if (known->to_be_confirmed)
            *known = fee;
    });
}

}  // namespace wasl::procedures::import
