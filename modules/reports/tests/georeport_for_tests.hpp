// SPDX-License-Identifier: Apache-2.0
// A house that speaks GeoReport v2, asked through its router as a program asks it.
#pragma once

#include <boost/json.hpp>
#include <filesystem>

#include "modules/reports/georeport.hpp"
#include "modules/reports/tests/reports_for_tests.hpp"
#include "platform/html/layout.hpp"
#include "tests/support/doors_for_tests.hpp"

namespace wasl::reports {

class GeoreportTest : public ReportTest {
protected:
    GeoreportTest();
    ~GeoreportTest() override;

    http::Response ask(http::Method, std::string const& target, http::Pairs form = {},
                       std::vector<http::Upload> uploads = {});
    http::Response get(std::string const& target) { return ask(http::Method::get, target); }
    http::Response post(std::string const& target, http::Pairs form) {
        return ask(http::Method::post, target, std::move(form));
    }
    // The answer's JSON; its error's code and description where it is one: "404 ...".
    boost::json::value json(http::Response const&);
    std::string error(http::Response const&);
    // A key, for a program that speaks for that body.
    std::string key_for(AdministrationId body, bool vouches = true, int per_hour = 1'000);
    // A lamp, as a program files it.
    http::Pairs lamp(std::string const& key, std::string const& description = "مصباح\n\nلا يضيء.");
    http::Upload picture();
    // The number of the one report that the answer speaks of.
    std::string number_of(http::Response const&);

    std::filesystem::path folder;
    files::Store files;
    html::Site site;
    Pages pages;
    http::Router router;
};

}  // namespace wasl::reports
