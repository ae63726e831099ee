// SPDX-License-Identifier: Apache-2.0
// The program dies in the middle of 200 concurrent filings. Whoever was shown a receipt has a
// dossier with its documents; whoever was not files again with the same key, and once.
#include <iostream>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "tests/faults/town.hpp"

namespace wasl::faults {
namespace {

constexpr std::size_t filings = 200;
constexpr std::size_t people = 20;

std::string key_of(std::size_t n) { return "filing-" + std::to_string(n); }

template<typename Work>
void all_at_once(Work work) {
    std::vector<std::thread> threads;
    for (std::size_t n = 0; n < filings; ++n) threads.emplace_back([&work, n] { work(n); });
    for (auto& thread : threads) thread.join();
}

class Killed : public testing::TestWithParam<db::Engine> {};
INSTANTIATE_TEST_SUITE_P(OnBoth, Killed, tests::both_engines(), tests::engine_name);

std::vector<std::string> send_contents(Town const& town) {
    std::vector<std::string> references(filings);
    all_at_once([&](std::size_t n) {
        references[n] = member(town.upload(n % people, key_of(n)).body, "upload");
    });
    for (auto const& one : references) EXPECT_EQ(one.size(), 64U);
    return references;
}

// Files all at once and kills when so many receipts were shown. Numbers by filing; empty where no
// answer came.
std::vector<std::string> file_and_die(Town const& town, std::vector<std::string> const& references,
                                      std::size_t moment) {
    std::vector<std::string> shown(filings);
    std::mutex mutex;
    std::size_t count = 0;
    all_at_once([&](std::size_t n) {
        auto const reply = town.file(n % people, key_of(n), references[n]);
        std::scoped_lock const lock(mutex);
        if (reply.status != 201) return;
        shown[n] = member(reply.body, "number");
        if (++count == moment) town.kill();
    });
    return shown;
}

void expect_whole(Town const& town, std::size_t n, std::string const& number,
                  std::string const& reference) {
    auto const dossier = town.ask("GET", "/api/v1/dossiers/" + number, n % people);
    ASSERT_EQ(dossier.status, 200) << "a receipt was shown for " << number;
    EXPECT_EQ(member(dossier.body, "state"), "lodged");
    auto const documents = dossier.body.substr(dossier.body.find("\"documents\":["));
    EXPECT_EQ(member(documents, "sha256"), reference);
    auto const content = town.ask(
        "GET", "/api/v1/dossiers/" + number + "/documents/" + member(documents, "id"), n % people);
    EXPECT_EQ(content.body, Town::content(key_of(n)));
}

TEST_P(Killed, keeps_every_receipt_that_was_shown) {
    Town town(GetParam(), people);
    town.start();
    auto const references = send_contents(town);
    std::random_device dice;
    auto const moment = 20 + dice() % 140;
    auto const shown = file_and_die(town, references, moment);
    town.wait_for_the_end();
    std::cout << "killed after receipt " << moment << '\n';
    EXPECT_EQ(town.run("verify"), 0) << "right after the death";

    town.start();
    std::set<std::string> numbers;
    std::size_t lost_answers = 0;
    for (std::size_t n = 0; n < filings; ++n) {
        if (!shown[n].empty()) {
            expect_whole(town, n, shown[n], references[n]);
            numbers.insert(shown[n]);
            continue;
        }
        ++lost_answers;
        auto const again = town.file(n % people, key_of(n), references[n]);
        EXPECT_TRUE(again.status == 200 || again.status == 201) << again.status << again.body;
        numbers.insert(member(again.body, "number"));
        expect_whole(town, n, member(again.body, "number"), references[n]);
    }
    EXPECT_GT(lost_answers, 0U) << "it died in the middle";
    EXPECT_EQ(numbers.size(), filings);
    std::size_t kept = 0;
    for (std::size_t person = 0; person < people; ++person) {
        auto const own = town.ask("GET", "/api/v1/dossiers?limit=100", person).body;
        for (auto at = own.find("\"number\""); at != std::string::npos;
             at = own.find("\"number\"", at + 1))
            ++kept;
    }
    EXPECT_EQ(kept, filings) << "one dossier a key";
    town.stop();
    EXPECT_EQ(town.run("verify"), 0);
}

}  // namespace
}  // namespace wasl::faults
