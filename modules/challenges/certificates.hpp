// SPDX-License-Identifier: Apache-2.0
// What an organiser certifies once prizes are given: who took part, won, coached, judged.
#pragma once

#include "modules/challenges/challenges.hpp"

namespace wasl::challenges {

using CertificateId = Id<struct CertificateTag>;

enum class Certified : std::uint8_t { participation, award, mentor, juror };
inline constexpr std::size_t certified_count = 4;
std::string_view name_of(Certified);
std::optional<Certified> certified_named(std::string_view);

// As many sheets as one file holds.
inline constexpr std::size_t certificates_at_once = 300;

// What is said of somebody.
struct Merit {
    Certified kind = Certified::participation;
    PersonId holder{0};
    TeamId team{0};
    std::string team_name{}, project{};
    int place = 0;
    std::string prize{};
    std::int64_t minutes = 0;
    bool presides = false;
    friend bool operator==(Merit const&, Merit const&) = default;
};

// What happened in an edition, as far as it is certified.
struct Deserved {
    struct Member {
        TeamId team{0};
        PersonId person{0};
    };
    struct Judge {
        PersonId person{0};
        bool presides = false;
    };
    std::vector<Exhibit> projects;  // that were sent
    std::vector<Prize> prizes;
    std::vector<Member> members;
    std::vector<PersonId> mentors;
    std::vector<Attendance> coached;
    std::vector<Judge> judges;  // who saved a ballot, or presided
};
// Pure. Whoever was in a team that sent nothing has not taken part to the end; a mentor without an
// hour that was held has not coached.
std::vector<Merit> merits(Deserved const&);

struct Certificate {
    CertificateId id{0};
    std::string number;
    EditionId edition{0};
    Merit merit;
    std::string name;  // empty once it was erased
    PersonId by{0};
    Instant at{};
    std::optional<Instant> withdrawn{};
};

// From the day of the awards on; of an edition without one, once the last of its projects,
// shortlists and ballots is in. Never of a record.
Outcome may_certify(Edition const&, Instant now);

class Certificates {
public:
    explicit Certificates(Desk const& desk) : desk_(desk) {}

    struct Issued {
        int fresh = 0, withdrawn = 0;
    };
    // By the organiser, as often as something changed: what is no longer so is withdrawn, what is
    // new is issued, the rest stays.
    Result<Issued> issue(db::Writer&, Act const&) const;

    // Those that hold, by kind and name; for the organiser.
    std::vector<Certificate> of_edition(db::Reader&, EditionId) const;
    std::vector<Certificate> of_person(db::Reader&, PersonId) const;
    // For its holder and the organiser; not_found for others.
    struct Opened {
        Certificate certificate;
        Edition edition;
    };
    Result<Opened> open(db::Reader&, http::Visitor const&, std::string_view number) const;

    // For everybody who has the number.
    struct Verified {
        Certificate certificate;
        Edition edition;
        bool authentic = false;  // the journal holds where it was written
        std::string hash;
    };
    std::optional<Verified> verify(db::Reader&, std::string_view typed) const;

private:
    Desk const& desk_;
};

// One sheet each, in the official language; `authority`: the organiser's letterhead.
struct CertificatePapers {
    Edition const& edition;
    directory::Picture const& places;
    std::vector<std::string> authority;
    std::string_view site;
};
std::string certificate_papers(CertificatePapers const&, std::span<Certificate const>);

}  // namespace wasl::challenges
