// SPDX-License-Identifier: Apache-2.0
// GeoReport v2 as it is served: one call, and the answers of its resources. Nobody is a visitor
// here: what counts is the key, and what everybody may see.
#pragma once

#include <memory>
#include <string>

#include "modules/directory/directory.hpp"
#include "modules/reports/georeport_store.hpp"
#include "modules/reports/open311/asking.hpp"
#include "modules/reports/open311/document.hpp"
#include "modules/reports/pages.hpp"

namespace wasl::reports::georeport {

using open311::Fault;
using open311::Format;
using open311::Read;

inline constexpr int updates_max = 1'000;    // in one answer
inline constexpr int bulk_max = 10'000;      // rows of one CSV
inline constexpr std::size_t media_max = 6;  // of one call

struct Call {
    Pages const& pages;
    http::Asked const& asked;
    http::Acted const* acted = nullptr;  // of a POST
    Format format = Format::xml;
    bool is_bulk = false;  // as CSV
    bool is_test = false;  // everything is checked, nothing is kept
    std::string id;        // what stood behind the resource
    open311::Parameters parameters;
    AdministrationId jurisdiction{0};  // 0: all that this house serves
    std::shared_ptr<Settings const> settings;
    std::shared_ptr<directory::Picture const> places;

    std::string_view parameter(std::string_view name) const {
        return open311::parameter(parameters, name);
    }
    Language language() const { return asked.language(); }
    // "https://wasl.example.ma/open311/v2/"
    std::string root() const;
};

using Answer = Read<http::Response>;
http::Response answer(Call const&, std::string document);

Answer discovery(Call const&);
Answer services(Call const&);
Answer service_definition(Call const&);
// The category of a service_code: a leaf that reports may be filed under.
Category const* service(Call const&, std::string_view code);
Answer requests(Call const&);
Answer one_request(Call const&);
std::string bulk(Call const&, std::vector<store::Listed> const&);
// As a word of the update extension.
std::string_view status_word(Settings const&, std::string_view state);
// The named state that such a word means; empty where it says nothing of the state, or the office
// has none of that kind. Of several with one word the state it is in is as good as another.
std::string state_meant(Settings const&, std::string_view word, std::string_view now);
std::string media_address(Call const&, PhotoId);

Answer file(Call const&);
Answer token(Call const&);
Answer updates(Call const&);
Answer say_update(Call const&);
Answer media(Call const&);

// Whose key it is; 403 where it is nobody's.
Read<Client> client(Call const&, db::Reader&);
// 429 where the hour's calls are used up.
std::optional<Fault> count(db::Writer&, Client const&, Instant now);
std::string random_key();  // 64 hexadecimal digits
std::string key_hash(std::string_view key);
Fault fault_of(Refusal const&);

// Pictures that came with the call: kept, or why not.
Read<std::vector<std::string>> pictures(Call const&);
// Addresses of pictures, to be fetched later.
void remember_media(db::Writer&, ReportId, UpdateId, std::vector<std::string> const& addresses,
                    Instant now);

}  // namespace wasl::reports::georeport
