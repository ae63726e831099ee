// SPDX-License-Identifier: Apache-2.0
// Citizens at the doors: requests through the real router, files in a real store.
#pragma once

#include <fstream>

#include "modules/dossiers/pages.hpp"
#include "modules/dossiers/tests/dossiers_for_tests.hpp"
#include "platform/html/layout.hpp"

namespace wasl::dossiers {

inline constexpr std::string_view permit = "building-permit";

class CitizenTest : public DossierTest {
protected:
    CitizenTest();

    struct Sent {
        std::string field, name, bytes;
    };
    http::Response get(http::Visitor const& who, std::string const& target);
    http::Response post(http::Visitor const& who, std::string const& target, http::Pairs form,
                        std::vector<Sent> const& files = {});
    static std::string location(http::Response const&);  // without the language
    static std::string pdf_bytes();

    // Every page of the form answered; gives the draft's address.
    std::string answered_draft(http::Visitor const& who, std::string_view procedure);
    // All required documents but those of `without`.
    std::vector<Sent> all_documents(std::string_view procedure, std::string_view without = {});
    // Filed through the pages; gives the number.
    std::string filed(http::Visitor const& who, std::string_view procedure,
                      std::string_view without = {});
    static std::string text_of_pdf(std::string const& pdf);

    html::Site site;
    files::Store store;
    Pages pages;
    procedures::Pages registry{sheets, places, folk};
    http::Router router;

private:
    http::Response ask(http::Visitor const& who, http::Request&);
    http::Visitor visitor_;
};

}  // namespace wasl::dossiers
