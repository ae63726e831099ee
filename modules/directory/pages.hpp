// SPDX-License-Identifier: Apache-2.0
// What the files of handlers share.
#pragma once

#include <span>
#include <string_view>

#include "modules/directory/directory.hpp"
#include "modules/directory/holidays.hpp"
#include "platform/http/router.hpp"

namespace wasl::directory {

// Administration 0 is the platform: its administrators keep every administration's data and the
// calendar, which is one for all.
bool keeps(http::Visitor const&, AdministrationId);
bool keeps_calendar(http::Visitor const&);

std::vector<HolidayEntry const*> holidays_of(Picture const&, int year);
// "?year=2026", within the years kept; else the year of today.
int year_asked(http::Asked const&);

// "/ar/admin/...?saved=1"
http::Response saved(http::Asked const&, std::string_view path);

std::span<http::Route<Pages> const> office_routes();
std::span<http::Route<Pages> const> placing_routes();
std::span<http::Route<Pages> const> calendar_office_routes();
std::span<http::Route<Pages> const> api_routes();

}  // namespace wasl::directory
