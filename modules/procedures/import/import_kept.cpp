// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/import/import_kept.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "modules/procedures/messages.hpp"
#include "platform/i18n/kept.hpp"

namespace wasl::procedures {
namespace {

namespace json = boost::json;

// Messages of this module alone are said about a file.
Message const* message_kept(std::string_view key) {
    constexpr std::string_view own = "procedures.";
    return key.starts_with(own) ? msg::find(key.substr(own.size())) : nullptr;
}

std::string text_kept(json::object const& from, std::string_view name) {
    auto const& text = from.at(name).as_string();
    return {text.data(), text.size()};
}

// A text that the program no longer says is left out.
std::optional<Said> remember(json::value const& from, KeptLine& into) {
    auto const& text = from.as_string();
    auto found = i18n::remember({text.data(), text.size()}, message_kept);
    if (!found) return std::nullopt;
    into.names.push_back(std::move(found->names));
    return std::move(found->said);
}

}  // namespace

std::string to_keep(ImportLine const& line) {
    json::array what, objections;
    for (auto const& one : line.what) what.emplace_back(i18n::kept(one));
    for (auto const& one : line.objections)
        objections.push_back(json::object{
            {"field", one.field}, {"what", i18n::kept(one.what)}, {"article", one.article}});
    auto const& title = line.title;
    return json::serialize(json::object{
        {"row", line.row},
        {"code", line.code},
        {"title",
         json::object{{"ar", title.ar}, {"fr", title.fr}, {"en", title.en}, {"zgh", title.zgh}}},
        {"verdict", name_of(line.verdict)},
        {"what", std::move(what)},
        {"objections", std::move(objections)}});
}

KeptLine kept_line(std::string_view text) {
    KeptLine out;
    auto const parsed = json::parse({text.data(), text.size()});
    auto const& from = parsed.as_object();
    out.line.row = static_cast<int>(from.at("row").as_int64());
    out.line.code = text_kept(from, "code");
    auto const& title = from.at("title").as_object();
    out.line.title = {text_kept(title, "ar"), text_kept(title, "fr"), text_kept(title, "en"),
                      text_kept(title, "zgh")};
    auto const verdict = text_kept(from, "verdict");
    for (auto const one : import_verdicts)
        if (name_of(one) == verdict) out.line.verdict = one;
    for (auto const& one : from.at("what").as_array())
        if (auto said = remember(one, out)) out.line.what.push_back(std::move(*said));
    for (auto const& one : from.at("objections").as_array()) {
        auto const& objection = one.as_object();
        auto said = remember(objection.at("what"), out);
        if (!said) continue;
        out.articles.push_back(text_kept(objection, "article"));
        out.line.objections.push_back(
            {text_kept(objection, "field"), std::move(*said), out.articles.back()});
    }
    return out;
}

std::vector<ImportLine const*> by_need(ImportReport const& report) {
    std::vector<ImportLine const*> out;
    for (auto const& line : report.lines) out.push_back(&line);
    auto const need = [](ImportLine const* line) {
        if (line->verdict == ImportVerdict::fault) return 0;
        if (line->verdict == ImportVerdict::same) return 3;
        return line->what.empty() ? 2 : 1;
    };
    std::sort(out.begin(), out.end(), [&](ImportLine const* a, ImportLine const* b) {
        return std::pair(need(a), a->row) < std::pair(need(b), b->row);
    });
    return out;
}

ImportSums sums_of(ImportReport const& report) {
    ImportSums out{};
    for (std::size_t n = 0; n < out.size(); ++n) out[n] = report.count(import_verdicts[n]);
    return out;
}

std::string to_keep(ImportSums const& sums) {
    json::object out;
    for (std::size_t n = 0; n < sums.size(); ++n) out[name_of(import_verdicts[n])] = sums[n];
    return json::serialize(out);
}

ImportSums kept_sums(std::string_view text) {
    ImportSums out{};
    auto const parsed = json::parse({text.data(), text.size()});
    for (std::size_t n = 0; n < out.size(); ++n)
        if (auto const* const count = parsed.as_object().if_contains(name_of(import_verdicts[n])))
            out[n] = count->as_int64();
    return out;
}

std::string to_keep(Said const& what) { return what ? i18n::kept(what) : std::string(); }

std::optional<i18n::Remembered> kept_said(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return i18n::remember(text, message_kept);
}

}  // namespace wasl::procedures
