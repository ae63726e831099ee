// SPDX-License-Identifier: Apache-2.0
#include "modules/bank/overlap.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

#include "kernel/text/fold.hpp"

namespace wasl::bank {

namespace {

using Set = std::set<std::string, std::less<>>;

// Names of data are people's words: spelling does not tell them apart.
Set folded_set(std::vector<std::string> const& all) {
    Set out;
    for (auto const& one : all)
        if (auto word = lexis::folded(one); !word.empty()) out.insert(std::move(word));
    return out;
}

std::vector<std::string> shared(std::vector<std::string> const& a,
                                std::vector<std::string> const& b) {
    auto const others = folded_set(b);
    std::vector<std::string> out;
    for (auto const& one : a)
        if (others.contains(lexis::folded(one))) out.push_back(one);
    return out;
}

double jaccard(std::vector<std::string> const& a, std::vector<std::string> const& b) {
    auto const x = folded_set(a), y = folded_set(b);
    std::vector<std::string> both;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
    auto const either = x.size() + y.size() - both.size();
    return either == 0 ? 0 : static_cast<double>(both.size()) / static_cast<double>(either);
}

double length(Trigrams const& all) {
    double sum = 0;
    for (auto const& [gram, count] : all) sum += static_cast<double>(count * count);
    return std::sqrt(sum);
}

}  // namespace

Trigrams trigrams_of(std::string_view text) {
    auto const plain = " " + lexis::folded(text.substr(0, overlap_bytes_max)) + " ";
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < plain.size();) {
        starts.push_back(at);
        lexis::next_code_point(plain, at);
    }
    starts.push_back(plain.size());
    Trigrams out;
    for (std::size_t n = 0; n + 3 < starts.size(); ++n)
        ++out[plain.substr(starts[n], starts[n + 3] - starts[n])];
    return out;
}

double cosine(Trigrams const& a, Trigrams const& b) {
    auto const size = length(a) * length(b);
    if (size == 0) return 0;
    double sum = 0;
    for (auto const& [gram, count] : a)
        if (auto const other = b.find(gram); other != b.end())
            sum += static_cast<double>(count * other->second);
    return sum / size;
}

Overlap overlap(Initiative const& a, Initiative const& b) {
    Overlap out;
    out.procedures = shared(a.procedures, b.procedures);
    out.data = shared(a.data, b.data);
    out.life_events = shared(a.life_events, b.life_events);
    double const score = 0.4 * jaccard(a.procedures, b.procedures) + 0.2 * jaccard(a.data, b.data) +
                         (out.life_events.empty() ? 0 : 0.2) +
                         0.2 * cosine(trigrams_of(a.text), trigrams_of(b.text));
    out.score = static_cast<int>(std::lround(score * 1000));
    return out;
}

}  // namespace wasl::bank
