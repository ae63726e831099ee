// SPDX-License-Identifier: Apache-2.0
// Choices whose values are made at run time: a Choice only looks at its value.
#pragma once

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

#include "platform/html/fields.hpp"

namespace wasl::html {

// Lives as long as the field is written.
class Options {
public:
    void add(std::string value, Words label) {
        values_.push_back(std::move(value));
        choices_.push_back({values_.back(), std::move(label)});
    }
    void add_once(std::string const& value, Words label) {
        if (!has(value)) add(value, std::move(label));
    }
    bool has(std::string_view value) const {
        return std::find(values_.begin(), values_.end(), value) != values_.end();
    }
    Choices all() const { return choices_; }
    std::vector<Choice> list() const { return choices_; }

private:
    std::deque<std::string> values_;
    std::vector<Choice> choices_;
};

}  // namespace wasl::html
