// SPDX-License-Identifier: Apache-2.0
// A Said as text to keep, and back: {"key": "dossiers.notice.received", "values": [{"name": "day",
// "date": "2026-03-02"}, ...]}.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "kernel/message.hpp"

namespace wasl::i18n {

using FindMessage = std::function<Message const*(std::string_view full_key)>;

// A Said whose values' names live as long as it does.
struct Remembered {
    Said said;
    std::shared_ptr<void const> names;
};

std::string kept(Said const&);
// Nothing where the message no longer exists: the code changed under an old notice.
std::optional<Remembered> remember(std::string_view kept, FindMessage const& find);

}  // namespace wasl::i18n
