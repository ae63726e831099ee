// SPDX-License-Identifier: Apache-2.0
// What an auditor sees of an administration's journal.
#pragma once

#include <span>

#include "app/pages.hpp"
#include "platform/html/components.hpp"
#include "platform/journal/reading.hpp"

namespace wasl::app {

// Every kind of entry that the house writes, in the order of a menu.
std::span<std::string_view const> journal_kinds();
// Its name; null where it is none of those.
Message const* journal_kind_name(std::string_view kind);

struct JournalLine {
    journal::Entry entry;
    std::string actor;  // a name; empty: the program, or whoever has left
    bool holds = true;  // its hash follows from the entry before it, and the next one from it
};
struct JournalPlace {
    std::int64_t chain = 0;
    directory::Administration const* one = nullptr;  // null: the platform
};
struct JournalView {
    std::vector<JournalPlace> places;  // where the visitor audits
    JournalPlace place;
    journal::Narrow narrow;
    std::string from, until;                                   // as typed
    std::vector<std::pair<std::int64_t, std::string>> people;  // who may act there
    std::vector<JournalLine> lines;
    bool more = false;
    html::Faults faults;
};
void show_journal(html::Html&, JournalView const&);
void show_journal_verdict(html::Html&, JournalPlace const&, journal::Verdict const&);

}  // namespace wasl::app
