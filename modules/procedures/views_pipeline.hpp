// SPDX-License-Identifier: Apache-2.0
// The way of a sheet, as those who take its steps see it, and as the public sees its end.
#pragma once

#include "modules/procedures/certification.hpp"
#include "modules/procedures/gate.hpp"
#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

Message const& word_of(SheetState);

struct PipelinePage {
    Draft const& draft;
    Hands hands;
    std::vector<StepLine> const& steps;
    bool gate_passed = false;
    html::Faults const& faults;
    std::string_view csrf;
};
void show_standing(html::Html&, SheetState, std::optional<SheetState> revision);
void show_pipeline(html::Html&, PipelinePage const&);

// The banner of the public page, and the owner's button.
void show_confirmation(html::Html&, Date certified, Date today);
struct CertificationPage {
    SheetId sheet{0};
    Date certified{};
    Date today{};
    bool may = false;
    std::string_view csrf;
};
void show_certification(html::Html&, CertificationPage const&);

// What is left of a sheet that has ended.
struct EndedPage {
    Draft const& draft;
    directory::Administration const* owner = nullptr;
    Names into;             // of a merged one
    std::string into_code;  // empty where that cannot be read
};
void show_ended(html::Html&, EndedPage const&);

void show_review(html::Html&, std::vector<SheetLine> const&, directory::Picture const&);

}  // namespace wasl::procedures::views
