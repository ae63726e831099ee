// SPDX-License-Identifier: Apache-2.0
// Inside platform/pdf only: puts blocks below one another and turns the page.
#pragma once

#include "kernel/message.hpp"
#include "platform/pdf/pdf.hpp"
#include "platform/pdf/sheet.hpp"

namespace wasl::pdf {

class Composer {
public:
    Composer(Language, Paper::Heading const&);

    bool right_to_left() const { return right_to_left_; }
    // A column `from` points after the side where reading starts.
    double x_of(double from, double width) const {
        return right_to_left_ ? page_width - margin - from - width : margin + from;
    }
    std::shared_ptr<Text const> text(std::string_view, Style, double width) const;

    void need(double height);  // turns the page where less is left
    void skip(double height) { y_ += height; }
    double y() const { return y_; }
    void mark(Mark one) { pages_.back().push_back(std::move(one)); }
    void turn_page();
    // The next paper of the same file, on a page of its own; its pages are numbered from 1.
    void begin(Paper::Heading const&);

    // Line by line over pages, from `from` points after the start.
    void flow(std::shared_ptr<Text const> const&, double from, double width);
    // In one piece, at y, without moving on.
    void put(std::shared_ptr<Text const> const&, double from, double width, double y);

    std::string finish(std::string_view title);

private:
    void first_heading(Paper::Heading const&);
    double authority(Paper::Heading const&);
    double verification(Paper::Heading const&);
    void footer(Page&, std::size_t number, std::size_t of) const;
    void number_pages();  // of the paper that was begun last

    Language language_;
    bool right_to_left_;
    Paper::Heading heading_;
    std::vector<Page> pages_;
    std::size_t first_page_ = 0;  // of the paper that was begun last
    double y_ = margin;
};

}  // namespace wasl::pdf
