// SPDX-License-Identifier: Apache-2.0
#include "app/house.hpp"

#include "app/refusal_page.hpp"
#include "modules/directory/schema.hpp"
#include "platform/jobs/schema.hpp"
#include "platform/journal/schema.hpp"

namespace wasl::app {

House::House(config::Config const& config)
    : data(data_folder(config)),
      database(db::open(database_settings(config))),
      files(data / "files"),
      site(app::site(config)),
      directory(*database),
      people(*database, directory, people_settings(config)),
      pages{.directory = directory, .notice = notice(config)} {}

std::vector<db::SchemaStep> House::schema() {
    std::vector<db::SchemaStep> steps;
    auto const add = [&](std::span<db::SchemaStep const> more) {
        steps.insert(steps.end(), more.begin(), more.end());
    };
    add(journal::schema);
    add(jobs::schema);
    add(directory::schema);
    add(people::schema_steps());
    return steps;
}

std::vector<std::string> House::migrate(Instant now) {
    return db::migrate(*database, schema(), now);
}

void House::open_doors(clock::Now now) {
    add_home_pages(router, pages);
    add_about_pages(router, pages);
    router.open(
        {.database = *database,
         .now = std::move(now),
         .recognise = [this](http::Request const& request, db::Reader& reader,
                             Instant moment) { return people.recognise(request, reader, moment); },
         .show_refusal = refusal_page,
         .site = &site});
}

std::vector<jobs::Job> House::jobs() { return {people.job()}; }

}  // namespace wasl::app
