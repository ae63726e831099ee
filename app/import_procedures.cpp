// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "app/commands.hpp"
#include "app/file_bytes.hpp"
#include "app/house.hpp"
#include "modules/procedures/import/import.hpp"

namespace wasl::app {

namespace {

AdministrationId named(House const& house, std::string const& slug) {
    if (slug.empty()) return AdministrationId{0};
    auto const* const known = house.directory.picture()->by_slug(slug);
    if (known == nullptr) throw std::runtime_error("no administration is " + slug);
    return known->id;
}

}  // namespace

int import_procedures(config::Config const& config, std::filesystem::path const& file,
                      std::string const& administration, bool dry_run) {
    auto const bytes = file_bytes(file, procedures::import_bytes_max);
    House house(config);
    auto const places = house.directory.picture();
    // Whoever has this machine may do what every office may.
    procedures::ImportAsk const ask{
        named(house, administration), PersonId{0}, [](db::Reader&, AdministrationId) {
            return procedures::hands::officer | procedures::hands::head |
                   procedures::hands::secretariat | procedures::hands::interior;
        }};
    auto const now = clock::now();
    auto const report =
        dry_run ? house.database->read([&](db::Reader& reader) {
            return procedures::examine_import(reader, house.procedures, *places, bytes, ask, now);
        })
                : house.database
                      ->write([&](db::Writer& writer) -> Result<procedures::ImportReport> {
                          return procedures::import_sheets(writer, house.procedures, *places, bytes,
                                                           ask, now);
                      })
                      .value();
    std::cout << report.text();
    bool const clean = !report.refused && report.count(procedures::ImportVerdict::fault) == 0;
    return clean ? 0 : 1;
}

}  // namespace wasl::app
