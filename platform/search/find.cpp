// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>

#include "kernel/text/fold.hpp"
#include "platform/search/reading.hpp"
#include "platform/search/tally.hpp"

namespace wasl::search {

namespace {

std::vector<Tally::Counted> count(Index::Inside const& in, Reading const& reading) {
    if (reading.slots.empty()) return {};
    Tally tally(in.ids.size());
    for (auto const& slot : reading.slots) tally.add(slot, in.terms);
    return tally.counted();
}

// The words of a document that say a slot's terms, each once, and the first field where one
// stands.
class Explanation {
public:
    Explanation(Index::Inside const& in, std::uint32_t document)
        : in_(in), written_(in.written[document]) {}

    // Without words where the document says none of the slot's.
    Reason of(Slot const& slot) {
        Reason reason{{}, How::heard, 0, {}};
        places_.clear();
        for (auto const& meant : slot.meant)
            if (take_words(meant.term, reason)) reason.how = std::min(reason.how, meant.how);
        if (places_.empty()) return reason;
        reason.asked = slot.asked;
        reason.words.reserve(places_.size());
        for (auto const place : places_) reason.words.emplace_back(in_.words[place]);
        return reason;
    }

private:
    bool take_words(std::uint32_t term, Reason& reason) {
        auto const first = std::lower_bound(written_.terms.begin(), written_.terms.end(), term);
        auto at = static_cast<std::size_t>(first - written_.terms.begin());
        auto const from = at;
        for (; at < written_.terms.size() && written_.terms[at] == term; ++at) {
            auto const& [place, field] = written_.words[at];
            if (places_.empty() || field < reason.field) reason.field = field;
            if (std::find(places_.begin(), places_.end(), place) == places_.end())
                places_.push_back(place);
        }
        return at != from;
    }

    Index::Inside const& in_;
    Written const& written_;
    std::vector<std::uint32_t> places_;  // of the words that say the slot at hand
};

std::vector<Reason> explained(Index::Inside const& in, std::uint32_t document,
                              Reading const& reading) {
    std::vector<Reason> out;
    out.reserve(reading.slots.size());
    Explanation explanation(in, document);
    for (auto const& slot : reading.slots)
        if (auto reason = explanation.of(slot); !reason.words.empty())
            out.push_back(std::move(reason));
    return out;
}

// Each word once, for marks.
std::vector<std::string> words_of(std::vector<Reason> const& reasons) {
    std::vector<std::string> out;
    for (auto const& reason : reasons)
        for (auto const word : reason.words)
            if (std::find(out.begin(), out.end(), word) == out.end()) out.emplace_back(word);
    return out;
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
                      counted.end(), Tally::better);
    for (auto i = from; i < until; ++i) {
        auto reasons = explained(in, counted[i].document, reading);
        out.hits.push_back({in.ids[counted[i].document], static_cast<double>(counted[i].score),
                            words_of(reasons), std::move(reasons)});
    }
    return out;
}

Index::Ranked Index::rank(std::string_view query) const {
    auto const& in = *inside_;
    auto reading = std::make_shared<Reading>(read(in, query));
    Ranked out;
    auto const counted = count(in, *reading);
    out.all.reserve(counted.size());
    for (auto const& one : counted) out.all.push_back({in.ids[one.document], one.score});
    out.repaired = std::move(reading->repaired);
    out.reading = std::move(reading);
    return out;
}

std::vector<Reason> Index::reasons(Ranked const& ranked, std::int64_t id) const {
    auto const& in = *inside_;
    auto const place = std::lower_bound(in.ids.begin(), in.ids.end(), id);
    if (place == in.ids.end() || *place != id) return {};
    auto const document = static_cast<std::uint32_t>(place - in.ids.begin());
    return explained(in, document, *ranked.reading);
}

// Of many words that begin so, these are compared with the words before.
static constexpr std::size_t looked_at = 48;

// In how many of the wanted documents the term stands; enough to order proposals by.
static std::size_t shared(Postings const& postings, std::vector<bool> const& wanted) {
    static constexpr std::size_t documents_max = 256;
    std::size_t out = 0;
    postings.each(documents_max, [&](std::uint32_t one) { out += wanted[one] ? 1U : 0U; });
    return out;
}

// The documents that have every word of a reading.
static std::vector<bool> documents_with(Index::Inside const& in, Reading const& reading) {
    std::vector<bool> wanted(in.ids.size(), true);
    for (auto const& slot : reading.slots) {
        std::vector<bool> here(in.ids.size(), false);
        for (auto const& meant : slot.meant)
            in.terms[meant.term].postings.each(wanted.size(),
                                               [&](std::uint32_t one) { here[one] = wanted[one]; });
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
