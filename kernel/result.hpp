// SPDX-License-Identifier: Apache-2.0
// Refusal, breakdown, bug: three different things.
//
// A refusal (the term is over, a reason is missing) is a Result<T>, handed up with TRY and told to
// the citizen. A breakdown (disk full, database gone) is an exception, caught once and answered
// with "try again" and a number. A bug (a state that cannot exist) makes check() throw Bug: the
// same page for the citizen, and work for the maintainers.
#pragma once

#include <source_location>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "kernel/message.hpp"

namespace wasl {

// Why we said no; each has one HTTP status, given in platform/http alone.
enum class Refused {
    invalid,  // what was sent cannot be used; the page shows it again with the reason
    not_signed_in,
    forbidden,
    not_found,  // also: exists, but not for you
    conflict,   // somebody else was first, or the step is not allowed in this state
    too_large,
    too_often,
    gone,  // it existed and has ended: an expired link, a withdrawn sheet
};

// A short text of a refusal, which outlives whatever it was read from.
struct Owned : std::string {
    using std::string::string;
    Owned(std::string_view text) : std::string(text) {}
    Owned(std::string text) : std::string(std::move(text)) {}
};

// A refusal is read by a citizen: `what` is a message, `article` the text it rests on ("55.19/14")
// where a law decided it, `field` the form field it belongs to, where it belongs to one.
struct Refusal {
    Refused why = Refused::invalid;
    Said what;
    Owned article{};
    Owned field{};
};

template<typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::move(value)) {}
    Result(Refusal refusal) : state_(std::move(refusal)) {}

    bool refused() const { return std::holds_alternative<Refusal>(state_); }
    Refusal const& refusal() const& { return std::get<Refusal>(state_); }
    Refusal refusal() && { return std::get<Refusal>(std::move(state_)); }
    T const& value() const& { return std::get<T>(state_); }
    T& value() & { return std::get<T>(state_); }
    T value() && { return std::get<T>(std::move(state_)); }

private:
    std::variant<T, Refusal> state_;
};

struct Done {
    friend bool operator==(Done, Done) = default;
};
using Outcome = Result<Done>;  // nothing to hand back but success

// Something that no user can cause and no operator can repair.
class Bug : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

inline void check(bool holds, std::string_view promise,
                  std::source_location where = std::source_location::current()) {
    if (!holds)
        throw Bug(std::string(promise) + " (" + where.file_name() + ":" +
                  std::to_string(where.line()) + ")");
}

// Unwraps a Result, or returns its refusal from the enclosing function. Our only control-flow
// macro; never nest two in one statement.
#define TRY(expression)                                                   \
    __extension__({                                                       \
        auto try_result = (expression);                                   \
        if (try_result.refused()) return std::move(try_result).refusal(); \
        std::move(try_result).value();                                    \
    })

}  // namespace wasl
