// SPDX-License-Identifier: Apache-2.0
#include "app/backup.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "app/archive.hpp"
#include "platform/db/programs.hpp"

namespace wasl::app {

namespace fs = std::filesystem;

namespace {

constexpr char const* sqlite_name = "wasl.db";
constexpr char const* dump_name = "database.dump";

bool on_sqlite(Place const& place) { return place.database.url.starts_with("sqlite:"); }

fs::path sqlite_file(Place const& place) { return place.database.url.substr(7); }

std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

// Ours, and the password, which does not go where `ps` shows it.
std::vector<std::string> environment_with(std::optional<std::string> const& password) {
    std::vector<std::string> all;
    for (auto** one = environ; *one != nullptr; ++one)
        if (!password || !std::string_view(*one).starts_with("PGPASSWORD=")) all.emplace_back(*one);
    if (password) all.push_back("PGPASSWORD=" + *password);
    return all;
}

// A program of the database's own, with its words as they are: no shell stands between.
void run(std::vector<std::string> words, Place const& place) {
    auto const to = db::for_programs(place.database);
    words.insert(words.end(), {"--dbname", to.address});
    auto environment = environment_with(to.password);
    auto const arguments = pointers_to(words);
    pid_t child = 0;
    if (::posix_spawnp(&child, arguments[0], nullptr, nullptr, arguments.data(),
                       pointers_to(environment).data()) != 0)
        throw std::runtime_error(words[0] + " is not installed");
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error(words[0] + " did not succeed");
}

// Gone when the scope ends.
struct Working {
    fs::path path;
    explicit Working(fs::path where) : path(std::move(where)) { fs::remove(path); }
    ~Working() {
        std::error_code ignored;
        fs::remove(path, ignored);
    }
};

void copy_database(Place const& place, fs::path const& to) {
    if (on_sqlite(place))
        db::open(place.database)->backup_to(to.string());
    else
        run({"pg_dump", "--format=custom", "--no-owner", "--file", to.string()}, place);
}

bool holds_nothing(fs::path const& folder) {
    return !fs::exists(folder) || fs::directory_iterator(folder) == fs::directory_iterator();
}

}  // namespace

int back_up(Place const& place, fs::path const& file) {
    ArchiveWriter archive(file);
    Working const copy(place.data / (".backup-" + std::to_string(::getpid())));
    copy_database(place, copy.path);
    archive.add(copy.path, on_sqlite(place) ? sqlite_name : dump_name);
    for (auto const* const name : {"secret.key", "wasl.toml"})
        if (fs::exists(place.data / name)) archive.add(place.data / name, name);
    int documents = 0;
    auto const store = place.data / "files";
    for (auto const& folder : fs::directory_iterator(store)) {
        if (folder.path().filename() == "incoming") continue;
        for (auto const& one : fs::directory_iterator(folder)) {
            archive.add(one.path(), one.path().lexically_relative(place.data).string());
            ++documents;
        }
    }
    archive.finish();
    return documents;
}

int restore(Place const& place, fs::path const& file) {
    if (!holds_nothing(place.data))
        throw std::runtime_error("the data folder is not empty: " + place.data.string());
    fs::create_directories(place.data);
    fs::permissions(place.data, fs::perms::owner_all);
    auto const count = unpack(file, place.data);
    bool const has_sqlite = fs::exists(place.data / sqlite_name);
    if (has_sqlite != on_sqlite(place))
        throw std::runtime_error("the backup is of the other kind of database; set database.url");
    if (!has_sqlite) {
        auto const dump = place.data / dump_name;
        run({"pg_restore", "--exit-on-error", "--no-owner", dump.string()}, place);
        fs::remove(dump);
    } else if (sqlite_file(place) != place.data / sqlite_name) {
        fs::rename(place.data / sqlite_name, sqlite_file(place));
    }
    return count;
}

}  // namespace wasl::app
