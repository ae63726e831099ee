// SPDX-License-Identifier: Apache-2.0
// The gate over a whole file: `wasl gate FILE`.
#include "modules/procedures/content_part.hpp"
#include "modules/procedures/gate.hpp"
#include "modules/procedures/import/pieces.hpp"
#include "modules/procedures/models.hpp"

namespace wasl::procedures {
namespace {

namespace json = boost::json;

struct Read {
    Sheet sheet;
    bool collectivity = true;
};

std::string taken_text(json::object& from, std::string_view name) {
    auto const found = from.find(name);
    if (found == from.end()) return {};
    auto out = found->value().is_string() ? std::string(found->value().get_string()) : "";
    from.erase(found);
    return out;
}

std::optional<json::value> parsed_sheets(std::string_view text) {
    json::error_code error;
    json::parse_options options;
    options.max_depth = 12;
    auto value = json::parse({text.data(), text.size()}, error, {}, options);
    if (error) return std::nullopt;
    return value;
}

class Gate {
public:
    Gate(Date today, std::function<void(std::string const&)> const& tell)
        : today_(today), tell_(tell) {}

    void look(json::value& value) {
        ++report.sheets;
        auto* const object = value.if_object();
        if (object == nullptr) return unreadable(".");
        auto code = taken_text(*object, "code");
        bool const collectivity = taken_text(*object, "owner_kind") != "state";
        if (code.empty()) code = "#" + std::to_string(report.sheets);
        content::Fault fault;
        auto sheet = content::read_sheet(value, fault);
        if (!fault.where.empty()) return unreadable(code + "\t" + fault.where);
        sheet.code = code;
        Surroundings const around{collectivity, &lists_, &types_, nullptr, today_};
        auto const found = objections(sheet, around);
        report.refused += found.empty() ? 0 : 1;
        for (auto const& one : found) {
            ++report.objections;
            tell_(code + "\t" + one.field + "\t" + std::string(one.article) + "\t" +
                  std::string(one.what.message->key));
        }
    }
    void read(std::string_view text) {
        if (auto value = parsed_sheets(text)) return look(*value);
        ++report.sheets;
        unreadable("#" + std::to_string(report.sheets));
    }
    void unreadable(std::string const& where) {
        ++report.unreadable;
        tell_(where + "\tunreadable");
    }

    GateReport report;

private:
    Date today_;
    std::function<void(std::string const&)> const& tell_;
    std::vector<InventoriedDecision> lists_ = inventory();
    std::vector<EvidenceType> types_ = known_evidence_types();
};

}  // namespace

GateReport gate_file(std::string_view text, Date today,
                     std::function<void(std::string const& line)> const& tell) {
    Gate gate(today, tell);
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && text[first] == '[') {
        // Sheet by sheet: a country's file is never in memory but as its bytes.
        auto const pieces = import::pieces_of(text.substr(first));
        if (pieces.refused) gate.unreadable(".");
        for (auto const piece : pieces.each) gate.read(piece);
        return gate.report;
    }
    // One sheet over several lines is a file of one.
    if (auto one = text.size() > content::content_max ? std::nullopt : parsed_sheets(text)) {
        gate.look(*one);
        return gate.report;
    }
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto const line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        gate.read(line);
    }
    return gate.report;
}

}  // namespace wasl::procedures
