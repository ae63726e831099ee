// SPDX-License-Identifier: Apache-2.0
// What a citizen does from "start" to the paper in hand, and what goes wrong on the way.
#include "modules/dossiers/sentences.hpp"
#include "modules/dossiers/tests/citizen_for_tests.hpp"
#include "tests/support/words_for_tests.hpp"

namespace wasl::dossiers {
namespace {

class CitizenJourney : public CitizenTest {};
INSTANTIATE_TEST_SUITE_P(OnBoth, CitizenJourney, tests::both_engines());

std::size_t times(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
}

TEST_P(CitizenJourney, files_page_by_page_and_holds_a_receipt_that_anybody_can_verify) {
    auto const number = filed(citizen, permit);
    auto const page = get(citizen, "/dossiers/" + number + "/receipt");
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("ملف مودع"), std::string::npos);
    EXPECT_NE(page.body.find(number), std::string::npos);
    // What the published sheet promised stands in the dossier: the term, and what silence means.
    auto const sheet = sheets.published(permit, commune);
    EXPECT_EQ(seen(citizen, number).term.days, sheet->term_days);
    EXPECT_TRUE(seen(citizen, number).silence_accepts);
    EXPECT_NE(page.body.find("بمثابة موافقة"), std::string::npos);

    auto const paper = get(citizen, "/dossiers/" + number + "/papers/" + number);
    EXPECT_EQ(paper.type, "application/pdf");
    auto const text = text_of_pdf(paper.body);
    for (std::string_view const line :
         {"المملكة المغربية", "ملف مودع", "صاحب الطلب", "بمثابة موافقة", "رخصة البناء"})
        EXPECT_EQ(missing_word(text, line), "") << text;
    auto const dossier = seen(citizen, number);
    ASSERT_FALSE(dossier.documents.empty());
    for (auto const& given : dossier.documents)
        EXPECT_EQ(missing_word(text, sheet->document(given.requirement)->title.ar), "") << text;
    EXPECT_NE(text.find(number), std::string::npos) << text;
    EXPECT_LT(text.find("المملكة"), text.find("مودع")) << "the heading stands first";
    EXPECT_EQ(times(text, "\f"), 1U) << "one sheet of paper";

    auto const checked = get({}, "/verify/" + number);
    EXPECT_EQ(checked.status, 200);
    EXPECT_NE(checked.body.find("وثيقة صحيحة"), std::string::npos) << checked.body;
    EXPECT_EQ(checked.body.find(citizen.name), std::string::npos) << "nothing personal";
}

// What stands between the tags.
std::string words_of_page(std::string_view page) {
    std::string out;
    bool tag = false;
    for (char const sign : page) {
        if (sign == '<') tag = true;
        if (!tag) out += sign;
        if (sign == '>') tag = false;
        if (sign == '>') out += ' ';
    }
    return out;
}

TEST_P(CitizenJourney, tells_the_way_of_appeal_on_the_page_of_the_receipt_as_on_its_paper) {
    auto const number = filed(citizen, permit);
    auto const page = words_of_page(get(citizen, "/dossiers/" + number + "/receipt").body);
    auto const paper = text_of_pdf(get(citizen, "/dossiers/" + number + "/papers/" + number).body);
    auto const authority = desk.appeal_authority(Language::ar, commune);
    auto const way = appeal_way(seen(citizen, number).route, authority);
    ASSERT_EQ(way.size(), 2U) << "the head, then the governor (law 55.19 art. 21)";
    for (auto const& one : way) {
        auto const sentence = i18n::sentence(Language::ar, one);
        EXPECT_EQ(missing_word(page, sentence), "") << sentence;
        // On paper its lines stand beside a label.
        for (auto const& word : words_in(sentence))
            EXPECT_EQ(missing_word(paper, word), "") << sentence;
    }
}

TEST_P(CitizenJourney, presses_twice_and_files_once) {
    auto const draft = answered_draft(citizen, permit);
    auto const press = [&] {
        return location(post(citizen, draft + "/check", {{"declared", "1"}, {"once", "k"}}));
    };
    auto const first = press();
    EXPECT_EQ(press(), first);
    auto const list = get(citizen, "/dossiers").body;
    EXPECT_EQ(times(list, "href=\"/ar/dossiers/2026-"), 1U) << list;
}

TEST_P(CitizenJourney, is_told_before_filing_what_is_missing_and_completes_it_later) {
    auto const required = all_documents(permit);
    ASSERT_FALSE(required.empty());
    auto const lacking = required.front().field.substr(9);
    auto const number = filed(citizen, permit, lacking);
    auto const page = get(citizen, "/dossiers/" + number);
    EXPECT_NE(page.body.find("ملف في طور الإيداع"), std::string::npos);
    EXPECT_NE(page.body.find("تنطلق يوم اكتمال الملف"), std::string::npos)
        << "the term that is to come";
    EXPECT_NE(page.body.find("name=\"document-" + lacking + "\""), std::string::npos);
    auto const text = text_of_pdf(get(citizen, "/dossiers/" + number + "/papers/" + number).body);
    EXPECT_NE(text.find("طور"), std::string::npos) << text;
    EXPECT_EQ(location(get(citizen, "/dossiers/" + number + "/supply")), "/dossiers/" + number);
    post(citizen, "/dossiers/" + number + "/supply",
         {{"version", std::to_string(seen(citizen, number).version)}},
         {{"document-" + lacking, "x.pdf", pdf_bytes()}});
    EXPECT_EQ(seen(citizen, number).state, State::lodged);
}

TEST_P(CitizenJourney, never_sees_what_belongs_to_somebody_else) {
    auto const draft = answered_draft(citizen, permit);
    auto const stranger = somebody("سعاد الزهري");
    for (std::string const part : {"", "/form/1", "/documents", "/check", "/drop"})
        EXPECT_EQ(get(stranger, draft + part).status, 404) << part;
    EXPECT_EQ(post(stranger, draft + "/drop", {}).status, 404);
    auto const number =
        location(post(citizen, draft + "/check", {{"declared", "1"}})).substr(10, 14);
    EXPECT_EQ(location(get(citizen, draft + "/check")), "/dossiers/" + number + "/receipt");
    EXPECT_EQ(get(stranger, draft + "/check").status, 404);
    auto const mine = seen(citizen, number);
    for (std::string const part : {"", "/receipt", "/withdraw", "/appeal", "/silence"})
        EXPECT_EQ(get(stranger, "/dossiers/" + number + part).status, 404) << part;
    EXPECT_EQ(get(stranger, "/dossiers/" + number + "/papers/" + number).status, 404);
    EXPECT_EQ(post(stranger, "/dossiers/" + number + "/messages", {{"message", "x"}}).status, 404);
}

TEST_P(CitizenJourney, loses_nothing_typed_when_an_answer_cannot_be_taken) {
    auto const draft = location(post(
        citizen, "/dossiers/new",
        {{"procedure", std::string(permit)}, {"administration", std::to_string(commune.value())}}));
    auto const sheet = sheets.published(permit, commune);
    auto const& field = sheet->form.front();
    std::string const typed = "قطعة " + std::string(10'000, 'x');
    auto const long_one =
        post(citizen, draft + "/form/1", {{"answer-" + field.code, typed}, {"then", "next"}});
    EXPECT_EQ(long_one.status, 422);
    EXPECT_NE(long_one.body.find(typed), std::string::npos);
    EXPECT_NE(long_one.body.find("5000"), std::string::npos) << "a limit is read as it is counted";
    EXPECT_NE(long_one.body.find("aria-describedby"), std::string::npos);

    auto const turned = post(citizen, draft + "/form/1",
                             {{"answer-" + field.code, "بركان \u202E ytic"}, {"then", "next"}});
    EXPECT_EQ(turned.status, 422);
}

TEST_P(CitizenJourney, hears_beside_the_document_why_a_photograph_of_the_telephone_is_refused) {
    auto const draft = answered_draft(citizen, permit);
    auto const files = all_documents(permit);
    ASSERT_GE(files.size(), 2U);
    std::string const heic = std::string("\0\0\0\x18", 4) + "ftypheic" + std::string(64, '\0');
    auto const answer = post(citizen, draft + "/documents", {{"then", "next"}},
                             {{files[0].field, "IMG_1.HEIC", heic}, files[1]});
    EXPECT_EQ(answer.status, 422);
    EXPECT_NE(answer.body.find("id=\"error-" + files[0].field + "\""), std::string::npos);
    EXPECT_NE(answer.body.find("وثيقة.pdf"), std::string::npos) << "the other one was kept";
}

TEST_P(CitizenJourney, writes_to_the_unit_once_and_withdraws) {
    auto const number = filed(citizen, permit);
    for (int n = 0; n < 2; ++n)
        post(citizen, "/dossiers/" + number + "/messages", {{"message", "متى الجواب؟"}});
    EXPECT_EQ(seen(citizen, number).messages.size(), 1U);
    auto const version = std::to_string(seen(citizen, number).version);
    EXPECT_EQ(post(citizen, "/dossiers/" + number + "/silence", {{"version", version}}).status, 409)
        << "the term is not over";
    EXPECT_EQ(post(citizen, "/dossiers/" + number + "/withdraw", {}).status, 409);
    EXPECT_EQ(seen(citizen, number).state, State::lodged) << "no version, no act";
    for (int n = 0; n < 2; ++n)
        EXPECT_EQ(post(citizen, "/dossiers/" + number + "/withdraw", {{"version", version}}).status,
                  303)
            << "pressed twice it is done once, and said twice";
    EXPECT_EQ(seen(citizen, number).state, State::withdrawn);
    EXPECT_EQ(get(citizen, "/dossiers/" + number).status, 200);
}

TEST_P(CitizenJourney, gives_what_is_missing_once_however_often_it_is_pressed) {
    auto const number = filed(citizen, permit, "plans");
    auto const version = std::to_string(seen(citizen, number).version);
    for (int n = 0; n < 2; ++n)
        EXPECT_EQ(post(citizen, "/dossiers/" + number + "/supply", {{"version", version}},
                       {{"document-plans", "plans.pdf", pdf_bytes()}})
                      .status,
                  303);
    auto const now = seen(citizen, number);
    EXPECT_EQ(now.state, State::lodged);
    EXPECT_EQ(std::count_if(now.documents.begin(), now.documents.end(),
                            [](Document const& one) { return one.requirement == "plans"; }),
              1);
}

TEST_P(CitizenJourney, is_helped_at_the_counter_without_an_account) {
    auto const opened =
        post(officer, "/desk/assisted",
             {{"procedure", std::to_string(commune.value()) + "/" + std::string(permit)},
              {"name", "محمد أمزيان"}});
    auto const draft = location(opened);
    ASSERT_TRUE(draft.starts_with("/dossiers/drafts/")) << draft;
    EXPECT_NE(get(officer, draft + "/documents").body.find("document-"), std::string::npos);
    EXPECT_EQ(get(citizen, "/desk/assisted").status, 403);
}

TEST_P(CitizenJourney, is_asked_at_the_counter_where_first_then_what) {
    auto const picture = places.picture();
    auto const* const other = picture->by_slug("commune-saidia");
    ASSERT_NE(other, nullptr);
    auto clerk = officer;
    EXPECT_NE(get(clerk, "/desk/assisted").body.find("name=\"procedure\""), std::string::npos)
        << "whoever serves in one place is not asked where";
    clerk.grants.push_back({http::Role::officer, other->id, UnitId{0}});
    auto const first = get(clerk, "/desk/assisted").body;
    EXPECT_EQ(first.find("name=\"procedure\""), std::string::npos);
    EXPECT_EQ(times(first, "<option value=\"" + std::to_string(other->id.value()) + "\""), 1U);
    auto const second =
        get(clerk, "/desk/assisted?administration=" + std::to_string(other->id.value())).body;
    EXPECT_NE(second.find(other->name.ar), std::string::npos);
    EXPECT_EQ(times(second, "/building-permit\""), 1U) << "each procedure once";
    EXPECT_EQ(times(second, "<option value=\"" + std::to_string(commune.value()) + "/"), 0U);
}

// Law 09-08 art. 3: a mandate opens what is filed under it, not what was there before.
TEST_P(CitizenJourney, lets_an_agent_see_what_was_filed_since_the_mandate_alone) {
    auto const before = filed(citizen, permit);
    auto const agent = somebody("يوسف الإدريسي");
    go_to(today() + Days{1});
    static constexpr db::Sql accepted{"test.mandate", R"sql(
        insert into people_mandates (id, principal, agent, agent_shown, from_day, until_day, state,
            made_at, changed_at)
        values ($1, $2, $3, 'agent', $4, $5, 'accepted', $6, $7)
    )sql"};
    write([&](db::Writer& w) -> Outcome {
        w.execute(accepted, db::next_id(), citizen.person, agent.person, today(),
                  today() + Days{90}, clock.now(), clock.now());
        return Done{};
    }).value();
    auto const since = file(citizen, filing(permit)).number;
    ASSERT_NE(since, before);
    EXPECT_EQ(get(agent, "/dossiers/" + since).status, 200);
    EXPECT_EQ(get(agent, "/dossiers/" + before).status, 404);
    EXPECT_EQ(get(agent, "/dossiers/" + before + "/papers/" + before).status, 404);
}

TEST_P(CitizenJourney, finds_a_clear_page_for_an_unknown_number) {
    auto const unknown = get({}, "/verify/2026-XXXX-XXXX");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_NE(unknown.body.find("name=\"number\""), std::string::npos);
}

TEST_P(CitizenJourney, opens_one_draft_when_start_is_pressed_twice) {
    http::Pairs const form{{"procedure", std::string(permit)},
                           {"administration", std::to_string(commune.value())},
                           {"applicant", "0"},
                           {"once", "start-1"}};
    auto const draft = location(post(citizen, "/dossiers/new", form));
    EXPECT_EQ(location(post(citizen, "/dossiers/new", form)), draft);
    auto again = form;
    again.back().second = "start-2";
    EXPECT_NE(location(post(citizen, "/dossiers/new", again)), draft);
    // The key is its sender's: another person with the same one has a draft of his own.
    auto const neighbour = somebody("جار");
    EXPECT_NE(location(post(neighbour, "/dossiers/new", form)), draft);
    auto const page = get(citizen, "/dossiers/new?procedure=" + std::string(permit) +
                                       "&administration=" + std::to_string(commune.value()));
    EXPECT_EQ(times(page.body, "name=\"once\" value=\"start-"), 1U);
}

// Law 55.19 art. 10, last paragraph.
TEST_P(CitizenJourney, holds_no_receipt_for_what_is_decided_on_the_spot) {
    constexpr std::string_view at_once = "signature-legalisation";
    ASSERT_TRUE(sheets.published(at_once, commune)->immediate);
    auto made = filing(at_once);
    made.start.applicant = citizen.person;
    made.start.channel = Channel::counter;
    auto const number = file(officer, made).number;
    auto const page = get(citizen, "/dossiers/" + number + "/receipt").body;
    EXPECT_NE(page.find("طلب يُبت فيه على الفور"), std::string::npos) << page;
    EXPECT_EQ(page.find("ملف مودع"), std::string::npos);
    EXPECT_EQ(page.find("/papers/" + number), std::string::npos);
    EXPECT_EQ(get(citizen, "/dossiers/" + number).body.find("/papers/" + number),
              std::string::npos);
    EXPECT_EQ(get(citizen, "/dossiers/" + number + "/papers/" + number).status, 404);
    EXPECT_EQ(told(citizen.person), (std::vector<std::string>{"immediate"}));
}

// Law 55.19 art. 24: consent before anybody is asked, approval before anybody uses the copy.
TEST_P(CitizenJourney, consents_to_a_fetch_and_approves_the_copy_by_the_forms_of_the_page) {
    constexpr std::string_view brought = "agency_opinion";
    auto const number = filed(citizen, permit);
    auto const door = "/dossiers/" + number + "/fetches/" + std::string(brought);
    auto const say = [&](http::Visitor const& who, std::string const& word) {
        return post(who, door,
                    {{"act", word},
                     {"reason", "ليست وثيقتي"},
                     {"version", std::to_string(act(citizen, number).version)}})
            .status;
    };
    auto const offers = [&](std::string_view word) {
        auto const page = get(citizen, "/dossiers/" + number).body;
        auto const form = page.find("fetches/" + std::string(brought) + "\"");
        return form != std::string::npos &&
               page.find("value=\"" + std::string(word) + "\"", form) != std::string::npos;
    };
    auto const state = [&] { return seen(citizen, number).fetch(brought)->state; };
    auto const bring = [&](char mark) {
        write([&](db::Writer& w) {
            return desk.fetched(w, act(officer, number), paper(brought, mark));
        }).value();
    };
    EXPECT_EQ(state(), Fetching::consent_awaited);
    EXPECT_TRUE(offers("consent"));
    EXPECT_NE(say(somebody("جار"), "consent"), 303);
    EXPECT_NE(say(officer, "consent"), 303);
    EXPECT_EQ(state(), Fetching::consent_awaited) << "nobody consents for another";
    EXPECT_EQ(say(citizen, "consent"), 303);
    bring('c');
    EXPECT_EQ(state(), Fetching::copy_shown);
    EXPECT_TRUE(offers("approve"));
    EXPECT_TRUE(offers("decline"));
    EXPECT_NE(say(officer, "approve"), 303);
    EXPECT_EQ(state(), Fetching::copy_shown);
    EXPECT_EQ(say(citizen, "decline"), 303);
    EXPECT_FALSE(seen(citizen, number).fetch(brought)->copy);
    EXPECT_EQ(say(citizen, "consent"), 303);
    bring('d');
    EXPECT_EQ(say(citizen, "approve"), 303);
    EXPECT_EQ(state(), Fetching::in_file);
}

// Each field of annex 2 of decree 2.22.141, read from the paper itself (law 55.19 art. 20).
TEST_P(CitizenJourney, reads_every_field_of_the_annex_on_the_attestation) {
    go_to(day(2026, 3, 2));
    auto const number = file(citizen, filing(permit)).number;
    go_to(day(2026, 4, 3));
    write([&](db::Writer& w) { return desk.claim_silence(w, act(citizen, number)); }).value();
    go_to(day(2026, 4, 14));
    write([&](db::Writer& w) { return desk.escalate_silence(w, act(citizen, number)); }).value();
    auto const attestation = write([&](db::Writer& w) {
                                 return desk.attest(w, act(governor, number), "118/2026", today());
                             }).value();
    auto const paper = get(citizen, "/dossiers/" + number + "/papers/" + attestation);
    ASSERT_EQ(paper.type, "application/pdf");
    auto const text = text_of_pdf(paper.body);
    for (std::string_view const field :
         {"المملكة", "الداخلية", "إقليم",    "إشهاد",  // who attests
          "مريم",    "الإشهاد",  "أبريل",              // the applicant and the day of the request
          "البناء",  "رئيس",     "بركان",              // the decision, the president, the commune
          "مارس",    "19",       "20",       "2.22.141",  // the day of filing, the law
          "استنفاد", "الرسالة",  "118/2026",              // art. 19, the letter to the president
          "للإدلاء", "المرتبطة", "التوقيع",               // its use, the signature
          "يعفي",    "الرسوم"})                           // it waives no fee (art. 3)
        EXPECT_NE(text.find(field), std::string::npos) << field << "\n" << text;
    EXPECT_NE(text.find(number), std::string::npos);
    EXPECT_NE(text.find(attestation), std::string::npos);
}

TEST_P(CitizenJourney, counts_the_drafts_of_who_writes_them) {
    auto const start = [&](http::Visitor const& who, PersonId applicant) {
        return write([&](db::Writer& w) {
            return desk.open_draft(w, who,
                                   {.procedure = std::string(permit),
                                    .administration = commune,
                                    .applicant = applicant},
                                   clock.now());
        });
    };
    // At the counter, for many: what one officer has begun does not close the door of a citizen.
    for (int n = 0; n < drafts_max; ++n) EXPECT_FALSE(start(officer, citizen.person).refused());
    EXPECT_EQ(told_of(start(officer, citizen.person)), "refused.drafts_too_many ");
    EXPECT_EQ(told_of(start(citizen, PersonId{0})), "yes");
}

}  // namespace
}  // namespace wasl::dossiers
