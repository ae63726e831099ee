// SPDX-License-Identifier: Apache-2.0
// What all fields share; used by fields*.cpp alone.
#pragma once

#include "platform/html/fields.hpp"

namespace wasl::html {

// <div class="field">, label, hint, error; the control and "</div>" follow.
void open_field(Html&, Field const&);
// <fieldset class="field">, legend, hint, error, for groups of controls.
void open_group(Html&, Field const&);
void hint_and_error(Html&, Field const&);
// " (اختياري)" where nothing must be given.
void optional_mark(Html&, Field const&);
// id, name, required, what describes it, whether it is wrong, autocomplete, direction.
void control_attributes(Html&, Field const&);
void describe(Html&, Field const&);

}  // namespace wasl::html
