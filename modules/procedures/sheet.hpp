// SPDX-License-Identifier: Apache-2.0
// The sheet of one administrative decision: what law 55.19 art. 6 makes the administration say
// about it before it may ask anybody for anything (art. 3).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/date.hpp"
#include "kernel/id.hpp"
#include "kernel/money.hpp"
#include "modules/directory/directory.hpp"
#include "modules/procedures/condition.hpp"
#include "modules/procedures/formula.hpp"
#include "modules/procedures/names.hpp"

namespace wasl::procedures {

using directory::Names;
using SheetId = Id<struct SheetTag>;
using RevisionId = Id<struct RevisionTag>;

enum class Silence : std::uint8_t { none, acceptance };       // art. 19: only on a listed act
enum class Supplier : std::uint8_t { user, administration };  // art. 6-3, 23
enum class Channel : std::uint8_t { online, counter, post };  // how a file may be handed in
enum class FieldKind : std::uint8_t {
    text,
    long_text,
    number,
    date,
    choice,
    email,
    phone,
    address,
    yes_no,
    file,  // a document of the sheet, handed in on this page
    group  // the same questions as often as there are owners, heirs, vehicles ...
};

// A text and the place in it. An article is asked of every basis; where nobody has checked it yet
// the basis says so, and the page says that the administration will confirm it.
struct LegalBasis {
    std::string text_ar, text_fr;  // "القانون رقم 12.90 المتعلق بالتعمير", "loi n° 12.90 ..."
    std::string reference;         // "المادة 43"
    std::string reference_fr;      // "article 43"
    bool to_be_confirmed = false;

    friend bool operator==(LegalBasis const&, LegalBasis const&) = default;
};

// What a person must be or have; documents prove it.
struct Requirement {
    std::string code;
    Names title, note;
    std::vector<LegalBasis> basis;
    std::vector<Condition> only_if;  // empty: of everybody
};

struct Document {
    std::string code;           // stable within the sheet: "plans"
    std::string evidence_type;  // of the registry of holders; empty: of no known type
    std::string requirement;    // code of the requirement that it proves; may be empty
    Names title;
    Supplier supplier = Supplier::user;
    std::vector<LegalBasis> basis;  // art. 3: without one it cannot be asked
    bool required = true;
    std::vector<Condition> only_if;  // asked of those alone; empty: of everybody
    int valid_days = 0;              // not older than this when handed in; 0: no matter how old
    Names note;                      // when it is asked, how it should be
    bool to_be_confirmed = false;
    std::string held_by;                 // who issues it, where the administration fetches it
    bool declaration_on_honour = false;  // art. 8: the user may declare instead
    // What art. 7 forbids. They can be written down, so that an honest inventory of what is asked
    // today is possible; a sheet that has one is not published.
    int copies = 1;
    bool legalised_signature = false;
    bool certified_copy = false;
    bool publicly_available = false;
};

// What a person must tell beside the documents. The form asks this and nothing else (art. 3, 4-6):
// a question bears the code of the information, or of the document, that it asks for.
struct Information {
    std::string code;
    Names title;
    std::vector<LegalBasis> basis;  // may be empty: art. 3 asks it of documents
};

struct FormField {
    std::string code;  // no other question of the form has it, within groups neither
    FieldKind kind = FieldKind::text;
    Names label, hint;
    bool required = true;
    std::vector<Names> choices;  // of a choice; the answer is kept as the Arabic text
    std::string page;            // fields of one page are asked together; empty: a page of its own
    std::vector<Condition> only_if;
    std::vector<FormField> fields;  // of a group; no group within a group
    int rows_max = 0;               // of a group; 0: ten
};

// One thing to be done, in order, as whoever walks through it lives it. Minutes and days are what
// the administration declares, 0 where it declares nothing.
struct Step {
    std::string code;
    Names title;
    Names unit;  // where: the unit or desk
    int line_minutes = 0, counter_minutes = 0;
    int days_to_next = 0;
    bool visit = true;  // somebody must come
    std::vector<Condition> only_if;
};

struct Fee {
    std::string code;
    Names name;
    std::optional<Money> amount;     // none: computed, or fixed locally as the note says
    std::optional<Formula> formula;  // where it is computed
    std::vector<Condition> only_if;
    LegalBasis basis;
    Names note;
    bool to_be_confirmed = false;
};

// Who looked at the sheet before it was published (art. 9): the national commission for State and
// establishments, the Interior for territorial collectivities.
enum class ApprovedBy : std::uint8_t { nobody, commission, interior };
struct Approval {
    ApprovedBy by = ApprovedBy::nobody;
    std::string reference;  // number of the minutes or of the letter
    std::optional<Date> on;
};

// That the owner still stands by the sheet. Good for a year from that day; whether it has run out
// follows from the day alone.
struct Certification {
    PersonId by{0};  // 0: came with the program
    std::optional<Date> on;
};

struct Sheet {
    SheetId id{0};
    RevisionId revision{0};
    int version = 0;   // 1, 2, 3 ... counts the published revisions
    std::string code;  // "building-permit": stable, stands in addresses
    SheetState state = SheetState::inventoried;
    AdministrationId owner{0};
    AdministrationId administration{0};  // where it is offered; 0 where no place was asked for
    std::vector<UnitId> units;           // that receive and study it there
    Approval approval;
    Certification certification;
    std::string model;  // code of the sheet from which this one was cloned; may be empty

    Names title, summary, output;
    Names handling;                 // who receives, studies and delivers (art. 6-2)
    std::vector<LegalBasis> basis;  // art. 6-1
    std::vector<Requirement> requirements;
    std::vector<Document> documents;
    std::vector<Information> information;
    std::vector<Fee> fees;  // empty: free of charge
    std::vector<Step> steps;
    std::vector<FormField> form;

    int term_days = 0;  // art. 16; counted in full days from the complete file (art. 31)
    Names term_note;    // the text that sets the term, or what is still to be confirmed about it
    int cap_days = 60;  // 60, or 30 for an act of the investment list
    bool investment = false;
    std::string investment_list_item;
    Silence silence = Silence::none;
    std::string silence_list_item;  // code of the inventoried decision: "2.22.141-1"
    bool extension = false;         // art. 17: once, for expertise or public inquiry, listed acts
    std::string extension_list_item;
    int extension_days = 0;
    Names extension_conditions;  // the cases of expertise or public inquiry (art. 6-7)
    Names appeal;                // who decides, on top of the article that every page states

    std::vector<Channel> channels;
    Names contact;
    std::vector<std::string> themes, life_events, audience;  // codes of subjects.hpp
    std::string keywords;    // other words people use for it, in any script; only searched
    bool immediate = false;  // on the spot, no receipt (art. 10, last paragraph)
    bool online = false;
    int retention_years = 10;
    std::vector<std::string> to_be_confirmed;  // parts of the sheet: "term", "fees", "form" ...

    bool free_of_charge() const { return fees.empty(); }
    bool confirmed(std::string_view part) const;  // not among to_be_confirmed
    Document const* document(std::string_view document_code) const;
    FormField const* field(std::string_view field_code) const;  // within groups too
};

// One line of the lists annexed to decrees 2.22.387, 2.22.141, 2.22.386 and 2.22.385: a fact that
// exists whether or not anybody has written its sheet.
struct InventoriedDecision {
    std::string code;  // "2.22.387-12": decree and line; the first, where lists repeat an act
    std::string name;  // Arabic, as the annex names the act
    std::string administration;
    int term_days = 0;  // 0: the annex gives none
    int cap_days = 60;
    bool silence = false, extension = false, investment = false;
    std::string sources;  // "2.22.387-12 2.22.386-40"
    // Not of the decree: our translation and our classification (decision_subjects.tsv).
    std::string name_fr;
    std::vector<std::string> themes, life_events, audience;
};

std::string_view name_of(Silence);
std::string_view name_of(Supplier);
std::string_view name_of(Channel);
std::string_view name_of(FieldKind);
std::string_view name_of(ApprovedBy);
std::string_view name_of(Comparison);
std::string_view name_of(Tariff);
// The value of that name, or nothing.
template<typename Enum>
std::optional<Enum> named(std::string_view);

}  // namespace wasl::procedures
