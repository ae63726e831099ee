// SPDX-License-Identifier: Apache-2.0
// From the configuration to what each part of the house wants to know.
#pragma once

#include "app/pages.hpp"
#include "modules/notices/notices.hpp"
#include "modules/people/people.hpp"
#include "modules/reports/georeport_sending.hpp"
#include "modules/reports/pages.hpp"
#include "platform/config/config.hpp"
#include "platform/db/db.hpp"
#include "platform/html/layout.hpp"
#include "platform/http/server.hpp"
#include "platform/log/log.hpp"
#include "platform/mail/mail.hpp"

namespace wasl::app {

std::filesystem::path data_folder(config::Config const&);  // made, readable by its owner alone
db::Settings database_settings(config::Config const&);
http::ServerSettings server_settings(config::Config const&);
mail::Settings mail_settings(config::Config const&);
notices::Ways letter_ways(config::Config const&);
reports::Sender::Ways sending_ways(config::Config const&);
reports::Tiles map_tiles(config::Config const&);
people::Settings people_settings(config::Config const&);
html::Site site(config::Config const&);
Notice notice(config::Config const&);
log::Level log_level(config::Config const&);

// Of an address: "https://wasl.example.ma"; empty where it is none.
std::string origin_of(std::string const& address);

// "https://wasl.example.ma", never with a slash at its end.
std::string site_address(config::Config const&);

}  // namespace wasl::app
