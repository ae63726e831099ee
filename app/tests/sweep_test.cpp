// SPDX-License-Identifier: Apache-2.0
#include "app/sweep.hpp"

#include <fstream>

#include "app/house.hpp"
#include "platform/journal/journal.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::app {
namespace {

namespace fs = std::filesystem;

class Sweep : public tests::OnEngine {
protected:
    Sweep() : OnEngine({House::schema()}) { fs::create_directories(folder); }
    ~Sweep() override { fs::remove_all(folder); }

    std::string keep(int number) {
        auto const upload = store.incoming() / std::to_string(number);
        std::ofstream(upload) << "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /N " << number
                              << " >>\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
        return store.keep(upload, "").value().sha256;
    }
    void name(std::int64_t dossier, std::string const& sha256) {
        static constexpr db::Sql row{"test.dossier", R"sql(
            insert into dossiers (id, revision, procedure, administration, unit, applicant,
                applicant_name, filed_by, filed_as, channel, state, is_open, term_days, cap_days,
                silence_accepts, extension_listed, extension_days_max, route, assigned, version,
                calendar_version, changed_at, retention_years, retention_until, warned)
            values ($1, 1, 'x', 1, 0, 1, '', 1, 'self', 'online', 'approved', 0, 30, 60, 0, 0, 0,
                'council', 0, 1, 0, 0, 1, $2, 0)
        )sql"};
        static constexpr db::Sql document{"test.document", R"sql(
            insert into dossier_documents (id, dossier, requirement, sha256, name, size, kind,
                standing, remark, given_by, given_at)
            values ($1, $2, 'plan', $3, 'plan.pdf', 1, 'pdf', 'given', '', 1, 0)
        )sql"};
        write([&](db::Writer& writer) -> Outcome {
            writer.execute(row, dossier, dossier == 1 ? "2020-01-01" : "2999-01-01");
            writer.execute(document, dossier, dossier, sha256);
            return Done{};
        }).value();
    }
    int sweep_at(Instant now) { return sweep(database(), store, House::contents(), now); }

    fs::path folder =
        fs::path(testing::TempDir()) / ("wasl_sweep_" + std::to_string(db::next_id()));
    files::Store store{folder};
    Instant const later = clock::now() + std::chrono::hours(48);
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Sweep, tests::both_engines(), tests::engine_name);

TEST_P(Sweep, takes_the_file_of_an_erased_dossier_and_leaves_what_another_dossier_names) {
    auto const alone = keep(1), shared = keep(2), never_named = keep(3);
    name(1, alone);
    name(2, shared);
    static constexpr db::Sql also{"test.also", R"sql(
        insert into dossier_documents (id, dossier, requirement, sha256, name, size, kind, standing,
            remark, given_by, given_at)
        values (9, 1, 'deed', $1, 'deed.pdf', 1, 'pdf', 'given', '', 1, 0)
    )sql"};
    write([&](db::Writer& writer) -> Outcome {
        writer.execute(also, shared);
        return Done{};
    }).value();
    EXPECT_EQ(sweep_at(later), 1);  // what was sent and never used
    EXPECT_FALSE(store.find(never_named));

    // Retention ends the first dossier; its own file goes, the shared one stays.
    directory::Desk const places(database());
    people::Desk const folk(database(), places, {.secret = std::string(32, 's')});
    notices::Outbox const outbox(database(), folk, {});
    procedures::Desk const sheets(database(), places);
    dossiers::Desk const desk(database(), places, folk, sheets, outbox);
    for (auto const& job : desk.jobs())
        if (job.name == "dossiers.retention") job.run(database(), later);
    EXPECT_TRUE(store.find(alone));
    EXPECT_EQ(sweep_at(later), 1);
    EXPECT_FALSE(store.find(alone));
    EXPECT_TRUE(store.holds(shared));
    static constexpr db::Sql erased{"test.erased",
                                    "select count(*) from journal_entries where kind = $1"};
    read([&](db::Reader& reader) {
        EXPECT_EQ(reader.count(erased, "files.erased"), 2);
        EXPECT_EQ(reader.count(erased, "dossiers.erased"), 1);
        EXPECT_TRUE(journal::verify(reader).faults.empty());
        return 0;
    });
}

TEST_P(Sweep, leaves_what_was_written_a_moment_ago_and_what_is_kept_again) {
    auto const fresh = keep(1);
    EXPECT_EQ(sweep_at(clock::now()), 0);
    EXPECT_EQ(sweep_at(clock::now() - std::chrono::hours(1'000)), 0);  // a clock set back
    EXPECT_TRUE(store.holds(fresh));
    EXPECT_FALSE(store.erase_older(fresh, clock::now() - std::chrono::hours(1)));
    EXPECT_TRUE(store.holds(fresh));
}

}  // namespace
}  // namespace wasl::app
