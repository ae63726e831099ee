// SPDX-License-Identifier: Apache-2.0
// One spelling of everything that has a name: an enumerator, its text in the database, its word in
// an address and its message key are the same letters.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "kernel/value_named.hpp"

namespace wasl::dossiers {

enum class State : std::uint8_t {
    draft,                // being written; the administration knows nothing of it
    being_lodged,         // «ملف في طور الإيداع»: receipt given, documents missing
    lodged,               // «ملف مودع»: complete, nobody has taken it up
    in_review,            // an officer has it
    waiting_replacement,  // a document did not conform (law 55.19 art. 10)
    waiting_information,  // additional information was asked for (art. 14)
    waiting_originals,    // a copy was doubted (art. 7)
    silence_claimed,      // term over on a listed act, delivery claimed from the head (art. 19)
    silence_escalated,    // the head kept silent too (art. 20)
    approved,
    attested,  // silence attested by the wali or governor (art. 20)
    refused,
    returned,    // not completed or not answered in time (art. 10)
    withdrawn,   // by the citizen
    revoked,     // the approval was withdrawn, with reasons
    unanswered,  // asked again after a refusal, nothing changed: no answer is owed (art. 15)
};

// What the legal clock does in a state.
enum class Tick : std::uint8_t { not_started, running, suspended, expired, stopped };

enum class Action : std::uint8_t {
    file,         // complete
    file_partly,  // documents missing
    complete,     // the last missing document is in
    take_up,      // an officer takes it, or it is given to one
    ask_replacement,
    ask_information,
    ask_originals,
    answer,
    extend,
    approve,
    refuse,
    withdraw,
    send_back,  // the file goes back: the citizen's 30 days are over
    claim_silence,
    escalate_silence,
    attest,
    overturn,  // an appeal was granted
    revoke,
    // Acts that leave the state as it is; history knows them, the lifecycle does not.
    assign,
    judge,
    ask_opinion,
    give_opinion,
    appeal,
    escalate_appeal,
    reject_appeal,
    leave_unanswered,  // the same request again after a refusal (art. 15)
    // Of a document that the administration brings itself; see fetching.hpp.
    consent,
    decline_fetch,
    fetch,
    fetch_failed,
    approve_copy,
    supply_copy,
};

// Three ways of asking the citizen for something, each once, all suspending the clock.
enum class Ask : std::uint8_t { replacement, information, originals };
// The only two grounds of an extension (art. 17).
enum class Ground : std::uint8_t { expertise, public_inquiry };
enum class Channel : std::uint8_t { online, counter, post, api };
// Whom the law calls upon after the head kept silent, and who hears appeals: follows the kind of
// administration (arts. 20 and 21).
enum class Route : std::uint8_t {
    governmental_authority,
    head_of_body,
    governor,
    council,
    investment_law,  // refusals of the regional investment commission follow law 47.18 (art. 22)
};
enum class AppealState : std::uint8_t { open, escalated, granted, rejected };
enum class AppealOver : std::uint8_t { refusal, silence, revocation };
enum class Standing : std::uint8_t { given, accepted, nonconforming, replaced };

template<typename Enum>
struct Spelling;

template<>
struct Spelling<State> {
    static constexpr auto names = std::to_array<std::string_view>(
        {"draft", "being_lodged", "lodged", "in_review", "waiting_replacement",
         "waiting_information", "waiting_originals", "silence_claimed", "silence_escalated",
         "approved", "attested", "refused", "returned", "withdrawn", "revoked", "unanswered"});
};
template<>
struct Spelling<Tick> {
    static constexpr auto names = std::to_array<std::string_view>(
        {"not_started", "running", "suspended", "expired", "stopped"});
};
template<>
struct Spelling<Action> {
    static constexpr auto names = std::to_array<std::string_view>({"file",
                                                                   "file_partly",
                                                                   "complete",
                                                                   "take_up",
                                                                   "ask_replacement",
                                                                   "ask_information",
                                                                   "ask_originals",
                                                                   "answer",
                                                                   "extend",
                                                                   "approve",
                                                                   "refuse",
                                                                   "withdraw",
                                                                   "send_back",
                                                                   "claim_silence",
                                                                   "escalate_silence",
                                                                   "attest",
                                                                   "overturn",
                                                                   "revoke",
                                                                   "assign",
                                                                   "judge",
                                                                   "ask_opinion",
                                                                   "give_opinion",
                                                                   "appeal",
                                                                   "escalate_appeal",
                                                                   "reject_appeal",
                                                                   "leave_unanswered",
                                                                   "consent",
                                                                   "decline_fetch",
                                                                   "fetch",
                                                                   "fetch_failed",
                                                                   "approve_copy",
                                                                   "supply_copy"});
};
template<>
struct Spelling<Ask> {
    static constexpr auto names =
        std::to_array<std::string_view>({"replacement", "information", "originals"});
};
template<>
struct Spelling<Ground> {
    static constexpr auto names = std::to_array<std::string_view>({"expertise", "public_inquiry"});
};
template<>
struct Spelling<Channel> {
    static constexpr auto names =
        std::to_array<std::string_view>({"online", "counter", "post", "api"});
};
template<>
struct Spelling<Route> {
    static constexpr auto names = std::to_array<std::string_view>(
        {"governmental_authority", "head_of_body", "governor", "council", "investment_law"});
};
template<>
struct Spelling<AppealState> {
    static constexpr auto names =
        std::to_array<std::string_view>({"open", "escalated", "granted", "rejected"});
};
template<>
struct Spelling<AppealOver> {
    static constexpr auto names =
        std::to_array<std::string_view>({"refusal", "silence", "revocation"});
};
template<>
struct Spelling<Standing> {
    static constexpr auto names =
        std::to_array<std::string_view>({"given", "accepted", "nonconforming", "replaced"});
};

template<typename Enum>
constexpr std::string_view name_of(Enum value) {
    return Spelling<Enum>::names[static_cast<std::size_t>(value)];
}

template<typename Enum>
constexpr std::optional<Enum> named(std::string_view name) {
    return value_named<Enum>(Spelling<Enum>::names, name);
}

// What stands in the database is known, or the row was written by another program.
template<typename Enum>
Enum stored(std::string_view name) {
    auto const found = named<Enum>(name);
    if (!found) throw std::runtime_error("unknown name in the database: " + std::string(name));
    return *found;
}

inline constexpr std::size_t state_count = Spelling<State>::names.size();

static_assert(named<State>("unanswered") == State::unanswered);
static_assert(named<Tick>("stopped") == Tick::stopped);
static_assert(named<Action>("supply_copy") == Action::supply_copy);
static_assert(named<Ask>("originals") == Ask::originals);
static_assert(named<Ground>("public_inquiry") == Ground::public_inquiry);
static_assert(named<Channel>("api") == Channel::api);
static_assert(named<Route>("investment_law") == Route::investment_law);
static_assert(named<AppealState>("rejected") == AppealState::rejected);
static_assert(named<AppealOver>("revocation") == AppealOver::revocation);
static_assert(named<Standing>("replaced") == Standing::replaced);

}  // namespace wasl::dossiers
