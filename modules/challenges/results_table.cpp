// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <charconv>

#include "kernel/csv.hpp"
#include "modules/challenges/challenges.hpp"
#include "modules/challenges/results.hpp"

namespace wasl::challenges {

namespace {

// Never "-0.00": what rounds to nothing has no sign.
std::string shown(double value, int digits) {
    std::array<char, 64> room{};
    auto const end = std::to_chars(room.data(), room.data() + room.size(), value,
                                   std::chars_format::fixed, digits)
                         .ptr;
    std::string text(room.data(), end);
    if (text.starts_with('-') && text.find_first_not_of("-0.") == std::string::npos)
        text.erase(0, 1);
    return text;
}
std::string shown(std::optional<double> const& value, int digits) {
    return value ? shown(*value, digits) : std::string();
}
std::string shown(std::optional<judging::Places> const& places) {
    if (!places) return {};
    return std::to_string(places->best) + "-" + std::to_string(places->worst);
}

std::string remarks(JuryRecord const& record, Results const& results) {
    std::string text = "# edition " + record.edition + ", ballots " +
                       std::string(name_of(record.ballots)) + ", method " +
                       std::string(name_of(results.method)) + ", seed " +
                       std::to_string(record.seed()) + "\n";
    text += "# complete " + std::to_string(results.complete) + ", incomplete " +
            std::to_string(results.incomplete) + ", judges " + std::to_string(record.judges) +
            ", recusals " + std::to_string(record.recusals) + "\n";
    if (results.method != Method::none)
        text += "# first before second " + shown(results.first_before_second, 4) +
                ", judges without whom another is first " +
                std::to_string(results.decisive.size()) + "\n";
    if (results.apart) {
        text += "# not one ranking: ballots do not connect these projects with the others:";
        for (int const project : results.apart->projects)
            text += " P" + std::to_string(project + 1);
        text += "\n";
    }
    return text;
}

std::string project_line(JuryRecord const& record, ProjectResult const& one) {
    bool const ranked = one.place > 0;
    auto const if_ranked = [&](std::string text) { return ranked ? std::move(text) : ""; };
    std::string line = if_ranked(std::to_string(one.place)) + ",";
    line += if_ranked(std::to_string(one.group)) + ",";
    line += "P" + std::to_string(one.project + 1) + ",";
    line += csv_cell(record.projects[static_cast<std::size_t>(one.project)]) + ",";
    line += std::to_string(one.ballots) + ",";
    line += if_ranked(shown(one.worth, 2)) + ",";
    line += if_ranked(one.interval ? shown(one.interval->low, 2) : "") + ",";
    line += if_ranked(one.interval ? shown(one.interval->high, 2) : "") + ",";
    line += if_ranked(shown(one.places)) + ",";
    line += if_ranked(shown(one.first, 3)) + ",";
    line += if_ranked(shown(one.top_3, 3)) + ",";
    line += if_ranked(shown(one.without_one)) + ",";
    line += shown(one.raw_mean, 2) + "," + shown(one.z_mean, 3) + "," + shown(one.median, 2) + "," +
            shown(one.bradley_terry, 3);
    for (auto const& median : one.criteria) line += "," + shown(median, 1);
    return line + "\n";
}

}  // namespace

std::string table_of(JuryRecord const& record, Results const& results) {
    auto table = remarks(record, results);
    table +=
        "place,group,project,title,ballots,worth,low,high,places,chance_first,chance_top_3,"
        "places_without_one_judge,raw_mean,z_mean,centred_median,bradley_terry";
    for (std::size_t n = 0; n < record.criteria.size(); ++n)
        table += ",median_" + std::to_string(n + 1);
    table += "\n";
    for (auto const& one : results.projects) table += project_line(record, one);
    return table;
}

std::variant<std::string, Unreadable> recomputed(std::string_view record) {
    auto const read = jury_record_of(record);
    if (auto const* const unreadable = std::get_if<Unreadable>(&read)) return *unreadable;
    auto const& found = std::get<JuryRecord>(read);
    return table_of(found, results_of(found));
}

}  // namespace wasl::challenges
