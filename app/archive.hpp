// SPDX-License-Identifier: Apache-2.0
// A backup is one tar file that any tar can open, with the sums of all its files at its end
// (`sha256sum --check SHA256SUMS` after unpacking). libarchive writes and reads it.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace wasl::app {

class ArchiveWriter {
public:
    // A name that ends in .gz is compressed. Throws where the file cannot be made.
    explicit ArchiveWriter(std::filesystem::path const& file);
    ~ArchiveWriter();
    ArchiveWriter(ArchiveWriter const&) = delete;
    ArchiveWriter& operator=(ArchiveWriter const&) = delete;

    void add(std::filesystem::path const& file, std::string const& name);
    void add_text(std::string const& text, std::string const& name);
    // Adds the sums; the backup is durable when this returns.
    void finish();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// Unpacks into an empty folder, checks every sum, makes all of it durable. Throws where a name
// leads outside, a sum differs or something is missing. Returns how many files there were.
int unpack(std::filesystem::path const& archive, std::filesystem::path const& folder);

}  // namespace wasl::app
