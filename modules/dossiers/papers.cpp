// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/papers.hpp"

#include <algorithm>

#include "modules/dossiers/citizen.hpp"
#include "modules/dossiers/sentences.hpp"
#include "platform/i18n/i18n.hpp"
#include "platform/pdf/pdf.hpp"

namespace wasl::dossiers {

namespace {

// Papers are written in the official language.
constexpr auto official = Language::ar;

std::string said(Said const& what) { return pdf::sentence(official, what); }

std::string on(Date day) { return i18n::date(official, day); }

enum class Setting { ample, dense };

pdf::Paper begin_paper(Papers const& papers, Message const& title, std::string_view number,
                       Message const& footer, AdministrationId issuer,
                       Setting setting = Setting::ample) {
    return pdf::Paper(official, {.authority = letterhead(papers.places, issuer),
                                 .title = said(say(title)),
                                 .number = std::string(number),
                                 .qr = std::string(papers.site).append("/verify/").append(number),
                                 .qr_caption = said(say(msg::print_qr)),
                                 .footer = said(say(footer)),
                                 .dense = setting == Setting::dense});
}

void row(pdf::Paper& paper, Message const& label, std::string_view what) {
    if (!what.empty()) paper.row(said(say(label)), what);
}

// Its year comes first in an Arabic line too: marks of direction stand around it.
void number_row(pdf::Paper& paper, Message const& label, std::string const& number) {
    row(paper, label, "\u200E" + number + "\u200E");
}

void reckoned_lines(pdf::Paper& paper, std::vector<Line> const& reckoned) {
    std::vector<std::string> items;
    for (auto const& line : reckoned) {
        auto text = said(line.said);
        if (auto const article = article_said(line.article))
            text = said(say(msg::print_with_article,
                            {wasl::text("line", text), wasl::text("article", said(article))}));
        items.push_back(std::move(text));
    }
    paper.list(items);
}

// All of them in one row: a receipt is one sheet of paper.
std::string legal_bases(procedures::Sheet const& sheet) {
    std::string all;
    for (auto const& basis : sheet.basis) {
        if (!all.empty()) all += "؛ ";
        all += basis.reference.empty() ? basis.text_ar
                                       : said(say(msg::print_basis, {text("place", basis.reference),
                                                                     text("law", basis.text_ar)}));
    }
    return all;
}

void who_and_what(pdf::Paper& paper, Papers const& papers) {
    auto const& dossier = papers.dossier;
    row(paper, msg::filing_applicant, dossier.applicant_name);
    if (dossier.filed_as != FiledAs::self)
        row(paper, msg::print_filed_as, said(say(word_of("filed_as", name_of(dossier.filed_as)))));
    row(paper, msg::filing_procedure, papers.sheet.title.ar);
    row(paper, msg::mine_rests_on, legal_bases(papers.sheet));
    if (auto const* const where = papers.places.administration(dossier.administration))
        row(paper, msg::filing_administration, where->name.ar);
    if (auto const* const unit = papers.places.unit(dossier.unit))
        row(paper, msg::filing_unit, unit->name.ar);
    if (dossier.filed_at) row(paper, msg::mine_filed_at, i18n::moment(official, *dossier.filed_at));
}

// What is to be paid, as the answers of the file make it; all in one row.
void fees(pdf::Paper& paper, Papers const& papers) {
    std::string all;
    for (auto const& one : procedures::due_fees(papers.sheet, papers.dossier.values)) {
        if (!all.empty()) all += "؛ ";
        all +=
            one.fee->name.ar + ": " +
            (one.amount ? i18n::money(official, *one.amount) : said(say(msg::filing_fee_varies)));
    }
    row(paper, msg::filing_fees_title, all);
}

void effect_and_appeal(pdf::Paper& paper, Papers const& papers) {
    auto const& dossier = papers.dossier;
    row(paper, msg::filing_silence,
        said(say(dossier.silence_accepts ? msg::silence_acceptance : msg::silence_appeal)));
    auto const authority = papers.desk.appeal_authority(official, dossier.administration);
    std::string way;
    for (auto const& one : appeal_way(dossier.route, authority))
        way += (way.empty() ? "" : " ") + said(one);
    row(paper, msg::mine_appeal_route, way);
}

// Exhaustive and frozen: nothing else may be asked for afterwards (art. 10).
void missing_paragraphs(pdf::Paper& paper, Papers const& papers) {
    paper.heading(said(say(msg::mine_missing_title)));
    std::vector<std::string> items;
    for (auto const& one : papers.dossier.missing) {
        auto const* const document = papers.sheet.document(one.requirement);
        items.push_back(document ? document->title.ar : one.requirement);
    }
    paper.list(items);
    auto const last = full_term(*papers.dossier.filed_on, completing_days, *papers.dossier.offices);
    paper.paragraph(said(say(msg::filing_partly_last_day, {{"day", last}})));
    reckoned_lines(paper, full_term_in_words(*papers.dossier.filed_on, completing.days,
                                             completing.article, *papers.dossier.offices));
    row(paper, msg::mine_due, said(term_to_come(papers.dossier.term)));
}

void given_paragraphs(pdf::Paper& paper, Papers const& papers) {
    std::vector<std::string> items;
    for (auto const& document : papers.sheet.documents)
        for (auto const& one : papers.dossier.documents)
            if (one.requirement == document.code) {
                items.push_back(document.title.ar);
                break;
            }
    if (items.empty()) return;
    paper.heading(said(say(msg::print_given)));
    paper.list(items);
}

}  // namespace

std::vector<std::string> letterhead(directory::Picture const& places, AdministrationId id) {
    std::vector<std::string> lines;
    auto const* where = places.administration(id);
    bool const collectivity = where && where->kind == directory::Kind::collectivity;
    bool interior = false;
    for (int depth = 0; where && depth < 6; ++depth) {
        lines.push_back(where->name.ar);
        interior = interior || where->slug == "interieur";
        where = where->parent ? places.administration(*where->parent) : nullptr;
    }
    // Territorial collectivities write under the Interior (decree 2.22.141, annexes).
    if (collectivity && !interior) {
        auto const* const province = places.administration(places.superior_for_silence(id));
        if (province && lines.size() == 1) lines.push_back(province->name.ar);
        lines.push_back(said(say(msg::print_interior)));
    }
    lines.push_back(said(say(msg::print_kingdom)));
    std::reverse(lines.begin(), lines.end());
    return lines;
}

bool needs_receipt(Dossier const& dossier, procedures::Sheet const& sheet) {
    return !sheet.immediate || !dossier.missing.empty();
}

std::string receipt_paper(Papers const& papers, std::string_view claim_code) {
    auto const& dossier = papers.dossier;
    auto paper = begin_paper(papers, msg::print_receipt_title, dossier.number,
                             msg::print_receipt_foot, dossier.administration, Setting::dense);
    bool const whole = dossier.missing.empty();
    paper.banner(said(say(whole ? msg::mine_mention_a : msg::mine_mention_b)));
    who_and_what(paper, papers);
    if (whole && dossier.complete_on) {
        // As it stood on the day of filing; what came later is on the page behind the code.
        Course const course{dossier.term, *dossier.complete_on, {}, {}};
        if (auto const due = reckon(course, *dossier.offices).due)
            row(paper, msg::mine_due, on(*due));
        paper.heading(said(say(msg::mine_arithmetic)));
        reckoned_lines(paper, in_words(course, *dossier.offices));
    } else {
        missing_paragraphs(paper, papers);
    }
    given_paragraphs(paper, papers);
    fees(paper, papers);
    effect_and_appeal(paper, papers);
    if (!claim_code.empty())
        paper.note(said(say(msg::print_claim_code, {text("code", claim_code)})));
    return paper.finish();
}

static std::string finish_decision(pdf::Paper& paper, Papers const& papers) {
    paper.space();
    if (auto const* const where = papers.places.administration(papers.dossier.administration))
        row(paper, msg::print_signature, where->head_title.ar);
    return paper.finish();
}

// Of a decision against the applicant, given that day (arts 18 and 21).
static void appeal_paragraphs(pdf::Paper& paper, Papers const& papers, std::string_view authority,
                              Date day) {
    auto const& dossier = papers.dossier;
    paper.heading(said(say(msg::mine_appeal_route)));
    bool const elsewhere = dossier.route == Route::investment_law;
    if (elsewhere) paper.paragraph(authority);
    for (auto const& one : appeal_way(dossier.route, authority)) paper.paragraph(said(one));
    if (!elsewhere)
        row(paper, msg::mine_appeal_until, on(full_term(day, appealing_days, *dossier.offices)));
}

std::string decision_paper(Papers const& papers, Decision const& decision) {
    auto const& dossier = papers.dossier;
    auto paper = begin_paper(
        papers, decision.approved ? msg::print_approval_title : msg::print_refusal_title,
        decision.number, msg::print_decision_foot, dossier.administration);
    if (decision.revoked_at) {
        paper.banner(said(say(msg::mine_revoked)));
        paper.paragraph(decision.revoke_reason);
    }
    who_and_what(paper, papers);
    number_row(paper, msg::mine_receipt_number, dossier.number);
    row(paper, msg::mine_decided_on, on(decision.on));
    if (!decision.text.empty()) {
        paper.heading(said(say(decision.approved ? msg::mine_decision_text : msg::mine_reasons)));
        paper.paragraph(decision.text);
    }
    if (!decision.articles.empty()) {
        paper.heading(said(say(msg::mine_rests_on)));
        paper.list(decision.articles);
    }
    if (!decision.approved)
        appeal_paragraphs(paper, papers, decision.appeal_authority, decision.on);
    return finish_decision(paper, papers);
}

std::string revocation_paper(Papers const& papers, Decision const& decision) {
    auto const& dossier = papers.dossier;
    auto paper = begin_paper(papers, msg::paper_revocation, decision.revoke_number,
                             msg::print_decision_foot, dossier.administration);
    who_and_what(paper, papers);
    number_row(paper, msg::mine_receipt_number, dossier.number);
    number_row(paper, msg::print_revoked_number, decision.number);
    row(paper, msg::mine_decided_on, on(decision.on));
    row(paper, msg::verify_revoked_on, on(*decision.revoked_on()));
    paper.heading(said(say(msg::mine_reasons)));
    paper.paragraph(decision.revoke_reason);
    appeal_paragraphs(paper, papers, decision.revoke_authority, *decision.revoked_on());
    return finish_decision(paper, papers);
}

std::string attestation_paper(Papers const& papers, SilenceClaim const& claim) {
    auto const& dossier = papers.dossier;
    auto paper = begin_paper(papers, msg::paper_attestation, claim.number,
                             msg::print_attestation_foot, claim.superior);
    row(paper, msg::filing_applicant, dossier.applicant_name);
    row(paper, msg::print_attestation_asked, claim.escalated_on ? on(*claim.escalated_on) : "");
    row(paper, msg::filing_procedure, papers.sheet.title.ar);
    auto const* const where = papers.places.administration(dossier.administration);
    if (where) row(paper, msg::print_president, where->head_title.ar);
    if (where) row(paper, msg::print_council, where->name.ar);
    number_row(paper, msg::mine_receipt_number, dossier.number);
    if (dossier.filed_on) row(paper, msg::mine_filed_on, on(*dossier.filed_on));
    row(paper, msg::mine_claimed_on, on(claim.claimed_on));
    row(paper, msg::print_letter, claim.letter);
    if (claim.letter_on) row(paper, msg::print_letter_on, on(*claim.letter_on));
    paper.heading(said(say(msg::print_attestation_basis)));
    paper.list({said(say(msg::print_attestation_law)), said(say(msg::print_attestation_decree)),
                said(say(msg::print_attestation_exhausted))});
    paper.banner(said(say(msg::print_attestation_says)));
    paper.paragraph(said(say(msg::print_attestation_use)));
    paper.note(said(say(msg::print_attestation_fees)));
    if (claim.attested_on) row(paper, msg::print_done_on, on(*claim.attested_on));
    if (auto const* const above = papers.places.administration(claim.superior))
        row(paper, msg::print_signature,
            above->head_title.ar.empty() ? above->name.ar : above->head_title.ar);
    return paper.finish();
}

}  // namespace wasl::dossiers
