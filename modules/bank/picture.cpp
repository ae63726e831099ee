// SPDX-License-Identifier: Apache-2.0
#include "modules/bank/picture.hpp"

#include <algorithm>
#include <utility>

#include "modules/bank/lifecycle.hpp"

namespace wasl::bank {

// Indexed where somebody first asks for words, since most pages ask for none.
class Searching {
public:
    explicit Searching(std::vector<search::Document> documents)
        : documents_(std::move(documents)) {}
    search::Index const& index() const {
        std::call_once(once_, [&] { index_.emplace(std::exchange(documents_, {})); });
        return *index_;
    }

private:
    mutable std::once_flag once_;
    mutable std::vector<search::Document> documents_;
    mutable std::optional<search::Index> index_;
};

namespace {

std::string run_together(std::vector<std::string> const& words) {
    std::string out;
    for (auto const& one : words) out += one + " ";
    return out;
}

search::Document document_of(Line const& line) {
    auto const& content = line.content;
    return {line.id.value(),
            {{content.title, 4.0, 0},
             {content.problem, 1.5, 1},
             {content.solution, 1.5, 2},
             {content.serves, 1.0, 3},
             {run_together(content.touches.data) + line.source.challenge + " " + line.source.team +
                  " " + line.source.name,
              1.0, 4},
             {content.needs, 0.5, 5}}};
}

bool holds(std::vector<std::string> const& all, std::string const& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}
bool has_wanted(std::vector<std::string> const& all, std::string const& wanted) {
    return wanted.empty() || holds(all, wanted);
}

}  // namespace

int Line::running() const {
    int all = 0;
    for (std::size_t n = 0; n < phase_count; ++n)
        if (is_running(static_cast<Phase>(n))) all += adoptions[n];
    return all;
}

bool Narrow::any() const {
    return evidence || origin || !obstacle.empty() || !indicator.empty() || !procedure.empty() ||
           !life_event.empty() || adopted || measured || dormant;
}

bool Narrow::fits(Line const& line) const {
    auto const& touches = line.content.touches;
    if ((line.stage == Stage::dormant) != dormant) return false;
    if (evidence && line.content.evidence != *evidence) return false;
    if (origin && line.source.origin != *origin) return false;
    if (adopted && line.running() == 0) return false;
    if (measured && line.effects == decltype(line.effects){}) return false;
    return has_wanted(touches.obstacles, obstacle) && has_wanted(touches.indicators, indicator) &&
           has_wanted(touches.procedures, procedure) && has_wanted(touches.life_events, life_event);
}

Picture::Picture(Versions versions, std::vector<Line> lines, Picture const* former)
    : versions_(versions), lines_(std::move(lines)) {
    for (std::size_t n = 0; n < lines_.size(); ++n) {
        by_number_[lines_[n].number] = n;
        by_id_[lines_[n].id.value()] = n;
    }
    if (former != nullptr && former->versions_.texts == versions_.texts) {
        searching_ = former->searching_;
        return;
    }
    std::vector<search::Document> documents;
    documents.reserve(lines_.size());
    for (auto const& line : lines_) documents.push_back(document_of(line));
    searching_ = std::make_shared<Searching const>(std::move(documents));
}

Picture::~Picture() = default;

Line const* Picture::line(std::string_view number) const {
    auto const found = by_number_.find(number);
    return found == by_number_.end() ? nullptr : &lines_[found->second];
}

Line const* Picture::line(EntryId id) const {
    auto const found = by_id_.find(id.value());
    return found == by_id_.end() ? nullptr : &lines_[found->second];
}

Picture::Found Picture::find(std::string_view words, Narrow const& narrow, std::size_t limit,
                             std::size_t offset) const {
    Found found;
    auto const take = [&](Line const& line) {
        if (!narrow.fits(line)) return;
        if (found.total >= offset && found.lines.size() < limit) found.lines.push_back(&line);
        ++found.total;
    };
    if (words.empty()) {
        for (auto const& line : lines_) take(line);
        return found;
    }
    auto ranked = searching_->index().rank(words);
    std::sort(ranked.all.begin(), ranked.all.end(), [](auto const& a, auto const& b) {
        return std::pair(-a.score, a.id) < std::pair(-b.score, b.id);
    });
    for (auto const& one : ranked.all)
        if (auto const* const known = line(EntryId{one.id})) take(*known);
    found.repaired = std::move(ranked.repaired);
    return found;
}

// Every word of a long text is no condition: its sentences are asked one by one, and what several
// of them find comes first.
std::vector<Line const*> Picture::similar(std::string_view text, std::size_t limit,
                                          EntryId but) const {
    constexpr std::size_t words_max = 40;
    std::map<std::int64_t, double> scores;
    std::size_t asked = 0;
    for (auto const& token : lexis::analyse(text)) {
        if (++asked > words_max) break;
        for (auto const& hit : searching_->index().find(token.original, 20).hits)
            scores[hit.id] += hit.score;
    }
    std::vector<std::pair<double, Line const*>> best;
    for (auto const& [id, score] : scores)
        if (auto const* const known = line(EntryId{id}); known != nullptr && known->id != but)
            best.emplace_back(score, known);
    std::sort(best.begin(), best.end(), [](auto const& a, auto const& b) {
        return std::pair(-a.first, a.second->id) < std::pair(-b.first, b.second->id);
    });
    // What shares one common word with the best is not alike.
    constexpr double least = 0.35;
    std::vector<Line const*> found;
    for (auto const& [score, line] : best)
        if (found.size() < limit && score >= least * best.front().first) found.push_back(line);
    return found;
}

std::map<std::string, int, std::less<>> Picture::counts(Touch kind) const {
    std::map<std::string, int, std::less<>> out;
    for (auto const& line : lines_)
        if (line.stage == Stage::listed)
            for (auto const& code : line.content.touches.of(kind)) ++out[code];
    return out;
}

}  // namespace wasl::bank
