// SPDX-License-Identifier: Apache-2.0
#include "platform/http/page.hpp"

namespace wasl::http {

namespace {

// "/ar/dossiers?page=2" without its language.
std::string_view place_of(Request const& request) {
    std::string_view target = request.target;
    if (!request.language_in_path) return target;
    auto const end = target.find_first_of("/?", 1);
    return end == std::string_view::npos || target[end] == '?' ? "/" : target.substr(end);
}

}  // namespace

html::Frame frame_of(Asked const& asked) {
    auto const& visitor = asked.visitor;
    bool const head = visitor.is(Role::head);
    return {.site = asked.site,
            .language = asked.language(),
            .path_and_query = place_of(asked.request),
            .visitor_name = visitor.name,
            .signed_in = visitor.signed_in(),
            .officer = head || visitor.is(Role::officer),
            .auditor = head || visitor.is(Role::officer) || visitor.is(Role::auditor),
            .administrator = visitor.is(Role::administrator),
            .platform = visitor.is(Role::administrator, whole_platform),
            .unread = visitor.unread,
            .csrf = visitor.csrf};
}

Response shown(Asked const& asked, html::PageHead const& head, html::Body const& body, int status) {
    return page(html::page(frame_of(asked), head, body), status);
}

}  // namespace wasl::http
