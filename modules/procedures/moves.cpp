// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/moves.hpp"

#include <algorithm>
#include <charconv>

namespace wasl::procedures {
namespace {

constexpr std::size_t items_max = 60;

std::optional<std::size_t> index(std::string_view digits) {
    std::size_t value = 0;
    auto const* const end = digits.data() + digits.size();
    auto const [stop, error] = std::from_chars(digits.data(), end, value);
    if (error != std::errc{} || stop != end || value >= items_max) return std::nullopt;
    return value;
}

std::string* value_of(http::Pairs& form, std::string_view name) {
    auto const found = std::find_if(form.begin(), form.end(),
                                    [&](auto const& pair) { return pair.first == name; });
    return found == form.end() ? nullptr : &found->second;
}

// Where the item at `from` stands after the move; nothing where it is gone.
std::optional<std::size_t> place_after(Move const& move, std::size_t from, std::size_t count) {
    auto const last = move.act == "up" ? move.at - 1 : move.at;
    if (move.act == "remove") {
        if (from == move.at) return std::nullopt;
        return from > move.at ? from - 1 : from;
    }
    bool const moves = move.act == "up" ? move.at > 0 : move.at + 1 < count;
    if (!moves) return from;
    if (from == last) return last + 1;
    return from == last + 1 ? last : from;
}

void rename(Move const& move, http::Pairs& form, std::size_t count) {
    auto const prefix = move.list + ".";
    http::Pairs out;
    out.reserve(form.size());
    for (auto& [name, value] : form) {
        auto const digits_end = name.find('.', prefix.size());
        auto const from =
            name.starts_with(prefix) && digits_end != std::string::npos
                ? index(std::string_view(name).substr(prefix.size(), digits_end - prefix.size()))
                : std::nullopt;
        if (!from) {
            out.emplace_back(std::move(name), std::move(value));
            continue;
        }
        if (auto const to = place_after(move, *from, count))
            out.emplace_back(prefix + std::to_string(*to) + name.substr(digits_end),
                             std::move(value));
    }
    form = std::move(out);
}

// What a new item starts with, whatever it is: a list reads what it knows.
void add_item(http::Pairs& form, std::string const& at) {
    static constexpr std::pair<std::string_view, std::string_view> first[] = {
        {"required", "1"}, {"supplier", "user"}, {"kind", "text"},    {"visit", "1"},
        {"how", "fixed"},  {"tariff", "whole"},  {"tiers.count", "1"}};
    for (auto const& [name, value] : first) form.emplace_back(at + std::string(name), value);
}

}  // namespace

std::optional<Move> move_of(std::string_view section, std::string_view pressed) {
    auto const colon = pressed.find(':');
    auto const dot = pressed.find('.');
    Move move;
    if (colon != std::string_view::npos) {
        move.act = pressed.substr(0, colon);
        move.list = pressed.substr(colon + 1);
        if (move.act == "add")
            return move.list.starts_with(section) ? std::optional(move) : std::nullopt;
        auto const last = move.list.rfind('.');
        auto const at = last == std::string::npos
                            ? std::nullopt
                            : index(std::string_view(move.list).substr(last + 1));
        if (!at) return std::nullopt;
        move.at = *at;
        move.list.resize(last);
    } else {
        move.act = pressed.substr(0, dot);
        move.list = section;
        if (move.act == "add") return move;
        auto const at =
            dot == std::string_view::npos ? std::nullopt : index(pressed.substr(dot + 1));
        if (!at) return std::nullopt;
        move.at = *at;
    }
    bool const known = move.act == "remove" || move.act == "up" || move.act == "down";
    return known && move.list.starts_with(section) ? std::optional(move) : std::nullopt;
}

std::string count_name(std::string_view list) {
    return list.find('.') == std::string_view::npos ? "count" : std::string(list) + ".count";
}

void make(Move const& move, http::Pairs& form) {
    auto const name = count_name(move.list);
    auto* const shown = value_of(form, name);
    auto const count = shown == nullptr ? 0 : index(*shown).value_or(items_max);
    if (move.act == "add") {
        if (count >= items_max) return;
        if (shown != nullptr)
            *shown = std::to_string(count + 1);
        else
            form.emplace_back(name, "1");
        return add_item(form, move.list + "." + std::to_string(count) + ".");
    }
    if (move.at >= count) return;
    if (move.act == "remove") *shown = std::to_string(count - 1);
    rename(move, form, count);
}

}  // namespace wasl::procedures
