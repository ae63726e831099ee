// SPDX-License-Identifier: Apache-2.0
// Decisions, claims after silence, appeals, and the numbers of their papers.
#include "modules/dossiers/store.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::dossiers::store {

static constexpr db::Sql select_decisions{"dossiers.select_decisions", R"sql(
    select number, answer, text, articles, appeal_authority, appeal_days, decided_by, decided_at,
        decided_on, notified_at, revoked_at, revoked_by, revoke_reason, revoke_number,
        revoke_authority
    from dossier_decisions where dossier = $1 order by id
)sql"};
static constexpr db::Sql add_decision{"dossiers.insert_decision", R"sql(
    insert into dossier_decisions (id, dossier, number, answer, text, articles, appeal_authority,
        appeal_days, decided_by, decided_at, decided_on, notified_at, revoke_reason)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '')
)sql"};
static constexpr db::Sql update_revoked{"dossiers.revoke_decision", R"sql(
    update dossier_decisions set revoked_at = $1, revoked_by = $2, revoke_reason = $3,
        revoke_number = $4, revoke_authority = $5
    where number = $6 and revoked_at is null
)sql"};
static constexpr db::Sql select_silence{"dossiers.select_silence", R"sql(
    select claimed_on, due, superior, escalated_on, superior_due, number, letter, letter_on,
        attested_by, attested_on
    from dossier_silence where dossier = $1
)sql"};
static constexpr db::Sql add_silence{"dossiers.insert_silence", R"sql(
    insert into dossier_silence (dossier, claimed_at, claimed_on, due, superior, letter)
    values ($1, $2, $3, $4, 0, '')
)sql"};
static constexpr db::Sql change_silence{"dossiers.update_silence", R"sql(
    update dossier_silence set due = $1, superior = $2, escalated_on = $3, superior_due = $4,
        number = $5, letter = $6, letter_on = $7, attested_by = $8, attested_at = $9,
        attested_on = $10
    where dossier = $11
)sql"};
static constexpr db::Sql select_appeals{"dossiers.select_appeals", R"sql(
    select id, ground, reason, state, filed_by, filed_on, authority, due, superior, escalated_on,
        escalated_due, decided_by, decided_at, outcome
    from dossier_appeals where dossier = $1 order by id
)sql"};
static constexpr db::Sql add_appeal{"dossiers.insert_appeal", R"sql(
    insert into dossier_appeals (id, dossier, ground, reason, state, filed_by, filed_at, filed_on,
        authority, due, superior, outcome)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, '')
)sql"};
static constexpr db::Sql change_appeal{"dossiers.update_appeal", R"sql(
    update dossier_appeals set state = $1, due = $2, superior = $3, escalated_on = $4,
        escalated_due = $5, decided_by = $6, decided_at = $7, outcome = $8
    where id = $9
)sql"};
static constexpr db::Sql change_appeal_days{
    "dossiers.move_appeal",
    "update dossier_appeals set due = $1, escalated_due = $2 where id = $3"};
static constexpr db::Sql select_paper{"dossiers.select_paper", R"sql(
    select dossier, 'decision', answer, decided_on, revoked_at
    from dossier_decisions where number = $1
    union all
    select dossier, 'attestation', '', attested_on, null
    from dossier_silence where number = $2
    union all
    select dossier, 'revocation', answer, decided_on, revoked_at
    from dossier_decisions where revoke_number = $3
)sql"};

static std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        auto const end = text.find('\n');
        if (end != 0) lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

std::vector<Decision> decisions(db::Reader& reader, DossierId id) {
    return reader.select(
        select_decisions,
        [](db::Row const& row) {
            return Decision{.number = row.str(0),
                            .approved = row.text(1) == "approved",
                            .text = row.str(2),
                            .articles = lines_of(row.text(3)),
                            .appeal_authority = row.str(4),
                            .appeal_days = static_cast<int>(row.number(5)),
                            .by = row.id<PersonId>(6),
                            .at = row.moment(7),
                            .on = row.date(8),
                            .notified_at = row.moment(9),
                            .revoked_at = row.maybe_moment(10),
                            .revoked_by = PersonId{row.maybe_number(11).value_or(0)},
                            .revoke_reason = row.str(12),
                            .revoke_number = row.null(13) ? "" : row.str(13),
                            .revoke_authority = row.null(14) ? "" : row.str(14)};
        },
        id);
}

void insert_decision(db::Writer& writer, DossierId id, Decision const& decision) {
    std::string articles;
    for (auto const& article : decision.articles)
        articles += (articles.empty() ? "" : "\n") + article;
    writer.execute(add_decision, db::next_id(), id, decision.number,
                   decision.approved ? "approved" : "refused", decision.text, articles,
                   decision.appeal_authority, decision.appeal_days, decision.by, decision.at,
                   decision.on, decision.notified_at);
}

void revoke_decision(db::Writer& writer, Decision const& decision) {
    writer.execute(update_revoked, decision.revoked_at, decision.revoked_by, decision.revoke_reason,
                   decision.revoke_number, decision.revoke_authority, decision.number);
}

std::optional<SilenceClaim> silence(db::Reader& reader, DossierId id) {
    return reader.one(
        select_silence,
        [](db::Row const& row) {
            SilenceClaim claim;
            claim.claimed_on = row.date(0);
            claim.due = row.date(1);
            claim.superior = row.id<AdministrationId>(2);
            claim.escalated_on = row.maybe_date(3);
            claim.superior_due = row.maybe_date(4);
            claim.number = row.null(5) ? "" : row.str(5);
            claim.letter = row.str(6);
            claim.letter_on = row.maybe_date(7);
            claim.attested_by = PersonId{row.maybe_number(8).value_or(0)};
            claim.attested_on = row.maybe_date(9);
            return claim;
        },
        id);
}

void insert_silence(db::Writer& writer, DossierId id, SilenceClaim const& claim, Instant now) {
    writer.execute(add_silence, id, now, claim.claimed_on, claim.due);
}

void update_silence(db::Writer& writer, DossierId id, SilenceClaim const& claim, Instant now) {
    bool const attested = claim.attested_on.has_value();
    writer.execute(change_silence, claim.due, claim.superior, claim.escalated_on,
                   claim.superior_due,
                   claim.number.empty() ? std::nullopt : std::optional(claim.number), claim.letter,
                   claim.letter_on, attested ? std::optional(claim.attested_by) : std::nullopt,
                   attested ? std::optional(now) : std::nullopt, claim.attested_on, id);
}

void move_appeal(db::Writer& writer, Appeal const& appeal) {
    writer.execute(change_appeal_days, appeal.due, appeal.escalated_due, appeal.id);
}

std::vector<Appeal> appeals(db::Reader& reader, DossierId id) {
    return reader.select(
        select_appeals,
        [](db::Row const& row) {
            return Appeal{.id = row.id<AppealId>(0),
                          .over = stored<AppealOver>(row.text(1)),
                          .reason = row.str(2),
                          .state = stored<AppealState>(row.text(3)),
                          .by = row.id<PersonId>(4),
                          .filed_on = row.date(5),
                          .authority = row.id<AdministrationId>(6),
                          .due = row.date(7),
                          .superior = row.id<AdministrationId>(8),
                          .escalated_on = row.maybe_date(9),
                          .escalated_due = row.maybe_date(10),
                          .decided_by = PersonId{row.maybe_number(11).value_or(0)},
                          .decided_at = row.maybe_moment(12),
                          .outcome = row.str(13)};
        },
        id);
}

void insert_appeal(db::Writer& writer, DossierId id, Appeal const& appeal, Instant now) {
    writer.execute(add_appeal, appeal.id, id, name_of(appeal.over), appeal.reason,
                   name_of(appeal.state), appeal.by, now, appeal.filed_on, appeal.authority,
                   appeal.due);
}

void update_appeal(db::Writer& writer, Appeal const& appeal) {
    writer.execute(change_appeal, name_of(appeal.state), appeal.due, appeal.superior,
                   appeal.escalated_on, appeal.escalated_due,
                   appeal.pending() ? std::nullopt : std::optional(appeal.decided_by),
                   appeal.decided_at, appeal.outcome, appeal.id);
}

static Verification::Paper paper_named(std::string_view kind) {
    if (kind == "revocation") return Verification::Paper::revocation;
    return kind == "decision" ? Verification::Paper::decision : Verification::Paper::attestation;
}

std::optional<PaperRow> paper(db::Reader& reader, std::string_view number) {
    return reader.one(
        select_paper,
        [](db::Row const& row) {
            PaperRow paper{.dossier = row.id<DossierId>(0),
                           .paper = paper_named(row.text(1)),
                           .approved = row.text(2) != "refused",
                           .issued_on = row.date(3),
                           .revoked_on = {}};
            if (auto const at = row.maybe_moment(4)) paper.revoked_on = clock::day_in_morocco(*at);
            if (paper.paper == Verification::Paper::revocation) {
                paper.issued_on = *paper.revoked_on;
                paper.revoked_on.reset();
            }
            return paper;
        },
        number, number, number);
}

}  // namespace wasl::dossiers::store
