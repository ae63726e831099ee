// SPDX-License-Identifier: Apache-2.0
#include "platform/http/rates.hpp"

#include <cmath>

namespace wasl::http {
namespace {

// IPv6 hands a household a /64: its first four groups stand for it.
std::string_view household(std::string_view client) {
    if (client.find(':') == std::string_view::npos) return client;
    std::size_t groups = 0;
    for (std::size_t n = 0; n < client.size(); ++n) {
        if (client[n] != ':') continue;
        if (++groups == 4 || client.substr(n).starts_with("::")) return client.substr(0, n);
    }
    return client;
}

}  // namespace

int Rates::take(Rate rate, std::string_view client, PersonId person, Instant now) {
    Measure address{}, one{};
    switch (rate) {
        case Rate::none: return 0;
        case Rate::sign_in: address = {40, 0.2}, one = {10, 0.05}; break;
        case Rate::filing: address = {120, 0.5}, one = {20, 0.05}; break;
        case Rate::api: address = {240, 20}, one = {120, 10}; break;
    }
    auto const kind = std::to_string(static_cast<int>(rate));
    std::scoped_lock const lock(mutex_);
    if (person.value() != 0)
        if (auto const wait = take_one(kind + "#" + std::to_string(person.value()), one, now))
            return wait;
    return take_one(kind + "@" + std::string(household(client)), address, now);
}

int Rates::take_one(std::string key, Measure measure, Instant now) {
    if (buckets_.size() >= buckets_max) make_room(now);
    auto const [found, fresh] = buckets_.try_emplace(std::move(key), Bucket{measure.burst, now});
    auto& bucket = found->second;
    auto const seconds = std::chrono::duration<double>(now - bucket.touched).count();
    bucket.tokens =
        std::min(measure.burst, bucket.tokens + std::max(0.0, seconds) * measure.per_second);
    bucket.touched = now;
    if (bucket.tokens < 1)
        return std::max(1, static_cast<int>(std::ceil((1 - bucket.tokens) / measure.per_second)));
    bucket.tokens -= 1;
    return 0;
}

// Who has been quiet for an hour has a full bucket again, whatever the rate. If that is not
// enough, all start anew: forgetting is kinder than shutting everybody out.
void Rates::make_room(Instant now) {
    std::erase_if(buckets_, [&](auto const& one) {
        return now - one.second.touched > std::chrono::hours(1);
    });
    if (buckets_.size() >= buckets_max) buckets_.clear();
}

}  // namespace wasl::http
