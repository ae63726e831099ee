// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/store.hpp"

#include <algorithm>
#include <map>

#include "modules/procedures/card.hpp"
#include "modules/procedures/offers.hpp"
#include "modules/procedures/store_burden.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::procedures::store {
namespace {

constexpr db::Sql select_version{"procedures.picture_version", R"sql(
    select version from procedure_picture where id = 1
)sql"};
constexpr db::Sql update_version{"procedures.touch_picture", R"sql(
    update procedure_picture set version = version + 1 where id = 1
)sql"};
constexpr db::Sql select_entries{"procedures.entries", R"sql(
    select s.id, r.id, r.version, s.code, s.state, s.owner, c.card, r.published_at,
           s.certified_on, r.approved_by, r.approval_reference, r.approved_on
    from procedure_sheets s
    join procedure_revisions r on r.id = s.published_revision
    left join procedure_cards c on c.sheet = s.id and c.revision = r.id and c.form = $1
    where s.state in ('published', 'suspended')
    order by s.code
)sql"};
constexpr db::Sql upsert_card{"procedures.keep_card", R"sql(
    insert into procedure_cards (sheet, revision, form, card) values ($1, $2, $3, $4)
    on conflict (sheet) do update set
        revision = excluded.revision, form = excluded.form, card = excluded.card
)sql"};
constexpr db::Sql select_without_card{"procedures.without_card", R"sql(
    select r.id from procedure_sheets s
    join procedure_revisions r on r.id = s.published_revision
    left join procedure_cards c on c.sheet = s.id and c.revision = r.id and c.form = $1
    where s.state in ('published', 'suspended') and c.sheet is null
    order by r.id limit 500
)sql"};
constexpr db::Sql select_all_offers{"procedures.all_offers", R"sql(
    select sheet, administration, units, contact, channels from procedure_offers
    order by sheet, administration
)sql"};
constexpr db::Sql select_offers{"procedures.offers", R"sql(
    select sheet, administration, units, contact, channels from procedure_offers
    where sheet = $1 order by administration
)sql"};
constexpr db::Sql upsert_offer{"procedures.keep_offer", R"sql(
    insert into procedure_offers (sheet, administration, units, contact, channels)
    values ($1, $2, $3, $4, $5)
    on conflict (sheet, administration)
    do update set units = excluded.units, contact = excluded.contact,
        channels = excluded.channels
)sql"};
constexpr db::Sql delete_offer{"procedures.drop_offer", R"sql(
    delete from procedure_offers where sheet = $1 and administration = $2
)sql"};
constexpr db::Sql select_decisions{"procedures.decisions", R"sql(
    select code, name, administration, term_days, cap_days, silence, extension, investment,
           sources
    from procedure_decisions order by code
)sql"};
constexpr db::Sql upsert_decision{"procedures.keep_decision", R"sql(
    insert into procedure_decisions (code, name, administration, term_days, cap_days, silence,
                                     extension, investment, sources)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (code) do update set
        name = excluded.name, administration = excluded.administration,
        term_days = excluded.term_days, cap_days = excluded.cap_days,
        silence = excluded.silence, extension = excluded.extension,
        investment = excluded.investment, sources = excluded.sources
)sql"};
constexpr db::Sql select_draft{"procedures.draft", R"sql(
    select id, code, owner, state, reason, draft, edition, changed, approved_by,
           approval_reference, approved_on, published_revision, version, certified_on,
           certified_by, model, revision_state, legal_note, merged_into
    from procedure_sheets where id = $1
)sql"};
constexpr db::Sql select_by_code{"procedures.sheet_of_code", R"sql(
    select id from procedure_sheets where code = $1
)sql"};
constexpr db::Sql select_sheet_lines{"procedures.lines", R"sql(
    select s.id, s.code, s.owner, s.title, s.state, s.version, s.changed, s.changed_at,
           s.revision_state, s.certified_on, r.published_at
    from procedure_sheets s
    left join procedure_revisions r on r.id = s.published_revision
    where s.owner = $1 order by s.code
)sql"};
constexpr db::Sql select_revisions{"procedures.revisions", R"sql(
    select id, version, published_at, published_by
    from procedure_revisions where sheet = $1 order by version desc
)sql"};
constexpr db::Sql select_revision{"procedures.revision", R"sql(
    select s.id, r.id, r.version, s.code, s.state, s.owner, r.content, r.approved_by,
           r.approval_reference, r.approved_on
    from procedure_revisions r
    join procedure_sheets s on s.id = r.sheet
    where r.id = $1
)sql"};
constexpr db::Sql insert_sheet_row{"procedures.insert_sheet", R"sql(
    insert into procedure_sheets (id, code, owner, state, reason, draft, edition, changed, title,
        approved_by, approval_reference, approved_on, published_revision, version, changed_at,
        model)
    values ($1, $2, $3, 'inventoried', '', $4, 1, 1, $5, 'nobody', '', null, null, 0, $6, $7)
)sql"};
constexpr db::Sql update_draft_row{"procedures.update_draft", R"sql(
    update procedure_sheets
    set draft = $1, title = $2, approved_by = $3, approval_reference = $4, approved_on = $5,
        edition = edition + 1, changed = 1, changed_at = $6
    where id = $7 and edition = $8
)sql"};
constexpr db::Sql update_model{"procedures.keep_model", R"sql(
    update procedure_sheets set model = $1 where id = $2
)sql"};
constexpr db::Sql insert_revision_row{"procedures.insert_revision", R"sql(
    insert into procedure_revisions (id, sheet, version, content, title, term_days, silence,
        approved_by, approval_reference, approved_on, published_at, published_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
)sql"};
constexpr db::Sql update_published{"procedures.mark_published", R"sql(
    update procedure_sheets
    set state = 'published', revision_state = null, reason = '', published_revision = $1,
        version = $2, changed = 0, changed_at = $3, certified_on = null, certified_by = null
    where id = $4
)sql"};

// What the program itself wrote must be readable again.
Sheet sheet_in(std::string_view json) {
    auto sheet = sheet_from_json(json);
    if (sheet.refused()) throw db::Breakdown("a stored sheet cannot be read");
    return std::move(sheet).value();
}

Approval approval(db::Row const& row, int first) {
    return {named<ApprovedBy>(row.text(first)).value_or(ApprovedBy::nobody), row.str(first + 1),
            row.maybe_date(first + 2)};
}

Entry entry_in(db::Row const& row) {
    Entry out;
    out.id = row.id<SheetId>(0);
    out.revision = row.id<RevisionId>(1);
    out.version = static_cast<int>(row.number(2));
    out.code = row.str(3);
    out.state = named<SheetState>(row.text(4)).value_or(SheetState::suspended);
    out.owner = row.id<AdministrationId>(5);
    if (!row.null(6)) read_card(out, row.text(6));
    out.published = row.moment(7);
    out.approval = approval(row, 9);
    out.certified = row.maybe_date(8).value_or(clock::day_in_morocco(out.published));
    return out;
}

Offer offer(db::Row const& row) {
    return {row.id<AdministrationId>(1), units_from_json(row.text(2)),
            contact_from_json(row.text(3)), channels_from(row.text(4))};
}

InventoriedDecision decision_in(db::Row const& row) {
    InventoriedDecision out;
    out.code = row.str(0);
    out.name = row.str(1);
    out.administration = row.str(2);
    out.term_days = static_cast<int>(row.number(3));
    out.cap_days = static_cast<int>(row.number(4));
    out.silence = row.flag(5);
    out.extension = row.flag(6);
    out.investment = row.flag(7);
    out.sources = row.str(8);
    return out;
}

Draft read_draft(db::Row const& row) {
    Draft out{.sheet = sheet_in(row.text(5)),
              .edition = static_cast<int>(row.number(6)),
              .reason = row.str(4),
              .changed = row.flag(7)};
    out.sheet.id = row.id<SheetId>(0);
    out.sheet.code = row.str(1);
    out.sheet.owner = row.id<AdministrationId>(2);
    out.sheet.state = named<SheetState>(row.text(3)).value_or(SheetState::suspended);
    out.sheet.approval = approval(row, 8);
    out.sheet.revision = row.maybe_id<RevisionId>(11).value_or(RevisionId{0});
    out.sheet.version = static_cast<int>(row.number(12));
    out.sheet.certification = {row.maybe_id<PersonId>(14).value_or(PersonId{0}),
                               row.maybe_date(13)};
    out.sheet.model = row.str(15);
    if (!row.null(16)) out.revision = named<SheetState>(row.text(16));
    out.legal_note = row.str(17);
    out.merged_into = row.maybe_id<SheetId>(18).value_or(SheetId{0});
    return out;
}

StoredSheet read_revision(db::Row const& row) {
    StoredSheet out{sheet_in(row.text(6)), row.text(6).size()};
    auto& sheet = out.sheet;
    sheet.id = row.id<SheetId>(0);
    sheet.revision = row.id<RevisionId>(1);
    sheet.version = static_cast<int>(row.number(2));
    sheet.code = row.str(3);
    sheet.state = named<SheetState>(row.text(4)).value_or(SheetState::suspended);
    sheet.owner = row.id<AdministrationId>(5);
    sheet.approval = approval(row, 7);
    return out;
}

}  // namespace

std::int64_t picture_version(db::Reader& db) { return db.count(select_version); }
void touch_picture(db::Writer& db) { db.execute(update_version); }

std::vector<Entry> entries(db::Reader& db) {
    std::map<SheetId, std::vector<Offer>> by_sheet;
    db.each(select_all_offers,
            [&](db::Row const& row) { by_sheet[row.id<SheetId>(0)].push_back(offer(row)); });
    auto found = db.select(select_entries, entry_in, card_form);
    for (auto& one : found) {
        // Published by an earlier version of the program, and the daily job has not come by.
        if (one.title.ar.empty())
            if (auto const sheet = revision(db, one.revision)) describe(one, sheet->sheet);
        if (auto const offers = by_sheet.find(one.id); offers != by_sheet.end())
            one.offers = std::move(offers->second);
        // A way that every place has closed is open nowhere.
        if (!one.offers.empty())
            one.online = one.online &&
                         std::any_of(one.offers.begin(), one.offers.end(), [](Offer const& offer) {
                             return offer.takes(Channel::online);
                         });
    }
    return found;
}

std::vector<InventoriedDecision> decisions(db::Reader& db) {
    return db.select(select_decisions, decision_in);
}

void keep_decision(db::Writer& db, InventoriedDecision const& one) {
    db.execute(upsert_decision, one.code, one.name, one.administration, one.term_days, one.cap_days,
               one.silence, one.extension, one.investment, one.sources);
}

std::optional<Draft> draft(db::Reader& db, SheetId id) {
    return db.one(select_draft, read_draft, id);
}

std::optional<SheetId> sheet_of_code(db::Reader& db, std::string_view code) {
    return db.one(select_by_code, [](db::Row const& row) { return row.id<SheetId>(0); }, code);
}

std::vector<SheetLine> lines(db::Reader& db, AdministrationId owner) {
    return db.select(
        select_sheet_lines,
        [](db::Row const& row) {
            SheetLine line{row.id<SheetId>(0),
                           row.str(1),
                           row.id<AdministrationId>(2),
                           Names{row.str(3), {}, {}, {}},
                           named<SheetState>(row.text(4)).value_or(SheetState::suspended),
                           static_cast<int>(row.number(5)),
                           row.flag(6),
                           row.moment(7)};
            if (!row.null(8)) line.revision = named<SheetState>(row.text(8));
            line.certified = row.maybe_date(9);
            if (!line.certified && !row.null(10))
                line.certified = clock::day_in_morocco(row.moment(10));
            return line;
        },
        owner);
}

std::vector<RevisionLine> revisions(db::Reader& db, SheetId sheet) {
    return db.select(
        select_revisions,
        [](db::Row const& row) {
            return RevisionLine{row.id<RevisionId>(0), static_cast<int>(row.number(1)),
                                row.moment(2), row.id<PersonId>(3)};
        },
        sheet);
}

std::optional<StoredSheet> revision(db::Reader& db, RevisionId id) {
    return db.one(select_revision, read_revision, id);
}

void keep_card(db::Writer& db, Sheet const& sheet, RevisionId revision) {
    Entry entry;
    describe(entry, sheet);
    db.execute(upsert_card, sheet.id, revision, card_form, card_of(entry));
}

std::vector<RevisionId> without_card(db::Reader& db) {
    return db.select(
        select_without_card, [](db::Row const& row) { return row.id<RevisionId>(0); }, card_form);
}

bool insert_sheet(db::Writer& db, Sheet const& sheet, Instant now) {
    return db.try_execute(insert_sheet_row, sheet.id, sheet.code, sheet.owner, to_json(sheet),
                          sheet.title.ar, now, sheet.model);
}

bool update_draft(db::Writer& db, SheetId id, int edition, Sheet const& content, Instant now) {
    auto const& approval = content.approval;
    return db.execute(update_draft_row, to_json(content), content.title.ar, name_of(approval.by),
                      approval.reference, approval.on, now, id, edition) == 1;
}

bool keep_model(db::Writer& db, SheetId id, std::string_view code) {
    return db.execute(update_model, code, id) == 1;
}

RevisionId insert_revision(db::Writer& db, Sheet const& sheet, int version, PersonId by,
                           Instant now) {
    auto const id = db::fresh<RevisionId>();
    db.execute(insert_revision_row, id, sheet.id, version, to_json(sheet), sheet.title.ar,
               sheet.term_days, name_of(sheet.silence), name_of(sheet.approval.by),
               sheet.approval.reference, sheet.approval.on, now, by);
    keep_card(db, sheet, id);
    keep_burden(db, sheet.id, version, burden_of(sheet));
    return id;
}

void mark_published(db::Writer& db, SheetId id, RevisionId revision, int version, Instant now) {
    db.execute(update_published, revision, version, now, id);
}

std::vector<Offer> offers(db::Reader& db, SheetId sheet) {
    return db.select(select_offers, offer, sheet);
}

void keep_offer(db::Writer& db, SheetId sheet, Offer const& one) {
    db.execute(upsert_offer, sheet, one.administration, units_to_json(one.units),
               contact_to_json(one.contact), text_of(one.channels));
}

bool drop_offer(db::Writer& db, SheetId sheet, AdministrationId administration) {
    return db.execute(delete_offer, sheet, administration) == 1;
}

}  // namespace wasl::procedures::store
