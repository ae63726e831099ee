// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/store_registry.hpp"

#include <algorithm>

namespace wasl::procedures::store {
namespace {

constexpr db::Sql select_counts{"procedures.counts", R"sql(
    select owner, state, count(*) from procedure_sheets group by owner, state
    order by owner, state
)sql"};
// Sheets that came to a state for the first time; a revision moves nothing in the counters.
constexpr db::Sql select_months{"procedures.months", R"sql(
    select first.month, first.to_state, count(*)
    from (select sheet, to_state, min(month) as month from procedure_steps
          where of_revision = 0 group by sheet, to_state) first
    group by first.month, first.to_state
    order by first.month, first.to_state
)sql"};
constexpr db::Sql select_in_state{"procedures.in_state", R"sql(
    select id, code, owner, title, state, version, changed, changed_at
    from procedure_sheets where state = $1 order by owner, code limit 2000
)sql"};
constexpr db::Sql select_owned_in_state{"procedures.owned_in_state", R"sql(
    select id, code, owner, title, state, version, changed, changed_at
    from procedure_sheets where state = $1 and owner = $2 order by code
)sql"};
constexpr db::Sql select_came_to{"procedures.came_to", R"sql(
    select s.id, s.code, s.owner, s.title, s.state, s.version, s.changed, s.changed_at
    from procedure_sheets s
    join (select sheet, min(month) as month from procedure_steps
          where of_revision = 0 and to_state = $1 group by sheet) first on first.sheet = s.id
    where first.month = $2
    order by s.owner, s.code limit 2000
)sql"};
constexpr db::Sql select_owned_came_to{"procedures.owned_came_to", R"sql(
    select s.id, s.code, s.owner, s.title, s.state, s.version, s.changed, s.changed_at
    from procedure_sheets s
    join (select p.sheet, min(p.month) as month
          from procedure_steps p join procedure_sheets o on o.id = p.sheet
          where o.owner = $1 and p.of_revision = 0 and p.to_state = $2
          group by p.sheet) first on first.sheet = s.id
    where first.month = $3
    order by s.code limit 2000
)sql"};
constexpr db::Sql select_owners_months{"procedures.owners_months", R"sql(
    select s.owner, first.month, first.to_state, count(*)
    from (select sheet, to_state, min(month) as month from procedure_steps
          where of_revision = 0 group by sheet, to_state) first
    join procedure_sheets s on s.id = first.sheet
    group by s.owner, first.month, first.to_state
    order by s.owner, first.month, first.to_state
)sql"};
constexpr db::Sql select_months_of{"procedures.months_of", R"sql(
    select first.month, first.to_state, count(*)
    from (select p.sheet, p.to_state, min(p.month) as month
          from procedure_steps p join procedure_sheets o on o.id = p.sheet
          where o.owner = $1 and p.of_revision = 0
          group by p.sheet, p.to_state) first
    group by first.month, first.to_state
    order by first.month, first.to_state
)sql"};
constexpr db::Sql insert_claim_row{"procedures.insert_claim", R"sql(
    insert into procedure_claims (id, administration, sheet, dossier, asked, asked_on, contact,
                                  state, answer, made_at)
    values ($1, $2, $3, $4, $5, $6, $7, 'received', '', $8)
)sql"};
constexpr db::Sql select_claim{"procedures.claim", R"sql(
    select id, administration, sheet, dossier, asked, asked_on, contact, state, answer, made_at
    from procedure_claims where id = $1
)sql"};
constexpr db::Sql select_claims{"procedures.claims_of", R"sql(
    select id, administration, sheet, dossier, asked, asked_on, contact, state, answer, made_at
    from procedure_claims where administration = $1 order by id desc limit 500
)sql"};
constexpr db::Sql select_newest_claims{"procedures.newest_claims", R"sql(
    select id, administration, sheet, dossier, asked, asked_on, contact, state, answer, made_at
    from procedure_claims order by id desc limit 500
)sql"};
constexpr db::Sql update_claim{"procedures.answer_claim", R"sql(
    update procedure_claims
    set state = $1, answer = $2, answered_at = $3, answered_by = $4
    where id = $5
)sql"};
constexpr db::Sql count_claims{"procedures.claim_counts", R"sql(
    select administration, state, count(*) from procedure_claims
    group by administration, state order by administration
)sql"};
constexpr db::Sql erase_contacts{"procedures.erase_contacts", R"sql(
    update procedure_claims set contact = '' where made_at < $1 and contact <> ''
)sql"};

SheetLine registry_line(db::Row const& row) {
    return {row.id<SheetId>(0),
            row.str(1),
            row.id<AdministrationId>(2),
            Names{row.str(3), {}, {}, {}},
            named<SheetState>(row.text(4)).value_or(SheetState::suspended),
            static_cast<int>(row.number(5)),
            row.flag(6),
            row.moment(7)};
}

Claim read_claim(db::Row const& row) {
    return {row.id<ClaimId>(0), row.id<AdministrationId>(1),
            row.str(2),         row.str(3),
            row.str(4),         row.date(5),
            row.str(6),         claim_state_named(row.text(7)).value_or(ClaimState::received),
            row.str(8),         row.moment(9)};
}

}  // namespace

std::vector<StateCount> counts(db::Reader& db) {
    return db.select(select_counts, [](db::Row const& row) {
        return StateCount{row.id<AdministrationId>(0),
                          named<SheetState>(row.text(1)).value_or(SheetState::suspended),
                          row.number(2)};
    });
}

static MonthCount month_count(db::Row const& row) {
    return {row.str(0), named<SheetState>(row.text(1)).value_or(SheetState::suspended),
            row.number(2)};
}

std::vector<MonthCount> months(db::Reader& db) { return db.select(select_months, month_count); }

std::vector<MonthCount> months_of(db::Reader& db, AdministrationId owner) {
    return db.select(select_months_of, month_count, owner);
}

std::vector<OwnerMonth> owners_months(db::Reader& db) {
    return db.select(select_owners_months, [](db::Row const& row) {
        return OwnerMonth{
            row.id<AdministrationId>(0),
            {row.str(1), named<SheetState>(row.text(2)).value_or(SheetState::suspended),
             row.number(3)}};
    });
}

std::vector<SheetLine> in_state(db::Reader& db, SheetState state, AdministrationId owner) {
    if (owner.value() == 0) return db.select(select_in_state, registry_line, name_of(state));
    return db.select(select_owned_in_state, registry_line, name_of(state), owner);
}

std::vector<SheetLine> came_to(db::Reader& db, SheetState state, std::string_view month,
                               AdministrationId owner) {
    if (owner.value() == 0) return db.select(select_came_to, registry_line, name_of(state), month);
    return db.select(select_owned_came_to, registry_line, owner, name_of(state), month);
}

void insert_claim(db::Writer& db, Claim const& one) {
    db.execute(insert_claim_row, one.id, one.administration, one.sheet, one.dossier, one.asked,
               one.asked_on, one.contact, one.at);
}

std::optional<Claim> claim(db::Reader& db, ClaimId id) {
    return db.one(select_claim, read_claim, id);
}

std::vector<Claim> claims_of(db::Reader& db, AdministrationId where) {
    auto found = db.select(select_claims, read_claim, where);
    std::sort(found.begin(), found.end(), [](Claim const& a, Claim const& b) {
        bool const a_waits = a.state == ClaimState::received;
        bool const b_waits = b.state == ClaimState::received;
        return a_waits != b_waits ? a_waits : b.id < a.id;
    });
    return found;
}

std::vector<Claim> newest_claims(db::Reader& db) {
    return db.select(select_newest_claims, read_claim);
}

bool answer_claim(db::Writer& db, ClaimId id, ClaimState state, std::string_view answer,
                  PersonId by, Instant now) {
    return db.execute(update_claim, name_of(state), answer, now, by, id) == 1;
}

std::vector<ClaimCount> claim_counts(db::Reader& db) {
    std::vector<ClaimCount> out;
    db.each(count_claims, [&](db::Row const& row) {
        auto const where = row.id<AdministrationId>(0);
        if (out.empty() || out.back().administration != where) out.push_back({where});
        auto const state = claim_state_named(row.text(1)).value_or(ClaimState::received);
        auto& into = state == ClaimState::received   ? out.back().received
                     : state == ClaimState::answered ? out.back().answered
                                                     : out.back().put_right;
        into += row.number(2);
    });
    return out;
}

void erase_contacts_before(db::Writer& db, Instant then) { db.execute(erase_contacts, then); }

}  // namespace wasl::procedures::store
