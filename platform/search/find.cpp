// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "kernel/text/fold.hpp"
#include "platform/search/reading.hpp"

namespace wasl::search {

namespace {

// One query's tally over all documents.
class Tally {
public:
    explicit Tally(std::size_t documents) : score_(documents), slots_(documents) {}

    void add(Slot const& slot, std::vector<Term> const& terms) {
        if (slot.meant.size() == 1) {
            auto const& only = slot.meant.front();
            for (auto const& posting : terms[only.term].postings)
                count(posting.document, posting.impact * only.share);
            return;
        }
        // Several readings of one word: a document counts with its best.
        if (best_.empty()) best_.resize(score_.size());
        touched_.clear();
        for (auto const& meant : slot.meant)
            for (auto const& posting : terms[meant.term].postings) {
                auto& best = best_[posting.document];
                if (best == 0) touched_.push_back(posting.document);
                best = std::max(best, posting.impact * meant.share);
            }
        for (auto const document : touched_) {
            count(document, best_[document]);
            best_[document] = 0;
        }
    }

    struct Counted {
        std::uint32_t document;
        int slots;
        float score;
    };
    // Of `asked` words: those with all of them first. Where such exist, documents with less than
    // two thirds of the words are left out; where none does, those with less than half.
    std::vector<Counted> counted(int asked) const {
        int most = 0;
        for (auto const document : found_) most = std::max(most, int{slots_[document]});
        int const least = most == asked ? (2 * asked + 2) / 3 : (asked + 1) / 2;
        std::vector<Counted> out;
        out.reserve(found_.size());
        for (auto const document : found_)
            if (slots_[document] >= std::min(least, most))
                out.push_back({document, slots_[document], score_[document]});
        return out;
    }

private:
    void count(std::uint32_t document, float score) {
        if (slots_[document]++ == 0) found_.push_back(document);
        score_[document] += score;
    }

    std::vector<float> score_, best_;
    std::vector<std::uint8_t> slots_;
    std::vector<std::uint32_t> found_, touched_;
};

}  // namespace

static std::vector<std::string> words_in(Index::Inside const& in, std::uint32_t document,
                                         Reading const& reading) {
    std::set<std::uint32_t> words;
    auto const& written = in.written[document];
    for (auto const& slot : reading.slots)
        for (auto const& meant : slot.meant) {
            auto it = std::lower_bound(
                written.begin(), written.end(), meant.term,
                [](Written const& one, std::uint32_t term) { return one.term < term; });
            for (; it != written.end() && it->term == meant.term; ++it) words.insert(it->word);
        }
    std::vector<std::string> out;
    out.reserve(words.size());
    for (auto const word : words) out.push_back(in.words[word]);
    return out;
}

Found Index::find(std::string_view query, std::size_t limit, std::size_t offset) const {
    auto const& in = *inside_;
    auto reading = read(in, query);
    Found out;
    out.repaired = std::move(reading.repaired);
    if (reading.slots.empty()) return out;
    Tally tally(in.ids.size());
    for (auto const& slot : reading.slots) tally.add(slot, in.terms);
    auto counted = tally.counted(static_cast<int>(reading.slots.size()));
    out.total = counted.size();
    auto const from = std::min(offset, counted.size());
    auto const until = std::min(from + std::min(limit, counted.size()), counted.size());
    auto const place = [&](std::size_t i) {
        return counted.begin() + static_cast<std::ptrdiff_t>(i);
    };
    std::partial_sort(place(0), place(until), counted.end(),
                      [&](Tally::Counted const& a, Tally::Counted const& b) {
                          if (a.slots != b.slots) return a.slots > b.slots;
                          if (a.score != b.score) return a.score > b.score;
                          return in.ids[a.document] < in.ids[b.document];
                      });
    for (auto i = from; i < until; ++i) {
        auto const& one = counted[i];
        out.hits.push_back({in.ids[one.document], static_cast<double>(one.score),
                            words_in(in, one.document, reading)});
    }
    return out;
}

// In how many of the wanted documents the term stands.
static std::size_t shared(std::vector<Posting> const& postings, std::vector<bool> const& wanted) {
    return static_cast<std::size_t>(
        std::count_if(postings.begin(), postings.end(),
                      [&](Posting const& each) { return wanted[each.document]; }));
}

// The documents that have every word of a reading.
static std::vector<bool> documents_with(Index::Inside const& in, Reading const& reading) {
    std::vector<bool> wanted(in.ids.size(), true);
    for (auto const& slot : reading.slots) {
        std::vector<bool> here(in.ids.size(), false);
        for (auto const& meant : slot.meant)
            for (auto const& posting : in.terms[meant.term].postings)
                here[posting.document] = wanted[posting.document];
        wanted = std::move(here);
    }
    return wanted;
}

std::vector<std::string> Index::suggest(std::string_view beginning, std::size_t limit) const {
    auto const& in = *inside_;
    auto const space = beginning.find_last_of(" \t\n");
    auto const before =
        space == std::string_view::npos ? std::string_view{} : beginning.substr(0, space + 1);
    auto const prefix = lexis::folded(beginning.substr(before.size()));
    if (prefix.empty()) return {};
    auto const wanted = documents_with(in, read(in, before));
    auto const words = lexis::analyse(before);
    auto const last = words.empty() ? std::nullopt : in.term(words.back().term);
    struct Proposal {
        bool follows;
        std::size_t documents;
        Completion const* what;
    };
    std::vector<Proposal> found;
    // People type "بناء" and "البناء" alike: the article may come before what was typed.
    for (auto const& start : {prefix, "ال" + prefix}) {
        auto it = std::lower_bound(
            in.completions.begin(), in.completions.end(), start,
            [](Completion const& one, std::string const& word) { return one.word < word; });
        for (; it != in.completions.end() && it->word.starts_with(start); ++it)
            if (auto const documents = shared(in.terms[it->term].postings, wanted))
                found.push_back(
                    {last && in.follows.contains(pair_of(*last, it->term)), documents, &*it});
    }
    std::sort(found.begin(), found.end(), [](Proposal const& a, Proposal const& b) {
        return std::tuple(!a.follows, !a.what->in_title, b.documents, a.what->word) <
               std::tuple(!b.follows, !b.what->in_title, a.documents, b.what->word);
    });
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(limit, found.size()); ++i)
        out.push_back(std::string(before) + found[i].what->shown);
    return out;
}

}  // namespace wasl::search
