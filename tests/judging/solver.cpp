// SPDX-License-Identifier: Apache-2.0
#include "tests/judging/solver.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>
#include <string>

namespace wasl::judging::tests {

namespace {

std::string pair_name(int project, int judge) {
    return "x" + std::to_string(project) + "_" + std::to_string(judge);
}

// What glpsol finds for a program in CPLEX's form; nothing where it is impossible.
std::optional<double> run(std::string const& program) {
    auto const folder = std::filesystem::temp_directory_path();
    auto const stem = folder / ("wasl-judging-" + std::to_string(getpid()));
    auto const in = stem.string() + ".lp", out = stem.string() + ".txt";
    std::ofstream(in) << program;
    auto const command = "glpsol --lp " + in + " --write " + out + " > /dev/null";
    EXPECT_EQ(std::system(command.c_str()), 0) << "glpsol (package glpk-utils)";  // NOLINT
    std::ifstream result(out);
    std::optional<double> found;
    for (std::string line; std::getline(result, line);) {
        // "s mip ROWS COLUMNS STATUS OBJECTIVE"; status o: optimal.
        std::istringstream words(line);
        std::string kind, problem, rows, columns, status;
        double objective = 0;
        if (words >> kind >> problem >> rows >> columns >> status >> objective && kind == "s" &&
            status == "o")
            found = objective;
    }
    std::filesystem::remove(in);
    std::filesystem::remove(out);
    return found;
}

class Program {
public:
    explicit Program(Call const& call) : call_(call) {}

    double counted = 0;  // what a judge could read, when loads were made even

    std::size_t place_of(int project, int judge) const {
        return static_cast<std::size_t>(project) * static_cast<std::size_t>(call_.judges) +
               static_cast<std::size_t>(judge);
    }
    bool may(int project, int judge, double threshold) const {
        auto const affinity = call_.affinity[place_of(project, judge)];
        return affinity != excluded && affinity >= threshold;
    }

    // `goal` over the pairs and the load H; loads at most H where it is asked for.
    std::string written(std::string const& goal, double threshold, int most, int least) const {
        std::ostringstream text;
        text << goal << "\nSubject To\n";
        for (int p = 0; p < call_.projects; ++p) {
            sum(text, threshold, [&](int project, int) { return project == p; });
            text << " = " << call_.each << "\n";
        }
        for (int j = 0; j < call_.judges; ++j) {
            auto const& load = call_.loads[static_cast<std::size_t>(j)];
            auto const own = [&](int, int judge) { return judge == j; };
            sum(text, threshold, own);
            text << " <= " << std::max(load.least, std::min(load.most, most)) << "\n";
            sum(text, threshold, own);
            text << " >= "
                 << std::max(load.least, std::min({least, most, load.most, amount(j, counted)}))
                 << "\n";
        }
        text << "Binary\n";
        for (int p = 0; p < call_.projects; ++p)
            for (int j = 0; j < call_.judges; ++j)
                if (may(p, j, threshold)) text << " " << pair_name(p, j) << "\n";
        text << " nothing\nEnd\n";
        return text.str();
    }

    bool possible(double threshold, int most, int least) const {
        return run(written("Minimize\n nothing", threshold, most, least)).has_value();
    }

    double best_sum(double threshold, int most, int least) const {
        std::ostringstream goal;
        goal << "Maximize\n 0 nothing";
        for (int p = 0; p < call_.projects; ++p)
            for (int j = 0; j < call_.judges; ++j)
                if (may(p, j, threshold))
                    goal << " + " << call_.affinity[place_of(p, j)] << " " << pair_name(p, j);
        return run(written(goal.str(), threshold, most, least)).value();
    }

private:
    int amount(int judge, double threshold) const {
        int count = 0;
        for (int p = 0; p < call_.projects; ++p) count += may(p, judge, threshold);
        return count;
    }

    void sum(std::ostream& text, double threshold,
             std::function<bool(int, int)> const& which) const {
        text << " 0 nothing";
        for (int p = 0; p < call_.projects; ++p)
            for (int j = 0; j < call_.judges; ++j)
                if (which(p, j) && may(p, j, threshold)) text << " + " << pair_name(p, j);
    }

    Call const& call_;
};

}  // namespace

std::optional<Solved> solved(Call const& call) {
    Program program(call);
    int most = call.projects, least = 0;
    if (!program.possible(0, most, least)) return std::nullopt;
    std::set<double> const steps(call.affinity.begin(), call.affinity.end());
    double threshold = 0;
    auto const raise = [&] {
        for (double const step : steps)
            if (step > threshold) {
                if (!program.possible(step, most, least)) break;
                threshold = step;
            }
    };
    if (call.first == Call::First::affinity) raise();
    program.counted = threshold;
    int floor = 0;  // nobody's most is below his own least
    for (auto const& load : call.loads) floor = std::max(floor, load.least);
    while (most > floor && program.possible(threshold, most - 1, least)) --most;
    while (least < most && program.possible(threshold, most, least + 1)) ++least;
    if (call.first == Call::First::balance) raise();
    return Solved{most, threshold, program.best_sum(threshold, most, least)};
}

}  // namespace wasl::judging::tests
