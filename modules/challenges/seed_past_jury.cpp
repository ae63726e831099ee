// SPDX-License-Identifier: Apache-2.0
// The invented edition that is over, before its jury: five judges of different severity, four
// ballots a project, minutes where the numbers do not decide, and what everybody may make again.
#include <algorithm>
#include <array>
#include <utility>

#include "modules/challenges/jury.hpp"
#include "modules/challenges/seed_stage.hpp"

namespace wasl::challenges {

namespace {

constexpr int ballots_a_project = 4;

// What each of the five would give each project, by the criteria of seed_jury.cpp: the second is
// mild, the third severe. Who marks what is decided by chance, as in every jury.
constexpr std::array<std::array<std::string_view, 5>, 6> past_marks{{
    {"5 5 4 4", "5 5 5 5", "4 4 3 4", "5 4 4 5", "4 5 4 4"},
    {"4 5 3 5", "5 5 4 5", "4 4 3 4", "5 5 3 4", "4 4 4 5"},
    {"4 3 4 4", "5 4 5 4", "4 3 3 3", "4 4 4 4", "5 3 4 4"},
    {"4 5 2 4", "4 5 3 5", "3 4 2 3", "4 4 2 4", "3 5 2 4"},
    {"3 4 3 3", "4 4 4 4", "2 3 3 3", "3 4 3 4", "4 3 3 3"},
    {"3 2 4 3", "4 3 5 4", "2 2 4 2", "3 3 4 3", "3 2 5 3"},
}};
using Comments = std::array<std::string_view, 6>;
constexpr Comments past_comments{"الأثر مقيس، وهذا نادر. ماذا عن من لا يملك هاتفا؟",
                                 "تنقل إلى كل جماعة دون كلفة. جربوا الرموز مع من لا يقرأ.",
                                 "قريب من الناس. بينوا كلفة الموظف في يوم السوق.",
                                 "بسيط ومفيد من أول يوم، غير أنه معروف في جماعات أخرى.",
                                 "العرض واضح، ولا يقول المشروع كيف يقل الانتظار نفسه.",
                                 "فكرة جميلة لمن لا يقرأ؛ من يحين الأجوبة حين تتغير المسطرة؟"};

std::string juror_address(std::size_t juror) {
    return "juror-" + std::to_string(juror + 1) + "@demo.example";
}

Outcome take_past_seat(Stage const& on, Jury const& jury, std::size_t juror) {
    auto const address = juror_address(juror);
    auto const invited = TRY(jury.call(on.writer, on.act(on.people.organiser, Days{74}), address,
                                       juror == 0 ? Jury::Seat::chair : Jury::Seat::juror));
    return jury.take_seat(on.writer, on.act(on.people.judges[juror], Days{70}), address,
                          invited.key);
}

// Whoever opens a project first writes what is still to be said of it.
Outcome mark_as(Stage const& on, Jury const& jury, std::span<TeamId const> teams, std::size_t juror,
                Comments& to_write) {
    auto const act = on.act(on.people.judges[juror], Days{61});
    auto const seated = TRY(jury.seat(on.writer, act));
    for (auto const& given : seated.projects) {
        auto const team = static_cast<std::size_t>(
            std::find(teams.begin(), teams.end(), given.team) - teams.begin());
        TRY(jury.save(on.writer, act, given.team, TeamId{0},
                      {std::string(past_marks.at(team).at(juror)),
                       std::string(std::exchange(to_write.at(team), {}))}));
    }
    return Done{};
}

}  // namespace

Outcome call_past_jury(Stage const& on) {
    Jury const jury(on.desk);
    auto const act = on.act(on.people.organiser, Days{89});
    JuryRules rules;
    rules.each = ballots_a_project;
    TRY(jury.keep_rules(on.writer, act, rules));
    TRY(seed_demo_criteria(on.writer, on.desk, act));
    for (std::size_t juror = 0; juror < on.people.judges.size(); ++juror)
        TRY(take_past_seat(on, jury, juror));
    return Done{};
}

Outcome judge_past(Stage const& on, std::span<TeamId const> teams) {
    auto const& judges = on.people.judges;
    check(teams.size() == past_marks.size() && judges.size() == past_marks.front().size(),
          "each project has the marks of each judge");
    Jury const jury(on.desk);
    for (auto const& judge : judges) TRY(jury.declare(on.writer, on.act(judge, Days{62}), {}, {}));
    TRY(jury.assign(on.writer, on.act(on.people.organiser, Days{62})));
    auto to_write = past_comments;
    for (std::size_t juror = 0; juror < judges.size(); ++juror)
        TRY(mark_as(on, jury, teams, juror, to_write));
    Jury::Decided const decided{
        .minutes =
            "الفرق بين المشروعين الأولين أقل من أن تحسمه النقط وحدها. تداولت اللجنة بحضور محكميها "
            "الخمسة، وأبقت الترتيب كما حسب: قاس المشروع الأول أثره مع المرتفقين، وينقل الثاني إلى "
            "كل جماعة دون كلفة.",
        .reason = {},
        .places = {}};
    TRY(jury.deliberate(on.writer, on.act(judges.front(), Days{59}), decided));
    return jury.publish(on.writer, on.act(on.people.organiser, Days{59}));
}

}  // namespace wasl::challenges
