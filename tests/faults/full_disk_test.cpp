// SPDX-License-Identifier: Apache-2.0
// No room for another byte: people are told, nothing is half-written, and when there is room again
// all goes on without anybody's help.
#include "tests/faults/town.hpp"

namespace wasl::faults {
namespace {

TEST(FullDisk, is_told_and_survived) {
    Town town(db::Engine::sqlite, 1);
    town.start();
    auto const before = member(town.upload(0, "before").body, "upload");
    auto const waiting = member(town.upload(0, "waiting").body, "upload");
    auto const first = town.file(0, "before", before);
    ASSERT_EQ(first.status, 201) << first.body;

    town.limit_files(8 * 1024);
    auto const refused_upload = town.upload(0, "during");
    EXPECT_EQ(refused_upload.status, 500);
    EXPECT_FALSE(member(refused_upload.body, "incident").empty());
    auto const refused_filing = town.file(0, "during", waiting);
    EXPECT_EQ(refused_filing.status, 500);
    EXPECT_FALSE(member(refused_filing.body, "incident").empty());
    EXPECT_EQ(refused_filing.body.find("SQL"), std::string::npos) << refused_filing.body;
    // Reading goes on.
    auto const number = member(first.body, "number");
    EXPECT_EQ(town.ask("GET", "/api/v1/dossiers/" + number, 0).status, 200);
    EXPECT_EQ(town.ask("GET", "/ar/", 0).status, 200);

    town.limit_files(-1);
    auto const after = town.file(0, "during", waiting);
    EXPECT_EQ(after.status, 201) << after.body;
    EXPECT_EQ(town.upload(0, "during").status, 201);
    auto const own = town.ask("GET", "/api/v1/dossiers", 0).body;
    EXPECT_NE(own.find(number), std::string::npos);
    EXPECT_NE(own.find(member(after.body, "number")), std::string::npos);
    town.stop();
    EXPECT_EQ(town.run("verify"), 0);
}

}  // namespace
}  // namespace wasl::faults
