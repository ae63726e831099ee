// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/card.hpp"

#include <boost/json.hpp>

namespace wasl::procedures {
namespace {

namespace json = boost::json;

json::value card_value(Names const& names) {
    return {{"ar", names.ar}, {"fr", names.fr}, {"en", names.en}, {"zgh", names.zgh}};
}

json::array card_value(std::vector<std::string> const& texts) {
    json::array out;
    for (auto const& text : texts) out.emplace_back(text);
    return out;
}

std::string card_text(json::object const& card, std::string_view name) {
    return std::string(card.at(name).as_string());
}

Names card_names(json::object const& card, std::string_view name) {
    auto const& from = card.at(name).as_object();
    return {card_text(from, "ar"), card_text(from, "fr"), card_text(from, "en"),
            card_text(from, "zgh")};
}

std::vector<std::string> card_texts(json::object const& card, std::string_view name) {
    std::vector<std::string> out;
    for (auto const& one : card.at(name).as_array()) out.emplace_back(one.as_string());
    return out;
}

void add_unless_empty(std::vector<std::string>& into, std::string const& one) {
    if (!one.empty()) into.push_back(one);
}

Entry::Searched searched_in(Sheet const& sheet) {
    Entry::Searched out;
    add_unless_empty(out.output, sheet.output.ar);
    add_unless_empty(out.output, sheet.output.fr);
    for (auto const& document : sheet.documents) {
        add_unless_empty(out.documents, document.title.ar);
        add_unless_empty(out.documents, document.title.fr);
    }
    for (auto const& basis : sheet.basis) {
        add_unless_empty(out.basis, basis.text_ar);
        add_unless_empty(out.basis, basis.text_fr);
    }
    return out;
}

void read_fields(Entry& entry, json::object const& card) {
    entry.title = card_names(card, "title");
    entry.summary = card_names(card, "summary");
    entry.keywords = card_text(card, "keywords");
    entry.silence = named<Silence>(card.at("silence").as_string()).value_or(Silence::none);
    entry.silence_list_item = card_text(card, "silence_list_item");
    entry.list_items = card_texts(card, "list_items");
    entry.free_of_charge = card.at("free_of_charge").as_bool();
    entry.online = card.at("online").as_bool();
    entry.immediate = card.at("immediate").as_bool();
    entry.term_days = static_cast<int>(card.at("term_days").as_int64());
    entry.themes = card_texts(card, "themes");
    entry.life_events = card_texts(card, "life_events");
    entry.audience = card_texts(card, "audience");
    entry.searched = {card_texts(card, "output"), card_texts(card, "documents"),
                      card_texts(card, "basis")};
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
        add_unless_empty(entry.list_items, *item);
    entry.free_of_charge = sheet.free_of_charge();
    entry.online = sheet.online;
    entry.immediate = sheet.immediate;
    entry.term_days = sheet.term_days;
    entry.themes = sheet.themes;
    entry.life_events = sheet.life_events;
    entry.audience = sheet.audience;
    entry.searched = searched_in(sheet);
}

std::string card_of(Entry const& entry) {
    return json::serialize(json::value{
        {"title", card_value(entry.title)},
        {"summary", card_value(entry.summary)},
        {"keywords", entry.keywords},
        {"silence", name_of(entry.silence)},
        {"silence_list_item", entry.silence_list_item},
        {"list_items", card_value(entry.list_items)},
        {"free_of_charge", entry.free_of_charge},
        {"online", entry.online},
        {"immediate", entry.immediate},
        {"term_days", entry.term_days},
        {"themes", card_value(entry.themes)},
        {"life_events", card_value(entry.life_events)},
        {"audience", card_value(entry.audience)},
        {"output", card_value(entry.searched.output)},
        {"documents", card_value(entry.searched.documents)},
        {"basis", card_value(entry.searched.basis)},
    });
}

void read_card(Entry& entry, std::string_view card) {
    json::monotonic_resource memory;
    json::error_code error;
    auto const value = json::parse({card.data(), card.size()}, error, &memory);
    if (error) throw db::Breakdown("a stored card cannot be read");
    read_fields(entry, value.as_object());
}

}  // namespace wasl::procedures
