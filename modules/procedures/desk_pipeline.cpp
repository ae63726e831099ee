// SPDX-License-Identifier: Apache-2.0
// The way of a sheet: who takes which step, what the step needs, whom it concerns.
#include "modules/procedures/gate.hpp"
#include "modules/procedures/inside.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/store.hpp"
#include "modules/procedures/store_burden.hpp"
#include "modules/procedures/store_holders.hpp"
#include "modules/procedures/store_pipeline.hpp"
#include "platform/clock/clock.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::procedures {
namespace {

constexpr std::size_t reason_least = 10;
constexpr std::size_t reason_most = 2000;
constexpr int merged_depth_max = 50;

// What the journal calls the step; the module's other acts stand beside these.
std::string_view past_of(Action action) {
    static constexpr std::string_view past[] = {
        "procedures.taken_up",  "procedures.submitted", "procedures.sent_back",
        "procedures.approved",  "procedures.checked",   "procedures.published",
        "procedures.revised",   "procedures.abandoned", "procedures.merged",
        "procedures.deleted",   "procedures.suspended", "procedures.resumed",
        "procedures.withdrawn",
    };
    static_assert(std::size(past) == action_count);
    return past[static_cast<std::size_t>(action)];
}

bool wants_reason(Action action) {
    return action == Action::send_back || action == Action::merge || action == Action::remove ||
           action == Action::suspend || action == Action::withdraw;
}

// What this step needs beside the right to take it.
Result<Taken> prepared(db::Reader& db, directory::Picture const& places, Draft const& draft,
                       Order const& order, Instant now) {
    Taken taken{.reason = order.reason, .legal_note = order.legal_note};
    if (wants_reason(order.action)) TRY(good_reason(order.reason));
    bool const reads = order.action == Action::submit || order.action == Action::publish;
    if (reads && draft.edition != order.edition)
        return Refusal{Refused::conflict, say(msg::refusal_stale)};
    if (reads) TRY(passes_the_gate(db, places, draft.sheet, now));
    if (order.action == Action::remove) TRY(good_reason(order.legal_note, "legal_note"));
    if (order.action == Action::merge) taken.into = TRY(merging_into(db, draft, order.into));
    if (order.action == Action::check && order.reference.empty())
        return Refusal{Refused::invalid, say(msg::gate_approval_reference), "55.19/9", "reference"};
    return taken;
}

// A sheet that is put in force: a revision that never changes again.
void put_in_force(db::Writer& db, Draft const& draft, PersonId by, Instant now) {
    auto const version = draft.sheet.version + 1;
    auto const revision = store::insert_revision(db, draft.sheet, version, by, now);
    store::mark_published(db, draft.sheet.id, revision, version, now);
    if (store::offers(db, draft.sheet.id).empty())
        store::keep_offer(db, draft.sheet.id, {draft.sheet.owner, {}, {}});
}

Tidings draft_tidings(Draft const& draft, Action action, std::string const& reason) {
    auto const link = "/office/sheets/" + std::to_string(draft.sheet.id.value());
    auto const past = std::string(past_of(action)).substr(std::size("procedures.") - 1);
    return {*msg::find("told." + past), *msg::find("told." + past + "_text"), reason, link,
            draft.sheet.code};
}

bool told_to_owner(Action action) {
    return action == Action::send_back || action == Action::approve || action == Action::check ||
           action == Action::merge || action == Action::remove;
}

}  // namespace

Outcome good_reason(std::string_view reason, std::string_view field) {
    if (reason.size() < reason_least || reason.size() > reason_most)
        return Refusal{Refused::invalid, say(msg::refusal_reason), {}, field};
    return Done{};
}

namespace {

std::vector<Objection> found_by_the_gate(db::Reader& db, directory::Administration const& owner,
                                         Sheet const& sheet, Date today) {
    auto const lists = store::decisions(db);
    auto const types = store::evidence_types(db);
    auto const exemptions = store::exemptions(db);
    bool const collectivity = owner.kind == directory::Kind::collectivity;
    return objections(sheet, {collectivity, &lists, &types, &exemptions, today});
}

}  // namespace

Outcome passes_the_gate(db::Reader& db, directory::Picture const& places, Sheet const& sheet,
                        Instant now) {
    auto const* const owner = places.administration(sheet.owner);
    if (owner == nullptr) return Refusal{Refused::not_found, say(msg::refusal_unknown)};
    auto const found = found_by_the_gate(db, *owner, sheet, clock::day_in_morocco(now));
    if (found.empty()) return Done{};
    return Refusal{Refused::invalid, found.front().what, found.front().article, "gate"};
}

Result<SheetId> merging_into(db::Reader& db, Draft const& draft, std::string_view code) {
    auto const unusable = Refusal{Refused::invalid, say(msg::refusal_merge_into), {}, "into"};
    auto const into = store::sheet_of_code(db, code);
    if (!into) return unusable;
    auto const target = store::draft(db, *into);
    if (!target || is_over(target->sheet.state)) return unusable;
    // A circle of merged sheets would hold nothing.
    auto at = into;
    for (int depth = 0; at && depth < merged_depth_max; ++depth) {
        if (*at == draft.sheet.id) return unusable;
        at = store::merged_into(db, *at);
    }
    return *into;
}

void take_step(db::Writer& db, Draft const& draft, Transition const& step, Taken const& taken,
               Instant now) {
    auto const& sheet = draft.sheet;
    auto const next = after(draft.standing(), step);
    auto written = taken;
    // Why it was suspended still holds while its revision walks.
    if (next.revision && taken.reason.empty()) written.reason = draft.reason;
    if (step.action == Action::publish) put_in_force(db, draft, taken.by, now);
    // What was inventoried is the practice that a study starts from.
    if (step.action == Action::take_up)
        if (auto const practice = burden_of(sheet); says_anything(practice))
            store::keep_burden(db, sheet.id, 0, practice);
    store::mark_standing(db, sheet.id, next, written, now);
    bool const of_revision = is_public(sheet.state) && !concerns_the_public(step.action);
    store::keep_step(db, sheet.id, step, of_revision, taken, now);
    auto facts = std::string("{}");
    if (step.action == Action::publish)
        facts = "{\"version\":" + std::to_string(sheet.version + 1) + "}";
    journal::append(
        db,
        {sheet.owner.value(), past_of(step.action), sheet.code, taken.by.value(), std::move(facts)},
        now);
}

void tell_heads(db::Writer& db, Concerned const& concerned, AdministrationId where,
                std::string_view title, Tidings const& news, Instant now) {
    if (concerned.people == nullptr || concerned.notices == nullptr) return;
    auto const today = clock::day_in_morocco(now);
    auto to = concerned.people->holders(db, where, http::Role::head, today);
    // Its officers may answer, too; the news must not wait for a head to be named.
    if (to.empty()) to = concerned.people->holders(db, where, http::Role::officer, today);
    for (auto const person : to)
        concerned.notices->post(
            db,
            {.to = person,
             .subject = say(news.subject, {text("title", title)}),
             .body = say(news.body, {text("title", title), text("reason", news.reason)}),
             .link = news.link,
             .about = news.about},
            now);
}

Outcome Desk::act(db::Writer& db, SheetId id, Order const& order, Actor const& actor,
                  Instant now) const {
    auto const found = store::draft(db, id);
    if (!found) return Refusal{Refused::not_found, say(msg::refusal_unknown)};
    auto const& draft = *found;
    auto const step = TRY(walk(draft.standing(), order.action, actor.hands));
    if (order.action == Action::approve)
        return Refusal{Refused::conflict, say(msg::refusal_session_only), "55.19/27"};
    auto const places = inside_->directory.picture();
    auto taken = TRY(prepared(db, *places, draft, order, now));
    taken.by = actor.person;
    if (order.action == Action::check)
        store::keep_approval(db, id,
                             {ApprovedBy::interior, order.reference, clock::day_in_morocco(now)});
    take_step(db, draft, step, taken, now);
    inside_->stepped(db, draft, step, now);
    Concerned const concerned{inside_->people, inside_->notices};
    auto const& sheet = draft.sheet;
    if (told_to_owner(order.action))
        tell_heads(db, concerned, sheet.owner, sheet.title.ar,
                   draft_tidings(draft, order.action, order.reason), now);
    if (order.action != Action::submit) return Done{};
    auto const* const owner = places->administration(sheet.owner);
    bool const collectivity = owner->kind == directory::Kind::collectivity;
    if (auto const who = store::authority(db, collectivity ? "interior" : "secretariat")) {
        auto news = draft_tidings(draft, order.action, {});
        tell_heads(db, concerned, *who, sheet.title.ar, news, now);
    }
    return Done{};
}

Actor Desk::actor(db::Reader& db, http::Visitor const& visitor, AdministrationId owner) const {
    Actor actor{visitor.person, {}};
    bool const heads = visitor.is(http::Role::head, owner) || people::administers(visitor, owner);
    if (heads) actor.hands = hands::officer | hands::head;
    if (visitor.is(http::Role::officer, owner)) actor.hands = actor.hands | hands::officer;
    auto const* const known = inside_->directory.picture()->administration(owner);
    if (known == nullptr) return actor;
    // Art. 9: the Interior looks at the sheets of collectivities, the commission at all others.
    bool const collectivity = known->kind == directory::Kind::collectivity;
    auto const who = store::authority(db, collectivity ? "interior" : "secretariat");
    if (who && (visitor.is(http::Role::officer, *who) || visitor.is(http::Role::head, *who)))
        actor.hands = actor.hands | (collectivity ? hands::interior : hands::secretariat);
    return actor;
}

std::vector<StepLine> Desk::steps(db::Reader& db, SheetId id) const { return store::steps(db, id); }

std::vector<SheetLine> Desk::submitted(db::Reader& db, bool to_interior) const {
    auto lines = store::sheets_at(db, SheetState::submitted);
    auto const places = inside_->directory.picture();
    std::erase_if(lines, [&](SheetLine const& line) {
        auto const* const owner = places->administration(line.owner);
        return owner == nullptr || (owner->kind == directory::Kind::collectivity) != to_interior;
    });
    return lines;
}

std::optional<std::vector<SheetLine>> Desk::to_review(db::Reader& db,
                                                      http::Visitor const& visitor) const {
    std::optional<std::vector<SheetLine>> out;
    for (bool const interior : {false, true}) {
        auto const who = store::authority(db, interior ? "interior" : "secretariat");
        if (!who || !(visitor.is(http::Role::officer, *who) || visitor.is(http::Role::head, *who)))
            continue;
        auto lines = submitted(db, interior);
        if (!out) out.emplace();
        out->insert(out->end(), lines.begin(), lines.end());
    }
    return out;
}

std::vector<Objection> Desk::objections_to(db::Reader& db, Sheet const& sheet, Date today) const {
    auto const places = inside_->directory.picture();
    auto const* const owner = places->administration(sheet.owner);
    return owner == nullptr ? std::vector<Objection>{}
                            : found_by_the_gate(db, *owner, sheet, today);
}

std::optional<Date> Desk::certified_on(db::Reader& db, Draft const& draft) const {
    if (draft.sheet.certification.on) return draft.sheet.certification.on;
    auto const history = store::revisions(db, draft.sheet.id);
    if (history.empty()) return std::nullopt;
    return clock::day_in_morocco(history.front().at);
}

Outcome Desk::certify(db::Writer& db, SheetId id, Actor const& actor, Instant now) const {
    auto const draft = store::draft(db, id);
    if (!draft) return Refusal{Refused::not_found, say(msg::refusal_unknown)};
    if (!actor.hands.hold(hands::head))
        return Refusal{Refused::forbidden, say(msg::refusal_head_only)};
    if (draft->sheet.state != SheetState::published)
        return Refusal{Refused::conflict, say(msg::refusal_not_published)};
    store::certify(db, id, actor.person, clock::day_in_morocco(now));
    store::touch_picture(db);
    journal::append(db,
                    {draft->sheet.owner.value(), "procedures.certified", draft->sheet.code,
                     actor.person.value()},
                    now);
    return Done{};
}

}  // namespace wasl::procedures
