// SPDX-License-Identifier: Apache-2.0
// All SQL of this module stands behind these functions.
#pragma once

#include "modules/bank/bank.hpp"
#include "modules/bank/import.hpp"

namespace wasl::bank::store {

// store.cpp: the entry's own row and what it touches.
bool try_insert(db::Writer&, Entry const&, std::string_view key);
bool update(db::Writer&, Entry const&, std::int64_t known_version);
std::optional<Entry> by_number(db::Reader&, std::string_view number);
std::optional<Entry> by_id(db::Reader&, EntryId);
std::optional<Entry> by_key(db::Reader&, std::string_view key);
std::optional<Entry> by_source(db::Reader&, std::string_view source_key);
void set_reminded(db::Writer&, EntryId);

// store_lists.cpp
std::vector<Line> lines(db::Reader&);  // listed and dormant ones, newest first
// What waits for reviewers, longest waiting first.
std::int64_t count_waiting(db::Reader&, QueueAsk const&);
std::vector<Entry> waiting(db::Reader&, QueueAsk const&, std::int64_t most, std::int64_t skipped);
std::vector<Entry> written_by(db::Reader&, PersonId);
std::vector<Entry> followed_by(db::Reader&, PersonId);
std::vector<Entry> merged_into(db::Reader&, EntryId);
std::vector<EntryId> not_confirmed_since(db::Reader&, Date, bool not_reminded);
Picture::Versions versions(db::Reader&);
void bump(db::Writer&, std::string_view name);

// store_steps.cpp: history, followers, relations, merges, reviewers.
void append(db::Writer&, StepLine const&);
std::vector<StepLine> steps(db::Reader&, EntryId);
std::vector<StepLine> steps_by(db::Reader&, PersonId);
bool was_revised(db::Reader&, EntryId);
void follow(db::Writer&, EntryId, PersonId, Instant);
void stop_following(db::Writer&, EntryId, PersonId);
bool follows(db::Reader&, EntryId, PersonId);
std::vector<PersonId> followers(db::Reader&, EntryId);
void keep_relation(db::Writer&, EntryId, Related const&, Instant);
std::vector<Related> relations(db::Reader&, EntryId);
void insert(db::Writer&, Merge const&);
std::optional<Merge> open_merge(db::Reader&, EntryId);
void answer(db::Writer&, MergeId, std::string_view answer, Instant);
std::vector<AdministrationId> reviewing(db::Reader&);
void set_reviewing(db::Writer&, AdministrationId, PersonId by, Instant);
void end_reviewing(db::Writer&, AdministrationId);
void forget(db::Writer&, PersonId);

// store_adoptions.cpp
bool try_insert(db::Writer&, Adoption const&);
bool update(db::Writer&, Adoption const&, std::int64_t known_version);
std::optional<Adoption> adoption(db::Reader&, AdoptionId);
std::vector<Adoption> adoptions(db::Reader&, EntryId);
std::vector<Adoption> adoptions_of(db::Reader&, AdministrationId);
std::vector<Adoption> unanswered_since(db::Reader&, Instant);
void set_reminded(db::Writer&, AdoptionId);

// store_files.cpp: what hangs on an adoption.
void insert(db::Writer&, Task const&);
void update(db::Writer&, Task const&);
std::vector<Task> tasks(db::Reader&, AdoptionId);
void insert(db::Writer&, Experience const&);
std::vector<Experience> experiences(db::Reader&, AdoptionId);
void insert(db::Writer&, Effect const&);
void supersede(db::Writer&, EffectId);
std::vector<Effect> effects(db::Reader&, AdoptionId);

// store_imports.cpp
void insert(db::Writer&, Waiting const&, PersonId);
std::optional<Waiting> import_of(db::Reader&, ImportId, PersonId);
std::vector<Waiting> imports_of(db::Reader&, PersonId);  // without their content
void set_taken(db::Writer&, ImportId, Instant);
void drop_import(db::Writer&, ImportId, PersonId);

// store_wordings.cpp: what entries said before; those that everybody could read, or all
void keep_wording(db::Writer&, StepId ended_by, Entry const&);
std::int64_t former_wordings(db::Reader&, EntryId, bool only_public);
std::vector<StepLine> rewordings(db::Reader&, EntryId, bool only_public);  // newest first
std::vector<Wording> two_wordings(db::Reader&, EntryId, bool only_public, StepId first);
std::vector<Wording> wordings(db::Reader&, EntryId);  // all, oldest first
void strike_wording(db::Writer&, StepId ended_by, StepId struck);

// store_near.cpp: authors and owners of what that person wrote or answers for
std::vector<PersonId> coauthors(db::Reader&, PersonId);

}  // namespace wasl::bank::store
