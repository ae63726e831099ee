// SPDX-License-Identifier: Apache-2.0
// What everybody reads, in memory.
#include "modules/bank/inside.hpp"
#include "modules/bank/schema.hpp"

namespace wasl::bank {

static constexpr auto look_every = std::chrono::seconds(1);

Desk::Desk(House house) : house_(house) {}

std::span<db::SchemaStep const> schema_steps() { return schema; }

std::shared_ptr<Picture const> Desk::picture(db::Reader& reader, Instant now) const {
    std::shared_ptr<Picture const> former;
    {
        std::lock_guard const lock(mutex_);
        // A clock that was set back counts as a second gone by.
        bool const lately = now >= looked_ && now - looked_ < look_every;
        if (picture_ && lately && picture_->versions().entries >= expected_) return picture_;
        former = picture_;
    }
    auto const versions = store::versions(reader);
    bool const same = former && former->versions() == versions;
    auto const read =
        same ? former
             : std::make_shared<Picture const>(versions, store::lines(reader), former.get());
    std::lock_guard const lock(mutex_);
    if (!picture_ || picture_->versions().entries <= versions.entries) picture_ = read;
    looked_ = now;
    return read;
}

std::int64_t Desk::version() const {
    std::lock_guard const lock(mutex_);
    return picture_ ? picture_->versions().entries : 0;
}

bool Desk::fresh(Instant now) const {
    std::lock_guard const lock(mutex_);
    return picture_ && now >= looked_ && now - looked_ < look_every &&
           picture_->versions().entries >= expected_;
}

void Desk::changed(db::Writer& writer, Changed what) const {
    store::bump(writer, "entries");
    if (what == Changed::words) store::bump(writer, "texts");
    auto const versions = store::versions(writer);
    std::lock_guard const lock(mutex_);
    expected_ = versions.entries;
}

}  // namespace wasl::bank
