// SPDX-License-Identifier: Apache-2.0
// What auditors read, in a house where something has happened.
#include <gmock/gmock.h>

#include <fstream>
#include <regex>

#include "app/journal_view.hpp"
#include "app/tests/seeded_house.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::app {

namespace {

class JournalPages : public SeededHouse {
protected:
    void note(AdministrationId where, std::string_view kind, std::string_view subject,
              Instant now = clock::now()) {
        auto const done = house().database->write([&](db::Writer& writer) -> Outcome {
            journal::append(writer, {where.value(), kind, subject, 0}, now);
            return Done{};
        });
        EXPECT_FALSE(done.refused());
    }
    static int rows(tests::Browser const& browser) {
        int found = 0;
        for (auto at = browser.response.body.find("<tr>"); at != std::string::npos;
             at = browser.response.body.find("<tr>", at + 1))
            ++found;
        return found - 1;  // the heads
    }
};

TEST_F(JournalPages, are_narrowed_by_kind_object_person_and_period_and_turned) {
    auto const berkane = place("commune-berkane");
    for (int n = 0; n < 60; ++n) note(berkane, "directory.unit_renamed", "commune-berkane");
    note(berkane, "dossiers.approve", "B7K2-0001");
    note(place("commune-ahfir"), "dossiers.approve", "AHFIR-01");
    auto auditor = entered("auditor");
    auditor.get("/ar/desk");
    EXPECT_TRUE(auditor.shows("/ar/journal\"")) << "the lists of the desk lead there";
    EXPECT_EQ(auditor.get("/ar/journal").status, 200);
    EXPECT_EQ(auditor.unmarked_latin(), "");
    EXPECT_TRUE(auditor.shows("الموافقة") && auditor.shows("B7K2-0001"));
    EXPECT_FALSE(auditor.shows("AHFIR-01")) << "another administration's";
    EXPECT_FALSE(auditor.shows("غير سليم"));
    EXPECT_EQ(rows(auditor), 50);
    auto const older = auditor.response.body.find("before=");
    ASSERT_NE(older, std::string::npos);
    auto const number = auditor.response.body.substr(older, 20);
    EXPECT_EQ(auditor.get("/ar/journal?" + number.substr(0, number.find('"'))).status, 200);
    EXPECT_GE(rows(auditor), 10);

    auditor.get("/ar/journal?kind=dossiers.approve");
    EXPECT_EQ(rows(auditor), 1);
    auditor.get("/ar/journal?about=B7K2-0001");
    EXPECT_EQ(rows(auditor), 1);
    auditor.get("/ar/journal?about=AHFIR-01");
    EXPECT_TRUE(auditor.shows("لا توجد قيود بهذه الشروط"));
    auditor.get("/ar/journal?actor=424242");
    EXPECT_TRUE(auditor.shows("لا توجد قيود بهذه الشروط"));
    auditor.get("/ar/journal?from=2020-01-01&until=2020-12-31");
    EXPECT_TRUE(auditor.shows("لا توجد قيود بهذه الشروط"));
    EXPECT_EQ(auditor.get("/ar/journal?from=never").status, 422);
    EXPECT_EQ(auditor.get("/ar/journal?kind=" + std::string(500, 'x')).status, 200);
}

TEST_F(JournalPages, say_whether_the_chain_holds) {
    auto auditor = entered("auditor");
    EXPECT_EQ(auditor.get("/ar/journal/verify").status, 200);
    EXPECT_TRUE(auditor.shows("السجل سليم"));
    auto admin = entered("admin");
    EXPECT_EQ(admin.get("/ar/admin/journal").status, 200) << "the platform's own chain";
    EXPECT_EQ(admin.get("/ar/admin/journal/verify").status, 200);

    // Somebody at the database changes what was written.
    note(place("commune-berkane"), "dossiers.refuse", "B7K2-0002");
    static constexpr db::Sql forge{"test.forge", R"sql(
        update journal_entries set kind = 'dossiers.approve' where subject = 'B7K2-0002')sql"};
    static constexpr db::Sql mend{"test.mend", R"sql(
        update journal_entries set kind = 'dossiers.refuse' where subject = 'B7K2-0002')sql"};
    auto const run = [&](db::Sql const& statement) {
        auto const done = house().database->write([&](db::Writer& writer) -> Outcome {
            writer.execute(statement);
            return Done{};
        });
        EXPECT_FALSE(done.refused());
    };
    run(forge);
    auditor.get("/ar/journal/verify");
    EXPECT_TRUE(auditor.shows("السجل غير سليم"));
    auditor.get("/ar/journal?about=B7K2-0002");
    EXPECT_TRUE(auditor.shows("غير سليم"));
    admin.get("/ar/admin/journal/verify");
    EXPECT_TRUE(admin.shows("السجل سليم")) << "each chain for itself";
    run(mend);
}

// What the sources write into the journal has a name in Arabic and French.
TEST(JournalKinds, have_names_people_read) {
    for (auto const kind : journal_kinds()) {
        auto const* const name = journal_kind_name(kind);
        ASSERT_NE(name, nullptr) << kind;
        EXPECT_FALSE(i18n::sentence(Language::fr, say(*name)).empty()) << kind;
    }
    std::regex const written(R"re("((?:people|directory|notices|files)\.[a-z]+_[a-z_]+)")re");
    auto const kinds = journal_kinds();
    for (auto const* const file :
         {"modules/people/desk_roles.cpp", "modules/directory/desk_keeping.cpp",
          "modules/directory/desk.cpp", "modules/people/desk_data.cpp"}) {
        std::ifstream in(file);
        std::string const text{std::istreambuf_iterator<char>(in), {}};
        for (std::sregex_iterator one(text.begin(), text.end(), written), end; one != end; ++one)
            EXPECT_NE(std::find(kinds.begin(), kinds.end(), (*one)[1].str()), kinds.end())
                << (*one)[1] << " in " << file;
    }
}

}  // namespace

}  // namespace wasl::app
