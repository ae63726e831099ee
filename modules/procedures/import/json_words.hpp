// SPDX-License-Identifier: Apache-2.0
// What both readers of JSON share. Names are read by their last part ("dct:title",
// "http://purl.org/dc/terms/title"), so that both spellings do.
#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "modules/procedures/import/import.hpp"

namespace wasl::procedures::import {

namespace json = boost::json;

inline constexpr std::size_t documents_max = 60;
Said too_many_documents();

inline std::string_view view(json::string_view text) { return {text.data(), text.size()}; }
std::string_view last_part(std::string_view name);
json::value const* find(json::object const& in, std::string_view name);
std::string text_in(json::value const&);  // of a value, a list's first, an object's name
std::string text_of(json::object const& in, std::string_view name);
// "text", {"ar": ..., "fr": ...}, or texts with @language.
Names names_of(json::object const& in, std::string_view name);
void put_names(Incoming& into, Names Sheet::* field, Names const& names);
std::string code_for(std::string_view title);

// Calls for each, where one stands alone too.
template<typename Each>
void each_of(json::object const& in, std::string_view name, Each each) {
    auto const* const found = find(in, name);
    if (found == nullptr) return;
    if (!found->is_array()) return each(*found);
    for (auto const& one : found->as_array()) each(one);
}

Incoming from_portal(json::object const& from, int row);
std::optional<Said> from_graph(std::vector<std::string_view> const& things, Take const&);
// One piece of a text; nothing where it is no object, too large or no JSON.
inline constexpr std::size_t piece_max = 1 << 20;
std::optional<json::value> parsed(std::string_view piece, json::storage_ptr = {});

}  // namespace wasl::procedures::import
