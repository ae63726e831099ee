// SPDX-License-Identifier: Apache-2.0
// What an edition is made of.
#pragma once

#include <string>
#include <vector>

#include "kernel/date.hpp"
#include "kernel/id.hpp"
#include "modules/challenges/names.hpp"
#include "modules/directory/directory.hpp"

namespace wasl::challenges {

using EditionId = Id<struct EditionTag>;
using ThemeId = Id<struct ThemeTag>;
using StatementId = Id<struct StatementTag>;
using PrizeId = Id<struct PrizeTag>;
using PartnerId = Id<struct PartnerTag>;
using TeamId = Id<struct TeamTag>;
using InvitationId = Id<struct InvitationTag>;
using SubmissionId = Id<struct SubmissionTag>;
using HourId = Id<struct HourTag>;
using QuestionId = Id<struct QuestionTag>;

// Arabic is always there.
using Names = directory::Names;

// From the first moment on, up to but without the last.
struct Span {
    Instant opens_at{}, closes_at{};
    bool holds(Instant now) const { return opens_at <= now && now < closes_at; }
    friend bool operator==(Span const&, Span const&) = default;
};
// Phases may overlap: teams form while the call is open. One that an edition leaves out is null.
using Phases = std::array<std::optional<Span>, phase_count>;

struct Edition {
    EditionId id{0};
    std::string code;               // "berkane-2026": stands in addresses, never changes
    AdministrationId organiser{0};  // whose head or administrator decides
    State state = State::draft;
    Names name, summary, rules;
    Eligible eligible = Eligible::civil_servants;
    std::vector<AdministrationId> invited;  // whose people may take part; none: everybody's
    int team_min = 2, team_max = 5;
    int administrations_min = 1;  // from which the members of one team come
    bool is_anonymous = false;    // the jury reads projects without names
    // Of an edition of before this house, told from what was published: where it is written.
    // Nothing is done in such a one.
    std::string source;
    Phases phases;
    std::int64_t version = 0;
    Instant changed_at{};

    std::optional<Span> const& span(Phase phase) const {
        return phases[static_cast<std::size_t>(phase)];
    }
    bool is_record() const { return !source.empty(); }
};

struct Theme {
    ThemeId id{0};
    int position = 0;
    Names name, text;
};

// A challenge as it is put to the teams (صيغة التحدي).
struct Statement {
    StatementId id{0};
    ThemeId theme{0};
    int position = 0;
    Names title, text;
    std::string obstacles;        // recorded ones that it answers, or where they are written
    AdministrationId sponsor{0};  // who waits for the answer and opens its doors
    UnitId sponsor_unit{0};
    std::vector<std::string> obstacle_codes{};  // of Desk::obstacles()
};

struct Prize {
    PrizeId id{0};
    int place = 1;
    Names name, text;
};

struct Partner {
    PartnerId id{0};
    AdministrationId administration{0};  // 0: no administration of the directory
    Names name;                          // empty where the directory names it
};

struct Target {
    Trait trait = Trait::women;
    int at_least = 0;
    friend bool operator==(Target const&, Target const&) = default;
};

// All that a reader of the call sees.
struct Call {
    Edition edition;
    std::vector<Theme> themes;
    std::vector<Statement> statements;
    std::vector<Prize> prizes;
    std::vector<Partner> partners;
    std::vector<Target> targets;

    Statement const* statement(StatementId id) const {
        for (auto const& one : statements)
            if (one.id == id) return &one;
        return nullptr;
    }
};

}  // namespace wasl::challenges
