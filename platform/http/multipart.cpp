// SPDX-License-Identifier: Apache-2.0
#include "platform/http/multipart.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cerrno>

#include "kernel/text/cut.hpp"
#include "platform/http/text.hpp"
#include "platform/log/log.hpp"

namespace wasl::http {
namespace {

// Browsers write a quote or a line break in a name as %22, %0D, %0A, and nothing else so.
std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t n = 0; n < text.size(); ++n) {
        auto const code = text.substr(n, 3);
        if (code == "%22") out += '"';
        if (code == "%22" || code == "%0D" || code == "%0A") {
            n += 2;
            continue;
        }
        out += text[n];
    }
    return out;
}

// The last part of a path, without control characters, 255 bytes at most.
std::string shown_name(std::string_view claimed) {
    if (auto const slash = claimed.find_last_of("/\\"); slash != std::string_view::npos)
        claimed.remove_prefix(slash + 1);
    std::string name;
    for (char const c : claimed)
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) name += c;
    return std::string(lexis::cut(name, 255));
}

// "filename*" is not for forms (RFC 7578 4.2), but it is well formed.
bool holds_word(std::string_view value, std::string_view word) {
    for (auto at = value.find(';'); at != std::string_view::npos; at = value.find(';', at + 1)) {
        auto const rest = trimmed(value.substr(at + 1));
        if (rest.size() > word.size() && same_word(rest.substr(0, word.size()), word) &&
            rest[word.size()] == '=')
            return true;
    }
    return false;
}

bool write_all(int file, std::string_view data) {
    while (!data.empty()) {
        auto const written = ::write(file, data.data(), data.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        data.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

void remove(Upload const& upload) {
    if (!upload.path.empty()) ::unlink(upload.path.c_str());
}

}  // namespace

bool Multipart::usable(std::string_view boundary) {
    constexpr std::string_view others = "'()+_,-./:=? ";
    if (boundary.empty() || boundary.size() > 70 || boundary.ends_with(' ')) return false;
    return std::all_of(boundary.begin(), boundary.end(), [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               others.find(c) != std::string_view::npos;
    });
}

// The first delimiter may stand at the very start, without a line before it: as if one did.
Multipart::Multipart(std::string_view boundary, std::filesystem::path uploads)
    : delimiter_("\r\n--" + std::string(boundary)), folder_(std::move(uploads)), held_("\r\n") {}

Multipart::~Multipart() {
    if (file_ >= 0) ::close(file_);
    if (is_file_) remove(upload_);
    for (auto const& upload : uploads_) remove(upload);
}

bool Multipart::refuse(int status) {
    refused_ = status;
    return false;
}

bool Multipart::put(std::string_view bytes) {
    if (refused_ != 0) return false;
    held_ += bytes;
    bool more = true;
    while (more)
        if (!step(more)) return false;
    return true;
}

// One piece; `more` tells whether another may follow from what is held.
bool Multipart::step(bool& more) {
    more = false;
    std::string_view const held = held_;
    std::size_t taken = 0;
    switch (at_) {
        case At::preamble:
        case At::data: {
            auto const found = held.find(delimiter_);
            auto const keep = delimiter_.size() - 1;
            auto const end = found != held.npos ? found : held.size() - std::min(held.size(), keep);
            if (at_ == At::preamble && end != 0) return refuse(400);
            if (at_ == At::data && !take_data(held.substr(0, end))) return false;
            taken = end;
            if (found == held.npos) break;
            if (at_ == At::data && !end_part()) return false;
            taken += delimiter_.size();
            at_ = At::after_delimiter;
            more = true;
            break;
        }
        case At::after_delimiter:
            if (held.size() < 2) break;
            if (held.starts_with("--"))
                at_ = At::epilogue;
            else if (held.starts_with("\r\n"))
                at_ = At::head;
            else
                return refuse(400);
            taken = at_ == At::head ? 0 : 2;  // the CR LF opens the head, which may be empty
            more = true;
            break;
        case At::head: {
            auto const end = held.find("\r\n\r\n");
            if (std::min(end, held.size()) > part_head_max) return refuse(400);
            if (end == held.npos) break;
            if (end == 0 || !read_head(held.substr(2, end - 2))) return refuse(400);
            taken = end + 4;
            at_ = At::data;
            more = true;
            break;
        }
        case At::epilogue: taken = held.size(); break;
    }
    held_.erase(0, taken);
    return true;
}

bool Multipart::read_head(std::string_view head) {
    std::string_view disposition;
    while (!head.empty()) {
        auto const end = std::min(head.find("\r\n"), head.size());
        auto const line = head.substr(0, end);
        head.remove_prefix(std::min(end + 2, head.size()));
        auto const colon = line.find(':');
        if (colon == 0 || colon == line.npos || line.starts_with(' ') || line.starts_with('\t'))
            return false;
        auto const name = line.substr(0, colon);
        auto const value = trimmed(line.substr(colon + 1));
        if (same_word(name, "content-disposition")) {
            if (!disposition.empty()) return false;
            disposition = value;
        }
        if (same_word(name, "content-transfer-encoding") && !same_word(value, "binary") &&
            !same_word(value, "8bit") && !same_word(value, "7bit"))
            return false;
        if (same_word(name, "content-type") && same_word(value.substr(0, 10), "multipart/"))
            return false;
    }
    if (!same_word(trimmed(disposition.substr(0, disposition.find(';'))), "form-data"))
        return false;
    auto const field = parameter_of(disposition, "name");
    auto const file = parameter_of(disposition, "filename");
    // A value that was cut, as by a line break in a name: what follows it is not what was meant.
    if (!file && holds_word(disposition, "filename")) return false;
    if (!field || !valid_utf8(*field) || (file && !valid_utf8(*file))) return false;
    if (++parts_ > parts_max) return false;
    name_ = unescaped(*field);
    value_.clear();
    is_file_ = file.has_value();
    upload_ = Upload{};
    if (!file) return form_.size() < form_fields_max;
    upload_.field = name_;
    upload_.file_name = shown_name(unescaped(*file));
    return true;
}

bool Multipart::take_data(std::string_view data) {
    if (data.empty()) return true;
    if (!is_file_) {
        if (value_.size() + data.size() > field_max) return refuse(413);
        value_ += data;
        return true;
    }
    if (file_ < 0 && !open_file()) return false;
    if (!write_all(file_, data)) {
        log::event(log::Level::error, "http.upload_not_written",
                   {{"error", static_cast<std::int64_t>(errno)}});
        return refuse(503);
    }
    upload_.size += static_cast<std::int64_t>(data.size());
    return true;
}

bool Multipart::open_file() {
    if (uploads_.size() == files_max) return refuse(413);
    unsigned char random[16];
    randombytes_buf(random, sizeof random);
    char name[2 * sizeof random + 1];
    sodium_bin2hex(name, sizeof name, random, sizeof random);
    upload_.path = folder_ / (std::string("upload-") + name);
    file_ =
        ::open(upload_.path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file_ >= 0) return true;
    log::event(log::Level::error, "http.upload_not_opened",
               {{"error", static_cast<std::int64_t>(errno)}});
    upload_.path.clear();
    return refuse(503);
}

bool Multipart::end_part() {
    if (!is_file_) {
        if (!valid_utf8(value_)) return refuse(400);
        form_.emplace_back(std::move(name_), std::move(value_));
        return true;
    }
    is_file_ = false;
    // No file chosen: browsers send an empty part without a name.
    if (file_ < 0 && upload_.file_name.empty()) return true;
    if (file_ < 0 && !open_file()) return false;
    auto const closed = ::close(file_);
    file_ = -1;
    uploads_.push_back(std::move(upload_));
    return closed == 0 || refuse(503);
}

bool Multipart::finish(Pairs& form, std::vector<Upload>& uploads) {
    if (refused_ != 0) return false;
    if (at_ != At::epilogue) return refuse(400);
    form = std::move(form_);
    uploads = std::move(uploads_);
    uploads_.clear();
    return true;
}

}  // namespace wasl::http
