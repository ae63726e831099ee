// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/open311/asking.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "kernel/text/parts.hpp"
#include "kernel/text/signs.hpp"
#include "modules/reports/open311/inline_media.hpp"
#include "modules/reports/open311/moments.hpp"

namespace wasl::reports::open311 {

namespace {

Fault unreadable(std::string_view name, std::string_view wanted) {
    return {400, std::string(name) + " must be " + std::string(wanted)};
}
Fault missing(std::string_view name) { return {400, std::string(name) + " was not provided"}; }

std::string lower(std::string_view text) {
    std::string out(text);
    for (auto& one : out)
        if (one >= 'A' && one <= 'Z') one = static_cast<char>(one - 'A' + 'a');
    return out;
}

std::vector<std::string> listed(std::string_view text) {
    std::vector<std::string> found;
    while (!text.empty()) {
        auto const comma = std::min(text.find(','), text.size());
        auto const one = lexis::trimmed(text.substr(0, comma));
        if (!one.empty() && std::find(found.begin(), found.end(), one) == found.end())
            found.emplace_back(one);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return found;
}

template<typename Number>
std::optional<Number> number_from(std::string_view text) {
    Number value{};
    text = lexis::trimmed(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    auto const* const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return value;
}

// False, and a fault, where it is given and cannot be read.
bool read_moment(Parameters const& all, std::string_view name, std::optional<Instant>& into,
                 Fault& fault) {
    auto const text = parameter(all, name);
    if (text.empty()) return true;
    into = moment_from(text);
    if (!into) fault = unreadable(name, "a date and time with a zone, as 2026-11-21T19:00:00Z");
    return into.has_value();
}

bool read_positive(Parameters const& all, std::string_view name, int max, std::optional<int>& into,
                   Fault& fault) {
    auto const text = parameter(all, name);
    if (text.empty()) return true;
    into = number_from<int>(text);
    if (!into || *into < 1 || *into > max) {
        fault = unreadable(name, "a number from 1 to " + std::to_string(max));
        return false;
    }
    return true;
}

bool read_status(Parameters const& all, Wanted& wanted, Fault& fault) {
    auto const states = listed(lower(parameter(all, "status")));
    if (states.empty()) return true;
    wanted.open = wanted.closed = false;
    for (auto const& one : states) {
        if (one != "open" && one != "closed") {
            fault = unreadable("status", "open, closed, or both");
            return false;
        }
        (one == "open" ? wanted.open : wanted.closed) = true;
    }
    return true;
}

bool read_paging(Parameters const& all, Wanted& wanted, Fault& fault) {
    constexpr int pages_max = 1'000'000;
    std::optional<int> page, size;
    if (!read_positive(all, "page", pages_max, page, fault) ||
        !read_positive(all, "page_size", requests_max, size, fault))
        return false;
    if (!size) read_positive(all, "max_requests", requests_max, size, fault);
    if (page || size) wanted.limit = size.value_or(page_size_default);
    wanted.offset = (page.value_or(1) - 1) * wanted.limit;
    return fault.description.empty();
}

bool read_span(Parameters const& all, Wanted& wanted, Instant now, Fault& fault) {
    if (!read_moment(all, "start_date", wanted.from, fault) ||
        !read_moment(all, "end_date", wanted.until, fault) ||
        !read_moment(all, "updated_after", wanted.updated_from, fault) ||
        !read_moment(all, "updated_before", wanted.updated_until, fault))
        return false;
    // Who asks by change wants old reports too.
    if (wanted.updated_from && !wanted.from && !wanted.until) return true;
    if (!wanted.from) wanted.from = wanted.until.value_or(now) - span_max;
    // A client whose clock is ahead of ours is told that there is nothing yet.
    if (!wanted.until)
        wanted.until = std::max(*wanted.from, std::min(now, *wanted.from + span_max));
    if (*wanted.until < *wanted.from) {
        fault = unreadable("end_date", "later than start_date");
    } else if (*wanted.until - *wanted.from > span_max) {
        fault = {400, "start_date and end_date may be at most 90 days apart"};
    }
    return fault.description.empty();
}

bool read_place(Parameters const& all, Posted& posted, Fault& fault) {
    auto const lat = parameter(all, "lat"), lon = parameter(all, "long");
    if (lat.empty() && lon.empty()) {
        if (!posted.address.empty() || !posted.address_id.empty()) return true;
        fault = {400, "a place was not provided: lat and long, address_string or address_id"};
        return false;
    }
    auto const read = place(all);
    if (auto const* const wrong = std::get_if<Fault>(&read)) {
        fault = *wrong;
        return false;
    }
    posted.place = std::get<geography::Point>(read);
    return true;
}

// "[]" of a list, or the place in it that some libraries write: "[0]".
bool is_place_in_list(std::string_view text) {
    return text.size() >= 2 && text.front() == '[' && text.back() == ']' &&
           text.substr(1, text.size() - 2).find_first_not_of("0123456789") ==
               std::string_view::npos;
}

// attribute[CODE]=v, attribute[CODE][]=v, attribute[CODE][0]=v
void read_answers(Parameters const& all, std::vector<Answer>& answers) {
    constexpr std::string_view opening = "attribute[";
    for (auto const& [name, value] : all) {
        if (!name.starts_with(opening)) continue;
        auto const end = name.find(']');
        if (end == std::string::npos || end == opening.size()) continue;
        auto const rest = std::string_view(name).substr(end + 1);
        if ((!rest.empty() && !is_place_in_list(rest)) || value.empty()) continue;
        auto const code = name.substr(opening.size(), end - opening.size());
        auto found = std::find_if(answers.begin(), answers.end(),
                                  [&](Answer const& one) { return one.code == code; });
        if (found == answers.end()) found = answers.insert(answers.end(), {code, {}});
        found->values.push_back(value);
    }
}

std::vector<std::string> media_in(Parameters const& all) {
    std::vector<std::string> found;
    for (auto const& [name, value] : all)
        if ((name == "media_url" || name == "media_url[]") && !lexis::trimmed(value).empty())
            found.emplace_back(lexis::trimmed(value));
    return found;
}

// Of pictures inside their addresses; others are fetched later, when nobody waits.
bool are_readable(std::vector<std::string> const& media, Fault& fault) {
    for (auto const& one : media) {
        if (!is_inline_media(one) || (one.size() <= inline_media_max && inline_media(one)))
            continue;
        fault =
            unreadable("media_url", "an address, or data: with a picture in base64 of at most " +
                                        std::to_string(inline_media_max) + " bytes");
        return false;
    }
    return true;
}

constexpr auto statuses = std::to_array<std::string_view>(
    {"open", "closed", "fixed", "in_progress", "planned", "action_scheduled", "investigating",
     "duplicate", "not_councils_responsibility", "no_further_action", "internal_referral",
     "cancelled", "reopen", "for_triage", "unchanged"});

}  // namespace

std::string_view parameter(Parameters const& all, std::string_view name) {
    for (auto const& [own, value] : all)
        if (own == name) return lexis::trimmed(value);
    return {};
}

Read<geography::Point> place(Parameters const& all) {
    auto const north = number_from<double>(parameter(all, "lat"));
    auto const east = number_from<double>(parameter(all, "long"));
    if (!north || !east || !std::isfinite(*north) || !std::isfinite(*east) ||
        !geography::is_place({*north, *east}))
        return unreadable("lat and long", "degrees of WGS 84, both of them");
    return geography::Point{*north, *east};
}

Read<Wanted> wanted(Parameters const& all, Instant now) {
    Wanted wanted;
    wanted.extensions = parameter(all, "extensions") == "true";
    wanted.ids = listed(parameter(all, "service_request_id"));
    if (wanted.ids.size() > static_cast<std::size_t>(ids_max))
        return Fault{400, "at most " + std::to_string(ids_max) + " service_request_id"};
    if (!wanted.ids.empty()) return wanted;
    wanted.codes = listed(parameter(all, "service_code"));
    Fault fault;
    if (!read_status(all, wanted, fault) || !read_paging(all, wanted, fault) ||
        !read_span(all, wanted, now, fault))
        return fault;
    return wanted;
}

Read<Posted> posted(Parameters const& all) {
    Posted posted{.service_code = std::string(parameter(all, "service_code")),
                  .place = {},
                  .address = std::string(parameter(all, "address_string")),
                  .address_id = std::string(parameter(all, "address_id")),
                  .description = std::string(parameter(all, "description")),
                  .email = std::string(parameter(all, "email")),
                  .phone = std::string(parameter(all, "phone")),
                  .first_name = std::string(parameter(all, "first_name")),
                  .last_name = std::string(parameter(all, "last_name")),
                  .device_id = std::string(parameter(all, "device_id")),
                  .account_id = std::string(parameter(all, "account_id")),
                  .media_urls = media_in(all),
                  .answers = {},
                  .reference = {},
                  .title = std::string(parameter(all, "attribute[title]"))};
    for (std::string_view const name : {"reference", "fixmystreet_id", "attribute[fixmystreet_id]"})
        if (posted.reference.empty()) posted.reference = parameter(all, name);
    // A client in wide use spells it so.
    if (posted.device_id.empty()) posted.device_id = parameter(all, "deviceid");
    // And says so where its user knew no address.
    if (posted.address_id == "#NOTPINPOINTED#") posted.address_id.clear();
    if (posted.service_code.empty()) return missing("service_code");
    if (lexis::signs_in(posted.description) > description_max)
        return Fault{400, "description may have at most 4000 characters"};
    Fault fault;
    if (!read_place(all, posted, fault) || !are_readable(posted.media_urls, fault)) return fault;
    read_answers(all, posted.answers);
    return posted;
}

Read<Window> window(Parameters const& all, Instant now) {
    std::optional<Instant> from, until;
    Fault fault;
    if (!read_moment(all, "start_date", from, fault) || !read_moment(all, "end_date", until, fault))
        return fault;
    Window window{.from = from.value_or(until.value_or(now) - Days{1}),
                  .until = until.value_or(std::max(now, from.value_or(now)))};
    if (window.until < window.from) return unreadable("end_date", "later than start_date");
    if (window.until - window.from > span_max)
        return Fault{400, "start_date and end_date may be at most 90 days apart"};
    return window;
}

Read<PostedUpdate> posted_update(Parameters const& all) {
    PostedUpdate update{.update_id = std::string(parameter(all, "update_id")),
                        .request_id = std::string(parameter(all, "service_request_id")),
                        .status = lower(parameter(all, "status")),
                        .at = {},
                        .description = std::string(parameter(all, "description")),
                        .first_name = std::string(parameter(all, "first_name")),
                        .last_name = std::string(parameter(all, "last_name")),
                        .email = std::string(parameter(all, "email")),
                        .phone = std::string(parameter(all, "phone")),
                        .media_urls = media_in(all)};
    if (update.update_id.empty()) return missing("update_id");
    if (update.request_id.empty()) return missing("service_request_id");
    if (update.status.empty()) return missing("status");
    if (std::find(statuses.begin(), statuses.end(), update.status) == statuses.end())
        return unreadable("status", "one of the update extension");
    auto const at = parameter(all, "updated_datetime");
    if (at.empty()) return missing("updated_datetime");
    auto const moment = moment_from(at);
    if (!moment) return unreadable("updated_datetime", "a date and time with a zone");
    update.at = *moment;
    if (lexis::signs_in(update.description) > description_max)
        return Fault{400, "description may have at most 4000 characters"};
    Fault fault;
    if (!are_readable(update.media_urls, fault)) return fault;
    // "-" stands for no name.
    if (update.last_name == "-") update.last_name.clear();
    return update;
}

}  // namespace wasl::reports::open311
