// SPDX-License-Identifier: Apache-2.0
// What needs no database: phases, models, composition.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "modules/challenges/challenges.hpp"
#include "modules/challenges/ends.hpp"
#include "modules/challenges/messages.hpp"
#include "platform/clock/clock.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::challenges {

namespace {

Edition edition_of(std::string_view model) {
    for (auto const& one : models())
        if (one.code == model) {
            Edition edition;
            edition.state = State::published;
            edition.phases = phases_from(one, day(2026, 5, 4));
            return edition;
        }
    ADD_FAILURE() << model;
    return {};
}

// The table, read as an organiser would say it.
TEST(Phases, open_exactly_what_they_open) {
    std::map<Phase, std::set<std::string_view>> const wanted{
        {Phase::call, {"look"}},
        {Phase::formation, {"look", "found", "join", "leave", "lead", "describe"}},
        {Phase::coaching, {"leave", "lead", "describe", "book", "work"}},
        {Phase::submission, {"describe", "book", "work", "submit"}},
        {Phase::shortlisting, {"shortlist"}},
        {Phase::jury, {"judge", "deliberate"}},
        {Phase::award, {"award"}},
        {Phase::follow_up, {"tell"}},
    };
    for (auto const& [phase, doings] : wanted) {
        Edition edition;
        edition.state = State::published;
        Instant const begins = clock::start_of_day_in_morocco(day(2026, 5, 4));
        edition.phases[static_cast<std::size_t>(phase)] = Span{begins, begins + Days{1}};
        for (std::size_t n = 0; n < doing_count; ++n) {
            auto const doing = static_cast<Doing>(n);
            bool const holds = doings.contains(name_of(doing));
            EXPECT_EQ(!is_time(edition, doing, begins).refused(), holds)
                << name_of(phase) << " " << name_of(doing);
            EXPECT_TRUE(is_time(edition, doing, begins - std::chrono::seconds{1}).refused());
            EXPECT_TRUE(is_time(edition, doing, begins + Days{1}).refused());
        }
    }
}

TEST(Phases, last_until_the_second_before_they_close) {
    auto const edition = edition_of("idarathon");
    auto const& span = *edition.span(Phase::submission);
    EXPECT_FALSE(
        is_time(edition, Doing::submit, span.closes_at - std::chrono::microseconds{1}).refused());
    auto const late = is_time(edition, Doing::submit, span.closes_at);
    ASSERT_TRUE(late.refused());
    EXPECT_EQ(late.refusal().what.message->key, msg::refused_over_day.key);
    auto const early = is_time(edition, Doing::submit, span.opens_at - std::chrono::seconds{1});
    EXPECT_EQ(early.refusal().what.message->key, msg::refused_not_yet.key);
    // Midnight in Morocco, whatever the zone of the machine.
    EXPECT_EQ(clock::time_in_morocco(span.closes_at).hour, 0);
}

TEST(Ends, at_midnight_are_the_end_of_the_day_before) {
    auto const said = [](Instant end) {
        return i18n::sentence(Language::ar,
                              said_end(msg::submission_left_day, msg::submission_left, end));
    };
    using namespace std::chrono_literals;
    auto const midnight = clock::start_of_day_in_morocco(day(2026, 11, 29));
    struct Case {
        Instant end;
        std::string_view said;
    };
    for (auto const& [end, wanted] : {
             Case{midnight, "باب إيداع المشروع مفتوح إلى غاية نهاية يوم 28 نونبر 2026."},
             Case{midnight - 1min, "باب إيداع المشروع مفتوح إلى غاية 28 نونبر 2026، 23:59."},
             Case{midnight + 18h, "باب إيداع المشروع مفتوح إلى غاية 29 نونبر 2026، 18:00."},
             // In Ramadan Morocco's midnight is that of Greenwich.
             Case{std::chrono::sys_days{std::chrono::year{2026} / 3 / 1},
                  "باب إيداع المشروع مفتوح إلى غاية نهاية يوم 28 فبراير 2026."},
             Case{clock::start_of_day_in_morocco(day(2027, 1, 1)),
                  "باب إيداع المشروع مفتوح إلى غاية نهاية يوم 31 دجنبر 2026."},
         })
        EXPECT_EQ(said(end), wanted);
    auto const grace = said_end(msg::notice_grace_day_body, msg::notice_grace_body, midnight,
                                {text("team", "أ"), text("edition", "ب")});
    auto const french = i18n::sentence(Language::fr, grace);
    EXPECT_TRUE(french.ends_with("jusqu’à la fin du 28 novembre 2026.")) << french;
}

TEST(Phases, of_an_edition_that_is_no_longer_published_open_nothing) {
    auto edition = edition_of("idarathon");
    auto const now = edition.span(Phase::formation)->opens_at;
    EXPECT_FALSE(is_time(edition, Doing::found, now).refused());
    for (auto const state : {State::draft, State::closed}) {
        edition.state = state;
        for (std::size_t n = 0; n < doing_count; ++n)
            EXPECT_TRUE(is_time(edition, static_cast<Doing>(n), now).refused());
    }
    edition.state = State::published;
    edition.source = "https://www.maroc.ma";
    EXPECT_EQ(is_time(edition, Doing::found, now).refusal().what.message->key,
              msg::refused_record.key);
}

TEST(Phases, follow_one_another) {
    for (auto const& model : models()) {
        auto const good = phases_from(model, day(2026, 5, 4));
        EXPECT_FALSE(fits(good).refused()) << model.code;
        auto phases = good;
        auto& submission = *phases[static_cast<std::size_t>(Phase::submission)];
        submission.closes_at = good[static_cast<std::size_t>(Phase::jury)]->opens_at + Days{1};
        EXPECT_EQ(fits(phases).refusal().what.message->key, msg::refused_phase_judges.key);
        submission = {submission.opens_at, submission.opens_at};
        EXPECT_EQ(std::string(fits(phases).refusal().field), "submission");
        phases[static_cast<std::size_t>(Phase::submission)].reset();
        EXPECT_EQ(fits(phases).refusal().what.message->key, msg::refused_phase_missing.key);
    }
    auto const edition = edition_of("idarathon");
    auto const& call = *edition.span(Phase::call);
    EXPECT_EQ(phase_at(edition.phases, call.opens_at - Days{1}), Phase::call);
    EXPECT_EQ(phase_at(edition.phases, edition.span(Phase::formation)->opens_at), Phase::formation);
    EXPECT_EQ(phase_at(edition.phases, edition.span(Phase::follow_up)->closes_at), std::nullopt);
}

TEST(Composition, is_measured_as_teams_form) {
    using directory::Kind;
    std::vector<Target> const targets{
        {Trait::women, 40}, {Trait::deconcentrated, 50}, {Trait::professions, 2}};
    TeamId const a{1}, b{2};
    std::vector<Seat> seats{{a, Gender::woman, Kind::deconcentrated, "تقنية"},
                            {a, Gender::man, Kind::collectivity, "متصرف"},
                            {b, Gender::woman, Kind::state, "مهندسة"},
                            {b, Gender::unsaid, Kind::deconcentrated, " مُهندسة "},
                            {b, Gender::man, std::nullopt, ""}};
    auto const found = measure(targets, seats);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].count, 2);
    EXPECT_EQ(found[0].value, 40);
    EXPECT_TRUE(found[0].holds) << "two of five are 40 per cent";
    EXPECT_EQ(found[1].value, 40);
    EXPECT_FALSE(found[1].holds);
    EXPECT_EQ(found[2].count, 1) << "one profession, however it is spelled";
    EXPECT_EQ(found[2].of, 2);
    EXPECT_FALSE(found[2].holds);
    auto const none = measure(targets, {});
    EXPECT_EQ(none[0].of, 0);
    EXPECT_FALSE(none[0].holds);
}

TEST(Names, are_said_in_the_messages) {
    auto const said = [](std::string_view kind, std::string_view name) {
        return msg::find(std::string(kind) + "." + std::string(name)) != nullptr;
    };
    for (std::size_t n = 0; n < phase_count; ++n)
        EXPECT_TRUE(said("phase", name_of(static_cast<Phase>(n))));
    for (std::size_t n = 0; n < trait_count; ++n)
        EXPECT_TRUE(said("trait", name_of(static_cast<Trait>(n))));
    for (auto const step : steps) {
        EXPECT_TRUE(said("step", name_of(step)));
        EXPECT_EQ(step_named(name_of(step)), step);
    }
    EXPECT_FALSE(phase_named("judging").has_value());
}

}  // namespace

}  // namespace wasl::challenges
