// SPDX-License-Identifier: Apache-2.0
#include "modules/notices/hooks.hpp"
#include "platform/http/calls.hpp"

namespace wasl::notices {

// The answer's words are nobody's business.
std::string tell(Ways const& ways, Hook const& hook, KeptEvent const& event, Instant now) {
    auto const id = "event-" + std::to_string(event.number);
    auto const seconds = micros(now) / 1'000'000;
    auto const replied =
        http::call({.address = hook.address,
                    .headers = {"Content-Type: application/json", "Webhook-Id: " + id,
                                "Webhook-Timestamp: " + std::to_string(seconds),
                                "Webhook-Signature: " +
                                    signature(secret_of(ways, hook), id, seconds, event.body)},
                    .posts = true,
                    .body = event.body,
                    .patience = ways.hook_patience,
                    .private_addresses = ways.private_hooks});
    return replied.good() ? "" : replied.fault();
}

}  // namespace wasl::notices
