// SPDX-License-Identifier: Apache-2.0
// What hangs on a report: answers, photos, the timeline, who follows it.
#include "modules/reports/store.hpp"

namespace wasl::reports::store {

static constexpr db::Sql select_answers{
    "reports.select_answers",
    "select question, value from report_answers where report = $1 order by question, value"};
static constexpr db::Sql insert_answer{"reports.insert_answer", R"sql(
    insert into report_answers (report, question, value) values ($1, $2, $3)
    on conflict (report, question, value) do nothing
)sql"};
static constexpr db::Sql select_photos{"reports.select_photos", R"sql(
    select id, update_of, sha256, thumbnail, is_hidden, position
    from report_photos where report = $1 order by position, id
)sql"};
static constexpr db::Sql insert_one_photo{"reports.insert_photo", R"sql(
    insert into report_photos (id, report, update_of, sha256, thumbnail, is_hidden, position)
    values ($1, $2, $3, $4, $5, $6, $7)
)sql"};
static constexpr db::Sql update_pictures{
    "reports.set_pictures", "update report_photos set sha256 = $1, thumbnail = $2 where id = $3"};
// Its own content in place of the small picture: it is shown to nobody and not tried again.
static constexpr db::Sql update_given_up{
    "reports.give_up_photo",
    "update report_photos set thumbnail = sha256, is_hidden = 1 where id = $1"};
static constexpr db::Sql update_hidden{"reports.hide_photo",
                                       "update report_photos set is_hidden = $1 where id = $2"};
static constexpr db::Sql select_unmade{"reports.select_unmade_thumbnails", R"sql(
    select id, update_of, sha256, thumbnail, is_hidden, position
    from report_photos where thumbnail = '' order by id limit $1
)sql"};
static constexpr db::Sql select_shown{"reports.photo_is_public", R"sql(
    select count(*) from report_photos p join reports r on r.id = p.report
    where p.sha256 = $1 and p.is_hidden = 0 and r.is_public = 1
)sql"};
static constexpr db::Sql select_updates{"reports.select_updates", R"sql(
    select id, at_moment, by_person, by_body, action, state, text, is_public, about, source, said_at
    from report_updates where report = $1 order by at_moment, id
)sql"};
static constexpr db::Sql insert_update{"reports.insert_update", R"sql(
    insert into report_updates (id, report, at_moment, by_person, by_body, action, state, text,
        is_public, about, source, said_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
)sql"};
static constexpr db::Sql update_public{"reports.set_update_public",
                                       "update report_updates set is_public = $1 where id = $2"};
static constexpr db::Sql select_newest_heard{"reports.select_newest_heard", R"sql(
    select max(said_at) from report_updates where report = $1 and source <> ''
)sql"};
static constexpr db::Sql select_following{
    "reports.select_following",
    "select supports from report_followers where report = $1 and person = $2"};
static constexpr db::Sql upsert_following{"reports.keep_following", R"sql(
    insert into report_followers (report, person, supports, since) values ($1, $2, $3, $4)
    on conflict (report, person) do update set supports = excluded.supports
)sql"};
static constexpr db::Sql delete_following{
    "reports.stop_following", "delete from report_followers where report = $1 and person = $2"};
static constexpr db::Sql select_followers{
    "reports.select_followers",
    "select person from report_followers where report = $1 order by person"};

std::vector<Answered> answers(db::Reader& reader, ReportId id) {
    std::vector<Answered> found;
    reader.each(
        select_answers,
        [&](db::Row const& row) {
            if (found.empty() || found.back().question != row.text(0))
                found.push_back({row.str(0), {}});
            found.back().values.push_back(row.str(1));
        },
        id);
    return found;
}

void insert_answers(db::Writer& writer, ReportId id, std::span<Answered const> all) {
    for (auto const& one : all)
        for (auto const& value : one.values) writer.execute(insert_answer, id, one.question, value);
}

static Photo read_photo(db::Row const& row) {
    return {row.id<PhotoId>(0), row.id<UpdateId>(1), row.str(2),
            row.str(3),         row.flag(4),         static_cast<int>(row.number(5))};
}

std::vector<Photo> photos(db::Reader& reader, ReportId id) {
    return reader.select(select_photos, read_photo, id);
}

void insert_photo(db::Writer& writer, ReportId report, Photo const& one) {
    writer.execute(insert_one_photo, one.id, report, one.update, one.sha256, one.thumbnail,
                   one.is_hidden, one.position);
}

void set_pictures(db::Writer& writer, PhotoId id, std::string_view sha256,
                  std::string_view thumbnail) {
    writer.execute(update_pictures, sha256, thumbnail, id);
}

void give_up_photo(db::Writer& writer, PhotoId id) { writer.execute(update_given_up, id); }

void hide_photo(db::Writer& writer, PhotoId id, bool hidden) {
    writer.execute(update_hidden, hidden, id);
}

std::vector<Photo> photos_without_thumbnail(db::Reader& reader, int limit) {
    return reader.select(select_unmade, read_photo, limit);
}

bool photo_is_public(db::Reader& reader, std::string_view sha256) {
    return reader.count(select_shown, sha256) > 0;
}

std::vector<Update> updates(db::Reader& reader, ReportId id) {
    return reader.select(
        select_updates,
        [](db::Row const& row) {
            Update one;
            one.id = row.id<UpdateId>(0);
            one.at = row.moment(1);
            one.by = row.id<PersonId>(2);
            one.body = row.id<AdministrationId>(3);
            one.action = row.str(4);
            one.state = row.str(5);
            one.text = row.str(6);
            one.is_public = row.flag(7);
            one.about = row.str(8);
            one.source = row.str(9);
            one.said_at = row.moment(10);
            return one;
        },
        id);
}

void set_public(db::Writer& writer, UpdateId id, bool is_public) {
    writer.execute(update_public, is_public, id);
}

bool try_append(db::Writer& writer, ReportId report, Update const& one) {
    return writer.try_execute(insert_update, one.id, report, one.at, one.by, one.body, one.action,
                              one.state, one.text, one.is_public, one.about, one.source,
                              one.said_at);
}

Instant newest_heard(db::Reader& reader, ReportId report) {
    return instant_from_micros(reader.count(select_newest_heard, report));
}

Following following(db::Reader& reader, ReportId report, PersonId person) {
    auto const supports = reader.one(
        select_following, [](db::Row const& row) { return row.flag(0); }, report, person);
    return {supports.has_value(), supports.value_or(false)};
}

void keep_following(db::Writer& writer, ReportId report, PersonId person, bool supports,
                    Instant now) {
    writer.execute(upsert_following, report, person, supports, now);
}

void stop_following(db::Writer& writer, ReportId report, PersonId person) {
    writer.execute(delete_following, report, person);
}

std::vector<PersonId> followers(db::Reader& reader, ReportId report) {
    return reader.select(
        select_followers, [](db::Row const& row) { return row.id<PersonId>(0); }, report);
}

}  // namespace wasl::reports::store
