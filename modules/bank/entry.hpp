// SPDX-License-Identifier: Apache-2.0
// What stands in the bank. Plain values; what they must satisfy is in fit.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kernel/date.hpp"
#include "kernel/id.hpp"
#include "kernel/message.hpp"
#include "kernel/money.hpp"
#include "modules/bank/names.hpp"

namespace wasl::bank {

using EntryId = Id<struct BankEntryTag>;
using StepId = Id<struct BankStepTag>;
using MergeId = Id<struct BankMergeTag>;
using AdoptionId = Id<struct AdoptionTag>;
using TaskId = Id<struct AdoptionTaskTag>;
using EffectId = Id<struct EffectTag>;
using ImportId = Id<struct BankImportTag>;

// What an entry touches; procedures and events of life are codes of the registry, data are words.
struct Touched {
    std::vector<std::string> procedures, obstacles, life_events, indicators, data;
    std::vector<std::string>& of(Touch);
    std::vector<std::string> const& of(Touch) const;
    friend bool operator==(Touched const&, Touched const&) = default;
};

struct Content {
    std::string title, problem, solution, serves;
    Evidence evidence = Evidence::e0;
    std::string evidence_note;
    std::optional<Money> cost, yearly_cost;
    std::optional<std::int64_t> effort_days;
    std::string needs, licence;
    Replicability replicability = Replicability::unknown;
    std::string replicability_note, contacts, website;
    Language language = Language::ar;
    Touched touches;
    friend bool operator==(Content const&, Content const&) = default;
};

// Where it comes from.
struct Source {
    Origin origin = Origin::idea;
    std::string name;  // of the edition, or of the collection it was taken from
    std::string team, challenge, award, url;
    std::string key;  // by which the same project is known again; empty: none
    bool is_example = false;
    friend bool operator==(Source const&, Source const&) = default;
};

struct Entry {
    EntryId id{0};
    std::string number;
    Stage stage = Stage::proposed;
    Content content;
    Source source;
    PersonId author{0};
    std::string author_name;
    bool name_shown = true;
    AdministrationId owner{0};
    std::string owner_name;
    Instant proposed_at{}, changed_at{};
    std::optional<Instant> listed_at;
    std::optional<Date> confirmed_on;
    bool reminded = false;
    PersonId reviewer{0};
    std::string reason;
    std::optional<EntryId> merged_into;
    bool is_hidden = false;
    std::int64_t version = 1;

    // Reasons are public; what nobody has looked at yet, and what its author took back before it
    // was listed, are not.
    bool is_public() const {
        return stage == Stage::listed || stage == Stage::dormant || stage == Stage::refused ||
               stage == Stage::merged || (stage == Stage::withdrawn && listed_at.has_value());
    }
};

struct Adoption {
    AdoptionId id{0};
    EntryId entry{0};
    AdministrationId administration{0};
    Phase phase = Phase::asked;
    std::string why;
    PersonId owner{0};
    std::string legal_basis, agreement;
    std::optional<Date> agreed_on;
    std::string plan, place;
    std::optional<Date> pilot_from, pilot_until;
    std::string reason, procedure;
    PersonId asked_by{0};
    Instant asked_at{}, changed_at{};
    bool reminded = false;
    std::int64_t version = 1;
};

struct Task {
    TaskId id{0};
    AdoptionId adoption{0};
    TaskKind kind = TaskKind::task;
    std::string code, text, answer;
    std::optional<Date> due, done_on;
    PersonId done_by{0};
};

struct Experience {
    AdoptionId adoption{0};
    Instant at{};
    PersonId by{0};
    std::string text;
};

// A value that was measured, when, and on how many.
struct Measured {
    std::int64_t value = 0;  // thousandths
    Date from{}, until{};
    std::int64_t n = 0;
};

struct Effect {
    EffectId id{0};
    AdoptionId adoption{0};
    std::string indicator, name, unit;
    Better better = Better::higher;
    Measured before, after;
    std::string method;
    Evidence evidence = Evidence::e1;
    std::string note;
    Instant at{};
    PersonId by{0};
    EffectId corrects{0};
    bool is_current = true;

    // Negative results are results.
    Verdict verdict() const {
        if (after.value == before.value) return Verdict::unchanged;
        bool const grew = after.value > before.value;
        return grew == (better == Better::higher) ? Verdict::improved : Verdict::worsened;
    }
};

// A step that was taken, as the history shows it.
struct StepLine {
    StepId id{0};
    EntryId entry{0};
    AdoptionId adoption{0};
    Instant at{};
    PersonId by{0};
    AdministrationId administration{0};
    std::string action, from, to, reason;
};

// What an entry said, and the step that ended it.
struct Wording {
    Content content;
    StepLine ended;
    StepId struck{0};  // that took its words away; 0: they stand
};

// What was said of a running initiative.
struct Related {
    EntryId other{0};
    int score = 0;  // thousandths
    Relation relation = Relation::differs;
    std::string reason;
};

struct Merge {
    MergeId id{0};
    EntryId entry{0}, into{0};
    PersonId asked_by{0};
    Instant asked_at{};
    std::string reason, answer;
};

}  // namespace wasl::bank
