// SPDX-License-Identifier: Apache-2.0
#include "platform/i18n/kept.hpp"

#include <boost/json.hpp>

namespace wasl::i18n {
namespace {

namespace json = boost::json;

std::string_view view(json::value const& value) {
    auto const& text = value.as_string();
    return {text.data(), text.size()};
}

json::object value_json(Value const& value) {
    json::object out{{"name", value.name}};
    std::visit(
        [&](auto const& what) {
            using What = std::decay_t<decltype(what)>;
            if constexpr (std::is_same_v<What, std::string>)
                out["text"] = what;
            else if constexpr (std::is_same_v<What, std::int64_t>)
                out["number"] = what;
            else if constexpr (std::is_same_v<What, Date>)
                out["date"] = iso(what);
            else if constexpr (std::is_same_v<What, Instant>)
                out["moment"] = micros(what);
            else if constexpr (std::is_same_v<What, Money>)
                out["centimes"] = what.in_centimes();
            else
                out["word"] = what->key;
        },
        value.what);
    return out;
}

std::optional<ValueOf> value_of(json::object const& from, FindMessage const& find) {
    if (auto const* const text = from.if_contains("text")) return std::string(view(*text));
    if (auto const* const number = from.if_contains("number")) return number->as_int64();
    if (auto const* const date = from.if_contains("date")) {
        auto const read = date_from_iso(view(*date));
        return read ? std::optional<ValueOf>(*read) : std::nullopt;
    }
    if (auto const* const moment = from.if_contains("moment"))
        return instant_from_micros(moment->as_int64());
    if (auto const* const centimes = from.if_contains("centimes"))
        return Money::centimes(centimes->as_int64());
    if (auto const* const word = from.if_contains("word"))
        if (auto const* const message = find(view(*word))) return message;
    return std::nullopt;
}

}  // namespace

std::string kept(Said const& words) {
    json::array values;
    for (auto const& value : words.values) values.push_back(value_json(value));
    return json::serialize(json::object{{"key", words.message ? words.message->key : ""},
                                        {"values", std::move(values)}});
}

std::optional<Remembered> remember(std::string_view text, FindMessage const& find) {
    auto const parsed =
        std::make_shared<json::value const>(json::parse({text.data(), text.size()}));
    auto const& object = parsed->as_object();
    auto const* const message = find(view(object.at("key")));
    if (!message) return std::nullopt;
    Remembered remembered{say(*message), parsed};
    for (auto const& one : object.at("values").as_array()) {
        auto const& from = one.as_object();
        auto what = value_of(from, find);
        if (!what) return std::nullopt;
        remembered.said.values.push_back({view(from.at("name")), std::move(*what)});
    }
    return remembered;
}

}  // namespace wasl::i18n
