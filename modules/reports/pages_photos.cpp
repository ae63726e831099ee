// SPDX-License-Identifier: Apache-2.0
// Pictures: those of a report, for whoever may see it, and those of a form, for the form.
#include <fstream>

#include "modules/reports/filing_typed.hpp"
#include "modules/reports/messages.hpp"

namespace wasl::reports {

namespace {

using http::Asked;

Shown shown_file(Pages const& pages, std::string_view sha256, std::string type) {
    auto const path = pages.files.find(sha256);
    if (!path) return Refusal{Refused::not_found, say(msg::refused_not_found)};
    http::Response response;
    response.type = std::move(type);
    response.file = *path;
    // What is hidden tomorrow is in nobody's cache but the reader's own, for minutes.
    response.with("cache-control", "private, max-age=300");
    return response;
}

// Only what was made here is shown: what arrived may hide where it was taken.
Shown show_photo(Pages const& pages, Asked const& asked) {
    auto const id = PhotoId{asked.request.wild.size() > 1
                                ? std::strtoll(asked.request.wild[1].c_str(), nullptr, 10)
                                : 0};
    auto const photo = TRY(
        pages.desk.photo(asked.db, asked.visitor, asked.wild(0), id, asked.request.asked("key")));
    if (photo.thumbnail.empty() || photo.thumbnail == photo.sha256)
        return Refusal{Refused::not_found, say(msg::refused_not_found)};
    bool const small = asked.request.path.ends_with("/small");
    return shown_file(pages, small ? photo.thumbnail : photo.sha256, "image/jpeg");
}

// As it was sent, to whoever sent it.
Shown show_sent(Pages const& pages, Asked const& asked) {
    auto const sha256 = photo_of(pages, asked.request.asked("once"), asked.request.asked("photo"));
    if (!sha256) return Refusal{Refused::not_found, say(msg::refused_not_found)};
    auto const png = files::Kind::png;
    auto const path = pages.files.find(*sha256);
    std::string first(1, ' ');
    std::ifstream(*path, std::ios::binary).read(first.data(), 1);
    auto const kind = first == "\x89" ? png : files::Kind::jpeg;
    return shown_file(pages, *sha256, std::string(files::content_type(kind)));
}

}  // namespace

PublicRoutes photo_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/reports/:number/photos/:id", Allow::anyone, show_photo),
        http::get<Pages>("/reports/:number/photos/:id/small", Allow::anyone, show_photo),
        http::get<Pages>("/reports/new/photo", Allow::anyone, show_sent),
    };
    return routes;
}

}  // namespace wasl::reports
