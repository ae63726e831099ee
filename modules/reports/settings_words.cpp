// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/settings_words.hpp"

#include <boost/json.hpp>

namespace wasl::reports {

namespace json = boost::json;

namespace {

void add_names(json::object& made, std::string_view name, Names const& names) {
    made.emplace(std::string(name) + "_ar", names.ar);
    made.emplace(std::string(name) + "_fr", names.fr);
    if (!names.en.empty()) made.emplace(std::string(name) + "_en", names.en);
}

json::array choices(std::vector<Choice> const& all) {
    json::array made;
    for (auto const& one : all)
        made.push_back(json::object{
            {"key", one.key}, {"ar", one.name.ar}, {"fr", one.name.fr}, {"en", one.name.en}});
    return made;
}

}  // namespace

std::string json_of(std::vector<Choice> const& all) { return json::serialize(choices(all)); }

std::string json_of(Category const& one) {
    json::object made{{"code", one.code},
                      {"parent", one.parent},
                      {"words", one.words},
                      {"days", one.days},
                      {"private", one.is_private},
                      {"anonymous", one.is_anonymous},
                      {"urgent", one.is_urgent},
                      {"call_instead", one.call_instead},
                      {"duplicate_metres", one.duplicate_metres},
                      {"active", one.is_active},
                      {"position", one.position}};
    add_names(made, "name", one.name);
    add_names(made, "notice", one.notice);
    return json::serialize(made);
}

std::string json_of(Question const& one) {
    json::object made{{"category", one.category},        {"code", one.code},
                      {"kind", name_of(one.kind)},       {"required", one.is_required},
                      {"choices", choices(one.choices)}, {"position", one.position}};
    add_names(made, "label", one.label);
    add_names(made, "help", one.help);
    return json::serialize(made);
}

std::string json_of(NamedState const& one) {
    json::object made{{"code", one.code},
                      {"phase", name_of(one.phase)},
                      {"open311", one.open311},
                      {"active", one.is_active},
                      {"position", one.position}};
    add_names(made, "name", one.name);
    return json::serialize(made);
}

std::string json_of(Template const& one) {
    json::object made{{"state", one.state}, {"category", one.category}, {"title", one.title}};
    add_names(made, "text", one.text);
    return json::serialize(made);
}

std::string json_of(NumberedRoute const& one) {
    return json::serialize(json::object{{"category", one.route.category},
                                        {"territory", one.route.territory.value()},
                                        {"body", one.route.body.value()},
                                        {"unit", one.route.unit.value()},
                                        {"rank", one.route.rank}});
}

std::string json_of(Escalation const& one) {
    return json::serialize(json::object{
        {"days", one.days}, {"act", name_of(one.act)}, {"level", directory::name_of(one.level)}});
}

}  // namespace wasl::reports
