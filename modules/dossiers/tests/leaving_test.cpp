// SPDX-License-Identifier: Apache-2.0
// When a person leaves (law 09-08) and when a unit is closed: what happens to their dossiers.
#include "modules/dossiers/tests/dossiers_for_tests.hpp"

namespace wasl::dossiers {
namespace {

class Leaving : public DossierTest {
protected:
    DossierId draft() {
        return write([&](db::Writer& w) {
                   return desk.open_draft(
                       w, citizen, {.procedure = "building-permit", .administration = commune},
                       clock.now());
               })
            .value();
    }
    // The keys of the reasons for which something stays.
    std::vector<std::string> leave(PersonId who) {
        auto const stays = write([&](db::Writer& w) -> Result<std::vector<Said>> {
            return desk.contributor().erases(w, who, clock.now());
        });
        std::vector<std::string> keys;
        for (auto const& one : stays.value()) keys.emplace_back(one.message->key);
        return keys;
    }
    std::string exported(PersonId who) {
        return read([&](db::Reader& r) { return desk.contributor().exports(r, who); });
    }
    void set_closed(UnitId which, bool closed) {
        auto const done = write([&](db::Writer& w) {
            return closed ? places.close_unit(w, which, PersonId{1}, clock.now())
                          : places.reopen_unit(w, which, PersonId{1}, clock.now());
        });
        EXPECT_EQ(told_of(done), "yes");
        EXPECT_EQ(places.picture()->unit(which)->closed, closed);
    }
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Leaving, tests::both_engines(), tests::engine_name);

TEST_P(Leaving, takes_drafts_at_once_and_what_was_decided_when_its_period_has_ended) {
    auto const left = draft();
    auto const open = file(citizen, filing("building-permit"));
    auto const decided = file(citizen, filing("building-permit"));
    auto const other = file(somebody("جار"), filing("building-permit"));
    write([&](db::Writer& w) -> Outcome {
        TRY(desk.take_up(w, act(officer, decided.number)));
        return Done{};
    }).value();
    ASSERT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.approve(w, act(officer, decided.number), "يرخص");
              })),
              "yes");
    EXPECT_NE(exported(citizen.person).find(open.number), std::string::npos);
    EXPECT_EQ(exported(citizen.person).find(other.number), std::string::npos);

    EXPECT_EQ(leave(citizen.person), (std::vector<std::string>{"dossiers.retention.undecided",
                                                               "dossiers.retention.period"}));
    EXPECT_TRUE(read([&](db::Reader& r) { return desk.draft(r, citizen, left); }).refused());
    EXPECT_EQ(seen(officer, open.number).number, open.number) << "the office owes an answer";
    EXPECT_EQ(seen(officer, decided.number).state, State::approved);
    expect_consistent();

    auto const until = seen(officer, decided.number).retention_until;
    ASSERT_TRUE(until);
    go_to(*until + Days{1});
    EXPECT_EQ(leave(citizen.person), std::vector<std::string>{"dossiers.retention.undecided"});
    EXPECT_EQ(exported(citizen.person).find(decided.number), std::string::npos);
    EXPECT_NE(exported(citizen.person).find(open.number), std::string::npos)
        << "an undecided dossier never expires";
}

TEST_P(Leaving, of_a_unit_sends_new_dossiers_elsewhere_and_keeps_its_own) {
    auto const before = file(citizen, filing("building-permit"));
    auto const waiting = draft();
    auto const whole = filing("building-permit");
    ASSERT_EQ(seen(citizen, before.number).unit, unit);
    set_closed(unit, true);
    EXPECT_EQ(read([&](db::Reader& r) { return desk.unfinished(r, commune, unit, 10); }),
              std::vector<std::string>{before.number});
    auto named = whole;
    named.start.unit = unit;
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.file_at_once(w, citizen, named, clock.now());
              })),
              "refused.unit_unknown ")
        << "a forged form";
    auto const after = file(citizen, whole);
    EXPECT_NE(seen(citizen, after.number).unit, unit);

    // Opened before the unit was closed: nobody is sent away for it.
    auto const lodged = write([&](db::Writer& w) -> Result<Filed> {
        TRY(desk.save_values(w, citizen, waiting, whole.values, clock.now()));
        for (auto const& one : whole.documents)
            TRY(desk.attach(w, citizen, waiting, one, clock.now()));
        return desk.file(w, citizen, waiting, "once", clock.now());
    });
    ASSERT_EQ(told_of(lodged), "yes");
    EXPECT_NE(seen(citizen, lodged.value().number).unit, unit);

    // Its own are finished by whoever had them, and nobody asks it for an opinion any more.
    EXPECT_EQ(
        told_of(write([&](db::Writer& w) { return desk.take_up(w, act(officer, before.number)); })),
        "yes");
    set_closed(other_unit, true);
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.ask_opinion(w, act(officer, before.number), other_unit, "هل؟", 5);
              })),
              "refused.opinion_unit ");
    set_closed(unit, false);
    EXPECT_EQ(seen(citizen, file(citizen, whole).number).unit, unit);
    expect_consistent();
}

}  // namespace
}  // namespace wasl::dossiers
