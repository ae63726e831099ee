// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <string>

namespace wasl::tests {

// A PostgreSQL server of this test program alone, reached by a socket in a temporary folder. It
// stops when the program ends, however it ends: the server's keeper reads from a pipe that closes
// with the program.
class PrivatePostgres {
public:
    PrivatePostgres();
    ~PrivatePostgres();
    PrivatePostgres(PrivatePostgres const&) = delete;
    PrivatePostgres& operator=(PrivatePostgres const&) = delete;

    // Of a database on it.
    std::string url(std::string const& database) const;

private:
    std::string folder_;
    FILE* keeper_ = nullptr;
};

}  // namespace wasl::tests
