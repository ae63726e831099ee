// SPDX-License-Identifier: Apache-2.0
// What the calendar and the registry mean for drafts.
#include "modules/dossiers/tell.hpp"

namespace wasl::dossiers {

static Outcome care_for_draft(db::Writer& writer, House const& house, store::DraftRow const& row,
                              Instant now) {
    if (clock::day_in_morocco(now) > row.expires_on) {
        store::erase(writer, row.id);
        return Done{};
    }
    if (row.warned != 0) return Done{};
    house.notices.post(
        writer,
        {.to = row.writer,
         .subject = say(msg::notice_draft_expiring_subject),
         .body = say(msg::notice_draft_expiring_body,
                     {text("procedure", title_for(writer, house, row.writer, row.revision)),
                      {"day", row.expires_on}}),
         .link = "/dossiers/drafts/" + std::to_string(row.id.value())},
        now);
    store::set_warned(writer, row.id, before_due);
    return Done{};
}

void watch_drafts(db::Database& database, House const& house, Instant now) {
    auto const until = clock::day_in_morocco(now) + Days{draft_warning_days};
    auto const rows = database.read(
        [&](db::Reader& reader) { return store::drafts_until(reader, until, 1'000); });
    for (auto const& row : rows)
        (void)database.write(
            [&](db::Writer& writer) { return care_for_draft(writer, house, row, now); });
}

static Outcome tell_of_revision(db::Writer& writer, House const& house, store::DraftRow const& row,
                                procedures::RevisionId newest, Instant now) {
    house.notices.post(
        writer,
        {.to = row.writer,
         .subject = say(msg::notice_draft_revised_subject),
         .body = say(msg::notice_draft_revised_body,
                     {text("procedure", title_for(writer, house, row.writer, row.revision))}),
         .link = "/dossiers/drafts/" + std::to_string(row.id.value())},
        now);
    store::set_told(writer, row.id, newest);
    return Done{};
}

// Drafts are looked through once for each picture of the catalogue, not each minute.
void tell_of_revisions(db::Database& database, House const& house, Instant now) {
    static constexpr std::string_view job = "revised_sheets";
    auto const picture = database.read([&](db::Reader& reader) {
        house.procedures.refresh(reader, now);
        auto current = house.procedures.picture();
        bool const looked = store::progress(reader, job) == current->version();
        return looked ? nullptr : std::move(current);
    });
    if (!picture) return;
    store::DraftPlace place;
    for (;;) {
        auto const rows = database.read(
            [&](db::Reader& reader) { return store::drafts_after(reader, place, job_chunk); });
        for (auto const& row : rows) {
            place = {row.writer, row.id};
            auto const* const entry = picture->entry(row.procedure);
            if (!entry || entry->revision == row.revision || entry->revision == row.told) continue;
            (void)database.write([&](db::Writer& writer) {
                return tell_of_revision(writer, house, row, entry->revision, now);
            });
        }
        if (rows.size() < job_chunk) break;
    }
    (void)database.write([&](db::Writer& writer) -> Outcome {
        store::set_progress(writer, job, picture->version());
        return Done{};
    });
}

}  // namespace wasl::dossiers
