// SPDX-License-Identifier: Apache-2.0
#include "app/backup.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

#include "app/archive.hpp"
#include "app/house.hpp"
#include "platform/journal/journal.hpp"
#include "tests/support/db_for_tests.hpp"

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
    // A program of that name, found before the real one, which it calls: its words and the
    // password that it was given stand in root/NAME.
    void listen_to(std::string const& name) const {
        auto const script = root / "bin" / name;
        fs::create_directories(script.parent_path());
        std::ofstream(script) << "#!/bin/sh\nprintf '%s\\n' \"$@\" \"password=$PGPASSWORD\" > '"
                              << (root / name).string() << "'\nPATH=${PATH#*:} exec " << name
                              << " \"$@\"\n";
        fs::permissions(script, fs::perms::owner_all);
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

// What pg_dump took comes back row for row, with the contents that the rows name.
TEST_F(Backup, comes_back_equal_on_postgresql) {
    auto const engines = tests::engines();
    if (std::find(engines.begin(), engines.end(), db::Engine::postgresql) == engines.end())
        GTEST_SKIP() << "PostgreSQL was left out";
    tests::TestDatabase from(db::Engine::postgresql), to(db::Engine::postgresql);
    Place const here{root / "data", {.url = from.url()}};
    Place const there{root / "restored", {.url = to.url()}};
    files::Store store(here.data / "files");
    db::migrate(*from, House::schema(), Instant{});
    for (int n = 0; n < 20; ++n) keep_one(*from, store, n);
    back_up(here, root / "backup.tar");
    EXPECT_EQ(restore(there, root / "backup.tar"), 21) << "twenty contents and the dump";

    static constexpr db::Sql tables{"test.tables", R"(
        select cast(table_name as text) from information_schema.tables
        where table_schema = 'public' order by 1)"};
    auto const contents = [](db::Database& database) {
        return database.read([](db::Reader& reader) {
            std::vector<std::string> lines;
            auto const text = [](db::Row const& row) { return row.str(0); };
            for (auto const& table : reader.select(tables, text)) {
                auto const all = "select cast(t as text) from " + table + " t order by 1";
                lines.push_back(table);
                for (auto& line : reader.select({"test.rows", all}, text))
                    lines.push_back(std::move(line));
            }
            EXPECT_TRUE(journal::verify(reader).faults.empty());
            return lines;
        });
    };
    auto const kept = contents(*from);
    EXPECT_GT(kept.size(), 40U);
    EXPECT_EQ(contents(*to), kept);
    files::Store const restored(there.data / "files");
    int held = 0;
    from->view([&](db::Reader& reader) {
        static constexpr db::Sql subjects{"test.subjects", "select subject from journal_entries"};
        reader.each(subjects, [&](db::Row const& row) { held += restored.holds(row.text(0)); });
    });
    EXPECT_EQ(held, 20);
}

// Whoever may call `ps` on that machine is not told the password.
TEST_F(Backup, keeps_the_password_of_postgresql_off_command_lines) {
    auto const engines = tests::engines();
    if (std::find(engines.begin(), engines.end(), db::Engine::postgresql) == engines.end())
        GTEST_SKIP() << "PostgreSQL was left out";
    tests::TestDatabase from(db::Engine::postgresql), to(db::Engine::postgresql);
    auto const with_password = [](std::string const& url) {
        return url + (url.find('?') == std::string::npos ? "?" : "&") + "password=it%27s%20secret";
    };
    Place const here{root / "data", {.url = with_password(from.url())}};
    Place const there{root / "restored", {.url = with_password(to.url())}};
    files::Store const store(here.data / "files");
    db::migrate(*from, House::schema(), Instant{});
    listen_to("pg_dump");
    listen_to("pg_restore");
    std::string const path = std::getenv("PATH");
    setenv("PATH", ((root / "bin").string() + ":" + path).c_str(), 1);
    back_up(here, root / "backup.tar");
    restore(there, root / "backup.tar");
    setenv("PATH", path.c_str(), 1);
    for (auto const* const program : {"pg_dump", "pg_restore"}) {
        auto const heard = bytes_of(root / program);
        EXPECT_NE(heard.find("dbname='"), std::string::npos) << heard;
        EXPECT_EQ(heard.find("secret"), heard.rfind("secret")) << heard;
        EXPECT_TRUE(heard.ends_with("\npassword=it's secret\n")) << heard;
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
