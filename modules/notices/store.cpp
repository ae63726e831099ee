// SPDX-License-Identifier: Apache-2.0
#include "modules/notices/store.hpp"

namespace wasl::notices::store {
namespace {

constexpr db::Sql insert_notice{"notices.insert_notice", R"sql(
    insert into notices_inbox (id, person, subject, body, link, about, posted_at)
    values ($1, $2, $3, $4, $5, $6, $7)
)sql"};

constexpr db::Sql select_inbox{"notices.select_inbox", R"sql(
    select id, subject, body, link, about, posted_at, read_at from notices_inbox
    where person = $1 and id < $2 order by id desc limit $3
)sql"};

constexpr db::Sql select_unread{"notices.select_unread", R"sql(
    select id, subject, body, link, about, posted_at, read_at from notices_inbox
    where person = $1 and read_at is null order by id desc limit $2
)sql"};

constexpr db::Sql select_notice{"notices.select_notice", R"sql(
    select id, subject, body, link, about, posted_at, read_at from notices_inbox
    where id = $1 and person = $2
)sql"};

constexpr db::Sql update_read{"notices.mark_read", R"sql(
    update notices_inbox set read_at = $1 where id = $2 and person = $3 and read_at is null
)sql"};

constexpr db::Sql update_all_read{"notices.mark_all_read", R"sql(
    update notices_inbox set read_at = $1 where person = $2 and read_at is null
)sql"};

constexpr db::Sql delete_inbox{"notices.erase_inbox", R"sql(
    delete from notices_inbox where person = $1
)sql"};

constexpr db::Sql insert_letter_row{"notices.insert_letter", R"sql(
    insert into notices_letters (id, notice, person, address, channel, language, subject, body,
        link, stop, message_id, state, due_at, until_at, posted_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'waiting', $12, $13, $12)
)sql"};

constexpr db::Sql lease_letter{"notices.lease_letter", R"sql(
    update notices_letters set state = 'sending', due_at = $1, tries = tries + 1
    where due_at <= $2 and state in ('waiting', 'sending') and id = (
        select id from notices_letters
        where due_at <= $2 and state in ('waiting', 'sending')
        order by due_at, id limit 1)
    returning id, notice, person, address, channel, language, subject, body, link, message_id,
        tries, until_at, posted_at, state, why, stop
)sql"};

// What was sent to an address is nobody's business any more: a code must not lie about.
constexpr db::Sql finish_letter{"notices.finish_letter", R"sql(
    update notices_letters set state = $1, why = $2, sent_at = $3,
        subject = case when address is null then subject else '' end,
        body = case when address is null then body else '' end,
        link = case when address is null then link else '' end,
        address = null, stop = ''
    where id = $4 and state = 'sending' and tries = $5
)sql"};

constexpr db::Sql postpone_letter{"notices.postpone_letter", R"sql(
    update notices_letters set state = 'waiting', why = $1, due_at = $2
    where id = $3 and state = 'sending' and tries = $4
)sql"};

constexpr db::Sql select_stuck{"notices.select_stuck", R"sql(
    select id, notice, person, address, channel, language, subject, body, link, message_id,
        tries, until_at, posted_at, state, why, stop
    from notices_letters
    where state = 'failed' or (state in ('waiting', 'sending') and tries > 0 and posted_at < $1)
    order by posted_at, id limit 200
)sql"};

constexpr db::Sql set_waiting{"notices.retry_letter", R"sql(
    update notices_letters set state = 'waiting', due_at = $1, posted_at = $1
    where id = $2 and state in ('failed', 'waiting') and body <> ''
)sql"};

constexpr db::Sql set_dropped{"notices.drop_letter", R"sql(
    update notices_letters set state = 'dropped', sent_at = $1, address = null, stop = ''
    where id = $2 and state in ('failed', 'waiting')
)sql"};

constexpr db::Sql end_letters{"notices.end_letters_of", R"sql(
    update notices_letters set state = 'dropped', sent_at = $1, subject = '', body = '', link = '',
        stop = ''
    where person = $2 and state in ('failed', 'waiting', 'sending')
)sql"};

std::string maybe_text(db::Row const& row, int column) {
    return row.null(column) ? std::string() : row.str(column);
}

Item read_item(db::Row const& row) {
    return {row.id<NoticeId>(0), row.str(1),    row.str(2),  row.str(3),
            row.str(4),          row.moment(5), !row.null(6)};
}

Letter read_letter(db::Row const& row) {
    Letter letter;
    letter.id = row.id<LetterId>(0);
    letter.notice = row.maybe_id<NoticeId>(1);
    letter.person = row.maybe_id<PersonId>(2);
    letter.address = maybe_text(row, 3);
    letter.channel = row.str(4);
    letter.language = maybe_text(row, 5);
    letter.subject = row.str(6);
    letter.body = row.str(7);
    letter.link = row.str(8);
    letter.message_id = row.str(9);
    letter.tries = row.number(10);
    letter.until = row.maybe_moment(11);
    letter.posted_at = row.moment(12);
    letter.state = row.str(13);
    letter.why = row.str(14);
    letter.stop = row.str(15);
    return letter;
}

std::optional<std::string_view> filled(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

void insert_item(db::Writer& writer, PersonId person, Item const& item, Instant now) {
    writer.execute(insert_notice, item.id, person, item.subject, item.body, item.link, item.about,
                   now);
}
std::vector<Item> items(db::Reader& reader, PersonId person, NoticeId before, int most) {
    return reader.select(select_inbox, read_item, person, before, most);
}
std::vector<Item> unread_items(db::Reader& reader, PersonId person, int most) {
    return reader.select(select_unread, read_item, person, most);
}
std::optional<Item> item(db::Reader& reader, PersonId person, NoticeId id) {
    return reader.one(select_notice, read_item, id, person);
}
bool mark_read(db::Writer& writer, PersonId person, NoticeId id, Instant now) {
    return writer.execute(update_read, now, id, person) == 1;
}
std::int64_t mark_all_read(db::Writer& writer, PersonId person, Instant now) {
    return writer.execute(update_all_read, now, person);
}
void erase_items(db::Writer& writer, PersonId person) { writer.execute(delete_inbox, person); }

void insert_letter(db::Writer& writer, Letter const& letter, Instant now) {
    writer.execute(insert_letter_row, letter.id, letter.notice, letter.person,
                   filled(letter.address), letter.channel, filled(letter.language), letter.subject,
                   letter.body, letter.link, letter.stop, letter.message_id, now, letter.until);
}
std::optional<Letter> lease(db::Writer& writer, Instant now, Instant lease_until) {
    return writer.one(lease_letter, read_letter, lease_until, now);
}
bool finish(db::Writer& writer, Letter const& letter, std::string_view state, std::string_view why,
            Instant now) {
    return writer.execute(finish_letter, state, why, now, letter.id, letter.tries) == 1;
}
bool wait(db::Writer& writer, Letter const& letter, std::string_view why, Instant due) {
    return writer.execute(postpone_letter, why, due, letter.id, letter.tries) == 1;
}
std::vector<Letter> stuck(db::Reader& reader, Instant posted_before) {
    return reader.select(select_stuck, read_letter, posted_before);
}
bool retry(db::Writer& writer, LetterId id, Instant now) {
    return writer.execute(set_waiting, now, id) == 1;
}
bool drop(db::Writer& writer, LetterId id, Instant now) {
    return writer.execute(set_dropped, now, id) == 1;
}
void end_letters_of(db::Writer& writer, PersonId person, Instant now) {
    writer.execute(end_letters, now, person);
}

}  // namespace wasl::notices::store
