// SPDX-License-Identifier: Apache-2.0
// A report is made: by somebody with an account, by somebody who proves a telephone or an e-mail
// address, or by nobody in particular where the category asks for no name.
#include <algorithm>
#include <array>
#include <random>

#include "kernel/receipt.hpp"
#include "modules/reports/filing.hpp"
#include "modules/reports/inside.hpp"

namespace wasl::reports {

namespace {

constexpr int numbers_drawn_max = 20;
constexpr std::string_view received = "received";
constexpr std::array<std::string_view, 4> channels = {"online", "counter", "open311", "offline"};

// Numbers need not be secret, only different; the check sign is for the ear.
std::string draw_number(Date today) {
    static thread_local std::mt19937_64 chance{std::random_device{}()};
    return receipt_number(static_cast<int>(std::chrono::year_month_day{today}.year()), chance());
}

// Whose report it is.
struct Authorship {
    PersonId author{0};
    std::string name, contact;
    bool waits = false;  // for the code that was sent
};

Result<Authorship> authorship(http::Visitor const& by, Filing const& filing,
                              Category const& category) {
    bool const counter = filing.channel == "counter";
    if (std::find(channels.begin(), channels.end(), filing.channel) == channels.end())
        return Refusal{Refused::invalid, say(msg::refused_channel), {}, "channel"};
    if (counter && !by.is(http::Role::officer) && !by.is(http::Role::head))
        return Refusal{Refused::forbidden, say(msg::refused_actor)};
    if (!counter && by.signed_in()) return Authorship{by.person, by.name, {}, false};
    if (filing.author.value() != 0) {
        if (!counter) return Refusal{Refused::forbidden, say(msg::refused_actor)};
        return Authorship{filing.author, filing.name, {}, false};
    }
    if (filing.contact.empty()) {
        if (!category.is_anonymous && !filing.vouched && !counter)
            return Refusal{Refused::invalid, say(msg::refused_contact_missing), {}, "contact"};
        return Authorship{PersonId{0}, filing.name, {}, false};
    }
    auto contact = TRY(people::contact_text(filing.contact));
    return Authorship{PersonId{0}, filing.name, std::move(contact), !filing.vouched && !counter};
}

Report written(Desk::House const& house, Settings const& settings, Filing const& filing,
               Authorship whose, Route const& body, Date today, Instant now) {
    auto const& category = *settings.category(filing.category);
    auto const* const state = settings.first_state(Phase::open);
    Report report;
    report.id = db::fresh<ReportId>();
    report.title = filing.title;
    report.details = filing.details;
    report.category = filing.category;
    report.place = filing.place;
    report.landmark = filing.landmark;
    report.territory = filing.territory;
    report.body = body.body;
    report.unit = body.unit;
    report.phase = whose.waits ? Phase::unconfirmed : Phase::open;
    report.state = state == nullptr ? std::string(received) : state->code;
    report.sight = category.is_private ? Sight::author_and_office : Sight::everybody;
    report.author = whose.author;
    report.author_name = std::move(whose.name);
    report.name_shown = filing.name_shown;
    report.contact = std::move(whose.contact);
    report.language = filing.language;
    report.channel = filing.channel;
    report.filed_at = report.changed_at = now;
    report.filed_on = today;
    report.due = due_day(*house.directory.calendar(), today, category.days);
    report.photos = static_cast<int>(filing.photos.size());
    report.priority = category.is_urgent ? 1 : 0;
    report.version = 1;
    return report;
}

// One person's key says nothing to another.
std::string filing_key(http::Visitor const& by, Filing const& filing) {
    if (filing.key.empty()) return {};
    return std::to_string(by.person.value()) + ":" + filing.key;
}

// Under the first number that is free; false where another with the same key came in between.
bool insert(db::Writer& writer, Report& report, std::string_view key, Date today) {
    for (int n = 0; n < numbers_drawn_max; ++n) {
        report.number = draw_number(today);
        if (store::try_insert(writer, report, key)) return true;
        if (!key.empty() && store::by_key(writer, key)) return false;
    }
    throw Bug("a year has more numbers than reports");
}

void send_confirmation(db::Writer& writer, Desk::House const& house, Report const& report,
                       Instant now) {
    auto const code = author_key_of(house, report);
    Values const values{text("number", report.number), text("title", report.title),
                        text("code", code), number("count", unconfirmed_days)};
    house.notices.post_letter(writer,
                              {.address = report.contact,
                               .language = report.language,
                               .subject = say(msg::notice_confirm_subject, values),
                               .body = say(msg::notice_confirm_body, values),
                               .until = report.filed_at + Days{unconfirmed_days},
                               .link = "/reports/" + report.number + "/confirm?key=" + code},
                              now);
}

// Whoever asks again with the same key is told what was told the first time.
Filed told(Desk::House const& house, Report report, bool again) {
    bool const nobody = report.author.value() == 0 && report.contact.empty();
    auto key = nobody ? author_key_of(house, report) : std::string();
    return {std::move(report), again, std::move(key)};
}

}  // namespace

Result<Filed> Desk::file(db::Writer& writer, http::Visitor const& by, Filing const& filing,
                         Date today, Instant now) const {
    auto const key = filing_key(by, filing);
    if (auto known = key.empty() ? std::nullopt : store::by_key(writer, key))
        return told(house_, std::move(*known), true);
    auto const settings = this->settings(writer, now);
    auto const places = house_.directory.picture();
    auto const* const category = TRY(filing_fits(writer, *this, *settings, filing));
    auto whose = TRY(authorship(by, filing, *category));
    bool const waits = whose.waits;
    auto const bodies = settings->bodies_for(*places, filing.category, filing.territory);
    if (bodies.empty()) return Refusal{Refused::invalid, say(msg::refused_nobody), {}, "territory"};
    auto report = written(house_, *settings, filing, std::move(whose), bodies.front(), today, now);
    if (!insert(writer, report, key, today)) return told(house_, *store::by_key(writer, key), true);
    store::insert_answers(writer, report.id, filing.answers);
    add_photos(writer, report.id, UpdateId{0}, 0, filing.photos);
    count(writer, nullptr, report);
    note_in_journal(writer, report, waits ? "written" : "filed", by.person, now);
    if (waits)
        send_confirmation(writer, house_, report, now);
    else
        Teller(writer, house_, report, now)
            .author_of_it(msg::notice_filed_subject, msg::notice_filed_body);
    return told(house_, std::move(report), false);
}

Outcome Desk::confirm(db::Writer& writer, std::string_view typed, std::string_view code, Date today,
                      Instant now) const {
    auto const number = parse_receipt(typed);
    auto const found = number ? store::by_number(writer, *number) : std::nullopt;
    if (!found || !is_author_key(house_, *found, code))
        return Refusal{Refused::not_found, say(msg::refused_code), {}, "code"};
    if (found->phase != Phase::unconfirmed) return Done{};
    auto const settings = this->settings(writer, now);
    auto const* const category = settings->category(found->category);
    auto after = *found;
    after.phase = Phase::open;
    // The office's time begins when it can know of it.
    after.due =
        due_day(*house_.directory.calendar(), today, category == nullptr ? 0 : category->days);
    TRY(record(writer, *found, after, {.action = name_of(Action::confirm), .now = now}));
    Teller(writer, house_, after, now)
        .author_of_it(msg::notice_filed_subject, msg::notice_filed_body);
    return Done{};
}

Outcome Desk::send_code(db::Writer& writer, std::string_view typed, Instant now) const {
    auto const number = parse_receipt(typed);
    auto const found = number ? store::by_number(writer, *number) : std::nullopt;
    if (found && found->phase == Phase::unconfirmed && !found->contact.empty())
        send_confirmation(writer, house_, *found, now);
    return Done{};
}

}  // namespace wasl::reports
