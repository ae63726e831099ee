// SPDX-License-Identifier: Apache-2.0
// Dossiers as JSON. Ids are text (they do not fit into every language's numbers), days are ISO,
// moments RFC 3339, sums in centimes; what is not known is null.
#pragma once

#include <boost/json.hpp>

#include "modules/dossiers/pages.hpp"

namespace wasl::dossiers::api {

boost::json::object summary_of(Pages const&, Language, Summary const&);
boost::json::object object_of(Pages const&, http::Asked const&, Dossier const&);

// The dossier with its version as ETag.
http::Response shown(Pages const&, http::Asked const&, Dossier const&, int status = 200);
http::Response answer(boost::json::object const&, int status = 200);
// RFC 9457, for what a refusal cannot say: statuses of the protocol, several faults at once.
struct Fault {
    std::string field;
    Said what;
};
http::Response problem(http::Asked const&, int status, Said const&, std::vector<Fault> const& = {});

}  // namespace wasl::dossiers::api
