// SPDX-License-Identifier: Apache-2.0
// Backup, restore, verify: what an operator does so that nothing is lost and nothing was changed.
#include <iostream>

#include "app/backup.hpp"
#include "app/commands.hpp"
#include "app/export.hpp"
#include "app/house.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::app {

struct Documents {
    std::int64_t named = 0, unnamed = 0, faults = 0;
};

int back_up_all(config::Config const& config, std::filesystem::path const& file) {
    auto const documents = back_up({data_folder(config), database_settings(config)}, file);
    std::cout << file.string() << ": the database and " << documents << " documents\n";
    return 0;
}

int export_all(config::Config const& config, std::filesystem::path const& folder,
               std::string const& slug) {
    House const house(config);
    std::optional<AdministrationId> only;
    if (!slug.empty()) {
        auto const picture = house.directory.picture();
        auto const* const where = picture->by_slug(slug);
        if (where == nullptr) {
            std::cerr << "no administration is called " << slug << '\n';
            return 2;
        }
        only = where->id;
    }
    auto const done = export_to(*house.database, house.files, folder, only);
    std::cout << folder.string() << ": " << done.rows << " rows of " << done.tables << " tables, "
              << done.documents << " documents\n";
    if (done.missing != 0) std::cerr << done.missing << " documents are missing\n";
    return done.missing == 0 ? 0 : 1;
}

int restore_all(config::Config const& config, std::filesystem::path const& file) {
    auto const count = restore({data_folder(config), database_settings(config)}, file);
    std::cout << count << " files restored\n";
    return 0;
}

// What rows name and is not there or not the same; then what lies there and is not what it was.
// A row that names nothing is no fault: the sweep has not come by yet.
static Documents look_at_documents(House const& house, db::Reader& reader) {
    Documents found;
    auto const say_fault = [&](std::string_view sha256) {
        ++found.faults;
        std::cerr << "document " << sha256 << " is missing or was changed\n";
    };
    for (auto const& module : House::contents())
        module.each(reader, [&](std::string_view sha256) {
            ++found.named;
            if (!house.files.holds(sha256)) say_fault(sha256);
        });
    house.files.each_older(Instant::max(), [&](std::string_view sha256) {
        if (is_named(reader, House::contents(), sha256)) return;
        ++found.unnamed;
        if (!house.files.holds(sha256)) say_fault(sha256);
    });
    return found;
}

int verify(config::Config const& config) {
    House const house(config);
    Documents documents;
    auto const verdict = house.database->read([&](db::Reader& reader) {
        documents = look_at_documents(house, reader);
        return journal::verify(reader);
    });
    for (auto const& fault : verdict.faults)
        std::cerr << "journal " << fault.chain << '/' << fault.sequence << ": " << fault.why
                  << '\n';
    std::cout << verdict.entries << " journal entries, " << verdict.faults.size() << " faults; "
              << documents.named << " documents and " << documents.unnamed << " that no row names, "
              << documents.faults << " missing or changed\n";
    return verdict.faults.empty() && documents.faults == 0 ? 0 : 1;
}

}  // namespace wasl::app
