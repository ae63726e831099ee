// SPDX-License-Identifier: Apache-2.0
// Ranked search in memory (BM25 over kernel/text's analyser, typo repair, sounds), for collections
// of up to some 50,000 documents; the same lists whatever the database. An Index is immutable:
// changed content makes a new one, swapped in whole.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/text/analyse.hpp"

namespace wasl::search {

struct Field {
    std::string text;
    double weight = 1.0;    // a title counts more than a footnote
    std::uint8_t name = 0;  // the caller's own number for it; comes back in a Reason
};
struct Document {
    std::int64_t id;
    std::vector<Field> fields;
};

// How a word of the query was read, from the surest to the boldest.
enum class How : std::uint8_t { same, synonym, related, repaired, heard };

// Why a document was found: one word of the query, and where it stands. Its views live as long as
// the index.
struct Reason {
    std::string asked;  // the word as typed
    How how = How::same;
    std::uint8_t field = 0;  // the lowest that says it
    std::vector<std::string_view> words;
};
struct Hit {
    std::int64_t id;
    double score;
    std::vector<std::string> words;  // the document's own words that matched, as written, for marks
    std::vector<Reason> reasons;
};
struct Found {
    std::vector<Hit> hits;  // best first; ties by id
    std::size_t total = 0;
    std::vector<std::string> repaired;  // words of the query that were read as another one
};

struct Reading;

class Index {
public:
    explicit Index(std::vector<Document> const&,
                   lexis::Synonyms synonyms = lexis::Synonyms::built_in());
    ~Index();
    Index(Index&&) noexcept;
    Found find(std::string_view query, std::size_t limit, std::size_t offset = 0) const;
    // All that fit, by id and not by score, for filters and their counts; reasons() says why one
    // of them was found.
    struct Ranked {
        struct One {
            std::int64_t id;
            float score;
        };
        std::vector<One> all;
        std::vector<std::string> repaired;
        std::shared_ptr<Reading const> reading;
    };
    Ranked rank(std::string_view query) const;
    std::vector<Reason> reasons(Ranked const&, std::int64_t id) const;
    // Words that continue what was typed, each with the words before it; those of titles first.
    std::vector<std::string> suggest(std::string_view beginning, std::size_t limit) const;

    struct Inside;  // platform/search/inside.hpp, for this folder alone

private:
    std::unique_ptr<Inside> inside_;
};

}  // namespace wasl::search
