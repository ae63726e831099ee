// SPDX-License-Identifier: Apache-2.0
#include "modules/people/secrets.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <set>

#include "modules/people/people.hpp"
#include "modules/people/totp.hpp"

namespace wasl::people {
namespace {

std::string const key(32, 'k');

TEST(Totp, gives_the_codes_of_rfc_6238) {
    std::string const secret = "12345678901234567890";
    struct Vector {
        std::int64_t seconds;
        char const* code;
    };
    for (auto const& [seconds, code] :
         {Vector{59, "94287082"}, Vector{1111111109, "07081804"}, Vector{1111111111, "14050471"},
          Vector{1234567890, "89005924"}, Vector{2000000000, "69279037"},
          Vector{20000000000, "65353130"}}) {
        auto const step = totp_step(instant_from_micros(seconds * 1'000'000));
        EXPECT_EQ(hotp(secret, static_cast<std::uint64_t>(step), 8), code);
    }
}

TEST(Totp, gives_the_codes_of_rfc_4226) {
    char const* const codes[] = {"755224", "287082", "359152", "969429", "338314",
                                 "254676", "287922", "162583", "399871", "520489"};
    for (std::uint64_t n = 0; n < 10; ++n) EXPECT_EQ(hotp("12345678901234567890", n), codes[n]);
}

TEST(Totp, takes_a_step_once_and_one_step_of_difference) {
    auto const now = instant_from_micros(1'777'883'400'000'000);
    auto const step = totp_step(now);
    auto const at = [&](std::int64_t n) { return hotp(key, static_cast<std::uint64_t>(n)); };
    EXPECT_EQ(totp_step_of(key, at(step), now, 0), step);
    EXPECT_EQ(totp_step_of(key, at(step - 1), now, 0), step - 1);
    EXPECT_EQ(totp_step_of(key, at(step + 1), now, 0), step + 1);
    EXPECT_FALSE(totp_step_of(key, at(step - 2), now, 0));
    EXPECT_FALSE(totp_step_of(key, at(step + 2), now, 0));
    EXPECT_FALSE(totp_step_of(key, at(step), now, step));
    EXPECT_FALSE(totp_step_of(key, at(step - 1), now, step));
    EXPECT_FALSE(totp_step_of(key, "", now, 0));
}

TEST(Totp, is_written_as_authenticators_read_it) {
    EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
    EXPECT_EQ(base32("f"), "MY");
    EXPECT_EQ(totp_address("وصل", "a@b.ma", "foobar"),
              "otpauth://totp/%D9%88%D8%B5%D9%84:a%40b.ma?secret=MZXW6YTBOI&issuer="
              "%D9%88%D8%B5%D9%84");
}

TEST(Dictated, forgives_how_it_is_typed_and_notices_a_wrong_sign) {
    auto const code = random_dictated();
    ASSERT_EQ(code.size(), 14U);
    std::string sloppy;
    for (char const sign : code) {
        if (sign == '0')
            sloppy += 'o';
        else if (sign == '1')
            sloppy += 'l';
        else if (sign != '-')
            sloppy += static_cast<char>(std::tolower(static_cast<unsigned char>(sign)));
        sloppy += ' ';
    }
    EXPECT_EQ(dictated(sloppy), code);
    std::string_view const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for (std::size_t at = 0; at < code.size(); ++at) {
        if (code[at] == '-') continue;
        auto wrong = code;
        wrong[at] = alphabet[(alphabet.find(code[at]) + 1) % alphabet.size()];
        EXPECT_EQ(dictated(wrong), "") << at;
    }
    EXPECT_EQ(dictated(""), "");
    EXPECT_EQ(dictated(code + "7"), "");
}

TEST(Secrets, are_random_sealed_and_hashed) {
    std::set<std::string> seen;
    for (int n = 0; n < 200; ++n) seen.insert(random_token());
    EXPECT_EQ(seen.size(), 200U);
    EXPECT_EQ(random_digits().size(), 6U);
    EXPECT_EQ(random_bytes(20).size(), 20U);
    EXPECT_NE(random_bytes(20), random_bytes(20));

    auto sealed = seal(key, "geheim");
    EXPECT_EQ(unseal(key, sealed), "geheim");
    EXPECT_FALSE(unseal(std::string(32, 'x'), sealed));
    sealed[5] = sealed[5] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(unseal(key, sealed));
    EXPECT_FALSE(unseal(key, "short"));

    EXPECT_NE(keyed_hash(key, "session", "x"), keyed_hash(key, "token", "x"));
    EXPECT_NE(keyed_hash(key, "ab", "c"), keyed_hash(key, "a", "bc"));
    EXPECT_EQ(keyed_hash(key, "session", "x").size(), 64U);
}

TEST(Passwords, are_argon2id_with_the_house_parameters) {
    Passwords const passwords;
    auto const hash = passwords.hash("كلمة سر طويلة");
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
    EXPECT_TRUE(passwords.fits(hash, "كلمة سر طويلة"));
    EXPECT_FALSE(passwords.fits(hash, "كلمة سر طويل"));
    EXPECT_FALSE(passwords.fits("", "x"));
}

TEST(SecretKey, is_made_once_for_its_owner_alone) {
    auto const folder = std::filesystem::temp_directory_path() / random_token();
    std::filesystem::create_directories(folder);
    auto const first = secret_key(folder / "secret.key");
    EXPECT_EQ(first.size(), 32U);
    EXPECT_EQ(secret_key(folder / "secret.key"), first);
    struct stat about{};
    ASSERT_EQ(::stat((folder / "secret.key").c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777U, 0600U);
    std::filesystem::resize_file(folder / "secret.key", 7);
    EXPECT_THROW(secret_key(folder / "secret.key"), std::runtime_error);
    std::filesystem::remove_all(folder);
}

TEST(Secrets, derives_the_same_key_for_the_same_purpose_alone) {
    auto const one = dictated_key(key, "reports", "2026-7KMP-4XRC");
    EXPECT_EQ(dictated(one), one);
    EXPECT_EQ(dictated_key(key, "reports", "2026-7KMP-4XRC"), one);
    EXPECT_NE(dictated_key(key, "other", "2026-7KMP-4XRC"), one);
    EXPECT_NE(dictated_key(key, "reports", "2026-7KMP-4XRD"), one);
    EXPECT_NE(dictated_key(std::string(32, 'l'), "reports", "2026-7KMP-4XRC"), one);
}

}  // namespace
}  // namespace wasl::people
