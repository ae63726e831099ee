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
    std::shared_ptr<procedures::Sheet const> newer;  // in force since; null: that one is

    views::Draft view(Asked const& asked, html::Faults const& faults) const {
        return {dossier,
                *sheet,
                *places,
                asked.visitor.csrf,
                applicant,
                faults,
                asked.request.asked("to") == "check" || asked.request.field("to") == "check",
                newer.get()};
    }
};

DossierId draft_id(Asked const& asked) { return DossierId{number_in(asked.wild(0))}; }

Result<Open> open_draft(Pages const& pages, Asked const& asked) {
    pages.desk.house().procedures.refresh(asked.db, asked.now);
    auto dossier = TRY(pages.desk.draft(asked.db, asked.visitor, draft_id(asked)));
    auto sheet = pages.desk.sheet(asked.db, dossier);
    check(sheet != nullptr, "the revision of a draft is kept");
    std::string applicant;
    if (dossier.applicant != asked.visitor.person)
        applicant = pages.desk.house().people.name_of(asked.db, dossier.applicant);
    auto newer = pages.desk.newer(dossier);
    return Open{std::move(dossier), std::move(sheet), pages.desk.house().directory.picture(),
                std::move(applicant), std::move(newer)};
}

html::Url check_url(DossierId id) { return html::to("/dossiers/drafts/", id, "/check"); }
html::Url documents_url(DossierId id) { return html::to("/dossiers/drafts/", id, "/documents"); }

// The first page from there on that the answers of now call for; the number of pages where none is.
std::size_t next_asked(std::vector<Question> const& all, std::size_t from,
                       FieldValues const& values) {
    while (from < all.size() && !all[from].is_asked(values)) ++from;
    return from;
}

// Where a draft is taken up again: the first question that still wants an answer.
Shown resume(Pages const& pages, Asked const& asked) {
    auto const open = TRY(open_draft(pages, asked));
    auto const all = questions(*open.sheet);
    auto const faults = pages.desk.faults(*open.sheet, open.dossier.values);
    for (std::size_t n = 0; n < all.size(); ++n)
        for (auto const& fault : faults)
            if (all[n].asks(fault.field)) return go(asked, views::draft_url(open.dossier.id, n));
    auto const first = next_asked(all, 0, open.dossier.values);
    if (first < all.size() && open.dossier.values.empty())
        return go(asked, views::draft_url(open.dossier.id, first));
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
    auto const values = procedures::in_force(*open.sheet, open.dossier.values);
    if (!questions(*open.sheet)[number].is_asked(values))
        return go(asked, html::to("/dossiers/drafts/", open.dossier.id));
    return question_page(asked, open, number, values, {});
}

// The first part bears the name of the whole.
std::string typed_address(http::Request const& request, std::string const& name) {
    auto address = procedures::address_from(request.field(name));
    for (std::size_t part = 1; part < address.parts.size(); ++part) {
        auto const sent = name + "." + std::string(procedures::address_parts[part]);
        if (request.has_field(sent)) address.parts[part] = request.field(sent);
    }
    address.parts[2] = as_typed_in_latin(address.parts[2]);
    return procedures::answer_from(address);
}

std::string typed_answer(http::Request const& request, procedures::FormField const& field,
                         std::string const& code) {
    using procedures::FieldKind;
    auto const value = request.field("answer-" + code);
    if (field.kind == FieldKind::address) return typed_address(request, "answer-" + code);
    bool const figures = field.kind == FieldKind::number || field.kind == FieldKind::phone ||
                         field.kind == FieldKind::date;
    return figures ? as_typed_in_latin(value) : std::string(value);
}

// The rows as they were sent; a pressed "add:heirs" adds an empty one, "remove:heirs.1" takes one.
void typed_rows(http::Request const& request, procedures::FormField const& group,
                FieldValues& typed) {
    auto const pressed = request.field("then");
    auto const shown = static_cast<int>(std::clamp<std::int64_t>(
        request.field_number("answer-" + group.code).value_or(0), 0, procedures::rows_most(group)));
    auto const place = typed.size();
    int rows = 0;
    for (int row = 0; row < shown; ++row) {
        if (pressed == "remove:" + group.code + "." + std::to_string(row)) continue;
        for (auto const& inner : group.fields)
            typed.emplace_back(
                procedures::row_code(group, rows, inner),
                typed_answer(request, inner, procedures::row_code(group, row, inner)));
        ++rows;
    }
    if (pressed == "add:" + group.code && rows < procedures::rows_most(group)) ++rows;
    typed.insert(typed.begin() + static_cast<std::ptrdiff_t>(place),
                 {group.code, rows == 0 ? std::string() : std::to_string(rows)});
}

FieldValues typed_answers(http::Request const& request, Question const& question,
                          FieldValues const& before) {
    FieldValues typed;
    for (auto const* const field : question.fields) {
        if (!procedures::all_hold(field->only_if, before)) continue;  // was not shown
        if (field->kind == procedures::FieldKind::file) continue;     // comes as a file
        if (field->kind == procedures::FieldKind::group)
            typed_rows(request, *field, typed);
        else
            typed.emplace_back(field->code, typed_answer(request, *field, field->code));
    }
    return typed;
}

// What a page was sent with: the answers of before, and those of now.
struct Answers {
    FieldValues before, typed, now;
};

// Of this page alone, and of what it showed; who saves for later may leave gaps.
html::Faults faults_on_page(Pages const& pages, Open const& open, Question const& question,
                            Answers const& answers, bool gaps) {
    html::Faults faults;
    for (auto const& fault : pages.desk.faults(*open.sheet, answers.now)) {
        bool const shown =
            std::any_of(question.fields.begin(), question.fields.end(), [&](auto const* field) {
                return (fault.field == field->code || fault.field.starts_with(field->code + ".")) &&
                       procedures::all_hold(field->only_if, answers.before);
            });
        if (!shown) continue;
        auto const value = answer_to(answers.now, fault.field);
        if (gaps && value.find_first_not_of(" \t\r\n") == std::string_view::npos) continue;
        auto const part = fault.part.empty() ? std::string() : "." + std::string(fault.part);
        faults.add("answer-" + fault.field + part, fault.what);
    }
    return faults;
}

// An answer that calls for another question of the same page shows it, and goes no further.
bool calls_for_more(Question const& question, Answers const& answers) {
    return std::any_of(question.fields.begin(), question.fields.end(), [&](auto const* field) {
        return !procedures::all_hold(field->only_if, answers.before) &&
               procedures::all_hold(field->only_if, answers.now);
    });
}

Shown after_question(Acted const& acted, Open const& open, std::size_t number,
                     Answers const& answers) {
    auto const then = acted.request.field("then");
    auto const all = questions(*open.sheet);
    auto const here = views::draft_url(open.dossier.id, number);
    bool const to_check = acted.request.field("to") == "check";
    if (then == "later") return go(acted, html::with(html::to("/dossiers"), "saved", "1"));
    bool const stays = then.find(':') != std::string_view::npos || then == "stay" ||
                       acted.request.has_field("remove");
    if (stays || calls_for_more(all[number], answers))
        return go(acted, to_check ? html::with(here, "to", "check") : here);
    if (to_check) return go(acted, check_url(open.dossier.id));
    auto const next = next_asked(all, number + 1, answers.now);
    return go(acted, next < all.size() ? views::draft_url(open.dossier.id, next)
                                       : documents_url(open.dossier.id));
}

// Each file by itself: one that is refused does not lose the others. Gives the draft as it is now.
Result<Dossier> change_documents(Pages const& pages, Acted const& acted, DossierId id,
                                 html::Faults& faults) {
    auto received = receive(pages, acted, document_prefix);
    for (auto const& [field, what] : received.faults.all()) faults.add(field, what);
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

Shown save_question(Pages const& pages, Acted const& acted) {
    auto open = TRY(open_draft(pages, acted));
    auto const number = TRY(place_of_question(acted, open));
    auto const question = questions(*open.sheet)[number];
    // Files first: whatever is wrong with the answers, a file that came is kept.
    html::Faults of_files;
    open.dossier = TRY(change_documents(pages, acted, open.dossier.id, of_files));
    Answers answers;
    answers.before = procedures::in_force(*open.sheet, open.dossier.values);
    answers.typed = typed_answers(acted.request, question, answers.before);
    auto const all = with_answers(*open.sheet, open.dossier.values, answers.typed);
    answers.now = procedures::in_force(*open.sheet, all);
    auto const then = acted.request.field("then");
    bool const gaps = then == "later" || then == "stay" || acted.request.has_field("remove") ||
                      then.find(':') != std::string_view::npos;
    auto faults = faults_on_page(pages, open, question, answers, gaps);
    for (auto const& [field, what] : of_files.all()) faults.add(field, what);
    // A button of a group is no reason to complain: what was typed is kept, right or wrong.
    if (faults.any() && then.find(':') == std::string_view::npos)
        return question_page(acted, open, number,
                             with_answers(*open.sheet, answers.before, answers.typed), faults);
    TRY(acted.write([&](db::Writer& writer) {
        return pages.desk.save_values(writer, acted.visitor, open.dossier.id, answers.typed,
                                      acted.now);
    }));
    return after_question(acted, open, number, answers);
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

Shown show_draft_document(Pages const& pages, Asked const& asked) {
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

// Back from the receipt: what was checked there is filed.
Shown show_check(Pages const& pages, Asked const& asked) {
    auto const number = pages.desk.number_of_filed(asked.db, asked.visitor, draft_id(asked));
    if (!number.empty()) return go(asked, html::to("/dossiers/", number, "/receipt"));
    return check_page(pages, asked, {});
}

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
    html::Faults faults;
    if (filed.refusal().field == "revision")
        faults.add("", filed.refusal().what);
    else if (filed.refusal().why != Refused::invalid)
        return filed.refusal();
    return check_page(pages, acted, faults);
}

// --- The sheet was revised meanwhile.

Shown renew_draft(Pages const& pages, Acted const& acted) {
    TRY(acted.write([&](db::Writer& writer) {
        return pages.desk.renew(writer, acted.visitor, draft_id(acted), acted.now);
    }));
    return go(acted, html::to("/dossiers/drafts/", draft_id(acted)));
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
                          {.body_max = upload_bytes_max}),
        http::get<Pages>("/dossiers/drafts/:draft/documents", Allow::citizen, show_documents),
        http::post<Pages>("/dossiers/drafts/:draft/documents", Allow::citizen, save_documents,
                          {.body_max = upload_bytes_max}),
        http::get<Pages>("/dossiers/drafts/:draft/documents/:document", Allow::citizen,
                         show_draft_document),
        http::get<Pages>("/dossiers/drafts/:draft/check", Allow::citizen, show_check),
        http::post<Pages>("/dossiers/drafts/:draft/check", Allow::citizen, file_draft,
                          {.rate = http::Rate::filing}),
        http::post<Pages>("/dossiers/drafts/:draft/renew", Allow::citizen, renew_draft),
        http::get<Pages>("/dossiers/drafts/:draft/drop", Allow::citizen, show_drop),
        http::post<Pages>("/dossiers/drafts/:draft/drop", Allow::citizen, drop_draft),
    };
    return routes;
}

}  // namespace wasl::dossiers
