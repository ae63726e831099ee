// SPDX-License-Identifier: Apache-2.0
// A piece of this site on another: the newest reports of a commune, or how many there are.
#pragma once

#include "modules/reports/figures.hpp"
#include "modules/reports/views_report.hpp"

namespace wasl::reports::views {

struct WidgetPage {
    Known const& known;
    Narrow const& narrow;
    std::span<Pin const> pins;                    // newest first
    std::shared_ptr<FiguresTable const> figures;  // null: the reports are shown
    FiguresLine line;                             // of what is asked for
};
// Its links leave the frame that it stands in.
void widget(html::Html&, WidgetPage const&);
// A whole page of nothing else.
std::string widget_document(Language, html::Site const&, WidgetPage const&);

struct EmbedPage {
    WidgetPage const& widget;
    http::Request const& asked;
    std::span<directory::Territory const* const> communes;
    std::string piece;  // of HTML
};
void embed(html::Html&, EmbedPage const&);

}  // namespace wasl::reports::views
