// SPDX-License-Identifier: Apache-2.0
// What comes with the program: the lists of the decrees, and model sheets for communes.
#include <algorithm>

#include "kernel/embedded.hpp"
#include "kernel/text/parts.hpp"
#include "modules/procedures/data.hpp"
#include "modules/procedures/forbidden.hpp"
#include "modules/procedures/gate.hpp"
#include "modules/procedures/models.hpp"
#include "modules/procedures/pipeline.hpp"
#include "modules/procedures/store.hpp"
#include "modules/procedures/store_holders.hpp"
#include "modules/procedures/store_pipeline.hpp"
#include "platform/clock/clock.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::procedures {
namespace {

std::vector<std::string> cells(std::string_view line) {
    std::vector<std::string> out;
    for (std::size_t from = 0; from <= line.size();) {
        auto const until = std::min(line.find('\t', from), line.size());
        out.emplace_back(line.substr(from, until - from));
        from = until + 1;
    }
    return out;
}

InventoriedDecision inventoried_decision(std::string_view line) {
    auto const cell = cells(line);
    check(cell.size() == 9, "decisions.tsv has nine columns");
    auto const number = [&](std::size_t column) { return std::stoi(cell[column]); };
    InventoriedDecision out;
    out.code = cell[0];
    out.name = cell[1];
    out.administration = cell[2];
    out.term_days = number(3);
    out.cap_days = number(4);
    out.silence = number(5) != 0;
    out.extension = number(6) != 0;
    out.investment = number(7) != 0;
    out.sources = cell[8];
    return out;
}

// Which counter of a commune receives the act: the first of these words that one of its units has.
std::vector<std::string_view> counters_of(Sheet const& sheet) {
    auto const theme = sheet.themes.empty() ? std::string() : sheet.themes.front();
    if (theme == "urbanism") return {"التعمير"};
    if (theme == "civil_status" || theme == "death") return {"الحالة المدنية"};
    if (theme == "certificates") return {"تصحيح الإمضاء", "الحالة المدنية"};
    return {"الاقتصادية", "التعمير"};
}

std::vector<UnitId> unit_for(Sheet const& sheet, directory::Picture const& places,
                             AdministrationId commune) {
    auto const units = places.units_of(commune);
    for (auto const word : counters_of(sheet))
        for (auto const* const unit : units)
            if (unit->name.ar.find(word) != std::string::npos) return {unit->id};
    return units.empty() ? std::vector<UnitId>{} : std::vector<UnitId>{units.front()->id};
}

std::vector<AdministrationId> communes(directory::Picture const& places) {
    std::vector<AdministrationId> out;
    for (auto const& one : places.administrations())
        if (one.kind == directory::Kind::collectivity && one.slug.starts_with("commune-"))
            out.push_back(one.id);
    return out;
}

void publish(db::Writer& db, Sheet& sheet, directory::Picture const& places, Instant now) {
    store::insert_sheet(db, sheet, now);
    store::update_draft(db, sheet.id, 1, sheet, now);
    auto const revision = store::insert_revision(db, sheet, 1, PersonId{0}, now);
    store::mark_published(db, sheet.id, revision, 1, now);
    store::note_change(db, sheet.id, ChangeKind::published, 1, now);
    store::keep_inventoried(db, sheet.id, PersonId{0}, now);
    store::keep_step(db, sheet.id,
                     *transition_from(SheetState::conformity_checked, Action::publish), false, {},
                     now);
    for (auto const commune : communes(places))
        store::keep_offer(db, sheet.id, {commune, unit_for(sheet, places, commune), {}});
    journal::append(
        db, {sheet.owner.value(), "procedures.published", sheet.code, 0, R"({"version":1})"}, now);
}

}  // namespace

// The lines of an embedded table after its heading, those that hold something.
static std::vector<std::string_view> lines_of_table(std::string_view name) {
    auto const text = embedded(data, name);
    auto lines = lexis::parts_of(text.substr(text.find('\n') + 1), '\n');
    std::erase(lines, std::string_view{});
    return lines;
}

std::vector<InventoriedDecision> inventory() {
    std::vector<InventoriedDecision> out;
    for (auto const line : lines_of_table("decisions.tsv"))
        out.push_back(inventoried_decision(line));
    return out;
}

static std::vector<std::vector<std::string>> table(std::string_view name) {
    std::vector<std::vector<std::string>> out;
    for (auto const line : lines_of_table(name)) out.push_back(cells(line));
    return out;
}

// With the slug of the holder in place of its id, which a database alone knows.
static std::vector<std::pair<EvidenceType, std::string>> types_with_slugs() {
    std::vector<std::pair<EvidenceType, std::string>> out;
    for (auto const& cell : table("evidence_types.tsv")) {
        check(cell.size() == 8, "evidence_types.tsv has eight columns");
        EvidenceType type{
            cell[0], {cell[1], cell[2], {}, {}}, cell[3], AdministrationId{0}, cell[5]};
        type.publicly_available = cell[6] == "1";
        type.on_identity_card = cell[7] == "1";
        type.phrases = forbidden::phrases_of(type.title);
        out.emplace_back(std::move(type), cell[4]);
    }
    return out;
}

std::vector<EvidenceType> known_evidence_types() {
    std::vector<EvidenceType> out;
    for (auto& one : types_with_slugs()) out.push_back(std::move(one.first));
    return out;
}

// What administrators edit afterwards is theirs: only what is not there yet is written.
static void seed_holders(db::Writer& db, directory::Picture const& places) {
    auto const there = store::evidence_types(db);
    for (auto& one : types_with_slugs()) {
        auto const same = [&](EvidenceType const& kept) { return kept.code == one.first.code; };
        if (std::any_of(there.begin(), there.end(), same)) continue;
        if (auto const* const holder = places.by_slug(one.second)) one.first.holder_id = holder->id;
        store::keep_evidence_type(db, one.first);
    }
    for (auto const& cell : table("authorities.tsv"))
        if (auto const* const one = places.by_slug(cell.at(1));
            one && !store::authority(db, cell[0]))
            store::keep_authority(db, cell[0], one->id);
}

std::vector<Sheet> models() {
    std::vector<Sheet> out;
    for (auto const& file : data) {
        if (!file.name.ends_with(".json")) continue;
        auto sheet = sheet_from_json(file.text);
        check(!sheet.refused(), "a model sheet can be read: " + std::string(file.name));
        sheet.value().code = file.name.substr(0, file.name.size() - 5);
        out.push_back(std::move(sheet).value());
    }
    return out;
}

Outcome seed_country(db::Writer& db, directory::Picture const& places) {
    for (auto const& one : inventory()) store::keep_decision(db, one);
    seed_holders(db, places);
    store::touch_picture(db);
    return Done{};
}

Outcome seed_berkane(db::Writer& db, directory::Picture const& places, Instant now) {
    TRY(seed_country(db, places));
    auto const lists = inventory();
    auto const types = known_evidence_types();
    auto const* const owner = places.by_slug("commune-berkane");
    check(owner != nullptr, "the province of Berkane is seeded before its sheets");
    for (auto sheet : models()) {
        if (store::sheet_of_code(db, sheet.code)) continue;
        sheet.id = db::fresh<SheetId>();
        sheet.owner = owner->id;
        sheet.approval = {ApprovedBy::interior, "بيانات للتجربة", clock::day_in_morocco(now)};
        check(objections(sheet, {true, &lists, &types}).empty(), "a model sheet passes the gate");
        publish(db, sheet, places, now);
    }
    store::touch_picture(db);
    return Done{};
}

}  // namespace wasl::procedures
