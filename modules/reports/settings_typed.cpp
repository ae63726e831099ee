// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/settings_typed.hpp"

#include <algorithm>
#include <array>

#include "modules/reports/messages.hpp"
#include "modules/reports/number_typed.hpp"
#include "modules/reports/places_to_choose.hpp"
#include "modules/reports/settings_words.hpp"

namespace wasl::reports::bureau {

namespace {

constexpr int no_number = -1'000'000;

std::string text(http::Request const& request, std::string_view name) {
    return std::string(request.field(name));
}
bool ticked(http::Request const& request, std::string_view name) {
    return request.field(name) == "1";
}
int whole(http::Request const& request, std::string_view name) {
    auto const number = request.field_number(name);
    bool const fits = number && *number > no_number && *number < -no_number;
    return fits ? static_cast<int>(*number) : no_number;
}
Names names(http::Request const& request, std::string const& name) {
    return {
        text(request, name + "_ar"), text(request, name + "_fr"), text(request, name + "_en"), {}};
}
void add(http::Pairs& fields, std::string const& name, Names const& value) {
    fields.emplace_back(name + "_ar", value.ar);
    fields.emplace_back(name + "_fr", value.fr);
    fields.emplace_back(name + "_en", value.en);
}
void add_tick(http::Pairs& fields, std::string name, bool value) {
    fields.emplace_back(std::move(name), value ? "1" : "");
}
template<typename Tag>
std::string id_digits(Id<Tag> id) {
    return std::to_string(id.value());
}
std::string code_typed(http::Request const& request) { return text(request, "code"); }
std::string key_kept(http::Request const& request) { return text(request, "key"); }

template<typename Row>
RowKind::Found found(http::Pairs fields, Row const& row) {
    return {std::move(fields), json_of(row)};
}

// --- categories
std::optional<RowKind::Found> find_category(Settings const& settings, std::string_view key) {
    auto const* const one = settings.category(key);
    if (one == nullptr) return std::nullopt;
    http::Pairs fields{{"code", one->code},
                       {"parent", one->parent},
                       {"words", one->words},
                       {"days", std::to_string(one->days)},
                       {"call_instead", one->call_instead},
                       {"duplicate_metres", std::to_string(one->duplicate_metres)},
                       {"position", std::to_string(one->position)}};
    add(fields, "name", one->name);
    add(fields, "notice", one->notice);
    add_tick(fields, "is_private", one->is_private);
    add_tick(fields, "is_anonymous", one->is_anonymous);
    add_tick(fields, "is_urgent", one->is_urgent);
    add_tick(fields, "is_active", one->is_active);
    return found(std::move(fields), *one);
}
Outcome keep_category(Desk const& desk, db::Writer& writer, http::Visitor const& by,
                      http::Request const& request, Instant now) {
    Category one;
    one.code = text(request, "code");
    one.parent = text(request, "parent");
    one.name = names(request, "name");
    one.notice = names(request, "notice");
    one.words = text(request, "words");
    one.days = whole(request, "days");
    one.call_instead = text(request, "call_instead");
    one.duplicate_metres = whole(request, "duplicate_metres");
    one.position = whole(request, "position");
    one.is_private = ticked(request, "is_private");
    one.is_anonymous = ticked(request, "is_anonymous");
    one.is_urgent = ticked(request, "is_urgent");
    one.is_active = ticked(request, "is_active");
    return desk.keep(writer, by, one, now);
}

// --- questions: "category/code"
std::string question_typed(http::Request const& request) {
    return text(request, "category") + "/" + text(request, "code");
}
// One choice a line: key | Arabic | French | English.
std::vector<Choice> choices_in(std::string_view typed) {
    std::vector<Choice> found;
    while (!typed.empty()) {
        auto const end = std::min(typed.find('\n'), typed.size());
        auto line = typed.substr(0, end);
        typed.remove_prefix(std::min(end + 1, typed.size()));
        std::array<std::string, 4> cells;
        for (auto& cell : cells) {
            auto const bar = std::min(line.find('|'), line.size());
            auto part = line.substr(0, bar);
            line.remove_prefix(std::min(bar + 1, line.size()));
            auto const first = part.find_first_not_of(" \t\r");
            if (first == std::string_view::npos) continue;
            cell = part.substr(first, part.find_last_not_of(" \t\r") - first + 1);
        }
        if (cells[0].empty() && cells[1].empty()) continue;
        found.push_back({cells[0], {cells[1], cells[2], cells[3], {}}});
    }
    return found;
}
std::optional<RowKind::Found> find_question(Settings const& settings, std::string_view key) {
    auto const slash = std::min(key.find('/'), key.size());
    for (auto const& one : settings.questions()) {
        if (one.category != key.substr(0, slash) || key.substr(slash) != "/" + one.code) continue;
        std::string lines;
        for (auto const& choice : one.choices)
            lines += choice.key + " | " + choice.name.ar + " | " + choice.name.fr + " | " +
                     choice.name.en + "\n";
        http::Pairs fields{{"category", one.category},
                           {"code", one.code},
                           {"kind", std::string(name_of(one.kind))},
                           {"choices", lines},
                           {"position", std::to_string(one.position)}};
        add(fields, "label", one.label);
        add(fields, "help", one.help);
        add_tick(fields, "is_required", one.is_required);
        return found(std::move(fields), one);
    }
    return std::nullopt;
}
Outcome keep_question(Desk const& desk, db::Writer& writer, http::Visitor const& by,
                      http::Request const& request, Instant now) {
    auto const kind = question_kind_named(request.field("kind"));
    if (!kind) return Refusal{Refused::invalid, say(msg::setting_refused_kind), {}, "kind"};
    return desk.keep(writer, by,
                     Question{.category = text(request, "category"),
                              .code = text(request, "code"),
                              .kind = *kind,
                              .label = names(request, "label"),
                              .help = names(request, "help"),
                              .is_required = ticked(request, "is_required"),
                              .choices = choices_in(request.field("choices")),
                              .position = whole(request, "position")},
                     now);
}
Outcome remove_question(Desk const& desk, db::Writer& writer, http::Visitor const& by,
                        std::string_view key, Instant now) {
    auto const slash = std::min(key.find('/'), key.size());
    return desk.remove_question(writer, by, key.substr(0, slash),
                                key.substr(std::min(slash + 1, key.size())), now);
}

// --- states
std::optional<RowKind::Found> find_state(Settings const& settings, std::string_view key) {
    auto const* const one = settings.state(key);
    if (one == nullptr) return std::nullopt;
    http::Pairs fields{{"code", one->code},
                       {"phase", std::string(name_of(one->phase))},
                       {"open311", one->open311},
                       {"position", std::to_string(one->position)}};
    add(fields, "name", one->name);
    add_tick(fields, "is_active", one->is_active);
    return found(std::move(fields), *one);
}
Outcome keep_state(Desk const& desk, db::Writer& writer, http::Visitor const& by,
                   http::Request const& request, Instant now) {
    auto const phase = phase_named(request.field("phase"));
    if (!phase) return Refusal{Refused::invalid, say(msg::setting_refused_phase), {}, "phase"};
    return desk.keep(writer, by,
                     NamedState{.code = text(request, "code"),
                                .phase = *phase,
                                .name = names(request, "name"),
                                .open311 = text(request, "open311"),
                                .is_active = ticked(request, "is_active"),
                                .position = whole(request, "position")},
                     now);
}

template<typename Rows>
auto const* numbered(Rows const& rows, std::string_view key) {
    auto const at = std::find_if(rows.begin(), rows.end(),
                                 [&](auto const& one) { return id_digits(one.id) == key; });
    return at == rows.end() ? nullptr : &*at;
}

// --- templates
std::optional<RowKind::Found> find_template(Settings const& settings, std::string_view key) {
    auto const* const one = numbered(settings.templates(), key);
    if (one == nullptr) return std::nullopt;
    http::Pairs fields{{"state", one->state}, {"category", one->category}, {"title", one->title}};
    add(fields, "text", one->text);
    return found(std::move(fields), *one);
}
Outcome keep_template(Desk const& desk, db::Writer& writer, http::Visitor const& by,
                      http::Request const& request, Instant now) {
    return desk.keep(writer, by,
                     Template{.id = TemplateId{number_typed(request.field("key"))},
                              .state = text(request, "state"),
                              .category = text(request, "category"),
                              .title = text(request, "title"),
                              .text = names(request, "text")},
                     now);
}

// --- routes
std::optional<RowKind::Found> find_route(Settings const& settings, std::string_view key) {
    auto const* const one = numbered(settings.routes(), key);
    if (one == nullptr) return std::nullopt;
    auto const& route = one->route;
    return found({{"category", route.category},
                  {"territory", id_digits(route.territory)},
                  {"body", written({route.body, route.unit})},
                  {"rank", std::to_string(route.rank)}},
                 *one);
}
Outcome keep_route(Desk const& desk, db::Writer& writer, http::Visitor const& by,
                   http::Request const& request, Instant now) {
    auto const to = seat_read(request.field("body"));
    return desk.keep(
        writer, by,
        NumberedRoute{RouteId{number_typed(request.field("key"))},
                      {.category = text(request, "category"),
                       .territory = TerritoryId{number_typed(request.field("territory"))},
                       .body = to.body,
                       .unit = to.unit,
                       .rank = whole(request, "rank")}},
        now);
}

// --- escalations
std::optional<RowKind::Found> find_escalation(Settings const& settings, std::string_view key) {
    auto const* const one = numbered(settings.escalations(), key);
    if (one == nullptr) return std::nullopt;
    return found({{"days", std::to_string(one->days)},
                  {"act", std::string(name_of(one->act))},
                  {"level", std::string(directory::name_of(one->level))}},
                 *one);
}
Outcome keep_escalation(Desk const& desk, db::Writer& writer, http::Visitor const& by,
                        http::Request const& request, Instant now) {
    auto const act = time_act_named(request.field("act"));
    if (!act) return Refusal{Refused::invalid, say(msg::setting_refused_act), {}, "act"};
    auto const level = directory::territory_kind_named(request.field("level"));
    if (!level) return Refusal{Refused::invalid, say(msg::refused_setting_level), {}, "level"};
    return desk.keep(writer, by,
                     Escalation{.id = EscalationId{number_typed(request.field("key"))},
                                .days = whole(request, "days"),
                                .act = *act,
                                .level = *level},
                     now);
}

template<typename Ident>
Outcome remove_numbered(Desk const& desk, db::Writer& writer, http::Visitor const& by,
                        std::string_view key, Instant now) {
    return desk.remove(writer, by, Ident{number_typed(key)}, now);
}

constexpr std::array known_rows{
    RowKind{"categories", "category", msg::setting_categories, msg::setting_add_category,
            find_category, code_typed, keep_category},
    RowKind{"questions", "question", msg::setting_questions, msg::setting_add_question,
            find_question, question_typed, keep_question, remove_question},
    RowKind{"states", "state", msg::setting_states, msg::setting_add_state, find_state, code_typed,
            keep_state},
    RowKind{"templates", "template", msg::setting_templates, msg::setting_add_template,
            find_template, key_kept, keep_template, remove_numbered<TemplateId>},
    RowKind{"routes", "route", msg::setting_routes, msg::setting_add_route, find_route, key_kept,
            keep_route, remove_numbered<RouteId>},
    RowKind{"escalations", "escalation", msg::setting_escalations, msg::setting_add_escalation,
            find_escalation, key_kept, keep_escalation, remove_numbered<EscalationId>},
};

}  // namespace

std::span<RowKind const> row_kinds() { return known_rows; }

RowKind const* row_kind_named(std::string_view address) {
    auto const found = std::find_if(known_rows.begin(), known_rows.end(),
                                    [&](RowKind const& one) { return one.address == address; });
    return found == known_rows.end() ? nullptr : &*found;
}

}  // namespace wasl::reports::bureau
