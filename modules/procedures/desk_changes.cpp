// SPDX-License-Identifier: Apache-2.0
// What others are told of a change: the picture, the feed, subscribers.
#include <boost/json.hpp>

#include "modules/procedures/inside.hpp"
#include "modules/procedures/store.hpp"
#include "modules/procedures/store_pipeline.hpp"

namespace wasl::procedures {

void Desk::tell_with(TellChange tell) const { inside_->tell = std::move(tell); }

void Desk::Inside::changed(db::Writer& db, Sheet const& sheet, ChangeKind kind, int version,
                           Instant now) const {
    store::touch_picture(db);
    // A sheet that was never published is nobody's affair outside.
    if (version == 0) return;
    auto const number = store::note_change(db, sheet.id, kind, version, now);
    if (!tell) return;
    Change change{number, kind, sheet.id, sheet.code, sheet.owner, sheet.title, version, now};
    auto const into = kind == ChangeKind::merged ? store::merged_into(db, sheet.id) : std::nullopt;
    if (auto const holder = into ? store::draft(db, *into) : std::nullopt)
        change.into = holder->sheet.code;
    tell(db, change, now);
}

std::string event_text(Change const& change, std::string_view site) {
    namespace json = boost::json;
    json::object title{{"ar", change.title.ar}};
    if (!change.title.fr.empty()) title["fr"] = change.title.fr;
    if (!change.title.en.empty()) title["en"] = change.title.en;
    auto const home = std::string(site);
    json::object data{{"change", change.number},   {"code", change.code},
                      {"version", change.version}, {"owner", std::to_string(change.owner.value())},
                      {"title", std::move(title)}, {"page", home + "/procedures/" + change.code}};
    // What is in force no longer has no sheet to be read; its page says why.
    bool const over = change.kind == ChangeKind::withdrawn || change.kind == ChangeKind::merged ||
                      change.kind == ChangeKind::deleted;
    if (!over) data["sheet"] = home + "/api/v1/procedures/" + change.code;
    if (!change.into.empty()) data["merged_into"] = change.into;
    return json::serialize(json::object{{"type", "procedure." + std::string(name_of(change.kind))},
                                        {"timestamp", iso(change.at)},
                                        {"data", std::move(data)}});
}

void Desk::Inside::stepped(db::Writer& db, Draft const& before, Transition const& step,
                           Instant now) const {
    auto const& sheet = before.sheet;
    auto const follow = [&](ChangeKind kind, int version) {
        changed(db, sheet, kind, version, now);
    };
    if (step.action == Action::publish)
        return follow(sheet.version == 0 ? ChangeKind::published : ChangeKind::revised,
                      sheet.version + 1);
    if (step.action == Action::suspend) return follow(ChangeKind::suspended, sheet.version);
    if (step.action == Action::resume) return follow(ChangeKind::resumed, sheet.version);
    if (!is_public(sheet.state)) return;
    if (step.action == Action::withdraw) follow(ChangeKind::withdrawn, sheet.version);
    if (step.action == Action::merge) follow(ChangeKind::merged, sheet.version);
    if (step.action == Action::remove) follow(ChangeKind::deleted, sheet.version);
}

}  // namespace wasl::procedures
