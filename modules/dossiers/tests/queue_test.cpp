// SPDX-License-Identifier: Apache-2.0
// Lists and figures over many dossiers.
#include <algorithm>
#include <set>

#include "modules/dossiers/tests/dossiers_for_tests.hpp"

namespace wasl::dossiers {
namespace {

using Queue = DossierTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, Queue, tests::both_engines(), tests::engine_name);

TEST_P(Queue, walks_all_open_dossiers_of_the_unit_by_their_legal_day) {
    EXPECT_EQ(generate(database(), places, sheets,
                       {.count = 600,
                        .open_percent = 50,
                        .places = {{"building-permit", commune, unit},
                                   {"building-permit", commune, other_unit}},
                        .applicants = {citizen.person},
                        .officers = {officer.person, colleague.person},
                        .batch = 250},
                       clock.now()),
              600);
    expect_consistent();
    std::vector<Summary> walked;
    QueueAsk ask{.administration = commune, .unit = unit};
    read([&](db::Reader& r) {
        for (;;) {
            auto const page = desk.queue(r, officer, ask, today()).value();
            if (page.empty()) break;
            EXPECT_LE(page.size(), static_cast<std::size_t>(queue_page));
            walked.insert(walked.end(), page.begin(), page.end());
            ask.after = {*page.back().due, page.back().id};
        }
        auto const counts = desk.counts(r, officer.person, commune, unit, today());
        EXPECT_EQ(static_cast<std::int64_t>(walked.size()), counts.open);
        EXPECT_GT(counts.overdue, 0);

        std::int64_t overdue = 0;
        std::set<std::string> numbers;
        for (std::size_t n = 0; n < walked.size(); ++n) {
            numbers.insert(walked[n].number);
            overdue += *walked[n].due < today() ? 1 : 0;
            if (n > 0) EXPECT_LE(*walked[n - 1].due, *walked[n].due);
        }
        EXPECT_EQ(numbers.size(), walked.size());
        EXPECT_EQ(overdue, counts.overdue);

        auto const middle = desk.see(r, officer, walked[30].number, today()).value();
        auto const beside = desk.neighbours(r, officer, middle);
        EXPECT_EQ(beside.previous, walked[29].number);
        EXPECT_EQ(beside.next, walked[31].number);
        return 0;
    });
}

TEST_P(Queue, is_filtered_and_closed_to_other_units) {
    generate(database(), places, sheets,
             {.count = 200,
              .open_percent = 80,
              .places = {{"building-permit", commune, unit}},
              .applicants = {citizen.person},
              .officers = {officer.person, colleague.person}},
             clock.now());
    auto const elsewhere = holding("موظف", http::Role::officer, commune, other_unit);
    read([&](db::Reader& r) {
        QueueAsk ask{.administration = commune, .unit = unit, .state = State::lodged, .limit = 100};
        for (auto const& line : desk.queue(r, officer, ask, today()).value())
            EXPECT_EQ(line.state, State::lodged);
        ask.state.reset();
        ask.overdue = true;
        auto const overdue = desk.queue(r, officer, ask, today()).value();
        EXPECT_FALSE(overdue.empty());
        for (auto const& line : overdue) EXPECT_LT(*line.due, today());
        ask.overdue = false;
        ask.mine = true;
        auto const mine = desk.queue(r, officer, ask, today()).value();
        EXPECT_FALSE(mine.empty());
        for (auto const& line : mine) EXPECT_EQ(line.assigned, officer.person);
        ask.mine = false;
        EXPECT_EQ(told_of(desk.queue(r, elsewhere, ask, today())), "refused.actor ");
        EXPECT_EQ(told_of(desk.queue(r, citizen, ask, today())), "refused.not_found ");
        EXPECT_EQ(told_of(desk.queue(r, president, {.administration = commune}, today())), "yes");
        return 0;
    });
}

TEST_P(Queue, figures_are_those_of_a_count_by_hand) {
    generate(database(), places, sheets,
             {.count = 400,
              .open_percent = 20,
              .places = {{"building-permit", commune, unit}},
              .applicants = {citizen.person},
              .officers = {officer.person}},
             clock.now());
    static constexpr db::Sql filed{"test.filed",
                                   "select count(*) from dossiers where filed_on >= '2026-01-01'"};
    static constexpr db::Sql late{"test.late", R"sql(
        select count(*) from dossiers
        where decided_on >= '2026-01-01' and decided_on > due)sql"};
    static constexpr db::Sql days{"test.days", R"sql(
        select complete_on, decided_on from dossiers where decided_on >= '2026-01-01')sql"};
    read([&](db::Reader& r) {
        auto const lines = desk.compliance(r, {.year = 2026}, today());
        EXPECT_EQ(lines.size(), 1u);
        EXPECT_EQ(lines[0].filed, r.count(filed));
        EXPECT_EQ(lines[0].late, r.count(late));
        EXPECT_EQ(lines[0].approved + lines[0].refused, lines[0].on_time + lines[0].late);
        auto durations = r.select(days, [](db::Row const& row) {
            return static_cast<int>((row.date(1) - row.date(0)).count());
        });
        std::sort(durations.begin(), durations.end());
        EXPECT_EQ(lines[0].median_days, durations[(durations.size() + 1) / 2 - 1]);
        EXPECT_EQ(lines[0].ninetieth_days, durations[(durations.size() * 9 + 9) / 10 - 1]);
        return 0;
    });
}

}  // namespace
}  // namespace wasl::dossiers
