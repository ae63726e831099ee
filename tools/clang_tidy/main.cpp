// SPDX-License-Identifier: Apache-2.0
// clang-tidy over the whole tree, as a test. `look PLUGIN BUILD [FILE...]` runs it over every unit
// of a build (or over those named), as many at once as there are cores, and remembers which ones
// were clean: the next run, in this clone or in another one on the machine, looks only at what
// reads differently since.
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <mutex>
#include <set>
#include <thread>

#include "tools/clang_tidy/units.hpp"

namespace wasl::clang_tidy {

namespace {

namespace fs = std::filesystem;

fs::path memory() {
    if (char const* const given = std::getenv("WASL_CLANG_TIDY_CACHE")) return given;
    if (char const* const cache = std::getenv("XDG_CACHE_HOME"))
        return fs::path(cache) / "wasl-clang-tidy";
    char const* const home = std::getenv("HOME");
    return fs::path(home != nullptr ? home : "/tmp") / ".cache/wasl-clang-tidy";
}

// Everything that decides what is found, other than the code.
std::string common(fs::path const& root) {
    auto text = said_by("clang-tidy-19 --version");
    for (auto const* const name :
         {".clang-tidy", "cmake/pch.hpp", "cmake/pch_tests.hpp", "tools/clang_tidy/scope.cpp"})
        text += read_text(root / name);
    return sum(text);
}

struct Look {
    Unit unit;
    std::string sum;
};

class Looking {
public:
    Looking(std::string command, std::vector<Look> looks)
        : command_(std::move(command)), looks_(std::move(looks)) {}

    std::size_t faults() {
        std::vector<std::thread> threads;
        for (unsigned n = 0; n < std::max(1U, std::thread::hardware_concurrency()); ++n)
            threads.emplace_back([this] { look(); });
        for (auto& one : threads) one.join();
        return faults_;
    }

private:
    void look() {
        for (auto n = next_++; n < looks_.size(); n = next_++) {
            auto const& [unit, sum] = looks_[n];
            // The count of what was left out goes to standard error, and is no news.
            auto const said = said_by(command_ + " '" + unit.file + "' 2>/dev/null; echo exit $?");
            if (said.ends_with("exit 0\n")) {
                if (!sum.empty()) std::ofstream(memory() / sum) << unit.file << '\n';
                continue;
            }
            std::lock_guard const one_at_a_time(writing_);
            ++faults_;
            std::cerr << unit.file << " is not clean:\n" << said;
        }
    }

    std::string command_;
    std::vector<Look> looks_;
    std::atomic<std::size_t> next_ = 0;
    std::mutex writing_;
    std::size_t faults_ = 0;
};

int look(fs::path const& plugin, fs::path const& build, std::set<std::string> const& wanted) {
    auto const root = fs::current_path();
    auto const all = units(root, build);
    Sums sums(build, common(root));
    fs::create_directories(memory());
    std::vector<Look> looks;
    std::size_t asked = 0;
    for (auto const& unit : all) {
        if (!wanted.empty() &&
            std::none_of(unit.sources.begin(), unit.sources.end(),
                         [&](std::string const& one) { return wanted.contains(one); }))
            continue;
        ++asked;
        auto sum = sums.of(unit);
        if (sum.empty() || !fs::exists(memory() / sum)) looks.push_back({unit, std::move(sum)});
    }
    auto const looked_at = looks.size();
    auto const faults = Looking("clang-tidy-19 --quiet --load='" + plugin.string() +
                                    "' --checks=wasl-scope -p '" + build.string() + "'",
                                std::move(looks))
                            .faults();
    std::cerr << asked << " files, " << looked_at << " looked at, " << faults << " not clean\n";
    return asked > 0 && faults == 0 ? 0 : 1;
}

}  // namespace

}  // namespace wasl::clang_tidy

int main(int count, char** words) {
    if (count < 3) {
        std::cerr << "look PLUGIN BUILD [FILE...]\n";
        return 2;
    }
    return wasl::clang_tidy::look(std::filesystem::absolute(words[1]),
                                  std::filesystem::absolute(words[2]).lexically_normal(),
                                  {words + 3, words + count});
}
