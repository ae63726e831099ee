// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "modules/people/secrets.hpp"
#include "modules/people/tests/people_for_tests.hpp"

namespace wasl::people {
namespace {

using http::Role;

class Roles : public PeopleTest {
protected:
    Roles() : berkane(commune("جماعة بركان")), ahfir(commune("جماعة أحفير")) {
        ali = account("علي", "ali@b.ma");
        sara = account("سارة", "sara@b.ma");
    }

    PositionId position(AdministrationId where, std::string_view role) {
        return write([&](db::Writer& writer) {
                   return found_position(desk, writer, root(),
                                         {where, UnitId{0}, role, "رئيس المصلحة", ""}, clock.now());
               })
            .value();
    }
    Result<HoldingId> give(http::Visitor const& by, PositionId which, std::string_view to,
                           std::string_view from = "", std::string_view until = "") {
        return write([&](db::Writer& writer) {
            return give_position(desk, writer, by, {which, to, from, until}, today(), clock.now());
        });
    }
    Result<HoldingId> hand_on(http::Visitor const& by, HoldingId which, std::string_view to,
                              std::string_view from, std::string_view until,
                              std::string_view matter = "التوقيع") {
        return write([&](db::Writer& writer) {
            return delegate(desk, writer, by, {which, to, from, until, matter}, today(),
                            clock.now());
        });
    }
    // Grants count only behind the second factor; set directly, sign_in_test tests the way there.
    void strengthen(SignedIn const& who) {
        auto const done = write([&](db::Writer& writer) -> Outcome {
            auto const id =
                store::session(writer, keyed_hash(std::string(32, 's'), "session", who.token));
            store::renew_session(writer, *id,
                                 keyed_hash(std::string(32, 's'), "session", who.token), true);
            return Done{};
        });
        EXPECT_FALSE(done.refused());
    }

    AdministrationId berkane, ahfir;
    SignedIn ali, sara;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Roles, tests::both_engines(), tests::engine_name);

TEST_P(Roles, follow_from_positions_held_today_and_need_the_second_factor) {
    auto const head = position(berkane, "head");
    ASSERT_FALSE(give(root(), head, "ali@b.ma", "2026-05-05", "2026-05-06").refused());
    strengthen(sara);
    EXPECT_TRUE(visitor(ali).grants.empty()) << "begins tomorrow";
    clock.advance(std::chrono::hours(24));
    EXPECT_TRUE(visitor(ali).grants.empty()) << "the second factor is missing";
    strengthen(ali);
    ASSERT_EQ(visitor(ali).grants.size(), 0U) << "an officer's session is a day's work";
    ali = sign_in_by_code(desk, proven(Purpose::sign_in, "ali@b.ma"), {}, clock.now()).value();
    strengthen(ali);
    auto const seen = visitor(ali);
    ASSERT_EQ(seen.grants.size(), 1U);
    EXPECT_TRUE(seen.is(Role::head, berkane));
    EXPECT_FALSE(seen.is(Role::head, ahfir));
    EXPECT_FALSE(administers(seen, berkane));
    EXPECT_EQ(read([&](db::Reader& reader) {
                  return desk.holders(reader, berkane, Role::head, today());
              }),
              std::vector{ali.person});
    clock.advance(std::chrono::hours(48));
    EXPECT_TRUE(read([&](db::Reader& reader) {
                    return desk.holders(reader, berkane, Role::head, today());
                }).empty());
}

TEST_P(Roles, are_given_only_by_an_administrator_of_the_place) {
    auto const head = position(berkane, "head");
    http::Visitor elsewhere;
    elsewhere.person = sara.person;
    elsewhere.grants.push_back({Role::administrator, ahfir, UnitId{0}});
    EXPECT_EQ(give(elsewhere, head, "sara@b.ma").refusal().why, Refused::not_found);
    http::Visitor head_there;
    head_there.person = sara.person;
    head_there.grants.push_back({Role::head, berkane, UnitId{0}});
    EXPECT_EQ(give(head_there, head, "sara@b.ma").refusal().why, Refused::not_found);
    EXPECT_EQ(give(root(), head, "nobody@b.ma").refusal().field, "contact");
    EXPECT_EQ(give(root(), head, "ali@b.ma", "2026-05-09", "2026-05-08").refusal().field, "until");
    EXPECT_EQ(give(root(), head, "ali@b.ma", "nonsense").refusal().field, "from");
    auto const refused = write([&](db::Writer& writer) {
        return found_position(desk, writer, elsewhere, {berkane, UnitId{0}, "head", "رئيس", ""},
                              clock.now());
    });
    EXPECT_EQ(refused.refusal().why, Refused::not_found);
    EXPECT_FALSE(give(root(), head, "ali@b.ma").refused());
}

TEST_P(Roles, can_be_delegated_within_the_holding_once_and_in_words) {
    auto const held =
        give(root(), position(berkane, "head"), "ali@b.ma", "2026-05-01", "2026-06-30").value();
    http::Visitor by;
    by.person = ali.person;
    EXPECT_TRUE(hand_on(by, held, "sara@b.ma", "2026-05-10", "2026-07-01").refused()) << "longer";
    EXPECT_TRUE(hand_on(by, held, "sara@b.ma", "2026-05-10", "").refused()) << "no end";
    EXPECT_TRUE(hand_on(by, held, "sara@b.ma", "2026-05-10", "2026-05-20", "").refused());
    EXPECT_TRUE(hand_on(by, held, "ali@b.ma", "2026-05-10", "2026-05-20").refused()) << "oneself";
    http::Visitor stranger;
    stranger.person = sara.person;
    EXPECT_TRUE(hand_on(stranger, held, "sara@b.ma", "2026-05-10", "2026-05-20").refused());
    auto const delegated = hand_on(by, held, "sara@b.ma", "2026-05-10", "2026-05-20");
    ASSERT_FALSE(delegated.refused());
    EXPECT_TRUE(
        hand_on(stranger, delegated.value(), "ali@b.ma", "2026-05-10", "2026-05-20").refused())
        << "what was delegated is not delegated on";

    struct Case {
        Date day;
        std::size_t heads;
    };
    for (auto const& [on, heads] :
         {Case{day(2026, 5, 9), 1}, Case{day(2026, 5, 10), 2}, Case{day(2026, 5, 20), 2},
          Case{day(2026, 5, 21), 1}, Case{day(2026, 6, 30), 1}, Case{day(2026, 7, 1), 0}}) {
        auto const found = read([&, when = on](db::Reader& reader) {
            return desk.holders(reader, berkane, Role::head, when);
        });
        EXPECT_EQ(found.size(), heads) << iso(on);
    }
    // Ending the holding ends what was delegated from it.
    auto const ended = write([&](db::Writer& writer) {
        return end_holding(desk, writer, root(), held, day(2026, 5, 15), clock.now());
    });
    EXPECT_FALSE(ended.refused());
    EXPECT_TRUE(read([&](db::Reader& reader) {
                    return desk.holders(reader, berkane, Role::head, day(2026, 5, 15));
                }).empty());
}

TEST_P(Roles, leave_the_platform_never_without_an_administrator) {
    auto const held = give(root(), position(platform, "administrator"), "ali@b.ma").value();
    auto const end = [&](HoldingId which) {
        return write([&](db::Writer& writer) {
            return end_holding(desk, writer, root(), which, today(), clock.now());
        });
    };
    EXPECT_EQ(end(held).refusal().why, Refused::conflict);
    EXPECT_FALSE(give(root(), position(platform, "administrator"), "sara@b.ma").refused());
    EXPECT_FALSE(end(held).refused());
    auto const head = write([&](db::Writer& writer) {
        return found_position(desk, writer, root(), {platform, UnitId{0}, "head", "رئيس", ""},
                              clock.now());
    });
    EXPECT_EQ(head.refusal().field, "role") << "over all stands an administrator and nobody else";
}

TEST_P(Roles, do_not_let_a_mandate_be_used_outside_its_days_and_scope) {
    auto const offer = [&](std::vector<std::string_view> procedures) {
        return write([&](db::Writer& writer) {
            return offer_mandate(desk, writer, ali.person,
                                 {NewMandate::Scope::named, std::move(procedures), "sara@b.ma",
                                  "2026-05-10", "2026-05-20"},
                                 today(), clock.now());
        });
    };
    EXPECT_EQ(offer({}).refusal().field, "procedure") << "named, and none is named";
    EXPECT_EQ(offer({"occupancy", "no-such-thing"}).refusal().field, "procedure");
    auto const id = offer({"building-permit", "building-permit"}).value();
    auto const answer = [&](PersonId who, Answer what) {
        return write([&](db::Writer& writer) {
            return answer_mandate(desk, writer, who, id, what, clock.now());
        });
    };
    auto const may = [&](Date on, std::string_view procedure) {
        return read([&](db::Reader& reader) {
            return desk.may_act_for(reader, sara.person, ali.person, on, procedure);
        });
    };
    EXPECT_FALSE(may(day(2026, 5, 10), "building-permit")) << "not accepted yet";
    EXPECT_EQ(answer(ali.person, Answer::accept).refusal().why, Refused::not_found);
    EXPECT_FALSE(answer(sara.person, Answer::accept).refused());
    EXPECT_TRUE(answer(sara.person, Answer::refuse).refused());
    EXPECT_TRUE(may(day(2026, 5, 10), "building-permit"));
    EXPECT_TRUE(may(day(2026, 5, 20), "building-permit"));
    EXPECT_FALSE(may(day(2026, 5, 9), "building-permit"));
    EXPECT_FALSE(may(day(2026, 5, 21), "building-permit"));
    EXPECT_FALSE(may(day(2026, 5, 10), "other"));
    EXPECT_FALSE(may(day(2026, 5, 10), ""));
    auto const revoke = [&](PersonId who) {
        return write(
            [&](db::Writer& writer) { return revoke_mandate(desk, writer, who, id, clock.now()); });
    };
    EXPECT_TRUE(revoke(sara.person).refused());
    EXPECT_FALSE(revoke(ali.person).refused());
    EXPECT_FALSE(may(day(2026, 5, 10), "building-permit"));
}

TEST_P(Roles, tell_each_side_of_a_mandate_what_the_other_did) {
    auto const offer = [&](std::string_view to) {
        return write([&](db::Writer& writer) {
            return offer_mandate(desk, writer, ali.person,
                                 {.contact = to, .from = "2026-05-10", .until = "2026-05-20"},
                                 today(), clock.now());
        });
    };
    using testing::ElementsAre, testing::HasSubstr, testing::AllOf, testing::IsEmpty;
    auto const first = offer("sara@b.ma").value();
    EXPECT_THAT(told_since(), ElementsAre(AllOf(HasSubstr("سارة: people.told_offered"),
                                                HasSubstr("علي"), HasSubstr("10 ماي 2026"))));
    auto const answer = [&](MandateId id, Answer what) {
        return write([&](db::Writer& writer) {
            return answer_mandate(desk, writer, sara.person, id, what, clock.now());
        });
    };
    ASSERT_FALSE(answer(first, Answer::accept).refused());
    EXPECT_THAT(told_since(),
                ElementsAre(AllOf(HasSubstr("علي: people.told_accepted"), HasSubstr("سارة"))));
    ASSERT_FALSE(write([&](db::Writer& writer) {
                     return revoke_mandate(desk, writer, ali.person, first, clock.now());
                 }).refused());
    EXPECT_THAT(told_since(), ElementsAre(HasSubstr("سارة: people.told_revoked")));
    ASSERT_FALSE(answer(offer("sara@b.ma").value(), Answer::refuse).refused());
    EXPECT_THAT(told_since(),
                ElementsAre(HasSubstr("told_offered"), HasSubstr("علي: people.told_refused")));
    // Refused is told to nobody: the fact did not happen.
    EXPECT_TRUE(answer(first, Answer::accept).refused());
    EXPECT_THAT(told_since(), IsEmpty());

    auto const before = letters.size();
    ASSERT_FALSE(offer("omar@b.ma").refused());
    EXPECT_THAT(told_since(), IsEmpty()) << "nobody has confirmed that address";
    ASSERT_EQ(letters.size(), before + 1);
    EXPECT_EQ(letters.back().address, "omar@b.ma");
    ASSERT_EQ(letters.back().body.values.size(), 1U);
    EXPECT_EQ(letters.back().body.values[0].name, "site")
        << "a stranger reads nothing the principal wrote";
    for (int n = 0; n < 7; ++n) ASSERT_FALSE(offer("omar@b.ma").refused());
    EXPECT_EQ(offer("omar@b.ma").refusal().why, Refused::too_often);
}

TEST_P(Roles, tell_who_is_given_a_position_and_whose_ends) {
    using testing::AllOf, testing::ElementsAre, testing::HasSubstr, testing::IsEmpty,
        testing::UnorderedElementsAre;
    auto const head = position(berkane, "head");
    auto const held = give(root(), head, "ali@b.ma").value();
    EXPECT_THAT(told_since(),
                ElementsAre(AllOf(HasSubstr("علي: people.told_given"), HasSubstr("رئيس المصلحة"),
                                  HasSubstr("جماعة بركان"))));
    http::Visitor ali_himself;
    ali_himself.person = ali.person;
    auto const until = iso(today() + Days{9});
    ASSERT_FALSE(hand_on(ali_himself, held, "sara@b.ma", "", until).refused());
    EXPECT_THAT(told_since(),
                ElementsAre(AllOf(HasSubstr("سارة: people.told_delegated"), HasSubstr("التوقيع"))));
    ASSERT_FALSE(write([&](db::Writer& writer) {
                     return end_holding(desk, writer, root(), held, today(), clock.now());
                 }).refused());
    EXPECT_THAT(told_since(),
                UnorderedElementsAre(HasSubstr("علي: people.told_ended"),
                                     HasSubstr("سارة: people.told_delegation_ended")));
    ASSERT_FALSE(give(root(), head, "sara@b.ma", "", until).refused());
    EXPECT_THAT(told_since(), ElementsAre(HasSubstr("سارة: people.told_given_until")));
    ASSERT_FALSE(write([&](db::Writer& writer) {
                     return close_position(desk, writer, root(), head, today(), clock.now());
                 }).refused());
    EXPECT_THAT(told_since(), ElementsAre(HasSubstr("سارة: people.told_ended")));

    // Whoever erases an account leaves nobody in the dark.
    auto const again = position(berkane, "officer");
    auto const mine = give(root(), again, "ali@b.ma").value();
    ASSERT_FALSE(hand_on(ali_himself, mine, "sara@b.ma", "", until).refused());
    ASSERT_FALSE(write([&](db::Writer& writer) {
                     return offer_mandate(desk, writer, ali.person,
                                          {.contact = "sara@b.ma", .until = until}, today(),
                                          clock.now());
                 }).refused());
    told.clear();
    ASSERT_FALSE(write([&](db::Writer& writer) {
                     return erase(desk, DataRights{}, writer, ali.person, today(), clock.now());
                 }).refused());
    EXPECT_THAT(told_since(), UnorderedElementsAre(HasSubstr("سارة: people.told_delegation_ended"),
                                                   HasSubstr("سارة: people.told_revoked")));
}

TEST_P(Roles, find_a_counter_person_again_and_let_the_paper_be_claimed_once) {
    auto const at_counter = [&](CounterPerson const& typed) {
        return write([&](db::Writer& writer) {
            return desk.register_at_counter(writer, typed, PersonId{1}, clock.now());
        });
    };
    auto const one = at_counter({"الحاجة مينة", "", "fa 12345", Language::ar}).value();
    EXPECT_EQ(at_counter({"الحاجة  مينة", "", "FA12345", Language::ar}).value(), one);
    EXPECT_NE(at_counter({"مينة أخرى", "", "FA12345", Language::ar}).value(), one);
    EXPECT_NE(at_counter({"الحاجة مينة", "ali@b.ma", "", Language::ar}).value(), ali.person)
        << "typing somebody's address gives no access to their account";
    EXPECT_EQ(at_counter({"فلان\u202e", "", "", Language::ar}).refusal().field, "name");
    auto const person = read([&](db::Reader& reader) { return desk.person(reader, one); });
    EXPECT_EQ(person->id_document_tail, "45");
    EXPECT_EQ(person->id_document_hash.size(), 64U);
    EXPECT_EQ(person->assurance, Assurance::counter_verified);

    auto const new_code = [&] {
        return write([&](db::Writer& writer) -> Result<std::string> {
                   return desk.claim_code(writer, one, clock.now());
               })
            .value();
    };
    auto const old_code = new_code();
    auto const code = new_code();
    EXPECT_TRUE(claim(desk, sara.person, old_code, clock.now()).refused())
        << "a newer one ended it";
    EXPECT_EQ(claim(desk, sara.person, code, clock.now()).value(), one);
    EXPECT_TRUE(claim(desk, ali.person, code, clock.now()).refused());
    EXPECT_EQ(
        read([&](db::Reader& reader) { return desk.principals_of(reader, sara.person, today()); }),
        std::vector{one});
}

TEST_P(Roles, show_and_erase_what_is_held_about_a_person) {
    DataRights rights;
    PersonId asked_for{0};
    static Message const stays{"test.stays", {"تحفظ الملفات", "", "", ""}, {}};
    rights.add({"dossiers",
                [&](db::Reader&, PersonId who) {
                    asked_for = who;
                    return std::string("{\"dossiers\":[1]}");
                },
                [&](db::Writer&, PersonId, Instant) { return std::vector{say(stays)}; }});
    auto const text = read([&](db::Reader& reader) {
        return export_of(desk, rights, reader, sara.person, clock.now());
    });
    EXPECT_EQ(asked_for, sara.person);
    EXPECT_NE(text.find("sara@b.ma"), std::string::npos);
    EXPECT_EQ(text.find("ali@b.ma"), std::string::npos);
    EXPECT_NE(text.find("\"dossiers\":{\"dossiers\":[1]}"), std::string::npos);

    auto const kept = write([&](db::Writer& writer) {
        return erase(desk, rights, writer, sara.person, today(), clock.now());
    });
    ASSERT_EQ(kept.value().size(), 1U);
    EXPECT_FALSE(visitor(sara).signed_in());
    auto const person = read([&](db::Reader& reader) { return desk.person(reader, sara.person); });
    EXPECT_TRUE(person->closed);
    EXPECT_EQ(person->email, "");
    EXPECT_EQ(person->name, "سارة") << "the dossiers that stay bear it";
    auto const nothing = write([&](db::Writer& writer) {
        return erase(desk, DataRights{}, writer, ali.person, today(), clock.now());
    });
    EXPECT_TRUE(nothing.value().empty());
    EXPECT_EQ(read([&](db::Reader& reader) { return desk.name_of(reader, ali.person); }), "");
    EXPECT_FALSE(proven(Purpose::sign_in, "sara@b.ma").account) << "the address is free again";
}

TEST_P(Roles, seat_the_people_of_the_demonstration_once) {
    DemoPlace const place{berkane, UnitId{0}, ahfir, {commune("جماعة أكليم")}};
    auto const first = seed_demo(database(), desk, place, clock.now());
    auto const second = seed_demo(database(), desk, place, clock.now());
    ASSERT_FALSE(first.refused());
    ASSERT_EQ(first.value().size(), second.value().size());
    for (std::size_t n = 0; n < first.value().size(); ++n) {
        auto const& one = first.value()[n];
        EXPECT_EQ(one.id, second.value()[n].id);
        EXPECT_FALSE(
            sign_in_by_password(desk, contact(one.contact).value(), one.password, {}, clock.now())
                .refused())
            << one.contact;
    }
    EXPECT_EQ(read([&](db::Reader& reader) {
                  return desk.holders(reader, berkane, Role::officer, today()).size();
              }),
              2U);
    EXPECT_EQ(read([&](db::Reader& reader) { return store::administrators(reader, today()); }), 1);
}

}  // namespace
}  // namespace wasl::people
