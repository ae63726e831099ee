// SPDX-License-Identifier: Apache-2.0
#include "modules/notices/desk.hpp"

#include <boost/json.hpp>

#include "modules/notices/messages.hpp"

namespace wasl::notices {

Result<store::Item> read_notice(Outbox const& outbox, db::Writer& writer, PersonId reader,
                                NoticeId id, Instant now) {
    auto const item = store::item(writer, reader, id);
    if (!item) return Refusal{Refused::not_found, {}};
    if (store::mark_read(writer, reader, id, now))
        outbox.inside().people.add_unread(writer, reader, -1);
    return *item;
}

Outcome read_all(Outbox const& outbox, db::Writer& writer, PersonId reader, Instant now) {
    auto const count = store::mark_all_read(writer, reader, now);
    if (count > 0) outbox.inside().people.add_unread(writer, reader, -static_cast<int>(count));
    return Done{};
}

Outcome retry_letter(db::Writer& writer, LetterId id, Instant now) {
    if (!store::retry(writer, id, now))
        return Refusal{Refused::conflict, say(msg::refusal_letter_gone)};
    return Done{};
}

Outcome drop_letter(db::Writer& writer, LetterId id, Instant now) {
    if (!store::drop(writer, id, now))
        return Refusal{Refused::conflict, say(msg::refusal_letter_gone)};
    return Done{};
}

people::Contributor contributor() {
    namespace json = boost::json;
    auto const exports = [](db::Reader& reader, PersonId person) {
        json::array all;
        NoticeId before{INT64_MAX};
        for (;;) {
            auto const some = store::items(reader, person, before, 500);
            for (auto const& item : some)
                all.push_back(json::object{{"posted", iso(item.posted_at)},
                                           {"about", item.about},
                                           {"subject", json::parse(item.subject)},
                                           {"body", json::parse(item.body)},
                                           {"read", item.read}});
            if (some.size() < 500) return json::serialize(all);
            before = some.back().id;
        }
    };
    auto const erases = [](db::Writer& writer, PersonId person, Instant now) {
        store::erase_items(writer, person);
        store::end_letters_of(writer, person, now);
        return std::vector<Said>{};
    };
    return {"notices", exports, erases};
}

}  // namespace wasl::notices
