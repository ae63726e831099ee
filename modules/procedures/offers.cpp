// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/offers.hpp"

#include <algorithm>
#include <boost/json.hpp>

namespace wasl::procedures {

namespace json = boost::json;

std::string units_to_json(std::vector<UnitId> const& units) {
    json::array out;
    for (auto const unit : units) out.push_back(unit.value());
    return json::serialize(out);
}

std::vector<UnitId> units_from_json(std::string_view text) {
    std::vector<UnitId> out;
    json::error_code error;
    auto const value = json::parse({text.data(), text.size()}, error);
    if (error || !value.is_array()) return out;
    for (auto const& unit : value.get_array())
        if (unit.is_int64()) out.push_back(UnitId{unit.get_int64()});
    return out;
}

std::string contact_to_json(Names const& names) {
    if (names == Names{}) return {};
    return json::serialize(
        json::object{{"ar", names.ar}, {"fr", names.fr}, {"en", names.en}, {"zgh", names.zgh}});
}

Names contact_from_json(std::string_view text) {
    json::error_code error;
    auto const value = json::parse({text.data(), text.size()}, error);
    if (error || !value.is_object()) return {};
    auto const part = [&](std::string_view name) {
        auto const* const found = value.get_object().if_contains(name);
        return found != nullptr && found->is_string() ? std::string(found->get_string())
                                                      : std::string();
    };
    return {part("ar"), part("fr"), part("en"), part("zgh")};
}

std::string text_of(std::vector<Channel> const& channels) {
    std::string out;
    for (auto const channel : channels)
        out += (out.empty() ? "" : " ") + std::string(name_of(channel));
    return out;
}

std::vector<Channel> channels_from(std::string_view text) {
    std::vector<Channel> out;
    while (!text.empty()) {
        auto const end = std::min(text.find(' '), text.size());
        if (auto const channel = named<Channel>(text.substr(0, end))) out.push_back(*channel);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

}  // namespace wasl::procedures
