// SPDX-License-Identifier: Apache-2.0
// One act on one dossier: the version from If-Match, the work in a transaction, the dossier as it
// is afterwards.
#pragma once

#include <functional>

#include "modules/dossiers/api_read.hpp"
#include "modules/dossiers/api_show.hpp"

namespace wasl::dossiers::api {

// Decisions are taken on what was read, never on a guess: without If-Match they get 428.
enum class Version { wanted, free };
using Work = std::function<Outcome(db::Writer&, Act const&)>;
Result<http::Response> act(Pages const&, http::Acted const&, Version, Work const&);

// For desk functions that hand something back.
template<typename T>
Outcome done(Result<T> result) {
    if (result.refused()) return std::move(result).refusal();
    return Done{};
}

}  // namespace wasl::dossiers::api
