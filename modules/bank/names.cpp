// SPDX-License-Identifier: Apache-2.0
#include "modules/bank/names.hpp"

#include "kernel/value_named.hpp"

namespace wasl::bank {

namespace {

constexpr std::array<std::string_view, stage_count> stages = {
    "proposed", "in_review", "returned", "listed", "refused", "dormant", "withdrawn", "merged"};
constexpr std::array<std::string_view, action_count> actions = {
    "take_up", "send_back", "resubmit", "enlist", "refuse",    "confirm",
    "rest",    "wake",      "withdraw", "merge",  "reconsider"};
constexpr std::array<std::string_view, evidence_count> evidences = {"e0", "e1", "e2", "e3"};
constexpr std::array<std::string_view, origin_count> origins = {"idea", "edition", "import"};
constexpr std::array<std::string_view, replicability_count> replicabilities = {"unknown", "as_is",
                                                                               "adapted", "local"};
constexpr std::array<std::string_view, touch_count> touches = {"procedure", "obstacle",
                                                               "life_event", "indicator", "data"};
constexpr std::array<std::string_view, phase_count> phases = {"asked", "accepted", "refused",
                                                              "pilot", "live",     "stopped"};
constexpr std::array<std::string_view, deed_count> deeds = {"accept", "refuse", "begin_pilot",
                                                            "go_live", "stop"};
constexpr std::array<std::string_view, task_kind_count> task_kinds = {"check", "task", "risk"};
constexpr std::array<std::string_view, 2> betters = {"higher", "lower"};
constexpr std::array<std::string_view, verdict_count> verdicts = {"improved", "unchanged",
                                                                  "worsened"};
constexpr std::array<std::string_view, 2> relation_names = {"joins", "differs"};

}  // namespace

std::string_view name_of(Stage one) { return stages[static_cast<std::size_t>(one)]; }
std::string_view name_of(Action one) { return actions[static_cast<std::size_t>(one)]; }
std::string_view name_of(Evidence one) { return evidences[static_cast<std::size_t>(one)]; }
std::string_view name_of(Origin one) { return origins[static_cast<std::size_t>(one)]; }
std::string_view name_of(Replicability one) {
    return replicabilities[static_cast<std::size_t>(one)];
}
std::string_view name_of(Touch one) { return touches[static_cast<std::size_t>(one)]; }
std::string_view name_of(Phase one) { return phases[static_cast<std::size_t>(one)]; }
std::string_view name_of(Deed one) { return deeds[static_cast<std::size_t>(one)]; }
std::string_view name_of(TaskKind one) { return task_kinds[static_cast<std::size_t>(one)]; }
std::string_view name_of(Better one) { return betters[static_cast<std::size_t>(one)]; }
std::string_view name_of(Verdict one) { return verdicts[static_cast<std::size_t>(one)]; }
std::string_view name_of(Relation one) { return relation_names[static_cast<std::size_t>(one)]; }

std::optional<Stage> stage_named(std::string_view text) { return value_named<Stage>(stages, text); }
std::optional<Action> action_named(std::string_view text) {
    return value_named<Action>(actions, text);
}
std::optional<Evidence> evidence_named(std::string_view text) {
    return value_named<Evidence>(evidences, text);
}
std::optional<Origin> origin_named(std::string_view text) {
    return value_named<Origin>(origins, text);
}
std::optional<Replicability> replicability_named(std::string_view text) {
    return value_named<Replicability>(replicabilities, text);
}
std::optional<Touch> touch_named(std::string_view text) {
    return value_named<Touch>(touches, text);
}
std::optional<Phase> phase_named(std::string_view text) { return value_named<Phase>(phases, text); }
std::optional<Deed> deed_named(std::string_view text) { return value_named<Deed>(deeds, text); }
std::optional<TaskKind> task_kind_named(std::string_view text) {
    return value_named<TaskKind>(task_kinds, text);
}
std::optional<Better> better_named(std::string_view text) {
    return value_named<Better>(betters, text);
}
std::optional<Relation> relation_named(std::string_view text) {
    return value_named<Relation>(relation_names, text);
}

}  // namespace wasl::bank
