// SPDX-License-Identifier: Apache-2.0
#include "platform/clock/clock.hpp"

#include <unicode/basictz.h>
#include <unicode/tztrans.h>

#include "kernel/result.hpp"

namespace wasl::clock {

using namespace std::chrono;

namespace {

// Between two changes of the zone its offset is one number. A thread remembers the last spans it
// asked for: a page shows the moments of one dossier, which lie in two or three of them.
struct Span {
    double from = 0;
    double until = 0;  // milliseconds since 1970, until excluded
    milliseconds offset{};
};

// Never destroyed: while the process ends a thread may still ask what time it is.
icu::BasicTimeZone const& casablanca() {
    static icu::BasicTimeZone const* const zone = [] {
        std::unique_ptr<icu::TimeZone> made(icu::TimeZone::createTimeZone("Africa/Casablanca"));
        check(*made != icu::TimeZone::getUnknown(), "ICU knows Africa/Casablanca");
        auto const* const basic = dynamic_cast<icu::BasicTimeZone const*>(made.get());
        check(basic != nullptr, "Africa/Casablanca has transitions");
        auto* const kept = basic->clone();
        // ICU makes the rules when a transition is first asked for, and two threads that ask first
        // make them both: making them takes back the mark that they are being made. Asked here,
        // where one thread is let in.
        icu::TimeZoneTransition made_now;
        check(kept->getNextTransition(0, 0, made_now) != 0, "Morocco has changed its clocks");
        return kept;
    }();
    return *zone;
}

Span span_around(double moment) {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw = 0;
    std::int32_t saving = 0;
    casablanca().getOffset(moment, 0, raw, saving, status);
    check(U_SUCCESS(status) != 0, "the zone database answers");
    Span span{moment, moment + 1, milliseconds(raw + saving)};
    icu::TimeZoneTransition change;
    if (casablanca().getPreviousTransition(moment, 1, change)) span.from = change.getTime();
    if (casablanca().getNextTransition(moment, 0, change)) span.until = change.getTime();
    return span;
}

milliseconds offset_at(Instant moment) {
    thread_local std::array<Span, 8> known;
    thread_local std::size_t oldest = 0;
    auto const wanted = static_cast<double>(floor<milliseconds>(moment).time_since_epoch().count());
    for (auto const& span : known)
        if (wanted >= span.from && wanted < span.until) return span.offset;
    auto& span = known[oldest++ % known.size()];
    span = span_around(wanted);
    return span.offset;
}

}  // namespace

Instant now() { return floor<microseconds>(system_clock::now()); }

Date day_in_morocco(Instant moment) {
    return Date{floor<days>(moment + offset_at(moment)).time_since_epoch()};
}

// Morocco changes its clocks at two or three in the morning, never at midnight, so that reading
// the offset an hour away from it is safe.
Instant start_of_day_in_morocco(Date date) {
    Instant const as_if_greenwich{date.time_since_epoch()};
    return as_if_greenwich - offset_at(as_if_greenwich);
}

TimeOfDay time_in_morocco(Instant moment) {
    auto const local = moment + offset_at(moment);
    hh_mm_ss const time{floor<minutes>(local - floor<days>(local))};
    return {static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count())};
}

}  // namespace wasl::clock
