// SPDX-License-Identifier: Apache-2.0
// The adoption file: opened by one button, written, walked through its phases, measured.
#include <algorithm>

#include "modules/bank/amounts.hpp"
#include "modules/bank/lifecycle.hpp"
#include "modules/bank/public.hpp"
#include "modules/bank/views_office.hpp"

namespace wasl::bank {

namespace {

using http::Acted;
using http::Asked;

Refusal not_found() { return {Refused::not_found, say(msg::refused_not_found)}; }

Shown adopt_page(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    auto const whole = TRY(pages.desk.see(asked.db, asked.visitor, asked.wild(0), asked.today));
    if (!can_be_adopted(whole.entry.stage)) return not_found();
    auto const known = known_of(pages, asked);
    views::AdoptPage const page{
        known, whole.entry, works_in(asked.visitor), asked.visitor.csrf, asked.request, faults};
    if (page.places.empty()) return Refusal{Refused::forbidden, say(msg::refused_owner)};
    return http::shown(
        asked, {.title = msg::adopt_title}, [&](html::Html& h) { views::adopt_form(h, page); },
        status_of(faults));
}

Shown show_adopt(Pages const& pages, Asked const& asked) { return adopt_page(pages, asked, {}); }

Shown take_adopt(Pages const& pages, Acted const& acted) {
    auto const where = AdministrationId{id_in(acted.request.field("administration"))};
    Act const act{
        .by = acted.visitor, .number = acted.wild(0), .now = acted.now, .today = acted.today};
    auto const done = acted.write([&](db::Writer& writer) {
        return pages.desk.adopt(writer, act, where, acted.request.field("why"));
    });
    if (!done.refused()) return go(acted, html::with(file_url(done.value()), "done", "adopted"));
    if (done.refusal().why == Refused::not_found) return done.refusal();
    html::Faults faults;
    faults.add(done.refusal());
    return adopt_page(pages, acted, faults);
}

// Who may answer for it: those who work there.
std::vector<views::Colleague> colleagues_of(Pages const& pages, Asked const& asked,
                                            AdministrationId where) {
    auto const& folk = pages.desk.house().people;
    std::vector<views::Colleague> found;
    for (auto const role : {http::Role::head, http::Role::officer})
        for (auto const id : folk.holders(asked.db, where, role, asked.today))
            if (std::none_of(found.begin(), found.end(),
                             [&](views::Colleague const& one) { return one.id == id; }))
                found.push_back({id, folk.name_of(asked.db, id)});
    return found;
}

enum class Part { file, edit, effect };

Shown file_page(Pages const& pages, Asked const& asked, html::Faults const& faults, Part part) {
    auto const whole =
        TRY(pages.desk.file(asked.db, asked.visitor, AdoptionId{id_in(asked.wild(0))}));
    if (part != Part::file && !whole.is_office) return not_found();
    auto const entry = pages.desk.entry(asked.db, whole.adoption.entry);
    if (!entry) return not_found();
    auto const known = known_of(pages, asked);
    views::FilePage page{known, whole, *entry, asked.visitor.csrf, asked.request, faults, {}};
    if (part == Part::edit)
        page.colleagues = colleagues_of(pages, asked, whole.adoption.administration);
    html::Words const titles[] = {msg::file_title, msg::file_edit, msg::effect_record};
    return http::shown(
        asked, {.title = titles[static_cast<std::size_t>(part)], .success = success_of(asked)},
        [&](html::Html& h) {
            if (part == Part::file) return views::file(h, page);
            part == Part::edit ? views::file_form(h, page) : views::effect_form(h, page);
        },
        status_of(faults));
}

Shown show_file(Pages const& pages, Asked const& asked) {
    return file_page(pages, asked, {}, Part::file);
}
Shown show_file_edit(Pages const& pages, Asked const& asked) {
    return file_page(pages, asked, {}, Part::edit);
}
Shown show_effect(Pages const& pages, Asked const& asked) {
    return file_page(pages, asked, {}, Part::effect);
}

FileAct file_act_of(Acted const& acted) {
    return {.by = acted.visitor,
            .adoption = AdoptionId{id_in(acted.wild(0))},
            .version = acted.request.field_number("version").value_or(0),
            .now = acted.now,
            .today = acted.today};
}

Task task_of(http::Request const& request) {
    Task task;
    task.kind = task_kind_named(request.field("kind")).value_or(TaskKind::task);
    task.text = request.field("text");
    task.answer = request.field("answer");
    task.due = date_from_iso(request.field("due"));
    return task;
}

Outcome perform_on_file(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const what = request.field("do");
    auto const act = file_act_of(acted);
    auto const& desk = pages.desk;
    return acted.write([&](db::Writer& writer) -> Outcome {
        if (auto const deed = deed_named(what))
            return desk.move(writer, act, *deed, request.field("reason"));
        if (what == "add") return desk.add_task(writer, act, task_of(request));
        if (what == "settle")
            return desk.settle_task(writer, act, TaskId{request.field_number("task").value_or(0)},
                                    request.field("answer"), request.field("done") == "1");
        if (what == "experience")
            return desk.tell_experience(writer, act, request.field("experience"));
        if (what == "procedure")
            return desk.point_to_procedure(writer, act, request.field("procedure"));
        return not_found();
    });
}

// Back to the form, or on to the file.
Shown after(Pages const& pages, Acted const& acted, Outcome const& done, Part part,
            std::string_view said) {
    if (!done.refused())
        return go(acted, html::with(file_url(AdoptionId{id_in(acted.wild(0))}), "done", said));
    if (done.refusal().why == Refused::not_found) return done.refusal();
    html::Faults faults;
    faults.add(done.refusal());
    return file_page(pages, acted, faults, part);
}

Shown act_on_file(Pages const& pages, Acted const& acted) {
    return after(pages, acted, perform_on_file(pages, acted), Part::file, "saved");
}

Shown save_file(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    FileContent const content{.owner = PersonId{id_in(request.field("owner"))},
                              .legal_basis = std::string(request.field("legal_basis")),
                              .agreement = std::string(request.field("agreement")),
                              .agreed_on = date_from_iso(request.field("agreed_on")),
                              .plan = std::string(request.field("plan")),
                              .place = std::string(request.field("place")),
                              .pilot_from = date_from_iso(request.field("pilot_from")),
                              .pilot_until = date_from_iso(request.field("pilot_until"))};
    auto const done = acted.write([&](db::Writer& writer) {
        return pages.desk.write_file(writer, file_act_of(acted), content);
    });
    return after(pages, acted, done, Part::edit, "saved");
}

Measured measured(http::Request const& request, std::string const& which, html::Faults& faults) {
    Measured out;
    auto const value = scaled(request.field(which + "_value"), value_places);
    if (!value) faults.add(which + "_value", msg::refused_value);
    out.value = value.value_or(0);
    auto const from = date_from_iso(request.field(which + "_from"));
    auto const until = date_from_iso(request.field(which + "_until"));
    if (!from) faults.add(which + "_from", msg::refused_day);
    if (!until) faults.add(which + "_until", msg::refused_day);
    out.from = from.value_or(Date{});
    out.until = until.value_or(Date{});
    out.n = scaled(request.field(which + "_n"), 0).value_or(0);
    if (out.n <= 0) faults.add(which + "_n", msg::refused_n);
    return out;
}

Shown save_effect(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    html::Faults faults;
    Effect effect;
    effect.indicator = request.field("indicator");
    effect.name = request.field("name");
    effect.unit = request.field("unit");
    if (auto const better = better_named(request.field("better")))
        effect.better = *better;
    else
        faults.add("better", msg::refused_empty);
    effect.before = measured(request, "before", faults);
    effect.after = measured(request, "after", faults);
    effect.method = request.field("method");
    effect.evidence = evidence_named(request.field("evidence")).value_or(Evidence::e1);
    effect.note = request.field("note");
    effect.corrects = EffectId{id_in(request.field("corrects"))};
    if (faults.any()) return file_page(pages, acted, faults, Part::effect);
    auto const done = acted.write([&](db::Writer& writer) {
        return pages.desk.record_effect(writer, file_act_of(acted), effect);
    });
    return after(pages, acted, done, Part::effect, "effect");
}

}  // namespace

Routes adoption_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/bank/:number/adopt", Allow::staff, show_adopt),
        http::post<Pages>("/bank/:number/adopt", Allow::staff, take_adopt),
        http::get<Pages>("/office/adoptions/:id", Allow::staff, show_file),
        http::post<Pages>("/office/adoptions/:id", Allow::staff, act_on_file),
        http::get<Pages>("/office/adoptions/:id/edit", Allow::staff, show_file_edit),
        http::post<Pages>("/office/adoptions/:id/edit", Allow::staff, save_file),
        http::get<Pages>("/office/adoptions/:id/effect", Allow::staff, show_effect),
        http::post<Pages>("/office/adoptions/:id/effect", Allow::staff, save_effect),
    };
    return routes;
}

}  // namespace wasl::bank
