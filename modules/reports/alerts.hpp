// SPDX-License-Identifier: Apache-2.0
// Whoever wants to hear of new reports says of which: a commune, a category, a place and what is
// around it. What is new is told together, once a day or a week. With an account it stands in the
// inbox too; without one an e-mail address is enough, once its reader has said yes.
#pragma once

#include "modules/reports/reports.hpp"

namespace wasl::reports {

using AlertId = Id<struct AlertTag>;

struct Alert {
    AlertId id{0};
    PersonId person{0};
    std::string address;  // of whoever has no account
    Language language = Language::ar;
    TerritoryId territory{0};
    std::string category;
    int metres = 0;
    geography::Point place;
    std::string place_name{};  // empty: it was pointed at
    int every_days = 1;
    bool is_confirmed = false;
    Instant made_at{}, told_until{}, due_at{};
};

inline constexpr int alert_metres[] = {250, 500, 1'000, 2'000, 5'000};
inline constexpr int alerts_of_person_max = 20;
inline constexpr int alerts_of_address_max = 10;
// Nobody's box is filled by others: so many letters that ask for a yes, in a day.
inline constexpr int alert_letters_max = 3;
inline constexpr int alert_unconfirmed_days = 7;
inline constexpr Days news_kept{30};    // older reports are told to nobody
inline constexpr int news_max = 5'000;  // of one run
inline constexpr int told_max = 25;     // titles in one letter

// What is asked for, whoever asks.
bool same_wish(Alert const&, Alert const&);
// Does the report belong to what was asked for?
bool wants(Alert const&, Pin const&);
// The next morning at eight that is so many days away.
Instant next_letter(Instant now, int every_days);
// What an alert is about, in words: "جماعة بركان · الإنارة".
std::string alert_said(Language, Settings const&, directory::Picture const&, Alert const&);
// The public's list or map of it, without language.
std::string alert_link(Alert const&, std::optional<Date> from = {});

class Alerts {
public:
    explicit Alerts(Desk const& desk) : desk_(desk) {}

    // Of whoever is signed in at once; else a letter asks the address, and nothing that is answered
    // here says whether it was known.
    Outcome subscribe(db::Writer&, http::Visitor const&, Alert wanted, Instant now) const;
    Outcome confirm(db::Writer&, AlertId, std::string_view key, Instant now) const;
    // By whoever's it is; or by its key or that of another of the same address.
    Outcome stop(db::Writer&, http::Visitor const&, AlertId, AlertId opened,
                 std::string_view key) const;
    // All of the address to which the key was sent.
    Outcome stop_all(db::Writer&, AlertId opened, std::string_view key) const;

    std::vector<Alert> of_person(db::Reader&, PersonId) const;
    // The one that the key opens and those of the same address, unconfirmed ones too; none where it
    // was ended; not_found with another key.
    Result<std::vector<Alert>> of_key(db::Reader&, AlertId, std::string_view key) const;

    // What is due is told; the number of letters. Desk::alerts_job() runs it.
    int tell_due(db::Database&, Instant now) const;

    std::string key_of(AlertId) const;

private:
    bool is_key(AlertId, std::string_view typed) const;
    Outcome ask_address(db::Writer&, Alert, Instant now) const;
    void post(db::Writer&, Alert const&, std::vector<Pin const*> const& found, Instant now) const;

    Desk const& desk_;
};

}  // namespace wasl::reports
