// SPDX-License-Identifier: Apache-2.0
#include "platform/http/kept.hpp"

namespace wasl::http {

std::shared_ptr<KeptPage const> KeptPages::find(std::string_view target, Versions const& versions,
                                                Date day) {
    std::scoped_lock const lock(mutex_);
    auto const found = by_target_.find(target);
    if (found == by_target_.end()) return nullptr;
    auto const& page = *found->second->page;
    if (page.versions != versions || page.day != day) {
        drop(found->second);
        return nullptr;
    }
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->page;
}

std::shared_ptr<KeptPage const> KeptPages::keep(std::string_view target, KeptPage made) {
    auto const size = target.size() + made.plain->size() + (made.gzip ? made.gzip->size() : 0);
    auto page = std::make_shared<KeptPage const>(std::move(made));
    if (page->plain->size() > page_max) return page;
    std::scoped_lock const lock(mutex_);
    if (auto const found = by_target_.find(target); found != by_target_.end()) drop(found->second);
    entries_.push_front({std::string(target), page, size});
    by_target_.emplace(entries_.front().target, entries_.begin());
    size_ += size;
    while (size_ > bytes_max) drop(std::prev(entries_.end()));
    return page;
}

void KeptPages::drop(Entries::iterator entry) {
    size_ -= entry->size;
    by_target_.erase(entry->target);
    entries_.erase(entry);
}

}  // namespace wasl::http
