// SPDX-License-Identifier: Apache-2.0
#include "app/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <system_error>

#include "platform/files/files.hpp"

namespace wasl::app {

namespace fs = std::filesystem;

namespace {

constexpr char const* sums_name = "SHA256SUMS";

struct Free {
    void operator()(archive_entry* one) const { archive_entry_free(one); }
};
struct FreeReader {
    void operator()(archive* one) const { archive_read_free(one); }
};

[[noreturn]] void broke(archive* one, std::string const& what) {
    char const* const why = archive_error_string(one);
    throw std::runtime_error(what + ": " + (why ? why : "unknown"));
}

void make_durable(fs::path const& path, int flags) {
    int const handle = ::open(path.c_str(), flags | O_CLOEXEC);
    bool const done = handle >= 0 && ::fsync(handle) == 0;
    if (handle >= 0) ::close(handle);
    if (!done) throw std::system_error(errno, std::generic_category(), path.string());
}

// Names in a backup are ours: short, relative, without steps upwards.
void check_name(std::string const& name) {
    fs::path const path(name);
    bool bad = name.empty() || path.is_absolute();
    for (auto const& part : path) bad = bad || part == "..";
    if (bad) throw std::runtime_error("the backup holds a name that leads outside: " + name);
}

void unpack_one(archive* from, fs::path const& to) {
    fs::create_directories(to.parent_path());
    std::ofstream out(to, std::ios::binary);
    std::array<char, 65536> block{};
    for (;;) {
        auto const count = archive_read_data(from, block.data(), block.size());
        if (count < 0) broke(from, "the backup cannot be read");
        if (count == 0) break;
        out.write(block.data(), count);
    }
    out.close();
    if (!out) throw std::runtime_error("cannot write " + to.string());
    fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write);
    make_durable(to, O_RDONLY);
}

// "sum  name" a line, as sha256sum writes them.
std::map<std::string, std::string> sums_in(fs::path const& file) {
    std::map<std::string, std::string> sums;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        if (line.size() > 66) sums.emplace(line.substr(66), line.substr(0, 64));
    return sums;
}

}  // namespace

struct ArchiveWriter::Inside {
    archive* out = archive_write_new();
    fs::path final_name, working_name;
    std::ostringstream sums;
    bool finished = false;

    ~Inside() {
        archive_write_free(out);
        std::error_code ignored;
        if (!finished) fs::remove(working_name, ignored);
    }
    void header(std::string const& name, std::int64_t size) {
        std::unique_ptr<archive_entry, Free> const entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), size);
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0600);
        if (archive_write_header(out, entry.get()) != ARCHIVE_OK) broke(out, "backup");
    }
    void data(char const* bytes, std::size_t size) {
        if (archive_write_data(out, bytes, size) != static_cast<la_ssize_t>(size))
            broke(out, "backup");
    }
};

ArchiveWriter::ArchiveWriter(fs::path const& file) : inside_(std::make_unique<Inside>()) {
    inside_->final_name = file;
    inside_->working_name = file.string() + ".part";
    if (file.extension() == ".gz") archive_write_add_filter_gzip(inside_->out);
    archive_write_set_format_pax_restricted(inside_->out);
    if (archive_write_open_filename(inside_->out, inside_->working_name.c_str()) != ARCHIVE_OK)
        broke(inside_->out, "the backup cannot be made");
}

ArchiveWriter::~ArchiveWriter() = default;

void ArchiveWriter::add(fs::path const& file, std::string const& name) {
    auto const size = fs::file_size(file);
    inside_->header(name, static_cast<std::int64_t>(size));
    std::ifstream in(file, std::ios::binary);
    std::array<char, 65536> block{};
    while (in.read(block.data(), block.size()) || in.gcount() > 0)
        inside_->data(block.data(), static_cast<std::size_t>(in.gcount()));
    inside_->sums << files::sha256_of(file) << "  " << name << '\n';
}

void ArchiveWriter::add_text(std::string const& text, std::string const& name) {
    inside_->header(name, static_cast<std::int64_t>(text.size()));
    inside_->data(text.data(), text.size());
}

void ArchiveWriter::finish() {
    add_text(inside_->sums.str(), sums_name);
    if (archive_write_close(inside_->out) != ARCHIVE_OK) broke(inside_->out, "backup");
    make_durable(inside_->working_name, O_RDONLY);
    fs::rename(inside_->working_name, inside_->final_name);
    make_durable(fs::absolute(inside_->final_name).parent_path(), O_RDONLY | O_DIRECTORY);
    inside_->finished = true;
}

int unpack(fs::path const& file, fs::path const& folder) {
    std::unique_ptr<archive, FreeReader> const in(archive_read_new());
    archive_read_support_filter_gzip(in.get());
    archive_read_support_format_tar(in.get());
    if (archive_read_open_filename(in.get(), file.c_str(), 65536) != ARCHIVE_OK)
        broke(in.get(), "the backup cannot be opened");
    int count = 0;
    archive_entry* entry = nullptr;
    int fate = ARCHIVE_OK;
    while ((fate = archive_read_next_header(in.get(), &entry)) == ARCHIVE_OK) {
        std::string const name = archive_entry_pathname(entry);
        check_name(name);
        unpack_one(in.get(), folder / name);
        count += name != sums_name;
    }
    if (fate != ARCHIVE_EOF) broke(in.get(), "the backup ends early");
    auto const sums = sums_in(folder / sums_name);
    for (auto const& [name, sum] : sums)
        if (!fs::exists(folder / name) || files::sha256_of(folder / name) != sum)
            throw std::runtime_error("the backup is damaged: " + name);
    if (static_cast<int>(sums.size()) != count || count == 0)
        throw std::runtime_error("the backup is not whole");
    fs::remove(folder / sums_name);
    for (auto const& one : fs::recursive_directory_iterator(folder))
        if (one.is_directory()) make_durable(one.path(), O_RDONLY | O_DIRECTORY);
    make_durable(folder, O_RDONLY | O_DIRECTORY);
    return count;
}

}  // namespace wasl::app
