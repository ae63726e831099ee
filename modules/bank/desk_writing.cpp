// SPDX-License-Identifier: Apache-2.0
// An entry is written: by whoever has an idea, by an edition of a challenge; and told apart from
// what runs already.
#include <algorithm>

#include "kernel/text/signs.hpp"
#include "modules/bank/inside.hpp"

namespace wasl::bank {

namespace {

Initiative initiative_of(Content const& content) {
    return {content.touches.procedures, content.touches.data, content.touches.life_events,
            content.title + " " + content.problem + " " + content.solution};
}

// What both touch, before words are compared: that costs more.
bool touches_the_same(Touched const& a, Touched const& b) {
    auto const meet = [](std::vector<std::string> const& x, std::vector<std::string> const& y) {
        return std::find_first_of(x.begin(), x.end(), y.begin(), y.end()) != x.end();
    };
    return meet(a.procedures, b.procedures) || meet(a.life_events, b.life_events) ||
           (!a.data.empty() && !b.data.empty());
}

std::string relation_field(std::string_view number) { return "relation-" + std::string(number); }

RelationTyped const* typed_for(std::vector<RelationTyped> const& all, std::string_view number) {
    for (auto const& one : all)
        if (one.number == number) return &one;
    return nullptr;
}

// Facts 5.5: whoever begins beside a running initiative joins it or says what differs.
Result<std::vector<Related>> answered(std::vector<Running> const& running,
                                      std::vector<RelationTyped> const& typed) {
    std::vector<Related> out;
    for (auto const& one : running) {
        auto const* const said = typed_for(typed, one.number);
        if (said == nullptr || !said->relation)
            return Refusal{
                Refused::invalid, say(msg::refused_relation), {}, relation_field(one.number)};
        TRY(readable(said->reason, {"reason-" + one.number, text_max}));
        out.push_back({one.id, one.overlap.score, *said->relation, said->reason});
    }
    return out;
}

Entry proposed_entry(http::Visitor const& by, Proposal const& proposal, Instant now) {
    Entry entry;
    entry.id = db::fresh<EntryId>();
    entry.content = proposal.content;
    entry.author = by.person;
    entry.author_name = by.name;
    entry.name_shown = proposal.name_shown;
    entry.owner = proposal.owner;
    entry.proposed_at = entry.changed_at = now;
    return entry;
}

void tell_joined(db::Writer& writer, Desk const& desk, Entry const& entry,
                 std::vector<Related> const& relations, Instant now) {
    for (auto const& one : relations) {
        if (one.relation != Relation::joins) continue;
        auto const other = desk.entry(writer, one.other);
        if (!other) continue;
        Teller(writer, desk.house(), *other, entry.author, now)
            .author(msg::notice_joined_subject, msg::notice_joined_body,
                    {text("new", entry.content.title)});
    }
}

}  // namespace

std::vector<Running> Desk::running_beside(db::Reader& reader, Content const& content, EntryId but,
                                          Instant now) const {
    auto const initiative = initiative_of(content);
    std::vector<Running> found;
    for (auto const& line : picture(reader, now)->lines()) {
        if (line.stage != Stage::listed || line.id == but) continue;
        if (!touches_the_same(content.touches, line.content.touches)) continue;
        Running one{line.id,
                    line.number,
                    line.content.title,
                    line.content.language,
                    overlap(initiative, initiative_of(line.content)),
                    line.running() > 0};
        if (one.overlap.any() && (one.runs || one.overlap.score >= overlap_alert))
            found.push_back(std::move(one));
    }
    std::sort(found.begin(), found.end(), [](Running const& a, Running const& b) {
        return std::pair(-a.overlap.score, a.id) < std::pair(-b.overlap.score, b.id);
    });
    if (found.size() > related_max) found.resize(related_max);
    return found;
}

Result<std::string> Desk::propose(db::Writer& writer, http::Visitor const& by,
                                  Proposal const& proposal, Date today, Instant now) const {
    if (!by.signed_in()) return Refusal{Refused::not_signed_in, say(msg::refused_sign_in)};
    auto const key =
        proposal.key.empty() ? "" : std::to_string(by.person.value()) + ":" + proposal.key;
    if (auto const again = key.empty() ? std::nullopt : store::by_key(writer, key))
        return again->number;
    TRY(fits(proposal.content, house_));
    if (proposal.owner.value() != 0 && actors_of(by, proposal.owner).bits == 0)
        return Refusal{Refused::forbidden, say(msg::refused_owner), {}, "owner"};
    auto const relations = TRY(
        answered(running_beside(writer, proposal.content, EntryId{0}, now), proposal.relations));
    auto entry = proposed_entry(by, proposal, now);
    if (!insert(writer, entry, key, today)) return store::by_key(writer, key)->number;
    for (auto const& one : relations) store::keep_relation(writer, entry.id, one, now);
    note(writer, entry,
         {.action = "propose",
          .from = "",
          .to = name_of(entry.stage),
          .by = by.person,
          .administration = entry.owner,
          .now = now});
    tell_joined(writer, *this, entry, relations, now);
    return entry.number;
}

Outcome Desk::revise(db::Writer& writer, Act const& act, Content const& content,
                     std::string_view what_changed) const {
    auto opened = TRY(open(writer, *this, act));
    auto const actors = opened.eyes.actors();
    bool const keeps = actors.holds(keeper);
    if (!actors.holds(author | keeper)) return Refusal{Refused::forbidden, say(msg::refused_actor)};
    if (!can_be_written(opened.before.stage, actors))
        return Refusal{Refused::conflict, say(msg::refused_not_now)};
    // Nobody has to invent what a record never told, to take out of it what may not be read.
    TRY(keeps ? fits_as_far_as_told(content, house_) : fits(content, house_));
    TRY(readable(what_changed,
                 {"reason", line_max, keeps || opened.before.stage == Stage::listed}));
    opened.after.content = content;
    settle(opened.after.content.touches);
    if (opened.after.content == opened.before.content) return Done{};
    auto const stage = name_of(opened.before.stage);
    return record(writer, *this, opened.before, opened.after,
                  {.action = "revise",
                   .from = stage,
                   .to = stage,
                   .by = act.by.person,
                   .reason = what_changed,
                   .now = act.now});
}

static std::string edition_source(std::string_view key) { return "edition:" + std::string(key); }

std::optional<Desk::Brought> Desk::brought(db::Reader& reader, std::string_view key) const {
    auto entry = store::by_source(reader, edition_source(key));
    if (!entry) return std::nullopt;
    auto adoptions = store::adoptions(reader, entry->id);
    return Brought{std::move(*entry), std::move(adoptions)};
}

Result<std::string> Desk::from_edition(db::Writer& writer, EditionProject const& project,
                                       Date today, Instant now) const {
    check(!project.key.empty(), "a project of an edition is known by a key");
    auto const key = edition_source(project.key);
    if (auto const known = store::by_source(writer, key)) return known->number;
    TRY(fits_in_length(project.content));
    Entry entry;
    entry.id = db::fresh<EntryId>();
    entry.content = project.content;
    entry.source = {project.origin, project.edition, project.team, project.challenge,
                    project.award,  project.url,     key,          project.is_example};
    entry.author = project.leader;
    entry.author_name = project.authors;
    entry.proposed_at = entry.changed_at = now;
    if (project.listed) {
        entry.stage = Stage::listed;
        entry.listed_at = now;
        entry.confirmed_on = today;
    }
    if (!insert(writer, entry, {}, today)) return store::by_source(writer, key)->number;
    note(writer, entry,
         {.action = "bring",
          .from = "",
          .to = name_of(entry.stage),
          .by = project.leader,
          .now = now});
    if (project.listed) changed(writer, Changed::words);
    Teller(writer, house_, entry, PersonId{0}, now)
        .author(msg::notice_brought_subject, msg::notice_brought_body);
    return entry.number;
}

}  // namespace wasl::bank
