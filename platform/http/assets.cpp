// SPDX-License-Identifier: Apache-2.0
#include "platform/http/assets.hpp"

#include <brotli/encode.h>

#include <fstream>
#include <iterator>

#include "platform/http/finish.hpp"

namespace wasl::http {
namespace {

namespace fs = std::filesystem;

std::string content_of(fs::path const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::shared_ptr<std::string const> kept(std::string text) {
    return std::make_shared<std::string const>(std::move(text));
}

std::string brotli_of(std::string const& text) {
    std::string out(BrotliEncoderMaxCompressedSize(text.size()), '\0');
    auto size = out.size();
    auto const done = BrotliEncoderCompress(5, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, text.size(),
                                            reinterpret_cast<std::uint8_t const*>(text.data()),
                                            &size, reinterpret_cast<std::uint8_t*>(out.data()));
    out.resize(done ? size : 0);
    return out;
}

bool inside(fs::path const& root, fs::path const& file) {
    auto const [end, rest] = std::mismatch(root.begin(), root.end(), file.begin(), file.end());
    return end == root.end();
}

}  // namespace

Assets::Assets(fs::path const& folder) {
    std::error_code ec;
    auto const root = fs::canonical(folder, ec);
    if (folder.empty() || ec) return;
    for (auto const& entry : fs::recursive_directory_iterator(root)) {
        auto const real = fs::canonical(entry.path(), ec);
        if (ec || !inside(root, real) || !fs::is_regular_file(real, ec)) continue;
        add(root, entry.path());
    }
}

void Assets::add(fs::path const& root, fs::path const& file) {
    auto const name = "/assets/" + file.lexically_relative(root).generic_string();
    auto const extension = file.extension();
    if (extension == ".br" || extension == ".gz") {
        auto beside = file;
        if (fs::exists(beside.replace_extension())) return;  // found with the file itself
    }
    Asset asset;
    asset.type = type_of(name);
    asset.hashed = has_hash(file.filename().string());
    asset.path = fs::canonical(file);
    auto const size = fs::file_size(asset.path);
    if (size > kept_max || kept_ + size > all_kept_max) {
        auto const changed = fs::last_write_time(asset.path).time_since_epoch().count();
        asset.etag = "\"" + std::to_string(size) + "-" + std::to_string(changed) + "\"";
        assets_.emplace(name, std::move(asset));
        return;
    }
    kept_ += size;
    asset.plain = kept(content_of(asset.path));
    asset.etag = "\"" + hash_of(*asset.plain) + "\"";
    bool const text = worth_compressing(asset.type, asset.plain->size());
    auto const brotli = fs::path(file.string() + ".br");
    auto const gzip = fs::path(file.string() + ".gz");
    if (fs::is_regular_file(fs::symlink_status(brotli)))
        asset.brotli = kept(content_of(brotli));
    else if (text)
        asset.brotli = kept(brotli_of(*asset.plain));
    if (fs::is_regular_file(fs::symlink_status(gzip)))
        asset.gzip = kept(content_of(gzip));
    else if (text)
        asset.gzip = kept(gzipped(*asset.plain, 9));
    if (asset.brotli && asset.brotli->empty()) asset.brotli.reset();
    assets_.emplace(name, std::move(asset));
}

Asset const* Assets::find(std::string_view path) const {
    auto const found = assets_.find(path);
    return found == assets_.end() ? nullptr : &found->second;
}

std::string_view type_of(std::string_view file_name) {
    struct Known {
        std::string_view extension, type;
    };
    static constexpr Known known[] = {
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".json", "application/json; charset=utf-8"},
        {".geojson", "application/geo+json; charset=utf-8"},
        {".webmanifest", "application/manifest+json; charset=utf-8"},
        {".html", "text/html; charset=utf-8"},
        {".txt", "text/plain; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".jpeg", "image/jpeg"},
        {".webp", "image/webp"},
        {".avif", "image/avif"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".woff", "font/woff"},
        {".pdf", "application/pdf"},
        {".pbf", "application/x-protobuf"},
        {".wasm", "application/wasm"},
        {".map", "application/json; charset=utf-8"},
    };
    for (auto const& one : known)
        if (file_name.ends_with(one.extension)) return one.type;
    return "application/octet-stream";
}

// Eight or more letters and digits before the extension, with a digit or all in capitals:
// "site.3f9a01bc.css", "map.QK7X2ZPA.js", but not "jquery.validate.js".
bool has_hash(std::string_view name) {
    auto const last = name.rfind('.');
    if (last == name.npos || last == 0) return false;
    auto const before = name.find_last_of(".-", last - 1);
    if (before == name.npos) return false;
    auto const part = name.substr(before + 1, last - before - 1);
    bool digit = false, small = false;
    for (char const c : part) {
        bool const number = c >= '0' && c <= '9';
        bool const letter = c >= 'a' && c <= 'z';
        if (!number && !letter && !(c >= 'A' && c <= 'Z')) return false;
        digit |= number;
        small |= letter;
    }
    return part.size() >= 8 && (digit || !small);
}

}  // namespace wasl::http
