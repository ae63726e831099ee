// SPDX-License-Identifier: Apache-2.0
// The questions asked at a door before the handler: which address, may this person enter, does the
// form come from our own page.
#pragma once

#include <optional>
#include <string>

#include "platform/http/router.hpp"

namespace wasl::http {

// Roots that machines call: no language stands before them.
bool needs_no_language(std::string_view path);
bool for_machines(std::string_view path);  // below /api: refusals are JSON

// "/" and addresses without a language lead to the one with; a trailing slash leads to none.
std::optional<Response> redirected(Router const&, Request const&);

bool changes(Method);  // anything but looking

enum class Entry { open, sign_in, forbidden };
Entry may_enter(Allow, Visitor const&, Method);

// Nobody in particular asks for a page that may be kept. Whoever brings a cookie or a key may be
// somebody; a query is whatever people type, and has no end.
bool for_everybody(Request const&, Door const&);

// The choice of a language is kept by the browser where it is not the one we would have guessed.
void remember_language(Request const&, Response&);

// State changes come from forms of this site that carry the visitor's csrf.
bool from_our_page(Request const&, Visitor const&);

std::string address(Language, std::string_view path);  // "/ar/dossiers", encoded

// When nothing else can be shown: no translation, no database, no layout.
Response last_resort(Request const&, int status, std::string const& incident);

}  // namespace wasl::http
