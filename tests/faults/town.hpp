// SPDX-License-Identifier: Apache-2.0
// The real program on a fresh data folder, with people who hold tokens, and ways to hurt it.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/db_for_tests.hpp"

namespace wasl::faults {

struct Reply {
    int status = 0;  // 0: no answer came
    std::string body;
};

// A sheet's form filled in, and what must be enclosed.
struct Form {
    std::string values;  // JSON object
    std::vector<std::string> requirements;
    std::string administration;
};

class Town {
public:
    // Seeds the province and seats `people` of them.
    Town(db::Engine, int people);
    ~Town();
    Town(Town const&) = delete;
    Town& operator=(Town const&) = delete;

    void start();       // serves once it answers
    void kill() const;  // as a power cut does
    void stop();        // as an operator does
    void wait_for_the_end();
    void limit_files(std::int64_t bytes) const;  // below 0: no limit any more
    int run(std::string_view command) const;     // `wasl COMMAND`, its exit status
    pid_t process() const { return process_; }

    // Each caller counts as a client of its own.
    Reply ask(std::string_view method, std::string_view path, std::size_t person,
              std::string_view body = {}, std::string_view headers = {}) const;
    // Sends a content of its own and files with it; the key names both.
    Reply upload(std::size_t person, std::string_view key) const;
    Reply file(std::size_t person, std::string_view key, std::string_view reference) const;
    static std::string content(std::string_view key);

    std::vector<std::string> tokens;
    Form form;

private:
    void fill(int people);

    tests::TestDatabase database_;
    std::string data_;
    std::uint16_t port_ = 0;
    pid_t process_ = 0;
};

// The text of the first member of that name, wherever it stands.
std::string member(std::string_view json, std::string_view name);

}  // namespace wasl::faults
