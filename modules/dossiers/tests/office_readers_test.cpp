// SPDX-License-Identifier: Apache-2.0
// Who reads at the desk: auditors, who do nothing there; officers of a whole administration; and
// whether each figure counts what it leads to.
#include <array>
#include <regex>

#include "modules/dossiers/acts.hpp"
#include "modules/dossiers/tests/office_for_tests.hpp"

namespace wasl::dossiers {
namespace {

using OfficeReaders = OfficeTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, OfficeReaders, tests::both_engines(), tests::engine_name);

constexpr std::string_view acts[] = {
    "take_up", "assign", "judge",       "ask_replacement", "ask_information", "ask_originals",
    "answer",  "extend", "ask_opinion", "give_opinion",    "message",         "note",
    "approve", "refuse", "revoke",      "attest",          "decide_appeal"};

TEST_P(OfficeReaders, lets_an_auditor_read_all_and_do_nothing) {
    auto const filed_one = file(citizen, filing("building-permit"));
    auto const& number = filed_one.number;
    EXPECT_FALSE(says(get("/desk"), "/ar/journal"));
    EXPECT_EQ(act_on(number, "take_up", {}).status, 303);
    EXPECT_EQ(act_on(number, "note", {{"text", "ملاحظة بين الأعوان"}}).status, 303);
    auto const version = act(officer, number).version;
    enter(auditor);
    EXPECT_TRUE(says(get("/desk"), number));
    for (auto const* const path : {"/desk/silence", "/desk/appeals", "/desk/opinions"})
        EXPECT_EQ(get(path).status, 200) << path;
    EXPECT_FALSE(says(get("/desk"), "/desk/assisted"));
    EXPECT_TRUE(says(get("/desk"), "/ar/journal")) << "which he alone reads";
    auto const page = get("/desk/" + number);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "ملاحظة بين الأعوان"));
    EXPECT_FALSE(says(page, "/do/"));
    EXPECT_FALSE(says(page, "<textarea"));
    auto const document = seen(auditor, number).documents.front().id;
    for (auto const name : acts) {
        ASSERT_NE(office::act_named(name), nullptr) << name;
        EXPECT_EQ(get("/desk/" + number + "/do/" + std::string(name)).status, 403) << name;
        EXPECT_EQ(act_on(number, std::string(name), {{"text", "كلام"}}, version).status, 403);
    }
    // The door lets him in where he serves elsewhere; the desk does not.
    visitor.grants.push_back({http::Role::officer, province, UnitId{0}});
    for (auto const name : acts) {
        auto const told = act_on(number, std::string(name),
                                 {{"text", "كلام"},
                                  {"reason", "سبب"},
                                  {"confirmed", "1"},
                                  {"officer", std::to_string(officer.person.value())},
                                  {"document", std::to_string(document.value())},
                                  {"conforms", "1"},
                                  {"unit", std::to_string(other_unit.value())},
                                  {"question", "سؤال"},
                                  {"days", "5"}},
                                 version);
        EXPECT_GE(told.status, 400) << name;
    }
    EXPECT_EQ(act(officer, number).version, version);
    EXPECT_TRUE(seen(officer, number).messages.empty());
}

TEST_P(OfficeReaders, does_not_let_an_auditor_look_into_another_administration) {
    auto const number = file(citizen, filing("building-permit")).number;
    enter(holding("مفتش آخر", http::Role::auditor, province, UnitId{0}));
    EXPECT_FALSE(says(get("/desk"), number));
    EXPECT_EQ(get("/desk/" + number).status, 404);
}

TEST_P(OfficeReaders, shows_an_officer_of_the_whole_what_was_asked_of_any_of_its_units) {
    auto const number = file(citizen, filing("building-permit")).number;
    EXPECT_EQ(act_on(number, "take_up", {}).status, 303);
    EXPECT_EQ(act_on(number, "ask_opinion",
                     {{"unit", std::to_string(other_unit.value())},
                      {"question", "هل يوافق التصميم تصميم التهيئة؟"},
                      {"days", "5"}})
                  .status,
              303);
    for (auto const where : {commune, province}) {
        enter(holding("شامل", http::Role::officer, where, UnitId{0}));
        EXPECT_EQ(says(get("/desk/opinions"), number), where == commune);
    }
    enter(holding("شامل", http::Role::officer, commune, UnitId{0}));
    auto const opinion = seen(visitor, number).opinions.front().id;
    EXPECT_TRUE(says(get("/desk/" + number), "/do/give_opinion"));
    EXPECT_EQ(
        act_on(
            number, "give_opinion",
            {{"opinion", std::to_string(opinion.value())}, {"favourable", "1"}, {"text", "موافق"}})
            .status,
        303);
    EXPECT_FALSE(says(get("/desk/opinions"), number));
}

// Nobody decides his own request: whoever files where he serves finds it among his own, and his
// colleagues find it at the desk.
TEST_P(OfficeReaders, keeps_ones_own_request_out_of_every_list_and_figure) {
    auto self = holding("صاحبة الطلب", http::Role::head, commune, UnitId{0});
    self.grants.push_back({http::Role::officer, commune, other_unit});
    self.grants.push_back({http::Role::head, province, UnitId{0}});
    auto const consulted = holding("مستشار", http::Role::officer, commune, other_unit);
    auto made = filing("building-permit");
    made.consents = {"agency_opinion"};
    auto const number = file(self, made).number;
    auto const listed = [&](http::Visitor const& who, char const* path) {
        enter(who);
        return says(get(path), number);
    };
    auto const expect_at = [&](char const* path, http::Visitor const& other) {
        EXPECT_FALSE(listed(self, path)) << path;
        EXPECT_TRUE(listed(other, path)) << path;
    };
    expect_at("/desk", officer);
    expect_at("/desk/fetches", officer);
    auto const open_for = [&](http::Visitor const& who) {
        return read([&](db::Reader& r) {
            auto const counts = desk.counts(r, who.person, commune, {}, today());
            return std::array{counts.open, counts.overdue,
                              counts.by_state[static_cast<std::size_t>(State::lodged)]};
        });
    };
    EXPECT_EQ(open_for(self), (std::array<std::int64_t, 3>{0, 0, 0}));
    EXPECT_EQ(open_for(officer), (std::array<std::int64_t, 3>{1, 0, 1}));
    enter(officer);
    EXPECT_EQ(act_on(number, "take_up", {}).status, 303);
    EXPECT_EQ(act_on(number, "ask_opinion",
                     {{"unit", std::to_string(other_unit.value())},
                      {"question", "هل يوافق التصميم تصميم التهيئة؟"},
                      {"days", "5"}})
                  .status,
              303);
    expect_at("/desk/opinions", consulted);
    go_to(seen(self, number).due.value() + Days{1});
    EXPECT_EQ(open_for(self), (std::array<std::int64_t, 3>{0, 0, 0}));
    EXPECT_EQ(open_for(officer), (std::array<std::int64_t, 3>{1, 1, 0}));
    write([&](db::Writer& w) { return desk.claim_silence(w, act(self, number)); }).value();
    expect_at("/desk/silence", president);
    go_to(seen(self, number).silence->due + Days{1});
    write([&](db::Writer& w) { return desk.escalate_silence(w, act(self, number)); }).value();
    expect_at("/desk/silence", governor);
}

TEST_P(OfficeReaders, leaves_ones_own_appeal_to_others) {
    auto self = holding("صاحبة الطعن", http::Role::head, commune, UnitId{0});
    self.grants.push_back({http::Role::head, province, UnitId{0}});
    auto const number = file(self, filing("public-domain-occupation")).number;
    go_to(seen(self, number).due.value() + Days{1});
    write([&](db::Writer& w) {
        return desk.appeal(w, act(self, number), AppealOver::silence, "انتهى الأجل دون جواب");
    }).value();
    auto const listed = [&](http::Visitor const& who) {
        enter(who);
        return says(get("/desk/appeals"), number);
    };
    EXPECT_FALSE(listed(self));
    EXPECT_TRUE(listed(president));
    go_to(seen(self, number).pending_appeal()->due + Days{1});
    write([&](db::Writer& w) { return desk.escalate_appeal(w, act(self, number)); }).value();
    EXPECT_FALSE(listed(self));
    EXPECT_TRUE(listed(governor));
}

// "&amp;" of an attribute, and the pairs behind the question mark.
http::Pairs query_of(std::string address) {
    address = std::regex_replace(address, std::regex("&amp;"), "&");
    http::Pairs pairs;
    auto const start = address.find('?');
    if (start == std::string::npos) return pairs;
    std::regex const pair("([^&=?]+)=([^&]*)");
    for (std::sregex_iterator
             one(address.begin() + static_cast<std::ptrdiff_t>(start), address.end(), pair),
         end;
         one != end; ++one)
        pairs.emplace_back((*one)[1], (*one)[2]);
    return pairs;
}

TEST_P(OfficeReaders, counts_on_each_tile_the_lines_that_it_leads_to) {
    std::vector<std::string> numbers;
    for (int n = 0; n < 7; ++n) numbers.push_back(file(citizen, filing("building-permit")).number);
    auto const first_due = seen(officer, numbers[0]).due.value();
    EXPECT_EQ(act_on(numbers[0], "take_up", {}).status, 303);
    go_to(first_due - Days{due_warning_days});
    for (int n = 0; n < 3; ++n) file(citizen, filing("building-permit"));
    for (int const days : {-due_warning_days - 1, -due_warning_days, 0, 1}) {
        go_to(first_due + Days{days});
        if (days == 1) {
            EXPECT_FALSE(write([&](db::Writer& w) {
                             return desk.claim_silence(w, act(citizen, numbers[1]));
                         }).refused());
            EXPECT_FALSE(write([&](db::Writer& w) {
                             return desk.claim_silence(w, act(citizen, numbers[2]));
                         }).refused());
        }
        for (auto const* const who : {&officer, &president, &auditor}) {
            enter(*who);
            auto const page = get("/desk").body;
            std::regex const tile(
                "<li><a class=\"[a-z]+\" href=\"/ar/desk([^\"]*)\"[^>]*><b>(\\d+)</b>");
            int tiles = 0;
            for (std::sregex_iterator one(page.begin(), page.end(), tile), end; one != end; ++one) {
                ++tiles;
                auto const list = get("/desk", query_of((*one)[1])).body;
                std::regex const line("<a class=\"to\" href=\"/ar/desk/");
                auto const lines = std::distance(
                    std::sregex_iterator(list.begin(), list.end(), line), std::sregex_iterator());
                EXPECT_EQ(std::to_string(lines), (*one)[2].str())
                    << who->name << " " << days << " " << (*one)[1];
                EXPECT_TRUE(says({.body = list}, "aria-current=\"true\"")) << (*one)[1];
            }
            EXPECT_EQ(tiles, 6);
        }
    }
}

TEST_P(OfficeReaders, publishes_the_figures_of_the_months_and_places_that_were_chosen) {
    file(citizen, filing("building-permit"));
    auto const month = iso(today()).substr(5, 2);
    auto const year = iso(today()).substr(0, 4);
    auto const line = ",1,0,0,0,0,0,0,0,0,";
    auto const table = [&](http::Pairs query) { return get("/compliance.csv", std::move(query)); };
    EXPECT_TRUE(says(table({}), line));
    EXPECT_TRUE(says(table({{"part", month}}), line));
    EXPECT_TRUE(says(table({{"part", "q" + std::to_string((std::stoi(month) + 2) / 3)}}), line));
    EXPECT_FALSE(says(table({{"part", month == "01" ? "02" : "01"}}), line));
    EXPECT_TRUE(says(table({{"from", "2021-01"}, {"until", year + "-" + month}}), line));
    EXPECT_TRUE(says(table({{"from", year + "-" + month}, {"until", "2021-01"}}), line));
    EXPECT_FALSE(says(table({{"from", "2021-01"}, {"until", "2021-02"}}), line));
    EXPECT_TRUE(says(table({{"administration", std::to_string(commune.value())}}), line));
    EXPECT_FALSE(says(table({{"administration", std::to_string(province.value())}}), line));
    EXPECT_TRUE(says(table({{"procedure", "building-permit"}}), line));
    EXPECT_FALSE(says(table({{"procedure", "demolition-permit"}}), line));
    // What is typed there and is no period asks for the year.
    EXPECT_TRUE(says(table({{"part", "q9"}, {"from", "2026-13"}, {"year", year}}), line));
    // The table to take away is that of the page.
    auto const page = get("/compliance", {{"part", month},
                                          {"administration", std::to_string(commune.value())},
                                          {"procedure", "building-permit"},
                                          {"by", "administration"}});
    EXPECT_TRUE(says(page, "/ar/compliance.csv?year=" + year + "&amp;part=" + month +
                               "&amp;by=administration&amp;administration=" +
                               std::to_string(commune.value()) + "&amp;procedure=building-permit"));
    EXPECT_TRUE(says(page, "<option value=\"" + std::to_string(commune.value()) + "\" selected>"));
}

}  // namespace
}  // namespace wasl::dossiers
