// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/finding_index.hpp"

#include "modules/procedures/finding.hpp"
#include "modules/procedures/subjects.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::procedures {
namespace {

// A title that says the word counts for more than a list of papers that mentions it.
constexpr double title = 5, foreign_title = 4, keywords = 3, summary = 1, output = 0.6,
                 subject = 0.4, administration = 0.4, documents = 0.3, basis = 0.2;

class SearchedFields {
public:
    explicit SearchedFields(std::size_t place) { out_.id = static_cast<std::int64_t>(place); }
    void add(std::string_view text, double weight, FoundIn in) {
        if (!text.empty())
            out_.fields.push_back({std::string(text), weight, static_cast<std::uint8_t>(in)});
    }
    // One text a field: the same paper is asked for by many, and is then read once.
    void add(std::vector<std::string> const& texts, double weight, FoundIn in) {
        for (auto const& text : texts) add(text, weight, in);
    }
    // Themes, life events and audience as people read them, in Arabic and French.
    void add_subjects(auto const& one) {
        for (auto const& code : one.themes) name(theme_named(code));
        for (auto const& code : one.life_events) name(life_event_named(code));
    }
    search::Document take() { return std::move(out_); }

private:
    void name(Message const* message) {
        if (message == nullptr) return;
        for (auto const language : {Language::ar, Language::fr})
            add(i18n::sentence(language, Said(*message)), subject, FoundIn::subject);
    }
    search::Document out_;
};

search::Document searched_document(Entry const& entry, Entry::Searched const& beside,
                                   std::size_t place) {
    SearchedFields parts(place);
    parts.add(entry.title.ar, title, FoundIn::title);
    parts.add(entry.title.fr, title, FoundIn::title);
    parts.add(entry.title.en, foreign_title, FoundIn::title);
    parts.add(entry.keywords, keywords, FoundIn::keywords);
    parts.add(entry.summary.ar, summary, FoundIn::summary);
    parts.add(entry.summary.fr, summary, FoundIn::summary);
    parts.add(beside.output, output, FoundIn::output);
    parts.add_subjects(entry);
    parts.add(beside.documents, documents, FoundIn::documents);
    parts.add(beside.basis, basis, FoundIn::basis);
    return parts.take();
}

search::Document searched_document(InventoriedDecision const& decision, std::size_t place) {
    SearchedFields parts(place);
    parts.add(decision.name, title, FoundIn::title);
    parts.add(decision.name_fr, foreign_title, FoundIn::title);
    parts.add(decision.administration, administration, FoundIn::administration);
    parts.add_subjects(decision);
    return parts.take();
}

}  // namespace

std::vector<search::Document> searched(std::span<Entry const> entries,
                                       std::vector<Entry::Searched> const& beside,
                                       std::vector<InventoriedDecision const*> const& decisions) {
    std::vector<search::Document> out;
    out.reserve(entries.size() + decisions.size());
    for (auto const& entry : entries)
        out.push_back(searched_document(entry, beside[out.size()], out.size()));
    for (auto const* const one : decisions) out.push_back(searched_document(*one, out.size()));
    return out;
}

}  // namespace wasl::procedures
