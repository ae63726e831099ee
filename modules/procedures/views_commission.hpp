// SPDX-License-Identifier: Apache-2.0
// Sessions of the commission, for its secretariat and for the public.
#pragma once

#include "modules/procedures/views.hpp"
#include "platform/http/message.hpp"

namespace wasl::procedures::views {

struct SessionsPage {
    std::vector<CommissionSession> const& sessions;
    bool may = false;  // the secretariat: opens sessions, sees open ones
    html::Faults const& faults;
    http::Request const& request;  // what was typed stands in the forms again
    std::string_view csrf;
};
void show_sessions(html::Html&, SessionsPage const&);

struct SessionPage {
    CommissionSession const& session;
    std::vector<SheetLine> const& waiting;
    directory::Picture const& places;
    html::Faults const& faults;
    http::Request const& request;
    std::string_view csrf;
};
void show_session(html::Html&, SessionPage const&);
void show_public_session(html::Html&, CommissionSession const&, directory::Picture const&);

}  // namespace wasl::procedures::views
