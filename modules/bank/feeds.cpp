// SPDX-License-Identifier: Apache-2.0
#include "modules/bank/feeds.hpp"

#include <boost/json.hpp>

#include "kernel/csv.hpp"
#include "modules/bank/amounts.hpp"

namespace wasl::bank {

using namespace html::literals;
namespace json = boost::json;

namespace {

std::string page_of(std::string const& site, std::string_view language, Line const& line) {
    return site + "/" + std::string(language) + "/bank/" + line.number;
}

// An administration by its name, else an organisation outside the directory.
std::string_view owner_of(Known const& known, Line const& line) {
    auto const* const one = known.places->administration(line.owner);
    return one == nullptr ? std::string_view(line.owner_name) : std::string_view(one->name.ar);
}

json::array array_of(std::vector<std::string> const& all) {
    json::array out;
    for (auto const& one : all) out.push_back(json::value(one));
    return out;
}

std::string joined_in_cell(std::vector<std::string> const& all) {
    std::string out;
    for (auto const& one : all) out += (out.empty() ? "" : " | ") + one;
    return out;
}

json::value amount(std::optional<Money> const& money) {
    if (!money) return nullptr;
    return json::value(written(*money));  // a text: JSON's numbers are floats to many programs
}

json::object adoptions_of(Line const& line) {
    json::object out;
    for (std::size_t n = 0; n < phase_count; ++n)
        out[name_of(static_cast<Phase>(n))] = line.adoptions[n];
    return out;
}
json::object effects_of(Line const& line) {
    json::object out;
    for (std::size_t n = 0; n < verdict_count; ++n)
        out[name_of(static_cast<Verdict>(n))] = line.effects[n];
    return out;
}

json::object object_of(Known const& known, std::string const& site, Line const& line) {
    auto const& content = line.content;
    auto const& touches = content.touches;
    json::object made{{"number", line.number},
                      {"stage", name_of(line.stage)},
                      {"language", wasl::name_of(content.language)},
                      {"title", content.title},
                      {"problem", content.problem},
                      {"solution", content.solution},
                      {"serves", content.serves},
                      {"evidence", name_of(content.evidence)},
                      {"evidence_note", content.evidence_note},
                      {"cost", amount(content.cost)},
                      {"yearly_cost", amount(content.yearly_cost)},
                      {"needs", content.needs},
                      {"licence", content.licence},
                      {"replicability", name_of(content.replicability)},
                      {"conditions", content.replicability_note},
                      {"contacts", content.contacts},
                      {"website", content.website},
                      {"origin", name_of(line.source.origin)},
                      {"source", line.source.name},
                      {"team", line.source.team},
                      {"challenge", line.source.challenge},
                      {"award", line.source.award},
                      {"source_url", line.source.url},
                      {"is_example", line.source.is_example},
                      {"owner", owner_of(known, line)},
                      {"listed_at", iso(line.listed_at)},
                      {"changed_at", iso(line.changed_at)},
                      {"address", page_of(site, "ar", line)}};
    if (content.effort_days) made["effort_days"] = *content.effort_days;
    made["procedures"] = array_of(touches.procedures);
    made["obstacles"] = array_of(touches.obstacles);
    made["life_events"] = array_of(touches.life_events);
    made["indicators"] = array_of(touches.indicators);
    made["data"] = array_of(touches.data);
    made["adoptions"] = adoptions_of(line);
    made["effects"] = effects_of(line);
    return made;
}

}  // namespace

std::string atom_of(Language language, Known const&, std::string const& site,
                    std::string_view asked, std::span<Line const* const> lines) {
    auto const spoken = wasl::name_of(language);
    auto const self = site + "/" + std::string(spoken) + "/bank.atom" + std::string(asked);
    Instant newest{};
    for (auto const* const line : lines) newest = std::max(newest, line->changed_at);
    html::Html h(language);
    h("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\""_h,
      spoken, "\"><id>"_h, self, "</id><title>"_h, html::in_attribute(msg::title),
      "</title><updated>"_h, iso(newest), "</updated><author><name>"_h,
      html::in_attribute(msg::title), "</name></author><link rel=\"self\" href=\""_h, self,
      "\"/>"_h);
    for (auto const* const line : lines)
        h("<entry xml:lang=\""_h, wasl::name_of(line->content.language), "\"><id>"_h, site,
          "/bank/"_h, line->number, "</id><title>"_h, line->content.title, "</title><published>"_h,
          iso(line->listed_at), "</published><updated>"_h, iso(line->changed_at),
          "</updated><link rel=\"alternate\" href=\""_h, page_of(site, spoken, *line),
          "\"/><category term=\""_h, name_of(line->content.evidence), "\"/><summary>"_h,
          beginning(line->content.problem, 400), "</summary></entry>"_h);
    h("</feed>\n"_h);
    return h.take();
}

std::string json_of(Known const& known, std::string const& site,
                    std::span<Line const* const> lines) {
    json::array all;
    for (auto const* const line : lines) all.push_back(object_of(known, site, *line));
    return json::serialize(json::object{{"count", all.size()}, {"entries", std::move(all)}});
}

std::string csv_of(Known const& known, std::string const& site,
                   std::span<Line const* const> lines) {
    std::string out(csv_begin);
    out +=
        "number,stage,title,problem,solution,serves,evidence,cost,yearly_cost,effort_days,licence,"
        "replicability,procedures,obstacles,indicators,origin,source,owner,adoptions,improved,"
        "worsened,address\r\n";
    for (auto const* const line : lines) {
        auto const& content = line->content;
        auto const money = [](std::optional<Money> const& one) {
            return one ? written(*one) : std::string();
        };
        for (auto const& cell :
             {line->number,
              std::string(name_of(line->stage)),
              content.title,
              content.problem,
              content.solution,
              content.serves,
              std::string(name_of(content.evidence)),
              money(content.cost),
              money(content.yearly_cost),
              content.effort_days ? std::to_string(*content.effort_days) : std::string(),
              content.licence,
              std::string(name_of(content.replicability)),
              joined_in_cell(content.touches.procedures),
              joined_in_cell(content.touches.obstacles),
              joined_in_cell(content.touches.indicators),
              std::string(name_of(line->source.origin)),
              line->source.name,
              std::string(owner_of(known, *line)),
              std::to_string(line->running()),
              std::to_string(line->effects[0]),
              std::to_string(line->effects[2])})
            out += csv_cell(cell) + ",";
        out += csv_cell(page_of(site, "ar", *line)) + "\r\n";
    }
    return out;
}

}  // namespace wasl::bank
