// SPDX-License-Identifier: Apache-2.0
#include "platform/html/lists.hpp"

#include "platform/html/messages.hpp"

namespace wasl::html {

// Many links say "change"; a listener hears what each would change.
void SummaryList::change_link(Words const& label, Url const& change) {
    h_("<dd class=\"change\"><a href=\""_h, change, "\">"_h, msg::change,
       "<span class=\"unseen\"> "_h, label, "</span></a></dd>"_h);
}

// The rest of a cell's tag, written where all is written and taken off again.
static std::string opening(Html& h, Head const& head) {
    auto const before = h.text().size();
    h(when(head.column == Column::number, " class=\"number\""_h),
      when(head.column == Column::actions, " class=\"actions\""_h), " data-label=\""_h,
      in_attribute(head.label), "\">"_h);
    auto made = h.text().substr(before);
    h.text().resize(before);
    return made;
}

Table::Table(Html& h, Words const& caption, std::initializer_list<Head> heads) : h_(h) {
    h("<div class=\"scroll\"><table class=\"stacks\"><caption>"_h, caption,
      "</caption><thead><tr>"_h);
    for (auto const& head : heads) {
        h("<th scope=\"col\""_h, when(head.column == Column::number, " class=\"number\""_h), ">"_h,
          head.label, "</th>"_h);
        // The first cell names its row and stands as words, whatever it holds.
        cells_.push_back(opening(h, cells_.empty() ? Head{head.label} : head));
    }
    h("</tr></thead><tbody>"_h);
}

Table::~Table() { h_(when(in_row_, "</tr>"_h), "</tbody></table></div>"_h); }

void Table::row() {
    h_(when(in_row_, "</tr>"_h), "<tr>"_h);
    in_row_ = true;
    column_ = 0;
}

void Table::open_cell() {
    h_(column_ == 0 ? "<th scope=\"row\""_h : "<td"_h);
    h_.text() += cells_.at(column_);
}

void Table::close_cell() {
    h_(column_ == 0 ? "</th>"_h : "</td>"_h);
    ++column_;
}

void Thread::letter(Letter const& letter) {
    h_("<li"_h, when(letter.own, " class=\"own\""_h), "><p class=\"meta\"><b>"_h, letter.from,
       "</b> <span>"_h, letter.when, "</span></p>"_h);
    long_text(h_, letter.text);
    h_("</li>"_h);
}

void long_text(Html& h, std::string_view text) {
    h("<p class=\"said\" dir=\"auto\">"_h, text, "</p>"_h);
}

static Said size_in_words(std::int64_t bytes) {
    constexpr std::int64_t kilobyte = 1024;
    if (bytes < kilobyte * kilobyte)
        return say(msg::kilobytes, {number("size", (bytes + kilobyte - 1) / kilobyte)});
    return say(msg::megabytes,
               {number("size", (bytes + kilobyte * kilobyte / 2) / kilobyte / kilobyte)});
}

void file_list(Html& h, std::vector<FileItem> const& files) {
    h("<ul class=\"files\">"_h);
    for (auto const& file : files) {
        h("<li><a href=\""_h, file.url, "\">"_h, isolated(file.name),
          "</a> <span class=\"meta\">"_h, size_in_words(file.bytes), "</span>"_h);
        if (file.note) h("<p class=\"hint\">"_h, file.note, "</p>"_h);
        h("</li>"_h);
    }
    h("</ul>"_h);
}

void Cards::card(Card const& card) {
    h_("<li class=\"card\"><h2><a href=\""_h, card.url, "\">"_h, card.title, "</a></h2>"_h);
    if (card.text) h_("<p>"_h, card.text, "</p>"_h);
    if (card.meta) h_("<p class=\"meta\">"_h, card.meta, "</p>"_h);
    h_("</li>"_h);
}

}  // namespace wasl::html
