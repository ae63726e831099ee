// SPDX-License-Identifier: Apache-2.0
// What everybody sees of the bank.
#pragma once

#include "modules/bank/said.hpp"

namespace wasl::bank::views {

inline constexpr std::size_t page_size = 20;

// views_list.cpp
struct ListPage {
    Known const& known;
    http::Request const& asked;
    Picture::Found const& found;
    Narrow const& narrow;
    int page = 1;
};
void list(html::Html&, ListPage const&);
// The filters of an address, added to another one.
html::Url narrowed(html::Url, http::Request const&);
void cards(html::Html&, Known const&, std::span<Line const* const>);
void marks(html::Html&, Known const&, Line const&);

// views_needs.cpp: what each obstacle and each indicator would find.
void needs(html::Html&, Known const&);
struct ComparePage {
    Known const& known;
    http::Request const& asked;
    Line const* first = nullptr;
    Line const* second = nullptr;
    std::vector<Line const*> others;  // to choose from
};
void compare(html::Html&, ComparePage const&);

// views_entry.cpp
struct EntryPage {
    Known const& known;
    Whole const& whole;
    html::Frame const& frame;
    std::string_view csrf;
    http::Request const& request;
    html::Faults const& faults;
    std::vector<Entry> absorbed;  // merged into it
    std::vector<std::pair<Related, Entry>> related;
    std::optional<Entry> into;  // what it was, or is asked to be, merged into
    bool may_adopt = false;
};
void entry(html::Html&, EntryPage const&);
void wording(html::Html&, Known const&,
             Content const&);                   // all that an author writes, the title not
void acts(html::Html&, EntryPage const&);       // views_entry_acts.cpp
void adoptions(html::Html&, EntryPage const&);  // views_adoptions.cpp
void effects(html::Html&, Content const&, std::vector<Effect> const&);  // the same
void experiences(html::Html&, Content const&, std::vector<Experience> const&);
void history(html::Html&, Known const&, std::vector<StepLine> const&);
// The whole line of a project, drawn: challenge, team, entry, adoptions, effects.
void line(html::Html&, EntryPage const&);  // views_line.cpp

// views_wordings.cpp: what an entry said before
void rewordings(html::Html&, Known const&, Rewordings const&);
struct FormerPage {
    Known const& known;
    Former const& former;
    std::string_view csrf;
    http::Request const& request;
    html::Faults const& faults;
};
void former(html::Html&, FormerPage const&);

// views_writing.cpp
struct Typed {
    Content content;
    std::string cost, yearly_cost, effort_days, data;
    std::string owner, reason, once, procedure_words;
    bool name_shown = true;
    std::vector<RelationTyped> relations;
    std::int64_t version = 0;
};
struct WritePage {
    Known const& known;
    Typed const& typed;
    html::Faults const& faults;
    std::string_view csrf;
    html::Url action;
    std::vector<Line const*> similar;
    std::vector<Running> running;
    std::vector<std::string> procedures;  // codes to choose from
    std::vector<AdministrationId> owners;
    Pages const& pages;
    std::string_view number;  // of what is revised; empty: new
    bool begins = false;      // only title and problem are asked
    bool keeps = false;       // a reviewer revises what has no author
};
void write(html::Html&, WritePage const&);
void content_fields(html::Html&, WritePage const&);  // views_writing_fields.cpp

// views_widget.cpp
std::string widget_document(Language, html::Site const&, Known const&,
                            std::vector<Line const*> const&);
void embed(html::Html&, Known const&, std::string_view piece, std::vector<Line const*> const&,
           http::Request const&);

// views_mine.cpp
void mine(html::Html&, Known const&, std::vector<Entry> const& written,
          std::vector<Entry> const& followed);
void entry_lines(html::Html&, std::vector<Entry> const&);

}  // namespace wasl::bank::views
