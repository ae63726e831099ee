// SPDX-License-Identifier: Apache-2.0
// Deadlines of many connections for the price of one timer: coarse, a quarter of a second.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>

namespace wasl::http {

class Timed {
public:
    virtual ~Timed() = default;
    virtual void expired() = 0;

protected:
    Timed() = default;
    Timed(Timed const&) = delete;
    Timed& operator=(Timed const&) = delete;

private:
    Timed* before_ = nullptr;
    Timed* after_ = nullptr;
    std::uint64_t due_ = 0;
    friend class Wheel;
};

class Wheel {
public:
    static constexpr std::chrono::milliseconds step{250};

    void set(Timed&, std::chrono::milliseconds from_now);
    static void off(Timed&);
    void tick();  // once a step

private:
    // The head of a ring; it never expires itself.
    struct Slot final : Timed {
        void expired() override {}
    };
    static void link(Slot&, Timed&);
    Slot& slot_of(std::uint64_t due);

    static constexpr std::size_t slot_count = 512;
    std::array<Slot, slot_count> slots_;
    std::uint64_t now_ = 0;
};

}  // namespace wasl::http
