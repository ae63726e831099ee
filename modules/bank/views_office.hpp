// SPDX-License-Identifier: Apache-2.0
// What reviewers and administrations see of the bank.
#pragma once

#include "modules/bank/import.hpp"
#include "modules/bank/views.hpp"

namespace wasl::bank::views {

// views_step.cpp
struct StepPage {
    Known const& known;
    Whole const& whole;
    Action action;
    std::string_view csrf;
    http::Request const& request;
    html::Faults const& faults;
    std::vector<Line const*> similar;  // a merge may go into one of them
};
void step_form(html::Html&, StepPage const&);

// views_office.cpp
struct OfficePage {
    Known const& known;
    http::Request const& request;
    html::Faults const& faults;
    bool reviews = false;
    QueueAsk ask;
    Queue queue;
    std::vector<std::pair<Adoption, Entry>> adoptions;
};
void office(html::Html&, OfficePage const&);
struct AdminPage {
    Known const& known;
    std::vector<AdministrationId> reviewing;
    std::string_view csrf;
    http::Request const& request;
    html::Faults const& faults;
};
void admin(html::Html&, AdminPage const&);
struct AdoptPage {
    Known const& known;
    Entry const& entry;
    std::vector<AdministrationId> places;
    std::string_view csrf;
    http::Request const& request;
    html::Faults const& faults;
};
void adopt_form(html::Html&, AdoptPage const&);

// views_file.cpp
struct Colleague {
    PersonId id{0};
    std::string name;
};
struct FilePage {
    Known const& known;
    AdoptionWhole const& whole;
    Entry const& entry;
    std::string_view csrf;
    http::Request const& request;
    html::Faults const& faults;
    std::vector<Colleague> colleagues;
};
void file(html::Html&, FilePage const&);
void file_form(html::Html&, FilePage const&);    // views_file_forms.cpp
void effect_form(html::Html&, FilePage const&);  // views_effect_form.cpp
void file_acts(html::Html&, FilePage const&);    // views_file_acts.cpp

// views_import.cpp
struct ImportFormPage {
    std::vector<Waiting> const& waiting;
    std::string_view csrf;
    http::Request const& request;
    html::Faults const& faults;
};
void import_form(html::Html&, ImportFormPage const&);
struct ImportRowsPage {
    Waiting const& file;
    ImportReport const& report;
    int page = 1;
    std::string_view csrf;
};
void import_rows(html::Html&, ImportRowsPage const&);
inline constexpr std::size_t import_rows_shown = 50;

}  // namespace wasl::bank::views
