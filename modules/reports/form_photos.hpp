// SPDX-License-Identifier: Apache-2.0
// The photos of a form that may come back: they are kept under the form's own key, so that a
// refusal loses none, and nobody else's form can name them.
#pragma once

#include <optional>

#include "modules/reports/said.hpp"

namespace wasl::reports {

struct FormPhotos {
    std::string once;                 // of the form, made by this server
    std::vector<std::string> sha256;  // contents that are kept
    std::vector<std::string> references{};
};
// What was sent with the form: photos of before, but for those that were dropped, and the new ones;
// a fault for each that is none. A form that is shown first has a key of its own.
// A link carries them on too: what was sent before anything was written.
FormPhotos photos_typed(Pages const&, http::Request const&, html::Faults&);

// What a link says of them; nothing is proved yet.
FormPhotos photos_in_address(http::Request const&);

std::string new_once(Pages const&);
std::string photo_reference(Pages const&, std::string_view once, std::string_view sha256);
// The content that such a reference names, where this server made it for that form.
std::optional<std::string> photo_of(Pages const&, std::string_view once,
                                    std::string_view reference);

namespace views {

// As they were sent, each with a box that drops it.
void photos_kept(html::Html&, FormPhotos const&, bool droppable);
// The same, and the field for more. The form is a multipart one, and carries `once`.
void photos_field(html::Html&, FormPhotos const&, html::Words const& label, html::Words const& hint,
                  html::Words const& error);

}  // namespace views

}  // namespace wasl::reports
