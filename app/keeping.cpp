// SPDX-License-Identifier: Apache-2.0
// Backup, restore, verify: what an operator does so that nothing is lost and nothing was changed.
#include <iostream>

#include "app/backup.hpp"
#include "app/commands.hpp"
#include "app/house.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::app {

int back_up_all(config::Config const& config, std::filesystem::path const& file) {
    auto const documents = back_up({data_folder(config), database_settings(config)}, file);
    std::cout << file.string() << ": the database and " << documents << " documents\n";
    return 0;
}

int restore_all(config::Config const& config, std::filesystem::path const& file) {
    auto const count = restore({data_folder(config), database_settings(config)}, file);
    std::cout << count << " files restored\n";
    return 0;
}

int verify(config::Config const& config) {
    House const house(config);
    std::int64_t documents = 0, lost = 0;
    auto const verdict = house.database->read([&](db::Reader& reader) {
        dossiers::each_content(reader, [&](std::string_view sha256) {
            ++documents;
            if (house.files.holds(sha256)) return;
            ++lost;
            std::cerr << "document " << sha256 << " is missing or was changed\n";
        });
        return journal::verify(reader);
    });
    for (auto const& fault : verdict.faults)
        std::cerr << "journal " << fault.chain << '/' << fault.sequence << ": " << fault.why
                  << '\n';
    std::cout << verdict.entries << " journal entries, " << verdict.faults.size() << " faults; "
              << documents << " documents, " << lost << " missing or changed\n";
    return verdict.faults.empty() && lost == 0 ? 0 : 1;
}

}  // namespace wasl::app
