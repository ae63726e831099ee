// SPDX-License-Identifier: Apache-2.0
// How an office works with reports: categories with their questions, named states, answers ready
// to be sent, who is responsible where, and what time alone does. Rows that an administrator edits;
// here as one immutable picture, read again when its version has changed.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modules/directory/directory.hpp"
#include "modules/reports/names.hpp"
#include "modules/reports/routing.hpp"

namespace wasl::reports {

using directory::Names;

struct Category {
    std::string code;
    std::string parent;  // empty: a group
    Names name;
    std::string words;  // as people call it
    int days = 0;       // office days until an answer is due; 0: none is owed
    bool is_private = false;
    bool is_anonymous = false;
    bool is_urgent = false;
    std::string call_instead;  // a telephone number; empty where a report is right
    Names notice;
    int duplicate_metres = 50;
    bool is_active = true;
    int position = 0;
    friend bool operator==(Category const&, Category const&) = default;
};

enum class QuestionKind : std::uint8_t { text, number, moment, one_of, many_of, notice };
std::string_view name_of(QuestionKind);
std::optional<QuestionKind> question_kind_named(std::string_view);

struct Choice {
    std::string key;
    Names name;
    friend bool operator==(Choice const&, Choice const&) = default;
};
struct Question {
    std::string category, code;
    QuestionKind kind = QuestionKind::text;
    Names label, help;
    bool is_required = false;
    std::vector<Choice> choices;
    int position = 0;
    friend bool operator==(Question const&, Question const&) = default;
};

struct NamedState {
    std::string code;
    Phase phase = Phase::open;
    Names name;
    std::string open311;  // of the update extension: "in_progress"
    bool is_active = true;
    int position = 0;
    friend bool operator==(NamedState const&, NamedState const&) = default;
};

using TemplateId = Id<struct TemplateTag>;
struct Template {
    TemplateId id{0};
    std::string state, category;  // empty: any
    std::string title;            // for the office
    Names text;
    friend bool operator==(Template const&, Template const&) = default;
};

using RouteId = Id<struct RouteTag>;
struct NumberedRoute {
    RouteId id{0};
    Route route;
};

enum class TimeAct : std::uint8_t { remind, escalate };
std::string_view name_of(TimeAct);
std::optional<TimeAct> time_act_named(std::string_view);
using EscalationId = Id<struct EscalationTag>;
struct Escalation {
    EscalationId id{0};
    int days = 0;  // office days after the due day; negative: before it
    TimeAct act = TimeAct::remind;
    // Whose body is told, or answers from then on.
    directory::TerritoryKind level = directory::TerritoryKind::commune;
    friend bool operator==(Escalation const&, Escalation const&) = default;
};

// One change of these rows, and who made it.
struct SettingAct {
    std::string kind, key, before, after;  // JSON; empty where it was added, or removed
    PersonId by{0};
    Instant at{};
};

struct SettingsRows {
    std::int64_t version = 0;
    std::vector<Category> categories;
    std::vector<Question> questions;
    std::vector<NamedState> states;
    std::vector<Template> templates;
    std::vector<NumberedRoute> routes;
    std::vector<Escalation> escalations;
};

class Settings {
public:
    explicit Settings(SettingsRows);

    std::int64_t version() const { return rows_.version; }
    // Null where there is none. Pointers live as long as the settings.
    Category const* category(std::string_view code) const;
    NamedState const* state(std::string_view code) const;
    // The first state of a phase: what a report is in when nothing finer is said.
    NamedState const* first_state(Phase) const;
    NamedState const* state_of_open311(std::string_view word) const;

    std::span<Category const> categories() const { return rows_.categories; }
    std::span<Template const> templates() const { return rows_.templates; }
    std::span<Question const> questions() const { return rows_.questions; }
    std::span<NamedState const> states() const { return rows_.states; }
    std::span<NumberedRoute const> routes() const { return rows_.routes; }
    std::span<Escalation const> escalations() const { return rows_.escalations; }
    std::vector<Category const*> groups() const;                           // active, in order
    std::vector<Category const*> leaves_of(std::string_view group) const;  // active, in order
    std::vector<Question const*> questions_of(std::string_view category) const;
    std::vector<Template const*> templates_for(std::string_view state,
                                               std::string_view category) const;

    // First responsible first; the body of the province where no row covers it (0: not even that).
    std::vector<Route> bodies_for(directory::Picture const&, std::string_view category,
                                  TerritoryId) const;
    struct Uncovered {
        Category const* category;
        TerritoryId territory;
    };
    // Leaves and communes for which no row says anything of its own.
    std::vector<Uncovered> uncovered(directory::Picture const&,
                                     std::span<TerritoryId const> communes) const;

private:
    std::vector<Route> own_routes(directory::Picture const&, std::string_view category,
                                  TerritoryId) const;

    SettingsRows rows_;
    std::vector<Route> plain_routes_;
};

}  // namespace wasl::reports
