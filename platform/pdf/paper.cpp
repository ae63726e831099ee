// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "platform/i18n/i18n.hpp"
#include "platform/pdf/paper_inside.hpp"

namespace wasl::pdf {

namespace {

constexpr double padding = 9;

constexpr Setting ample{13, 11.5, 14.5, 16, 11, 8, 3, 5};
constexpr Setting dense{10.5, 10, 12, 14, 10, 4, 1, 2};

// The share of the column that each table column gets: as much as its longest cell wants, within
// reason, so that a column of numbers does not take the room of a column of sentences.
std::vector<double> shares(Composer const& composer, std::vector<std::string> const& head,
                           std::vector<std::vector<std::string>> const& rows) {
    std::vector<double> widths;
    for (std::size_t n = 0; n < head.size(); ++n) {
        double widest = composer.text(head[n], {.size = 11, .bold = true}, 0)->width();
        for (auto const& row : rows)
            if (n < row.size())
                widest = std::max(widest, composer.text(row[n], {.size = 11}, 0)->width());
        widths.push_back(std::clamp(widest + 12, 40.0, column * 0.6));
    }
    double sum = 0;
    for (double const width : widths) sum += width;
    for (double& width : widths) width *= column / sum;
    return widths;
}

void table_row(Composer& composer, std::vector<std::string> const& cells,
               std::vector<double> const& widths, bool bold) {
    std::vector<std::shared_ptr<Text const>> texts;
    double height = 0;
    for (std::size_t n = 0; n < widths.size(); ++n) {
        texts.push_back(composer.text(n < cells.size() ? cells[n] : "", {.size = 11, .bold = bold},
                                      widths[n] - 10));
        height = std::max(height, texts.back()->height());
    }
    composer.need(height + 4);
    if (bold) composer.mark(Box{margin, composer.y(), column, height + 4, tint});
    double from = 0;
    for (std::size_t n = 0; n < widths.size(); ++n) {
        composer.put(texts[n], from + 5, widths[n] - 10, composer.y() + 2);
        from += widths[n];
    }
    composer.skip(height + 4);
    composer.mark(Box{margin, composer.y(), column, bold ? 0.9 : 0.4, bold ? accent : hairline});
}

}  // namespace

std::string sentence(Language language, Said const& what) {
    auto text = i18n::sentence(language, what);
    for (std::string_view const sign : {"\u2068", "\u2069"})
        for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
            text.erase(at, sign.size());
    return text;
}

Paper::Paper(Language language, Heading const& heading)
    : inside_(std::make_unique<Inside>(
          Inside{Composer(language, heading), heading.title, heading.dense ? dense : ample})) {}
Paper::~Paper() = default;

void Paper::heading(std::string_view text) {
    auto& composer = inside_->composer;
    auto const& set = inside_->set;
    auto const words = composer.text(text, {.size = set.heading, .bold = true, .grey = 0}, column);
    composer.skip(set.above_heading);
    composer.need(words->height() + 40);  // never alone at the foot of a page
    composer.flow(words, 0, column);
    composer.skip(2);
}

void Paper::paragraph(std::string_view text) {
    auto& composer = inside_->composer;
    auto const& set = inside_->set;
    composer.flow(composer.text(text, {.size = set.body}, column), 0, column);
    composer.skip(set.after_block);
}

void Paper::note(std::string_view text) {
    auto& composer = inside_->composer;
    auto const& set = inside_->set;
    double const width = column - 3 * padding;
    auto const words = composer.text(text, {.size = set.note}, width);
    double const height = words->height() + 1.2 * padding;
    composer.skip(3);
    composer.need(height);
    composer.mark(Box{margin, composer.y(), column, height, tint});
    composer.mark(Box{composer.x_of(0, 2.5), composer.y(), 2.5, height, accent});
    composer.put(words, 1.8 * padding, width, composer.y() + 0.6 * padding);
    composer.skip(height + 7);
}

void Paper::banner(std::string_view text) {
    auto& composer = inside_->composer;
    auto const& set = inside_->set;
    double const width = column - 4 * padding;
    auto const words = composer.text(
        text, {.size = set.banner, .bold = true, .grey = 0, .side = Side::centre}, width);
    double const height = words->height() + 1.2 * padding;
    composer.skip(4);
    composer.need(height);
    composer.mark(Box{margin, composer.y(), column, height, accent, 1.1});
    composer.put(words, 2 * padding, width, composer.y() + 0.6 * padding);
    composer.skip(height + 2 * set.after_block);
}

void Paper::row(std::string_view label, std::string_view what) {
    auto& composer = inside_->composer;
    auto const& set = inside_->set;
    double const labels = column * 0.3;
    auto const name = composer.text(label, {.size = set.label, .grey = 0.35}, labels - 8);
    auto const value = composer.text(what, {.size = set.body}, column - labels);
    double const height = std::max(name->height(), value->height()) + set.between_rows;
    composer.need(std::min(height, 300.0));
    composer.put(name, 0, labels - 8, composer.y() + 2);
    composer.flow(value, labels, column - labels);
    composer.skip(std::max(set.between_rows, height - value->height()));
    composer.mark(Box{margin, composer.y(), column, 0.4, hairline});
    composer.skip(set.between_rows);
}

void Paper::list(std::vector<std::string> const& items) {
    auto& composer = inside_->composer;
    auto const& set = inside_->set;
    for (auto const& item : items) {
        auto const words = composer.text(item, {.size = set.body}, column - 18);
        composer.need(words->height_of(0));
        composer.mark(Box{composer.x_of(5, 3.6), composer.y() + words->height_of(0) * 0.52, 3.6,
                          3.6, accent});
        composer.flow(words, 18, column - 18);
        composer.skip(1);
    }
    composer.skip(set.after_block);
}

void Paper::table(std::vector<std::string> const& head,
                  std::vector<std::vector<std::string>> const& rows) {
    auto& composer = inside_->composer;
    auto const widths = shares(composer, head, rows);
    composer.need(70);
    table_row(composer, head, widths, true);
    for (auto const& row : rows) {
        auto const before = composer.y();
        composer.need(34);
        if (composer.y() < before) table_row(composer, head, widths, true);
        table_row(composer, row, widths, false);
    }
    composer.skip(10);
}

// One after the other as they fit in a line.
void Paper::boxes(std::string_view label, std::vector<std::string> const& words) {
    constexpr double side = 11, gap = 5, between = 16;
    auto& composer = inside_->composer;
    auto const& set = inside_->set;
    auto const name = composer.text(label, {.size = set.body, .bold = true, .grey = 0}, column);
    composer.need(name->height() + 2 * side + 12);
    composer.flow(name, 0, column);
    composer.skip(4);
    double from = 0, height = side;
    for (auto const& one : words) {
        auto text = composer.text(one, {.size = set.label}, 0);
        if (text->width() > column - side - gap)
            text = composer.text(one, {.size = set.label}, column - side - gap);
        auto const width = side + gap + text->width();
        if (from > 0 && from + width > column) {
            composer.skip(height + 6);
            from = 0;
            height = side;
        }
        composer.need(text->height());
        auto const line = text->height_of(0);
        composer.mark(Box{composer.x_of(from, side), composer.y() + (line - side) / 2, side, side,
                          Colour{0.2, 0.2, 0.2}, 0.9});
        composer.put(text, from + side + gap, text->width(), composer.y());
        height = std::max(height, text->height());
        from += width + between;
    }
    composer.skip(height + set.after_block + 2);
}

void Paper::blank_lines(std::string_view label, int lines) {
    constexpr double line = 22;
    auto& composer = inside_->composer;
    auto const name =
        composer.text(label, {.size = inside_->set.body, .bold = true, .grey = 0}, column);
    composer.need(name->height() + line);
    composer.flow(name, 0, column);
    for (int n = 0; n < lines; ++n) {
        composer.need(line);
        composer.skip(line);
        composer.mark(Box{margin, composer.y(), column, 0.5, hairline});
    }
    composer.skip(8);
}

void Paper::begin(Heading const& heading) {
    inside_->composer.begin(heading);
    inside_->set = heading.dense ? dense : ample;
}

void Paper::space() { inside_->composer.skip(12); }

std::string Paper::finish() { return inside_->composer.finish(inside_->title); }

}  // namespace wasl::pdf
