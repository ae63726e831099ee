// SPDX-License-Identifier: Apache-2.0
#include "kernel/csv_table.hpp"

#include <algorithm>

namespace wasl {

// The sign that separates the header's columns.
static char separator_of(std::string_view text) {
    while (text.starts_with("#"))
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    auto const header = text.substr(0, text.find('\n'));
    for (char const sign : {'\t', ';'})
        if (header.find(sign) != std::string_view::npos) return sign;
    return ',';
}

namespace {

class Scanner {
public:
    Scanner(std::string_view text, char separator) : text_(text), separator_(separator) {}

    // The next row that is neither empty nor a remark; no cells at the end.
    CsvRow next() {
        while (at_ < text_.size()) {
            if (text_[at_] == '#') {
                skip_line();
                continue;
            }
            CsvRow row{line_, {}};
            while (cell(row)) {
            }
            if (row.cells.size() > 1 || !row.cells.front().empty()) return row;
        }
        return {};
    }

private:
    void skip_line() {
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
        if (at_ < text_.size()) ++at_;
        ++line_;
    }

    // Reads one cell; false where it was the last of its row.
    bool cell(CsvRow& row) {
        std::string out;
        bool quoted = at_ < text_.size() && text_[at_] == '"';
        if (quoted) ++at_;
        for (; at_ < text_.size(); ++at_) {
            char const sign = text_[at_];
            if (quoted && sign == '"') {
                bool const doubled = at_ + 1 < text_.size() && text_[at_ + 1] == '"';
                if (doubled)
                    out += text_[++at_];
                else
                    quoted = false;
                continue;
            }
            if (!quoted && (sign == separator_ || sign == '\n')) break;
            if (sign == '\n') ++line_;
            if (quoted || sign != '\r') out += sign;
        }
        row.cells.push_back(std::move(out));
        if (at_ == text_.size()) return false;
        bool const more = text_[at_] == separator_;
        ++at_;
        if (!more) ++line_;
        return more;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    int line_ = 1;
};

}  // namespace

Csv::Csv(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    Scanner scanner(text, separator_of(text));
    auto const header = scanner.next();
    for (std::size_t i = 0; i < header.cells.size(); ++i) columns_.emplace(header.cells[i], i);
    for (auto row = scanner.next(); !row.cells.empty(); row = scanner.next())
        rows_.push_back(std::move(row));
}

bool Csv::has(std::string_view column) const { return columns_.contains(column); }

std::string_view Csv::cell(CsvRow const& row,
                           std::initializer_list<std::string_view> columns) const {
    for (auto const column : columns)
        if (auto const found = columns_.find(column);
            found != columns_.end() && found->second < row.cells.size())
            return row.cells[found->second];
    return {};
}

}  // namespace wasl
