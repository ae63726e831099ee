// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/store_holders.hpp"

#include "modules/procedures/forbidden.hpp"

namespace wasl::procedures::store {
namespace {

constexpr db::Sql select_types{"procedures.evidence_types", R"sql(
    select code, title_ar, title_fr, holder, holder_id, service, publicly_available,
           on_identity_card
    from procedure_evidence_types order by code
)sql"};
constexpr db::Sql upsert_type{"procedures.keep_evidence_type", R"sql(
    insert into procedure_evidence_types (code, title_ar, title_fr, holder, holder_id, service,
                                          publicly_available, on_identity_card)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (code) do update set
        title_ar = excluded.title_ar, title_fr = excluded.title_fr, holder = excluded.holder,
        holder_id = excluded.holder_id, service = excluded.service,
        publicly_available = excluded.publicly_available,
        on_identity_card = excluded.on_identity_card
)sql"};
constexpr db::Sql select_exemptions{"procedures.exemptions", R"sql(
    select id, evidence_type, sheet, reason, first_day, last_day, granted_by
    from procedure_exemptions order by id desc
)sql"};
constexpr db::Sql insert_exemption_row{"procedures.insert_exemption", R"sql(
    insert into procedure_exemptions (id, evidence_type, sheet, reason, first_day, last_day,
                                      granted_by, granted_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
)sql"};

}  // namespace

std::vector<EvidenceType> evidence_types(db::Reader& db) {
    return db.select(select_types, [](db::Row const& row) {
        EvidenceType type{
            row.str(0), {row.str(1), row.str(2), {}, {}},
            row.str(3), row.maybe_id<AdministrationId>(4).value_or(AdministrationId{0}),
            row.str(5), row.flag(6),
            row.flag(7)};
        type.phrases = forbidden::phrases_of(type.title);
        return type;
    });
}

void keep_evidence_type(db::Writer& db, EvidenceType const& one) {
    std::optional<AdministrationId> holder;
    if (one.holder_id.value() != 0) holder = one.holder_id;
    db.execute(upsert_type, one.code, one.title.ar, one.title.fr, one.holder, holder, one.service,
               one.publicly_available, one.on_identity_card);
}

std::vector<Exemption> exemptions(db::Reader& db) {
    return db.select(select_exemptions, [](db::Row const& row) {
        return Exemption{row.number(0), row.str(1),  row.str(2),         row.str(3),
                         row.date(4),   row.date(5), row.id<PersonId>(6)};
    });
}

void insert_exemption(db::Writer& db, Exemption const& one, Instant now) {
    db.execute(insert_exemption_row, one.id, one.evidence_type, one.sheet, one.reason, one.first,
               one.last, one.by, now);
}

}  // namespace wasl::procedures::store
