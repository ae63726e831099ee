// SPDX-License-Identifier: Apache-2.0
// One visit to an endpoint, inside of the sender only.
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "modules/reports/georeport_sending.hpp"
#include "modules/reports/open311/hearing.hpp"
#include "platform/http/calls.hpp"

namespace wasl::reports {

struct Round {
    static constexpr std::size_t answer_max = 16 * 1024 * 1024;

    db::Database& database;
    Desk const& desk;
    Sender::Ways const& ways;
    Endpoint endpoint;
    Instant now{};
    std::string api_key{};
    std::string why{};  // it failed

    http::Replied get(std::string const& what, open311::Fields) const;
    http::Replied post(std::string const& what, open311::Fields) const;
    void fail(std::string text) { why = std::move(text); }

    // Of a report that we only now know by their number, updates may have gone by.
    void hear_since(Instant moment) {
        endpoint.heard_until = std::min(endpoint.heard_until, moment);
    }

    template<typename Work>
    auto read(Work work) const {
        return database.read(work);
    }
    // Work that is never refused.
    template<typename Work>
    void write(Work work) const {
        (void)database.write([&](db::Writer& writer) -> Outcome {
            work(writer);
            return Done{};
        });
    }
};

// Updates, or states where the endpoint has no update extension. False where it failed.
bool hear_them(Round&);
// What people said here since.
bool tell_them(Round&);

}  // namespace wasl::reports
