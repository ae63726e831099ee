// SPDX-License-Identifier: Apache-2.0
// The settings in memory.
#include "modules/reports/inside.hpp"
#include "modules/reports/kept_figures.hpp"
#include "modules/reports/schema.hpp"

namespace wasl::reports {

static constexpr auto look_every = std::chrono::seconds(1);

Desk::Desk(db::Database& database, directory::Desk const& directory, people::Desk const& people,
           notices::Outbox const& notices)
    : house_{database, directory, people, notices},
      kept_figures_(std::make_unique<KeptFigures>()) {}
Desk::~Desk() = default;

std::span<db::SchemaStep const> schema_steps() { return schema; }

std::shared_ptr<Settings const> Desk::settings(db::Reader& reader, Instant now) const {
    {
        std::lock_guard const lock(mutex_);
        // A clock that was set back counts as a second gone by.
        bool const lately = now >= looked_ && now - looked_ < look_every;
        bool const ours = settings_ && settings_->version() >= expected_;
        if (settings_ &&
            ((lately && ours) || settings_->version() == store::settings_version(reader))) {
            if (!lately) looked_ = now;
            return settings_;
        }
    }
    auto const read = std::make_shared<Settings const>(store::settings(reader));
    std::lock_guard const lock(mutex_);
    if (!settings_ || settings_->version() < read->version()) settings_ = read;
    looked_ = now;
    return settings_;
}

}  // namespace wasl::reports
