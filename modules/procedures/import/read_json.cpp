// SPDX-License-Identifier: Apache-2.0
// JSON: what the national portal shows of a procedure, or a graph of CPSV-AP.
#include "modules/procedures/import/json_words.hpp"
#include "modules/procedures/import/pieces.hpp"
#include "modules/procedures/messages.hpp"

namespace wasl::procedures::import {

std::string_view last_part(std::string_view name) {
    auto const at = name.find_last_of("#/:");
    return at == std::string_view::npos ? name : name.substr(at + 1);
}

json::value const* find(json::object const& in, std::string_view name) {
    for (auto const& [key, value] : in)
        if (last_part(view(key)) == name) return &value;
    return nullptr;
}

std::string text_in(json::value const& value) {
    if (value.is_string()) return std::string(view(value.as_string()));
    if (value.is_int64()) return std::to_string(value.as_int64());
    if (value.is_double()) return json::serialize(value);
    if (value.is_array() && !value.as_array().empty()) return text_in(value.as_array().front());
    if (!value.is_object()) return {};
    for (char const* const name : {"@value", "@id", "name", "ar", "title", "label"})
        if (auto const* const inner = value.as_object().if_contains(name)) return text_in(*inner);
    return {};
}
std::string text_of(json::object const& in, std::string_view name) {
    auto const* const found = find(in, name);
    return found == nullptr ? std::string() : text_in(*found);
}

static std::string* slot(Names& names, std::string_view language) {
    if (language.empty() || language.starts_with("ar")) return &names.ar;
    if (language.starts_with("fr")) return &names.fr;
    if (language.starts_with("en")) return &names.en;
    if (language.starts_with("zgh") || language.starts_with("tzm")) return &names.zgh;
    return nullptr;
}

Names names_of(json::object const& in, std::string_view name) {
    Names out;
    each_of(in, name, [&](json::value const& one) {
        if (one.is_string()) out.ar = view(one.as_string());
        if (!one.is_object()) return;
        auto const& object = one.as_object();
        if (object.contains("@value")) {
            if (auto* const to = slot(out, text_of(object, "@language"))) *to = text_in(one);
            return;
        }
        for (auto const& [key, value] : object)
            if (auto* const to = slot(out, view(key)); to != nullptr && value.is_string())
                *to = view(value.as_string());
    });
    return out;
}

void put_names(Incoming& into, Names Sheet::* field, Names const& names) {
    put_text(into, &Names::ar, field, names.ar);
    put_text(into, &Names::fr, field, names.fr);
    put_text(into, &Names::en, field, names.en);
    put_text(into, &Names::zgh, field, names.zgh);
}

Said too_many_documents() {
    return say(msg::import_fault_documents, {number("count", documents_max)});
}

std::string code_for(std::string_view title) { return code_from(title).substr(7); }

std::optional<json::value> parsed(std::string_view piece, json::storage_ptr memory) {
    json::error_code error;
    json::parse_options options;
    options.max_depth = depth_max;
    if (piece.size() > piece_max || piece.front() != '{') return std::nullopt;
    auto value = json::parse({piece.data(), piece.size()}, error, std::move(memory), options);
    if (error) return std::nullopt;
    return value;
}

std::optional<Said> from_json(std::string_view text, Take const& take) {
    auto const pieces = pieces_of(text);
    if (pieces.refused) return pieces.refused;
    if (pieces.graph) return from_graph(pieces.each, take);
    if (pieces.each.size() > import_rows_max) return say(msg::import_refused_many);
    int row = 0;
    for (auto const piece : pieces.each) {
        ++row;
        json::monotonic_resource memory;
        if (auto const one = parsed(piece, &memory)) {
            take(from_portal(one->as_object(), row));
            continue;
        }
        Incoming unreadable;
        unreadable.row = row;
        unreadable.faults.emplace_back(msg::import_fault_unreadable);
        take(std::move(unreadable));
    }
    return std::nullopt;
}

}  // namespace wasl::procedures::import
