// SPDX-License-Identifier: Apache-2.0
// A table: a line an entry, columns by their English, French or Arabic names; lists within a cell
// stand between |.
#include "kernel/csv_table.hpp"
#include "modules/bank/amounts.hpp"
#include "modules/bank/import.hpp"
#include "modules/bank/messages.hpp"
#include "platform/http/text.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::bank {

namespace {

std::vector<std::string> list_in_cell(std::string_view cell) {
    std::vector<std::string> out;
    for (auto const part : http::split(cell, '|'))
        if (!part.empty()) out.emplace_back(part);
    return out;
}

// For what brings no key: the same for the same title.
std::string key_from(std::string_view title) {
    std::uint64_t sum = 14695981039346656037ULL;  // FNV-1a
    for (char const sign : title) sum = (sum ^ static_cast<unsigned char>(sign)) * 1099511628211ULL;
    return "title-" + std::to_string(sum);
}

void read_amount_cells(Incoming& one, std::string_view cost, std::string_view yearly,
                       std::string_view effort) {
    auto const money = [&](std::string_view typed) -> std::optional<Money> {
        if (typed.empty()) return std::nullopt;
        auto const amount = dirhams(typed);
        if (!amount) one.faults.push_back(say(msg::refused_amount));
        return amount;
    };
    one.content.cost = money(cost);
    one.content.yearly_cost = money(yearly);
    if (effort.empty()) return;
    one.content.effort_days = scaled(effort, 0);
    if (!one.content.effort_days) one.faults.push_back(say(msg::refused_number));
}

// Empty is what it is by itself; what nobody knows is a fault of its row.
template<typename Value, typename Named>
Value value_of_cell(Incoming& one, std::string const& cell, Message const& column, Value by_itself,
                    Named named) {
    if (cell.empty()) return by_itself;
    auto const found = named(cell);
    if (!found)
        one.faults.push_back(
            say(msg::refused_unknown_code, {text("code", cell), word("column", column)}));
    return found.value_or(by_itself);
}

Incoming read_row(Csv const& table, CsvRow const& row) {
    auto const cell = [&](std::initializer_list<std::string_view> columns) {
        return std::string(table.cell(row, columns));
    };
    Incoming one;
    one.row = row.line;
    auto& content = one.content;
    content.title = cell({"title", "titre", "العنوان"});
    content.problem = cell({"problem", "probleme", "problème", "المشكل"});
    content.solution = cell({"solution", "الحل"});
    content.serves = cell({"serves", "beneficiaires", "bénéficiaires", "المستفيدون"});
    content.evidence_note = cell({"evidence_note", "mesure", "ما قيس"});
    content.needs = cell({"needs", "besoins", "ما يلزم"});
    content.licence = cell({"licence", "license", "الرخصة"});
    content.replicability_note = cell({"conditions", "شروط النقل"});
    content.contacts = cell({"contacts", "contact", "الاتصال"});
    content.website = cell({"website", "site", "الموقع"});
    content.evidence = value_of_cell(one, cell({"evidence", "preuve"}), msg::entry_evidence,
                                     Evidence::e0, evidence_named);
    content.replicability =
        value_of_cell(one, cell({"replicability", "transposabilite"}), msg::entry_replicability,
                      Replicability::unknown, replicability_named);
    content.language = value_of_cell(one, cell({"language", "langue"}), msg::import_language,
                                     Language::ar, i18n::language_named);
    content.touches.procedures = list_in_cell(cell({"procedures"}));
    content.touches.obstacles = list_in_cell(cell({"obstacles"}));
    content.touches.life_events = list_in_cell(cell({"life_events"}));
    content.touches.indicators = list_in_cell(cell({"indicators"}));
    content.touches.data = list_in_cell(cell({"data", "donnees"}));
    one.owner_name = cell({"owner", "porteur", "الجهة"});
    one.team = cell({"team", "equipe", "الفريق"});
    one.challenge = cell({"challenge", "defi", "التحدي"});
    one.award = cell({"award", "prix", "الجائزة"});
    one.url = cell({"url", "source_url"});
    one.key = cell({"key", "id", "number"});
    if (one.key.empty()) one.key = key_from(content.title);
    read_amount_cells(one, cell({"cost", "cout", "coût", "الكلفة"}),
                      cell({"yearly_cost", "cout_annuel"}), cell({"effort_days", "effort"}));
    return one;
}

}  // namespace

std::vector<Incoming> incoming_from_csv(std::string_view text) {
    Csv const table(text);
    std::vector<Incoming> out;
    bool const has_title = table.has("title") || table.has("titre") || table.has("العنوان");
    if (!has_title || !http::valid_utf8(text)) return out;
    for (auto const& row : table.rows()) out.push_back(read_row(table, row));
    return out;
}

}  // namespace wasl::bank
