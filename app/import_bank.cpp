// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "app/commands.hpp"
#include "app/file_bytes.hpp"
#include "app/house.hpp"
#include "modules/bank/import.hpp"

namespace wasl::app {

int import_bank(config::Config const& config, std::filesystem::path const& file,
                BankImport const& how) {
    auto const bytes =
        file_bytes(file, static_cast<std::size_t>(bank::import_megabytes_max) << 20U);
    House house(config);
    bank::ImportAsk const ask{.source = how.source.empty() ? file.filename().string() : how.source,
                              .as_listed = how.listed};
    auto const now = clock::now();
    auto const report = how.dry_run
                            ? house.database->read([&](db::Reader& reader) {
                                  return bank::examine_import(reader, house.bank, bytes, ask);
                              })
                            : house.database
                                  ->write([&](db::Writer& writer) -> Result<bank::ImportReport> {
                                      return bank::take_import(writer, house.bank, bytes, ask,
                                                               clock::day_in_morocco(now), now);
                                  })
                                  .value();
    std::cout << report.text();
    bool const clean = !report.refused && report.count(bank::ImportVerdict::fault) == 0;
    return clean ? 0 : 1;
}

}  // namespace wasl::app
