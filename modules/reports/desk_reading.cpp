// SPDX-License-Identifier: Apache-2.0
// Reading: one report whole, and the lists of the public, of a person, of an office.
#include <algorithm>

#include "kernel/receipt.hpp"
#include "modules/reports/inside.hpp"

namespace wasl::reports {

static constexpr int duplicates_max = 20;

namespace {

// What of their own the office hid, and why: authors read it beside the report, too.
bool is_moderation(Update const& one) {
    return one.action == "hide" || one.action == "show" || one.action == "hide_photo" ||
           one.action == "show_photo";
}

// Who reads, and what hangs on the report that they may know.
void add_parts(db::Reader& reader, Whole& whole) {
    auto const& report = whole.report;
    // What was asked beside the text may be personal: it is the office's and the author's.
    if (whole.is_author || whole.is_office) whole.answers = store::answers(reader, report.id);
    if (report.photos > 0) whole.photos = store::photos(reader, report.id);
    if (report.updates > 0) whole.updates = store::updates(reader, report.id);
    if (report.duplicate_of) whole.duplicate_of = store::pin(reader, *report.duplicate_of);
    whole.duplicates = store::duplicates_of(reader, report.id, duplicates_max);
    if (whole.is_office) return;
    bool const author = whole.is_author;
    std::erase_if(whole.updates, [&](Update const& one) {
        return !one.is_public && !(author && is_moderation(one));
    });
    std::erase_if(whole.photos, [](Photo const& one) { return one.is_hidden; });
}

bool is_of_office(http::Visitor const& visitor, AdministrationId body) {
    return visitor.is(http::Role::officer, body) || visitor.is(http::Role::head, body) ||
           visitor.is(http::Role::auditor, body);
}

}  // namespace

Result<Whole> Desk::see(db::Reader& reader, http::Visitor const& visitor, std::string_view typed,
                        std::string_view author_key) const {
    Refusal const hidden{Refused::not_found, say(msg::refused_not_found)};
    auto const number = parse_receipt(typed);
    auto found = number ? store::by_number(reader, *number) : std::nullopt;
    if (!found) return hidden;
    auto const eyes = eyes_of(house_, visitor, author_key, *found);
    if (!may_see(eyes, *found)) return hidden;
    Whole whole;
    whole.report = std::move(*found);
    whole.is_author = eyes.is_author;
    whole.is_office = eyes.is_office;
    add_parts(reader, whole);
    if (visitor.signed_in()) {
        auto const following = store::following(reader, whole.report.id, visitor.person);
        whole.follows = following.follows;
        whole.supports = following.supports;
    }
    for (auto const& step : steps)
        if (step.from == whole.report.phase && step.by.holds(eyes.actors()))
            whole.may.push_back(step.action);
    return whole;
}

Result<Photo> Desk::photo(db::Reader& reader, http::Visitor const& visitor, std::string_view number,
                          PhotoId id, std::string_view author_key) const {
    auto const whole = TRY(see(reader, visitor, number, author_key));
    auto const found = std::find_if(whole.photos.begin(), whole.photos.end(),
                                    [&](Photo const& one) { return one.id == id; });
    if (found == whole.photos.end())
        return Refusal{Refused::not_found, say(msg::refused_not_found)};
    return *found;
}

std::vector<Pin> Desk::around(db::Reader& reader, geography::Box const& box, Narrow const& narrow,
                              int limit) const {
    return store::pins_in(reader, box, narrow, limit);
}
std::vector<Pin> Desk::latest(db::Reader& reader, Narrow const& narrow, int limit,
                              std::optional<Pin> const& after) const {
    return store::latest(reader, narrow, limit, after);
}
std::vector<Count> Desk::counts_of_cells(db::Reader& reader, int level,
                                         geography::Box const& box) const {
    return store::counts_of_cells(reader, level, box);
}
std::vector<Count> Desk::counts_of_territories(db::Reader& reader) const {
    return store::counts_of_territories(reader);
}
std::vector<Pin> Desk::written_by(db::Reader& reader, PersonId person, int limit) const {
    return store::of_author(reader, person, limit);
}
std::vector<Pin> Desk::followed_by(db::Reader& reader, PersonId person, int limit) const {
    return store::followed_by(reader, person, limit);
}

Result<std::vector<Pin>> Desk::queue(db::Reader& reader, http::Visitor const& visitor,
                                     QueueAsk const& ask) const {
    bool const own = ask.assigned.value() != 0 && ask.assigned == visitor.person;
    if (!own && (ask.assigned.value() != 0 || !is_of_office(visitor, ask.body)))
        return Refusal{Refused::forbidden, say(msg::refused_actor)};
    auto within = ask;
    within.limit = std::clamp(ask.limit, 1, queue_max);
    within.offset = std::max(ask.offset, 0);
    return store::queue(reader, within);
}

}  // namespace wasl::reports
