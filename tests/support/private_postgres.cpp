// SPDX-License-Identifier: Apache-2.0
#include "tests/support/private_postgres.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace wasl::tests {
namespace {

namespace fs = std::filesystem;

// PostgreSQL refuses to run as root; in a container the tests often do.
constexpr std::string_view keeper_script = R"sh(
cd "$WASL_PG_FOLDER" || exit 1
trap 'echo failed > answer' EXIT
bin=$(pg_config --bindir)
as=""
if [ "$(id -u)" = 0 ]; then
    chown postgres . && as="runuser -u postgres --"
fi
$as "$bin/initdb" -D data -U wasl -A trust -E UTF8 --locale=C.UTF-8 -N > initdb.log 2>&1 || exit 1
$as "$bin/pg_ctl" -D data -w -l "$PWD/data/server.log" -o "-c listen_addresses='' \
    -c unix_socket_directories='$PWD' -c fsync=off -c full_page_writes=off -c autovacuum=off \
    -c shared_buffers=32MB -c max_connections=200" start > start.log 2>&1 < /dev/null || exit 1
trap - EXIT
echo ready > answer
cat > /dev/null
$as "$bin/pg_ctl" -D data -m immediate stop > stop.log 2>&1
cd / && rm -rf "$WASL_PG_FOLDER"
)sh";

}  // namespace

PrivatePostgres::PrivatePostgres() {
    auto pattern = (fs::temp_directory_path() / "wasl-pg-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = pattern;
    auto const answer = folder_ + "/answer";
    if (mkfifo(answer.c_str(), 0600) != 0) throw std::runtime_error("no pipe in " + folder_);
    setenv("WASL_PG_FOLDER", folder_.c_str(), 1);
    keeper_ = popen(std::string(keeper_script).c_str(), "we");
    unsetenv("WASL_PG_FOLDER");  // the program refuses variables of its name that it does not know
    if (keeper_ == nullptr) throw std::runtime_error("no shell");
    std::string said;
    std::ifstream(answer) >> said;
    if (said != "ready")
        throw std::runtime_error("PostgreSQL did not start; its logs are in " + folder_);
}

PrivatePostgres::~PrivatePostgres() { pclose(keeper_); }

std::string PrivatePostgres::url(std::string const& database) const {
    return "postgresql:///" + database + "?user=wasl&host=" + folder_;
}

}  // namespace wasl::tests
