// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/tests/dossiers_for_tests.hpp"

#include <algorithm>
#include <map>

#include "tests/support/notices_for_tests.hpp"
#include "tests/support/people_for_tests.hpp"
#include "tests/support/sheets_for_tests.hpp"

namespace wasl::dossiers {

using procedures::FieldKind;

DossierTest::DossierTest()
    : OnEngine({journal::schema, directory::schema, people::schema_steps(), notices::schema_steps(),
                procedures::schema, schema_steps()},
               tests::berkane_with_sheets),
      places(database()),
      folk(database(), places, {.secret = std::string(32, 's')}),
      outbox(database(), folk, {}),
      sheets(database(), places),
      desk(database(), places, folk, sheets, outbox) {
    outbox.knows("dossiers", msg::find);
    auto const picture = places.picture();
    auto const* berkane = picture->by_slug("commune-berkane");
    check(berkane != nullptr, "the seed has the commune of Berkane");
    commune = berkane->id;
    province = picture->superior_for_silence(commune);
    auto const offered = sheets.offered_units("building-permit", commune);
    unit = offered.empty() ? UnitId{0} : offered.front();
    for (auto const* one : picture->units_of(commune))
        if (one->id != unit) other_unit = one->id;
    citizen = somebody("مريم العلوي");
    officer = holding("سعيد الوافي", http::Role::officer, commune, unit);
    colleague = holding("نادية بنعلي", http::Role::officer, commune, unit);
    president = holding("رئيس المجلس", http::Role::head, commune, UnitId{0});
    governor = holding("عامل الإقليم", http::Role::head, province, UnitId{0});
    auditor = holding("المفتش", http::Role::auditor, commune, UnitId{0});
}

http::Visitor DossierTest::somebody(std::string_view name) {
    auto visitor = write([&](db::Writer& writer) -> Result<http::Visitor> {
        return tests::registered(writer, folk, name, clock.now());
    });
    return std::move(visitor).value();
}

http::Visitor DossierTest::holding(std::string_view name, http::Role role, AdministrationId where,
                                   UnitId in) {
    auto visitor = somebody(name);
    visitor.grants.push_back({role, where, in});
    return visitor;
}

static std::string an_answer(procedures::FormField const& field) {
    switch (field.kind) {
        case FieldKind::number: return "120";
        case FieldKind::date: return "2026-06-15";
        case FieldKind::choice: return field.choices.front().ar;
        case FieldKind::email: return "m.alaoui@example.ma";
        case FieldKind::phone: return "0612345678";
        case FieldKind::yes_no: return "yes";
        default: return "حي السلام، بركان";
    }
}

Supplied DossierTest::paper(std::string_view requirement, char mark) {
    return {std::string(requirement),
            {.sha256 = std::string(64, mark), .size = 65'536, .kind = files::Kind::pdf},
            "وثيقة.pdf"};
}

Filing DossierTest::filing(std::string_view procedure, std::vector<std::string> const& without) {
    auto const sheet = sheets.published(procedure, commune);
    check(sheet != nullptr, "the seed publishes that sheet");
    Filing made;
    made.start = {.procedure = std::string(procedure), .administration = commune};
    for (auto const& field : sheet->form) made.values.emplace_back(field.code, an_answer(field));
    for (auto const& document : sheet->documents)
        if (document.supplier == procedures::Supplier::user && document.required &&
            std::find(without.begin(), without.end(), document.code) == without.end())
            made.documents.push_back(paper(document.code));
    return made;
}

Filed DossierTest::file(http::Visitor const& by, Filing const& made) {
    auto filed =
        write([&](db::Writer& writer) { return desk.file_at_once(writer, by, made, clock.now()); });
    EXPECT_EQ(told_of(filed), "yes");
    return filed.value();
}

Act DossierTest::act(http::Visitor const& by, std::string_view number) {
    auto const version = read([&](db::Reader& reader) {
        static constexpr db::Sql select{"test.version",
                                        "select version from dossiers where number = $1"};
        return reader.count(select, number);
    });
    return {by, number, version, clock.now()};
}

Dossier DossierTest::seen(http::Visitor const& by, std::string_view number) {
    auto found = read([&](db::Reader& reader) { return desk.see(reader, by, number, today()); });
    EXPECT_EQ(told_of(found), "yes");
    return found.refused() ? Dossier{} : std::move(found).value();
}

void DossierTest::run_jobs() {
    for (auto const& job : desk.jobs()) job.run(database(), clock.now());
}

void DossierTest::revise(std::string_view procedure,
                         std::function<void(procedures::Sheet&)> const& change) {
    namespace hands = procedures::hands;
    using procedures::Action;
    auto const done = write([&](db::Writer& writer) -> Outcome {
        auto const id = *sheets.sheet_of_code(writer, procedure);
        auto draft = *sheets.draft(writer, id);
        change(draft.sheet);
        auto const edition = TRY(sheets.save_draft(writer, id, draft.edition, draft.sheet,
                                                   president.person, clock.now()));
        procedures::Actor const owner{president.person, hands::officer | hands::head};
        procedures::Actor const interior{governor.person, hands::interior};
        TRY(sheets.act(writer, id, {.action = Action::submit, .edition = edition}, owner,
                       clock.now()));
        TRY(sheets.act(writer, id, {.action = Action::check, .reference = "2026/7"}, interior,
                       clock.now()));
        return sheets.act(writer, id, {.action = Action::publish, .edition = edition}, owner,
                          clock.now());
    });
    ASSERT_EQ(told_of(done), "yes");
    sheets.expire();
    read([&](db::Reader& reader) {
        sheets.refresh(reader, clock.now());
        return 0;
    });
}

std::int64_t DossierTest::count(db::Sql const& sql) {
    return read([&](db::Reader& reader) { return reader.count(sql); });
}

std::vector<std::string> DossierTest::told(PersonId person) {
    return read([&](db::Reader& reader) { return tests::told(reader, person, "dossiers"); });
}

using Amounts = std::map<std::string, std::int64_t>;

static Amounts amounts(db::Reader& reader, db::Sql const& sql) {
    Amounts found;
    reader.each(sql, [&](db::Row const& row) {
        if (row.number(1) != 0) found[row.str(0)] = row.number(1);
    });
    return found;
}

void DossierTest::expect_consistent() {
    static constexpr db::Sql kept{"test.counts",
                                  "select state, sum(amount) from dossier_counts group by state"};
    static constexpr db::Sql recount{
        "test.recount", "select state, count(*) from dossiers where is_open = 1 group by state"};
    static constexpr db::Sql owed{"test.owed",
                                  "select due, sum(amount) from dossier_owed group by due"};
    static constexpr db::Sql owed_again{
        "test.owed_again",
        "select due, count(*) from dossiers where state in ('lodged', 'in_review', "
        "'silence_claimed', 'silence_escalated') group by due"};
    read([&](db::Reader& reader) {
        EXPECT_EQ(amounts(reader, kept), amounts(reader, recount));
        EXPECT_EQ(amounts(reader, owed), amounts(reader, owed_again));
        auto const verdict = journal::verify(reader);
        EXPECT_GT(verdict.entries, 0);
        EXPECT_TRUE(verdict.faults.empty());
        return 0;
    });
}

}  // namespace wasl::dossiers
