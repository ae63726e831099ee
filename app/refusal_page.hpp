// SPDX-License-Identifier: Apache-2.0
// What a person sees when the answer is no, or when something broke: what happened, and what to
// do next, in their language. Programs under /api get the same as JSON (RFC 9457).
#pragma once

#include "platform/http/router.hpp"

namespace wasl::app {

http::Response refusal_page(http::Asked const&, int status, Refusal const&,
                            std::string const& incident);

}  // namespace wasl::app
