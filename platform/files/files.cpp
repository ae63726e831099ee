// SPDX-License-Identifier: Apache-2.0
#include "platform/files/files.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <system_error>

#include "platform/files/look.hpp"

namespace wasl::files {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void broke(char const* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

class Handle {
public:
    Handle(fs::path const& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC)) {
        if (number_ < 0) broke("files: open");
    }
    ~Handle() { ::close(number_); }
    Handle(Handle const&) = delete;
    Handle& operator=(Handle const&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

void make_durable(fs::path const& path, int flags) {
    Handle const handle(path, flags);
    if (::fsync(handle.number()) != 0) broke("files: fsync");
}

// Gone when the scope ends, unless it was moved away.
struct Temporary {
    fs::path path;
    ~Temporary() {
        std::error_code ignored;
        fs::remove(path, ignored);
    }
};

std::string hex_of(unsigned char const* bytes, std::size_t size) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (std::size_t n = 0; n < size; ++n) {
        out += digits[bytes[n] >> 4];
        out += digits[bytes[n] & 15];
    }
    return out;
}

bool is_name(std::string_view sha256) {
    return sha256.size() == 64 &&
           sha256.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string sha256_of_bytes(std::string_view bytes) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    check(EVP_Digest(bytes.data(), bytes.size(), digest, &size, EVP_sha256(), nullptr) == 1,
          "SHA-256 can be computed");
    return hex_of(digest, size);
}

}  // namespace

std::string_view name_of(Kind kind) {
    switch (kind) {
        case Kind::pdf: return "pdf";
        case Kind::jpeg: return "jpeg";
        case Kind::png: return "png";
    }
    throw Bug("a kind of file that was never declared");
}

std::string_view content_type(Kind kind) {
    switch (kind) {
        case Kind::pdf: return "application/pdf";
        case Kind::jpeg: return "image/jpeg";
        case Kind::png: return "image/png";
    }
    throw Bug("a kind of file that was never declared");
}

Bytes::Bytes(fs::path const& path) {
    Handle const handle(path, O_RDONLY);
    struct stat facts{};
    if (::fstat(handle.number(), &facts) != 0) broke("files: stat");
    size_ = static_cast<std::size_t>(facts.st_size);
    if (size_ == 0) return;
    void* const start = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, handle.number(), 0);
    if (start == MAP_FAILED) broke("files: mmap");
    start_ = static_cast<char const*>(start);
}

Bytes::~Bytes() {
    if (start_) ::munmap(const_cast<char*>(start_), size_);
}

std::string sha256_of(fs::path const& path) { return sha256_of_bytes(Bytes(path).all()); }

Store::Store(fs::path folder) : folder_(std::move(folder)) {
    fs::create_directories(incoming());
    for (int n = 0; n < 256; ++n) {
        auto const byte = static_cast<unsigned char>(n);
        fs::create_directory(folder_ / hex_of(&byte, 1));
    }
    make_durable(folder_, O_RDONLY | O_DIRECTORY);
    // What a killed program left behind; a day is longer than any upload may last.
    auto const old = fs::file_time_type::clock::now() - std::chrono::hours(24);
    for (auto const& entry : fs::directory_iterator(incoming()))
        if (entry.last_write_time() < old) fs::remove(entry.path());
}

fs::path Store::incoming() const { return folder_ / "incoming"; }

Result<Stored> Store::keep(fs::path const& temporary, std::string_view) {
    Temporary const gone_afterwards{temporary};
    Stored stored;
    {
        Bytes const bytes(temporary);
        stored.kind = TRY(look(bytes.all()));
        stored.size = static_cast<std::int64_t>(bytes.all().size());
        stored.sha256 = sha256_of_bytes(bytes.all());
    }
    make_durable(temporary, O_RDONLY);
    auto const folder = folder_ / stored.sha256.substr(0, 2);
    // The same content may be there already; it is then replaced by itself.
    fs::rename(temporary, folder / stored.sha256.substr(2));
    make_durable(folder, O_RDONLY | O_DIRECTORY);
    return stored;
}

std::optional<fs::path> Store::find(std::string_view sha256) const {
    if (!is_name(sha256)) return std::nullopt;
    auto path = folder_ / sha256.substr(0, 2) / sha256.substr(2);
    if (!fs::is_regular_file(path)) return std::nullopt;
    return path;
}

bool Store::holds(std::string_view sha256) const {
    auto const path = find(sha256);
    return path && sha256_of(*path) == sha256;
}

static Instant written(fs::path const& path) {
    struct stat facts{};
    if (::stat(path.c_str(), &facts) != 0) broke("files: stat");
    return instant_from_micros(facts.st_mtim.tv_sec * 1'000'000 + facts.st_mtim.tv_nsec / 1'000);
}

void Store::each_older(Instant than, std::function<void(std::string_view)> const& look) const {
    for (int n = 0; n < 256; ++n) {
        auto const byte = static_cast<unsigned char>(n);
        auto const start = hex_of(&byte, 1);
        for (auto const& entry : fs::directory_iterator(folder_ / start)) {
            auto const sha256 = start + entry.path().filename().string();
            if (is_name(sha256) && written(entry.path()) < than) look(sha256);
        }
    }
}

bool Store::erase_older(std::string_view sha256, Instant than) {
    auto const path = find(sha256);
    if (!path) return false;
    // Aside first: whoever keeps the same content from here on makes a file of its own.
    auto const aside = incoming() / std::string("unused-").append(sha256);
    fs::rename(*path, aside);
    if (written(aside) >= than) {
        fs::rename(aside, *path);
        return false;
    }
    fs::remove(aside);
    return true;
}

}  // namespace wasl::files
