// SPDX-License-Identifier: Apache-2.0
// Ranked search in memory (BM25 over kernel/text's analyser, typo repair), for collections of up
// to some 50,000 documents; the same lists whatever the database. An Index is immutable: changed
// content makes a new one, swapped in whole.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wasl::search {

struct Field {
    std::string text;
    double weight = 1.0;  // a title counts more than a footnote
};
struct Document {
    std::int64_t id;
    std::vector<Field> fields;
};

struct Hit {
    std::int64_t id;
    double score;
    std::vector<std::string> words;  // the document's own words that matched, as written, for marks
};
struct Found {
    std::vector<Hit> hits;  // best first; ties by id
    std::size_t total = 0;
    std::vector<std::string> repaired;  // words of the query that were read as another one
};

class Index {
public:
    explicit Index(std::vector<Document> const&);
    ~Index();
    Index(Index&&) noexcept;
    Found find(std::string_view query, std::size_t limit, std::size_t offset = 0) const;
    // Words that continue what was typed, each with the words before it; those of titles first.
    std::vector<std::string> suggest(std::string_view beginning, std::size_t limit) const;

    struct Inside;  // platform/search/inside.hpp, for this folder alone

private:
    std::unique_ptr<Inside> inside_;
};

}  // namespace wasl::search
