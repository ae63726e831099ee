// SPDX-License-Identifier: Apache-2.0
// The API through the real router, every answer held against docs/api/openapi.json.
#pragma once

#include <boost/json.hpp>

#include "modules/dossiers/pages.hpp"
#include "modules/dossiers/tests/dossiers_for_tests.hpp"

namespace wasl::dossiers {

// What does not fit the schema, in words; empty where all of it does. Knows the keywords that our
// description uses.
std::string unlike(boost::json::value const&, boost::json::object const& schema,
                   boost::json::object const& description);

struct Sending {
    http::Visitor const& by;
    std::string body;
    http::Pairs headers;
    std::string type = "application/json";
};

class ApiTest : public DossierTest {
protected:
    ApiTest();

    http::Response get(http::Visitor const& by, std::string_view target);
    http::Response post(std::string_view path, Sending const&);
    // A file as it would come, and its reference.
    http::Response send_file(http::Visitor const& by, std::string_view bytes);
    std::string reference(http::Visitor const& by, std::string_view bytes);
    // The body of POST /dossiers that fills the sheet; documents refer to one content.
    boost::json::object call(std::string_view procedure, std::string const& reference);
    std::string file_by_api(http::Visitor const& by, std::string_view key);

    static std::string pdf(std::string_view mark);
    static boost::json::object body_of(http::Response const&);
    static std::string reason_of(http::Response const&);  // of a problem, with article and field

    files::Store files;
    Pages pages;
    directory::Pages directory_pages{places};
    procedures::Pages procedure_pages{sheets, places, folk};
    http::Router router;
    boost::json::object description;

private:
    http::Response ask(http::Request, http::Visitor const& by);
    void expect_described(http::Request const&, http::Response const&);
    http::Visitor const* now_asking_ = nullptr;
};

}  // namespace wasl::dossiers
