// SPDX-License-Identifier: Apache-2.0
// As much of JSON Schema 2020-12 as our description uses.
#include <algorithm>

#include "modules/dossiers/tests/api_for_tests.hpp"

namespace wasl::dossiers {

namespace json = boost::json;

static std::string_view kind_of(json::value const& value) {
    switch (value.kind()) {
        case json::kind::null: return "null";
        case json::kind::bool_: return "boolean";
        case json::kind::int64:
        case json::kind::uint64: return "integer";
        case json::kind::double_: return "number";
        case json::kind::string: return "string";
        case json::kind::array: return "array";
        case json::kind::object: return "object";
    }
    return "";
}

static bool is_of(json::value const& value, json::value const& type) {
    if (type.is_string()) return type.as_string() == kind_of(value);
    auto const& types = type.as_array();
    return std::any_of(types.begin(), types.end(),
                       [&](json::value const& one) { return is_of(value, one); });
}

static std::string unlike_object(json::object const& object, json::object const& schema,
                                 json::object const& description) {
    if (auto const* required = schema.if_contains("required"))
        for (auto const& name : required->as_array())
            if (!object.contains(name.as_string()))
                return "lacks " + json::value_to<std::string>(name);
    auto const* properties = schema.if_contains("properties");
    auto const* others = schema.if_contains("additionalProperties");
    for (auto const& [name, value] : object) {
        auto const* own = properties ? properties->as_object().if_contains(name) : nullptr;
        if (!own && others && others->is_bool() && !others->as_bool())
            return "has " + std::string(name);
        if (!own && others && others->is_object()) own = others;
        if (!own) continue;
        if (auto fault = unlike(value, own->as_object(), description); !fault.empty())
            return std::string(name) + ": " + fault;
    }
    return {};
}

static std::string unlike_format(std::string const& text, std::string_view format) {
    if (format == "date" && !date_from_iso(text)) return "no day: " + text;
    if (format == "date-time" &&
        (text.size() != 20 || text.back() != 'Z' || !date_from_iso(text.substr(0, 10))))
        return "no moment: " + text;
    return {};
}

static std::string unlike_any(json::value const& value, json::array const& ways,
                              json::object const& description) {
    std::string fault;
    for (auto const& way : ways) {
        fault = unlike(value, way.as_object(), description);
        if (fault.empty()) return {};
    }
    return "none of its ways: " + fault;
}

std::string unlike(json::value const& value, json::object const& schema,
                   json::object const& description) {
    if (auto const* named = schema.if_contains("$ref")) {
        auto const name = json::value_to<std::string>(*named).substr(21);
        return unlike(value, description.at("components").at("schemas").at(name).as_object(),
                      description);
    }
    for (auto const* const several : {"oneOf", "anyOf"})
        if (auto const* ways = schema.if_contains(several))
            return unlike_any(value, ways->as_array(), description);
    if (auto const* only = schema.if_contains("const"); only && *only != value)
        return "not the constant";
    if (auto const* type = schema.if_contains("type"); type && !is_of(value, *type))
        return "is " + std::string(kind_of(value));
    if (auto const* words = schema.if_contains("enum")) {
        auto const& all = words->as_array();
        if (std::find(all.begin(), all.end(), value) == all.end()) return "unknown word";
    }
    if (auto const* format = schema.if_contains("format"); format && value.is_string())
        return unlike_format(json::value_to<std::string>(value), format->as_string());
    if (value.is_object()) return unlike_object(value.as_object(), schema, description);
    if (auto const* items = schema.if_contains("items"); items && value.is_array())
        for (auto const& one : value.as_array())
            if (auto fault = unlike(one, items->as_object(), description); !fault.empty())
                return "[] " + fault;
    return {};
}

}  // namespace wasl::dossiers
