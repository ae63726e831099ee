// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/clock.hpp"

#include <algorithm>

#include "modules/dossiers/messages.hpp"

namespace wasl::dossiers {

// The day on which the n-th counted day falls, or nothing where the clock is suspended before.
// `left` is then what remains to be counted.
static std::optional<Date> counted_day(Course const& course, int n, int& left) {
    Date last = course.complete_on;  // counted, or not to be counted, up to here
    left = n;
    for (auto const& pause : course.suspensions) {
        Date const reached = last + Days{left};
        if (reached < pause.from) return reached;
        auto const used = std::max((pause.from - Days{1} - last).count(), decltype(left + 0L){0});
        left -= static_cast<int>(used);
        if (!pause.until) return std::nullopt;
        last = std::max(last, *pause.until);
    }
    return last + Days{left};
}

static int whole_term(Course const& course) {
    return lawful_days(course.term) + (course.extension ? course.extension->days : 0);
}

// "At once" leaves no day to be excluded.
static Date last_useful(Course const& course, Date target) {
    return whole_term(course) == 0 ? target : target + Days{1};
}

// The sighting of the moon moves a day by one, either way.
static bool may_still_move(Date raw, Date due, OfficeCalendar const& offices) {
    return offices.is_provisional(raw - Days{1}, due + Days{1});
}

Reckoning reckon(Course const& course, OfficeCalendar const& offices) {
    Reckoning answer;
    int left = 0;
    int const half = lawful_days(course.term) / 2;
    // While something is asked nothing else can be: the half then ends with the ask itself.
    answer.first_half_until =
        counted_day(course, half, left)
            .value_or(course.suspensions.empty() ? course.complete_on
                                                 : course.suspensions.back().from);
    answer.target = counted_day(course, whole_term(course), left);
    answer.days_left = answer.target ? whole_term(course) : left;
    if (!answer.target) return answer;
    Date const raw = last_useful(course, *answer.target);
    answer.due = offices.open_on_or_after(raw);
    answer.provisional = may_still_move(raw, *answer.due, offices);
    return answer;
}

Date full_term(Date from, int days, OfficeCalendar const& offices) {
    return offices.open_on_or_after(from + Days{days + 1});
}

static void say_shift(std::vector<Line>& lines, Date raw, OfficeCalendar const& offices) {
    Date const open = offices.open_on_or_after(raw);
    if (open != raw) {
        auto const* holiday = offices.holiday(raw);
        lines.push_back(
            holiday
                ? Line{say(msg::clock_shift_holiday,
                           {{"day", raw}, text("holiday", holiday->name_ar), {"until", open}}),
                       "55.19/31"}
                : Line{say(msg::clock_shift_weekend, {{"day", raw}, {"until", open}}), "55.19/31"});
    }
    lines.push_back({say(msg::clock_due, {{"day", open}}), "55.19/31"});
    if (may_still_move(raw, open, offices)) lines.push_back({say(msg::clock_provisional), ""});
}

static Message const& waited_for(Ask ask) {
    switch (ask) {
        case Ask::replacement: return msg::clock_suspended_replacement;
        case Ask::information: return msg::clock_suspended_information;
        case Ask::originals: return msg::clock_suspended_originals;
    }
    return msg::clock_suspended_replacement;
}

static Line say_suspension(Suspension const& pause) {
    if (!pause.until)
        return {say(msg::clock_suspended_now,
                    {word("why", waited_for(pause.why)), {"from", pause.from}}),
                article_of(pause.why)};
    auto const days = std::max((*pause.until - pause.from).count() + 1, 0L);
    return {say(msg::clock_suspended, {word("why", waited_for(pause.why)),
                                       {"from", pause.from},
                                       {"until", *pause.until},
                                       number("count", days)}),
            article_of(pause.why)};
}

static Message const& ground_named(Ground ground) {
    return ground == Ground::expertise ? msg::ground_expertise : msg::ground_public_inquiry;
}

std::vector<Line> in_words(Course const& course, OfficeCalendar const& offices) {
    std::vector<Line> lines;
    int const days = lawful_days(course.term);
    lines.push_back({say(msg::clock_start, {{"day", course.complete_on}}), "55.19/16"});
    if (days == 0 && whole_term(course) == 0) {
        lines.push_back({say(msg::clock_at_once), "55.19/16"});
    } else {
        lines.push_back({say(msg::clock_term, {number("count", days)}), "55.19/16"});
        if (course.term.days > course.term.cap_days)
            lines.push_back(
                {say(msg::clock_capped, {number("count", course.term.cap_days)}), "55.19/16"});
    }
    for (auto const& pause : course.suspensions) lines.push_back(say_suspension(pause));
    if (course.extension)
        lines.push_back(
            {say(msg::clock_extended, {number("count", course.extension->days),
                                       word("ground", ground_named(course.extension->ground))}),
             "55.19/17"});
    auto const reckoned = reckon(course, offices);
    if (!reckoned.target) {
        lines.push_back({say(msg::clock_left, {number("count", reckoned.days_left)}), "55.19/14"});
        return lines;
    }
    lines.push_back({say(msg::clock_target, {{"day", *reckoned.target}}), "55.19/31"});
    say_shift(lines, last_useful(course, *reckoned.target), offices);
    return lines;
}

std::vector<Line> full_term_in_words(Date from, int days, std::string_view article,
                                     OfficeCalendar const& offices) {
    std::vector<Line> lines;
    lines.push_back({say(msg::clock_own_term, {{"day", from}, number("count", days)}), article});
    lines.push_back({say(msg::clock_target, {{"day", from + Days{days}}}), "55.19/31"});
    say_shift(lines, from + Days{days + 1}, offices);
    return lines;
}

}  // namespace wasl::dossiers
