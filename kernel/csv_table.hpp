// SPDX-License-Identifier: Apache-2.0
// Tables as people hand them over: comma, semicolon or tab, quoted or not, with or without a
// byte-order mark. Lines that start with # are remarks.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wasl {

struct CsvRow {
    int line = 0;  // in the file, from 1
    std::vector<std::string> cells;
};

class Csv {
public:
    explicit Csv(std::string_view text);

    bool has(std::string_view column) const;
    // The cell under the first of these columns that the header names; empty where there is none.
    std::string_view cell(CsvRow const&, std::initializer_list<std::string_view> columns) const;
    std::vector<CsvRow> const& rows() const { return rows_; }

private:
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::vector<CsvRow> rows_;
};

}  // namespace wasl
