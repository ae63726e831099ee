// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/api_read.hpp"

#include <algorithm>
#include <charconv>

#include "modules/dossiers/messages.hpp"
#include "platform/http/text.hpp"

namespace wasl::dossiers::api {

namespace json = boost::json;

Refusal refused(Message const& what, std::string_view member) {
    return {Refused::invalid, say(what, {text("member", member)}), {}, member};
}

// Controls other than line breaks and tabs; U+202A to U+202E and U+2066 to U+2069, which make a
// text look like another one.
bool is_plain(std::string_view text) {
    for (std::size_t n = 0; n < text.size(); ++n) {
        auto const at = [&](std::size_t k) {
            return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u;
        };
        auto const one = at(n);
        if ((one < 0x20 && one != '\n' && one != '\r' && one != '\t') || one == 0x7f) return false;
        if (one != 0xe2) continue;
        if (at(n + 1) == 0x80 && at(n + 2) >= 0xaa && at(n + 2) <= 0xae) return false;
        if (at(n + 1) == 0x81 && at(n + 2) >= 0xa6 && at(n + 2) <= 0xa9) return false;
    }
    return true;
}

static bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

static std::string_view view_of(json::string const& text) { return {text.data(), text.size()}; }

// Where the client wrote it, so that the refusal may point there after the object is gone.
static std::string_view spot_of(http::Request const& request, std::string_view member) {
    auto const at = request.body.find(member);
    if (at == std::string::npos) return {};
    return std::string_view(request.body).substr(at, member.size());
}

// Of JSON that was read already: a colon outside of strings stands after each name.
static std::size_t names_written(std::string_view text) {
    std::size_t found = 0;
    bool inside = false;
    for (std::size_t n = 0; n < text.size(); ++n) {
        if (inside && text[n] == '\\') {
            ++n;
        } else if (text[n] == '"') {
            inside = !inside;
        } else if (!inside && text[n] == ':') {
            ++found;
        }
    }
    return found;
}

static std::size_t names_read(json::value const& value) {
    std::size_t found = 0;
    if (value.is_object())
        for (auto const& [name, member] : value.as_object()) found += 1 + names_read(member);
    if (value.is_array())
        for (auto const& one : value.as_array()) found += names_read(one);
    return found;
}

static Result<json::object> object_in(http::Request const& request) {
    if (request.body.empty() && request.form.empty()) return json::object{};
    Refusal const not_json{Refused::invalid, say(msg::api_not_json, {text("format", "JSON")})};
    auto const type = request.header("content-type");
    if (!http::same_word(http::trimmed(type.substr(0, type.find(';'))), "application/json"))
        return not_json;
    json::parse_options options;
    options.max_depth = json_depth_max;
    boost::system::error_code fault;
    auto value = json::parse(request.body, fault, {}, options);
    if (fault || !value.is_object()) return not_json;
    // One name twice: the reader keeps the last, who wrote it may have meant the first.
    if (names_written(request.body) != names_read(value)) return not_json;
    return std::move(value.as_object());
}

Result<Members> Members::read(http::Request const& request,
                              std::initializer_list<std::string_view> known) {
    Members members;
    members.object_ = TRY(object_in(request));
    for (auto const& [name, value] : members.object_) {
        std::string_view const given(name.data(), name.size());
        if (std::find(known.begin(), known.end(), given) != known.end()) continue;
        return Refusal{Refused::invalid,
                       say(msg::api_member_unknown, {wasl::text("member", given)}),
                       {},
                       spot_of(request, given)};
    }
    return members;
}

bool Members::holds(std::string_view name) const {
    auto const* value = object_.if_contains(name);
    return value && !value->is_null();
}

Result<std::string> Members::any_text(std::string_view name) const {
    if (!holds(name)) return std::string();
    auto const& value = object_.at(name);
    if (!value.is_string()) return refused(msg::api_member_kind, name);
    auto const given = view_of(value.as_string());
    if (!is_plain(given)) return refused(msg::api_hidden_signs, name);
    return std::string(given);
}

Result<std::string> Members::text(std::string_view name) const {
    auto given = TRY(any_text(name));
    if (is_blank(given)) return refused(msg::api_member_missing, name);
    return given;
}

Result<std::vector<std::string>> Members::texts(std::string_view name) const {
    std::vector<std::string> found;
    if (!holds(name)) return found;
    auto const& value = object_.at(name);
    if (!value.is_array() || value.as_array().size() > 100)
        return refused(msg::api_member_kind, name);
    for (auto const& one : value.as_array()) {
        if (!one.is_string()) return refused(msg::api_member_kind, name);
        auto const given = view_of(one.as_string());
        if (!is_plain(given)) return refused(msg::api_hidden_signs, name);
        found.emplace_back(given);
    }
    return found;
}

Result<std::int64_t> Members::number(std::string_view name, std::int64_t standard) const {
    if (!holds(name)) return standard;
    auto const& value = object_.at(name);
    if (!value.is_int64()) return refused(msg::api_member_kind, name);
    return value.as_int64();
}

Result<bool> Members::truth(std::string_view name) const {
    if (!holds(name)) return refused(msg::api_member_missing, name);
    auto const& value = object_.at(name);
    if (!value.is_bool()) return refused(msg::api_member_kind, name);
    return value.as_bool();
}

Result<Date> Members::date(std::string_view name) const {
    auto const found = date_from_iso(TRY(text(name)));
    if (!found) return refused(msg::api_member_kind, name);
    return *found;
}

Result<std::int64_t> id_in(std::string_view text, std::string_view name) {
    std::int64_t number = 0;
    auto const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end || number < 0)
        return refused(msg::api_member_kind, name);
    return number;
}

Result<std::int64_t> Members::id(std::string_view name) const {
    auto const given = TRY(any_text(name));
    if (given.empty()) return std::int64_t{0};
    return id_in(given, name);
}

Result<FieldValues> Members::answers(std::string_view name) const {
    FieldValues found;
    if (!holds(name)) return found;
    auto const& value = object_.at(name);
    if (!value.is_object() || value.as_object().size() > 500)
        return refused(msg::api_member_kind, name);
    for (auto const& [code, answer] : value.as_object()) {
        if (!answer.is_string()) return refused(msg::api_member_kind, name);
        // What a text may hold is the desk's to say, field by field.
        found.emplace_back(std::string(code), std::string(view_of(answer.as_string())));
    }
    return found;
}

static Result<SentFor> document_in(json::value const& value) {
    SentFor found;
    if (!value.is_object()) return refused(msg::api_member_kind, "documents");
    for (auto const& [name, given] : value.as_object()) {
        std::string* const place = name == "requirement" ? &found.requirement
                                   : name == "upload"    ? &found.sha256
                                   : name == "name"      ? &found.name
                                                         : nullptr;
        if (!place) return refused(msg::api_member_unknown, "documents");
        if (!given.is_string()) return refused(msg::api_member_kind, "documents");
        *place = std::string(view_of(given.as_string()));
        if (!is_plain(*place)) return refused(msg::api_hidden_signs, "documents");
        if (place->size() > 4 * upload_name_signs_max)
            return refused(msg::api_member_long, "documents");
    }
    if (found.requirement.empty() || found.sha256.empty())
        return refused(msg::api_member_missing, "documents");
    return found;
}

Result<std::vector<SentFor>> Members::documents(std::string_view name) const {
    std::vector<SentFor> found;
    if (!holds(name)) return found;
    auto const& value = object_.at(name);
    if (!value.is_array() || value.as_array().size() > 200)
        return refused(msg::api_member_kind, name);
    for (auto const& one : value.as_array()) found.push_back(TRY(document_in(one)));
    return found;
}

Result<std::string> only_text(http::Request const& request, std::string_view name) {
    auto const members = TRY(Members::read(request, {name}));
    return members.text(name);
}

Result<std::string> only_any_text(http::Request const& request, std::string_view name) {
    auto const members = TRY(Members::read(request, {name}));
    return members.any_text(name);
}

template<typename Enum>
Result<Enum> choice(Members const& members, std::string_view name) {
    auto const found = named<Enum>(TRY(members.text(name)));
    if (!found) return refused(msg::api_member_kind, name);
    return *found;
}
template Result<Ask> choice(Members const&, std::string_view);
template Result<Ground> choice(Members const&, std::string_view);
template Result<AppealOver> choice(Members const&, std::string_view);

Result<std::optional<std::int64_t>> version_asked(http::Request const& request) {
    auto given = http::trimmed(request.header("if-match"));
    std::optional<std::int64_t> version;
    if (given.empty() || given == "*") return version;
    if (given.starts_with("W/")) given.remove_prefix(2);
    if (given.size() < 3 || given.front() != '"' || given.back() != '"')
        return refused(msg::api_member_kind, "If-Match");
    version = TRY(id_in(given.substr(1, given.size() - 2), "If-Match"));
    if (*version == 0) return refused(msg::api_member_kind, "If-Match");
    return version;
}

}  // namespace wasl::dossiers::api
