// SPDX-License-Identifier: Apache-2.0
// The acts of the office, on one report or on several at once. Each has a page of its own: the
// report in short, a form, and who will read what is written there.
#pragma once

#include <span>

#include "modules/reports/form_photos.hpp"
#include "modules/reports/views_office.hpp"
#include "platform/http/message.hpp"

namespace wasl::reports::bureau {

struct ActPage;
// What the form of an act sent.
struct Sent {
    http::Request const& request;
    std::vector<std::string> const& photos;
    // A ready text in the language of this author, where several are answered with it.
    std::string_view ready{};

    std::string_view field(std::string_view name) const {
        return name == "text" && !ready.empty() ? ready : request.field(name);
    }
    std::int64_t number(std::string_view name, std::int64_t otherwise = 0) const {
        return request.field_number(name).value_or(otherwise);
    }
};
struct ActKind {
    std::string_view name;  // in addresses
    Message const& title;
    bool (*offered)(Whole const&);
    void (*fields)(html::Html&, ActPage const&);
    Outcome (*perform)(Desk const&, db::Writer&, Act const&, Sent const&);
    bool many = false;     // makes sense for several reports at once
    bool photos = false;   // may come with pictures
    bool of_part = false;  // begins beside the photo or the words that it is about
};
std::span<ActKind const> acts();
ActKind const* act_named(std::string_view name);

// A state that the office may choose as the report stands.
bool may_answer_with(Whole const&, NamedState const&);
html::Url act_url(std::string_view number, std::string_view act);
// One photo of a report, or what somebody added: "photo-7", "words-9" in addresses.
struct Part {
    Photo const* photo = nullptr;
    Update const* words = nullptr;
    bool is_hidden() const { return photo != nullptr ? photo->is_hidden : !words->is_public; }
};
std::optional<Part> part_named(Whole const&, std::string_view name);
std::string name_of(Photo const&);
std::string name_of(Update const&);
std::string coordinates(geography::Point const&);  // "34.921650, -2.319740"

struct ActPage {
    Ground const& on;
    ActKind const& kind;
    Whole const& whole;                       // of several: the first
    std::vector<Whole> const* all = nullptr;  // several
    http::Request const& request;
    std::vector<PersonId> const& officers;
    std::string_view csrf;
    FormPhotos const& photos;
    html::Faults faults{};
    bool stale = false;

    bool sent() const { return request.method == http::Method::post; }
    // What was typed, what the address proposes, or what is so today.
    std::string_view typed(std::string_view name, std::string_view first = {}) const {
        if (sent()) return request.field(name);
        auto const asked = request.asked(name);
        return asked.empty() ? first : asked;
    }
};
void show_act(html::Html&, ActPage const&);
void show_bulk(html::Html&, ActPage const&);

// What became of each.
struct OneDone {
    std::string number, title;
    std::optional<Said> refused;
};
void show_bulk_done(html::Html&, ActKind const&, std::vector<OneDone> const&);

// The ready text that answers several, as the reader of this language gets it; nothing where none
// was chosen, or where it was changed by hand.
std::string ready_for(Settings const&, http::Request const&, Language first, Language reader);

// views_acts_forms.cpp
void fields_of_move(html::Html&, ActPage const&);
void fields_of_transfer(html::Html&, ActPage const&);
void fields_of_duplicate(html::Html&, ActPage const&);
void fields_of_assign(html::Html&, ActPage const&);
void fields_of_priority(html::Html&, ActPage const&);
void fields_of_note(html::Html&, ActPage const&);
void fields_of_moderate(html::Html&, ActPage const&);
void fields_of_reopen(html::Html&, ActPage const&);
void fields_of_part(html::Html&, ActPage const&);

}  // namespace wasl::reports::bureau
