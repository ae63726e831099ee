// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/import/import_rows.hpp"

#include <algorithm>
#include <map>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/pipeline.hpp"
#include "modules/procedures/store.hpp"
#include "modules/procedures/store_holders.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::procedures {
namespace {

void fault(ImportLine& line, Said what) {
    if (line.verdict != ImportVerdict::fault) line.what.clear();
    line.verdict = ImportVerdict::fault;
    line.what.push_back(std::move(what));
}

ImportLine begun(Incoming const& one) {
    ImportLine line{.row = one.row, .code = one.code, .what = one.proposals};
    for (auto const& what : one.faults) fault(line, what);
    return line;
}

}  // namespace

struct ImportRows::Found {
    directory::Administration const* owner = nullptr;
    Hands hands{};
    std::optional<Draft> draft;
};

ImportRows::ImportRows(db::Reader& db, db::Writer* writer, Desk const& desk,
                       directory::Picture const& places, ImportAsk const& ask, Instant now)
    : db_(db),
      writer_(writer),
      desk_(desk),
      places_(places),
      ask_(ask),
      now_(now),
      lists_(store::decisions(db)),
      types_(store::evidence_types(db)),
      exemptions_(store::exemptions(db)) {}

ImportRows::Found ImportRows::found(Incoming const& one) const {
    Found out;
    out.owner = one.administration.empty() ? places_.administration(ask_.owner)
                                           : places_.by_slug(one.administration);
    if (out.owner == nullptr) out.owner = places_.administration_named(one.administration);
    if (out.owner == nullptr) return out;
    out.hands = ask_.hands(db_, out.owner->id);
    if (auto const known = desk_.sheet_of_code(db_, one.code)) out.draft = desk_.draft(db_, *known);
    return out;
}

// Nothing said: the row may be taken.
Said ImportRows::fault_of(Incoming const& one, Found const& found) const {
    if (found.owner == nullptr)
        return one.administration.empty()
                   ? say(msg::import_fault_no_place)
                   : say(msg::import_fault_place, {text("text", one.administration)});
    if (found.hands == Hands{})
        return say(msg::import_fault_not_yours, {text("text", found.owner->name.ar)});
    if (found.draft && found.draft->sheet.owner != found.owner->id)
        return say(msg::import_fault_code_elsewhere);
    return {};
}

Sheet ImportRows::put(Incoming const& one, Found const& found, ImportLine& line) const {
    Sheet sheet = found.draft ? found.draft->sheet : Sheet{};
    if (!found.draft) sheet.channels = {Channel::counter};
    sheet.code = one.code;
    sheet.owner = found.owner->id;
    for (auto const& put : one.puts) put(sheet);
    line.title = sheet.title;
    if (sheet.title.ar.empty()) fault(line, say(msg::import_fault_no_title));
    // What cannot be read again may not be written.
    if (auto const read = sheet_from_json(to_json(sheet)); read.refused())
        fault(line, read.refusal().what);
    return sheet;
}

ImportLine ImportRows::take(Incoming const& one) const {
    auto line = begun(one);
    if (line.verdict == ImportVerdict::fault) return line;
    auto const known = found(one);
    if (auto what = fault_of(one, known)) {
        fault(line, std::move(what));
        return line;
    }
    auto const sheet = put(one, known, line);
    if (line.verdict == ImportVerdict::fault) return line;
    Surroundings const around{known.owner->kind == directory::Kind::collectivity, &lists_, &types_,
                              &exemptions_, clock::day_in_morocco(now_)};
    line.objections = objections(sheet, around);
    if (known.draft && to_json(known.draft->sheet) == to_json(sheet)) return line;
    line.verdict = known.draft ? ImportVerdict::changed : ImportVerdict::added;
    if (auto const kept = keep(sheet, known); kept.refused()) {
        fault(line, kept.refusal().what);
        line.objections.clear();  // first things first
    }
    return line;
}

Outcome ImportRows::keep(Sheet const& sheet, Found const& found) const {
    auto const draft = found.draft ? &*found.draft : nullptr;
    if (writer_ == nullptr) return desk_.may_import(sheet, draft);
    return desk_.import_sheet(*writer_, sheet, draft, ask_.by, now_);
}

bool ImportRows::lives(std::string_view code) const {
    auto const id = desk_.sheet_of_code(db_, code);
    auto const draft = id ? desk_.draft(db_, *id) : std::nullopt;
    return draft && !is_over(draft->sheet.state);
}

ImportLine ImportRows::take_merged(Incoming const& one,
                                   std::set<std::string, std::less<>> const& seen) const {
    auto line = begun(one);
    if (line.verdict == ImportVerdict::fault) return line;
    auto const before = found(one);
    // Told once, it stays merged: the file may be read again.
    if (before.draft && before.draft->sheet.state == SheetState::merged) {
        auto const into = desk_.draft(db_, before.draft->merged_into);
        line.title = before.draft->sheet.title;
        if (into && into->sheet.code == one.merged_into) return line;
    }
    if (!seen.contains(one.merged_into) && !lives(one.merged_into))
        fault(line, say(msg::import_fault_merge_unknown, {text("text", one.merged_into)}));
    if (auto const reason = good_reason(one.reason); reason.refused())
        fault(line, reason.refusal().what);
    auto const mergers = hands::head | hands::secretariat | hands::interior;
    if (before.owner != nullptr && !before.hands.hold(mergers))
        fault(line, say(msg::import_fault_merge_hands));
    if (line.verdict == ImportVerdict::fault) return line;
    line = take(one);
    if (line.verdict == ImportVerdict::fault) return line;
    line.objections.clear();  // it will not be submitted
    if (line.verdict == ImportVerdict::same) line.verdict = ImportVerdict::changed;
    return line;
}

void ImportRows::merge(Incoming const& one, ImportLine& line) const {
    if (writer_ == nullptr || line.verdict == ImportVerdict::fault ||
        line.verdict == ImportVerdict::same)
        return;
    if (auto const merged = merge(one, found(one)); merged.refused())
        fault(line, merged.refusal().what);
}

Outcome ImportRows::merge(Incoming const& one, Found const& found) const {
    Order const order{
        .action = Action::merge, .reason = one.reason, .legal_note = {}, .into = one.merged_into};
    return desk_.act(*writer_, found.draft->sheet.id, order, {ask_.by, found.hands}, now_);
}

std::vector<Incoming> in_order_of_merging(std::vector<Incoming> merged) {
    std::map<std::string_view, std::string_view> into;
    for (auto const& one : merged) into.emplace(one.code, one.merged_into);
    // How many follow; a way that is longer than all of them goes in a circle.
    auto const length = [&](Incoming const& one) {
        std::size_t steps = 0;
        for (auto at = into.find(one.code); at != into.end() && steps <= into.size(); ++steps)
            at = into.find(at->second);
        return steps;
    };
    std::vector<std::pair<std::size_t, std::size_t>> order;
    for (std::size_t n = 0; n < merged.size(); ++n) {
        order.emplace_back(length(merged[n]), n);
        if (order.back().first > into.size())
            merged[n].faults.emplace_back(msg::import_fault_merge_circle);
    }
    std::sort(order.begin(), order.end(), std::greater<>());
    std::vector<Incoming> out;
    out.reserve(merged.size());
    for (auto const& [steps, n] : order) out.push_back(std::move(merged[n]));
    return out;
}

}  // namespace wasl::procedures
