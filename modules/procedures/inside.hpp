// SPDX-License-Identifier: Apache-2.0
// What the desk holds; shared by its files desk.cpp and desk_catalogue.cpp.
#pragma once

#include <map>
#include <mutex>

#include "modules/procedures/missed.hpp"
#include "modules/procedures/procedures.hpp"
#include "modules/procedures/sheet_cache.hpp"

namespace wasl::procedures {

// "building-permit": what stands in addresses for ever.
Outcome fit_for_addresses(std::string_view code);

struct Desk::Inside {
    Inside(db::Database& with, directory::Desk const& of) : database(with), directory(of) {}

    // The picture is another one, the change is noted and told; all in the caller's transaction.
    void changed(db::Writer&, Sheet const&, ChangeKind, int version, Instant now) const;

    // What a step means for those who follow; most steps mean nothing to them.
    void stepped(db::Writer&, Draft const& before, Transition const&, Instant now) const;

    db::Database& database;
    directory::Desk const& directory;
    people::Desk const* people = nullptr;  // with notices: whom to tell
    notices::Outbox const* notices = nullptr;
    SheetCache cache;
    Missed missed;
    TellChange tell;  // empty: nobody follows
    // Of who reads a picture: the first one, which others wait for, or the next one.
    std::timed_mutex first;
    std::mutex next;
    std::mutex mutex;  // of what follows
    std::shared_ptr<Picture const> picture;
    Instant looked{};
    // Sheets as they are offered, of the picture named last; made where somebody asks.
    using Offered = std::pair<AdministrationId, std::string>;
    std::map<Offered, std::shared_ptr<Sheet const>> offered;
    std::shared_ptr<Picture const> offered_in;
};

void count_burdens(db::Writer&);

}  // namespace wasl::procedures
