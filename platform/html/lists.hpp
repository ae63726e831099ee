// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/html.hpp"

namespace wasl::html {

// Label and value, row by row; a row may offer to change its answer.
class SummaryList {
public:
    explicit SummaryList(Html& h) : h_(h) { h_("<dl class=\"summary\">"_h); }
    ~SummaryList() { h_("</dl>"_h); }
    SummaryList(SummaryList const&) = delete;
    SummaryList& operator=(SummaryList const&) = delete;

    template<typename... Parts>
    void row(Words const& label, Parts const&... value) {
        h_("<div><dt>"_h, label, "</dt><dd>"_h, value..., "</dd></div>"_h);
    }
    template<typename Write>
    void row_with(Words const& label, Write const& write) {
        h_("<div><dt>"_h, label, "</dt><dd>"_h);
        write();
        h_("</dd></div>"_h);
    }
    template<typename... Parts>
    void row_to_change(Words const& label, Url const& change, Parts const&... value) {
        h_("<div><dt>"_h, label, "</dt><dd>"_h, value..., "</dd>"_h);
        change_link(label, change);
        h_("</div>"_h);
    }

private:
    void change_link(Words const& label, Url const& change);
    Html& h_;
};

enum class Column { text, number, actions };
struct Head {
    Words label;
    Column column = Column::text;
};

// On a narrow screen each row becomes a card whose cells carry their column's name.
class Table {
public:
    Table(Html&, Words const& caption, std::initializer_list<Head> heads);
    ~Table();
    Table(Table const&) = delete;
    Table& operator=(Table const&) = delete;

    void row();  // begins the next row; its first cell is the row's header
    template<typename... Parts>
    void cell(Parts const&... parts) {
        open_cell();
        h_(parts...);
        close_cell();
    }

    // A cell that holds components.
    template<typename Inside>
    void cell_with(Inside inside) {
        open_cell();
        inside();
        close_cell();
    }

private:
    void open_cell();
    void close_cell();
    Html& h_;
    std::vector<std::string> cells_;  // by column, what follows "<td": a label is said once
    std::size_t column_ = 0;
    bool in_row_ = false;
};

// What happened, newest or oldest first as the caller goes.
class Timeline {
public:
    explicit Timeline(Html& h) : h_(h) { h_("<ol class=\"timeline\">"_h); }
    ~Timeline() { h_("</ol>"_h); }
    Timeline(Timeline const&) = delete;
    Timeline& operator=(Timeline const&) = delete;

    template<typename... Parts>
    void event(Words const& when, Words const& what, Parts const&... more) {
        h_("<li><p class=\"when\">"_h, when, "</p><p class=\"what\">"_h, what, "</p>"_h, more...,
           "</li>"_h);
    }

private:
    Html& h_;
};

// What two sides write to one another, oldest first. Line breaks of the writer are kept.
struct Letter {
    Words from;
    Words when;
    std::string_view text;
    bool own = false;  // written by who is reading
};
class Thread {
public:
    explicit Thread(Html& h) : h_(h) { h_("<ol class=\"thread\">"_h); }
    ~Thread() { h_("</ol>"_h); }
    Thread(Thread const&) = delete;
    Thread& operator=(Thread const&) = delete;
    void letter(Letter const&);

private:
    Html& h_;
};

// A person's text of several lines, in whatever script.
void long_text(Html&, std::string_view text);

struct FileItem {
    Url url;
    std::string_view name;  // as the person called it
    std::int64_t bytes = 0;
    Words note{};
};
void file_list(Html&, std::vector<FileItem> const&);

struct Card {
    Url url;
    Words title;
    Words text{};
    Words meta{};
};
class Cards {
public:
    explicit Cards(Html& h) : h_(h) { h_("<ul class=\"cards\">"_h); }
    ~Cards() { h_("</ul>"_h); }
    Cards(Cards const&) = delete;
    Cards& operator=(Cards const&) = delete;
    void card(Card const&);

private:
    Html& h_;
};

}  // namespace wasl::html
