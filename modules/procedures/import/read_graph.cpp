// SPDX-License-Identifier: Apache-2.0
// CPSV-AP: exact, at least for what we wrote ourselves.
#include <algorithm>
#include <map>

#include "modules/procedures/editor.hpp"
#include "modules/procedures/import/json_words.hpp"

namespace wasl::procedures::import {
namespace {

using Graph = std::map<std::string, json::object const*, std::less<>>;

json::object const* at(Graph const& graph, json::value const& reference) {
    auto const found = graph.find(text_in(reference));
    return found == graph.end() ? nullptr : found->second;
}

int whole(std::string const& text) {
    return text.empty() || text.size() > 5 ? 0 : std::atoi(text.c_str());
}
bool yes(json::object const& in, std::string_view name) { return text_of(in, name) == "true"; }

std::vector<LegalBasis> bases(Graph const& graph, json::object const& in, std::string_view name) {
    std::vector<LegalBasis> out;
    each_of(in, name, [&](json::value const& one) {
        auto const* const thing = at(graph, one);
        if (thing == nullptr) return;
        auto const title = names_of(*thing, "title");
        auto const article = names_of(*thing, "article");
        out.push_back({title.ar, title.fr, article.ar, article.fr, yes(*thing, "toBeConfirmed")});
    });
    return out;
}

// "https://site/procedures/CODE#document-plans": what stands after the first hyphen of the mark.
std::string own_code(json::object const& thing) {
    auto const identifier = text_of(thing, "identifier");
    auto const mark = identifier.find('/');
    auto const dash = identifier.find('-', mark == std::string::npos ? 0 : mark);
    return dash == std::string::npos ? code_for(identifier) : identifier.substr(dash + 1);
}

std::vector<std::string> concepts(Graph const& graph, json::object const& in,
                                  std::string_view name) {
    std::vector<std::string> out;
    each_of(in, name, [&](json::value const& one) {
        if (auto const* const thing = at(graph, one))
            if (auto code = text_of(*thing, "notation"); !code.empty()) out.push_back(code);
    });
    return out;
}

template<typename T, typename Make>
std::vector<T> ordered(Graph const& graph, json::object const& in, std::string_view name,
                       Make make) {
    std::vector<std::pair<int, T>> found;
    each_of(in, name, [&](json::value const& one) {
        if (auto const* const thing = at(graph, one))
            found.emplace_back(
                whole(text_of(*thing, "position")) * 1000 + static_cast<int>(found.size()),
                make(*thing));
    });
    std::sort(found.begin(), found.end(),
              [](auto const& a, auto const& b) { return a.first < b.first; });
    std::vector<T> out;
    for (auto& [position, one] : found) out.push_back(std::move(one));
    return out;
}

Document document_of(Graph const& graph, json::object const& thing) {
    Document out;
    out.code = own_code(thing);
    out.title = names_of(thing, "title");
    out.note = names_of(thing, "description");
    out.basis = bases(graph, thing, "legalBasis");
    out.required = text_of(thing, "required") != "false";
    auto const supplier = concepts(graph, thing, "type");
    if (!supplier.empty())
        out.supplier = named<Supplier>(supplier.front()).value_or(Supplier::user);
    out.held_by = text_of(thing, "heldBy");
    out.declaration_on_honour = yes(thing, "declarationOnHonour");
    out.to_be_confirmed = yes(thing, "toBeConfirmed") || out.basis.empty();
    return out;
}

Fee fee_of(Graph const& graph, json::object const& thing) {
    Fee out;
    out.code = own_code(thing);
    out.name = names_of(thing, "description");
    out.note = names_of(thing, "note");
    out.amount = dirhams(text_of(thing, "hasValue"));
    auto const basis = bases(graph, thing, "legalBasis");
    if (!basis.empty()) out.basis = basis.front();
    out.to_be_confirmed = yes(thing, "toBeConfirmed") || basis.empty();
    return out;
}

void put_fees(Incoming& into, Graph const& graph, json::object const& from) {
    if (find(from, "hasCost") == nullptr) return;
    auto fees = ordered<Fee>(graph, from, "hasCost",
                             [&](json::object const& thing) { return fee_of(graph, thing); });
    std::erase_if(fees, [](Fee const& fee) {
        return fee.amount && *fee.amount == Money::dirhams(0) && fee.code == "free";
    });
    into.puts.emplace_back([fees](Sheet& sheet) {
        // Formulas and conditions are no part of the profile: what we hold of them stays.
        for (auto fee : fees) {
            auto const known = std::find_if(sheet.fees.begin(), sheet.fees.end(),
                                            [&](Fee const& one) { return one.code == fee.code; });
            if (known == sheet.fees.end()) {
                sheet.fees.push_back(std::move(fee));
                continue;
            }
            fee.formula = known->formula;
            fee.only_if = known->only_if;
            *known = std::move(fee);
        }
        if (fees.empty()) sheet.fees.clear();
    });
}

void put_terms(Incoming& into, Graph const& graph, json::object const& from) {
    auto const duration = text_of(from, "processingTime");
    auto const days = duration.starts_with("P") && duration.ends_with("D")
                          ? whole(duration.substr(1, duration.size() - 2))
                          : -1;
    if (!duration.empty() && days < 0)
        into.proposals.push_back("processing time \"" + duration + "\" is not in days");
    Silence silence = Silence::none;
    std::string item;
    Names appeal;
    each_of(from, "follows", [&](json::value const& one) {
        auto const* const rule = at(graph, one);
        if (rule == nullptr) return;
        if (auto const said = named<Silence>(text_of(*rule, "silence"))) silence = *said;
        if (auto const listed = text_of(*rule, "silenceListItem"); !listed.empty()) item = listed;
        if (auto const to = names_of(*rule, "appealTo"); !to.ar.empty()) appeal = to;
    });
    auto const cap = whole(text_of(from, "capDays"));
    auto const years = whole(text_of(from, "retentionYears"));
    auto const note = names_of(from, "termNote");
    auto const investment = text_of(from, "investmentListItem");
    into.puts.emplace_back([=](Sheet& sheet) {
        if (days >= 0) sheet.term_days = days;
        if (days >= 0) sheet.immediate = days == 0;
        if (cap > 0) sheet.cap_days = cap;
        if (years > 0) sheet.retention_years = years;
        sheet.investment = !investment.empty();
        sheet.investment_list_item = investment;
        sheet.term_note = note;
        sheet.silence = silence;
        sheet.silence_list_item = item;
        sheet.appeal = appeal;
    });
}

void put_lists(Incoming& into, Graph const& graph, json::object const& from) {
    auto const basis = bases(graph, from, "hasLegalResource");
    auto documents = ordered<Document>(graph, from, "hasInput", [&](json::object const& thing) {
        return document_of(graph, thing);
    });
    if (documents.size() > documents_max) into.faults.emplace_back("more than 60 documents");
    std::vector<Channel> channels;
    each_of(from, "hasChannel", [&](json::value const& one) {
        auto const* const thing = at(graph, one);
        auto const kinds =
            thing == nullptr ? std::vector<std::string>{} : concepts(graph, *thing, "type");
        if (auto const channel = kinds.empty() ? std::nullopt : named<Channel>(kinds.front()))
            channels.push_back(*channel);
    });
    std::vector<std::string> open;
    each_of(from, "toBeConfirmedPart",
            [&](json::value const& one) { open.push_back(text_in(one)); });
    into.puts.emplace_back([basis, documents, channels, open,
                            themes = concepts(graph, from, "thematicArea"),
                            audience = concepts(graph, from, "audience"),
                            keywords = text_of(from, "alsoSought")](Sheet& sheet) {
        sheet.basis = basis;
        auto next = documents;
        for (auto& document : next)
            if (auto const* const known = sheet.document(document.code)) {
                document.only_if = known->only_if;
                document.requirement = known->requirement;
                document.evidence_type = known->evidence_type;
                document.valid_days = known->valid_days;
            }
        sheet.documents = std::move(next);
        if (!channels.empty()) sheet.channels = channels;
        sheet.online =
            std::find(channels.begin(), channels.end(), Channel::online) != channels.end();
        sheet.themes = themes;
        sheet.audience = audience;
        sheet.keywords = keywords;
        sheet.to_be_confirmed = open;
    });
}

Incoming from_service(Graph const& graph, json::object const& from, int row) {
    Incoming out;
    out.row = row;
    out.code = text_of(from, "identifier");
    for (char const* const name : {"owner", "hasCompetentAuthority"})
        if (auto const* const office = find(from, name); office && out.administration.empty()) {
            auto const* const thing = at(graph, office->is_array() && !office->as_array().empty()
                                                    ? office->as_array().front()
                                                    : *office);
            if (thing != nullptr) out.administration = text_of(*thing, "identifier");
        }
    put_names(out, &Sheet::title, names_of(from, "title"));
    put_names(out, &Sheet::summary, names_of(from, "description"));
    put_names(out, &Sheet::handling, names_of(from, "handledBy"));
    each_of(from, "produces", [&](json::value const& one) {
        if (auto const* const thing = at(graph, one))
            put_names(out, &Sheet::output, names_of(*thing, "title"));
    });
    each_of(from, "contactPoint", [&](json::value const& one) {
        if (auto const* const thing = at(graph, one))
            put_names(out, &Sheet::contact, names_of(*thing, "description"));
    });
    put_terms(out, graph, from);
    put_fees(out, graph, from);
    put_lists(out, graph, from);
    return out;
}

}  // namespace

ReadFile from_graph(json::array const& things) {
    Graph graph;
    for (auto const& one : things)
        if (one.is_object())
            if (auto const* const id = one.as_object().if_contains("@id"); id && id->is_string())
                graph.emplace(view(id->as_string()), &one.as_object());
    ReadFile out;
    for (auto const& [id, thing] : graph) {
        bool service = false;
        each_of(*thing, "@type", [&](json::value const& type) {
            service = service || last_part(text_in(type)) == "PublicService";
        });
        if (!service) continue;
        if (out.sheets.size() == import_rows_max) return {"more than 20,000 procedures", {}};
        out.sheets.push_back(from_service(graph, *thing, static_cast<int>(out.sheets.size()) + 1));
    }
    return out;
}

}  // namespace wasl::procedures::import
