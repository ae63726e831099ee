// SPDX-License-Identifier: Apache-2.0
// A fresh database for every store test, on both engines:
//
//     class StoreTest : public tests::OnEngine {
//     protected:
//         StoreTest() : OnEngine({directory::schema, people::schema}) {}
//     };
//     INSTANTIATE_TEST_SUITE_P(OnBoth, StoreTest, tests::both_engines());
//     TEST_P(StoreTest, finds_what_was_kept) { database().write(...); }
//
// PostgreSQL: WASL_TEST_PG names a server on which databases may be made ("postgresql://...").
// Without it each test program starts a private server of its own; WASL_TEST_PG=none leaves
// PostgreSQL out, and nothing else does.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "platform/db/db.hpp"

namespace wasl::db {

inline void PrintTo(Engine engine, std::ostream* out) {
    *out << (engine == Engine::sqlite ? "sqlite" : "postgresql");
}

}  // namespace wasl::db

namespace wasl::tests {

// A clock that moves only when it is told to.
class TestClock {
public:
    explicit TestClock(Instant start = start_of_tests())
        : moment_(std::make_shared<Instant>(start)) {}

    Instant now() const { return *moment_; }
    void set(Instant moment) { *moment_ = moment; }
    void advance(std::chrono::microseconds by) { *moment_ += by; }
    // For whoever wants a clock::Now: it follows this clock.
    std::function<Instant()> source() const {
        return [moment = moment_] { return *moment; };
    }

    // Monday 4 May 2026, 09:30 in Rabat.
    static Instant start_of_tests() { return instant_from_micros(1'777'883'400'000'000); }

private:
    std::shared_ptr<Instant> moment_;
};

using Schemas = std::vector<std::span<db::SchemaStep const>>;

// Writes what every test of a fixture begins with, as at TestClock::start_of_tests().
using Ground = void (*)(db::Database&);

// A database made for one test and removed with it: a copy of one that a test program migrates, and
// lays the ground in, once.
class TestDatabase {
public:
    explicit TestDatabase(db::Engine engine, Schemas const& schemas = {}, Ground ground = nullptr);
    ~TestDatabase();
    TestDatabase(TestDatabase const&) = delete;
    TestDatabase& operator=(TestDatabase const&) = delete;

    db::Database& operator*() { return *database_; }
    db::Database* operator->() { return database_.get(); }
    std::string const& url() const { return url_; }
    // A folder of the test's own, for files beside the database.
    std::string const& folder() const { return folder_; }
    void close() { database_.reset(); }
    void reopen();

private:
    db::Engine engine_;
    std::string folder_;
    std::string name_;
    std::string url_;
    std::unique_ptr<db::Database> database_;
};

class OnEngine : public testing::TestWithParam<db::Engine> {
protected:
    explicit OnEngine(Schemas const& schemas = {}, Ground ground = nullptr);

    db::Database& database() { return *made_; }
    TestDatabase& made() { return made_; }
    template<typename Work>
    auto read(Work work) {
        return database().read(work);
    }
    template<typename Work>
    auto write(Work work) {
        return database().write(work);
    }

    TestClock clock;

private:
    TestDatabase made_;
};

std::vector<db::Engine> engines();
inline auto both_engines() { return testing::ValuesIn(engines()); }
inline std::string engine_name(testing::TestParamInfo<db::Engine> const& info) {
    return testing::PrintToString(info.param);
}

}  // namespace wasl::tests
