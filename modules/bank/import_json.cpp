// SPDX-License-Identifier: Apache-2.0
// Records of digital public goods, in the shapes that are about: nominees (license, SDGs, type) and
// listed ones (openlicenses, sdgs, categories), one, an array, a collection that holds one, or one
// after another. Where one shape has a text another has a list, or an object that holds it. A
// record that lacks much is an entry that says little; the names and addresses of persons are left
// behind (law 09.08 art. 3).
#include <array>
#include <boost/json.hpp>
#include <charconv>

#include "kernel/text/fold.hpp"
#include "kernel/text/parts.hpp"
#include "kernel/text/signs.hpp"
#include "modules/bank/import.hpp"
#include "modules/bank/inside.hpp"
#include "platform/http/text.hpp"

namespace wasl::bank {

namespace json = boost::json;

namespace {

// A number that counts is a text too: goals and addresses of records are such.
std::string text_of(json::value const& value) {
    if (value.is_string()) return std::string(lexis::trimmed(value.as_string()));
    if (value.is_int64()) return std::to_string(value.as_int64());
    return {};
}

using Names = std::initializer_list<std::string_view>;
constexpr std::size_t texts_max = 200;  // that one list of a record gives

// Of a list each, of an object the first of `parts` that says anything, each text once.
void add_texts(json::value const& value, Names parts, std::vector<std::string>& out) {
    if (out.size() >= texts_max) return;
    if (value.is_array()) {
        for (auto const& one : value.as_array()) add_texts(one, parts, out);
    } else if (value.is_object()) {
        auto const before = out.size();
        for (auto const part : parts) {
            auto const* const inner = value.as_object().if_contains(part);
            if (inner != nullptr && out.size() == before) add_texts(*inner, parts, out);
        }
    } else if (auto text = text_of(value);
               !text.empty() && std::find(out.begin(), out.end(), text) == out.end()) {
        out.push_back(std::move(text));
    }
}
std::vector<std::string> list_in(json::object const& object, Names names, Names parts) {
    std::vector<std::string> out;
    for (auto const name : names)
        if (auto const* const value = object.if_contains(name)) add_texts(*value, parts, out);
    return out;
}
// Where a text is told in several languages, in the first of these.
std::vector<std::string> texts_in(json::object const& object, Names names) {
    for (auto const name : names)
        if (auto all = list_in(object, {name}, {"ar", "fr", "en", "text", "url"}); !all.empty())
            return all;
    return {};
}
std::string text_in(json::object const& object, Names names) {
    auto all = texts_in(object, names);
    return all.empty() ? std::string() : std::move(all.front());
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

// "&#184;" and the like, which records carry from the form that they were typed into.
struct Entity {
    std::string_view name;
    char32_t sign;
};
constexpr std::array<Entity, 7> entities{{{"amp", U'&'},
                                          {"lt", U'<'},
                                          {"gt", U'>'},
                                          {"quot", U'"'},
                                          {"apos", U'\''},
                                          {"nbsp", U' '},
                                          {"rsquo", U'’'}}};
char32_t sign_of(std::string_view entity) {
    for (auto const& one : entities)
        if (one.name == entity) return one.sign;
    if (!entity.starts_with('#')) return 0;
    entity.remove_prefix(1);
    bool const hex = entity.starts_with('x') || entity.starts_with('X');
    if (hex) entity.remove_prefix(1);
    std::uint32_t sign = 0;
    auto const* const end = entity.data() + entity.size();
    auto const read = std::from_chars(entity.data(), end, sign, hex ? 16 : 10);
    bool const is_sign = read.ec == std::errc{} && read.ptr == end && sign < 0x110000 &&
                         (sign < 0xD800 || sign > 0xDFFF);
    return is_sign ? char32_t{sign} : 0;
}
constexpr std::size_t entity_max = 8;  // bytes between & and ;

// What was meant: entities read, a cedilla by itself for the comma that a list could not hold,
// lines that end in one way, and without the control signs and marks of direction that would be
// refused.
std::string as_meant(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto sign = lexis::next_code_point(text, at);
        if (sign == U'&') {
            auto const end = text.find(';', at);
            auto const found = end != std::string_view::npos && end - at <= entity_max
                                   ? sign_of(text.substr(at, end - at))
                                   : 0;
            if (found != 0) {
                sign = found;
                at = end + 1;
            }
        }
        if (sign == U'\r') continue;
        std::string one;
        lexis::append_utf8(one, sign == U'\u00B8' ? U',' : sign);
        if (!lexis::has_hidden_signs(one)) out += one;
    }
    return out;
}
std::string in_one_line(std::string_view text) {
    std::string out;
    for (auto const line : http::split(text, '\n'))
        if (auto const one = lexis::trimmed(line); !one.empty())
            out.append(out.empty() ? "" : " ").append(one);
    return out;
}

// In which of our languages it is written; what is in none of them stands with the English ones.
Language language_of(std::string_view text) {
    std::size_t arabic = 0, tifinagh = 0, latin = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const sign = lexis::next_code_point(text, at);
        if (sign >= 0x600 && sign <= 0x6FF) ++arabic;
        if (sign >= 0x2D30 && sign <= 0x2D7F) ++tifinagh;
        if ((sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z')) ++latin;
    }
    if (arabic > latin && arabic >= tifinagh) return Language::ar;
    if (tifinagh > latin) return Language::zgh;
    constexpr std::array<std::string_view, 12> french{" les ",  " des ", " du ",  " une ",
                                                      " est ",  " et ",  " aux ", " pour ",
                                                      " dans ", " sur ", " par ", " qui "};
    constexpr std::array<std::string_view, 8> english{" the ", " and ",  " of ",  " for ",
                                                      " is ",  " with ", " are ", " that "};
    auto const words = " " + lexis::folded(text) + " ";
    auto const held = [&](std::string_view word) { return words.find(word) != std::string::npos; };
    auto const as_french = std::count_if(french.begin(), french.end(), held);
    auto const as_english = std::count_if(english.begin(), english.end(), held);
    return as_french > 1 && as_french > as_english ? Language::fr : Language::en;
}

// The first of what was written there; nothing where that is no address of a page.
std::string web_address(std::string const& text) {
    auto one = std::string(std::string_view(text).substr(0, text.find_first_of(" \t\r\n")));
    while (!one.empty() && (one.back() == ';' || one.back() == ',')) one.pop_back();
    if (lexis::signs_in(one) > line_max || lexis::has_hidden_signs(one)) return {};
    auto const scheme = lexis::folded(one.substr(0, one.find("://")));
    if (scheme == "http" || scheme == "https") return scheme + one.substr(one.find("://"));
    bool const is_host =
        one.find('.') != std::string::npos && one.find_first_of(":@\"<>") == std::string::npos;
    return is_host ? "https://" + one : std::string();
}
std::string first_address(std::vector<std::string> const& all) {
    for (auto const& one : all)
        if (auto address = web_address(one); !address.empty()) return address;
    return {};
}

// Goals are numbers in one shape and sentences in the others.
std::vector<std::string> goals_in(json::object const& record) {
    auto all = list_in(record, {"SDGs", "sdgs"}, {"sdg", "SDGNumber", "name"});
    for (auto& one : all)
        if (one.find_first_not_of("0123456789") == std::string::npos) one = "SDG " + one;
    return all;
}

Incoming read_record(json::object const& record, int row) {
    Incoming one;
    one.row = row;
    auto& content = one.content;
    auto const line = [](std::string const& text, std::size_t most) {
        return cut(in_one_line(as_meant(text)), most);
    };
    auto const part = [](std::vector<std::string> const& texts) {
        return cut(as_meant(joined(texts, "\n")), text_max);
    };
    content.title = line(text_in(record, {"name", "title"}), title_max);
    content.solution = part(texts_in(record, {"description", "solution"}));
    content.problem = part(texts_in(record, {"problem"}));
    content.language = language_of(content.title + "\n" + content.solution);
    content.website = first_address(texts_in(record, {"website", "url"}));
    content.licence =
        line(joined(list_in(record, {"license", "licence", "licenses", "openlicenses"},
                            {"spdx", "openLicense", "name"}),
                    ", "),
             line_max);
    auto serves = list_in(record, {"sectors"}, {"name"});
    for (auto& goal : goals_in(record)) serves.push_back(std::move(goal));
    content.serves = part({joined(serves, ", ")});
    content.needs = part({joined(list_in(record, {"type", "categories"}, {"name"}), ", ")});
    content.replicability = Replicability::adapted;
    one.owner_name =
        line(joined(list_in(record, {"organizations", "owners"}, {"name"}), ", "), line_max);
    one.url =
        first_address(list_in(record, {"repositories", "repositoryURL", "repositoryUrl"}, {"url"}));
    auto const id = line(text_in(record, {"id", "nameSlug", "slug"}), line_max);
    auto const name = lexis::folded(content.title);
    one.key = "dpg:" + (!id.empty() ? id : name.empty() ? content.title : name);
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

json::parse_options shapes() {
    json::parse_options options;
    options.max_depth = 16;
    options.allow_trailing_commas = true;
    return options;
}

bool is_one_of(std::string_view name, Names names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}
// The list of a collection that says something about itself: {"dpgs": [...]}. A record holds lists
// as well, of its organisations for one; they are no collection.
bool is_collection(std::string_view name, json::value const& value, bool is_named) {
    bool const holds =
        value.is_array() && !value.as_array().empty() && value.as_array().front().is_object();
    if (!holds) return false;
    if (is_named)
        return is_one_of(
            name, {"dpgs", "nominees", "records", "goods", "projects", "data", "items", "results"});
    return !is_one_of(name, {"license", "licence", "licenses", "openlicenses", "SDGs", "sdgs",
                             "organizations", "owners", "repositories", "clearOwnership", "privacy",
                             "sectors", "categories", "type"});
}
void add_records(json::value const& whole, std::vector<json::value>& out) {
    if (whole.is_array()) {
        for (auto const& one : whole.as_array()) out.push_back(one);
        return;
    }
    if (!whole.is_object()) return out.push_back(whole);
    auto const& object = whole.as_object();
    bool const is_named = object.contains("name") || object.contains("title");
    for (auto const& [name, value] : object)
        if (is_collection(name, value, is_named)) {
            for (auto const& one : value.as_array()) out.push_back(one);
            return;
        }
    // Or each under its own address: {"10146": {"name": ...}}.
    bool const is_map = !object.empty() && std::all_of(object.begin(), object.end(), [](auto& one) {
        return one.value().is_object() && one.value().as_object().contains("name");
    });
    if (!is_map || is_named) return out.push_back(whole);
    for (auto const& [name, value] : object) {
        out.push_back(value);
        if (!value.as_object().contains("id")) out.back().as_object()["id"] = name;
    }
}

// One value after another, as files that were put together leave them. False where one is broken;
// those before it are read.
bool read_in_succession(std::string_view text, std::vector<json::value>& out) {
    constexpr std::string_view between = " \t\r\n,\xEF\xBB\xBF";
    json::stream_parser parser({}, shapes());
    while (out.size() <= import_rows_max) {
        auto const from = text.find_first_not_of(between);
        if (from == std::string_view::npos) return true;
        text.remove_prefix(from);
        boost::system::error_code error;
        parser.reset();
        auto const read = parser.write_some(text.data(), text.size(), error);
        if (!error && !parser.done()) parser.finish(error);
        if (error) return false;
        add_records(parser.release(), out);
        text.remove_prefix(read);
    }
    return true;
}

std::vector<Incoming> from_lines(std::string_view text) {
    std::vector<Incoming> out;
    int row = 0;
    for (auto const line : http::split(text, '\n')) {
        ++row;
        if (lexis::trimmed(line).empty()) continue;
        boost::system::error_code error;
        auto const value = json::parse(lexis::trimmed(line), error, {}, shapes());
        out.push_back(error ? unreadable(row) : read_value(value, row));
        if (out.size() > import_rows_max) break;
    }
    return out;
}

}  // namespace

Result<std::vector<Incoming>> incoming_from_json(std::string_view text) {
    std::vector<json::value> values;
    bool const whole = read_in_succession(text, values);
    std::vector<Incoming> out;
    if (!whole) out = from_lines(text);
    // Where no line is a record by itself, they are those before the broken one.
    bool const nothing = std::all_of(out.begin(), out.end(),
                                     [](Incoming const& one) { return !one.faults.empty(); });
    if (nothing) {
        out.clear();
        for (auto const& one : values)
            out.push_back(read_value(one, static_cast<int>(out.size()) + 1));
        if (!whole && !out.empty()) out.push_back(unreadable(static_cast<int>(out.size()) + 1));
    }
    if (out.empty() || out.size() > import_rows_max)
        return Refusal{Refused::invalid, say(msg::refused_file_unread), {}, "file"};
    return out;
}

}  // namespace wasl::bank
