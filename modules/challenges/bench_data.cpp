// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/bench_data.hpp"

#include "modules/challenges/jury_inside.hpp"
#include "modules/challenges/seed_stage.hpp"

namespace wasl::challenges {

namespace {

constexpr std::string_view bench_code = "bench-jury";
constexpr int ballots_each = 7;
constexpr int criteria_count = 4;

constexpr std::initializer_list<DaysOfPhase> bench_days{
    {Phase::call, -40, -31},         {Phase::formation, -40, -31}, {Phase::submission, -30, -20},
    {Phase::shortlisting, -19, -10}, {Phase::jury, -5, 60},        {Phase::award, 61, 62},
    {Phase::follow_up, 63, 90}};

Outcome write_bench_call(Stage const& on) {
    auto const& by = on.people.organiser;
    auto const act = on.act(by, Days{45});
    auto typed = TRY(on.desk.edition(on.writer, by, bench_code)).call.edition;
    typed.summary.ar = "دورة للقياس.";
    typed.rules.ar = "لكل شخص فريق واحد.";
    TRY(on.desk.keep_call(on.writer, act, typed));
    TRY(on.desk.keep_phases(on.writer, act, around(clock::day_in_morocco(on.now), bench_days)));
    TRY(on.desk.keep(on.writer, act, Theme{.name = {.ar = "الاستقبال", .fr = {}}}));
    auto const theme = TRY(on.desk.edition(on.writer, by, bench_code)).call.themes.front().id;
    TRY(on.desk.keep(on.writer, act,
                     Statement{.theme = theme,
                               .title = {.ar = "كيف نخفف الانتظار؟", .fr = {}},
                               .text = {.ar = "ينتظر المرتفق طويلا.", .fr = {}},
                               .obstacles = {},
                               .sponsor = on.people.where}));
    TRY(on.desk.publish(on.writer, act));
    Jury const jury(on.desk);
    JuryRules rules;
    rules.each = ballots_each;
    TRY(jury.keep_rules(on.writer, act, rules));
    for (int n = 1; n <= criteria_count; ++n) {
        JuryCriterion one;
        one.name.ar = "معيار " + std::to_string(n);
        one.labels.ar = "ضعيف جدا\nضعيف\nمتوسط\nجيد\nممتاز";
        one.rule.weight = 2500;
        TRY(jury.keep(on.writer, act, one));
    }
    return Done{};
}

Outcome send_project(Stage const& on, http::Visitor const& leader, StatementId statement, int n) {
    auto const number = std::to_string(n);
    Profile profile;
    profile.profession = "تقني";
    auto const team = TRY(on.desk.found(on.writer, on.act(leader, Days{35}),
                                        {.name = "فريق القياس " + number,
                                         .pitch = "طريق أقصر.",
                                         .wanted = {},
                                         .statement = statement},
                                        profile));
    TRY(on.desk.submit(on.writer, on.act(leader, Days{25}), team,
                       {.title = "مشروع القياس " + number,
                        .summary = "يأتي المرتفق في ساعته.",
                        .problem = "انتظار طويل صباح الإثنين.",
                        .solution = "رسالة قصيرة تعيد أول ساعة متاحة.",
                        .serves = "مرتفقو الشباك الوحيد.",
                        .evidence = {},
                        .video = {}},
                       {}));
    return Done{};
}

Outcome judge(Stage const& on, std::span<http::Visitor const> judges) {
    Jury const jury(on.desk);
    auto const edition =
        TRY(on.desk.edition(on.writer, on.people.organiser, bench_code)).call.edition;
    for (auto const& one : judges) {
        store::try_insert(on.writer, edition.id, {.person = one.person}, {}, on.now);
        TRY(jury.declare(on.writer, on.act(one), {}, {}));
    }
    TRY(jury.assign(on.writer, on.act(on.people.organiser)));
    for (auto const& one : judges) {
        auto const own = store::assigned_to(on.writer, edition.id, one.person);
        for (std::size_t n = 0; n < own.size(); n += 2)
            TRY(jury.save(on.writer, on.act(one), own[n], TeamId{0}, {"4 3 5 2", "عمل جيد"}));
    }
    return Done{};
}

}  // namespace

std::int64_t generate(db::Database& database, Desk const& desk, BenchJury const& ask, Instant now) {
    if (ask.projects == 0) return 0;
    auto const judges = std::span(ask.people).first(static_cast<std::size_t>(ask.judges));
    auto const leaders = std::span(ask.people).subspan(judges.size());
    DemoPeople people;
    people.organiser = ask.organiser;
    people.where = ask.where;
    auto const done = database.write([&](db::Writer& writer) -> Outcome {
        Stage const on{writer, desk, people, now, bench_code};
        TRY(desk.open_edition(writer, ask.organiser,
                              {.model = "local-challenge",
                               .code = std::string(bench_code),
                               .organiser = ask.where,
                               .name = {.ar = "دورة القياس", .fr = "Édition de mesure"},
                               .first = clock::day_in_morocco(now) - Days{40}},
                              now - Days{46}));
        TRY(write_bench_call(on));
        auto const statement =
            TRY(desk.edition(writer, ask.organiser, bench_code)).call.statements.front().id;
        for (int n = 0; n < ask.projects; ++n)
            TRY(send_project(on, leaders[static_cast<std::size_t>(n)], statement, n + 1));
        return judge(on, judges);
    });
    check(!done.refused(), "generated projects are taken");
    return ask.projects;
}

}  // namespace wasl::challenges
