// SPDX-License-Identifier: Apache-2.0
// What can be reported here, and where GeoReport v2 is spoken.
#include <algorithm>

#include "modules/reports/georeport.hpp"

namespace wasl::reports::georeport {

namespace {

constexpr std::string_view specification = "http://wiki.open311.org/GeoReport_v2";
constexpr std::string_view changeset = "2026-11-22T00:00:00Z";

// Words that a client in wide use takes for commands; `private` is meant as one.
constexpr std::string_view commands[] = {"private", "inactive", "staff", "waste_only"};

std::string keywords(Category const& category) {
    std::string out = category.is_private ? "private" : "";
    for (auto rest = std::string_view(category.words); !rest.empty();) {
        auto const blank = std::min(rest.find(' '), rest.size());
        auto const word = rest.substr(0, blank);
        rest.remove_prefix(std::min(blank + 1, rest.size()));
        bool const command =
            std::find(std::begin(commands), std::end(commands), word) != std::end(commands);
        if (word.empty() || command || word.find(',') != std::string_view::npos) continue;
        out += (out.empty() ? "" : ",") + std::string(word);
    }
    return out;
}

void endpoint(open311::Document& out, Call const& call, std::string_view path,
              std::string_view type) {
    out.begin();
    out.text("specification", specification);
    out.text("url", call.pages.site + std::string(path));
    out.text("changeset", changeset);
    out.text("type", type);
    out.begin_list("formats", "format");
    for (auto const format : {Format::xml, Format::json})
        out.item(open311::content_type(format).substr(0, open311::content_type(format).find(';')));
    out.end_list();
    out.end();
}

// As an attribute's datatype.
std::string_view datatype(QuestionKind kind) {
    switch (kind) {
        case QuestionKind::number: return "number";
        case QuestionKind::moment: return "datetime";
        case QuestionKind::one_of: return "singlevaluelist";
        case QuestionKind::many_of: return "multivaluelist";
        case QuestionKind::text:
        case QuestionKind::notice: break;
    }
    return "string";
}

void attribute(open311::Document& out, Language language, Question const& question, int order) {
    out.begin();
    out.flag("variable", question.kind != QuestionKind::notice);
    out.text("code", question.code);
    out.text("datatype", datatype(question.kind));
    out.flag("required", question.is_required && question.kind != QuestionKind::notice);
    out.text("datatype_description", directory::in(language, question.help));
    out.number("order", order);
    out.text("description", directory::in(language, question.label));
    if (!question.choices.empty()) {
        out.begin_list("values", "value");
        for (auto const& one : question.choices) {
            out.begin();
            out.text("key", one.key);
            out.text("name", directory::in(language, one.name));
            out.end();
        }
        out.end_list();
    }
    out.end();
}

void service_entry(open311::Document& out, Call const& call, Category const& category) {
    auto const language = call.language();
    auto const* const group = call.settings->category(category.parent);
    out.begin();
    out.text("service_code", category.code);
    out.text("service_name", directory::in(language, category.name));
    out.text("description", directory::in(language, category.notice));
    out.flag("metadata", !call.settings->questions_of(category.code).empty());
    out.text("type", "realtime");
    out.text("keywords", keywords(category));
    out.text("group", group == nullptr ? "" : directory::in(language, group->name));
    out.end();
}

}  // namespace

Category const* service(Call const& call, std::string_view code) {
    auto const* const found = call.settings->category(code);
    bool const offered = found != nullptr && !found->parent.empty() && found->is_active &&
                         found->call_instead.empty();
    return offered ? found : nullptr;
}

Answer discovery(Call const& call) {
    open311::Document out(call.format, "discovery");
    out.begin();
    out.text("changeset", changeset);
    out.text("contact", call.pages.site + "/ar/about");
    out.text("key_service", call.pages.site + "/ar/about");
    out.begin_list("endpoints", "endpoint");
    endpoint(out, call, "/open311/v2", "production");
    endpoint(out, call, "/open311/test/v2", "test");
    out.end_list();
    out.end();
    return answer(call, out.take());
}

// With a place, what can be reported there: everything, or nothing where we answer for nobody.
Answer services(Call const& call) {
    bool served = true;
    if (!call.parameter("lat").empty() || !call.parameter("long").empty()) {
        auto const read = open311::place(call.parameters);
        if (auto const* const fault = std::get_if<Fault>(&read)) return *fault;
        auto const where =
            call.pages.desk.whereabouts(call.asked.db, std::get<geography::Point>(read));
        served = where.proposed.value() != 0;
    }
    open311::Document out(call.format, "services", "service");
    for (auto const* const group : call.settings->groups())
        for (auto const* const leaf : call.settings->leaves_of(group->code))
            if (served && service(call, leaf->code) != nullptr) service_entry(out, call, *leaf);
    return answer(call, out.take());
}

Answer service_definition(Call const& call) {
    auto const* const category = service(call, call.id);
    auto const questions = call.settings->questions_of(call.id);
    if (category == nullptr || questions.empty())
        return Fault{404, "service_code provided was not found, or has no metadata"};
    open311::Document out(call.format, "service_definition");
    out.begin();
    out.text("service_code", category->code);
    out.begin_list("attributes", "attribute");
    int order = 0;
    for (auto const* const one : questions) attribute(out, call.language(), *one, ++order);
    out.end_list();
    out.end();
    return answer(call, out.take());
}

}  // namespace wasl::reports::georeport
