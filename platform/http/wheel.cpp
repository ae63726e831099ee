// SPDX-License-Identifier: Apache-2.0
#include "platform/http/wheel.hpp"

namespace wasl::http {

Wheel::Slot& Wheel::slot_of(std::uint64_t due) {
    return slots_[static_cast<std::size_t>(due % slot_count)];
}

void Wheel::link(Slot& slot, Timed& timed) {
    if (!slot.after_) slot.after_ = slot.before_ = &slot;
    timed.after_ = &slot;
    timed.before_ = slot.before_;
    slot.before_->after_ = &timed;
    slot.before_ = &timed;
}

void Wheel::off(Timed& timed) {
    if (!timed.after_) return;
    timed.before_->after_ = timed.after_;
    timed.after_->before_ = timed.before_;
    timed.before_ = timed.after_ = nullptr;
}

void Wheel::set(Timed& timed, std::chrono::milliseconds from_now) {
    auto const steps = std::max<std::int64_t>(0, from_now / step) + 1;
    auto const due = now_ + static_cast<std::uint64_t>(steps);
    if (timed.after_ && timed.due_ == due) return;
    off(timed);
    timed.due_ = due;
    link(slot_of(due), timed);
}

// What is due at a later turn of the wheel is linked again; the ring is emptied first, because
// expired() may set or take off any other.
void Wheel::tick() {
    ++now_;
    auto& slot = slot_of(now_);
    if (!slot.after_ || slot.after_ == &slot) return;
    Slot due;
    while (slot.after_ != &slot) {
        auto& timed = *slot.after_;
        off(timed);
        link(due, timed);
    }
    while (due.after_ != &due) {
        auto& timed = *due.after_;
        off(timed);
        if (timed.due_ <= now_)
            timed.expired();
        else
            link(slot, timed);
    }
}

}  // namespace wasl::http
