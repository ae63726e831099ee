// SPDX-License-Identifier: Apache-2.0
// Certificates are issued by the organiser and found again by their number.
#include <algorithm>
#include <random>

#include "kernel/receipt.hpp"
#include "kernel/text/signs.hpp"
#include "modules/challenges/inside.hpp"
#include "modules/challenges/store_certificates.hpp"
#include "modules/challenges/store_coaching.hpp"
#include "modules/challenges/store_jury.hpp"
#include "platform/clock/clock.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::challenges {

namespace {

constexpr std::string_view issued = "challenges.certificate_issued";

Deserved deserved(Desk const& desk, db::Reader& reader, Edition const& edition) {
    Deserved all;
    auto const call = store::call_of(reader, edition);
    all.projects = desk.projects(reader, edition.id);
    all.prizes = call.prizes;
    for (auto const& seat : store::seats(reader, edition.id))
        all.members.push_back({seat.team, seat.profile.person});
    for (auto const& mentor : store::mentors(reader, edition.id))
        all.mentors.push_back(mentor.person);
    all.coached = store::coached(reader, edition.id);
    auto const ballots = store::ballots(reader, edition.id);
    for (auto const& juror : store::jurors(reader, edition.id)) {
        bool const voted = std::any_of(ballots.begin(), ballots.end(), [&](KeptBallot const& one) {
            return one.person == juror.person;
        });
        if (juror.sits() && (voted || (juror.is_chair && !ballots.empty())))
            all.judges.push_back({juror.person, juror.is_chair});
    }
    return all;
}

// Whoever has the number is shown a name: it is drawn so that nobody guesses the next one.
std::string draw_number(Date today) {
    thread_local std::random_device dice;
    auto const high = static_cast<std::uint64_t>(dice()) << 32;
    return receipt_number(static_cast<int>(std::chrono::year_month_day{today}.year()),
                          high | dice());
}

void write_down(db::Writer& writer, Edition const& edition, Certificate const& one,
                std::string_view kind, PersonId by, Instant now) {
    journal::append(writer,
                    {.chain = edition.organiser.value(),
                     .kind = kind,
                     .subject = one.number,
                     .actor = by.value(),
                     .facts = std::string(R"({"about":")")
                                  .append(edition.code)
                                  .append(R"(","kind":")")
                                  .append(name_of(one.merit.kind))
                                  .append("\"}")},
                    now);
}

void give(House const& house, db::Writer& writer, Act const& act, Edition const& edition,
          Certificate one) {
    constexpr int numbers_drawn_max = 20;
    one.id = db::fresh<CertificateId>();
    bool kept = false;
    for (int n = 0; n < numbers_drawn_max && !kept; ++n) {
        one.number = draw_number(clock::day_in_morocco(act.now));
        kept = store::try_insert(writer, one);
    }
    check(kept, "some number of a year is still free");
    write_down(writer, edition, one, issued, act.by.person, act.now);
    notify(house, writer, edition, act.by.person,
           {one.merit.holder,
            msg::notice_certificate_subject,
            msg::notice_certificate_body,
            "/account/challenges",
            {word("kind", *msg::find("certified." + std::string(name_of(one.merit.kind))))}},
           act.now);
}

}  // namespace

Outcome may_certify(Edition const& edition, Instant now) {
    if (edition.is_record()) return Refusal{Refused::conflict, say(msg::refused_record)};
    if (edition.state == State::closed) return Done{};
    std::optional<Instant> from;
    if (auto const& award = edition.span(Phase::award)) {
        from = award->opens_at;
    } else {
        for (auto const phase : {Phase::submission, Phase::shortlisting, Phase::jury})
            if (auto const& span = edition.span(phase))
                from = std::max(from.value_or(span->closes_at), span->closes_at);
    }
    if (!from || edition.state == State::draft)
        return Refusal{Refused::conflict, say(msg::refused_certify)};
    if (now < *from)
        return Refusal{Refused::conflict, say(msg::refused_certify_from, {{"moment", *from}})};
    return Done{};
}

Result<Certificates::Issued> Certificates::issue(db::Writer& writer, Act const& act) const {
    auto const edition = TRY(challenges::open(writer, act.by, act.edition));
    if (!organises(act.by, edition))
        return Refusal{Refused::forbidden, say(msg::refused_organiser)};
    TRY(may_certify(edition, act.now));
    auto const due = merits(deserved(desk_, writer, edition));
    auto const there = store::certificates(writer, edition.id);
    Issued done;
    for (auto const& one : there) {
        if (std::find(due.begin(), due.end(), one.merit) != due.end()) continue;
        store::withdraw(writer, one.id, act.now);
        write_down(writer, edition, one, "challenges.certificate_withdrawn", act.by.person,
                   act.now);
        ++done.withdrawn;
    }
    auto const& house = desk_.house();
    for (auto const& merit : due) {
        bool const has = std::any_of(there.begin(), there.end(),
                                     [&](Certificate const& one) { return one.merit == merit; });
        Certificate one{.edition = edition.id,
                        .merit = merit,
                        .name = house.people.name_of(writer, merit.holder),
                        .by = act.by.person,
                        .at = act.now};
        if (has || lexis::is_blank(one.name)) continue;  // nobody is called by no name
        give(house, writer, act, edition, std::move(one));
        ++done.fresh;
    }
    return done;
}

std::vector<Certificate> Certificates::of_edition(db::Reader& reader, EditionId edition) const {
    return store::certificates(reader, edition);
}
std::vector<Certificate> Certificates::of_person(db::Reader& reader, PersonId person) const {
    return store::certificates_of(reader, person);
}

Result<Certificates::Opened> Certificates::open(db::Reader& reader, http::Visitor const& visitor,
                                                std::string_view number) const {
    Refusal const hidden{Refused::not_found, say(msg::refused_no_certificate)};
    auto found = store::certificate(reader, number);
    if (!found || found->withdrawn || found->name.empty()) return hidden;
    auto edition = store::edition(reader, found->edition);
    bool const is_own = visitor.signed_in() && found->merit.holder == visitor.person;
    if (!edition || (!is_own && !organises(visitor, *edition))) return hidden;
    return Opened{std::move(*found), std::move(*edition)};
}

std::optional<Certificates::Verified> Certificates::verify(db::Reader& reader,
                                                           std::string_view typed) const {
    auto const number = parse_receipt(typed);
    if (!number) return std::nullopt;
    auto found = store::certificate(reader, *number);
    if (!found) return std::nullopt;
    auto edition = store::edition(reader, found->edition);
    if (!edition) return std::nullopt;
    Verified verified{.certificate = std::move(*found), .edition = std::move(*edition), .hash = {}};
    for (auto const& entry : journal::entries_about(reader, *number)) {
        if (entry.kind != issued) continue;
        verified.authentic = journal::entry_holds(reader, entry);
        verified.hash = entry.hash;
    }
    return verified;
}

}  // namespace wasl::challenges
