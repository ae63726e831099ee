// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iostream>

#include "app/commands.hpp"
#include "app/house.hpp"
#include "modules/procedures/import/import.hpp"

namespace wasl::app {

int import_procedures(config::Config const& config, std::filesystem::path const& file,
                      std::string const& administration, bool dry_run) {
    // Looked at before it is opened: a file of a gigabyte is not read to be refused.
    if (std::filesystem::file_size(file) > procedures::import_bytes_max)
        throw std::runtime_error("the file is larger than 64 MiB");
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::string const bytes{std::istreambuf_iterator<char>(in), {}};
    House house(config);
    auto const places = house.directory.picture();
    AdministrationId owner{0};
    if (!administration.empty()) {
        auto const* const known = places->by_slug(administration);
        if (known == nullptr) throw std::runtime_error("no administration is " + administration);
        owner = known->id;
    }
    auto const report =
        house.database->write([&](db::Writer& writer) -> Result<procedures::ImportReport> {
            return procedures::import_sheets(writer, house.procedures, *places, bytes, owner,
                                             PersonId{0}, clock::now(), dry_run);
        });
    std::cout << report.value().text();
    bool const clean = report.value().refused.empty() &&
                       report.value().count(procedures::ImportVerdict::fault) == 0;
    return clean ? 0 : 1;
}

}  // namespace wasl::app
