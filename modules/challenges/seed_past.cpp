// SPDX-License-Identifier: Apache-2.0
// Another invented edition in Berkane, over since weeks: a jury's ballots are published, prizes and
// certificates are given, and its projects went on to the bank.
#include "modules/challenges/certificates.hpp"
#include "modules/challenges/inside.hpp"
#include "modules/challenges/seed_stage.hpp"

namespace wasl::challenges {

namespace {

constexpr std::string_view spring_code = "berkane-spring";

constexpr std::initializer_list<DaysOfPhase> spring_days{
    {Phase::call, -90, -76},       {Phase::formation, -90, -76},    {Phase::coaching, -80, -66},
    {Phase::submission, -72, -66}, {Phase::shortlisting, -65, -63}, {Phase::jury, -62, -60},
    {Phase::award, -59, -57},      {Phase::follow_up, -56, -20}};

// The first two are the best in the eyes of the jury (seed_past_jury.cpp).
struct SpringTeam {
    std::string_view name, pitch, profession;
    Gender gender;
    std::string_view title, summary, problem, solution, serves, evidence;
};
constexpr SpringTeam spring_teams[] = {
    {"موعد قبل الطريق", "حجز بالهاتف.", "طالبة هندسة", Gender::woman, "حجز موعد برسالة قصيرة",
     "يحجز المرتفق موعده برسالة قصيرة، ويأتي في ساعته.", "انتظار طويل صباح الإثنين.",
     "رسالة قصيرة تعيد أول ساعة متاحة، دون شبكة ولا تطبيق.", "مرتفقو الشباك الوحيد بالإقليم.",
     "جرب أسبوعا: نقص الانتظار من ساعة إلى ربع ساعة."},
    {"لافتات مفهومة",
     "كلمات بسيطة.",
     "مصممة",
     Gender::woman,
     "لافتات بالعربية البسيطة والأمازيغية",
     "لافتات تقول للمرتفق أين يذهب وبماذا يأتي.",
     "يقف المرتفق في الصف الخطأ.",
     "كلمات بسيطة ورموز موحدة بين الجماعات.",
     "سكان الجماعات القروية.",
     {}},
    {"شباك السوق", "الشباك حيث الناس.", "سائق", Gender::man, "شباك متنقل يوم السوق الأسبوعي",
     "يصل الشباك إلى السوق في يومه، بالوثائق الأكثر طلبا.",
     "يوم السوق هو يوم الطريق الوحيد لكثير من سكان القرى.",
     "طاولة مجهزة وموظف واحد من التاسعة إلى الزوال.", "رواد الأسواق الأسبوعية.",
     "جرب في سوقين: أربعون طلبا في كل سوق."},
    {"ورقة واحدة",
     "لا زيارة ثانية.",
     "تقنية إعلاميات",
     Gender::woman,
     "لائحة الوثائق على ظهر ورقة الموعد",
     "تطبع على ظهر كل موعد الوثائق التي يلزم إحضارها.",
     "ترجع ملفات كثيرة لنقص وثيقة واحدة.",
     "لائحة قصيرة بكل مسطرة، تطبع مع الموعد.",
     "أصحاب الملفات الأولى.",
     {}},
    {"الدور المعروف",
     "كم بقي قبلي؟",
     "طالب",
     Gender::man,
     "شاشة تقول كم بقي من الانتظار",
     "شاشة عند الباب تعرض الدور والمدة المتوقعة.",
     "لا يعرف المرتفق هل ينتظر أم يعود غدا.",
     "مدة متوقعة تحسب من آخر عشرة طلبات.",
     "مرتفقو مقر الجماعة.",
     {}},
    {"صوت الشباك",
     "من لا يقرأ يسمع.",
     "معلمة",
     Gender::woman,
     "أجوبة مسجلة بالدارجة والأمازيغية",
     "رقم هاتف يجيب عن أكثر الأسئلة تكرارا بصوت مسجل.",
     "لا تفيد الإعلانات المكتوبة من لا يقرأ.",
     "عشرون جوابا مسجلا، يختار بينها بالأرقام.",
     "من لا يقرأ، وضعاف البصر.",
     {}}};

Outcome write_spring_call(Stage const& on) {
    auto const& by = on.people.organiser;
    auto const act = on.act(by, Days{91});
    auto typed = TRY(on.desk.edition(on.writer, by, spring_code)).call.edition;
    typed.summary = {.ar =
                         "دورة تجريبية غير حقيقية، انتهت: اقترحت فيها فرق من الإقليم حلولا "
                         "لاستقبال أفضل وانتظار أقل.",
                     .fr =
                         "Édition fictive, terminée, pour la démonstration : des équipes de la "
                         "province y ont proposé un meilleur accueil et moins d’attente."};
    typed.rules = {.ar = "1. لكل شخص فريق واحد.\n2. آخر صيغة مودعة هي التي تقرأ.",
                   .fr = "1. Une personne, une équipe.\n2. La dernière version déposée est lue."};
    TRY(on.desk.keep_call(on.writer, act, typed));
    TRY(on.desk.keep_phases(on.writer, act, around(clock::day_in_morocco(on.now), spring_days)));
    TRY(on.desk.keep(on.writer, act, Theme{.name = {.ar = "الاستقبال", .fr = "L’accueil"}}));
    auto const theme = TRY(on.desk.edition(on.writer, by, spring_code)).call.themes.front().id;
    TRY(on.desk.keep(
        on.writer, act,
        Statement{.theme = theme,
                  .title = {.ar = "كيف نخفف الانتظار أمام الشباك؟",
                            .fr = "Comment alléger l’attente au guichet ?"},
                  .text = {.ar = "يتجمع المرتفقون صباح الإثنين، ويخلو الشباك في باقي الأسبوع.",
                           .fr = "On se presse le lundi matin ; le guichet est vide ensuite."},
                  .obstacles = "انتظار طويل",
                  .sponsor = on.people.where}));
    for (int place = 1; place <= 2; ++place)
        TRY(on.desk.keep(on.writer, act,
                         Prize{.place = place,
                               .name = place == 1 ? Names{.ar = "مواكبة المشروع ستة أشهر",
                                                          .fr = "Six mois d’accompagnement"}
                                                  : Names{.ar = "عرض المشروع على الجماعات",
                                                          .fr = "Présentation aux communes"}}));
    return on.desk.publish(on.writer, act);
}

Result<TeamId> team_that_sent(Stage const& on, http::Visitor const& leader, StatementId statement,
                              SpringTeam const& one) {
    Described const what{.name = std::string(one.name),
                         .pitch = std::string(one.pitch),
                         .wanted = {},
                         .statement = statement};
    Project const project{.title = std::string(one.title),
                          .summary = std::string(one.summary),
                          .problem = std::string(one.problem),
                          .solution = std::string(one.solution),
                          .serves = std::string(one.serves),
                          .evidence = std::string(one.evidence),
                          .video = {}};
    auto const team = TRY(on.desk.found(on.writer, on.act(leader, Days{85}), what,
                                        declared(one.gender, one.profession)));
    TRY(on.desk.submit(on.writer, on.act(leader, Days{68}), team, project, {}));
    return team;
}

Result<std::vector<TeamId>> teams_of_spring(Stage const& on) {
    auto const& people = on.people;
    std::vector leaders{people.leader, people.seeker, people.member};
    leaders.insert(leaders.end(), people.others.begin(), people.others.end());
    check(leaders.size() == std::size(spring_teams), "each team has somebody who leads it");
    auto const statement =
        TRY(on.desk.edition(on.writer, people.organiser, spring_code)).call.statements.front().id;
    std::vector<TeamId> teams;
    for (std::size_t n = 0; n < leaders.size(); ++n)
        teams.push_back(TRY(team_that_sent(on, leaders[n], statement, spring_teams[n])));
    return teams;
}

Outcome coach_spring(Stage const& on, TeamId team) {
    auto const& people = on.people;
    auto const invited = TRY(
        on.desk.call_mentor(on.writer, on.act(people.organiser, Days{88}), "mentor@demo.example"));
    Mentor const typed{.person = PersonId{0}, .skills = "مساطر، استقبال"};
    TRY(on.desk.accept_mentoring(on.writer, on.act(people.mentor, Days{87}), "mentor@demo.example",
                                 invited.key, typed));
    auto const first = clock::start_of_day_in_morocco(clock::day_in_morocco(on.now) - Days{75}) +
                       std::chrono::hours{10};
    TRY(on.desk.offer_hours(on.writer, on.act(people.mentor, Days{80}), first, 3,
                            "قاعة الاجتماعات بعمالة الإقليم"));
    auto const edition =
        TRY(on.desk.edition(on.writer, people.organiser, spring_code)).call.edition;
    for (auto const& hour : on.desk.hours(on.writer, edition.id, first)) {
        TRY(on.desk.book(on.writer, on.act(people.leader, Days{78}), team, hour.id, "أول تجربة"));
        TRY(on.desk.note(on.writer, on.act(people.mentor, Days{70}), hour.id,
                         "جربوا مع عشرة مرتفقين قبل أن تزيدوا شيئا.", true,
                         std::vector<PersonId>{people.leader.person}));
    }
    return Done{};
}

Outcome end(Stage const& on, std::span<TeamId const> teams) {
    auto const& by = on.people.organiser;
    auto const gives = [&](TeamId team, int place, std::string_view reason) {
        return on.desk.award(on.writer, on.act(by, Days{58}),
                             {.team = team, .place = place, .reason = std::string(reason)});
    };
    TRY(gives(teams[0], 1, "جرب مع المرتفقين وقيس أثره على الانتظار."));
    TRY(gives(teams[1], 2, "فكرة بسيطة تنقل إلى كل جماعة."));
    TRY(Certificates(on.desk).issue(on.writer, on.act(by, Days{57})));
    return on.desk.close(on.writer, on.act(by, Days{20}));
}

}  // namespace

Outcome seed_past(db::Writer& writer, Desk const& desk, DemoPeople const& people, Instant now) {
    if (store::edition_coded(writer, spring_code)) return Done{};
    Stage const on{writer, desk, people, now, spring_code};
    TRY(desk.open_edition(writer, people.organiser,
                          {.model = "local-challenge",
                           .code = std::string(spring_code),
                           .organiser = people.where,
                           .name = {.ar = "تحدي الاستقبال بإقليم بركان (دورة تجريبية منتهية)",
                                    .fr = "Défi de l’accueil à Berkane (édition fictive close)"},
                           .first = clock::day_in_morocco(now) - Days{90}},
                          now - Days{91}));
    TRY(write_spring_call(on));
    TRY(call_past_jury(on));
    auto const teams = TRY(teams_of_spring(on));
    TRY(coach_spring(on, teams.front()));
    for (auto const team : teams)
        TRY(desk.shortlist(writer, on.act(people.organiser, Days{64}), team, true, "مشروع مكتمل"));
    TRY(judge_past(on, teams));
    return end(on, teams);
}

}  // namespace wasl::challenges
