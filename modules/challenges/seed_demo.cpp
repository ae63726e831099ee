// SPDX-License-Identifier: Apache-2.0
// An invented edition in Berkane, in the middle of its days: teams form, one has written and sent,
// a mentor has hours. All of it is done through the desk, as people would.
#include "modules/challenges/inside.hpp"
#include "modules/challenges/seed_stage.hpp"

namespace wasl::challenges {

namespace {

constexpr std::string_view youth_code = "berkane-youth";

// Ten days of the call are over, and a week is left to send.
constexpr std::initializer_list<DaysOfPhase> youth_days{
    {Phase::call, -10, 5},      {Phase::formation, -10, 5},  {Phase::coaching, -4, 7},
    {Phase::submission, -1, 7}, {Phase::shortlisting, 8, 9}, {Phase::jury, 10, 12},
    {Phase::award, 14, 14},     {Phase::follow_up, 15, 180}};

Outcome write_youth_call(Stage const& on) {
    auto const& by = on.people.organiser;
    auto const act = on.act(by, Days{11});
    auto typed = TRY(on.desk.edition(on.writer, by, youth_code)).call.edition;
    typed.summary = {.ar =
                         "دورة تجريبية غير حقيقية: ثلاثة أيام يقترح فيها شباب الإقليم حلولا تقرب "
                         "الخدمات من القرى والأحياء، مع مواكبين من الجماعات والعمالة.",
                     .fr =
                         "Édition fictive, pour la démonstration : trois jours où la jeunesse de "
                         "la province propose de rapprocher les services des villages et des "
                         "quartiers, avec des mentors des communes et de la préfecture."};
    typed.rules = {.ar =
                       "1. لكل شخص فريق واحد.\n2. يودع الفريق مشروعه قبل نهاية الأجل، وآخر صيغة "
                       "هي التي تقرأ.\n3. تبقى الأفكار لأصحابها، وتعرض المشاريع عند التتويج.",
                   .fr =
                       "1. Une personne, une équipe.\n2. Le projet est déposé avant la fin du "
                       "délai ; la dernière version est lue.\n3. Les idées restent à leurs "
                       "auteurs ; les projets sont montrés lors de la remise des prix."};
    TRY(on.desk.keep_call(on.writer, act, typed));
    TRY(on.desk.keep_phases(on.writer, act, around(clock::day_in_morocco(on.now), youth_days)));
    TRY(on.desk.keep(on.writer, act,
                     Theme{.name = {.ar = "خدمات أقرب", .fr = "Des services plus proches"}}));
    TRY(on.desk.keep(on.writer, act,
                     Theme{.name = {.ar = "الماء والفلاحة", .fr = "L’eau et l’agriculture"}}));
    auto const themes = TRY(on.desk.edition(on.writer, by, youth_code)).call.themes;
    TRY(on.desk.keep(
        on.writer, act,
        Statement{.theme = themes.at(0).id,
                  .title = {.ar = "كيف نغني سكان القرى عن زيارة ثانية؟",
                            .fr = "Comment éviter une deuxième visite aux villages ?"},
                  .text = {.ar = "ترجع ملفات كثيرة لنقص وثيقة واحدة، والطريق إلى الشباك طويل.",
                           .fr = "Bien des dossiers reviennent faute d’une pièce, et la route "
                                 "est longue."},
                  .obstacles = "تنقل متكرر؛ وثائق غير معروفة مسبقا",
                  .sponsor = on.people.where}));
    TRY(on.desk.keep(
        on.writer, act,
        Statement{.theme = themes.at(1).id,
                  .title = {.ar = "كيف نعرف تسربات الماء قبل أن تكبر؟",
                            .fr = "Comment connaître les fuites d’eau avant qu’elles "
                                  "grandissent ?"},
                  .text = {.ar = "يبلغ عن التسرب بعد أيام، ولا يعرف أحد من يصلحه.",
                           .fr = "La fuite est signalée des jours après, et nul ne sait qui "
                                 "répare."}}));
    TRY(on.desk.keep(on.writer, act,
                     Prize{.place = 1,
                           .name = {.ar = "مواكبة المشروع ستة أشهر",
                                    .fr = "Six mois d’accompagnement du projet"}}));
    return on.desk.publish(on.writer, act);
}

Result<TeamId> form_team(Stage const& on) {
    auto const& people = on.people;
    auto const act = on.act(people.leader, Days{8});
    auto const statements =
        TRY(on.desk.edition(on.writer, people.leader, youth_code)).call.statements;
    Described const described{.name = "شباب ملوية",
                              .pitch =
                                  "قائمة وثائق تسأل وتجيب بالدارجة، تعمل دون شبكة في "
                                  "دكان القرية.",
                              .wanted = "تصميم، لهجة محلية",
                              .statement = statements.front().id};
    auto const team = TRY(on.desk.found(on.writer, act, described,
                                        declared(Gender::woman, "طالبة هندسة", "برمجة، تنظيم")));
    auto const invited = TRY(on.desk.invite(on.writer, act, team, {}));
    TRY(on.desk.join(on.writer, on.act(people.member, Days{7}), team, invited.id, invited.key,
                     declared(Gender::man, "تقني", "شبكات")));
    TRY(on.desk.look(on.writer, on.act(people.seeker, Days{6}),
                     declared(Gender::woman, "مصممة", "تصميم، تواصل")));
    return team;
}

Outcome coach_youth(Stage const& on, TeamId team) {
    auto const& people = on.people;
    auto const invited = TRY(
        on.desk.call_mentor(on.writer, on.act(people.organiser, Days{9}), "mentor@demo.example"));
    Mentor const typed{
        .person = PersonId{0}, .skills = "مساطر، استقبال", .about = "عشر سنوات في الشباك الوحيد."};
    TRY(on.desk.accept_mentoring(on.writer, on.act(people.mentor, Days{9}), "mentor@demo.example",
                                 invited.key, typed));
    auto const today = clock::day_in_morocco(on.now);
    auto const at = [&](int day, int hour) {
        return clock::start_of_day_in_morocco(today + Days{day}) + std::chrono::hours{hour};
    };
    TRY(on.desk.offer_hours(on.writer, on.act(people.mentor, Days{9}), at(-3, 10), 1,
                            "قاعة الاجتماعات بجماعة بركان"));
    TRY(on.desk.offer_hours(on.writer, on.act(people.mentor), at(2, 10), 4,
                            "قاعة الاجتماعات بجماعة بركان"));
    auto const edition = TRY(on.desk.edition(on.writer, people.leader, youth_code)).call.edition;
    auto const past = on.desk.hours(on.writer, edition.id, at(-3, 0)).front();
    TRY(on.desk.book(on.writer, on.act(people.leader, Days{4}), team, past.id,
                     "من نستمع إليه أولا؟"));
    std::vector<PersonId> const present{people.leader.person, people.member.person};
    return on.desk.note(on.writer, on.act(people.mentor, Days{1}), past.id,
                        "ابدؤوا بعشرة مرتفقين أمام الشباك، واكتبوا كلماتهم كما قالوها.", true,
                        present);
}

Outcome work(Stage const& on, TeamId team) {
    WorkPage page{.step = Step::empathise};
    page.fields = {"عشرة مرتفقين من جماعة لعثامنة.", "«قالوا لي ارجع غدا بالنسخة».",
                   "لا يعرفون لائحة الوثائق قبل المجيء.", ""};
    TRY(on.desk.write(on.writer, on.act(on.people.leader, Days{2}), team, page));
    TRY(on.desk.ask(on.writer, on.act(on.people.mentor, Days{1}), team, Step::empathise,
                    "كم منهم جاء مرتين للطلب نفسه؟"));
    Project const project{.title = "سؤال وجواب قبل الطريق",
                          .summary = "يعرف المرتفق وثائقه كلها قبل أن يخرج من قريته.",
                          .problem = "ملفات ترجع لنقص وثيقة واحدة.",
                          .solution = "قائمة أسئلة قصيرة، بالصوت والكتابة، تعمل دون شبكة.",
                          .serves = "سكان الجماعات القروية بالإقليم.",
                          .evidence = "جربناها مع عشرة أشخاص.",
                          .video = {}};
    TRY(on.desk.submit(on.writer, on.act(on.people.member), team, project, {}));
    return Done{};
}

}  // namespace

Outcome seed_demo(db::Writer& writer, Desk const& desk, DemoPeople const& people, Instant now) {
    if (store::edition_coded(writer, youth_code)) return Done{};
    Stage const on{writer, desk, people, now, youth_code};
    auto const first = clock::day_in_morocco(now) - Days{10};
    TRY(desk.open_edition(writer, people.organiser,
                          {.model = "youth-hackathon",
                           .code = std::string(youth_code),
                           .organiser = people.where,
                           .name = {.ar = "هاكاثون شباب إقليم بركان (دورة تجريبية)",
                                    .fr = "Hackathon des jeunes de Berkane (édition fictive)"},
                           .first = first},
                          now - Days{11}));
    TRY(write_youth_call(on));
    auto const team = TRY(form_team(on));
    TRY(coach_youth(on, team));
    TRY(seed_demo_jury(writer, desk, on.act(people.organiser)));
    return work(on, team);
}

}  // namespace wasl::challenges
