// SPDX-License-Identifier: Apache-2.0
// An administration takes an entry up: asked, accepted or refused, tried, in force, stopped.
#include <algorithm>

#include "modules/bank/inside.hpp"
#include "modules/bank/taxonomy.hpp"

namespace wasl::bank {

namespace {

std::string address_of(AdoptionId id) { return "/office/adoptions/" + std::to_string(id.value()); }

// What every file begins with.
void add_checks(db::Writer& writer, AdoptionId adoption) {
    for (auto const code : checks()) {
        Task task;
        task.id = db::fresh<TaskId>();
        task.adoption = adoption;
        task.kind = TaskKind::check;
        task.code = code;
        store::insert(writer, task);
    }
}

Refusal lacks(std::string_view field) {
    return {Refused::invalid, say(msg::refused_before_pilot), {}, field};
}

// Nothing is tried on people before somebody answers for it, a text allows it, and it is said
// where and until when.
Outcome ready_for_pilot(Adoption const& one) {
    if (one.owner.value() == 0) return lacks("owner");
    if (one.legal_basis.empty()) return lacks("legal_basis");
    if (one.plan.empty()) return lacks("plan");
    if (!one.pilot_from) return lacks("pilot_from");
    if (!one.pilot_until) return lacks("pilot_until");
    return Done{};
}

Outcome ready_to_live(db::Reader& reader, Adoption const& one) {
    auto const tasks = store::tasks(reader, one.id);
    auto const open = std::count_if(tasks.begin(), tasks.end(), [](Task const& task) {
        return task.kind == TaskKind::check && !task.done_on;
    });
    if (open > 0)
        return Refusal{Refused::conflict, say(msg::refused_checks, {number("count", open)})};
    if (store::effects(reader, one.id).empty())
        return Refusal{Refused::conflict, say(msg::refused_unmeasured)};
    return Done{};
}

Outcome may_move(OpenedFile const& file, Deed deed) {
    auto const phase = file.before.phase;
    if (step_from(phase, deed, file.actors) != nullptr) return Done{};
    if (step_from(phase, deed, officer | head) != nullptr)
        return Refusal{Refused::forbidden, say(msg::refused_head)};
    auto const* const found = msg::find("phase." + std::string(name_of(phase)));
    check(found != nullptr, "every phase has a name");
    return Refusal{Refused::conflict, say(msg::refused_phase, {word("phase", *found)})};
}

}  // namespace

Result<AdoptionId> Desk::adopt(db::Writer& writer, Act const& act, AdministrationId where,
                               std::string_view why) const {
    auto const opened = TRY(open(writer, *this, act));
    auto const& entry = opened.before;
    if (actors_of(act.by, where).bits == 0)
        return Refusal{Refused::forbidden, say(msg::refused_owner), {}, "administration"};
    if (!can_be_adopted(entry.stage))
        return Refusal{Refused::conflict, say(msg::refused_not_listed)};
    TRY(readable(why, {"why"}));
    Adoption one;
    one.id = db::fresh<AdoptionId>();
    one.entry = entry.id;
    one.administration = where;
    one.why = why;
    one.asked_by = act.by.person;
    one.asked_at = one.changed_at = act.now;
    if (!store::try_insert(writer, one))
        return Refusal{Refused::conflict, say(msg::refused_adopting), {}, "administration"};
    add_checks(writer, one.id);
    note(writer, entry,
         {.action = "adopt",
          .from = "",
          .to = name_of(one.phase),
          .adoption = one.id,
          .by = act.by.person,
          .administration = where,
          .reason = why,
          .now = act.now});
    changed(writer, Changed::figures);
    Teller const teller(writer, house_, entry, act.by.person, act.now);
    Values const values{text("administration", name_of(house_, where))};
    teller.author(msg::notice_asked_subject, msg::notice_asked_body, values);
    teller.followers(msg::notice_asked_subject, msg::notice_asked_body, values);
    teller.heads_of(where, msg::notice_answer_subject, msg::notice_answer_body, values,
                    address_of(one.id));
    return one.id;
}

Outcome Desk::move(db::Writer& writer, FileAct const& act, Deed deed,
                   std::string_view reason) const {
    auto file = TRY(open(writer, *this, act));
    TRY(may_move(file, deed));
    auto const& step = *step_from(file.before.phase, deed, file.actors);
    TRY(readable(reason, {"reason", text_max, step.with_reason}));
    if (deed == Deed::begin_pilot) TRY(ready_for_pilot(file.before));
    if (deed == Deed::go_live) TRY(ready_to_live(writer, file.before));
    file.after.phase = step.to;
    file.after.reason = step.with_reason ? std::string(reason) : std::string();
    TRY(keep(writer, *this, file, act.now));
    auto const action = "adoption_" + std::string(name_of(deed));
    note(writer, file.entry,
         {.action = action,
          .from = name_of(step.from),
          .to = name_of(step.to),
          .adoption = file.after.id,
          .by = act.by.person,
          .administration = file.after.administration,
          .reason = reason,
          .now = act.now});
    Teller const teller(writer, house_, file.entry, act.by.person, act.now);
    Values const values{text("administration", name_of(house_, file.after.administration)),
                        word("phase", *msg::find("phase." + std::string(name_of(step.to)))),
                        text("reason", reason)};
    auto const& body = step.with_reason ? msg::notice_phase_reasoned_body : msg::notice_phase_body;
    teller.author(msg::notice_phase_subject, body, values);
    teller.followers(msg::notice_phase_subject, body, values);
    if (file.before.asked_by != file.entry.author)
        teller.person(file.before.asked_by, msg::notice_phase_subject, body, values,
                      address_of(file.after.id));
    return Done{};
}

std::vector<Adoption> Desk::adoptions_of(db::Reader& reader, AdministrationId where) const {
    return store::adoptions_of(reader, where);
}

}  // namespace wasl::bank
