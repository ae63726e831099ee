// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modules/reports/alerts.hpp"
#include "modules/reports/store.hpp"

namespace wasl::reports::store {

void insert(db::Writer&, Alert const&);
std::optional<Alert> alert(db::Reader&, AlertId);
void confirm(db::Writer&, Alert const&);
void remove(db::Writer&, AlertId);
void remove_of_address(db::Writer&, std::string_view address);
std::vector<Alert> alerts_of_person(db::Reader&, PersonId);
std::vector<Alert> alerts_of_address(db::Reader&, std::string_view address);  // unconfirmed too
void forget_unconfirmed_alerts(db::Writer&, Instant made_before);

// Those whose letter is due, after another where there is one.
std::vector<Alert> alerts_due(db::Reader&, Instant now, int limit);
// False where it was ended, or told by somebody else meanwhile.
bool tell(db::Writer&, Alert const&, Instant told_until, Instant due_at);

// A report is public for the first time.
void publish(db::Writer&, ReportId, Instant now);
void forget_news(db::Writer&, Instant published_before);
struct News {
    Pin pin;
    PersonId author{0};
    Instant published_at{};
};
// Public ones, newest first; published after one moment and up to another.
std::vector<News> news(db::Reader&, Instant after, Instant until, int limit);

}  // namespace wasl::reports::store
