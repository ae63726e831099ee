// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/form_photos.hpp"

#include <algorithm>

#include "modules/people/people.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/photos.hpp"

namespace wasl::reports {

using namespace html::literals;

namespace {

constexpr std::string_view form_purpose = "reports.form";
constexpr std::string_view photo_purpose = "reports.photo";

bool is_once(Pages const& pages, std::string_view once) {
    auto const point = once.find('.');
    return point != std::string_view::npos && once.size() < 80 &&
           pages.desk.house().people.is_key_for(once.substr(point + 1), form_purpose,
                                                once.substr(0, point));
}

std::string drop_of(std::string_view sha256) { return "drop-" + std::string(sha256); }

}  // namespace

std::string new_once(Pages const& pages) {
    auto const number = std::to_string(db::next_id());
    return number + "." + pages.desk.house().people.key_for(form_purpose, number);
}

std::string photo_reference(Pages const& pages, std::string_view once, std::string_view sha256) {
    auto const what = std::string(once) + ":" + std::string(sha256);
    return std::string(sha256) + "." + pages.desk.house().people.key_for(photo_purpose, what);
}

std::optional<std::string> photo_of(Pages const& pages, std::string_view once,
                                    std::string_view reference) {
    auto const point = reference.find('.');
    if (point == std::string_view::npos || !is_once(pages, once)) return std::nullopt;
    auto const sha256 = reference.substr(0, point);
    auto const what = std::string(once) + ":" + std::string(sha256);
    if (!pages.desk.house().people.is_key_for(reference.substr(point + 1), photo_purpose, what))
        return std::nullopt;
    if (!pages.files.find(sha256)) return std::nullopt;
    return std::string(sha256);
}

FormPhotos photos_in_address(http::Request const& request) {
    constexpr std::size_t text_max = 200;
    FormPhotos form{std::string(request.asked(html::once_field_name).substr(0, text_max)), {}};
    for (auto const& [name, value] : request.query)
        if (name == "photo" && value.size() < text_max && form.references.size() < photos_max)
            form.references.push_back(value);
    return form;
}

FormPhotos photos_typed(Pages const& pages, http::Request const& request, html::Faults& faults) {
    auto const begun = photos_in_address(request);
    bool const sent = request.method == http::Method::post;
    auto const once = sent ? request.field(html::once_field_name) : std::string_view(begun.once);
    FormPhotos form{is_once(pages, once) ? std::string(once) : new_once(pages), {}};
    auto const add = [&](std::string sha256) {
        auto const& all = form.sha256;
        if (std::find(all.begin(), all.end(), sha256) == all.end())
            form.sha256.push_back(std::move(sha256));
    };
    auto references = request.fields("photo");
    if (!sent) references.assign(begun.references.begin(), begun.references.end());
    for (auto const reference : references)
        if (auto sha256 = photo_of(pages, form.once, reference);
            sha256 && !request.has_field(drop_of(*sha256)))
            add(std::move(*sha256));
    for (auto& sha256 : keep_photos(pages.files, request, faults)) add(std::move(sha256));
    for (auto const& sha256 : form.sha256)
        form.references.push_back(photo_reference(pages, form.once, sha256));
    return form;
}

namespace views {

void photos_kept(html::Html& h, FormPhotos const& form, bool droppable) {
    if (form.references.empty()) return;
    h("<ul class=\"photos\">"_h);
    for (std::size_t n = 0; n < form.references.size(); ++n) {
        auto const& reference = form.references[n];
        auto const url = html::with(html::with(html::to("/reports/new/photo"), "once", form.once),
                                    "photo", reference);
        auto const alt = say(msg::photo_alt, {wasl::number("number", n + 1)});
        h("<li><img src=\""_h, url, "\" alt=\""_h, html::in_attribute(alt), "\">"_h);
        if (droppable) {
            html::hidden_field(h, "photo", reference);
            // No button: the first button of a form is what the Enter key presses.
            html::checkbox(h,
                           {.name = drop_of(form.sha256[n]),
                            .label = say(msg::filing_photo_drop, {wasl::number("number", n + 1)}),
                            .required = false});
        }
        h("</li>"_h);
    }
    h("</ul>"_h);
}

void photos_field(html::Html& h, FormPhotos const& form, html::Words const& label,
                  html::Words const& hint, html::Words const& error) {
    photos_kept(h, form, true);
    html::file_field(
        h, {.name = "photos", .label = label, .hint = hint, .error = error, .required = false},
        {.accept = "image/jpeg,image/png", .formats = "JPEG · PNG", .multiple = true});
}

}  // namespace views

}  // namespace wasl::reports
