// SPDX-License-Identifier: Apache-2.0
// The vocabulary of pages. Things with an inside (Form, Panel, Table ...) are objects that close
// their tags at the end of the scope; the rest are functions. Labels are Words: a message, or text
// that says what it is.
//
//     {
//         Form form(h, {.action = to("/dossiers"), .csrf = frame.csrf, .once = key});
//         text_field(h, {.name = "title", .label = msg::title, .value = typed,
//                        .error = faults.of("title")});
//         button(h, msg::send);
//     }
#pragma once

#include "platform/html/data_notice.hpp"  // what law 09.08 wants said beside a form
#include "platform/html/fields.hpp"       // inputs with label, hint, error
#include "platform/html/figures.hpp"      // stat tiles, bars, deadline chip
#include "platform/html/forms.hpp"        // forms, buttons, error summary
#include "platform/html/lists.hpp"        // summary list, table, timeline, files, cards
#include "platform/html/navigation.hpp"   // breadcrumbs, tabs, pages, steps, search box
#include "platform/html/panels.hpp"       // notices, tags, empty state
