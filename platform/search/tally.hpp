// SPDX-License-Identifier: Apache-2.0
// How much of a query each document has.
#pragma once

#include <vector>

#include "platform/search/reading.hpp"

namespace wasl::search {

class Tally {
public:
    explicit Tally(std::size_t documents);

    void add(Slot const&, std::vector<Term> const&);

    struct Counted {
        float score;
        std::uint32_t document;
    };
    // Best first; ties by id, which grows with the place.
    static bool better(Counted const& a, Counted const& b) {
        return a.score != b.score ? a.score > b.score : a.document < b.document;
    }

    // Documents count by how much of what was said they have; those with much less than the best
    // are left out, unless hardly any is left then. By document, ascending.
    std::vector<Counted> counted() const;

private:
    std::vector<Counted> covered(float least) const;
    void add_only(Meant const&, Postings const&, float weight);
    void add_best(Meant const&, Postings const&);

    std::size_t documents_;
    float whole_ = 0;
    // Rows of in_blocks(documents_) numbers.
    std::vector<float> score_, cover_, best_score_, best_share_;
};

}  // namespace wasl::search
