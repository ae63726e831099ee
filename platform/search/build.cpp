// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "kernel/text/arabizi.hpp"
#include "kernel/text/french_sound.hpp"
#include "kernel/text/roots.hpp"
#include "platform/search/inside.hpp"

namespace wasl::search {

// Okapi BM25. Titles are short and of like length, hence the mild b.
static constexpr double k1 = 1.2;
static constexpr double b = 0.4;
// Fields of at least this part of the heaviest are titles.
static constexpr double title_from = 0.75;

namespace {

class Builder {
public:
    explicit Builder(Index::Inside& inside) : in_(inside) {}

    void add(Document const& document, double title_weight) {
        place_ = static_cast<std::uint32_t>(in_.ids.size());
        in_.ids.push_back(document.id);
        // A long list of documents to bring does not make a sheet less about its title.
        double length = 0;
        for (auto const& field : document.fields) {
            bool const title = field.weight >= title_weight * title_from;
            auto const words = take(field, title);
            if (title) length += words;
        }
        lengths_.push_back(length);
        for (auto const id : weighed_)
            in_.terms[id].postings.add(place_,
                                       static_cast<float>(std::exchange(weight_of_[id], 0)));
        weighed_.clear();
        keep_written();
    }

    void finish() {
        weigh_terms();
        for (std::uint32_t i = 0; i < in_.terms.size(); ++i) {
            auto const& term = in_.terms[i];
            if (term.text.starts_with("§")) continue;
            in_.repair.add(i, term.text);
            if (term.arabic)
                for (auto const& root : lexis::roots(term.text)) in_.by_root[root].push_back(i);
        }
        in_.repair.ready();
        std::sort(in_.completions.begin(), in_.completions.end(),
                  [](Completion const& a, Completion const& b) { return a.word < b.word; });
        sound_synonyms();
    }

private:
    // Each word of a term once, with the first field where it stands.
    void keep_written() {
        std::sort(stands_.begin(), stands_.end());
        auto const same = [](Stands const& x, Stands const& y) {
            return std::get<0>(x) == std::get<0>(y) && std::get<1>(x) == std::get<1>(y);
        };
        auto const end = std::unique(stands_.begin(), stands_.end(), same);
        auto const count = static_cast<std::size_t>(end - stands_.begin());
        auto& written = in_.written.emplace_back();
        written.terms.reserve(count);
        written.words.reserve(count);
        for (auto one = stands_.begin(); one != end; ++one) {
            auto const& [term, word, field] = *one;
            written.terms.push_back(term);
            written.words.push_back({word & Written::words_most, field});
        }
        stands_.clear();
    }

    std::uint32_t term(std::string_view text) {
        auto const [found, fresh] = in_.terms_by_text.try_emplace(
            std::string(text), static_cast<std::uint32_t>(in_.terms.size()));
        if (fresh) in_.terms.push_back({std::string(text), {}, {}, 0, false, false});
        return found->second;
    }
    std::uint32_t word(std::string_view text) {
        auto const [found, fresh] =
            words_.try_emplace(std::string(text), static_cast<std::uint32_t>(in_.words.size()));
        if (fresh) in_.words.emplace_back(text);
        return found->second;
    }

    // A text as it is indexed. Papers and laws are named by many sheets in the same words, and are
    // analysed once.
    struct Word {
        std::uint32_t term, written, completion;
        std::optional<std::uint32_t> also;  // without what may be a clitic
        std::string_view original;
        bool arabic;
    };
    struct Concept {
        std::uint32_t term;
        std::size_t first, count;  // words that say it
    };
    struct Read {
        std::vector<Word> words;
        std::vector<Concept> concepts;
    };

    Read const& read(std::string_view text) {
        auto const [found, fresh] = read_.try_emplace(text);
        if (!fresh) return found->second;
        auto& out = found->second;
        auto const tokens = lexis::analyse(text);
        for (auto const& token : tokens) {
            auto const id = term(token.term);
            std::optional<std::uint32_t> also;
            if (!token.also.empty()) also = term(token.also);
            out.words.push_back({id, word(token.original), completion(token, id), also,
                                 token.original, token.arabic});
        }
        for (auto const& match : in_.synonyms.matches(tokens))
            out.concepts.push_back({term(match.concept_term), match.first, match.count});
        return out;
    }

    std::uint32_t completion(lexis::Token const& token, std::uint32_t id) {
        auto const [found, fresh] = completions_.try_emplace(
            token.word, static_cast<std::uint32_t>(in_.completions.size()));
        if (fresh) {
            in_.completions.push_back({token.word, std::string(token.original), id, 0, false});
            sound(token.word, id, token.original, token.arabic);
        }
        return found->second;
    }

    void hit(std::uint32_t id, Word const& word, double weight, std::uint8_t field, bool title) {
        auto& one = in_.terms[id];
        if (one.shown.empty() || (title && !one.in_title)) one.shown = word.original;
        one.in_title = one.in_title || title;
        one.arabic = word.arabic;
        weigh(id, weight);
        stands_.emplace_back(id, word.written, field);
    }

    void weigh(std::uint32_t id, double weight) {
        if (id >= weight_of_.size()) weight_of_.resize(in_.terms.size());
        if (weight_of_[id] == 0) weighed_.push_back(id);
        weight_of_[id] += weight;
    }

    double take(Field const& field, bool title) {
        auto const& text = read(field.text);
        for (std::size_t n = 0; n < text.words.size(); ++n) {
            auto const& word = text.words[n];
            hit(word.term, word, field.weight, field.name, title);
            if (n > 0) ++in_.follows[pair_of(text.words[n - 1].term, word.term)];
            if (word.also) hit(*word.also, word, field.weight * clitic_share, field.name, title);
            auto& completion = in_.completions[word.completion];
            ++completion.count;
            completion.in_title = completion.in_title || title;
        }
        for (auto const& one : text.concepts) {
            weigh(one.term, field.weight);
            for (std::size_t n = one.first; n < one.first + one.count; ++n)
                stands_.emplace_back(one.term, text.words[n].written, field.name);
        }
        return static_cast<double>(text.words.size());
    }

    void sound(std::string const& folded, std::uint32_t id, std::string_view shown, bool arabic) {
        auto const heard = arabic ? lexis::sound(folded) : lexis::french_sound(folded);
        for (auto const& skeleton :
             arabic ? lexis::skeletons(folded) : lexis::french_skeletons(folded))
            in_.by_skeleton[skeleton].push_back({id, heard, std::string(shown)});
    }

    // Synonyms are heard too, where the documents speak of their concept. Those in Latin letters
    // may be French or Darija.
    void sound_synonyms() {
        for (auto const& [folded, concept_term] : in_.synonyms.words())
            if (auto const id = in_.term(concept_term)) {
                sound(folded, *id, folded, true);
                if (folded.front() >= 'a' && folded.front() <= 'z')
                    sound(folded, *id, folded, false);
            }
    }

    void weigh_terms() {
        double total = 0;
        for (double const length : lengths_) total += length;
        double const mean = lengths_.empty() ? 1 : total / static_cast<double>(lengths_.size());
        auto const n = static_cast<double>(lengths_.size());
        for (auto& one : in_.terms) {
            auto const df = static_cast<double>(one.postings.size());
            double const idf = std::log(1 + (n - df + 0.5) / (df + 0.5));
            one.weight = static_cast<float>(idf);
            for (auto& posting : one.postings.list()) {
                double const tf = posting.impact;
                double const norm = 1 - b + b * lengths_[posting.document] / std::max(mean, 1e-9);
                posting.impact = static_cast<float>(tf * (k1 + 1) / (tf + k1 * norm));
            }
            one.postings.settle(lengths_.size());
        }
    }

    Index::Inside& in_;
    std::uint32_t place_ = 0;
    std::vector<std::uint32_t> weighed_;  // terms of the document at hand
    std::vector<double> weight_of_;       // by term; 0 for those of other documents
    std::vector<double> lengths_;
    using Stands = std::tuple<std::uint32_t, std::uint32_t, std::uint8_t>;  // term, word, field
    std::vector<Stands> stands_;  // in the document at hand
    ByText<std::uint32_t> words_, completions_;
    std::unordered_map<std::string_view, Read> read_;  // of the documents' own texts
};

}  // namespace

Index::Index(std::vector<Document> const& documents, lexis::Synonyms synonyms)
    : inside_(std::make_unique<Inside>(std::move(synonyms))) {
    double title_weight = 0;
    for (auto const& document : documents)
        for (auto const& field : document.fields)
            title_weight = std::max(title_weight, field.weight);
    // Places follow the ids, so that the order in which documents came changes nothing.
    std::vector<Document const*> by_id;
    by_id.reserve(documents.size());
    for (auto const& document : documents) by_id.push_back(&document);
    std::sort(by_id.begin(), by_id.end(),
              [](Document const* one, Document const* other) { return one->id < other->id; });
    Builder builder(*inside_);
    for (auto const* const document : by_id) builder.add(*document, title_weight);
    builder.finish();
}

Index::~Index() = default;
Index::Index(Index&&) noexcept = default;

}  // namespace wasl::search
