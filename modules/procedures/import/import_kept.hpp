// SPDX-License-Identifier: Apache-2.0
// What was found in a file, as text to keep, and back.
#pragma once

#include <deque>
#include <memory>
#include <string>

#include "modules/procedures/import/import.hpp"
#include "platform/i18n/kept.hpp"

namespace wasl::procedures {

// A line whose words live as long as it does.
struct KeptLine {
    KeptLine() = default;
    // A copy would name the words of the other. A deque's own move may throw.
    KeptLine(KeptLine&&) = default;             // NOLINT(performance-noexcept-move-constructor)
    KeptLine& operator=(KeptLine&&) = default;  // NOLINT(performance-noexcept-move-constructor)

    ImportLine line;
    std::vector<std::shared_ptr<void const>> names;
    std::deque<std::string> articles;
};
std::string to_keep(ImportLine const&);
KeptLine kept_line(std::string_view);

// The lines in the order in which people read them: those that need somebody first.
std::vector<ImportLine const*> by_need(ImportReport const&);

// How many lines of each verdict, beside import_verdicts.
using ImportSums = std::array<std::int64_t, import_verdicts.size()>;
ImportSums sums_of(ImportReport const&);
std::string to_keep(ImportSums const&);
ImportSums kept_sums(std::string_view);

std::string to_keep(Said const&);  // empty where nothing is said
std::optional<i18n::Remembered> kept_said(std::string_view);

}  // namespace wasl::procedures
