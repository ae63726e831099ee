// SPDX-License-Identifier: Apache-2.0
// One spelling of everything that has a name: an enumerator, its text in the database, its word in
// an address and its message key are the same letters.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace wasl::challenges {

// A draft is seen by its organiser alone; a closed edition is read for ever and changed no more.
enum class State : std::uint8_t { draft, published, closed };

enum class Phase : std::uint8_t {
    call,
    formation,
    coaching,
    submission,
    shortlisting,
    jury,
    award,
    follow_up,
};
inline constexpr std::size_t phase_count = 8;

// What people do in an edition; phases.hpp says which phase opens it.
enum class Doing : std::uint8_t {
    look,        // for a team, with one's skills
    found,       // a team
    join,        // one: by invitation or by request
    leave,       // one
    lead,        // hand the lead of one to another member
    describe,    // name, pitch, the challenge that is answered, the skills that are missing
    book,        // an hour of a mentor
    work,        // on the pages of the workspace
    submit,      // the project
    shortlist,   // projects for the jury
    judge,       // them
    deliberate,  // on the final order
    award,       // prizes
    tell,        // what became of a project
};
inline constexpr std::size_t doing_count = 14;

enum class Eligible : std::uint8_t { civil_servants, everyone };

// What a target of composition counts.
enum class Trait : std::uint8_t {
    women,           // per cent of the members
    deconcentrated,  // per cent of the members, by the service they come from
    collectivities,  // per cent of the members, by the body they come from
    professions,     // different ones in each team
};
inline constexpr std::size_t trait_count = 4;

// Declared by oneself, and only counted.
enum class Gender : std::uint8_t { unsaid, woman, man };

// The pages of design thinking.
enum class Step : std::uint8_t { empathise, define, ideate, prototype, test };
inline constexpr std::size_t step_count = 5;
inline constexpr std::array<Step, step_count> steps{Step::empathise, Step::define, Step::ideate,
                                                    Step::prototype, Step::test};

std::string_view name_of(State);
std::string_view name_of(Phase);
std::string_view name_of(Doing);
std::string_view name_of(Eligible);
std::string_view name_of(Trait);
std::string_view name_of(Gender);
std::string_view name_of(Step);
std::optional<State> state_named(std::string_view);
std::optional<Phase> phase_named(std::string_view);
std::optional<Eligible> eligible_named(std::string_view);
std::optional<Trait> trait_named(std::string_view);
std::optional<Gender> gender_named(std::string_view);
std::optional<Step> step_named(std::string_view);

}  // namespace wasl::challenges
