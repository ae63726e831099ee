// SPDX-License-Identifier: Apache-2.0
// The answer as it goes over the wire: a head, and a body from memory or from a file.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace wasl::http {

class File {
public:
    File() = default;
    explicit File(int handle) : handle_(handle) {}
    ~File();
    File(File&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {}
    File& operator=(File&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    int handle() const { return handle_; }

private:
    int handle_ = -1;
};

struct Outgoing {
    int status = 200;
    std::string head;
    std::string own;
    std::shared_ptr<std::string const> kept;  // an asset or a compressed page, shared by many
    std::size_t part_at = 0;                  // what is sent of own or kept
    std::size_t part_size = 0;
    File file;
    std::int64_t file_at = 0;
    std::int64_t file_left = 0;
    std::function<bool(std::string&)> rest;  // null: nothing more is made
    bool chunked = false;                    // each part says its size, the last is empty
    std::int64_t went_before = 0;            // bytes of parts that were replaced by the next
    bool close = false;

    // Not kept as a view: a short text moves with its string.
    std::string_view part() const {
        return std::string_view(kept ? *kept : own).substr(part_at, part_size);
    }
    // The next part of an answer that is made while it is sent; throws what making it throws.
    void make_part();

    std::int64_t size() const {
        return went_before + static_cast<std::int64_t>(part_size) + file_left;
    }
};

}  // namespace wasl::http
