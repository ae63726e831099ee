// SPDX-License-Identifier: Apache-2.0
// One draft, page by page, on whatever device: questions, documents, check, file.
#include <algorithm>

#include "modules/dossiers/views_fetches.hpp"
#include "modules/dossiers/views_filing.hpp"

namespace wasl::dossiers {
namespace {

using http::Acted;
using http::Asked;

// A draft and what its pages are made of.
struct Open {
    Dossier dossier;
    std::shared_ptr<procedures::Sheet const> sheet;
    std::shared_ptr<directory::Picture const> places;
    std::string applicant;

    views::Draft view(Asked const& asked, html::Faults const& faults) const {
        return {dossier,
                *sheet,
                *places,
                asked.visitor.csrf,
                applicant,
                faults,
                asked.request.asked("to") == "check" || asked.request.field("to") == "check"};
    }
};

DossierId draft_id(Asked const& asked) { return DossierId{number_in(asked.wild(0))}; }

Result<Open> open_draft(Pages const& pages, Asked const& asked) {
    auto dossier = TRY(pages.desk.draft(asked.db, asked.visitor, draft_id(asked)));
    auto sheet = pages.desk.sheet(asked.db, dossier);
    check(sheet != nullptr, "the revision of a draft is kept");
    std::string applicant;
    if (dossier.applicant != asked.visitor.person)
        applicant = pages.desk.house().people.name_of(asked.db, dossier.applicant);
    return Open{std::move(dossier), std::move(sheet), pages.desk.house().directory.picture(),
                std::move(applicant)};
}

html::Url check_url(DossierId id) { return html::to("/dossiers/drafts/", id, "/check"); }
html::Url documents_url(DossierId id) { return html::to("/dossiers/drafts/", id, "/documents"); }

// Where a draft is taken up again: the first question that still wants an answer.
Shown resume(Pages const& pages, Asked const& asked) {
    auto const open = TRY(open_draft(pages, asked));
    auto const all = questions(*open.sheet);
    auto const faults = pages.desk.faults(*open.sheet, open.dossier.values);
    for (std::size_t n = 0; n < all.size(); ++n)
        for (auto const& fault : faults)
            if (all[n].asks(fault.field)) return go(asked, views::draft_url(open.dossier.id, n));
    if (!all.empty() && open.dossier.values.empty())
        return go(asked, views::draft_url(open.dossier.id, 0));
    return go(asked, open.dossier.documents.empty() ? documents_url(open.dossier.id)
                                                    : check_url(open.dossier.id));
}

// --- Questions.

Result<std::size_t> place_of_question(Asked const& asked, Open const& open) {
    auto const number = static_cast<std::size_t>(number_in(asked.wild(1)));
    if (number == 0 || number > questions(*open.sheet).size())
        return Refusal{Refused::not_found, {}};
    return number - 1;
}

Shown question_page(Asked const& asked, Open const& open, std::size_t number,
                    FieldValues const& typed, html::Faults const& faults) {
    auto const title = views::question_title(questions(*open.sheet).at(number));
    return http::shown(
        asked, {.title = title},
        [&](html::Html& h) { views::question(h, open.view(asked, faults), number, typed); },
        status_of(faults));
}

Shown show_question(Pages const& pages, Asked const& asked) {
    auto const open = TRY(open_draft(pages, asked));
    auto const number = TRY(place_of_question(asked, open));
    return question_page(asked, open, number, open.dossier.values, {});
}

FieldValues typed_answers(http::Request const& request, Question const& question) {
    using procedures::FieldKind;
    FieldValues typed;
    for (auto const* const field : question.fields) {
        auto const value = request.field("answer-" + field->code);
        bool const figures = field->kind == FieldKind::number || field->kind == FieldKind::phone ||
                             field->kind == FieldKind::date;
        typed.emplace_back(field->code, figures ? as_typed_in_latin(value) : std::string(value));
    }
    return typed;
}

// Of this page alone; who saves for later may leave gaps.
html::Faults faults_on_page(Pages const& pages, Open const& open, Question const& question,
                            FieldValues const& typed, bool gaps) {
    html::Faults faults;
    for (auto const& fault : pages.desk.faults(*open.sheet, typed)) {
        if (!question.asks(fault.field)) continue;
        auto const value = answer_to(typed, fault.field);
        if (gaps && value.find_first_not_of(" \t\r\n") == std::string_view::npos) continue;
        faults.add("answer-" + fault.field, fault.what);
    }
    return faults;
}

Shown save_question(Pages const& pages, Acted const& acted) {
    auto const open = TRY(open_draft(pages, acted));
    auto const number = TRY(place_of_question(acted, open));
    auto const all = questions(*open.sheet);
    auto const typed = typed_answers(acted.request, all[number]);
    bool const later = acted.request.field("then") == "later";
    auto const faults = faults_on_page(pages, open, all[number], typed, later);
    if (faults.any()) return question_page(acted, open, number, typed, faults);
    TRY(acted.write([&](db::Writer& writer) {
        return pages.desk.save_values(writer, acted.visitor, open.dossier.id, typed, acted.now);
    }));
    if (later) return go(acted, html::with(html::to("/dossiers"), "saved", "1"));
    if (acted.request.field("to") == "check") return go(acted, check_url(open.dossier.id));
    if (number + 1 < all.size()) return go(acted, views::draft_url(open.dossier.id, number + 1));
    return go(acted, documents_url(open.dossier.id));
}

// --- Documents.

Shown documents_page(Asked const& asked, Open const& open, html::Faults const& faults) {
    return http::shown(
        asked, {.title = msg::filing_documents_title},
        [&](html::Html& h) { views::documents(h, open.view(asked, faults)); }, status_of(faults));
}

Shown show_documents(Pages const& pages, Asked const& asked) {
    return documents_page(asked, TRY(open_draft(pages, asked)), {});
}

// Each file by itself: one that is refused does not lose the others. Gives the draft as it is now.
Result<Dossier> change_documents(Pages const& pages, Acted const& acted, DossierId id,
                                 html::Faults& faults) {
    auto received = receive(pages, acted, document_prefix);
    faults = std::move(received.faults);
    auto const removed = number_in(acted.request.field("remove"));
    return acted.write([&](db::Writer& writer) -> Result<Dossier> {
        for (auto const& one : received.kept) {
            auto const attached = pages.desk.attach(writer, acted.visitor, id, one, acted.now);
            if (attached.refused())
                faults.add(std::string(document_prefix) + one.requirement, attached.refusal().what);
        }
        if (removed != 0)
            TRY(pages.desk.detach(writer, acted.visitor, id, DocumentId{removed}, acted.now));
        return pages.desk.draft(writer, acted.visitor, id);
    });
}

Shown save_documents(Pages const& pages, Acted const& acted) {
    auto open = TRY(open_draft(pages, acted));
    html::Faults faults;
    open.dossier = TRY(change_documents(pages, acted, open.dossier.id, faults));
    if (faults.any()) return documents_page(acted, open, faults);
    auto const then = acted.request.field("then");
    if (then == "next") return go(acted, check_url(open.dossier.id));
    if (then == "later") return go(acted, html::with(html::to("/dossiers"), "saved", "1"));
    return go(acted, documents_url(open.dossier.id));
}

Shown show_document(Pages const& pages, Asked const& asked) {
    auto const dossier = TRY(pages.desk.draft(asked.db, asked.visitor, draft_id(asked)));
    auto const id = DocumentId{number_in(asked.wild(1))};
    for (auto const& document : dossier.documents)
        if (document.id == id) return shown_file(pages, document);
    return Refusal{Refused::not_found, {}};
}

// --- Check and file.

Shown check_page(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    auto const open = TRY(open_draft(pages, asked));
    auto const missing = pages.desk.faults(*open.sheet, open.dossier.values);
    auto const lacking = pages.desk.lacking(*open.sheet, open.dossier);
    return http::shown(
        asked, {.title = msg::filing_check_title},
        [&](html::Html& h) {
            views::check_answers(h, pages, open.view(asked, faults), missing, lacking, asked.today);
        },
        status_of(faults));
}

Shown show_check(Pages const& pages, Asked const& asked) { return check_page(pages, asked, {}); }

// Documents that may be fetched from whoever holds them: the boxes that were ticked.
std::vector<std::string> consents_in(http::Request const& request) {
    std::vector<std::string> found;
    for (auto const& [name, value] : request.form)
        if (name.starts_with(views::consent_prefix) && value == "1")
            found.emplace_back(name.substr(views::consent_prefix.size()));
    return found;
}

Shown file_draft(Pages const& pages, Acted const& acted) {
    if (acted.request.field("declared") != "1") {
        html::Faults faults;
        faults.add("declared", say(msg::filing_declaration_missing));
        return check_page(pages, acted, faults);
    }
    auto const consents = consents_in(acted.request);
    auto const filed = acted.write([&](db::Writer& writer) {
        return pages.desk.file(writer, acted.visitor, draft_id(acted),
                               acted.request.field(html::once_field_name), acted.now, consents);
    });
    if (!filed.refused())
        return go(acted, html::to("/dossiers/", filed.value().number, "/receipt"));
    if (filed.refusal().why != Refused::invalid) return filed.refusal();
    return check_page(pages, acted, {});
}

// --- Throwing it away.

Shown show_drop(Pages const& pages, Asked const& asked) {
    auto const open = TRY(open_draft(pages, asked));
    return http::shown(asked, {.title = msg::filing_drop_title},
                       [&](html::Html& h) { views::drop(h, open.view(asked, {})); });
}

Shown drop_draft(Pages const& pages, Acted const& acted) {
    TRY(acted.write([&](db::Writer& writer) {
        return pages.desk.drop_draft(writer, acted.visitor, draft_id(acted));
    }));
    return go(acted, html::with(html::to("/dossiers"), "dropped", "1"));
}

}  // namespace

CitizenRoutes filing_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/dossiers/drafts/:draft", Allow::citizen, resume),
        http::get<Pages>("/dossiers/drafts/:draft/form/:page", Allow::citizen, show_question),
        http::post<Pages>("/dossiers/drafts/:draft/form/:page", Allow::citizen, save_question,
                          {.body_max = form_bytes_max}),
        http::get<Pages>("/dossiers/drafts/:draft/documents", Allow::citizen, show_documents),
        http::post<Pages>("/dossiers/drafts/:draft/documents", Allow::citizen, save_documents,
                          {.body_max = upload_bytes_max}),
        http::get<Pages>("/dossiers/drafts/:draft/documents/:document", Allow::citizen,
                         show_document),
        http::get<Pages>("/dossiers/drafts/:draft/check", Allow::citizen, show_check),
        http::post<Pages>("/dossiers/drafts/:draft/check", Allow::citizen, file_draft,
                          {.rate = http::Rate::filing}),
        http::get<Pages>("/dossiers/drafts/:draft/drop", Allow::citizen, show_drop),
        http::post<Pages>("/dossiers/drafts/:draft/drop", Allow::citizen, drop_draft),
    };
    return routes;
}

}  // namespace wasl::dossiers
