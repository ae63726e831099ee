// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/life_events.hpp"

#include <algorithm>

#include "kernel/embedded.hpp"
#include "modules/procedures/data.hpp"
#include "modules/procedures/subjects.hpp"

namespace wasl::procedures {
namespace {

constexpr std::size_t others_max = 40;

std::string_view next(std::string_view& text, char end) {
    auto const at = std::min(text.find(end), text.size());
    auto const out = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return out;
}

std::string_view codes_of(std::string_view event) {
    for (auto text = embedded(data, "life_events.tsv"); !text.empty();) {
        auto line = next(text, '\n');
        if (next(line, '\t') == event) return line;
    }
    return {};
}

bool is_listed(std::string_view codes, std::string_view code) {
    while (!codes.empty())
        if (next(codes, ' ') == code) return true;
    return false;
}

// A decision whose sheet is written is that sheet.
std::optional<Item> item_of(Picture const& picture, std::string_view code) {
    if (auto const* const sheet = picture.entry(code)) return Item{sheet, nullptr, {}};
    if (auto const* const decision = picture.decision(code)) return Item{nullptr, decision, {}};
    return std::nullopt;
}

std::vector<Item> steps_of(Picture const& picture, std::string_view event) {
    std::vector<Item> out;
    for (auto codes = codes_of(event); !codes.empty();)
        if (auto found = item_of(picture, next(codes, ' '))) out.push_back(std::move(*found));
    return out;
}

bool same_item(Item const& a, Item const& b) {
    return a.sheet == b.sheet && a.decision == b.decision;
}

}  // namespace

LifeEvent life_event(Picture const& picture, std::string_view code) {
    LifeEvent out{steps_of(picture, code), {}};
    Narrow narrow;
    narrow.life_event = code;
    for (auto& one : picture.finder().find({}, narrow, Kind::any, others_max, 0).items)
        if (std::none_of(out.steps.begin(), out.steps.end(),
                         [&](Item const& step) { return same_item(step, one); }))
            out.others.push_back(std::move(one));
    return out;
}

std::vector<Around> around(Picture const& picture, std::string_view code) {
    std::vector<Around> out;
    for (auto const event : life_events()) {
        if (!is_listed(codes_of(event), code)) continue;
        auto const steps = steps_of(picture, event);
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (steps[i].sheet == nullptr || steps[i].sheet->code != code) continue;
            Around one{event, {}, {}};
            if (i > 0) one.before = steps[i - 1];
            if (i + 1 < steps.size()) one.after = steps[i + 1];
            if (one.before || one.after) out.push_back(std::move(one));
        }
    }
    return out;
}

}  // namespace wasl::procedures
