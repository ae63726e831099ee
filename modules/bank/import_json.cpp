// SPDX-License-Identifier: Apache-2.0
// Records of digital public goods, in the shapes that are about: nominees (license, SDGs, type) and
// listed ones (openlicenses, sdgs, categories), one, an array, or one a line. A record that lacks
// much is an entry that says little; the names and addresses of persons are left behind (law 09.08
// art. 3).
#include <boost/json.hpp>

#include "kernel/text/fold.hpp"
#include "kernel/text/signs.hpp"
#include "modules/bank/import.hpp"
#include "modules/bank/inside.hpp"
#include "platform/http/text.hpp"

namespace wasl::bank {

namespace json = boost::json;

namespace {

std::string trimmed(std::string_view text) {
    auto const from = text.find_first_not_of(" \t\r\n");
    if (from == std::string_view::npos) return {};
    return std::string(text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1));
}

std::string text_of(json::value const* value) {
    if (value == nullptr) return {};
    if (value->is_string()) return trimmed(value->as_string());
    if (value->is_int64()) return std::to_string(value->as_int64());
    return {};
}
std::string text_in(json::object const& object, std::initializer_list<std::string_view> names) {
    for (auto const name : names)
        if (auto text = text_of(object.if_contains(name)); !text.empty()) return text;
    return {};
}

// The texts of a list: of texts, or of objects that name theirs so.
std::vector<std::string> list_in(json::object const& object,
                                 std::initializer_list<std::string_view> names,
                                 std::initializer_list<std::string_view> parts) {
    std::vector<std::string> out;
    auto const add = [&](json::value const& one) {
        auto text = one.is_object() ? text_in(one.as_object(), parts) : text_of(&one);
        if (!text.empty() && std::find(out.begin(), out.end(), text) == out.end())
            out.push_back(std::move(text));
    };
    for (auto const name : names) {
        auto const* const value = object.if_contains(name);
        if (value == nullptr) continue;
        if (value->is_array())
            for (auto const& one : value->as_array()) add(one);
        else
            add(*value);
    }
    return out;
}

std::string joined(std::vector<std::string> const& all, std::string_view between) {
    std::string out;
    for (auto const& one : all) out += (out.empty() ? "" : std::string(between)) + one;
    return out;
}

// As many signs as fit; a text of the world is not refused for its length.
std::string cut(std::string text, std::size_t signs_max) {
    if (lexis::signs_in(text) <= signs_max) return text;
    std::size_t at = 0;
    for (std::size_t n = 0; n + 1 < signs_max; ++n) lexis::next_code_point(text, at);
    return text.substr(0, at) + "…";
}

// Marks of direction and control signs would be refused; here they are taken out.
std::string without_hidden(std::string const& text) {
    if (!lexis::has_hidden_signs(text)) return text;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto const from = at;
        lexis::next_code_point(text, at);
        auto const sign = text.substr(from, at - from);
        if (!lexis::has_hidden_signs(sign)) out += sign;
    }
    return out;
}

Language language_of(std::string_view text) {
    std::size_t arabic = 0, all = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const sign = lexis::next_code_point(text, at);
        bool const is_arabic = sign >= 0x600 && sign <= 0x6FF;
        arabic += is_arabic ? 1 : 0;
        all += is_arabic || (sign >= 'A' && sign <= 'z') ? 1 : 0;
    }
    return 2 * arabic > all ? Language::ar : Language::en;
}

std::string web_address(std::string text) {
    if (text.starts_with("http://") || text.starts_with("https://")) return text;
    if (text.empty() || text.find('.') == std::string::npos || text.find(' ') != std::string::npos)
        return {};
    return "https://" + text;
}

// Goals are numbers in one shape and sentences in the other.
std::vector<std::string> goals_in(json::object const& record) {
    auto all = list_in(record, {"SDGs", "sdgs"}, {"sdg", "SDGNumber", "name"});
    for (auto& one : all)
        if (one.find_first_not_of("0123456789") == std::string::npos) one = "SDG " + one;
    return all;
}

void read_repositories(Incoming& one, json::object const& record) {
    auto const all = list_in(record, {"repositories", "repositoryURL", "repositoryUrl"}, {"url"});
    if (all.empty()) return;
    one.url = cut(web_address(all.front()), line_max);
}

Incoming read_record(json::object const& record, int row) {
    Incoming one;
    one.row = row;
    auto& content = one.content;
    auto const clean = [](std::string const& text, std::size_t most) {
        return cut(without_hidden(text), most);
    };
    content.title = clean(text_in(record, {"name", "title"}), title_max);
    content.solution = clean(text_in(record, {"description", "solution"}), text_max);
    content.problem = clean(text_in(record, {"problem"}), text_max);
    content.language = language_of(content.title + content.solution);
    content.website = cut(web_address(text_in(record, {"website", "url"})), line_max);
    content.licence = clean(joined(list_in(record, {"license", "licence", "openlicenses"},
                                           {"spdx", "openLicense", "name"}),
                                   ", "),
                            line_max);
    auto serves = list_in(record, {"sectors"}, {"name"});
    for (auto& goal : goals_in(record)) serves.push_back(std::move(goal));
    content.serves = clean(joined(serves, ", "), text_max);
    content.needs =
        clean(joined(list_in(record, {"type", "categories"}, {"name"}), ", "), text_max);
    content.replicability = Replicability::adapted;
    one.owner_name =
        clean(joined(list_in(record, {"organizations", "owners"}, {"name"}), ", "), line_max);
    read_repositories(one, record);
    auto const id = text_in(record, {"id", "nameSlug", "slug"});
    one.key = "dpg:" + (id.empty() ? lexis::folded(content.title) : id);
    return one;
}

Incoming unreadable(int row) {
    Incoming one;
    one.row = row;
    one.faults.push_back(say(msg::refused_untitled));
    return one;
}

Incoming read_value(json::value const& value, int row) {
    return value.is_object() ? read_record(value.as_object(), row) : unreadable(row);
}

json::value parsed(std::string_view text, boost::system::error_code& error) {
    json::parse_options options;
    options.max_depth = 16;
    options.allow_trailing_commas = true;
    return json::parse(text, error, {}, options);
}

// "{"dpgs": [...]}": the list of a collection that says something about itself.
json::array const* list_of(json::value const& whole) {
    if (whole.is_array()) return &whole.as_array();
    if (!whole.is_object() || whole.as_object().contains("name")) return nullptr;
    for (auto const& [name, value] : whole.as_object())
        if (value.is_array() && !value.as_array().empty() && value.as_array().front().is_object())
            return &value.as_array();
    return nullptr;
}

std::vector<Incoming> from_lines(std::string_view text) {
    std::vector<Incoming> out;
    int row = 0;
    for (auto const line : http::split(text, '\n')) {
        ++row;
        if (trimmed(line).empty()) continue;
        boost::system::error_code error;
        auto const value = parsed(trimmed(line), error);
        out.push_back(error ? unreadable(row) : read_value(value, row));
        if (out.size() > import_rows_max) break;
    }
    return out;
}

}  // namespace

Result<std::vector<Incoming>> incoming_from_json(std::string_view text) {
    Refusal const unread{Refused::invalid, say(msg::refused_file_unread), {}, "file"};
    boost::system::error_code error;
    auto const whole = parsed(text, error);
    std::vector<Incoming> out;
    if (error) {
        out = from_lines(text);
        bool const nothing = std::all_of(out.begin(), out.end(),
                                         [](Incoming const& one) { return !one.faults.empty(); });
        if (nothing) return unread;
    } else if (auto const* const list = list_of(whole)) {
        int row = 0;
        for (auto const& one : *list) out.push_back(read_value(one, ++row));
    } else {
        out.push_back(read_value(whole, 1));
    }
    if (out.empty() || out.size() > import_rows_max) return unread;
    return out;
}

}  // namespace wasl::bank
