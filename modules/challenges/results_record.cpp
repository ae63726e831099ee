// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/results_record.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <unordered_set>

#include "judging/chance.hpp"
#include "kernel/text/parts.hpp"

namespace wasl::challenges {

namespace {

// Of a record that somebody hands in.
constexpr int people_max = 100'000;
constexpr std::size_t projects_max = 1'000'000;

std::string record_line(std::string_view kind, std::initializer_list<std::int64_t> numbers) {
    std::string line(kind);
    for (auto const number : numbers) line += " " + std::to_string(number);
    return line;
}

std::string title_line(std::string_view title) {
    std::string line = "project ";
    for (char const sign : title) line += static_cast<unsigned char>(sign) < ' ' ? ' ' : sign;
    return line;
}

std::string ranking_line(judging::Ranking const& ranking) {
    auto line = record_line("ranking", {ranking.judge + 1}) + " ";
    for (std::size_t n = 0; n < ranking.places.size(); ++n) {
        if (n > 0) line += '>';
        for (std::size_t m = 0; m < ranking.places[n].size(); ++m)
            line += (m > 0 ? "=" : "") + std::to_string(ranking.places[n][m] + 1);
    }
    return line;
}

std::string without_seed(JuryRecord const& record) {
    std::string text = "wasl-jury 1\nedition " + record.edition + "\nballots " +
                       std::string(name_of(record.ballots)) + "\n";
    text += record_line("recusals", {record.recusals}) + "\n";
    text += record_line("judges", {record.judges}) + "\n";
    for (auto const& one : record.criteria)
        text += record_line("criterion", {one.weight, one.lowest, one.highest}) +
                (one.needed == judging::Criterion::Needed::yes ? " needed" : " optional") +
                (one.counts == judging::Criterion::Counts::yes ? " counted\n" : " shown\n");
    for (auto const& title : record.projects) text += title_line(title) + "\n";
    for (auto const& ballot : record.scores) {
        text += record_line("ballot", {ballot.judge + 1, ballot.project + 1});
        for (auto const& mark : ballot.marks) text += " " + (mark ? std::to_string(*mark) : "-");
        text += "\n";
    }
    for (auto const& ranking : record.rankings) text += ranking_line(ranking) + "\n";
    for (auto const& pair : record.pairs) {
        static constexpr std::array<std::string_view, 3> words{" first\n", " second\n", " tie\n"};
        text += record_line("pair", {pair.judge + 1, pair.first + 1, pair.second + 1});
        text += words[static_cast<std::size_t>(pair.preferred)];
    }
    return text;
}

using Words = std::vector<std::string_view>;

template<typename Number>
bool read_number(std::string_view word, Number& number) {
    auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error == std::errc() && end == word.data() + word.size();
}

// A number from 1 to `most`, kept from 0.
bool read_place(std::string_view word, std::size_t most, int& place) {
    if (!read_number(word, place) || place < 1 || static_cast<std::size_t>(place) > most)
        return false;
    --place;
    return true;
}

bool read_criterion(Words const& words, JuryRecord& record) {
    using judging::Criterion;
    if (words.size() != 6) return false;
    Criterion one;
    if (!read_number(words[1], one.weight) || !read_number(words[2], one.lowest) ||
        !read_number(words[3], one.highest))
        return false;
    one.needed = words[4] == "needed" ? Criterion::Needed::yes : Criterion::Needed::no;
    one.counts = words[5] == "counted" ? Criterion::Counts::yes : Criterion::Counts::shown_only;
    record.criteria.push_back(one);
    return (words[4] == "needed" || words[4] == "optional") &&
           (words[5] == "counted" || words[5] == "shown");
}

// What a judge said already, a number each: whoever judges something twice would weigh twice. A
// project is a pair of itself, and a ranking is of all.
class SaidOnce {
public:
    bool score(ScoreBallot const& one) { return is_new(one.judge, one.project, one.project); }
    bool pair(PairBallot const& one) {
        auto const [first, second] = std::minmax(one.first, one.second);
        return is_new(one.judge, first, second);
    }
    bool ranking(judging::Ranking const& one) {
        return is_new(one.judge, static_cast<int>(projects_max), static_cast<int>(projects_max));
    }

private:
    static constexpr int project_bits = 20;
    static_assert(projects_max < 1U << project_bits);
    static_assert(people_max < 1U << (64 - 2 * project_bits));

    bool is_new(int judge, int first, int second) {
        auto const bits = [](int number) { return static_cast<std::uint64_t>(number); };
        return said_
            .insert((bits(judge) << project_bits | bits(first)) << project_bits | bits(second))
            .second;
    }

    std::unordered_set<std::uint64_t> said_;
};

bool read_score(Words const& words, JuryRecord& record, SaidOnce& said) {
    ScoreBallot ballot;
    if (words.size() != 3 + record.criteria.size() ||
        !read_place(words[1], static_cast<std::size_t>(record.judges), ballot.judge) ||
        !read_place(words[2], record.projects.size(), ballot.project))
        return false;
    for (auto const& word : std::span(words).subspan(3)) {
        int mark = 0;
        if (word != "-" && !read_number(word, mark)) return false;
        ballot.marks.push_back(word == "-" ? judging::Mark() : judging::Mark(mark));
    }
    record.scores.push_back(std::move(ballot));
    return said.score(record.scores.back());
}

bool read_ranking(Words const& words, JuryRecord& record, SaidOnce& said) {
    judging::Ranking ranking;
    if (words.size() != 3 ||
        !read_place(words[1], static_cast<std::size_t>(record.judges), ranking.judge))
        return false;
    std::vector<int> seen;
    for (auto const place : lexis::parts_of(words[2], '>')) {
        auto& tied = ranking.places.emplace_back();
        for (auto const word : lexis::parts_of(place, '=')) {
            if (!read_place(word, record.projects.size(), tied.emplace_back())) return false;
            if (std::find(seen.begin(), seen.end(), tied.back()) != seen.end()) return false;
            seen.push_back(tied.back());
        }
    }
    record.rankings.push_back(std::move(ranking));
    return said.ranking(record.rankings.back());
}

bool read_pair(Words const& words, JuryRecord& record, SaidOnce& said) {
    PairBallot pair;
    if (words.size() != 5 ||
        !read_place(words[1], static_cast<std::size_t>(record.judges), pair.judge) ||
        !read_place(words[2], record.projects.size(), pair.first) ||
        !read_place(words[3], record.projects.size(), pair.second) || pair.first == pair.second)
        return false;
    using enum PairBallot::Preferred;
    if (words[4] != "first" && words[4] != "second" && words[4] != "tie") return false;
    pair.preferred = words[4] == "first" ? first : words[4] == "second" ? second : tie;
    record.pairs.push_back(pair);
    return said.pair(pair);
}

bool read_line(std::string_view line, JuryRecord& record, SaidOnce& said) {
    auto const words = lexis::parts_of(line, ' ');
    auto const& kind = words[0];
    bool const one = words.size() == 2;
    if (kind == "project" && line.size() > 8) {
        record.projects.emplace_back(line.substr(8));
        return record.projects.size() <= projects_max;
    }
    if (kind == "edition" && one) {
        record.edition = words[1];
        return true;
    }
    if (kind == "ballots" && one) {
        auto const named = ballots_named(words[1]);
        record.ballots = named.value_or(Ballots::score);
        return named.has_value();
    }
    if (kind == "recusals" && one)
        return read_number(words[1], record.recusals) && record.recusals >= 0;
    if (kind == "judges" && one)
        return read_number(words[1], record.judges) && record.judges >= 0 &&
               record.judges <= people_max;
    if (kind == "criterion") return read_criterion(words, record);
    if (kind == "ballot") return read_score(words, record, said);
    if (kind == "ranking") return read_ranking(words, record, said);
    if (kind == "pair") return read_pair(words, record, said);
    return false;
}

}  // namespace

std::string_view name_of(Ballots ballots) {
    static constexpr std::array<std::string_view, 3> names{"score", "ranking", "pair"};
    return names[static_cast<std::size_t>(ballots)];
}

std::optional<Ballots> ballots_named(std::string_view name) {
    for (auto const one : {Ballots::score, Ballots::ranking, Ballots::pair})
        if (name_of(one) == name) return one;
    return std::nullopt;
}

std::uint64_t JuryRecord::seed() const { return judging::seed_of(without_seed(*this)); }

std::string JuryRecord::text() const {
    return without_seed(*this) + "seed " + std::to_string(seed()) + "\n";
}

std::variant<JuryRecord, Unreadable> jury_record_of(std::string_view text) {
    JuryRecord record;
    SaidOnce said;
    std::optional<std::uint64_t> seed;
    int number = 0;
    while (!text.empty()) {
        ++number;
        auto const end = text.find('\n');
        auto const line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.starts_with("seed ")) {
            std::uint64_t found = 0;
            if (!read_number(line.substr(5), found) || !text.empty()) return Unreadable{number};
            seed = found;
        } else if (number == 1 ? line != "wasl-jury 1" : !read_line(line, record, said)) {
            return Unreadable{number};
        }
    }
    if (number == 0 || !seed) return Unreadable{number + 1};
    if (*seed != record.seed()) return Unreadable{0};
    return record;
}

}  // namespace wasl::challenges
