// SPDX-License-Identifier: Apache-2.0
#include "platform/pdf/composer.hpp"

#include <algorithm>

#include "kernel/result.hpp"
#include "platform/i18n/i18n.hpp"
#include "platform/pdf/collected.hpp"
#include "platform/pdf/messages.hpp"

namespace wasl::pdf {

namespace {

constexpr double foot = page_height - margin - 18;  // where the text must end
constexpr double qr_side = 76;

}  // namespace

Composer::Composer(Language language, Paper::Heading const& heading)
    : language_(language),
      right_to_left_(i18n::direction(language) == "rtl"),
      heading_(heading),
      pages_(1) {
    first_heading(heading);
}

std::shared_ptr<Text const> Composer::text(std::string_view words, Style style,
                                           double width) const {
    return std::make_shared<Text const>(words, style, right_to_left_, width);
}

void Composer::need(double height) {
    if (y_ + height > foot) turn_page();
}

void Composer::put(std::shared_ptr<Text const> const& words, double from, double width, double y) {
    for (int line = 0; line < words->lines(); ++line) {
        mark(Line{words, line, x_of(from, width), y});
        y += words->height_of(line);
    }
}

void Composer::flow(std::shared_ptr<Text const> const& words, double from, double width) {
    for (int line = 0; line < words->lines(); ++line) {
        need(words->height_of(line));
        mark(Line{words, line, x_of(from, width), y_});
        y_ += words->height_of(line);
    }
}

// Who writes, one line each, where reading starts; returns where it ends.
double Composer::authority(Paper::Heading const& heading) {
    double const width = column - qr_side - 60;
    double y = margin;
    for (std::size_t n = 0; n < heading.authority.size(); ++n) {
        auto const line =
            text(heading.authority[n], {.size = n == 0 ? 15.0 : 12.5, .bold = n == 0}, width);
        put(line, 0, width, y);
        y += line->height();
    }
    return y;
}

// The QR code on the other side with what to do with it; returns where it ends.
double Composer::verification(Paper::Heading const& heading) {
    if (heading.qr.empty()) return margin;
    double const width = qr_side + 44;
    mark(Qr{heading.qr, x_of(column - width / 2 - qr_side / 2, qr_side), margin + 4, qr_side});
    auto const caption =
        text(heading.qr_caption, {.size = 8.5, .grey = 0.35, .side = Side::centre}, width);
    put(caption, column - width, width, margin + qr_side + 8);
    return margin + qr_side + 8 + caption->height();
}

void Composer::first_heading(Paper::Heading const& heading) {
    auto const below = authority(heading);
    y_ = std::max(below, verification(heading)) + 8;
    mark(Box{margin, y_, column, 1.4, accent});
    mark(Box{margin, y_ + 2.8, column, 0.5, accent});
    y_ += 16;
    flow(text(heading.title, {.size = 21, .bold = true, .grey = 0, .side = Side::centre}, column),
         0, column);
    if (!heading.number.empty())
        flow(text(heading.number,
                  {.size = 14, .grey = 0.2, .side = Side::centre, .left_to_right = true}, column),
             0, column);
    y_ += 10;
}

void Composer::turn_page() {
    pages_.emplace_back();
    y_ = margin - 10;
    auto const& authority = heading_.authority;
    auto const who = authority.empty() ? std::string() : authority.back();
    auto const left = text(who, {.size = 9.5, .grey = 0.35}, column / 2);
    put(left, 0, column / 2, y_);
    auto const title = text(heading_.title, {.size = 9.5, .grey = 0.35}, 0);
    put(title, column - title->width(), title->width(), y_);
    y_ += left->height() + 3;
    mark(Box{margin, y_, column, 0.5, accent});
    y_ += 14;
}

void Composer::begin(Paper::Heading const& heading) {
    number_pages();
    first_page_ = pages_.size();
    pages_.emplace_back();
    heading_ = heading;
    first_heading(heading);
}

void Composer::number_pages() {
    auto const pages = pages_.size() - first_page_;
    for (std::size_t n = 0; n < pages; ++n) footer(pages_[first_page_ + n], n + 1, pages);
}

void Composer::footer(Page& page, std::size_t number, std::size_t of) const {
    double const y = page_height - margin - 4;
    auto const add = [&](std::shared_ptr<Text const> const& words, double from, double width) {
        page.push_back(Line{words, 0, x_of(from, width), y});
    };
    page.push_back(Box{margin, y - 4, column, 0.4, hairline});
    auto const words = say(msg::page_of, {wasl::number("page", number), wasl::number("pages", of)});
    auto const count = text(i18n::sentence(language_, words), {.size = 8.5, .grey = 0.35}, 0);
    add(count, column - count->width(), count->width());
    auto const name = text(heading_.number, {.size = 8.5, .grey = 0.35, .left_to_right = true}, 0);
    add(name, column - count->width() - name->width() - 16, name->width());
    auto const room = column - count->width() - name->width() - 40;
    add(text(heading_.footer, {.size = 8.5, .grey = 0.35}, room), 0, room);
}

std::string Composer::finish(std::string_view title) {
    number_pages();
    return collected(page_width, page_height, std::string(title), [&](cairo_t* cairo) {
        for (auto const& page : pages_) {
            for (auto const& one : page) draw(cairo, one);
            cairo_show_page(cairo);
        }
    });
}

}  // namespace wasl::pdf
