// SPDX-License-Identifier: Apache-2.0
// All SQL of the registry.
#pragma once

#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {
struct Vocabulary;
}

namespace wasl::procedures::store {

// What the catalogue is made of.
std::int64_t picture_version(db::Reader&);
void touch_picture(db::Writer&);
std::vector<Entry> entries(db::Reader&);  // published and suspended, by code, with their offers
std::vector<InventoriedDecision> decisions(db::Reader&);
void keep_decision(db::Writer&, InventoriedDecision const&);

// A sheet's row; the content of `draft.sheet` is read from JSON.
std::optional<Draft> draft(db::Reader&, SheetId);
std::optional<SheetId> sheet_of_code(db::Reader&, std::string_view code);
std::vector<SheetLine> lines(db::Reader&, AdministrationId owner);
std::vector<RevisionLine> revisions(db::Reader&, SheetId);
// The content of a revision with its version, approval and sheet; state and owner are today's.
struct StoredSheet {
    Sheet sheet;
    std::size_t size;  // of its JSON, in bytes
};
std::optional<StoredSheet> revision(db::Reader&, RevisionId);
// What entries() reads instead of the sheet; insert_revision() keeps one.
void keep_card(db::Writer&, Sheet const&, RevisionId);
std::vector<RevisionId> without_card(db::Reader&);  // published, some of them

bool insert_sheet(db::Writer&, Sheet const&, Instant now);  // false: the code is taken
// False where `edition` is not the current one any more.
bool update_draft(db::Writer&, SheetId, int edition, Sheet const& content, Instant now);
bool keep_model(db::Writer&, SheetId, std::string_view code);  // from which it was cloned
RevisionId insert_revision(db::Writer&, Sheet const&, int version, PersonId by, Instant now);
void mark_published(db::Writer&, SheetId, RevisionId, int version, Instant now);

std::vector<Offer> offers(db::Reader&, SheetId);
void keep_offer(db::Writer&, SheetId, Offer const&);
bool drop_offer(db::Writer&, SheetId, AdministrationId);

Vocabulary added_vocabulary(db::Reader&);
// False where `edition` is not the current one any more.
bool keep_vocabulary(db::Writer&, std::string_view words, int edition, Instant now);

}  // namespace wasl::procedures::store
