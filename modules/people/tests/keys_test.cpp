// SPDX-License-Identifier: Apache-2.0
// The keys that people give to their programs.
#include "modules/people/secrets.hpp"
#include "modules/people/tests/people_for_tests.hpp"
#include "modules/people/totp.hpp"

namespace wasl::people {
namespace {

using Keys = PeopleTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, Keys, tests::both_engines(), tests::engine_name);

TEST_P(Keys, let_a_program_in_within_their_scope) {
    auto const signed_in = account("علي", "ali@b.ma");
    auto const make = [&](std::string_view scope, std::int64_t days) {
        return write([&](db::Writer& writer) {
            return make_token(desk, writer, signed_in.person, "my program", scope, days,
                              clock.now());
        });
    };
    EXPECT_TRUE(make("root", 30).refused());
    EXPECT_TRUE(make("read", 9999).refused());
    auto const come = [&](std::string const& token, http::Method method,
                          char const* path = "/api/v1/dossiers") {
        http::Request request;
        request.method = method;
        request.path = path;
        request.headers.emplace_back("authorization", "Bearer " + token);
        return read(
            [&](db::Reader& reader) { return desk.recognise(request, reader, clock.now()); });
    };
    auto const reads = make("read", 30).value();
    EXPECT_TRUE(come(reads, http::Method::get).signed_in());
    EXPECT_TRUE(come(reads, http::Method::get).by_token);
    EXPECT_TRUE(come(reads, http::Method::post).looks_only) << "the door refuses what it sends";
    EXPECT_FALSE(come(make("file", 30).value(), http::Method::post).looks_only);
    EXPECT_FALSE(come("wasl_forged", http::Method::get).signed_in());
    EXPECT_FALSE(come(reads, http::Method::get, "/account/data").signed_in());
    clock.advance(std::chrono::hours(24 * 30));
    EXPECT_FALSE(come(reads, http::Method::get).signed_in());
}

// A password that was guessed opens no office, and no way round the second factor either.
TEST_P(Keys, open_no_office_without_the_second_factor) {
    auto const ali = account("علي", "ali@b.ma");
    auto const berkane = commune("جماعة بركان");
    auto const seated = write([&](db::Writer& writer) -> Result<HoldingId> {
        auto const seat = TRY(found_position(
            desk, writer, root(), {berkane, UnitId{0}, "officer", "موظف", ""}, clock.now()));
        return give_position(desk, writer, root(), {seat, "ali@b.ma", "", ""}, today(),
                             clock.now());
    });
    ASSERT_FALSE(seated.refused());
    auto const make = [&](std::string_view scope) {
        return write([&](db::Writer& writer) {
            return make_token(desk, writer, ali.person, "برنامج", scope, 30, clock.now());
        });
    };
    auto const grants = [&](std::string const& token) {
        http::Request request;
        request.path = "/api/v1/queue";
        request.headers.emplace_back("authorization", "Bearer " + token);
        return read([&](db::Reader& reader) {
            return desk.recognise(request, reader, clock.now()).grants.size();
        });
    };
    EXPECT_EQ(make("office").refusal().field, "scope");
    EXPECT_EQ(grants(make("file").value()), 0U);
    write([&](db::Writer& writer) { return begin_totp(desk, writer, ali.person); }).value();
    auto const key = read([&](db::Reader& reader) {
        return unseal(std::string(32, 's'), store::totp(reader, ali.person).sealed);
    });
    auto const code = hotp(*key, static_cast<std::uint64_t>(totp_step(clock.now())));
    auto const confirmed = confirm_totp(desk, ali.person, code, ali.token, clock.now());
    auto const office = make("office").value();
    EXPECT_EQ(grants(office), 1U);
    auto const& recovery = confirmed.value().recovery_codes.front();
    EXPECT_FALSE(end_totp(desk, ali.person, recovery, clock.now()).refused());
    EXPECT_EQ(grants(office), 0U) << "a key is worth no more than its owner's sign-in";
    proven(Purpose::password, "ali@b.ma");
    EXPECT_FALSE(reset_password(desk, handle, "another one", clock.now()).refused());
    EXPECT_TRUE(read([&](db::Reader& reader) {
                    return store::tokens(reader, ali.person, clock.now());
                }).empty())
        << "who had got in left no key behind";
}

}  // namespace
}  // namespace wasl::people
