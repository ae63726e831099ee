// SPDX-License-Identifier: Apache-2.0
// Whether a row of the settings may stand beside the others.
#pragma once

#include "kernel/result.hpp"
#include "modules/reports/settings.hpp"

namespace wasl::reports {

Outcome setting_fits(SettingsRows const&, Category const&);
Outcome setting_fits(SettingsRows const&, Question const&);
Outcome setting_fits(SettingsRows const&, NamedState const&);
Outcome setting_fits(SettingsRows const&, Template const&);
Outcome setting_fits(SettingsRows const&, Escalation const&);
Outcome setting_fits(SettingsRows const&, directory::Picture const&, Route const&);

}  // namespace wasl::reports
