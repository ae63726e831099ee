// SPDX-License-Identifier: Apache-2.0
// Who is told what, in the transaction of the fact.
#pragma once

#include "modules/dossiers/inside.hpp"

namespace wasl::dossiers {

struct News {
    Message const& subject;
    Message const& body;
    Values values = {};
};

class Teller {
public:
    Teller(db::Writer& writer, House const& house, Dossier const& dossier, Instant now)
        : writer_(writer), house_(house), dossier_(dossier), now_(now) {}

    // The applicant, and whoever filed for him under a mandate.
    void citizen(News const&) const;
    // The officer who has it; before anybody has, nobody: the queue shows it.
    void officer(News const&) const;
    void officers_of(UnitId, News const&) const;
    void heads_of(AdministrationId, News const&) const;

private:
    void post(PersonId, News const&, std::string_view link) const;

    db::Writer& writer_;
    House const& house_;
    Dossier const& dossier_;
    Instant now_;
};

// The title of the sheet in the language of that person.
std::string title_for(db::Reader&, House const&, PersonId, procedures::RevisionId);

}  // namespace wasl::dossiers
