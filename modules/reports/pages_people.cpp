// SPDX-License-Identifier: Apache-2.0
// What people do about a report that is there: one door, and the name of the act in its form.
#include "modules/reports/messages.hpp"
#include "modules/reports/public.hpp"

namespace wasl::reports {

using namespace html::literals;

namespace {

using http::Acted;
using http::Asked;

Outcome perform(Desk const& desk, db::Writer& writer, Act const& act, http::Request const& request,
                std::span<std::string const> photos) {
    auto const name = request.field("do");
    if (name == "support" || name == "follow") return desk.follow(writer, act, name == "support");
    if (name == "unfollow") return desk.stop_following(writer, act);
    if (name == "move_support") return desk.move_support(writer, act);
    if (name == "comment") return desk.comment(writer, act, request.field("text"), photos);
    if (name == "fixed") return desk.author_fixed(writer, act, request.field("text"));
    if (name == "withdraw") return desk.withdraw(writer, act, request.field("reason"));
    if (name == "reopen") return desk.reopen(writer, act, request.field("reason"));
    if (name == "hide_photo")
        return desk.hide_photo(writer, act, PhotoId{request.field_number("of").value_or(0)}, true,
                               request.field("reason"));
    if (name == "rate")
        return desk.rate(writer, act, static_cast<int>(request.field_number("rating").value_or(0)));
    if (name == "redact")
        return desk.redact(writer, act, request.field("title"), request.field("details"));
    return Refusal{Refused::invalid, say(msg::refused_channel)};
}

html::Url address_of(std::string_view number, std::string_view key, std::string_view done) {
    auto url = html::to("/reports/", number);
    if (!key.empty()) url = html::with(url, "key", key);
    return html::with(url, "done", done);
}

// A refusal shows the report again with what was typed.
Shown do_act(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const key = request.field("key");
    Act const act{.by = acted.visitor,
                  .number = acted.wild(0),
                  .version = request.field_number("version").value_or(0),
                  .now = acted.now,
                  .today = acted.today,
                  .author_key = key,
                  .once = request.field(html::once_field_name)};
    html::Faults faults;
    auto const photos = photos_typed(pages, request, faults);
    auto const outcome = acted.write([&](db::Writer& writer) -> Outcome {
        if (faults.any()) return Refusal{Refused::invalid, faults.all().front().second};
        return perform(pages.desk, writer, act, request, photos.sha256);
    });
    auto const name = request.field("do");
    if (!outcome.refused()) return go(acted, address_of(acted.wild(0), key, name));
    auto const& refusal = outcome.refusal();
    // Whoever wrote something finds it again; who pressed a button has lost nothing by signing in.
    bool const leave = refusal.why == Refused::not_signed_in && name != "comment";
    if (refusal.why == Refused::not_found || leave) return refusal;
    auto const whole = TRY(pages.desk.see(acted.db, acted.visitor, acted.wild(0), key));
    if (!faults.any()) faults.add(refusal);
    return report_page(pages, acted, whole, faults, key, &photos);
}

Shown confirm_page(Pages const& pages, Asked const& asked, std::string_view code,
                   html::Faults const& faults) {
    auto const visit = people::visit(pages.desk.house().people, asked);
    html::Words success;
    if (asked.request.asked("done") == "again") success = msg::confirm_sent_again;
    views::ConfirmPage const page{asked.wild(0), code, visit.csrf, faults};
    auto response = http::shown(
        asked, {.title = msg::confirm_title, .success = success},
        [&](html::Html& h) { views::confirm(h, page); }, status_of(faults));
    if (!visit.cookie.empty()) response.with("Set-Cookie", visit.cookie);
    response.with("cache-control", "private, no-store").with("referrer-policy", "no-referrer");
    return response;
}

// To its author alone: a complaint is personal.
Shown show_complaint(Pages const& pages, Asked const& asked) {
    auto const key = asked.request.asked("key");
    auto const whole = TRY(pages.desk.see(asked.db, asked.visitor, asked.wild(0), key));
    if (!whole.is_author) return go(asked, html::to("/reports/about"));
    auto const known = known_of(pages, asked);
    auto response = http::shown(asked, {.title = msg::complaint_title},
                                [&](html::Html& h) { views::complaint(h, known, whole, key); });
    response.with("cache-control", "private, no-store").with("referrer-policy", "no-referrer");
    return response;
}

// The letter's link fills the code in; a person presses, since programs follow links.
Shown show_confirm_report(Pages const& pages, Asked const& asked) {
    return confirm_page(pages, asked, asked.request.asked("key"), {});
}

Shown do_confirm_report(Pages const& pages, Acted const& acted) {
    auto const number = acted.wild(0);
    if (acted.request.field("do") == "again") {
        TRY(acted.write(
            [&](db::Writer& writer) { return pages.desk.send_code(writer, number, acted.now); }));
        return go(acted, html::with(html::to("/reports/", number, "/confirm"), "done", "again"));
    }
    auto const code = acted.request.field("code");
    auto const outcome = acted.write([&](db::Writer& writer) {
        return pages.desk.confirm(writer, number, code, acted.today, acted.now);
    });
    if (!outcome.refused()) return go(acted, address_of(number, code, "confirm"));
    html::Faults faults;
    faults.add(outcome.refusal());
    return confirm_page(pages, acted, code, faults);
}

}  // namespace

PublicRoutes act_routes() {
    using http::Allow;
    static constexpr http::Limits acting{.body_max = photos_bytes_max, .rate = http::Rate::filing};
    // Codes are short enough to be dictated: nobody tries many.
    static constexpr http::Limits slowly{.rate = http::Rate::sign_in};
    static constexpr http::Route<Pages> routes[] = {
        http::post<Pages>("/reports/:number", Allow::anyone, do_act, acting),
        http::get<Pages>("/reports/:number/complaint", Allow::anyone, show_complaint),
        http::get<Pages>("/reports/:number/confirm", Allow::anyone, show_confirm_report),
        http::post<Pages>("/reports/:number/confirm", Allow::anyone, do_confirm_report, slowly),
    };
    return routes;
}

}  // namespace wasl::reports
