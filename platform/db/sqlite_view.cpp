// SPDX-License-Identifier: Apache-2.0
#include "platform/db/sqlite_view.hpp"

#include <algorithm>

namespace wasl::db {

static constexpr Sql begin_reading{"db.begin_reading", "begin"};
static constexpr Sql end_reading{"db.end_reading", "commit"};

std::unique_ptr<SqliteConnection> SqliteReaders::take() {
    return idle_.take([this] {
        return std::make_unique<SqliteConnection>(file_, SqliteConnection::Use::reading);
    });
}

// A thread is in one view at a time of each open database.
static thread_local std::vector<std::pair<SqliteReaders const*, SqliteView*>> open_views;

SqliteView* SqliteView::current(SqliteReaders const& readers) {
    for (auto const& [of, view] : open_views)
        if (of == &readers) return view;
    return nullptr;
}

SqliteView::SqliteView(SqliteReaders& readers) : readers_(readers) {
    open_views.emplace_back(&readers, this);
}

SqliteView::~SqliteView() {
    std::erase_if(open_views, [&](auto const& one) { return one.second == this; });
    if (!connection_) return;
    // The work threw, perhaps because of this very connection: the next reader gets another.
    try {
        connection_.reset();
        readers_.give(nullptr);
    } catch (...) {  // NOLINT(bugprone-empty-catch): there is nobody left to tell
    }
}

void SqliteView::run(Sql const& sql, std::span<Cell const> cells,
                     std::function<void(Row const&)> const& read) {
    check(!resting_, "a write reads with its writer, not with the view of who waits for it");
    if (!connection_) {
        connection_ = readers_.take();
        connection_->run(begin_reading);
    }
    connection_->run(sql, cells, &read);
}

void SqliteView::rest() {
    check(!connection_ || !connection_->in_the_middle(), "nobody writes between two rows");
    end();
    resting_ = true;
}

void SqliteView::end() {
    if (!connection_) return;
    connection_->run(end_reading);
    readers_.give(std::move(connection_));
}

}  // namespace wasl::db
