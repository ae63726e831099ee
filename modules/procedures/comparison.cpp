// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/comparison.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "modules/procedures/editor.hpp"

namespace wasl::procedures {
namespace {

// All that is said of one item, or of the sheet itself in one section.
struct ComparedItem {
    std::string section, code;
    Names title;
    std::vector<Part const*> parts;

    bool is(ComparedItem const& other) const {
        return section == other.section && code == other.code;
    }
};

std::vector<ComparedItem> items_of(std::vector<Part> const& parts) {
    std::vector<ComparedItem> out;
    for (auto const& part : parts) {
        if (out.empty() || out.back().section != part.section || out.back().code != part.item)
            out.push_back({part.section, part.item, part.title, {}});
        out.back().parts.push_back(&part);
    }
    return out;
}

ComparedItem const* same_compared(std::vector<ComparedItem> const& in, ComparedItem const& one) {
    auto const found = std::find_if(in.begin(), in.end(),
                                    [&](ComparedItem const& other) { return other.is(one); });
    return found == in.end() ? nullptr : &*found;
}

Content content_of(ComparedItem const& item, Message const* label) {
    for (auto const* const part : item.parts)
        if (part->label == label) return part->content;
    return {};
}

std::vector<Altered> altered_fields(ComparedItem const& before, ComparedItem const& after) {
    std::vector<Altered> out;
    for (auto const* const part : after.parts) {
        auto former = content_of(before, part->label);
        if (!(former == part->content))
            out.push_back({part->label, std::move(former), part->content});
    }
    // What an item no longer has at all, as the rows of what was a group.
    for (auto const* const part : before.parts) {
        bool const there = std::any_of(after.parts.begin(), after.parts.end(),
                                       [&](Part const* one) { return one->label == part->label; });
        if (!there && !part->content.empty()) out.push_back({part->label, part->content, {}});
    }
    return out;
}

std::vector<Altered> all_fields(ComparedItem const& item, Alteration how) {
    std::vector<Altered> out;
    for (auto const* const part : item.parts) {
        auto const& content = part->content;
        // A zero or a "no" says nothing of what is new or gone.
        if (content.empty() || content.key == "0" || content.key == "no") continue;
        out.push_back(how == Alteration::added ? Altered{part->label, {}, content}
                                               : Altered{part->label, content, {}});
    }
    return out;
}

// Whether it stands elsewhere among the items that both have.
bool moved(std::vector<ComparedItem> const& before, std::vector<ComparedItem> const& after,
           ComparedItem const& one) {
    auto const place = [&](std::vector<ComparedItem> const& in,
                           std::vector<ComparedItem> const& other) {
        int at = 0;
        for (auto const& item : in) {
            if (item.is(one)) return at;
            if (item.section == one.section && same_compared(other, item) != nullptr) ++at;
        }
        return at;
    };
    return !one.code.empty() && place(before, after) != place(after, before);
}

}  // namespace

std::string_view name_of(Alteration how) {
    static constexpr std::array<std::string_view, 4> names{"added", "removed", "changed", "moved"};
    return names[static_cast<std::size_t>(how)];
}

static std::vector<Revised> compare_section(std::vector<ComparedItem> const& before,
                                            std::vector<ComparedItem> const& after,
                                            std::string_view section) {
    std::vector<Revised> out;
    for (auto const& item : after) {
        if (item.section != section) continue;
        auto const* const former = same_compared(before, item);
        if (former == nullptr) {
            out.push_back({Alteration::added, item.section, item.code, item.title,
                           all_fields(item, Alteration::added)});
            continue;
        }
        if (auto fields = altered_fields(*former, item); !fields.empty())
            out.push_back(
                {Alteration::changed, item.section, item.code, item.title, std::move(fields)});
        else if (moved(before, after, item))
            out.push_back({Alteration::moved, item.section, item.code, item.title, {}});
    }
    for (auto const& item : before)
        if (item.section == section && same_compared(after, item) == nullptr)
            out.push_back({Alteration::removed, item.section, item.code, item.title,
                           all_fields(item, Alteration::removed)});
    return out;
}

std::vector<Revised> compare(Language language, Sheet const& before, Sheet const& after) {
    auto const old_parts = parts_of(language, before), new_parts = parts_of(language, after);
    auto const old_items = items_of(old_parts), new_items = items_of(new_parts);
    std::vector<Revised> out;
    for (auto const section : section_names()) {
        auto found = compare_section(old_items, new_items, section);
        std::move(found.begin(), found.end(), std::back_inserter(out));
    }
    return out;
}

}  // namespace wasl::procedures
