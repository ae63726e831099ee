// SPDX-License-Identifier: Apache-2.0
// Reading strict JSON: every member is known and of its kind, every text and list has a limit.
#pragma once

#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "modules/procedures/procedures.hpp"

namespace wasl::procedures::content {

namespace json = boost::json;

inline constexpr std::size_t content_max = 256 * 1024;
inline constexpr std::size_t text_max = 8000;  // bytes
inline constexpr std::size_t list_max = 60;

// The first fault and where it stands: "documents.2.title".
struct Fault {
    std::string where;
    void at(std::string const& place) {
        if (where.empty()) where = place;
    }
};

// One object being read. Members are asked for by name; what nobody asked for is a fault.
class Part {
public:
    Part(json::value const& value, std::string where, Fault& fault)
        : object_(value.if_object()), where_(std::move(where)), fault_(fault) {
        if (object_ == nullptr) fault_.at(where_.empty() ? "." : where_);
    }
    ~Part() {
        if (object_ == nullptr) return;
        for (auto const& member : *object_)
            if (!asked_.contains(std::string(member.key()))) fault_.at(place(member.key()));
    }
    Part(Part const&) = delete;
    Part& operator=(Part const&) = delete;

    json::value const* member(std::string_view name) {
        asked_.emplace(name);
        if (object_ == nullptr) return nullptr;
        auto const found = object_->find(name);
        return found == object_->end() ? nullptr : &found->value();
    }
    std::string place(std::string_view name) const {
        return where_.empty() ? std::string(name) : where_ + "." + std::string(name);
    }
    Fault& fault() { return fault_; }

    std::string text(std::string_view name) {
        auto const* const value = member(name);
        if (value == nullptr) return {};
        if (!value->is_string() || value->get_string().size() > text_max) {
            fault_.at(place(name));
            return {};
        }
        return std::string(value->get_string());
    }
    bool truth(std::string_view name, bool standard = false) {
        auto const* const value = member(name);
        if (value == nullptr) return standard;
        if (!value->is_bool()) fault_.at(place(name));
        return value->is_bool() && value->get_bool();
    }
    std::int64_t number(std::string_view name, std::int64_t least, std::int64_t most,
                        std::int64_t standard) {
        auto const* const value = member(name);
        if (value == nullptr) return standard;
        if (!value->is_int64() || value->get_int64() < least || value->get_int64() > most) {
            fault_.at(place(name));
            return standard;
        }
        return value->get_int64();
    }
    int small(std::string_view name, int most, int standard = 0) {
        return static_cast<int>(number(name, 0, most, standard));
    }
    template<typename Enum>
    Enum choice(std::string_view name) {
        auto const found = named<Enum>(text(name));
        if (!found) fault_.at(place(name));
        return found.value_or(Enum{});
    }
    // read(json::value const&, where) for each element.
    template<typename Read>
    auto list(std::string_view name, Read read) {
        std::vector<std::invoke_result_t<Read, json::value const&, std::string>> out;
        auto const* const value = member(name);
        if (value == nullptr) return out;
        if (!value->is_array() || value->get_array().size() > list_max) {
            fault_.at(place(name));
            return out;
        }
        for (auto const& item : value->get_array())
            out.push_back(read(item, place(name) + "." + std::to_string(out.size() + 1)));
        return out;
    }

private:
    json::object const* object_;
    std::string where_;
    Fault& fault_;
    std::set<std::string, std::less<>> asked_;
};

Names names_of(json::value const&, std::string const& where, Fault&);
Names names(Part&, std::string_view name);
LegalBasis basis_of(json::value const&, std::string const& where, Fault&);
std::vector<LegalBasis> bases(Part&, std::string_view name);
std::vector<std::string> words(Part&, std::string_view name);
// Codes stand in addresses, form names and message keys.
std::string code(Part&);
std::vector<Condition> conditions(Part&);  // "only_if"

// The parts of a sheet that have parts themselves.
FormField field_of(json::value const&, std::string const& where, Fault&);
Fee fee_of(json::value const&, std::string const& where, Fault&);

// A whole sheet; in content_read.cpp.
Sheet read_sheet(json::value const&, Fault&);

}  // namespace wasl::procedures::content
