// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>
#include <tuple>

#include "kernel/text/fold.hpp"
#include "platform/search/reading.hpp"

namespace wasl::search {

namespace {

// One query's tally over all documents.
class Tally {
public:
    explicit Tally(std::size_t documents) : score_(documents), cover_(documents) {}

    void add(Slot const& slot, std::vector<Term> const& terms) {
        whole_ += slot.weight;
        if (slot.meant.size() == 1) {
            auto const& only = slot.meant.front();
            for (auto const& posting : terms[only.term].postings)
                count(posting.document, posting.impact * only.share * slot.weight, slot.weight);
            return;
        }
        // Several readings of one word: a document counts with its best, and has of the word as
        // much as that reading is sure. No branch here depends on a document: which has the word
        // is what a processor guesses worst.
        best_score_.assign(score_.size(), 0);
        best_share_.assign(score_.size(), 0);
        float surest = 0;
        for (auto const& meant : slot.meant) {
            surest = std::max(surest, meant.share);
            for (auto const& posting : terms[meant.term].postings) {
                auto& score = best_score_[posting.document];
                auto& share = best_share_[posting.document];
                score = std::max(score, posting.impact * meant.share);
                share = std::max(share, meant.share);
            }
        }
        float const each = slot.weight / surest;
        for (std::size_t i = 0; i < score_.size(); ++i) score_[i] += best_score_[i] * slot.weight;
        for (std::size_t i = 0; i < cover_.size(); ++i) cover_[i] += best_share_[i] * each;
    }

    struct Counted {
        float score;
        std::uint32_t document;
    };
    // Documents count by how much of what was said they have; those with much less than the best
    // are left out.
    std::vector<Counted> counted() const {
        float most = 0;
        for (float const each : cover_) most = std::max(most, each);
        float const least = std::max(most * cover_least, std::numeric_limits<float>::min());
        std::vector<Counted> out(cover_.size());
        std::size_t left = 0;
        for (std::uint32_t i = 0; i < cover_.size(); ++i) {
            float const part = cover_[i] / whole_;
            out[left] = {score_[i] * part * part, i};
            left += cover_[i] >= least ? 1U : 0U;
        }
        out.resize(left);
        return out;
    }

private:
    static constexpr float cover_least = 0.55F;

    void count(std::uint32_t document, float score, float weight) {
        score_[document] += score;
        cover_[document] += weight;
    }

    float whole_ = 0;
    std::vector<float> score_, cover_, best_score_, best_share_;
};

// Best first; ties by id, which grows with the place.
bool better(Tally::Counted const& a, Tally::Counted const& b) {
    return a.score != b.score ? a.score > b.score : a.document < b.document;
}

std::vector<Tally::Counted> count(Index::Inside const& in, Reading const& reading) {
    if (reading.slots.empty()) return {};
    Tally tally(in.ids.size());
    for (auto const& slot : reading.slots) tally.add(slot, in.terms);
    return tally.counted();
}

// The words of a document that say a term, and the first field where one stands. False: none.
bool take_words(Index::Inside const& in, std::uint32_t document, Meant const& meant, Hit& hit,
                Reason& reason) {
    auto const& written = in.written[document];
    auto it =
        std::lower_bound(written.begin(), written.end(), meant.term,
                         [](Written const& one, std::uint32_t term) { return one.term < term; });
    bool const says = it != written.end() && it->term == meant.term;
    for (; it != written.end() && it->term == meant.term; ++it) {
        auto const& word = in.words[it->word];
        if (reason.words.empty() || it->field < reason.field) reason.field = it->field;
        if (std::find(reason.words.begin(), reason.words.end(), word) != reason.words.end())
            continue;
        reason.words.emplace_back(word);
        if (std::find(hit.words.begin(), hit.words.end(), word) == hit.words.end())
            hit.words.push_back(word);
    }
    return says;
}

Hit explained(Index::Inside const& in, Tally::Counted const& one, Reading const& reading) {
    Hit hit{in.ids[one.document], static_cast<double>(one.score), {}, {}};
    for (auto const& slot : reading.slots) {
        Reason reason{slot.asked, How::heard, 0, {}};
        for (auto const& meant : slot.meant)
            if (take_words(in, one.document, meant, hit, reason))
                reason.how = std::min(reason.how, meant.how);
        if (!reason.words.empty()) hit.reasons.push_back(std::move(reason));
    }
    return hit;
}

}  // namespace

Found Index::find(std::string_view query, std::size_t limit, std::size_t offset) const {
    auto const& in = *inside_;
    auto reading = read(in, query);
    auto counted = count(in, reading);
    Found out;
    out.repaired = std::move(reading.repaired);
    out.total = counted.size();
    auto const from = std::min(offset, counted.size());
    auto const until = std::min(from + std::min(limit, counted.size()), counted.size());
    std::partial_sort(counted.begin(), counted.begin() + static_cast<std::ptrdiff_t>(until),
                      counted.end(), better);
    for (auto i = from; i < until; ++i) out.hits.push_back(explained(in, counted[i], reading));
    return out;
}

Index::Ranked Index::rank(std::string_view query) const {
    auto const& in = *inside_;
    auto reading = std::make_shared<Reading>(read(in, query));
    Ranked out;
    for (auto const& one : count(in, *reading))
        out.all.push_back({in.ids[one.document], one.score});
    out.repaired = std::move(reading->repaired);
    out.reading = std::move(reading);
    return out;
}

std::vector<Reason> Index::reasons(Ranked const& ranked, std::int64_t id) const {
    auto const& in = *inside_;
    auto const place = std::lower_bound(in.ids.begin(), in.ids.end(), id);
    if (place == in.ids.end() || *place != id) return {};
    auto const document = static_cast<std::uint32_t>(place - in.ids.begin());
    return explained(in, {0, document}, *ranked.reading).reasons;
}

// Of many words that begin so, these are compared with the words before.
static constexpr std::size_t looked_at = 48;

// In how many of the wanted documents the term stands; enough to order proposals by.
static std::size_t shared(std::vector<Posting> const& postings, std::vector<bool> const& wanted) {
    static constexpr std::size_t postings_max = 256;
    auto const until = std::min(postings.size(), postings_max);
    return static_cast<std::size_t>(
        std::count_if(postings.begin(), postings.begin() + static_cast<std::ptrdiff_t>(until),
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
    auto const wanted = before.empty() ? std::vector<bool>{} : documents_with(in, read(in, before));
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
            found.push_back({last && in.follows.contains(pair_of(*last, it->term)),
                             in.terms[it->term].postings.size(), &*it});
    }
    auto const likelier = [](Proposal const& a, Proposal const& b) {
        return std::tuple(!a.follows, !a.what->in_title, b.documents, a.what->word) <
               std::tuple(!b.follows, !b.what->in_title, a.documents, b.what->word);
    };
    auto const until = std::min(found.size(), std::max(limit, looked_at));
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(until),
                      found.end(), likelier);
    found.resize(until);
    if (!before.empty()) {
        for (auto& each : found)
            each.documents = shared(in.terms[each.what->term].postings, wanted);
        std::erase_if(found, [](Proposal const& each) { return each.documents == 0; });
        std::sort(found.begin(), found.end(), likelier);
    }
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(limit, found.size()); ++i)
        out.push_back(std::string(before) + found[i].what->shown);
    return out;
}

}  // namespace wasl::search
