// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/import/pieces.hpp"

#include <algorithm>
#include <array>

#include "modules/procedures/messages.hpp"

namespace wasl::procedures::import {
namespace {

constexpr std::size_t things_max = 5'000'000;
constexpr auto nowhere = std::string_view::npos;

// Walks over a text by its brackets and quotes alone.
class Walk {
public:
    explicit Walk(std::string_view text) : text_(text) {}

    bool too_deep() const { return too_deep_; }
    char here() {
        at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
        return at_ < text_.size() ? text_[at_] : '\0';
    }
    bool take(char sign) {
        if (here() != sign) return false;
        ++at_;
        return true;
    }
    // With its quotes, escapes as they stand.
    std::optional<std::string_view> string() {
        if (here() != '"') return std::nullopt;
        auto const from = at_;
        for (++at_;; ++at_) {
            at_ = text_.find_first_of("\"\\", at_);
            if (at_ == nowhere || at_ + 1 >= text_.size()) break;
            if (text_[at_] == '"') {
                ++at_;
                return text_.substr(from, at_ - from);
            }
            ++at_;  // what was escaped
        }
        if (at_ != nowhere && at_ < text_.size() && text_[at_] == '"') {
            at_ = text_.size();
            return text_.substr(from);
        }
        at_ = text_.size();
        return std::nullopt;
    }
    std::optional<std::string_view> value() {
        auto const first = here();
        auto const from = at_;
        if (first == '"') return string();
        if (first != '{' && first != '[') {
            at_ = std::min(text_.find_first_of(",]}", at_), text_.size());
            if (at_ == from) return std::nullopt;
            return text_.substr(from, at_ - from);
        }
        return past_brackets() ? std::optional(text_.substr(from, at_ - from)) : std::nullopt;
    }

private:
    bool past_brackets() {
        std::size_t depth = 0;
        for (;;) {
            at_ = text_.find_first_of("\"{}[]", at_);
            if (at_ == nowhere) break;
            char const sign = text_[at_];
            if (sign == '"') {
                if (!string()) return false;
                continue;
            }
            ++at_;
            if (sign == '{' || sign == '[') {
                if (++depth <= depth_max) continue;
                too_deep_ = true;
                return false;
            }
            if (--depth == 0) return true;
        }
        at_ = text_.size();
        return false;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool too_deep_ = false;
};

std::string_view unquoted(std::string_view text) { return text.substr(1, text.size() - 2); }

// Calls for each name and value of an object until told that it is enough. False: malformed.
template<typename Each>
bool each_member(Walk& walk, Each each) {
    if (!walk.take('{')) return false;
    if (walk.take('}')) return true;
    for (;;) {
        auto const name = walk.string();
        if (!name || !walk.take(':')) return false;
        auto const value = walk.value();
        if (!value) return false;
        if (each(unquoted(*name), *value)) return true;
        if (walk.take('}')) return true;
        if (!walk.take(',')) return false;
    }
}

Said malformed(Walk const& walk) {
    return walk.too_deep() ? say(msg::import_refused_deep) : say(msg::import_refused_json);
}

}  // namespace

Pieces pieces_of(std::string_view text) {
    Pieces out;
    Walk whole(text);
    std::string_view list;
    if (whole.here() == '{') {
        static constexpr std::array<std::string_view, 4> names{"@graph", "content", "procedures",
                                                               "items"};
        bool const read = each_member(whole, [&](std::string_view name, std::string_view value) {
            bool const known = std::find(names.begin(), names.end(), name) != names.end();
            if (known && value.front() == '[' && !out.graph) {
                list = value;
                out.graph = name == names[0];
            }
            return false;
        });
        if (!read) return {malformed(whole)};
    } else if (auto const value = whole.value()) {
        list = *value;
    } else {
        return {malformed(whole)};
    }
    if (list.empty() || list.front() != '[') return {say(msg::import_refused_no_list)};
    Walk walk(list);
    walk.take('[');
    if (walk.take(']')) return out;
    do {
        auto const piece = walk.value();
        if (!piece) return {malformed(walk)};
        out.each.push_back(*piece);
        if (out.each.size() > things_max) return {say(msg::import_refused_many)};
    } while (walk.take(','));
    if (!walk.take(']')) return {malformed(walk)};
    return out;
}

std::string_view value_in(std::string_view object, std::string_view name) {
    std::string_view found;
    Walk walk(object);
    each_member(walk, [&](std::string_view each, std::string_view value) {
        if (each == name) found = value;
        return !found.empty();
    });
    return found;
}

}  // namespace wasl::procedures::import
