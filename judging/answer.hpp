// SPDX-License-Identifier: Apache-2.0
// What the mathematics answers where it cannot answer: a cause, and the projects and judges it is
// about, by their numbers. No text: the sentence belongs to whoever shows it.
#pragma once

#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

namespace wasl::judging {

enum class Cause {
    nothing_given,      // no project, no judge or no ballot
    out_of_range,       // a number that names no project or no judge; a size below zero
    not_a_number,       // a score, weight or affinity that is not finite, or a weight not above 0
    scales_do_not_add,  // a rubric without counted weight, or a scale without length
    incomplete_table,   // a figure that needs every judge to have judged every project
    not_connected,      // no chain of ballots leads from these projects to the others
    never_beaten,       // no finite estimate: these were never beaten by any of the others
    tied_places,        // an ordering with ties, where the method has no place for them
    too_few_judges,     // these projects need more ballots than their judges may give
    too_many_readings,  // these judges must be given more projects than there are for them
};

struct Reason {
    Cause cause = Cause::nothing_given;
    std::vector<int> projects{};  // from 0, ascending
    std::vector<int> judges{};    // from 0, ascending
    std::int64_t needed = 0;      // too_few_judges, too_many_readings: so many ballots are needed,
    std::int64_t available = 0;   // and so many there can be
};

// A value or the reason why there is none; TRY (kernel/result.hpp) unwraps it.
template<typename T>
class [[nodiscard]] Answer {
public:
    Answer(T value) : state_(std::move(value)) {}
    Answer(Reason reason) : state_(std::move(reason)) {}

    bool refused() const { return std::holds_alternative<Reason>(state_); }
    Reason const& refusal() const& { return std::get<Reason>(state_); }
    Reason refusal() && { return std::get<Reason>(std::move(state_)); }
    T const& value() const& { return std::get<T>(state_); }
    T value() && { return std::get<T>(std::move(state_)); }

private:
    std::variant<T, Reason> state_;
};

}  // namespace wasl::judging
