// SPDX-License-Identifier: Apache-2.0
// Another invented edition in Berkane, over since weeks: prizes and certificates are given, and its
// projects went on to the bank.
#include "modules/challenges/certificates.hpp"
#include "modules/challenges/inside.hpp"
#include "modules/challenges/seed_stage.hpp"

namespace wasl::challenges {

namespace {

constexpr std::string_view spring_code = "berkane-spring";

constexpr std::initializer_list<DaysOfPhase> spring_days{
    {Phase::call, -90, -76},       {Phase::formation, -90, -76},    {Phase::coaching, -80, -66},
    {Phase::submission, -72, -66}, {Phase::shortlisting, -65, -62}, {Phase::award, -60, -58},
    {Phase::follow_up, -57, -20}};

Outcome write_spring_call(Stage const& on) {
    auto const& by = on.people.organiser;
    auto const act = on.act(by, Days{91});
    auto typed = TRY(on.desk.edition(on.writer, by, spring_code)).call.edition;
    typed.summary = {.ar =
                         "دورة تجريبية غير حقيقية، انتهت: اقترحت فيها فرق من الإقليم حلولا "
                         "لاستقبال أفضل وماء أقل ضياعا.",
                     .fr =
                         "Édition fictive, terminée, pour la démonstration : des équipes de la "
                         "province y ont proposé un meilleur accueil et moins d’eau perdue."};
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

Result<TeamId> team_that_sent(Stage const& on, http::Visitor const& leader, Described const& what,
                              Profile const& as, Project const& project) {
    auto const team = TRY(on.desk.found(on.writer, on.act(leader, Days{85}), what, as));
    TRY(on.desk.submit(on.writer, on.act(leader, Days{68}), team, project, {}));
    return team;
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

Outcome end(Stage const& on, TeamId first, TeamId second) {
    auto const& by = on.people.organiser;
    auto const gives = [&](TeamId team, int place, std::string_view reason) {
        return on.desk.award(on.writer, on.act(by, Days{60}),
                             {.team = team, .place = place, .reason = std::string(reason)});
    };
    for (auto const team : {first, second})
        TRY(on.desk.shortlist(on.writer, on.act(by, Days{64}), team, true, "مشروع مجرب"));
    TRY(gives(first, 1, "جرب مع المرتفقين وقيس أثره على الانتظار."));
    TRY(gives(second, 2, "فكرة بسيطة تنقل إلى كل جماعة."));
    TRY(Certificates(on.desk).issue(on.writer, on.act(by, Days{59})));
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
    auto const statement =
        TRY(desk.edition(writer, people.organiser, spring_code)).call.statements.front().id;
    auto const first = TRY(team_that_sent(
        on, people.leader,
        {.name = "موعد قبل الطريق", .pitch = "حجز بالهاتف.", .wanted = {}, .statement = statement},
        declared(Gender::woman, "طالبة هندسة"),
        {.title = "حجز موعد برسالة قصيرة",
         .summary = "يحجز المرتفق موعده برسالة قصيرة، ويأتي في ساعته.",
         .problem = "انتظار طويل صباح الإثنين.",
         .solution = "رسالة قصيرة تعيد أول ساعة متاحة، دون شبكة ولا تطبيق.",
         .serves = "مرتفقو الشباك الوحيد بالإقليم.",
         .evidence = "جرب أسبوعا: نقص الانتظار من ساعة إلى ربع ساعة.",
         .video = {}}));
    auto const second = TRY(team_that_sent(
        on, people.seeker,
        {.name = "لافتات مفهومة", .pitch = "كلمات بسيطة.", .wanted = {}, .statement = statement},
        declared(Gender::woman, "مصممة"),
        {.title = "لافتات بالعربية البسيطة والأمازيغية",
         .summary = "لافتات تقول للمرتفق أين يذهب وبماذا يأتي.",
         .problem = "يقف المرتفق في الصف الخطأ.",
         .solution = "كلمات بسيطة ورموز موحدة بين الجماعات.",
         .serves = "سكان الجماعات القروية.",
         .evidence = {},
         .video = {}}));
    TRY(coach_spring(on, first));
    return end(on, first, second);
}

}  // namespace wasl::challenges
