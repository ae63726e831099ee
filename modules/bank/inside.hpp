// SPDX-License-Identifier: Apache-2.0
// What the use-cases of the desk share: opening an entry for an act, recording what was done,
// telling those concerned.
#pragma once

#include "modules/bank/bank.hpp"
#include "modules/bank/lifecycle.hpp"
#include "modules/bank/messages.hpp"
#include "modules/bank/store.hpp"
#include "modules/directory/directory.hpp"
#include "modules/notices/notices.hpp"
#include "modules/people/people.hpp"
#include "modules/procedures/procedures.hpp"

namespace wasl::bank {

using House = Desk::House;

// Of a length that can be read, without hidden signs, not blank where it is required.
struct Wanted {
    std::string_view field;
    std::size_t signs_max = text_max;
    bool required = true;
};
Outcome readable(std::string_view text, Wanted const&);
// A person's entry; what is imported may know less.
Outcome fits(Content const&, House const&);
// What is told is known and can be read; nothing but a title must be told.
Outcome fits_as_far_as_told(Content const&, House const&);
Outcome fits_in_length(Content const&);
// In the order in which they are kept, so that the same words are the same.
void settle(Touched&);

// Who looks at an entry.
struct Eyes {
    bool is_author = false, is_reviewer = false;
    bool is_keeper = false;  // reviews what nobody answers for
    bool reads_all() const { return is_author || is_reviewer; }
    Actors actors() const {
        // Nobody reviews the own entry.
        if (is_author) return author;
        if (!is_reviewer) return {0};
        return is_keeper ? reviewer | keeper : reviewer;
    }
};
// But for whether a reviewer keeps it, which only writing asks.
Eyes eyes_of(db::Reader&, Desk const&, http::Visitor const&, Entry const&);
// Neither an author nor a head of the administration that owns it, whose position may be vacant.
bool nobody_answers_for(db::Reader&, House const&, Entry const&, Date today);
bool may_see(Eyes const&, Entry const&);

struct Opened {
    Entry before, after;
    Eyes eyes;
};
// not_found for whoever may not see it, conflict where the page was older than the entry.
Result<Opened> open(db::Writer&, Desk const&, Act const&);

// What was done, as the history keeps it.
struct Deeds {
    std::string_view action, from, to;
    AdoptionId adoption{0};
    PersonId by{0};
    AdministrationId administration{0};
    std::string_view reason{};
    Instant now{};
};
// The line of the history and the entry of the journal.
StepId note(db::Writer&, Entry const&, Deeds const&);
// Opened by its number, where the reader may see it.
struct Found {
    Entry entry;
    Eyes eyes;
};
Result<Found> find(db::Reader&, Desk const&, http::Visitor const&, std::string_view number);
// The row with its new version, the words it had, the history, the journal: one act.
Outcome record(db::Writer&, Desk const&, Entry const& before, Entry& after, Deeds const&);

// Under the first number that is free; false where another with the same key came in between.
bool insert(db::Writer&, Entry&, std::string_view key, Date today);
// Who hears of it, in the transaction of the fact; never whoever did it.
class Teller {
public:
    Teller(db::Writer& writer, House const& house, Entry const& entry, PersonId actor, Instant now)
        : writer_(writer), house_(house), entry_(entry), actor_(actor), now_(now) {}
    void author(Message const& subject, Message const& body, Values values = {}) const;
    void followers(Message const& subject, Message const& body, Values const& values = {}) const;
    void person(PersonId, Message const& subject, Message const& body, Values values = {},
                std::string const& link = {}) const;
    void heads_of(AdministrationId, Message const& subject, Message const& body,
                  Values const& values, std::string const& link) const;

private:
    db::Writer& writer_;
    House const& house_;
    Entry const& entry_;
    PersonId actor_;
    Instant now_;
};

// An adoption opened by somebody of its administration.
struct OpenedFile {
    Adoption before, after;
    Entry entry;
    Actors actors{0};
};
Result<OpenedFile> open(db::Writer&, Desk const&, FileAct const&);
Outcome keep(db::Writer&, Desk const&, OpenedFile&, Instant now);
Actors actors_of(http::Visitor const&, AdministrationId);
// In Arabic, for notices; empty where nobody is known.
std::string name_of(House const&, AdministrationId);

}  // namespace wasl::bank
