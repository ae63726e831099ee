// SPDX-License-Identifier: Apache-2.0
#include "app/backup.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

#include "app/archive.hpp"
#include "app/house.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::app {

namespace {

namespace fs = std::filesystem;

std::string bytes_of(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class Backup : public testing::Test {
protected:
    fs::path root = fs::path(testing::TempDir()) /
                    ("wasl_backup_" +
                     std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    Backup() {
        fs::remove_all(root);
        fs::create_directories(root / "data");
    }
    ~Backup() override { fs::remove_all(root); }

    Place place(std::string const& name) const {
        return {root / name, {.url = "sqlite:" + (root / name / "wasl.db").string()}};
    }
    static std::string pdf(int number) {
        return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /N " + std::to_string(number) +
               " >>\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
    }
    // One document on the disk, and the entry that names it.
    static void keep_one(db::Database& database, files::Store& store, int number) {
        auto const upload = store.incoming() / std::to_string(number);
        std::ofstream(upload) << pdf(number);
        auto const stored = store.keep(upload, "");
        ASSERT_FALSE(stored.refused());
        auto const kept = database.write([&](db::Writer& writer) -> Outcome {
            journal::append(writer, {0, "test.kept", stored.value().sha256, 0},
                            instant_from_micros(number));
            return Done{};
        });
        ASSERT_FALSE(kept.refused());
    }
};

TEST_F(Backup, comes_back_byte_for_byte_though_others_wrote_meanwhile) {
    auto const here = place("data"), there = place("restored");
    files::Store store(here.data / "files");
    auto const database = db::open(here.database);
    db::migrate(*database, House::schema(), Instant{});
    for (int n = 0; n < 50; ++n) keep_one(*database, store, n);

    std::atomic<bool> enough = false;
    std::thread writing([&] {
        for (int n = 50; !enough; ++n) keep_one(*database, store, n);
    });
    back_up(here, root / "backup.tar");
    enough = true;
    writing.join();

    EXPECT_GT(restore(there, root / "backup.tar"), 50);
    fs::create_directories(root / "unpacked");
    unpack(root / "backup.tar", root / "unpacked");
    EXPECT_EQ(bytes_of(there.data / "wasl.db"), bytes_of(root / "unpacked/wasl.db"));

    // Every row that came back names a document that came back as it was.
    files::Store const restored(there.data / "files");
    auto const again = db::open(there.database);
    static constexpr db::Sql subjects{"test.subjects",
                                      "select subject from journal_entries where chain = 0"};
    auto const kept = again->read([](db::Reader& reader) {
        EXPECT_TRUE(journal::verify(reader).faults.empty());
        return reader.select(subjects, [](db::Row const& row) { return row.str(0); });
    });
    EXPECT_GE(kept.size(), 50U);
    for (auto const& sha256 : kept) {
        EXPECT_TRUE(restored.holds(sha256));
        EXPECT_EQ(bytes_of(*restored.find(sha256)), bytes_of(*store.find(sha256)));
    }
}

TEST_F(Backup, does_not_restore_over_anything_nor_from_a_damaged_file) {
    auto const here = place("data");
    files::Store const store(here.data / "files");
    db::migrate(*db::open(here.database), House::schema(), Instant{});
    back_up(here, root / "backup.tar");
    EXPECT_THROW(restore(here, root / "backup.tar"), std::runtime_error);

    auto bytes = bytes_of(root / "backup.tar");
    bytes[1024] = static_cast<char>(bytes[1024] ^ 1);
    std::ofstream(root / "damaged.tar", std::ios::binary) << bytes;
    EXPECT_THROW(restore(place("one"), root / "damaged.tar"), std::runtime_error);
    std::ofstream(root / "short.tar", std::ios::binary) << bytes.substr(0, bytes.size() / 2);
    EXPECT_THROW(restore(place("two"), root / "short.tar"), std::runtime_error);
    EXPECT_THROW(restore(place("three"), root / "absent.tar"), std::runtime_error);
}

}  // namespace

}  // namespace wasl::app
