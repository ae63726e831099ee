// SPDX-License-Identifier: Apache-2.0
// Rows under a line of names, from CSV or a workbook.
#include <algorithm>
#include <map>

#include "modules/procedures/export/table.hpp"
#include "modules/procedures/import/import.hpp"
#include "modules/procedures/messages.hpp"

namespace wasl::procedures::import {
namespace {

using CellsByName = std::map<std::string, std::string, std::less<>>;

std::string lower(std::string text) {
    for (char& sign : text)
        if (sign >= 'A' && sign <= 'Z') sign = static_cast<char>(sign + 32);
    return text;
}

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        auto const end = std::min(text.find(' '), text.size());
        if (end > 0) out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::optional<int> whole_number_in(std::string_view text) {
    int out = 0;
    if (text.empty() || text.size() > 5) return std::nullopt;
    for (char const sign : text) {
        if (sign < '0' || sign > '9') return std::nullopt;
        out = out * 10 + (sign - '0');
    }
    return out;
}

void put_flags(Incoming& into, CellsByName& cell) {
    if (auto const& text = cell["term_days"]; !text.empty()) {
        auto const days = whole_number_in(text);
        if (!days) into.faults.push_back(say(msg::import_fault_number, {wasl::text("text", text)}));
        if (days) into.puts.emplace_back([=](Sheet& sheet) { sheet.term_days = *days; });
    }
    auto const flag = [&](std::string const& name, bool Sheet::* field) {
        auto const& text = cell[name];
        if (text.empty()) return;
        if (text != "0" && text != "1")
            into.faults.push_back(say(msg::import_fault_flag, {wasl::text("name", name)}));
        into.puts.emplace_back([field, on = text == "1"](Sheet& sheet) { sheet.*field = on; });
    };
    flag("immediate", &Sheet::immediate);
    flag("online", &Sheet::online);
    if (auto const& text = cell["silence"]; !text.empty()) {
        auto const silence = named<Silence>(text);
        if (!silence)
            into.faults.push_back(say(msg::import_fault_silence, {wasl::text("text", text)}));
        if (silence) into.puts.emplace_back([=](Sheet& sheet) { sheet.silence = *silence; });
    }
    for (auto const& [name, field] :
         {std::pair("themes", &Sheet::themes), std::pair("audience", &Sheet::audience)})
        if (auto codes = words_in(cell[name]); !codes.empty())
            into.puts.emplace_back([to = field, codes](Sheet& sheet) { sheet.*to = codes; });
}

Incoming incoming(int row, CellsByName cell) {
    Incoming out;
    out.row = row;
    out.code = cell["code"];
    out.administration = cell["administration"];
    for (auto const& [name, field] :
         {std::pair("title", &Sheet::title), std::pair("summary", &Sheet::summary),
          std::pair("output", &Sheet::output), std::pair("handling", &Sheet::handling)}) {
        put_text(out, &Names::ar, field, cell[std::string(name) + "_ar"]);
        put_text(out, &Names::fr, field, cell[std::string(name) + "_fr"]);
        put_text(out, &Names::en, field, cell[std::string(name) + "_en"]);
    }
    if (out.code.empty()) out.code = code_from(cell["title_ar"] + "|" + out.administration);
    out.merged_into = cell["merged_into"];
    out.reason = cell["reason"];
    put_flags(out, cell);
    put_delay(out, cell["delay"]);
    put_price(out, cell["price"]);
    return out;
}

char separator_of(std::string_view header) {
    for (char const sign : {'\t', ';'})
        if (header.find(sign) != std::string_view::npos) return sign;
    return ',';
}

// RFC 4180; a quoted cell may hold line ends. False at the end of the text.
bool next_row(std::string_view text, std::size_t& at, char separator, int& line,
              std::vector<std::string>& cells) {
    cells.assign(1, {});
    if (at >= text.size()) return false;
    bool quoted = false;
    for (; at < text.size(); ++at) {
        char const sign = text[at];
        if (sign == '\n') ++line;
        if (quoted) {
            if (sign != '"') {
                cells.back() += sign;
            } else if (at + 1 < text.size() && text[at + 1] == '"') {
                cells.back() += '"';
                ++at;
            } else {
                quoted = false;
            }
        } else if (sign == '"' && cells.back().empty()) {
            quoted = true;
        } else if (sign == separator) {
            cells.emplace_back();
        } else if (sign == '\n') {
            ++at;
            return true;
        } else if (sign != '\r') {
            cells.back() += sign;
        }
    }
    return true;
}

}  // namespace

// A column that is spelt another way would be lost without a word.
static std::vector<Said> unread(std::vector<std::string> const& names) {
    constexpr std::string_view more[] = {"title_en",    "summary_en",  "output_ar",   "output_fr",
                                         "output_en",   "handling_ar", "handling_fr", "handling_en",
                                         "merged_into", "reason",      "delay",       "price"};
    std::vector<Said> out;
    for (auto const& name : names)
        if (!name.empty() && std::find(columns.begin(), columns.end(), name) == columns.end() &&
            std::find(std::begin(more), std::end(more), name) == std::end(more))
            out.push_back(say(msg::import_column_unread, {text("name", name)}));
    return out;
}

std::optional<Said> from_rows(Rows const& rows, Take const& take) {
    if (rows.empty()) return say(msg::import_refused_no_names);
    if (rows.size() > import_rows_max + 1) return say(msg::import_refused_many);
    std::vector<std::string> names;
    for (auto const& name : rows.front().second) names.push_back(lower(name));
    if (std::find(names.begin(), names.end(), "title_ar") == names.end())
        return say(msg::import_refused_no_title);
    auto remarks = unread(names);
    for (std::size_t at = 1; at < rows.size(); ++at) {
        CellsByName cells;
        bool filled = false;
        for (std::size_t column = 0; column < rows[at].second.size(); ++column) {
            filled = filled || !rows[at].second[column].empty();
            if (column < names.size()) cells[names[column]] = rows[at].second[column];
        }
        if (!filled) continue;
        auto one = incoming(rows[at].first, std::move(cells));
        // Once for the file, on its first row.
        for (auto& remark : remarks) one.proposals.push_back(std::move(remark));
        remarks.clear();
        take(std::move(one));
    }
    return std::nullopt;
}

std::optional<Said> from_csv(std::string_view text, Take const& take) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    auto const separator = separator_of(text.substr(0, text.find('\n')));
    Rows rows;
    std::vector<std::string> cells;
    std::size_t at = 0;
    int line = 1;
    for (int begins = 1; next_row(text, at, separator, line, cells); begins = line) {
        rows.emplace_back(begins, cells);
        if (rows.size() > import_rows_max + 1) break;
    }
    return from_rows(rows, take);
}

}  // namespace wasl::procedures::import
