// SPDX-License-Identifier: Apache-2.0
// What editions are opened from (data/models.tsv), and the days that follow from the first one.
#include <algorithm>
#include <charconv>

#include "kernel/text/parts.hpp"
#include "modules/challenges/challenges.hpp"
#include "modules/challenges/data.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::challenges {

namespace {

int number_in_cell(std::string_view text) {
    int value = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    check(fault == std::errc{} && end == text.data() + text.size(), "models.tsv holds numbers");
    return value;
}

Model model_of(std::string_view line) {
    auto const cell = lexis::parts_of(line, '\t');
    constexpr std::size_t first_phase = 8;
    check(cell.size() == first_phase + phase_count + 1, "models.tsv has seventeen columns");
    Model model;
    model.code = cell[0];
    model.name.ar = cell[1];
    model.name.fr = cell[2];
    model.eligible = eligible_named(cell[3]).value();
    model.team_min = number_in_cell(cell[4]);
    model.team_max = number_in_cell(cell[5]);
    model.administrations_min = number_in_cell(cell[6]);
    model.is_anonymous = cell[7] == "1";
    for (std::size_t n = 0; n < phase_count; ++n) {
        auto const text = cell[first_phase + n];
        if (text == "-") continue;
        auto const plus = text.find('+');
        model.phases[n] = Model::Stretch{number_in_cell(text.substr(0, plus)),
                                         number_in_cell(text.substr(plus + 1))};
    }
    for (auto const one : lexis::parts_of(cell.back(), ';')) {
        auto const equals = one.find('=');
        model.targets.push_back(
            {trait_named(one.substr(0, equals)).value(), number_in_cell(one.substr(equals + 1))});
    }
    return model;
}

std::vector<Model> read_models() {
    std::vector<Model> found;
    for (auto const& file : data) {
        if (file.name != "models.tsv") continue;
        for (auto const line : lexis::parts_of(file.text, '\n'))
            if (!line.empty() && line.front() != '#') found.push_back(model_of(line));
    }
    return found;
}

}  // namespace

std::vector<Model> const& models() {
    static std::vector<Model> const all = read_models();
    return all;
}

// A phase ends with its last day: at midnight, as it is in Morocco that night.
Phases phases_from(Model const& model, Date first) {
    Phases phases;
    for (std::size_t n = 0; n < phase_count; ++n) {
        auto const& stretch = model.phases[n];
        if (!stretch) continue;
        auto const begins = first + Days{stretch->from};
        phases[n] = Span{clock::start_of_day_in_morocco(begins),
                         clock::start_of_day_in_morocco(begins + Days{stretch->days})};
    }
    return phases;
}

}  // namespace wasl::challenges
