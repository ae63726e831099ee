// SPDX-License-Identifier: Apache-2.0
// What the citizen's page files share. Used by pages_*.cpp and views_*.cpp of this module alone.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modules/dossiers/messages.hpp"
#include "modules/dossiers/pages.hpp"
#include "modules/dossiers/said.hpp"
#include "platform/html/components.hpp"
#include "platform/http/page.hpp"

namespace wasl::dossiers {

using Shown = Result<http::Response>;
using CitizenRoutes = std::span<http::Route<Pages> const>;
CitizenRoutes start_routes();
CitizenRoutes filing_routes();
CitizenRoutes mine_routes();
CitizenRoutes acting_routes();
CitizenRoutes fetch_routes();
CitizenRoutes paper_routes();
CitizenRoutes assisted_routes();

inline constexpr std::int64_t file_bytes_max = http::operator""_MiB(10);  // of one document
inline constexpr std::int64_t form_bytes_max = http::operator""_MiB(1);   // of a page of answers
inline constexpr std::int64_t upload_bytes_max = http::operator""_MiB(64);

std::int64_t number_in(std::string_view digits);  // 0, which nothing has, where it is none

// Of the form that was sent, or a new one: the form pressed again acts once.
std::string once_of(http::Request const&);

// The text that a document or a fee rests on.
Said basis_said(Language, procedures::LegalBasis const&);

html::Tone tone_for_citizen(State);

// Uploads of the fields "PREFIX" + requirement: kept in the store, or a fault beside their field.
struct Received {
    std::vector<Supplied> kept;
    html::Faults faults;
};
Received receive(Pages const&, http::Acted const&, std::string_view prefix);
inline constexpr std::string_view document_prefix = "document-";

http::Response shown_file(Pages const&, Document const&);
http::Response shown_paper(std::string pdf, std::string_view number);

// What law 09-08 article 5 wants said beside the form.
void say_data_notice(html::Html&, Pages const&, html::Words const& administration);

int status_of(html::Faults const&);  // 200 without faults, 422 with
html::Faults faults_of(Refusal const&);

}  // namespace wasl::dossiers
