// SPDX-License-Identifier: Apache-2.0
// One spelling of everything that has a name: an enumerator, its text in the database, its word in
// an address and its message key are the same letters.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace wasl::bank {

// Where an entry stands. Nothing is deleted: what is over keeps its page, with the reason.
enum class Stage : std::uint8_t {
    proposed,
    in_review,
    returned,  // to its author, with what is missing
    listed,
    refused,
    dormant,  // nobody stood by it for a year, or a reviewer put it to rest
    withdrawn,
    merged,
};
inline constexpr std::size_t stage_count = 8;

enum class Action : std::uint8_t {
    take_up,
    send_back,
    resubmit,
    enlist,
    refuse,
    confirm,  // for another year
    rest,
    wake,
    withdraw,
    merge,
    reconsider,
};
inline constexpr std::size_t action_count = 11;

// How it is known that it works.
enum class Evidence : std::uint8_t {
    e0,  // told
    e1,  // measured before and after
    e2,  // and compared with a place without it
    e3,  // phased or randomised
};
inline constexpr std::size_t evidence_count = 4;

enum class Origin : std::uint8_t { idea, edition, import };
inline constexpr std::size_t origin_count = 3;

// Whether another place can take it up.
enum class Replicability : std::uint8_t { unknown, as_is, adapted, local };
inline constexpr std::size_t replicability_count = 4;

// What an entry touches, hence by what it is found and compared.
enum class Touch : std::uint8_t { procedure, obstacle, life_event, indicator, data };
inline constexpr std::size_t touch_count = 5;

// An administration takes an entry up.
enum class Phase : std::uint8_t { asked, accepted, refused, pilot, live, stopped };
inline constexpr std::size_t phase_count = 6;

enum class Deed : std::uint8_t { accept, refuse, begin_pilot, go_live, stop };
inline constexpr std::size_t deed_count = 5;

// What stands in the list of an adoption file.
enum class TaskKind : std::uint8_t { check, task, risk };
inline constexpr std::size_t task_kind_count = 3;

// Which way an indicator gets better.
enum class Better : std::uint8_t { higher, lower };
enum class Verdict : std::uint8_t { improved, unchanged, worsened };
inline constexpr std::size_t verdict_count = 3;

// What is said of a running initiative that touches the same things.
enum class Relation : std::uint8_t { joins, differs };

std::string_view name_of(Stage);
std::string_view name_of(Action);
std::string_view name_of(Evidence);
std::string_view name_of(Origin);
std::string_view name_of(Replicability);
std::string_view name_of(Touch);
std::string_view name_of(Phase);
std::string_view name_of(Deed);
std::string_view name_of(TaskKind);
std::string_view name_of(Better);
std::string_view name_of(Verdict);
std::string_view name_of(Relation);
std::optional<Stage> stage_named(std::string_view);
std::optional<Action> action_named(std::string_view);
std::optional<Evidence> evidence_named(std::string_view);
std::optional<Origin> origin_named(std::string_view);
std::optional<Replicability> replicability_named(std::string_view);
std::optional<Touch> touch_named(std::string_view);
std::optional<Phase> phase_named(std::string_view);
std::optional<Deed> deed_named(std::string_view);
std::optional<TaskKind> task_kind_named(std::string_view);
std::optional<Better> better_named(std::string_view);
std::optional<Relation> relation_named(std::string_view);

}  // namespace wasl::bank
