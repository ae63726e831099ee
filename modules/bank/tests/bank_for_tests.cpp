// SPDX-License-Identifier: Apache-2.0
#include "modules/bank/tests/bank_for_tests.hpp"
#include "tests/support/people_for_tests.hpp"
#include "tests/support/sheets_for_tests.hpp"

namespace wasl::bank {

// As app/ hands them over from the registry; two are enough here.
static constexpr std::array<std::string_view, 2> events{"building_home", "opening_shop"};
static std::span<std::string_view const> event_codes() { return events; }
static Message const* event_named(std::string_view code) {
    return code == events[0] || code == events[1] ? &msg::title : nullptr;
}

static void ground(db::Database& database) {
    tests::berkane(database);
    directory::Desk const places(database);
    auto const written = database.write([&](db::Writer& writer) -> Outcome {
        TRY(procedures::seed_country(writer, *places.picture()));
        return procedures::seed_berkane(writer, *places.picture(),
                                        tests::TestClock::start_of_tests());
    });
    check(!written.refused(), "the sheets are lawful");
}

BankTest::BankTest()
    : OnEngine({journal::schema, directory::schema, people::schema_steps(), notices::schema_steps(),
                procedures::schema, schema_steps()},
               ground),
      places(database()),
      folk(database(), places, {.secret = std::string(32, 's')}),
      outbox(database(), folk, {}),
      registry(database(), places),
      desk({database(), places, folk, outbox, registry, {event_codes, event_named}}) {
    outbox.knows("bank", msg::find);
    auto const picture = places.picture();
    commune = picture->by_slug("commune-berkane")->id;
    province = picture->by_slug("province-berkane")->id;
    agency = picture->by_slug("transition-numerique")->id;
    citizen = somebody("مريم العلوي");
    neighbour = somebody("عمر الزروالي");
    reviewing = holding("ليلى بنجلون", http::Role::officer, agency);
    officer = holding("سعيد الوافي", http::Role::officer, commune);
    president = holding("رئيس المجلس", http::Role::head, commune);
    governor = holding("عامل الإقليم", http::Role::head, province);
    admin = holding("المشرف", http::Role::administrator, people::platform);
    (void)write([&](db::Writer& writer) {
        return desk.set_reviewing(writer, admin, agency, true, clock.now());
    });
}

http::Visitor BankTest::somebody(std::string_view name) {
    auto visitor = write([&](db::Writer& writer) -> Result<http::Visitor> {
        return tests::registered(writer, folk, name, clock.now());
    });
    return std::move(visitor).value();
}

http::Visitor BankTest::holding(std::string_view name, http::Role role, AdministrationId where) {
    auto visitor = somebody(name);
    visitor.grants.push_back({role, where, UnitId{0}});
    (void)write([&](db::Writer& writer) -> Outcome {
        tests::give_position(writer, visitor.person, role, where);
        return Done{};
    });
    return visitor;
}

Content BankTest::content(std::string_view title) const {
    Content made;
    made.title = title;
    made.problem = "لا يعرف صاحب طلب رخصة البناء أين وصل ملفه فيعود إلى الجماعة كل أسبوع.";
    made.solution = "رسالة قصيرة في كل مرحلة، ورقم يتتبع به الملف دون تنقل.";
    made.serves = "طالبو رخص البناء بالجماعات";
    made.cost = Money::centimes(1'250'050);
    made.touches.procedures = {"building-permit"};
    made.touches.obstacles = {"coordination"};
    made.touches.indicators = {"k5"};
    return made;
}

Result<std::string> BankTest::try_to_propose(http::Visitor const& by, Content const& what,
                                             std::vector<RelationTyped> relations) {
    Proposal const proposal{.content = what, .relations = std::move(relations)};
    return write([&](db::Writer& writer) {
        return desk.propose(writer, by, proposal, today(), clock.now());
    });
}

std::string BankTest::propose(http::Visitor const& by, Content const& what,
                              std::vector<RelationTyped> relations) {
    auto const number = try_to_propose(by, what, std::move(relations));
    EXPECT_EQ(told_of(number), "yes");
    return number.refused() ? std::string() : number.value();
}

std::string BankTest::enlist(http::Visitor const& by, Content const& what) {
    auto const number = propose(by, what);
    EXPECT_EQ(decides(reviewing, number, Action::take_up), "yes");
    EXPECT_EQ(decides(reviewing, number, Action::enlist, "واضح وقابل للنقل"), "yes");
    return number;
}

std::string BankTest::decides(http::Visitor const& by, std::string_view number, Action action,
                              std::string_view reason, std::string_view into) {
    return does([&](db::Writer& writer) {
        return desk.act(
            writer, act(by, number),
            {.action = action, .reason = std::string(reason), .into = std::string(into)});
    });
}

Whole BankTest::seen(http::Visitor const& by, std::string_view number) {
    auto found = read([&](db::Reader& reader) { return desk.see(reader, by, number, today()); });
    EXPECT_EQ(told_of(found), "yes");
    return found.refused() ? Whole{} : std::move(found).value();
}

AdoptionId BankTest::adopt(std::string_view number) {
    auto const id = write([&](db::Writer& writer) {
        return desk.adopt(writer, act(officer, number), commune, "نريد تقليص التنقل");
    });
    EXPECT_EQ(told_of(id), "yes");
    return id.refused() ? AdoptionId{0} : id.value();
}

std::string BankTest::moves(http::Visitor const& by, AdoptionId id, Deed deed,
                            std::string_view reason) {
    return does([&](db::Writer& writer) { return desk.move(writer, act(by, id), deed, reason); });
}

void BankTest::pilot(AdoptionId id) {
    EXPECT_EQ(moves(president, id, Deed::accept), "yes");
    EXPECT_EQ(does([&](db::Writer& writer) {
                  return desk.write_file(writer, act(officer, id),
                                         {.owner = officer.person,
                                          .legal_basis = "القانون رقم 55.19",
                                          .agreement = {},
                                          .agreed_on = {},
                                          .plan = "مصلحة التعمير وحدها لمدة ثلاثة أشهر",
                                          .place = "بركان",
                                          .pilot_from = today(),
                                          .pilot_until = today() + Days{90}});
              }),
              "yes");
    EXPECT_EQ(moves(officer, id, Deed::begin_pilot), "yes");
}

Effect BankTest::measured(std::int64_t before, std::int64_t after) const {
    Effect effect;
    effect.indicator = "k6";
    effect.unit = "يوم عمل";
    effect.better = Better::lower;
    effect.before = {before * 1000, today() - Days{90}, today() - Days{60}, 120};
    effect.after = {after * 1000, today() - Days{30}, today(), 97};
    effect.method = "وسيط مدة المعالجة من سجل الملفات";
    return effect;
}

}  // namespace wasl::bank
