// SPDX-License-Identifier: Apache-2.0
// The registry in the forms that other programs read.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "modules/procedures/export/graph.hpp"
#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {

// "building-permit.ttl": the code before the ending, and the form that the ending names.
struct NamedForm {
    std::string_view code;
    rdf::Format format;
};
std::optional<NamedForm> form_named(std::string_view wild);

http::Response exported_sheet(Pages const&, http::Asked const&, Entry const&, rdf::Format);

rdf::Publisher publisher(Pages const&, http::Asked const&);

Result<http::Response> csv(Pages const&, http::Asked const&);
Result<http::Response> xlsx(Pages const&, http::Asked const&);
// The entry for data portals, and every word by which the catalogue is divided.
Result<http::Response> portal_entry(Pages const&, http::Asked const&);
Result<http::Response> feed(Pages const&, http::Asked const&);

// /api/v1/procedures.jsonld and .ttl, .csv and .xlsx, /api/v1/catalog.jsonld, /procedures.atom
void add_export_pages(http::Router&, Pages const&);

}  // namespace wasl::procedures
