// SPDX-License-Identifier: Apache-2.0
// CPSV-AP: exact, at least for what we wrote ourselves.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "modules/procedures/content_text.hpp"
#include "modules/procedures/editor.hpp"
#include "modules/procedures/import/json_words.hpp"
#include "modules/procedures/import/pieces.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/subjects.hpp"

namespace wasl::procedures::import {
namespace {

// What one sheet may need of the file; more is no sheet.
constexpr std::size_t sheet_bytes_max = 4 << 20;

// The things of a file by their addresses, each read where a sheet asks for it.
class IncomingGraph {
public:
    explicit IncomingGraph(std::vector<std::string_view> const& things) {
        texts_.reserve(things.size());
        for (auto const thing : things)
            if (auto const id = value_in(thing, "@id"); id.size() > 2)
                texts_.emplace(id.substr(1, id.size() - 2), thing);
    }
    json::object const* find(std::string const& id) const {
        if (auto const known = read_.find(id); known != read_.end())
            return known->second ? &known->second->as_object() : nullptr;
        auto const text = texts_.find(id);
        if (text == texts_.end()) return nullptr;
        bytes_ += text->second.size();
        if (bytes_ > sheet_bytes_max) return nullptr;
        auto const& thing = read_.emplace(id, parsed(text->second)).first->second;
        return thing ? &thing->as_object() : nullptr;
    }
    bool too_much() const { return bytes_ > sheet_bytes_max; }
    // What the next sheet needs is read for it.
    void forget() {
        read_.clear();
        bytes_ = 0;
    }

private:
    std::unordered_map<std::string_view, std::string_view> texts_;
    mutable std::map<std::string, std::optional<json::value>, std::less<>> read_;
    mutable std::size_t bytes_ = 0;
};

json::object const* at(IncomingGraph const& graph, json::value const& reference) {
    return graph.find(text_in(reference));
}

int count_in(std::string const& text) {
    return text.empty() || text.size() > 5 ? 0 : std::atoi(text.c_str());
}
bool is_true(json::object const& in, std::string_view name) { return text_of(in, name) == "true"; }

std::vector<LegalBasis> bases_of(IncomingGraph const& graph, json::object const& in,
                                 std::string_view name) {
    std::vector<LegalBasis> out;
    each_of(in, name, [&](json::value const& one) {
        auto const* const thing = at(graph, one);
        if (thing == nullptr) return;
        auto const title = names_of(*thing, "title");
        auto const article = names_of(*thing, "article");
        out.push_back(
            {title.ar, title.fr, article.ar, article.fr, is_true(*thing, "toBeConfirmed")});
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

std::vector<std::string> concepts(IncomingGraph const& graph, json::object const& in,
                                  std::string_view name) {
    std::vector<std::string> out;
    each_of(in, name, [&](json::value const& one) {
        if (auto const* const thing = at(graph, one))
            if (auto code = text_of(*thing, "notation"); !code.empty()) out.push_back(code);
    });
    return out;
}

template<typename T, typename Make>
std::vector<T> ordered(IncomingGraph const& graph, json::object const& in, std::string_view name,
                       Make make) {
    std::vector<std::pair<int, T>> found;
    each_of(in, name, [&](json::value const& one) {
        if (auto const* const thing = at(graph, one))
            found.emplace_back(
                count_in(text_of(*thing, "position")) * 1000 + static_cast<int>(found.size()),
                make(*thing));
    });
    std::sort(found.begin(), found.end(),
              [](auto const& a, auto const& b) { return a.first < b.first; });
    std::vector<T> out;
    for (auto& [position, one] : found) out.push_back(std::move(one));
    return out;
}

std::vector<Condition> conditions_of(json::object const& thing) {
    auto const text = text_of(thing, "onlyIf");
    return text.empty() ? std::vector<Condition>{}
                        : conditions_from(text).value_or(std::vector<Condition>{});
}

// The code of a requirement of the sheet; a document's own case is none.
std::string requirement_code(json::object const* thing) {
    if (thing == nullptr) return {};
    auto const identifier = text_of(*thing, "identifier");
    static constexpr std::string_view mark = "/requirement-";
    auto const at = identifier.find(mark);
    return at == std::string::npos ? std::string() : identifier.substr(at + mark.size());
}

Document document_of(IncomingGraph const& graph, json::object const& thing) {
    Document out;
    out.code = own_code(thing);
    out.title = names_of(thing, "title");
    out.note = names_of(thing, "description");
    out.basis = bases_of(graph, thing, "legalBasis");
    out.required = text_of(thing, "required") != "false";
    auto const supplier = concepts(graph, thing, "type");
    if (!supplier.empty())
        out.supplier = named<Supplier>(supplier.front()).value_or(Supplier::user);
    out.held_by = text_of(thing, "heldBy");
    out.declaration_on_honour = is_true(thing, "declarationOnHonour");
    out.evidence_type = text_of(thing, "evidenceType");
    out.valid_days = count_in(text_of(thing, "validDays"));
    if (auto const copies = count_in(text_of(thing, "copies")); copies > 0) out.copies = copies;
    out.only_if = conditions_of(thing);
    each_of(thing, "supportsRequirement", [&](json::value const& one) {
        if (out.requirement.empty()) out.requirement = requirement_code(at(graph, one));
    });
    out.to_be_confirmed = is_true(thing, "toBeConfirmed") || out.basis.empty();
    return out;
}

Fee fee_of(IncomingGraph const& graph, json::object const& thing) {
    Fee out;
    out.code = own_code(thing);
    out.name = names_of(thing, "description");
    out.note = names_of(thing, "note");
    out.amount = dirhams(text_of(thing, "hasValue"));
    if (auto const formula = text_of(thing, "formula"); !formula.empty())
        out.formula = formula_from(formula);
    out.only_if = conditions_of(thing);
    auto const basis = bases_of(graph, thing, "legalBasis");
    if (!basis.empty()) out.basis = basis.front();
    out.to_be_confirmed = is_true(thing, "toBeConfirmed") || basis.empty();
    return out;
}

void put_fees(Incoming& into, IncomingGraph const& graph, json::object const& from) {
    if (find(from, "hasCost") == nullptr) return;
    auto fees = ordered<Fee>(graph, from, "hasCost",
                             [&](json::object const& thing) { return fee_of(graph, thing); });
    std::erase_if(fees, [](Fee const& fee) {
        return fee.amount && *fee.amount == Money::dirhams(0) && fee.code == "free";
    });
    into.puts.emplace_back([fees](Sheet& sheet) { sheet.fees = fees; });
}

void put_terms(Incoming& into, IncomingGraph const& graph, json::object const& from) {
    auto const duration = text_of(from, "processingTime");
    auto const days = duration.starts_with("P") && duration.ends_with("D")
                          ? count_in(duration.substr(1, duration.size() - 2))
                          : -1;
    if (!duration.empty() && days < 0)
        into.proposals.push_back(say(msg::import_ask_duration, {text("text", duration)}));
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
    auto const cap = count_in(text_of(from, "capDays"));
    auto const years = count_in(text_of(from, "retentionYears"));
    auto const note = names_of(from, "termNote");
    auto const investment = text_of(from, "investmentListItem");
    auto const extension_days = count_in(text_of(from, "extensionDays"));
    auto const extension_item = text_of(from, "extensionListItem");
    auto const extension_conditions = names_of(from, "extensionConditions");
    into.puts.emplace_back([=](Sheet& sheet) {
        if (days >= 0) sheet.term_days = days;
        if (days >= 0) sheet.immediate = days == 0;
        if (cap > 0) sheet.cap_days = cap;
        if (years > 0) sheet.retention_years = years;
        sheet.investment = !investment.empty();
        sheet.investment_list_item = investment;
        sheet.term_note = note;
        sheet.extension = extension_days > 0 || !extension_item.empty();
        sheet.extension_days = extension_days;
        sheet.extension_list_item = extension_item;
        sheet.extension_conditions = extension_conditions;
        sheet.silence = silence;
        sheet.silence_list_item = item;
        sheet.appeal = appeal;
    });
}

void put_lists(Incoming& into, IncomingGraph const& graph, json::object const& from) {
    auto const basis = bases_of(graph, from, "hasLegalResource");
    auto documents = ordered<Document>(graph, from, "hasInput", [&](json::object const& thing) {
        return document_of(graph, thing);
    });
    if (documents.size() > documents_max) into.faults.push_back(too_many_documents());
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
        sheet.documents = documents;
        if (!channels.empty()) sheet.channels = channels;
        sheet.online =
            std::find(channels.begin(), channels.end(), Channel::online) != channels.end();
        sheet.themes = themes;
        sheet.audience = audience;
        sheet.keywords = keywords;
        sheet.to_be_confirmed = open;
    });
}

Requirement requirement_of(IncomingGraph const& graph, json::object const& thing) {
    return {requirement_code(&thing), names_of(thing, "title"), names_of(thing, "description"),
            bases_of(graph, thing, "legalBasis"), conditions_of(thing)};
}

Step step_of(json::object const& thing) {
    Step out;
    out.code = own_code(thing);
    out.title = names_of(thing, "title");
    out.unit = names_of(thing, "unit");
    out.line_minutes = count_in(text_of(thing, "lineMinutes"));
    out.counter_minutes = count_in(text_of(thing, "counterMinutes"));
    out.days_to_next = count_in(text_of(thing, "daysToNext"));
    out.visit = text_of(thing, "visit") != "false";
    out.only_if = conditions_of(thing);
    return out;
}

// Beside the profile's core; a graph that says nothing of them leaves what the draft has.
void put_registry(Incoming& into, IncomingGraph const& graph, json::object const& from) {
    auto requirements = ordered<Requirement>(
        graph, from, "holdsRequirement",
        [&](json::object const& thing) { return requirement_of(graph, thing); });
    std::erase_if(requirements, [](Requirement const& one) { return one.code.empty(); });
    if (!requirements.empty())
        into.puts.emplace_back([=](Sheet& sheet) { sheet.requirements = requirements; });
    if (find(from, "hasStep") != nullptr)
        into.puts.emplace_back([steps = ordered<Step>(graph, from, "hasStep", step_of)](
                                   Sheet& sheet) { sheet.steps = steps; });
    if (find(from, "asks") != nullptr)
        into.puts.emplace_back(
            [asked = ordered<Information>(graph, from, "asks", [&](json::object const& thing) {
                 return Information{own_code(thing), names_of(thing, "title"),
                                    bases_of(graph, thing, "legalBasis")};
             })](Sheet& sheet) { sheet.information = asked; });
    std::vector<std::string> events;
    each_of(from, "isGroupedBy", [&](json::value const& one) {
        if (auto const* const thing = at(graph, one))
            events.push_back(text_of(*thing, "identifier"));
    });
    std::erase_if(events,
                  [](std::string const& code) { return life_event_named(code) == nullptr; });
    if (!events.empty()) into.puts.emplace_back([=](Sheet& sheet) { sheet.life_events = events; });
}

Incoming from_service(IncomingGraph const& graph, json::object const& from, int row) {
    Incoming out;
    out.row = row;
    out.code = text_of(from, "identifier");
    if (auto const* const into = find(from, "isReplacedBy")) {
        auto const* const other = at(graph, *into);
        out.merged_into = other == nullptr ? std::string() : text_of(*other, "identifier");
        out.reason = names_of(from, "reason").ar;
    }
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
    put_registry(out, graph, from);
    return out;
}

}  // namespace

std::optional<Said> from_graph(std::vector<std::string_view> const& things, Take const& take) {
    std::vector<std::string_view> services;
    for (auto const thing : things)
        if (value_in(thing, "@type").find("PublicService") != std::string_view::npos)
            services.push_back(thing);
    if (services.size() > import_rows_max) return say(msg::import_refused_many);
    IncomingGraph graph(things);
    int row = 0;
    for (auto const text : services) {
        ++row;
        auto const service = parsed(text);
        auto one = service ? from_service(graph, service->as_object(), row) : Incoming{};
        one.row = row;
        if (!service || graph.too_much()) one.faults.emplace_back(msg::import_fault_unreadable);
        take(std::move(one));
        graph.forget();
    }
    return std::nullopt;
}

}  // namespace wasl::procedures::import
