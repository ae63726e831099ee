// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/card.hpp"

#include <boost/json.hpp>

namespace wasl::procedures {
namespace {

namespace json = boost::json;

json::value written(Names const& names) {
    return {{"ar", names.ar}, {"fr", names.fr}, {"en", names.en}, {"zgh", names.zgh}};
}

json::array written(std::vector<std::string> const& texts) {
    json::array out;
    for (auto const& text : texts) out.emplace_back(text);
    return out;
}

std::string text(json::object const& card, std::string_view name) {
    return std::string(card.at(name).as_string());
}

Names names(json::object const& card, std::string_view name) {
    auto const& from = card.at(name).as_object();
    return {text(from, "ar"), text(from, "fr"), text(from, "en"), text(from, "zgh")};
}

std::vector<std::string> texts(json::object const& card, std::string_view name) {
    std::vector<std::string> out;
    for (auto const& one : card.at(name).as_array()) out.emplace_back(one.as_string());
    return out;
}

void add(std::vector<std::string>& into, std::string const& one) {
    if (!one.empty()) into.push_back(one);
}

Entry::Searched searched(Sheet const& sheet) {
    Entry::Searched out;
    add(out.output, sheet.output.ar);
    add(out.output, sheet.output.fr);
    for (auto const& document : sheet.documents) {
        add(out.documents, document.title.ar);
        add(out.documents, document.title.fr);
    }
    for (auto const& basis : sheet.basis) {
        add(out.basis, basis.text_ar);
        add(out.basis, basis.text_fr);
    }
    return out;
}

void read(Entry& entry, json::object const& card) {
    entry.title = names(card, "title");
    entry.summary = names(card, "summary");
    entry.keywords = text(card, "keywords");
    entry.silence = named<Silence>(card.at("silence").as_string()).value_or(Silence::none);
    entry.silence_list_item = text(card, "silence_list_item");
    entry.list_items = texts(card, "list_items");
    entry.free_of_charge = card.at("free_of_charge").as_bool();
    entry.online = card.at("online").as_bool();
    entry.immediate = card.at("immediate").as_bool();
    entry.term_days = static_cast<int>(card.at("term_days").as_int64());
    entry.themes = texts(card, "themes");
    entry.life_events = texts(card, "life_events");
    entry.audience = texts(card, "audience");
    entry.searched = {texts(card, "output"), texts(card, "documents"), texts(card, "basis")};
}

}  // namespace

void describe(Entry& entry, Sheet const& sheet) {
    entry.title = sheet.title;
    entry.summary = sheet.summary;
    entry.keywords = sheet.keywords;
    entry.silence = sheet.silence;
    entry.silence_list_item = sheet.silence_list_item;
    entry.list_items.clear();
    for (auto const* item :
         {&sheet.silence_list_item, &sheet.investment_list_item, &sheet.extension_list_item})
        add(entry.list_items, *item);
    entry.free_of_charge = sheet.free_of_charge();
    entry.online = sheet.online;
    entry.immediate = sheet.immediate;
    entry.term_days = sheet.term_days;
    entry.themes = sheet.themes;
    entry.life_events = sheet.life_events;
    entry.audience = sheet.audience;
    entry.searched = searched(sheet);
}

std::string card_of(Entry const& entry) {
    return json::serialize(json::value{
        {"title", written(entry.title)},
        {"summary", written(entry.summary)},
        {"keywords", entry.keywords},
        {"silence", name_of(entry.silence)},
        {"silence_list_item", entry.silence_list_item},
        {"list_items", written(entry.list_items)},
        {"free_of_charge", entry.free_of_charge},
        {"online", entry.online},
        {"immediate", entry.immediate},
        {"term_days", entry.term_days},
        {"themes", written(entry.themes)},
        {"life_events", written(entry.life_events)},
        {"audience", written(entry.audience)},
        {"output", written(entry.searched.output)},
        {"documents", written(entry.searched.documents)},
        {"basis", written(entry.searched.basis)},
    });
}

void read_card(Entry& entry, std::string_view card) {
    json::monotonic_resource memory;
    json::error_code error;
    auto const value = json::parse({card.data(), card.size()}, error, &memory);
    if (error) throw db::Breakdown("a stored card cannot be read");
    read(entry, value.as_object());
}

}  // namespace wasl::procedures
