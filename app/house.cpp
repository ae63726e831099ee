// SPDX-License-Identifier: Apache-2.0
#include "app/house.hpp"

#include "app/projects_to_bank.hpp"
#include "app/refusal_page.hpp"
#include "modules/bank/messages.hpp"
#include "modules/challenges/messages.hpp"
#include "modules/directory/schema.hpp"
#include "modules/dossiers/messages.hpp"
#include "modules/dossiers/papers.hpp"
#include "modules/dossiers/uploads.hpp"
#include "modules/people/messages.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/schema.hpp"
#include "modules/procedures/subjects.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/photos.hpp"
#include "modules/reports/seed.hpp"
#include "platform/jobs/schema.hpp"
#include "platform/journal/schema.hpp"

namespace wasl::app {

static constexpr int unfinished_shown_max = 100;

House::House(config::Config const& config)
    : data(data_folder(config)),
      database(db::open(database_settings(config))),
      files(data / "files"),
      site(app::site(config)),
      directory(*database),
      people(*database, directory, people_settings(config)),
      notices(*database, people, mail_settings(config), letter_ways(config)),
      procedures(*database, directory),
      dossiers(*database, directory, people, procedures, notices),
      reports(*database, directory, people, notices),
      sender(*database, reports, sending_ways(config)),
      challenges(*database, directory, people, notices),
      bank({*database,
            directory,
            people,
            notices,
            procedures,
            {procedures::life_events, procedures::life_event_named}}),
      lately({dossiers, challenges, bank}),
      pages{.directory = directory,
            .people = people,
            .procedures = procedures,
            .dossiers = dossiers,
            .lately = lately,
            .notice = notice(config),
            .site = site_address(config)},
      directory_pages{directory,
                      [this](db::Reader& reader, AdministrationId where, UnitId unit, Date today) {
                          return directory::OpenWork{
                              dossiers.unfinished(reader, where, unit, unfinished_shown_max),
                              dossiers.counts(reader, PersonId{0}, where, unit, today).open};
                      }},
      people_pages{people, directory, rights},
      notice_pages{notices, people, directory},
      procedure_pages{procedures, directory, people, site_address(config)},
      dossier_pages{.desk = dossiers,
                    .files = files,
                    .site = site_address(config),
                    .controller = config.text("site.operator_ar"),
                    .cndp_number = config.text("site.cndp_number")},
      report_pages{.desk = reports,
                   .files = files,
                   .site = site_address(config),
                   .controller = config.text("site.operator_ar"),
                   .cndp_number = config.text("site.cndp_number"),
                   .private_addresses = sending_ways(config).private_addresses,
                   .assets = &site.assets,
                   .assets_folder = server_settings(config).assets,
                   .tiles = map_tiles(config)},
      challenge_pages{
          .desk = challenges,
          .files = files,
          .site = site_address(config),
          .controller = config.text("site.operator_ar"),
          .cndp_number = config.text("site.cndp_number"),
          .letterhead =
              [this](AdministrationId id) {
                  return dossiers::letterhead(*directory.picture(), id);
              },
          .after =
              [this](db::Reader& reader, std::string_view edition, challenges::TeamId team) {
                  return after_in_bank(bank, reader, edition, team);
              }},
      bank_pages{.desk = bank,
                 .site = site_address(config),
                 .controller = config.text("site.operator_ar"),
                 .cndp_number = config.text("site.cndp_number")} {
    // Codes are written by people, whose row is below that of notices.
    people.send_with([this](db::Writer& writer, people::Letter const& letter, Instant now) {
        notices.post_letter(writer, letter, now);
    });
    people.tell_with([this](db::Writer& writer, people::Told const& told, Instant now) {
        notices.post(writer, {told.to, told.subject, told.body, told.link, {}}, now);
    });
    people.choose_from(registry_for_mandates());
    procedures.tell_with([this](db::Writer& writer, procedures::Change const& change, Instant now) {
        notices.post_event(writer, "procedure." + std::string(name_of(change.kind)),
                           procedures::event_text(change, pages.site), now);
    });
    procedures.tell_through(people, notices);
    challenges.hand_projects_to(
        [this](db::Writer& writer, challenges::HandedOn const& handed, Instant now) -> Outcome {
            TRY(bank.from_edition(writer, for_bank(handed, pages.site), clock::day_in_morocco(now),
                                  now));
            return Done{};
        });
    challenges.know_coauthors(
        [this](db::Reader& reader, PersonId person) { return bank.coauthors(reader, person); });
    challenges.know_obstacles(obstacles_of_bank());
    notices.knows("people", people::msg::find);
    notices.knows("procedures", procedures::msg::find);
    notices.knows("dossiers", dossiers::msg::find);
    notices.knows("reports", reports::msg::find);
    notices.knows("challenges", challenges::msg::find);
    notices.knows("bank", bank::msg::find);
    rights.add(notices::contributor());
    rights.add(dossiers.contributor());
    rights.add(reports.contributor());
    rights.add(challenges.contributor());
    rights.add(bank.contributor());
}

// What a mandate may name: the registry stands above people, who ask for it here.
people::Procedures House::registry_for_mandates() const {
    auto const named = [](Language language, procedures::Entry const& entry) {
        return people::NamedProcedure{entry.code, std::string(directory::in(language, entry.title)),
                                      directory::spoken(language, entry.title)};
    };
    return {.named = [this, named](Language language,
                                   std::string_view code) -> std::optional<people::NamedProcedure> {
                auto const picture = procedures.picture();
                auto const* const entry = picture->entry(code);
                return entry ? std::optional(named(language, *entry)) : std::nullopt;
            },
            .find =
                [this, named](Language language, std::string_view words, std::size_t most) {
                    auto const picture = procedures.picture();
                    std::vector<people::NamedProcedure> found;
                    for (auto const* const entry : picture->search(words, most).entries)
                        found.push_back(named(language, *entry));
                    return found;
                }};
}

std::vector<db::SchemaStep> House::schema() {
    std::vector<db::SchemaStep> steps;
    auto const add = [&](std::span<db::SchemaStep const> more) {
        steps.insert(steps.end(), more.begin(), more.end());
    };
    add(journal::schema);
    add(jobs::schema);
    add(directory::schema);
    add(people::schema_steps());
    add(notices::schema_steps());
    add(procedures::schema);
    add(dossiers::schema_steps());
    add(reports::schema_steps());
    add(challenges::schema_steps());
    add(bank::schema_steps());
    return steps;
}

std::vector<std::string> House::migrate(Instant now) {
    auto applied = db::migrate(*database, schema(), now);
    auto const places = directory.picture();
    auto const begun =
        database->write([&](db::Writer& writer) { return reports::begin(writer, *places); });
    check(!begun.refused(), "the settings that come with the program fit");
    return applied;
}

std::vector<Contents> House::contents() {
    return {{dossiers::each_content, dossiers::names_content},
            {reports::each_content, reports::names_content},
            {challenges::each_content, challenges::names_content}};
}

void House::open_doors(clock::Now now) {
    add_home_pages(router, pages);
    add_about_pages(router, pages);
    add_journal_pages(router, pages);
    add_machine_pages(router, pages);
    add_api_description(router, pages);
    directory::add_pages(router, directory_pages);
    people::add_pages(router, people_pages);
    notices::add_pages(router, notice_pages);
    procedures::add_pages(router, procedure_pages);
    dossiers::add_pages(router, dossier_pages);
    reports::add_public_pages(router, report_pages);
    reports::add_office_pages(router, report_pages);
    reports::add_georeport(router, report_pages);
    reports::add_map_pages(router, report_pages);
    reports::add_georeport_admin(router, report_pages);
    challenges::add_pages(router, challenge_pages);
    bank::add_public_pages(router, bank_pages);
    bank::add_office_pages(router, bank_pages);
    router.open(
        {.database = *database,
         .now = std::move(now),
         .recognise = [this](http::Request const& request, db::Reader& reader,
                             Instant moment) { return people.recognise(request, reader, moment); },
         .show_refusal = refusal_page,
         .site = &site});
}

std::vector<jobs::Job> House::jobs() {
    auto all = dossiers.jobs();
    all.insert(all.end(),
               {people.job(), notices.job(), notices.hooks_job(), procedures.job(),
                reports::photos_job(files), dossiers::uploads_job(), reports.job(),
                reports.alerts_job(), sender.job(), bank.job(),
                reports::georeport_media_job(files, sender.ways()), sweep_job(files, contents())});
    return all;
}

}  // namespace wasl::app
