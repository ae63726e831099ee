// SPDX-License-Identifier: Apache-2.0
// What an administration writes in its adoption file: who answers for it and by which text, what
// is to be done until when, what was learned, what was measured.
#include "kernel/text/signs.hpp"
#include "modules/bank/inside.hpp"
#include "modules/bank/taxonomy.hpp"

namespace wasl::bank {

namespace {

Result<OpenedFile> open_to_write(db::Writer& writer, Desk const& desk, FileAct const& act) {
    auto file = TRY(open(writer, desk, act));
    if (is_over(file.before.phase)) return Refusal{Refused::conflict, say(msg::refused_over)};
    return file;
}

void note_in(db::Writer& writer, OpenedFile const& file, FileAct const& act,
             std::string_view action, std::string_view what) {
    auto const phase = name_of(file.after.phase);
    note(writer, file.entry,
         {.action = action,
          .from = phase,
          .to = phase,
          .adoption = file.after.id,
          .by = act.by.person,
          .administration = file.after.administration,
          .reason = what,
          .now = act.now});
}

Refusal wrong_days(std::string_view field) {
    return {Refused::invalid, say(msg::refused_days), {}, field};
}

Outcome measure_fits(Measured const& one, std::string_view which, Date today) {
    auto const field = [&](std::string_view part) {
        return std::string(which) + "_" + std::string(part);
    };
    if (one.n <= 0) return Refusal{Refused::invalid, say(msg::refused_n), {}, field("n")};
    if (one.until < one.from) return wrong_days(field("until"));
    if (one.until > today)
        return Refusal{Refused::invalid, say(msg::refused_future), {}, field("until")};
    return Done{};
}

Outcome effect_fits(Effect const& one, Date today) {
    if (one.indicator.empty())
        TRY(readable(one.name, {"name", line_max}));
    else if (indicator_named(one.indicator) == nullptr)
        return Refusal{Refused::invalid,
                       say(msg::refused_unknown, {text("code", one.indicator)}),
                       {},
                       "indicator"};
    TRY(readable(one.unit, {"unit", line_max}));
    TRY(measure_fits(one.before, "before", today));
    TRY(measure_fits(one.after, "after", today));
    if (one.after.from < one.before.until) return wrong_days("after_from");
    TRY(readable(one.method, {"method"}));
    TRY(readable(one.note, {"note", text_max, false}));
    // What was only told is no measure.
    if (one.evidence == Evidence::e0)
        return Refusal{Refused::invalid, say(msg::refused_evidence), {}, "evidence"};
    return Done{};
}

}  // namespace

Outcome Desk::write_file(db::Writer& writer, FileAct const& act, FileContent const& content) const {
    auto file = TRY(open_to_write(writer, *this, act));
    TRY(readable(content.legal_basis, {"legal_basis", text_max, false}));
    TRY(readable(content.agreement, {"agreement", text_max, false}));
    TRY(readable(content.plan, {"plan", text_max, false}));
    TRY(readable(content.place, {"place", line_max, false}));
    if (content.pilot_from && content.pilot_until && *content.pilot_until < *content.pilot_from)
        return wrong_days("pilot_until");
    auto& after = file.after;
    after.owner = content.owner;
    after.legal_basis = content.legal_basis;
    after.agreement = content.agreement;
    after.agreed_on = content.agreed_on;
    after.plan = content.plan;
    after.place = content.place;
    after.pilot_from = content.pilot_from;
    after.pilot_until = content.pilot_until;
    TRY(keep(writer, *this, file, act.now));
    note_in(writer, file, act, "write_file", {});
    return Done{};
}

Outcome Desk::add_task(db::Writer& writer, FileAct const& act, Task const& typed) const {
    auto const file = TRY(open_to_write(writer, *this, act));
    TRY(readable(typed.text, {"text", line_max}));
    TRY(readable(typed.answer, {"answer", text_max, typed.kind == TaskKind::risk}));
    if (store::tasks(writer, file.before.id).size() >= tasks_max)
        return Refusal{Refused::conflict, say(msg::refused_many, {number("max", tasks_max)})};
    auto task = typed;
    task.id = db::fresh<TaskId>();
    task.adoption = file.before.id;
    task.code.clear();
    store::insert(writer, task);
    note_in(writer, file, act, "add_task", task.text);
    return Done{};
}

Outcome Desk::settle_task(db::Writer& writer, FileAct const& act, TaskId id,
                          std::string_view answer, bool done) const {
    auto const file = TRY(open_to_write(writer, *this, act));
    TRY(readable(answer, {"answer", text_max, false}));
    for (auto task : store::tasks(writer, file.before.id)) {
        if (task.id != id) continue;
        task.answer = answer;
        task.done_on = done ? std::optional(act.today) : std::nullopt;
        task.done_by = done ? act.by.person : PersonId{0};
        store::update(writer, task);
        note_in(writer, file, act, done ? "settle_task" : "reopen_task",
                task.code.empty() ? task.text : task.code);
        return Done{};
    }
    return Refusal{Refused::not_found, say(msg::refused_not_found)};
}

Outcome Desk::tell_experience(db::Writer& writer, FileAct const& act, std::string_view said) const {
    auto const file = TRY(open(writer, *this, act));
    if (file.before.phase == Phase::asked || file.before.phase == Phase::refused)
        return Refusal{Refused::conflict, say(msg::refused_no_experience)};
    TRY(readable(said, {"text"}));
    store::insert(writer, Experience{file.before.id, act.now, act.by.person, std::string(said)});
    note_in(writer, file, act, "tell_experience", {});
    Teller const teller(writer, house_, file.entry, act.by.person, act.now);
    Values const values{text("administration", name_of(house_, file.before.administration))};
    teller.author(msg::notice_experience_subject, msg::notice_experience_body, values);
    teller.followers(msg::notice_experience_subject, msg::notice_experience_body, values);
    return Done{};
}

Outcome Desk::point_to_procedure(db::Writer& writer, FileAct const& act,
                                 std::string_view code) const {
    auto file = TRY(open(writer, *this, act));
    if (file.before.phase != Phase::live)
        return Refusal{Refused::conflict, say(msg::refused_not_live)};
    if (house_.procedures.picture()->entry(code) == nullptr)
        return Refusal{
            Refused::invalid, say(msg::refused_unknown, {text("code", code)}), {}, "procedure"};
    file.after.procedure = code;
    TRY(keep(writer, *this, file, act.now));
    note_in(writer, file, act, "point_to_procedure", code);
    return Done{};
}

Outcome Desk::record_effect(db::Writer& writer, FileAct const& act, Effect effect) const {
    auto const file = TRY(open(writer, *this, act));
    auto const phase = file.before.phase;
    if (phase != Phase::pilot && phase != Phase::live && phase != Phase::stopped)
        return Refusal{Refused::conflict, say(msg::refused_nothing_to_measure)};
    TRY(effect_fits(effect, act.today));
    if (effect.corrects.value() != 0) {
        bool known = false;
        for (auto const& one : store::effects(writer, file.before.id))
            known = known || (one.id == effect.corrects && one.is_current);
        if (!known) return Refusal{Refused::conflict, say(msg::refused_corrected)};
        store::supersede(writer, effect.corrects);
    }
    effect.id = db::fresh<EffectId>();
    effect.adoption = file.before.id;
    effect.at = act.now;
    effect.by = act.by.person;
    store::insert(writer, effect);
    note_in(writer, file, act, effect.corrects.value() != 0 ? "correct_effect" : "record_effect",
            effect.indicator.empty() ? effect.name : effect.indicator);
    changed(writer, Changed::figures);
    Teller const teller(writer, house_, file.entry, act.by.person, act.now);
    Values const values{text("administration", name_of(house_, file.before.administration))};
    teller.author(msg::notice_effect_subject, msg::notice_effect_body, values);
    teller.followers(msg::notice_effect_subject, msg::notice_effect_body, values);
    return Done{};
}

}  // namespace wasl::bank
