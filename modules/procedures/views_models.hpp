// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

struct Model {
    std::string code;
    Names title, summary;
};
struct ModelsPage {
    std::string query;
    std::vector<Model> models;
};
void show_models(html::Html&, ModelsPage const&);

// One model, with what is asked of whoever starts from it.
struct ClonePage {
    Sheet const& model;
    std::vector<Place> const& owners;
    html::Faults const& faults;
    std::string code, owner;  // as typed
    std::string_view csrf;
};
void show_clone(html::Html&, ClonePage const&);

}  // namespace wasl::procedures::views
