// SPDX-License-Identifier: Apache-2.0
// The platform's administrators confirm and move Hijri holidays and add closures.
#include "modules/directory/messages.hpp"
#include "modules/directory/pages.hpp"
#include "modules/directory/views.hpp"
#include "platform/http/page.hpp"

namespace wasl::directory {

using http::Acted;
using http::Allow;
using http::Asked;
using http::Response;

static Outcome may_keep(Asked const& asked) {
    if (!keeps_calendar(asked.visitor))
        return Refusal{Refused::forbidden, say(msg::refusal_not_yours)};
    return Done{};
}

static Response show_office(Pages const& pages, Asked const& asked, HolidayChange const& typed,
                            html::Faults const& faults) {
    auto const picture = pages.desk.picture();
    int const year = year_asked(asked);
    auto const& request = asked.request;
    ClosureForm const form{{holidays_of(*picture, year), year, true},
                           *picture,
                           pages.desk.holiday_decisions(asked.db),
                           typed,
                           std::string(request.field("first")),
                           request.has_field("days") ? std::string(request.field("days")) : "1",
                           faults,
                           asked.visitor.csrf};
    html::PageHead head{.title = msg::calendar_manage, .wide = true};
    if (!request.asked("saved").empty()) head.success = msg::admin_saved;
    return shown(
        asked, head, [&](html::Html& h) { show_calendar_office(h, form); },
        faults.any() ? 422 : 200);
}

static Result<Response> office(Pages const& pages, Asked const& asked) {
    TRY(may_keep(asked));
    return show_office(pages, asked, {}, {});
}

static Result<Response> add_closure(Pages const& pages, Acted const& acted) {
    TRY(may_keep(acted));
    auto const& request = acted.request;
    HolidayChange change;
    change.act = HolidayAct::add;
    change.name = {
        std::string(request.field("name_ar")), std::string(request.field("name_fr")), {}, {}};
    change.source = request.field("source");
    change.days =
        static_cast<int>(std::clamp<std::int64_t>(request.field_number("days").value_or(0), 0, 99));
    html::Faults faults;
    auto const first = date_from_iso(request.field("first"));
    if (!first) {
        faults.add("first", say(msg::refusal_day));
        return show_office(pages, acted, change, faults);
    }
    change.first = *first;
    auto const done = acted.write([&](db::Writer& writer) {
        return pages.desk.change_holiday(writer, change, acted.visitor.person, acted.now);
    });
    if (!done.refused()) return saved(acted, "/admin/calendar");
    faults.add(done.refusal());
    return show_office(pages, acted, change, faults);
}

static Response show_change(Asked const& asked, HolidayForm const& form) {
    return shown(
        asked, {.title = msg::calendar_change_title},
        [&](html::Html& h) { show_holiday_form(h, form); }, form.faults.any() ? 422 : 200);
}

static Result<HolidayEntry const*> entry_asked(Picture const& picture, std::string_view key) {
    auto const* found = picture.holiday(key);
    if (!found) return Refusal{Refused::not_found, say(msg::refusal_no_holiday)};
    return found;
}

static Result<Response> ask_change(Pages const& pages, Asked const& asked) {
    TRY(may_keep(asked));
    auto const picture = pages.desk.picture();
    auto const* entry = TRY(entry_asked(*picture, asked.request.asked("key")));
    auto const first = iso(entry->first);
    return show_change(asked, {*entry, "confirm", first, {}, {}, asked.visitor.csrf});
}

static std::optional<HolidayAct> act_asked(std::string_view name) {
    if (name == "confirm") return HolidayAct::confirm;
    if (name == "move") return HolidayAct::move;
    if (name == "cancel") return HolidayAct::cancel;
    return std::nullopt;
}

static Result<Response> change(Pages const& pages, Acted const& acted) {
    TRY(may_keep(acted));
    auto const& request = acted.request;
    auto const picture = pages.desk.picture();
    auto const* entry = TRY(entry_asked(*picture, request.field("key")));
    HolidayChange wanted;
    wanted.key = entry->key;
    wanted.source = request.field("source");
    HolidayForm form{*entry, request.field("act"), request.field("first"), request.field("source"),
                     {},     acted.visitor.csrf};
    auto const act = act_asked(request.field("act"));
    auto const first = date_from_iso(request.field("first"));
    if (!act) form.faults.add("act", say(msg::refusal_act));
    if (act == HolidayAct::move && !first) form.faults.add("first", say(msg::refusal_day));
    if (form.faults.any()) return show_change(acted, form);
    wanted.act = *act;
    wanted.first = first.value_or(entry->first);
    auto const done = acted.write([&](db::Writer& writer) {
        return pages.desk.change_holiday(writer, wanted, acted.visitor.person, acted.now);
    });
    if (!done.refused()) return saved(acted, "/admin/calendar");
    form.faults.add(done.refusal());
    return show_change(acted, form);
}

std::span<http::Route<Pages> const> calendar_office_routes() {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/admin/calendar", Allow::administrator, office),
        http::post<Pages>("/admin/calendar", Allow::administrator, add_closure),
        http::get<Pages>("/admin/calendar/change", Allow::administrator, ask_change),
        http::post<Pages>("/admin/calendar/change", Allow::administrator, change),
    };
    return routes;
}

}  // namespace wasl::directory
