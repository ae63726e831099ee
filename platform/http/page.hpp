// SPDX-License-Identifier: Apache-2.0
// From a body to an answer: the frame around it knows who is here and which page this is.
//
//     return http::shown(asked, {.title = msg::queue_title, .wide = true},
//                        [&](html::Html& h) { show_queue(h, lines); });
#pragma once

#include "platform/html/layout.hpp"
#include "platform/http/router.hpp"

namespace wasl::http {

html::Frame frame_of(Asked const&);
Response shown(Asked const&, html::PageHead const&, html::Body const& body, int status = 200);

}  // namespace wasl::http
