// SPDX-License-Identifier: Apache-2.0
// A project is sent as often as its team wants until the second of the deadline. Late is late, but
// for a decision that is kept with its reason.
#include <algorithm>

#include "modules/challenges/ends.hpp"
#include "modules/challenges/inside.hpp"

namespace wasl::challenges {

namespace {

std::optional<Instant> deadline_of(Edition const& edition, std::optional<Grace> const& grace) {
    auto const& span = edition.span(Phase::submission);
    if (!span) return std::nullopt;
    return grace ? std::max(span->closes_at, grace->until) : span->closes_at;
}

Outcome is_in_time(Edition const& edition, std::optional<Grace> const& grace, Instant now) {
    auto const found = is_time(edition, Doing::submit, now);
    if (!found.refused()) return Done{};
    auto const& span = edition.span(Phase::submission);
    bool const late = span && now >= span->closes_at && edition.state == State::published;
    if (late && grace && now < grace->until) return Done{};
    if (!late) return found.refusal();
    return Refusal{Refused::conflict,
                   said_end(msg::refused_late_day, msg::refused_late, span->closes_at)};
}

Outcome is_project(Project const& project) {
    TRY(readable(project.title, {"title", name_max}));
    TRY(readable(project.summary, {"summary", text_max}));
    TRY(readable(project.problem, {"problem", text_max}));
    TRY(readable(project.solution, {"solution", text_max}));
    TRY(readable(project.serves, {"serves", text_max}));
    TRY(readable(project.evidence, {"evidence", text_max, false}));
    bool const web = project.video.empty() || project.video.starts_with("https://");
    if (!web || project.video.size() > address_max ||
        project.video.find_first_of(" \"<>\n\t") != std::string::npos)
        return Refusal{Refused::invalid, say(msg::refused_video), {}, "video"};
    return Done{};
}

// The rules of the edition, which only a team that is complete can keep.
Outcome team_complete(db::Reader& reader, Edition const& edition, TeamId team) {
    auto const members = store::members(reader, team);
    if (static_cast<int>(members.size()) < edition.team_min)
        return Refusal{Refused::conflict,
                       say(msg::refused_too_few, {number("count", edition.team_min)})};
    std::vector<AdministrationId> from;
    for (auto const& one : members) from.push_back(one.profile.administration);
    std::sort(from.begin(), from.end());
    from.erase(std::unique(from.begin(), from.end()), from.end());
    // Of no administration: that counts as none of them.
    auto const known = static_cast<int>(
        std::count_if(from.begin(), from.end(), [](auto id) { return id.value() != 0; }));
    if (edition.administrations_min > 1 && known < edition.administrations_min)
        return Refusal{Refused::conflict, say(msg::refused_too_few_administrations,
                                              {number("count", edition.administrations_min)})};
    return Done{};
}

}  // namespace

std::optional<Instant> Desk::deadline(db::Reader& reader, Edition const& edition,
                                      TeamId team) const {
    return deadline_of(edition, store::grace(reader, team));
}

Result<std::int64_t> Desk::submit(db::Writer& writer, Act const& act, TeamId id,
                                  Project const& project, std::span<KeptFile const> files) const {
    auto const opened = TRY(open_team(writer, act.by, act.edition, id));
    if (!act.by.signed_in())
        return Refusal{Refused::not_signed_in, say(msg::refused_not_signed_in)};
    if (!opened.is_member) return Refusal{Refused::forbidden, say(msg::refused_member)};
    if (!act.once.empty())
        if (auto const sent = store::version_sent(writer, id, act.once); sent > 0) return sent;
    auto const grace = store::grace(writer, id);
    TRY(is_in_time(opened.edition, grace, act.now));
    TRY(is_project(project));
    if (files.size() > files_of_project)
        return Refusal{Refused::too_large,
                       say(msg::refused_files, {number("count", files_of_project)}),
                       {},
                       "files"};
    TRY(team_complete(writer, opened.edition, id));
    Submission sent{.id = db::fresh<SubmissionId>(),
                    .team = id,
                    .version = store::last_version(writer, id) + 1,
                    .by = act.by.person,
                    .at = act.now,
                    .is_grace = is_time(opened.edition, Doing::submit, act.now).refused(),
                    .project = project,
                    .files = {files.begin(), files.end()}};
    if (sent.version > versions_max)
        return Refusal{Refused::too_often,
                       say(msg::refused_versions, {number("count", versions_max)})};
    // Without a key of a form, the version is one.
    auto const once = act.once.empty() ? std::to_string(sent.version) : std::string(act.once);
    if (!store::try_insert(writer, opened.edition.id, sent, once))
        return Refusal{Refused::conflict, say(msg::refused_sent_meanwhile)};
    note_in_journal(writer, opened.edition, "submitted",
                    std::to_string(id.value()) + "/" + std::to_string(sent.version), act.by.person,
                    act.now);
    return sent.version;
}

std::vector<Submission> Desk::versions(db::Reader& reader, TeamId team) const {
    return store::versions(reader, team);
}

Outcome Desk::grant_grace(db::Writer& writer, Act const& act, TeamId id, Instant until,
                          std::string_view reason) const {
    auto const edition = TRY(open_as_organiser(writer, act));
    auto const opened = TRY(open_team(writer, act.by, act.edition, id));
    TRY(readable(reason, {"reason", text_max}));
    auto const& span = edition.span(Phase::submission);
    if (!span || act.now < span->opens_at)
        return Refusal{Refused::conflict, say(msg::refused_grace_early)};
    bool const fits =
        until > span->closes_at && until > act.now && until <= span->closes_at + grace_longest;
    if (!fits)
        return Refusal{Refused::invalid,
                       say(msg::refused_grace, {number("count", grace_longest.count())}),
                       {},
                       "until"};
    // What the jury has begun to read does not change under its eyes.
    for (auto const phase : {Phase::shortlisting, Phase::jury})
        if (auto const& reads = edition.span(phase); reads && act.now >= reads->opens_at)
            return Refusal{Refused::conflict, say(msg::refused_grace_judged)};
    store::insert(writer, id, Grace{until, std::string(reason), act.by.person, act.now});
    auto const body = said_end(msg::notice_grace_day_body, msg::notice_grace_body, until,
                               {text("team", opened.team.name)});
    for (auto const& member : store::members(writer, id))
        notify(house_, writer, edition, act.by.person,
               {member.profile.person, msg::notice_grace_subject, *body.message,
                link_of(edition, id, "/submission"), body.values},
               act.now);
    note_in_journal(writer, edition, "grace_granted", std::to_string(id.value()), act.by.person,
                    act.now);
    return Done{};
}

Outcome Desk::shortlist(db::Writer& writer, Act const& act, TeamId id, bool goes_on,
                        std::string_view reason) const {
    auto const edition = TRY(open_as_organiser(writer, act));
    TRY(is_time(edition, Doing::shortlist, act.now));
    TRY(open_team(writer, act.by, act.edition, id));
    TRY(readable(reason, {"reason", text_max}));
    if (!store::latest(writer, id)) return Refusal{Refused::conflict, say(msg::refused_no_project)};
    store::keep_shortlisted(writer, edition.id, id, goes_on, reason, act.by.person, act.now);
    note_in_journal(writer, edition, goes_on ? "shortlisted" : "not_shortlisted",
                    std::to_string(id.value()), act.by.person, act.now);
    return Done{};
}

Outcome Desk::award(db::Writer& writer, Act const& act, Award const& award) const {
    auto const edition = TRY(open_as_organiser(writer, act));
    TRY(is_time(edition, Doing::award, act.now));
    auto const opened = TRY(open_team(writer, act.by, act.edition, award.team));
    TRY(readable(award.reason, {"reason", text_max, false}));
    if (award.place < 1 || award.place > rows_max)
        return Refusal{Refused::invalid, say(msg::refused_place), {}, "place"};
    if (!store::latest(writer, award.team))
        return Refusal{Refused::conflict, say(msg::refused_no_project)};
    store::keep(writer, edition.id, award, act.by.person, act.now);
    for (auto const& member : store::members(writer, award.team))
        notify(house_, writer, edition, act.by.person,
               {member.profile.person,
                msg::notice_award_subject,
                msg::notice_award_body,
                link_of(edition, "/awards"),
                {text("team", opened.team.name)}},
               act.now);
    note_in_journal(writer, edition, "awarded", std::to_string(award.team.value()), act.by.person,
                    act.now);
    return Done{};
}

Outcome Desk::tell(db::Writer& writer, Act const& act, TeamId id, std::string_view told) const {
    auto const opened = TRY(open_team(writer, act.by, act.edition, id));
    if (!opened.is_member && !opened.is_organiser)
        return Refusal{Refused::forbidden, say(msg::refused_member)};
    TRY(is_time(opened.edition, Doing::tell, act.now));
    TRY(readable(told, {"text", text_max}));
    store::insert(writer, opened.edition.id, id,
                  Progress{std::string(told), act.by.person, act.now});
    note_in_journal(writer, opened.edition, "told", std::to_string(id.value()), act.by.person,
                    act.now);
    return Done{};
}

}  // namespace wasl::challenges
