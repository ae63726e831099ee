// SPDX-License-Identifier: Apache-2.0
#include "platform/search/postings.hpp"

#include <utility>

namespace wasl::search {

// One document in so many. A place of a column is half as large as one of a list, and added up some
// ten times as quickly.
static constexpr std::size_t many = 8;

void Postings::settle(std::size_t documents) {
    if (list_.size() * many < documents) return list_.shrink_to_fit();
    auto const list = std::exchange(list_, {});
    size_ = list.size();
    column_.assign(in_blocks(documents), 0);
    for (auto const& posting : list) column_[posting.document] = posting.impact;
}

}  // namespace wasl::search
