// SPDX-License-Identifier: Apache-2.0
// Alerts are asked for, confirmed and ended. What is ended is gone: of an address nothing is kept
// once nobody wants letters there (law 09-08 art. 3).
#include <algorithm>

#include "modules/reports/inside.hpp"
#include "modules/reports/store_alerts.hpp"

namespace wasl::reports {

namespace {

constexpr std::string_view alert_purpose = "reports.alert";

Outcome alert_fits(Settings const& settings, directory::Picture const& places,
                   Alert const& wanted) {
    bool const anything =
        wanted.territory.value() != 0 || !wanted.category.empty() || wanted.metres > 0;
    if (!anything) return Refusal{Refused::invalid, say(msg::refused_alert_all), {}, "commune"};
    if (wanted.territory.value() != 0 && places.territory(wanted.territory) == nullptr)
        return Refusal{Refused::invalid, say(msg::refused_territory), {}, "commune"};
    auto const* const category = settings.category(wanted.category);
    if (!wanted.category.empty() && (category == nullptr || category->is_private))
        return Refusal{Refused::invalid, say(msg::refused_alert_category), {}, "category"};
    if (wanted.metres == 0) return Done{};
    bool const offered = std::find(std::begin(alert_metres), std::end(alert_metres),
                                   wanted.metres) != std::end(alert_metres);
    if (!offered || !geography::is_place(wanted.place))
        return Refusal{Refused::invalid, say(msg::refused_place), {}, "lat"};
    return Done{};
}

bool has(std::span<Alert const> all, Alert const& wanted) {
    return std::any_of(all.begin(), all.end(), [&](Alert const& one) {
        return one.is_confirmed && same_wish(one, wanted);
    });
}

}  // namespace

std::string Alerts::key_of(AlertId id) const {
    return desk_.house().people.key_for(alert_purpose, std::to_string(id.value()));
}

Outcome Alerts::subscribe(db::Writer& writer, http::Visitor const& by, Alert wanted,
                          Instant now) const {
    auto const settings = desk_.settings(writer, now);
    TRY(alert_fits(*settings, *desk_.house().directory.picture(), wanted));
    wanted.id = db::fresh<AlertId>();
    wanted.every_days = wanted.every_days == 7 ? 7 : 1;
    wanted.made_at = wanted.told_until = now;
    wanted.due_at = next_letter(now, wanted.every_days);
    if (!by.signed_in()) return ask_address(writer, std::move(wanted), now);
    wanted.person = by.person;
    wanted.address.clear();
    wanted.is_confirmed = true;
    auto const known = store::alerts_of_person(writer, by.person);
    if (has(known, wanted)) return Done{};
    if (known.size() >= alerts_of_person_max)
        return Refusal{Refused::conflict,
                       say(msg::refused_alerts_many, {number("count", alerts_of_person_max)})};
    store::insert(writer, wanted);
    return Done{};
}

Outcome Alerts::ask_address(db::Writer& writer, Alert wanted, Instant now) const {
    wanted.address = TRY(people::contact_text(wanted.address, "address"));
    if (wanted.address.find('@') == std::string::npos)
        return Refusal{Refused::invalid, say(msg::refused_alert_address), {}, "address"};
    auto const known = store::alerts_of_address(writer, wanted.address);
    auto const waiting = std::count_if(known.begin(), known.end(), [&](Alert const& one) {
        return !one.is_confirmed && one.made_at > now - Days{1};
    });
    // Whoever asks learns nothing of an address that may not be theirs.
    if (has(known, wanted) || waiting >= alert_letters_max ||
        known.size() >= alerts_of_address_max + alert_letters_max)
        return Done{};
    store::insert(writer, wanted);
    auto const id = std::to_string(wanted.id.value());
    auto const said = alert_said(wanted.language, *desk_.settings(writer, now),
                                 *desk_.house().directory.picture(), wanted);
    Values const values{text("about", said), text("code", key_of(wanted.id)),
                        number("count", alert_unconfirmed_days)};
    desk_.house().notices.post_letter(
        writer,
        {.address = wanted.address,
         .language = wanted.language,
         .subject = say(msg::notice_alert_confirm_subject, values),
         .body = say(msg::notice_alert_confirm_body, values),
         .until = now + Days{alert_unconfirmed_days},
         .link = "/reports/alerts/" + id + "/confirm?key=" + key_of(wanted.id)},
        now);
    return Done{};
}

bool Alerts::is_key(AlertId id, std::string_view key) const {
    return desk_.house().people.is_key_for(key, alert_purpose, std::to_string(id.value()));
}

Outcome Alerts::confirm(db::Writer& writer, AlertId id, std::string_view key, Instant now) const {
    auto found = is_key(id, key) ? store::alert(writer, id) : std::nullopt;
    if (!found) return Refusal{Refused::not_found, say(msg::refused_alert_unknown)};
    if (found->is_confirmed) return Done{};
    auto const known = store::alerts_of_address(writer, found->address);
    auto const confirmed = std::count_if(known.begin(), known.end(),
                                         [](Alert const& one) { return one.is_confirmed; });
    if (confirmed >= alerts_of_address_max)
        return Refusal{Refused::conflict,
                       say(msg::refused_alerts_many, {number("count", alerts_of_address_max)})};
    found->told_until = now;
    found->due_at = next_letter(now, found->every_days);
    // Asked for twice, it is one.
    for (auto const& one : known) {
        if (one.id == id || !same_wish(one, *found)) continue;
        if (one.is_confirmed) found->told_until = one.told_until;
        store::remove(writer, one.id);
    }
    store::confirm(writer, *found);
    return Done{};
}

// Ended twice is ended: whoever presses again is told the same.
Outcome Alerts::stop(db::Writer& writer, http::Visitor const& by, AlertId id, AlertId opened,
                     std::string_view key) const {
    auto const found = store::alert(writer, id);
    bool const own = found && by.signed_in() && found->person == by.person;
    if (!found && by.signed_in()) return Done{};
    if (!own) {
        if (!is_key(opened, key))
            return Refusal{Refused::not_found, say(msg::refused_alert_unknown)};
        auto const other = id == opened ? std::nullopt : store::alert(writer, opened);
        bool const same_address =
            found && other && !found->address.empty() && found->address == other->address;
        if (id != opened && !same_address)
            return Refusal{Refused::not_found, say(msg::refused_alert_unknown)};
    }
    store::remove(writer, id);
    return Done{};
}

Outcome Alerts::stop_all(db::Writer& writer, AlertId opened, std::string_view key) const {
    if (!is_key(opened, key)) return Refusal{Refused::not_found, say(msg::refused_alert_unknown)};
    auto const found = store::alert(writer, opened);
    if (found && !found->address.empty()) store::remove_of_address(writer, found->address);
    store::remove(writer, opened);
    return Done{};
}

std::vector<Alert> Alerts::of_person(db::Reader& reader, PersonId person) const {
    return store::alerts_of_person(reader, person);
}

Result<std::vector<Alert>> Alerts::of_key(db::Reader& reader, AlertId id,
                                          std::string_view key) const {
    if (!is_key(id, key)) return Refusal{Refused::not_found, say(msg::refused_alert_unknown)};
    auto const found = store::alert(reader, id);
    if (!found) return std::vector<Alert>{};
    if (found->address.empty()) return std::vector{*found};
    return store::alerts_of_address(reader, found->address);
}

}  // namespace wasl::reports
