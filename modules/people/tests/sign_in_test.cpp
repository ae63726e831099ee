// SPDX-License-Identifier: Apache-2.0
#include "modules/people/messages.hpp"
#include "modules/people/secrets.hpp"
#include "modules/people/tests/people_for_tests.hpp"
#include "modules/people/totp.hpp"

namespace wasl::people {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class SignIn : public PeopleTest {
protected:
    std::string totp_code() {
        auto const key = read([&](db::Reader& reader) {
            return unseal(std::string(32, 's'), store::totp(reader, person).sealed);
        });
        return hotp(*key, static_cast<std::uint64_t>(totp_step(clock.now())));
    }
    PersonId person{0};
};
INSTANTIATE_TEST_SUITE_P(OnBoth, SignIn, tests::both_engines(), tests::engine_name);

TEST_P(SignIn, makes_an_account_from_a_proven_contact_and_knows_it_again) {
    auto const first = proven(Purpose::sign_in, "Fatima@Example.ma");
    EXPECT_FALSE(first.account);
    auto const made = create_account(desk, handle, {"فاطمة الزهراء", Language::fr, ""},
                                     {"1", "Firefox Android", ""}, clock.now());
    ASSERT_FALSE(made.refused());
    auto const seen = visitor(made.value());
    EXPECT_EQ(seen.person, made.value().person);
    EXPECT_EQ(seen.name, "فاطمة الزهراء");
    EXPECT_TRUE(seen.grants.empty());
    EXPECT_EQ(seen.csrf.size(), 64U);

    auto const again = proven(Purpose::sign_in, "fatima@example.ma");
    EXPECT_EQ(again.account, made.value().person);
    auto const other = sign_in_by_code(desk, again, {"1", "", made.value().token}, clock.now());
    EXPECT_NE(other.value().token, made.value().token);
    EXPECT_FALSE(visitor(made.value()).signed_in()) << "the old session of the browser has ended";
    EXPECT_NE(visitor(other.value()).csrf, seen.csrf);
}

TEST_P(SignIn, does_not_make_two_accounts_of_one_proof_or_one_contact) {
    proven(Purpose::sign_in, "0612345678");
    auto const first_handle = handle;
    proven(Purpose::sign_in, "06 12 34 56 78");
    NewAccount const ali{"علي", Language::ar, ""};
    EXPECT_FALSE(create_account(desk, first_handle, ali, {}, clock.now()).refused());
    EXPECT_EQ(create_account(desk, first_handle, ali, {}, clock.now()).refusal().why,
              Refused::gone);
    EXPECT_EQ(create_account(desk, handle, ali, {}, clock.now()).refusal().why, Refused::conflict);
    EXPECT_TRUE(create_account(desk, "forged", ali, {}, clock.now()).refused());
}

TEST_P(SignIn, ends_a_code_after_five_tries_ten_minutes_or_one_use) {
    auto const ask = [&] {
        handle = ask_code(desk, Purpose::sign_in, contact("a@b.ma").value(), {}, Language::ar, "1",
                          clock.now())
                     .value();
        return code_in(letters.back());
    };
    auto const use = [&](std::string_view typed) {
        return !use_code(desk, Purpose::sign_in, handle, typed, "1", clock.now()).refused();
    };
    auto const wrong = [](std::string code) {
        code[0] = code[0] == '9' ? '0' : static_cast<char>(code[0] + 1);
        return code;
    };
    auto code = ask();
    for (int n = 0; n < 4; ++n) EXPECT_FALSE(use(wrong(code)));
    EXPECT_TRUE(use(code.substr(0, 3) + " " + code.substr(3)));
    EXPECT_FALSE(use(code)) << "used";

    code = ask();
    for (int n = 0; n < 5; ++n) EXPECT_FALSE(use(wrong(code)));
    EXPECT_FALSE(use(code)) << "five tries are over";

    code = ask();
    clock.advance(minutes(10));
    EXPECT_FALSE(use(code)) << "ten minutes are over";

    code = ask();
    EXPECT_TRUE(use_code(desk, Purpose::password, handle, code, "1", clock.now()).refused())
        << "asked for another purpose";
    auto const mine = handle;
    auto const my_code = code;
    ask();
    EXPECT_TRUE(use_code(desk, Purpose::sign_in, handle, my_code, "1", clock.now()).refused() ||
                my_code == code_in(letters.back()))
        << "a code belongs to the browser that asked";
    EXPECT_FALSE(use_code(desk, Purpose::sign_in, mine, my_code, "1", clock.now()).refused());
}

TEST_P(SignIn, counts_codes_per_contact_and_wrong_codes_per_address) {
    auto const ask = [&](char const* to, char const* from) {
        return ask_code(desk, Purpose::sign_in, contact(to).value(), {}, Language::ar, from,
                        clock.now());
    };
    for (int n = 0; n < 6; ++n) EXPECT_FALSE(ask("a@b.ma", "1").refused());
    EXPECT_EQ(ask("a@b.ma", "2").refusal().why, Refused::too_often);
    EXPECT_FALSE(ask("c@b.ma", "2").refused());
    clock.advance(hours(1));
    EXPECT_FALSE(ask("a@b.ma", "1").refused());

    // An attacker who spreads the guesses over many contacts is stopped by the address.
    int open = 0;
    for (int n = 0; n < 25; ++n) {
        auto const got = ask(("v" + std::to_string(n) + "@b.ma").c_str(), "9");
        for (int tries = 0; tries < 4; ++tries)
            EXPECT_TRUE(
                use_code(desk, Purpose::sign_in, got.value(), "x", "9", clock.now()).refused());
        auto const right = use_code(desk, Purpose::sign_in, got.value(), code_in(letters.back()),
                                    "9", clock.now());
        open += right.refused() ? 0 : 1;
    }
    EXPECT_EQ(open, 24);
}

// Who asks for another's codes until no more are sent shuts out strangers, not the owner's browser.
TEST_P(SignIn, sends_codes_to_a_browser_its_owner_knows_whoever_else_asked) {
    auto const ali = account("علي", "ali@b.ma");
    account("سارة", "sara@b.ma");
    auto const ask = [&](char const* from, std::string const& device) {
        return ask_code(desk, Purpose::sign_in, contact("ali@b.ma").value(), {}, Language::ar, from,
                        clock.now(), device);
    };
    while (!ask("7", {}).refused()) {
    }
    auto const device = device_of(desk, ali.person);
    EXPECT_TRUE(ask("1", {}).refused());
    EXPECT_TRUE(ask("1", device_of(desk, PersonId{ali.person.value() + 1})).refused());
    for (int n = 0; n < 6; ++n) EXPECT_FALSE(ask("1", device).refused()) << n;
    EXPECT_TRUE(ask("1", device).refused()) << "its own mistakes count";
}

TEST_P(SignIn, answers_alike_whether_an_account_exists) {
    account("علي", "ali@b.ma", "كلمة سر طويلة");
    auto const wrong = [&](char const* who) {
        return sign_in_by_password(desk, contact(who).value(), "not the password", {"1", "", ""},
                                   clock.now())
            .refusal();
    };
    auto const known = wrong("ali@b.ma");
    auto const unknown = wrong("nobody@b.ma");
    EXPECT_EQ(known.why, unknown.why);
    EXPECT_EQ(known.what.message, unknown.what.message);
    EXPECT_EQ(known.field, unknown.field);
    auto const before = letters.size();
    proven(Purpose::sign_in, "nobody@b.ma");
    EXPECT_EQ(letters.size(), before + 1) << "who has no account is sent a code as well";
}

TEST_P(SignIn, makes_who_guesses_a_password_wait_longer_each_time_and_nobody_else) {
    auto const owner = account("علي", "ali@b.ma", "كلمة سر طويلة");
    auto const ali = contact("ALI@b.ma").value();
    auto const try_with = [&](std::string_view password, std::string_view from,
                              std::string_view device = {}) {
        return sign_in_by_password(desk, ali, password, {from, "", "", device}, clock.now());
    };
    for (int n = 0; n < 5; ++n) EXPECT_EQ(try_with("x", "9").refusal().why, Refused::invalid);
    auto const first = try_with("كلمة سر طويلة", "9");
    EXPECT_EQ(first.refusal().why, Refused::too_often);
    EXPECT_EQ(first.refusal().what.message, &msg::refusal_password_wait);
    EXPECT_FALSE(try_with("كلمة سر طويلة", "1").refused()) << "another address is another person";
    clock.advance(seconds(15));
    EXPECT_EQ(try_with("x", "9").refusal().why, Refused::invalid);
    clock.advance(seconds(15));
    EXPECT_EQ(try_with("x", "9").refusal().why, Refused::too_often) << "now it is thirty";

    // Guesses from everywhere shut strangers out, not a browser that the owner has used before.
    for (int n = 0; n < 100; ++n) EXPECT_TRUE(try_with("x", "far-" + std::to_string(n)).refused());
    EXPECT_EQ(try_with("كلمة سر طويلة", "2").refusal().why, Refused::too_often);
    EXPECT_FALSE(try_with("كلمة سر طويلة", "2", device_of(desk, owner.person)).refused());
    EXPECT_EQ(try_with("كلمة سر طويلة", "2", "made up").refusal().why, Refused::too_often);
    EXPECT_TRUE(proven(Purpose::sign_in, "ali@b.ma").account) << "a code works all the while";
    clock.advance(hours(1));
    EXPECT_FALSE(try_with("كلمة سر طويلة", "2").refused());
    EXPECT_TRUE(try_with("", "2").refused());
}

TEST_P(SignIn, ends_sessions_by_rest_age_and_wish) {
    auto const signed_in = account("علي", "ali@b.ma");
    auto const other = sign_in_by_code(desk, proven(Purpose::sign_in, "ali@b.ma"),
                                       {"1", "Firefox Linux", ""}, clock.now())
                           .value();
    clock.advance(hours(24 * 13));
    EXPECT_TRUE(visitor(signed_in).signed_in());
    desk.job().run(database(), clock.now());
    clock.advance(hours(24 * 2));
    EXPECT_TRUE(visitor(signed_in).signed_in()) << "it was seen two days ago";
    EXPECT_FALSE(visitor(other).signed_in()) << "it rested for fifteen";
    clock.advance(hours(24 * 10));
    desk.job().run(database(), clock.now());
    clock.advance(hours(24 * 5));
    EXPECT_FALSE(visitor(signed_in).signed_in()) << "thirty days are over";

    auto const third = sign_in_by_code(desk, proven(Purpose::sign_in, "ali@b.ma"), {}, clock.now());
    auto const mine = read(
        [&](db::Reader& reader) { return store::sessions(reader, signed_in.person, clock.now()); });
    ASSERT_EQ(mine.size(), 1U);
    auto const revoke = [&](PersonId who) {
        return write([&](db::Writer& writer) -> Result<bool> {
                   return store::revoke_session(writer, who, mine[0].id, clock.now());
               })
            .value();
    };
    EXPECT_FALSE(revoke(PersonId{77})) << "somebody else's";
    EXPECT_TRUE(visitor(third.value()).signed_in());
    EXPECT_TRUE(revoke(signed_in.person));
    EXPECT_FALSE(visitor(third.value()).signed_in());
}

TEST_P(SignIn, asks_the_second_factor_before_it_opens_anything) {
    auto const first = account("علي", "ali@b.ma");
    person = first.person;
    EXPECT_FALSE(
        write([&](db::Writer& writer) { return begin_totp(desk, writer, person); }).refused());
    EXPECT_TRUE(confirm_totp(desk, person, "000000", first.token, clock.now()).refused());
    EXPECT_TRUE(visitor(first).signed_in()) << "not on yet";
    auto const confirmed = confirm_totp(desk, person, totp_code(), first.token, clock.now());
    ASSERT_FALSE(confirmed.refused());
    EXPECT_EQ(confirmed.value().recovery_codes.size(), 10U);
    EXPECT_FALSE(visitor(first).signed_in()) << "the token changed";
    EXPECT_TRUE(visitor(confirmed.value().token).signed_in());

    auto const enter = [&] {
        return sign_in_by_code(desk, proven(Purpose::sign_in, "ali@b.ma"), {}, clock.now()).value();
    };
    auto half = enter();
    EXPECT_TRUE(half.second_needed);
    EXPECT_FALSE(visitor(half).signed_in());
    auto const replayed = second_factor(desk, half.token, totp_code(), clock.now());
    EXPECT_TRUE(replayed.refused()) << "that step was used to confirm";
    clock.advance(std::chrono::seconds(30));
    auto const whole = second_factor(desk, half.token, totp_code(), clock.now());
    ASSERT_FALSE(whole.refused());
    EXPECT_TRUE(visitor(whole.value()).signed_in());
    EXPECT_FALSE(visitor(half).signed_in());

    half = enter();
    auto const& recovery = confirmed.value().recovery_codes[3];
    EXPECT_FALSE(second_factor(desk, half.token, recovery, clock.now()).refused());
    half = enter();
    EXPECT_TRUE(second_factor(desk, half.token, recovery, clock.now()).refused()) << "used";
    for (int n = 0; n < 7; ++n)
        EXPECT_EQ(second_factor(desk, half.token, "123", clock.now()).refusal().why,
                  Refused::invalid);
    EXPECT_EQ(second_factor(desk, half.token, "123", clock.now()).refusal().why,
              Refused::too_often);
}

TEST_P(SignIn, resets_a_forgotten_password_and_signs_out_everywhere) {
    auto const signed_in = account("علي", "ali@b.ma", "كلمة سر طويلة");
    proven(Purpose::password, "ali@b.ma");
    EXPECT_TRUE(reset_password(desk, handle, "short", clock.now()).refused());
    EXPECT_FALSE(reset_password(desk, handle, "another one", clock.now()).refused());
    EXPECT_TRUE(reset_password(desk, handle, "a third one", clock.now()).refused());
    EXPECT_FALSE(visitor(signed_in).signed_in());
    auto const ali = contact("ali@b.ma").value();
    EXPECT_TRUE(sign_in_by_password(desk, ali, "كلمة سر طويلة", {}, clock.now()).refused());
    EXPECT_FALSE(sign_in_by_password(desk, ali, "another one", {}, clock.now()).refused());
    proven(Purpose::password, "nobody@b.ma");
    EXPECT_TRUE(reset_password(desk, handle, "another one", clock.now()).refused());
}

TEST_P(SignIn, adds_a_contact_only_for_whoever_asked_and_nobody_has) {
    auto const ali = account("علي", "ali@b.ma").person;
    auto const sara = account("سارة", "sara@b.ma").person;
    auto const add = [&](PersonId who) {
        return write([&](db::Writer& writer) {
            return add_contact(desk, writer, who, handle, clock.now());
        });
    };
    proven(Purpose::contact, "0612345678", ali);
    EXPECT_EQ(add(sara).refusal().why, Refused::gone);
    EXPECT_FALSE(add(ali).refused());
    proven(Purpose::contact, "0612345678", sara);
    EXPECT_EQ(add(sara).refusal().why, Refused::conflict);
    auto const remove = [&](PersonId who) {
        return write(
            [&](db::Writer& writer) { return remove_contact(writer, who, Contact::Kind::email); });
    };
    EXPECT_FALSE(remove(ali).refused());
    EXPECT_EQ(remove(sara).refusal().why, Refused::conflict) << "her only one";
}

TEST_P(SignIn, makes_the_first_administrator_once_within_a_day) {
    auto const link = [&] {
        return write(
            [&](db::Writer& writer) { return desk.first_administrator_link(writer, clock.now()); });
    };
    auto const key = [](std::string const& path) { return path.substr(path.find('=') + 1); };
    auto const old_key = key(link().value());
    auto const new_key = key(link().value());
    auto const make = [&](std::string const& with) {
        return create_first_administrator(
            desk, with, "root@b.ma", {"المدير", Language::ar, "كلمة سر طويلة"}, {}, clock.now());
    };
    EXPECT_TRUE(make(old_key).refused()) << "a newer link ended it";
    auto const made = make(new_key);
    ASSERT_FALSE(made.refused());
    EXPECT_TRUE(make(new_key).refused());
    EXPECT_EQ(link().refusal().why, Refused::conflict);
    EXPECT_TRUE(visitor(made.value()).signed_in());
    EXPECT_TRUE(visitor(made.value()).grants.empty()) << "no second factor yet";
}

// Whoever holds something made under a clock that ran ahead does not keep it for longer when the
// clock is put right: it is not good until it was made.
TEST_P(SignIn, lets_nothing_live_longer_when_the_clock_is_set_back) {
    auto const at = clock.now();
    auto const signed_in = account("سلمى", "salma@b.ma");
    auto const token =
        write([&](db::Writer& writer) {
            return make_token(desk, writer, signed_in.person, "برنامج", "file", 30, clock.now());
        }).value();
    auto const by_token = [&] {
        http::Request request;
        request.path = "/api/v1/dossiers";
        request.headers.emplace_back("authorization", "Bearer " + token);
        return read([&](db::Reader& reader) {
            return desk.recognise(request, reader, clock.now()).signed_in();
        });
    };
    handle = ask_code(desk, Purpose::sign_in, contact("salma@b.ma").value(), {}, Language::ar, "1",
                      clock.now())
                 .value();
    auto const code = code_in(letters.back());
    auto const link = write([&](db::Writer& writer) {
                          return desk.first_administrator_link(writer, clock.now());
                      }).value();
    auto const key = link.substr(link.find('=') + 1);
    auto const key_holds = [&] {
        return read(
            [&](db::Reader& reader) { return first_key_holds(desk, reader, key, clock.now()); });
    };

    clock.set(at - minutes(1));  // nodes differ by as much
    EXPECT_TRUE(visitor(signed_in).signed_in());
    EXPECT_TRUE(by_token());
    EXPECT_TRUE(key_holds());

    clock.set(at - hours(1));
    EXPECT_FALSE(visitor(signed_in).signed_in());
    EXPECT_FALSE(by_token());
    EXPECT_FALSE(key_holds());
    EXPECT_TRUE(use_code(desk, Purpose::sign_in, handle, code, "1", clock.now()).refused());

    // What was ended stays ended though its end lies ahead again.
    clock.set(at + hours(1));
    write([&](db::Writer& writer) -> Outcome {
        sign_out(desk, writer, signed_in.token, clock.now());
        return Done{};
    }).value();
    auto const newer = write(
        [&](db::Writer& writer) { return desk.first_administrator_link(writer, clock.now()); });
    EXPECT_FALSE(newer.refused());
    clock.set(at + minutes(1));
    EXPECT_FALSE(visitor(signed_in).signed_in());
    EXPECT_FALSE(key_holds());
    EXPECT_TRUE(by_token());
}

// Resting is counted from the last time that was seen, ahead of the clock or not.
TEST_P(SignIn, ends_a_session_seen_later_than_now) {
    auto const signed_in = account("سلمى", "salma@b.ma");
    auto const at = clock.now();
    clock.advance(hours(24));
    EXPECT_TRUE(visitor(signed_in).signed_in());
    desk.job().run(database(), clock.now());
    clock.set(at + hours(1));
    EXPECT_FALSE(visitor(signed_in).signed_in());
}

}  // namespace
}  // namespace wasl::people
