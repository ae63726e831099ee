// SPDX-License-Identifier: Apache-2.0
// What erasure takes away and what stays (law 09-08 art. 8): nothing by which a person is
// reached, recognised or let in; of what was done in office, that it was done.
#include "modules/people/tests/people_for_tests.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::people {
namespace {

class Erasure : public PeopleTest {
protected:
    Erasure()
        : sara(account("سارة", "sara@b.ma", "كلمة سر طويلة")), ali(account("علي", "ali@b.ma")) {}

    template<typename Work>
    void done(Work work) {
        auto const outcome = write([&](db::Writer& writer) -> Outcome {
            work(writer);
            return Done{};
        });
        ASSERT_FALSE(outcome.refused());
    }
    std::int64_t count(db::Sql const& statement) {
        return read([&](db::Reader& reader) { return reader.count(statement, sara.person); });
    }
    // A life on the platform: a post, mandates on both sides, a token, a request, a code.
    void lives() {
        auto const berkane = commune("جماعة بركان");
        done([&](db::Writer& writer) {
            auto const post =
                found_position(desk, writer, root(), {berkane, UnitId{0}, "officer", "موظفة", ""},
                               clock.now())
                    .value();
            EXPECT_FALSE(give_position(desk, writer, root(), {post, "sara@b.ma", "", ""}, today(),
                                       clock.now())
                             .refused());
        });
        auto const until = iso(today() + Days{30});
        done([&](db::Writer& writer) {
            auto const mine =
                offer_mandate(desk, writer, sara.person, {.contact = "ali@b.ma", .until = until},
                              today(), clock.now());
            auto const theirs =
                offer_mandate(desk, writer, ali.person, {.contact = "sara@b.ma", .until = until},
                              today(), clock.now());
            EXPECT_FALSE(answer_mandate(desk, writer, sara.person, theirs.value(), Answer::refuse,
                                        clock.now())
                             .refused());
            EXPECT_FALSE(mine.refused());
            EXPECT_FALSE(
                make_token(desk, writer, sara.person, "حاسوب سارة", "read", 30, clock.now())
                    .refused());
            EXPECT_FALSE(
                ask_rectification(writer, sara.person, "اسمي يكتب هكذا", clock.now()).refused());
        });
        ask_code(desk, Purpose::sign_in, contact("sara@b.ma").value(), {}, Language::ar, "1",
                 clock.now())
            .value();
    }
    Result<std::vector<Said>> erased(DataRights const& rights) {
        return write([&](db::Writer& writer) {
            return erase(desk, rights, writer, sara.person, today(), clock.now());
        });
    }

    SignedIn sara, ali;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Erasure, tests::both_engines(), tests::engine_name);

// $1 is the person; each counts what must be gone.
constexpr db::Sql gone[] = {
    {"test.reached",
     "select count(*) from people_persons where id = $1 and (email is not null "
     "or phone is not null or password is not null or id_document is not null "
     "or totp_secret is not null or name <> '')"},
    {"test.sessions", "select count(*) from people_sessions where person = $1"},
    {"test.tokens", "select count(*) from people_tokens where person = $1"},
    {"test.recovery", "select count(*) from people_recovery_codes where person = $1"},
    {"test.keys", "select count(*) from people_keys where person = $1"},
    {"test.codes", "select count(*) from people_codes where person = $1 or sent_to = 'sara@b.ma'"},
    {"test.shown",
     "select count(*) from people_mandates where (principal = $1 or agent = $1) "
     "and (agent_shown <> '' or agent_contact is not null)"},
    {"test.in_force",
     "select count(*) from people_mandates where (principal = $1 or agent = $1) "
     "and state in ('offered', 'accepted')"},
    {"test.words", "select count(*) from people_data_requests where person = $1 and words <> ''"},
    {"test.in_office",
     "select count(*) from people_holdings where person = $1 "
     "and until_day >= '2026-05-04'"},
};
// And what must stay: that a post was held, that rights were given, that erasure was asked for.
constexpr db::Sql kept[] = {
    {"test.held", "select count(*) from people_holdings where person = $1"},
    {"test.mandates", "select count(*) from people_mandates where principal = $1 or agent = $1"},
    {"test.asked",
     "select count(*) from people_data_requests where person = $1 "
     "and kind = 'erasure'"},
    {"test.closed", "select count(*) from people_persons where id = $1 and closed_at is not null"},
};

TEST_P(Erasure, takes_every_way_to_reach_or_recognise_a_person_and_leaves_what_was_done) {
    lives();
    for (auto const& what :
         {gone[0], gone[1], gone[2], gone[5], gone[6], gone[7], gone[8], gone[9]})
        EXPECT_GE(count(what), 1) << what.name << ": there is something to erase";
    auto const before = read([](db::Reader& reader) { return journal::verify(reader).entries; });
    auto const answer = erased({});
    ASSERT_FALSE(answer.refused());
    EXPECT_TRUE(answer.value().empty());
    for (auto const& what : gone) EXPECT_EQ(count(what), 0) << what.name;
    for (auto const& what : kept) EXPECT_GE(count(what), 1) << what.name;
    EXPECT_FALSE(visitor(sara).signed_in());
    auto const verdict = read([](db::Reader& reader) { return journal::verify(reader); });
    EXPECT_TRUE(verdict.faults.empty());
    EXPECT_GT(verdict.entries, before) << "the journal keeps that it happened";
    EXPECT_EQ(erased({}).refusal().why, Refused::not_found) << "once";
    // Nothing of the other side was lost with it.
    EXPECT_TRUE(visitor(ali).signed_in());
    EXPECT_EQ(read([&](db::Reader& reader) { return desk.name_of(reader, ali.person); }), "علي");
}

TEST_P(Erasure, keeps_the_name_alone_where_dossiers_must_bear_it) {
    lives();
    static Message const stays{"test.stays", {"تحفظ الملفات", "", "", ""}, {}};
    DataRights rights;
    rights.add(
        {"dossiers", {}, [](db::Writer&, PersonId, Instant) { return std::vector{say(stays)}; }});
    ASSERT_EQ(erased(rights).value().size(), 1U);
    EXPECT_EQ(read([&](db::Reader& reader) { return desk.name_of(reader, sara.person); }), "سارة");
    static constexpr db::Sql reached{"test.still_reached", R"sql(
        select count(*) from people_persons where id = $1 and (email is not null
            or phone is not null or password is not null or id_document is not null))sql"};
    EXPECT_EQ(count(reached), 0);
}

TEST_P(Erasure, undoes_everything_where_something_forbids_it) {
    lives();
    done([&](db::Writer& writer) {
        auto const post =
            found_position(desk, writer, root(),
                           {platform, UnitId{0}, "administrator", "مديرة", ""}, clock.now())
                .value();
        EXPECT_FALSE(
            give_position(desk, writer, root(), {post, "sara@b.ma", "", ""}, today(), clock.now())
                .refused());
    });
    EXPECT_EQ(erased({}).refusal().why, Refused::conflict) << "the last administrator stays";
    EXPECT_TRUE(visitor(sara).signed_in());
    EXPECT_EQ(read([&](db::Reader& reader) { return desk.name_of(reader, sara.person); }), "سارة");
}

}  // namespace
}  // namespace wasl::people
