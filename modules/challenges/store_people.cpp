// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/store.hpp"

namespace wasl::challenges::store {

static constexpr db::Sql keep_profile{"challenges.keep_profile", R"sql(
    insert into challenge_people (edition, person, administration, gender, profession, skills,
        about, is_looking, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (edition, person) do update set administration = excluded.administration,
        gender = excluded.gender, profession = excluded.profession, skills = excluded.skills,
        about = excluded.about, is_looking = excluded.is_looking, changed_at = excluded.changed_at
)sql"};
static constexpr db::Sql unlook{"challenges.stop_looking", R"sql(
    update challenge_people set is_looking = 0, changed_at = $1 where edition = $2 and person = $3
)sql"};
static constexpr db::Sql select_profile{"challenges.profile", R"sql(
    select person, administration, gender, profession, skills, about, is_looking
    from challenge_people where edition = $1 and person = $2
)sql"};
static constexpr db::Sql select_looking{"challenges.looking", R"sql(
    select person, administration, gender, profession, skills, about, is_looking
    from challenge_people where edition = $1 and is_looking = 1 order by changed_at desc, person
)sql"};
static constexpr db::Sql insert_invitation{"challenges.insert_invitation", R"sql(
    insert into challenge_invitations (id, team, address, made_by, until_at, used_by)
    values ($1, $2, $3, $4, $5, 0)
)sql"};
static constexpr db::Sql select_invitation{"challenges.invitation", R"sql(
    select id, team, address, until_at, used_by from challenge_invitations where id = $1
)sql"};
static constexpr db::Sql select_invitations{"challenges.invitations", R"sql(
    select id, team, address, until_at, used_by from challenge_invitations
    where team = $1 and used_by = 0 order by id desc
)sql"};
static constexpr db::Sql use_invitation{
    "challenges.use_invitation",
    "update challenge_invitations set used_by = $1 where id = $2 and used_by = 0"};
static constexpr db::Sql upsert_request{"challenges.keep_request", R"sql(
    insert into challenge_requests (team, person, text, asked_at, answer, reason)
    values ($1, $2, $3, $4, '', '')
    on conflict (team, person) do update set text = excluded.text, asked_at = excluded.asked_at,
        answer = '', reason = ''
)sql"};
static constexpr db::Sql select_requests{"challenges.requests", R"sql(
    select p.person, p.administration, p.gender, p.profession, p.skills, p.about, p.is_looking,
        r.text, r.asked_at, r.answer, r.reason
    from challenge_requests r join challenge_people p on p.edition = $1 and p.person = r.person
    where r.team = $2 order by r.asked_at
)sql"};
static constexpr db::Sql update_request{"challenges.answer_request", R"sql(
    update challenge_requests set answer = $1, reason = $2
    where team = $3 and person = $4 and answer = ''
)sql"};
static constexpr db::Sql forget_profile{"challenges.forget_profile", R"sql(
    update challenge_people set gender = 'unsaid', profession = '', skills = '', about = '',
        is_looking = 0
    where person = $1
)sql"};
static constexpr db::Sql forget_requests{"challenges.forget_requests",
                                         "delete from challenge_requests where person = $1"};
static constexpr db::Sql forget_mentor{"challenges.forget_mentor", R"sql(
    update challenge_mentors set skills = '', about = '', is_active = 0 where person = $1
)sql"};
static constexpr db::Sql count_parts{"challenges.took_part", R"sql(
    select (select count(*) from challenge_members where person = $1)
        + (select count(*) from challenge_mentors where person = $2)
)sql"};

static Invitation read_invitation(db::Row const& row) {
    return {row.id<InvitationId>(0), row.id<TeamId>(1), row.str(2), row.moment(3),
            row.id<PersonId>(4)};
}

void keep(db::Writer& writer, EditionId edition, Profile const& one, Instant now) {
    writer.execute(keep_profile, edition, one.person, one.administration, name_of(one.gender),
                   one.profession, one.skills, one.about, one.is_looking, now);
}
void stop_looking(db::Writer& writer, EditionId edition, PersonId person, Instant now) {
    writer.execute(unlook, now, edition, person);
}
std::optional<Profile> profile(db::Reader& reader, EditionId edition, PersonId person) {
    return reader.one(select_profile, read_profile, edition, person);
}
std::vector<Profile> looking(db::Reader& reader, EditionId edition) {
    return reader.select(select_looking, read_profile, edition);
}
void insert(db::Writer& writer, Invitation const& one, PersonId by) {
    writer.execute(insert_invitation, one.id, one.team, one.address, by, one.until);
}
std::optional<Invitation> invitation(db::Reader& reader, InvitationId id) {
    return reader.one(select_invitation, read_invitation, id);
}
std::vector<Invitation> invitations(db::Reader& reader, TeamId team) {
    return reader.select(select_invitations, read_invitation, team);
}
bool use(db::Writer& writer, InvitationId id, PersonId by) {
    return writer.execute(use_invitation, by, id) == 1;
}
void keep_request(db::Writer& writer, TeamId team, PersonId person, std::string_view text,
                  Instant now) {
    writer.execute(upsert_request, team, person, text, now);
}
std::vector<JoinRequest> requests(db::Reader& reader, EditionId edition, TeamId team) {
    return reader.select(
        select_requests,
        [](db::Row const& row) {
            return JoinRequest{read_profile(row), row.str(7), row.moment(8), row.str(9),
                               row.str(10)};
        },
        edition, team);
}
bool answer_request(db::Writer& writer, TeamId team, PersonId person, std::string_view answer,
                    std::string_view reason) {
    return writer.execute(update_request, answer, reason, team, person) == 1;
}
void forget(db::Writer& writer, PersonId person) {
    writer.execute(forget_profile, person);
    writer.execute(forget_requests, person);
    writer.execute(forget_mentor, person);
}
bool took_part(db::Reader& reader, PersonId person) {
    return reader.count(count_parts, person, person) > 0;
}

}  // namespace wasl::challenges::store
