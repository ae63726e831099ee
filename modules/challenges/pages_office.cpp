// SPDX-License-Identifier: Apache-2.0
// The organiser: editions are opened from a model, written, published; teams are decided upon.
#include <algorithm>

#include "modules/challenges/views_office.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::challenges {

namespace {

using http::Acted;
using http::Asked;

// An organiser's own edition; others are told that it is not theirs.
Result<WholeEdition> own_edition(Pages const& pages, Asked const& asked) {
    auto whole = TRY(pages.desk.edition(asked.db, asked.visitor, asked.wild(0)));
    if (!whole.is_organiser) return Refusal{Refused::forbidden, say(msg::refused_organiser)};
    return whole;
}

Names names_typed(http::Request const& request, std::string_view ar, std::string_view fr) {
    Names names;
    names.ar = request.field(ar);
    names.fr = request.field(fr);
    return names;
}

// Where this visitor may open an edition.
std::vector<directory::Administration const*> organisers(Known const& known,
                                                         http::Visitor const& visitor) {
    std::vector<directory::Administration const*> found;
    for (auto const& one : known.places->administrations()) {
        Edition tried;
        tried.organiser = one.id;
        if (organises(visitor, tried)) found.push_back(&one);
    }
    return found;
}

Response show_organised(Pages const& pages, Asked const& asked) {
    Known const known(pages, asked);
    auto const editions = pages.desk.organised_by(asked.db, asked.visitor);
    bool const opens = !organisers(known, asked.visitor).empty();
    return page_of(asked, known, msg::office_title,
                   [&](html::Html& h) { views::office_list(h, editions, opens); });
}

Response new_page(Pages const& pages, Asked const& asked, std::optional<Refusal> const& refusal) {
    Known known(pages, asked);
    if (refusal) known.faults.add(*refusal);
    auto const where = organisers(known, asked.visitor);
    if (where.empty()) return Refusal{Refused::forbidden, say(msg::refused_organiser)};
    return page_of(asked, known, msg::office_new,
                   [&](html::Html& h) { views::office_new(h, known, where); });
}
Response show_new_edition(Pages const& pages, Asked const& asked) {
    return new_page(pages, asked, {});
}

Response do_new_edition(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const first = date_from_iso(request.field("first"));
    if (!first)
        return new_page(pages, acted,
                        Refusal{Refused::invalid, say(msg::refused_day), {}, "first"});
    Opening const opening{
        .model = std::string(request.field("model")),
        .code = std::string(request.field("code")),
        .organiser = AdministrationId{request.field_number("organiser").value_or(0)},
        .name = names_typed(request, "name_ar", "name_fr"),
        .first = *first};
    auto const opened = acted.write([&](db::Writer& writer) {
        return pages.desk.open_edition(writer, acted.visitor, opening, acted.now);
    });
    if (opened.refused()) return new_page(pages, acted, opened.refusal());
    return go(acted, html::with(html::to("/office/challenges/", opening.code), "done", "edition"));
}

Response edition_office_page(Pages const& pages, Asked const& asked,
                             std::optional<Refusal> const& refusal,
                             std::optional<Invited> const& invited = {}) {
    Known known(pages, asked);
    if (refusal) known.faults.add(*refusal);
    auto const whole = TRY(own_edition(pages, asked));
    auto const id = whole.call.edition.id;
    auto const teams = pages.desk.teams(asked.db, id);
    auto const mentors = pages.desk.mentors(asked.db, id);
    auto const coached = pages.desk.coached(asked.db, id);
    views::OfficePage const page{whole, teams, mentors, coached, invited};
    return page_of(asked, known, named(asked.language(), whole.call.edition.name),
                   [&](html::Html& h) { views::office(h, known, page); });
}
Response show_edition_office(Pages const& pages, Asked const& asked) {
    return edition_office_page(pages, asked, {});
}

Response do_edition_office(Pages const& pages, Acted const& acted) {
    TRY(own_edition(pages, acted));
    auto const name = acted.request.field("do");
    if (name == "mentor") {
        auto invited = acted.write([&](db::Writer& writer) {
            return pages.desk.call_mentor(writer, act_of(acted), acted.request.field("address"));
        });
        if (invited.refused()) return edition_office_page(pages, acted, invited.refusal());
        auto link = invited.value();
        link.link = pages.site + "/" + std::string(name_of(acted.language())) + link.link;
        return edition_office_page(pages, acted, {}, link);
    }
    auto const outcome = acted.write([&](db::Writer& writer) -> Outcome {
        if (name == "publish") return pages.desk.publish(writer, act_of(acted));
        if (name == "close") return pages.desk.close(writer, act_of(acted));
        return Refusal{Refused::invalid, say(msg::refused_act)};
    });
    if (outcome.refused()) return edition_office_page(pages, acted, outcome.refusal());
    return go(acted, html::with(html::to("/office/challenges/", acted.wild(0)), "done", name));
}

// --- The parts of an edition, each a page with its form.
Edition call_typed(http::Request const& request) {
    Edition typed;
    auto const size = [&](std::string_view name) {
        return static_cast<int>(
            std::clamp<std::int64_t>(request.field_number(name).value_or(0), 0, 10'000));
    };
    typed.name = names_typed(request, "name_ar", "name_fr");
    typed.summary = names_typed(request, "summary_ar", "summary_fr");
    typed.rules = names_typed(request, "rules_ar", "rules_fr");
    typed.eligible = eligible_named(request.field("eligible")).value_or(Eligible::civil_servants);
    typed.team_min = size("team_min");
    typed.team_max = size("team_max");
    typed.administrations_min = size("administrations_min");
    typed.is_anonymous = request.field("anonymous") == "1";
    typed.version = request.field_number("version").value_or(0);
    return typed;
}

// Days as they are typed; both empty: the edition has no such phase.
Result<Phases> phases_typed(http::Request const& request) {
    Phases phases;
    for (std::size_t n = 0; n < phase_count; ++n) {
        auto const name = name_of(static_cast<Phase>(n));
        auto const until = std::string(name) + "_until";
        if (request.field(name).empty() && request.field(until).empty()) continue;
        auto const first = date_from_iso(request.field(name));
        auto const last = date_from_iso(request.field(until));
        if (!first) return Refusal{Refused::invalid, say(msg::refused_day), {}, name};
        if (!last) return Refusal{Refused::invalid, say(msg::refused_day), {}, until};
        phases[n] = Span{clock::start_of_day_in_morocco(*first),
                         clock::start_of_day_in_morocco(*last + Days{1})};
    }
    return phases;
}

Outcome keep_targets(Desk const& desk, db::Writer& writer, Act const& act,
                     http::Request const& request) {
    std::vector<Target> targets;
    for (std::size_t n = 0; n < trait_count; ++n) {
        auto const trait = static_cast<Trait>(n);
        if (request.field(name_of(trait)).empty()) continue;
        auto const typed = request.field_number(name_of(trait)).value_or(0);
        targets.push_back({trait, static_cast<int>(std::clamp<std::int64_t>(typed, 0, 1'000))});
    }
    return desk.keep_targets(writer, act, targets);
}

// As it stands, so that what the form does not show is kept; new where there is none.
template<typename Row>
Row row_of(std::vector<Row> const& all, std::int64_t id) {
    for (auto const& one : all)
        if (one.id.value() == id) return one;
    return {};
}

Outcome keep_row_typed(Desk const& desk, db::Writer& writer, Act const& act, Call const& call,
                       std::string_view kind, http::Request const& request) {
    auto const id = request.field_number("row").value_or(0);
    auto const name = names_typed(request, "name_ar", "name_fr");
    auto const what = names_typed(request, "text_ar", "text_fr");
    if (kind == "themes") {
        auto row = row_of(call.themes, id);
        row.name = name;
        row.text = what;
        return desk.keep(writer, act, row);
    }
    if (kind == "statements") {
        auto row = row_of(call.statements, id);
        row.theme = ThemeId{request.field_number("theme").value_or(0)};
        row.title = names_typed(request, "title_ar", "title_fr");
        row.text = what;
        row.obstacles = request.field("obstacles");
        row.sponsor = AdministrationId{request.field_number("sponsor").value_or(0)};
        row.sponsor_unit = UnitId{request.field_number("unit").value_or(0)};
        row.obstacle_codes.clear();
        for (auto const code : request.fields("obstacle")) row.obstacle_codes.emplace_back(code);
        return desk.keep(writer, act, row);
    }
    if (kind == "prizes") {
        auto row = row_of(call.prizes, id);
        row.place = static_cast<int>(
            std::clamp<std::int64_t>(request.field_number("place").value_or(0), 0, 1'000));
        row.name = name;
        row.text = what;
        return desk.keep(writer, act, row);
    }
    auto row = row_of(call.partners, id);
    row.administration = AdministrationId{request.field_number("administration").value_or(0)};
    row.name = name;
    return desk.keep(writer, act, row);
}

Outcome remove_row_of_kind(Desk const& desk, db::Writer& writer, Act const& act,
                           std::string_view kind, std::int64_t id) {
    if (kind == "themes") return desk.remove(writer, act, ThemeId{id});
    if (kind == "statements") return desk.remove(writer, act, StatementId{id});
    if (kind == "prizes") return desk.remove(writer, act, PrizeId{id});
    return desk.remove(writer, act, PartnerId{id});
}

struct Part {
    std::string_view name;
    Message const& title;
};
Part const office_parts[] = {{"call", msg::office_call},
                             {"phases", msg::edition_days},
                             {"targets", msg::composition_title},
                             {"themes", msg::edition_themes_only},
                             {"statements", msg::edition_statements},
                             {"invited", msg::office_invited},
                             {"prizes", msg::edition_prizes},
                             {"partners", msg::edition_partners},
                             {"teams", msg::teams_title}};

Response part_page(Pages const& pages, Asked const& asked, std::optional<Refusal> const& refusal) {
    Known known(pages, asked);
    if (refusal) known.faults.add(*refusal);
    auto const kind = asked.wild(1);
    auto const part = std::find_if(std::begin(office_parts), std::end(office_parts),
                                   [&](Part const& one) { return one.name == kind; });
    if (part == std::end(office_parts))
        return Refusal{Refused::not_found, say(msg::refused_no_row)};
    auto const whole = TRY(own_edition(pages, asked));
    auto const& edition = whole.call.edition;
    if (edition.is_record()) return Refusal{Refused::conflict, say(msg::refused_record)};
    std::vector<TeamLine> teams;
    std::vector<Exhibit> projects;
    if (kind == "teams") {
        teams = pages.desk.teams(asked.db, edition.id);
        projects = pages.desk.projects(asked.db, edition.id);
    }
    return page_of(asked, known, part->title, [&](html::Html& h) {
        if (kind == "call") return views::office_call(h, known, whole);
        if (kind == "phases") return views::office_phases(h, known, whole);
        if (kind == "targets") return views::office_targets(h, known, whole);
        if (kind == "invited") return views::office_invited(h, known, whole);
        if (kind == "teams")
            return views::office_teams(h, known, {whole, teams, {}, {}, {}}, projects);
        views::office_rows(h, known, whole, kind);
    });
}
Response show_part(Pages const& pages, Asked const& asked) { return part_page(pages, asked, {}); }

Outcome decide(Desk const& desk, db::Writer& writer, Act const& act, http::Request const& request) {
    auto const id = std::string(request.field("team"));
    TeamId const team{number_of(id)};
    auto const name = request.field("do");
    auto const reason = request.field("reason-" + id);
    if (name == "on" || name == "off")
        return desk.shortlist(writer, act, team, name == "on", reason);
    if (name == "award")
        return desk.award(writer, act,
                          {.team = team,
                           .place = static_cast<int>(std::clamp<std::int64_t>(
                               request.field_number("place-" + id).value_or(0), 0, 1'000)),
                           .reason = std::string(reason)});
    // Until the end of that day.
    auto const until = date_from_iso(request.field("until-" + id));
    if (!until) return Refusal{Refused::invalid, say(msg::refused_day), {}, "until"};
    return desk.grant_grace(writer, act, team, clock::start_of_day_in_morocco(*until + Days{1}),
                            reason);
}

// One more, or one less; the rest of the call stays as it is.
Outcome keep_invited(Desk const& desk, db::Writer& writer, Act const& act, Edition edition,
                     http::Request const& request) {
    auto& invited = edition.invited;
    if (auto const gone = request.field_number("remove")) {
        std::erase(invited, AdministrationId{*gone});
        return desk.keep_call(writer, act, edition);
    }
    AdministrationId const one{request.field_number("administration").value_or(0)};
    if (one.value() == 0)
        return Refusal{Refused::invalid, say(msg::refused_invited_none), {}, "administration"};
    if (std::find(invited.begin(), invited.end(), one) == invited.end()) invited.push_back(one);
    return desk.keep_call(writer, act, edition);
}

Outcome keep_part(Pages const& pages, Acted const& acted, db::Writer& writer, Call const& call) {
    auto const kind = acted.wild(1);
    auto const& request = acted.request;
    auto const act = act_of(acted);
    if (kind == "call") {
        auto typed = call_typed(request);
        typed.invited = call.edition.invited;
        return pages.desk.keep_call(writer, act, typed);
    }
    if (kind == "phases") return pages.desk.keep_phases(writer, act, TRY(phases_typed(request)));
    if (kind == "targets") return keep_targets(pages.desk, writer, act, request);
    if (kind == "invited") return keep_invited(pages.desk, writer, act, call.edition, request);
    if (kind == "teams") return decide(pages.desk, writer, act, request);
    if (auto const id = request.field_number("remove"))
        return remove_row_of_kind(pages.desk, writer, act, kind, *id);
    return keep_row_typed(pages.desk, writer, act, call, kind, request);
}

Response do_part(Pages const& pages, Acted const& acted) {
    auto const whole = TRY(own_edition(pages, acted));
    auto const outcome = acted.write(
        [&](db::Writer& writer) { return keep_part(pages, acted, writer, whole.call); });
    if (outcome.refused()) return part_page(pages, acted, outcome.refusal());
    return go(acted, html::with(html::to("/office/challenges/", acted.wild(0), "/", acted.wild(1)),
                                "done", "saved"));
}

}  // namespace

Routes office_routes() {
    using http::Allow;
    using http::operator""_KiB;
    static constexpr http::Limits long_texts{.body_max = 512_KiB};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/office/challenges", Allow::staff, show_organised),
        http::get<Pages>("/office/challenges/new", Allow::staff, show_new_edition),
        http::post<Pages>("/office/challenges/new", Allow::staff, do_new_edition),
        http::get<Pages>("/office/challenges/:code", Allow::staff, show_edition_office),
        http::post<Pages>("/office/challenges/:code", Allow::staff, do_edition_office),
        http::get<Pages>("/office/challenges/:code/:part", Allow::staff, show_part),
        http::post<Pages>("/office/challenges/:code/:part", Allow::staff, do_part, long_texts),
    };
    return routes;
}

}  // namespace wasl::challenges
