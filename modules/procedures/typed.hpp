// SPDX-License-Identifier: Apache-2.0
// What was typed into the editor's forms, field by field.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/sheet.hpp"
#include "platform/html/forms.hpp"
#include "platform/http/message.hpp"

namespace wasl::procedures {

class Typed {
public:
    Typed(http::Request const& request, html::Faults& faults)
        : request_(request), faults_(faults) {}

    http::Request const& request() const { return request_; }
    void fault(std::string_view field, Said what) { faults_.add(field, std::move(what)); }

    std::string text(std::string const& name) const;  // without space around it, cut at its limit
    Names names(std::string const& name) const;       // name_ar, name_fr, name_en, name_zgh
    bool ticked(std::string const& name) const { return request_.field(name) == "1"; }
    int number(std::string const& name, int least, int most);  // empty: the least
    std::string code(std::string const& at);                   // at + "code", may be empty
    std::vector<std::string> codes(std::string_view name,
                                   std::span<std::string_view const> known) const;
    // Rows at + "0.text_ar" ...; empty ones are dropped.
    std::vector<LegalBasis> bases(std::string const& at) const;
    int count() const;  // items in the list that was shown

    template<typename Enum>
    Enum choice(std::string const& name) {
        auto const found = named<Enum>(request_.field(name));
        if (!found) fault(name, msg::refusal_field_unknown);
        return found.value_or(Enum{});
    }

    // What the pressed button asks of the list.
    template<typename T>
    void rearrange(std::vector<T>& items) {
        auto const pressed = request_.field("do");
        if (pressed == "add" && items.size() < items_max) items.emplace_back();
        auto const dot = pressed.find('.');
        if (dot == std::string_view::npos) return;
        auto const act = pressed.substr(0, dot);
        auto const at = index(pressed.substr(dot + 1));
        if (at >= items.size()) return;
        auto const here = items.begin() + static_cast<std::ptrdiff_t>(at);
        if (act == "remove") items.erase(here);
        if (act == "up" && at > 0) std::iter_swap(here, here - 1);
        if (act == "down" && at + 1 < items.size()) std::iter_swap(here, here + 1);
    }

private:
    static constexpr std::size_t items_max = 60;
    static std::size_t index(std::string_view digits);

    http::Request const& request_;
    html::Faults& faults_;
};

}  // namespace wasl::procedures
