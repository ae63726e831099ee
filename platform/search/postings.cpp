// SPDX-License-Identifier: Apache-2.0
#include "platform/search/postings.hpp"

namespace wasl::search {

// One document in so many. A place of a column is half as large as one of a list, and added up some
// ten times as quickly.
static constexpr std::size_t many = 8;

void Postings::settle(std::size_t documents) {
    if (list_.size() * many < documents) return list_.shrink_to_fit();
    size_ = list_.size();
    column_.assign(in_blocks(documents), 0);
    for (auto const& posting : list_) column_[posting.document] = posting.impact;
    list_ = {};
}

}  // namespace wasl::search
