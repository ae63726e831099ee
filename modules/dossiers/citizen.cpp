// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/citizen.hpp"

#include <charconv>

#include "platform/i18n/i18n.hpp"

namespace wasl::dossiers {

std::string once_of(http::Request const& request) {
    auto const sent = request.field(html::once_field_name);
    return sent.empty() ? "start-" + std::to_string(db::next_id())
                        : std::string(sent.substr(0, 64));
}

std::int64_t number_in(std::string_view digits) {
    std::int64_t number = 0;
    auto const end = digits.data() + digits.size();
    auto const [stopped, fault] = std::from_chars(digits.data(), end, number);
    return fault == std::errc{} && stopped == end && number > 0 ? number : 0;
}

Said basis_said(Language language, procedures::LegalBasis const& basis) {
    bool const french =
        (language == Language::fr || language == Language::en) && !basis.text_fr.empty();
    auto const& law = french ? basis.text_fr : basis.text_ar;
    auto const& place =
        french && !basis.reference_fr.empty() ? basis.reference_fr : basis.reference;
    if (place.empty()) return say(msg::filing_basis_whole, {text("law", law)});
    return say(msg::filing_basis, {text("law", law), text("place", place)});
}

html::Tone tone_for_citizen(State state) {
    switch (state) {
        case State::approved:
        case State::attested: return html::Tone::success;
        case State::refused:
        case State::revoked: return html::Tone::danger;
        case State::being_lodged:
        case State::waiting_replacement:
        case State::waiting_information:
        case State::waiting_originals: return html::Tone::warning;
        case State::returned:
        case State::withdrawn:
        case State::draft: return html::Tone::neutral;
        default: return html::Tone::info;
    }
}

Received receive(Pages const& pages, http::Acted const& acted, std::string_view prefix) {
    Received received;
    for (auto const& upload : acted.request.uploads) {
        bool const ours = upload.field.starts_with(prefix);
        if (!ours || (upload.file_name.empty() && upload.size == 0)) continue;
        if (upload.size > file_bytes_max) {
            received.faults.add(upload.field,
                                say(msg::filing_too_large, {text("name", upload.file_name),
                                                            number("max", file_bytes_max >> 20)}));
            continue;
        }
        auto kept = pages.files.keep(upload.path, upload.file_name);
        if (kept.refused())
            received.faults.add(upload.field, kept.refusal().what);
        else
            received.kept.push_back(
                {upload.field.substr(prefix.size()), kept.value(), upload.file_name});
    }
    return received;
}

http::Response shown_file(Pages const& pages, Document const& document) {
    auto response =
        http::download({}, std::string(files::content_type(document.kind)), document.name);
    auto const path = pages.files.find(document.sha256);
    check(path.has_value(), "a document that a dossier names is in the store");
    response.file = *path;
    return response.with("cache-control", "private, no-store");
}

http::Response shown_paper(std::string pdf, std::string_view number) {
    auto response =
        http::download(std::move(pdf), "application/pdf", std::string(number).append(".pdf"));
    return response.with("cache-control", "private, no-store");
}

void say_data_notice(html::Html& h, Pages const& pages, html::Words const& administration) {
    html::data_notice(
        h, {.controller = pages.controller.empty() ? administration
                                                   : html::Words(html::isolated(pages.controller)),
            .purpose = msg::filing_data_purpose,
            .recipients = msg::filing_data_recipients,
            .cndp_number = pages.cndp_number});
}

int status_of(html::Faults const& faults) { return faults.any() ? 422 : 200; }

html::Faults faults_of(Refusal const& refusal) {
    html::Faults faults;
    faults.add(refusal);
    return faults;
}

}  // namespace wasl::dossiers
