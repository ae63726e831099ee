// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/notices/notices.hpp"

namespace wasl::notices::store {

struct Item {
    NoticeId id{0};
    std::string subject, body;  // kept words
    std::string link, about;
    Instant posted_at{};
    bool read = false;
};
void insert_item(db::Writer&, PersonId, Item const&, Instant now);
std::vector<Item> items(db::Reader&, PersonId, NoticeId before, int most);
std::vector<Item> unread_items(db::Reader&, PersonId, int most);
std::optional<Item> item(db::Reader&, PersonId, NoticeId);
bool mark_read(db::Writer&, PersonId, NoticeId, Instant now);
std::int64_t mark_all_read(db::Writer&, PersonId, Instant now);
void erase_items(db::Writer&, PersonId);

struct Letter {
    LetterId id{0};
    std::optional<NoticeId> notice;
    std::optional<PersonId> person;
    std::string address, channel, language;
    std::string subject, body, link, stop;
    std::string message_id;
    std::int64_t tries = 0;
    std::optional<Instant> until;
    Instant posted_at{};
    std::string state, why;
};
void insert_letter(db::Writer&, Letter const&, Instant now);
// Takes the letter that has waited longest; nobody else gets it before the lease ends.
std::optional<Letter> lease(db::Writer&, Instant now, Instant lease_until);
// Both do nothing where the lease was lost meanwhile (`tries` has moved on): returns false.
bool finish(db::Writer&, Letter const&, std::string_view state, std::string_view why, Instant now);
bool wait(db::Writer&, Letter const&, std::string_view why, Instant due);
std::vector<Letter> stuck(db::Reader&, Instant posted_before);
bool retry(db::Writer&, LetterId, Instant now);
bool drop(db::Writer&, LetterId, Instant now);
void end_letters_of(db::Writer&, PersonId, Instant now);

}  // namespace wasl::notices::store
