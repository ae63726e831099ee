// SPDX-License-Identifier: Apache-2.0
// What comes from elsewhere: read tolerantly, kept exactly, refused where it is hostile.
#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include "modules/directory/schema.hpp"
#include "modules/procedures/export/export.hpp"
#include "modules/procedures/export/table.hpp"
#include "modules/procedures/import/import.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/schema.hpp"
#include "platform/i18n/i18n.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/berkane_for_tests.hpp"

namespace wasl::procedures {
namespace {

class Imports : public tests::OnEngine {
protected:
    Imports()
        : OnEngine({journal::schema, directory::schema, people::schema_steps(), procedures::schema},
                   tests::berkane) {
        owner = places.picture()->by_slug("commune-berkane")->id;
    }
    ImportAsk ask(Hands held = hands::officer | hands::head) {
        return {owner, PersonId{1}, [=](db::Reader&, AdministrationId) { return held; }};
    }
    ImportReport look(std::string_view bytes) {
        return read([&](db::Reader& db) {
            return examine_import(db, desk, *places.picture(), bytes, ask(), clock.now());
        });
    }
    ImportReport take(std::string_view bytes) {
        return write([&](db::Writer& db) -> Result<ImportReport> {
                   return import_sheets(db, desk, *places.picture(), bytes, ask(), clock.now());
               })
            .value();
    }
    std::optional<Draft> draft(std::string_view code) {
        return read([&](db::Reader& db) -> std::optional<Draft> {
            auto const id = desk.sheet_of_code(db, code);
            return id ? desk.draft(db, *id) : std::nullopt;
        });
    }

    directory::Desk places{database()};
    Desk desk{database(), places};
    AdministrationId owner{0};
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Imports, tests::both_engines(), tests::engine_name);

constexpr std::string_view sheets_table =
    "code,title_ar,title_fr,administration,delay,price\r\n"
    "first-one,شهادة أولى,Premier certificat,commune-berkane,15 يوما من تاريخ الإيداع,20 درهما\r\n"
    "second-one,\"شهادة، ثانية\",,,على الفور,مجانا\r\n";

TEST_P(Imports, keep_the_words_propose_a_number_and_change_nothing_twice) {
    auto const dry = look(sheets_table);
    EXPECT_EQ(dry.count(ImportVerdict::added), 2) << dry.text();
    EXPECT_FALSE(draft("first-one"));
    EXPECT_EQ(take(sheets_table).count(ImportVerdict::added), 2);
    auto const first = draft("first-one")->sheet;
    EXPECT_EQ(first.term_note.ar, "15 يوما من تاريخ الإيداع");
    EXPECT_EQ(first.term_days, 15);
    EXPECT_FALSE(first.confirmed("term"));
    EXPECT_EQ(first.fees.at(0).amount, Money::dirhams(20));
    EXPECT_TRUE(first.fees.at(0).to_be_confirmed);
    EXPECT_TRUE(draft("second-one")->sheet.immediate);
    EXPECT_EQ(draft("second-one")->sheet.title.ar, "شهادة، ثانية");
    auto const edition = draft("first-one")->edition;
    EXPECT_EQ(take(sheets_table).count(ImportVerdict::same), 2);
    EXPECT_EQ(draft("first-one")->edition, edition);
    std::string changed(sheets_table);
    changed.replace(changed.find("Premier"), 7, "Dernier");
    auto const report = take(changed);
    EXPECT_EQ(report.count(ImportVerdict::changed), 1);
    EXPECT_EQ(report.count(ImportVerdict::same), 1);
    EXPECT_EQ(draft("first-one")->edition, edition + 1);
}

// What comes in is inventoried (law 55.19 art. 5) until somebody takes it up; the gate has looked.
TEST_P(Imports, enter_the_pipeline_as_inventoried_with_what_the_gate_says) {
    auto const looked = look(sheets_table);
    ASSERT_EQ(looked.lines.size(), 2U);
    EXPECT_FALSE(looked.lines.at(0).objections.empty());
    EXPECT_NE(looked.text().find("before it is submitted: basis 55.19/3"), std::string::npos)
        << looked.text();
    take(sheets_table);
    EXPECT_EQ(draft("first-one")->sheet.state, SheetState::inventoried);
    std::string changed(sheets_table);
    changed.replace(changed.find("Premier"), 7, "Dernier");
    take(changed);
    auto const again = *draft("first-one");
    EXPECT_EQ(again.sheet.state, SheetState::inventoried) << "an import is no study";
    EXPECT_EQ(again.sheet.title.fr, "Dernier certificat");
    // Whoever confirms the term is not overruled by the next import.
    auto confirmed = again.sheet;
    confirmed.term_days = 20;
    confirmed.to_be_confirmed.clear();
    write([&](db::Writer& db) {
        return desk.save_draft(db, again.sheet.id, again.edition, confirmed, PersonId{1},
                               clock.now());
    }).value();
    EXPECT_EQ(take(sheets_table).count(ImportVerdict::changed), 1);
    EXPECT_EQ(draft("first-one")->sheet.term_days, 20);
    EXPECT_EQ(draft("first-one")->sheet.term_note.ar, "15 يوما من تاريخ الإيداع");
    EXPECT_EQ(draft("first-one")->sheet.state, SheetState::inventoried)
        << "it is taken up by an act of its own";
}

TEST_P(Imports, are_for_those_whose_sheets_they_are) {
    auto const nobody =
        write([&](db::Writer& db) -> Result<ImportReport> {
            return import_sheets(db, desk, *places.picture(), sheets_table, ask({}), clock.now());
        }).value();
    EXPECT_EQ(nobody.count(ImportVerdict::fault), 2) << nobody.text();
    EXPECT_FALSE(draft("first-one"));
}

constexpr std::string_view merging =
    "code,title_ar,merged_into,reason\n"
    "circle-a,عنوان أول,circle-b,تكرار للمسطرة نفسها\n"
    "circle-b,عنوان ثان,circle-c,تكرار للمسطرة نفسها\n"
    "circle-c,عنوان ثالث,circle-a,تكرار للمسطرة نفسها\n"
    "own-tail,عنوان رابع,own-tail,تكرار للمسطرة نفسها\n"
    "far-end,عنوان خامس,,\n"
    "first-link,عنوان سادس,second-link,تكرار للمسطرة نفسها\n"
    "second-link,عنوان سابع,far-end,تكرار للمسطرة نفسها\n"
    "no-reason,عنوان ثامن,far-end,\n"
    "lost-link,عنوان تاسع,never-heard-of,تكرار للمسطرة نفسها\n";

TEST_P(Imports, refuse_sheets_that_are_merged_in_a_circle_and_follow_a_chain) {
    auto const expected = std::vector<int>{2, 3, 4, 5, 9, 10};
    auto const faults = [](ImportReport const& report) {
        std::vector<int> out;
        for (auto const& line : report.lines)
            if (line.verdict == ImportVerdict::fault) out.push_back(line.row);
        return out;
    };
    EXPECT_EQ(faults(look(merging)), expected) << look(merging).text();
    EXPECT_EQ(faults(take(merging)), expected);
    for (char const* const code : {"circle-a", "circle-b", "circle-c", "own-tail"})
        EXPECT_FALSE(draft(code)) << code;
    EXPECT_EQ(draft("far-end")->sheet.state, SheetState::inventoried);
    EXPECT_EQ(draft("first-link")->sheet.state, SheetState::merged);
    EXPECT_EQ(draft("first-link")->merged_into, draft("second-link")->sheet.id);
    EXPECT_EQ(draft("second-link")->merged_into, draft("far-end")->sheet.id);
    auto const again = take(merging);
    EXPECT_EQ(again.count(ImportVerdict::same), 3) << again.text();
    // The circle that a file would close over what is merged already.
    auto const closing = take(
        "code,title_ar,merged_into,reason\nfar-end,عنوان خامس,first-link,تكرار للمسطرة نفسها\n");
    EXPECT_EQ(closing.count(ImportVerdict::fault), 1) << closing.text();
    EXPECT_EQ(draft("far-end")->sheet.state, SheetState::inventoried);
    auto const officer = write([&](db::Writer& db) -> Result<ImportReport> {
                             return import_sheets(db, desk, *places.picture(),
                                                  "code,title_ar,merged_into,reason\n"
                                                  "by-officer,عنوان,far-end,تكرار للمسطرة نفسها\n",
                                                  ask(hands::officer), clock.now());
                         }).value();
    EXPECT_EQ(officer.count(ImportVerdict::fault), 1) << "merging is not an officer's";
}

TEST_P(Imports, name_every_problem_by_its_row) {
    auto const report = take(
        "code;title_ar;administration;term_days;online\n"
        "Bad Code;عنوان;;;\n"
        "no-such-place;عنوان;ministry-of-magic;;\n"
        "no-title;;;;\n"
        "twice;عنوان;;;\n"
        "twice;عنوان آخر;;;\n"
        "numbers;عنوان;;soon;maybe\n"
        "formula;'=SUM(A1);;;\n");
    std::vector<int> faults;
    for (auto const& line : report.lines)
        if (line.verdict == ImportVerdict::fault) faults.push_back(line.row);
    EXPECT_EQ(faults, (std::vector<int>{2, 3, 4, 6, 7})) << report.text();
    EXPECT_EQ(draft("formula")->sheet.title.ar, "=SUM(A1)");
    std::string out;
    append_csv(out, std::array<std::string_view, 1>{"=SUM(A1)"});
    EXPECT_EQ(out, "\"'=SUM(A1)\"\r\n");
}

TEST_P(Imports, name_a_column_that_is_not_read) {
    auto const dry = look(
        "code,title_ar,delais,owner_ar\r\none,شهادة أولى,15 يوما,بركان\r\ntwo,شهادة ثانية,,\r\n");
    ASSERT_EQ(dry.lines.size(), 2U) << dry.text();
    ASSERT_EQ(dry.lines[0].what.size(), 1U) << dry.text();
    EXPECT_EQ(dry.lines[0].what[0].message, &msg::import_column_unread);
    EXPECT_EQ(std::get<std::string>(dry.lines[0].what[0].values.at(0).what), "delais");
    EXPECT_TRUE(dry.lines[1].what.empty());
    EXPECT_EQ(dry.count(ImportVerdict::added), 2) << "the rest is taken";
}

TEST_P(Imports, read_what_the_portal_shows) {
    auto const report = take(R"({"content":[{"id":77,"title":"رخصة","description":"وصف",
        "delay":"شهر: 2 شهر","price":"50,00 درهم",
        "inChargeAdministration":{"name":"commune-berkane"},
        "documents":[{"title":"وثيقة ب","order":2},
                     {"title":"وثيقة أ","order":1,"section":"للجميع"}]}]})");
    EXPECT_EQ(report.count(ImportVerdict::added), 1) << report.text();
    auto const sheet = draft("portal-77")->sheet;
    EXPECT_EQ(sheet.term_days, 60);
    EXPECT_EQ(sheet.documents.at(0).title.ar, "وثيقة أ");
    EXPECT_TRUE(sheet.documents.at(0).to_be_confirmed);
    EXPECT_EQ(sheet.fees.at(0).amount, Money::dirhams(50));
}

// What we say of a sheet, read again, is the same sheet said the same way.
TEST_P(Imports, read_our_own_graph_back) {
    write([&](db::Writer& db) { return seed_berkane(db, *places.picture(), clock.now()); }).value();
    auto const picture = desk.picture();
    auto const say = [&](std::string const& prefix) {
        rdf::Writer writer(rdf::Format::json_ld);
        std::string out;
        writer.begin(out);
        rdf::Graph graph({"https://wasl.example.ma", {"وصل", {}, {}, {}}}, *places.picture(),
                         [&](rdf::Thing const& thing) { writer.write(out, thing); });
        for (auto const& entry : picture->entries()) {
            auto sheet = desk.read_once(entry);
            if (!prefix.empty()) {
                auto imported = draft(prefix + sheet.code)->sheet;
                imported.code = sheet.code;
                imported.version = sheet.version;
                imported.state = sheet.state;
                sheet = imported;
            }
            graph.sheet(sheet, entry.offers, entry.published);
        }
        writer.end(out);
        return out;
    };
    auto const before = say("");
    auto renamed = before;
    std::string const mark = "\"cpsv:PublicService\"],\"dct:identifier\":[{\"@value\":\"";
    for (auto at = renamed.find(mark); at != std::string::npos;
         at = renamed.find(mark, at + mark.size()))
        renamed.insert(at + mark.size(), "again-");
    auto const report = take(renamed);
    EXPECT_EQ(report.count(ImportVerdict::added),
              static_cast<std::int64_t>(picture->entries().size()))
        << report.text();
    EXPECT_EQ(say("again-"), before);
    EXPECT_EQ(take(renamed).count(ImportVerdict::same),
              static_cast<std::int64_t>(picture->entries().size()));
}

// Everything that the registry knows of a sheet and the profile has a place for, or we made one.
TEST_P(Imports, keep_requirements_steps_formulas_conditions_and_life_events) {
    write([&](db::Writer& db) { return seed_berkane(db, *places.picture(), clock.now()); }).value();
    Sheet rich = *desk.whole(*desk.picture()->entry("building-permit"));
    LegalBasis const law{"القانون رقم 12.90", "loi n° 12.90", "المادة 43", "article 43", false};
    std::vector<Condition> const only{{"levels", Comparison::at_least, "2"}};
    rich.requirements = {{"owner", {"أن يكون مالكا", "être propriétaire", {}, {}}, {}, {law}, {}},
                         {"tall", {"علو", {}, {}, {}}, {"ملاحظة", {}, {}, {}}, {}, only}};
    rich.documents.front().requirement = "owner";
    rich.documents.front().only_if = only;
    rich.documents.front().valid_days = 90;
    rich.steps = {
        {"file", {"الإيداع", {}, {}, {}}, {"مكتب الضبط", {}, {}, {}}, 15, 10, 2, true, {}},
        {"fetch", {"التسلم", {}, {}, {}}, {}, 0, 5, 0, false, only}};
    Fee computed;
    computed.code = "per-metre";
    computed.name.ar = "رسم المتر المربع";
    computed.basis = law;
    computed.formula = Formula{.fixed = Money::dirhams(10), .terms = {}};
    computed.only_if = only;
    rich.fees = {computed};
    rich.life_events = {"building_home"};
    rich.extension = true;
    rich.extension_days = 10;
    rich.extension_list_item = "2.22.386-1";
    rich.extension_conditions.ar = "خبرة";
    rich.code = "rich-one";
    auto const say = [&](Sheet const& sheet) {
        rdf::Writer writer(rdf::Format::json_ld);
        std::string out;
        writer.begin(out);
        rdf::Graph graph({"https://wasl.example.ma", {"وصل", {}, {}, {}}}, *places.picture(),
                         [&](rdf::Thing const& thing) { writer.write(out, thing); });
        graph.sheet(sheet, {}, Instant{});
        writer.end(out);
        return out;
    };
    auto const report = take(say(rich));
    ASSERT_EQ(report.count(ImportVerdict::added), 1) << report.text();
    auto back = draft("rich-one")->sheet;
    // The form is no part of what others are told.
    back.form = rich.form;
    EXPECT_EQ(to_json(back), to_json(rich));
}

std::string zipped(std::string_view name, std::string const& content) {
    std::string out(content.size() + 4096, '\0');
    std::size_t used = 0;
    auto* const writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_open_memory(writer, out.data(), out.size(), &used);
    auto* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, std::string(name).c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(writer, entry);
    archive_write_data(writer, content.data(), content.size());
    archive_entry_free(entry);
    archive_write_close(writer);
    archive_write_free(writer);
    out.resize(used);
    return out;
}

TEST_P(Imports, read_a_workbook) {
    auto const report = take(zipped("xl/worksheets/sheet1.xml", R"(<?xml version="1.0"?>
        <worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>code</t></is></c>
        <c r="B1" t="inlineStr"><is><t>title_ar</t></is></c></row><row r="3">
        <c r="A3" t="inlineStr"><is><t>from-book</t></is></c>
        <c r="B3" t="inlineStr"><is><r><t>عنوان </t></r><r><t>مقطع</t></r></is></c></row>
        </sheetData></worksheet>)"));
    EXPECT_EQ(report.count(ImportVerdict::added), 1) << report.text();
    EXPECT_EQ(report.lines.at(0).row, 3);
    EXPECT_EQ(draft("from-book")->sheet.title.ar, "عنوان مقطع");
}

TEST(HostileImports, are_refused_for_a_reason) {
    auto const why = [](std::string_view bytes) -> std::string {
        auto const refused = read_import(bytes, [](Incoming const&) { FAIL() << "handed over"; });
        return refused ? i18n::sentence(Language::en, *refused) : std::string();
    };
    EXPECT_NE(why(zipped("xl/worksheets/sheet1.xml", std::string(40 << 20, ' '))).find("unpacks"),
              std::string::npos);
    EXPECT_NE(why(std::string(import_bytes_max + 1, ' ')).find("256 MiB"), std::string::npos);
    EXPECT_NE(why(std::string(100'000, '[')).find("24 levels"), std::string::npos);
    EXPECT_NE(why("{\"@graph\":").find("malformed"), std::string::npos);
    std::string windows = "code,title_ar\nx,";
    for (int n = 0; n < 40; ++n) windows += "\xC7\xE1\xD4\xE5";
    EXPECT_NE(why(windows).find("Windows-1256"), std::string::npos);
    EXPECT_NE(why("code,title_ar\nx,\xFF\xFE").find("UTF-8"), std::string::npos);
    EXPECT_FALSE(why("").empty());
    EXPECT_FALSE(why("PK\x03\x04 nothing").empty());
    EXPECT_FALSE(why("a,b\n1,2\n").empty());
    // Quotes and brackets that never end, a list of nothings, a piece that is no JSON.
    EXPECT_NE(why("[{\"title\":\"").find("malformed"), std::string::npos);
    EXPECT_NE(why("[{}{}]").find("malformed"), std::string::npos);
    EXPECT_NE(why("{\"a\":[1,2]}").find("no list"), std::string::npos);
    std::string nothings = "{\"@graph\":[1";
    for (int n = 0; n < 6'000'000; ++n) nothings += ",1";
    EXPECT_NE(why(nothings + "]}").find("20,000"), std::string::npos);
    std::vector<Incoming> taken;
    EXPECT_FALSE(read_import(
        "[{\"title\":\"عنوان\"},{\"title\":tru},7,{\"x\":\"" + std::string(2 << 20, 'x') + "\"}]",
        [&](Incoming one) { taken.push_back(std::move(one)); }));
    ASSERT_EQ(taken.size(), 4U);
    EXPECT_TRUE(taken[0].faults.empty());
    for (std::size_t n = 1; n < 4; ++n) EXPECT_EQ(taken[n].faults.size(), 1U) << n;
    std::string many = "code,title_ar\n";
    for (std::size_t n = 0; n <= import_rows_max; ++n) many += "x,y\n";
    EXPECT_NE(why(many).find("20,000"), std::string::npos);
}

}  // namespace
}  // namespace wasl::procedures
