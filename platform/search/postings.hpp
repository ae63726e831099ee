// SPDX-License-Identifier: Apache-2.0
// Where a term stands, and how much of it each document has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wasl::search {

struct Posting {
    std::uint32_t document;
    float impact;  // BM25's saturated frequency, weights of fields in it; without the term's weight
};

// Rows of numbers, one for each document, are as long as a multiple of this, so that they are
// worked through in whole blocks.
inline constexpr std::size_t block = 8;
inline std::size_t in_blocks(std::size_t documents) {
    return (documents + block - 1) / block * block;
}

// A term of few documents is a list of them. One of many is a column, with a place for every
// document: about as large, and added up without a look at which documents they are.
class Postings {
public:
    void add(std::uint32_t document, float impact) { list_.push_back({document, impact}); }
    // Documents of the whole index: all were added.
    void settle(std::size_t documents);

    std::size_t size() const { return size_ != 0 ? size_ : list_.size(); }
    // Empty where the term is a list; 0 for a document without it.
    std::vector<float> const& column() const { return column_; }
    std::vector<Posting> const& list() const { return list_; }  // empty where it is a column
    std::vector<Posting>& list() { return list_; }

    // The first documents, ascending.
    template<typename Use>
    void each(std::size_t most, Use const& use) const {
        for (std::size_t i = 0; i < list_.size() && i < most; ++i) use(list_[i].document);
        for (std::uint32_t i = 0; i < column_.size() && most != 0; ++i)
            if (column_[i] > 0) {
                use(i);
                --most;
            }
    }

private:
    std::vector<Posting> list_;
    std::vector<float> column_;
    std::size_t size_ = 0;  // of a column
};

}  // namespace wasl::search
