// SPDX-License-Identifier: Apache-2.0
// What a request carries, taken in while it comes: multipart forms go to disk, the rest is small.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "platform/http/message.hpp"
#include "platform/http/multipart.hpp"

namespace wasl::http {

class Body {
public:
    static bool in_parts(std::string_view content_type);  // multipart/form-data
    // A status, or 0.
    int expect(std::string_view content_type, std::int64_t most,
               std::filesystem::path const& uploads);
    bool put(std::string_view bytes);
    // Hands over form, uploads or body. A status, or 0.
    int finish(Request&);

    int refused() const { return refused_; }
    std::int64_t size() const { return size_; }

private:
    enum class Kind { plain, form, multipart };
    Kind kind_ = Kind::plain;
    std::int64_t most_ = 0;
    std::int64_t size_ = 0;
    int refused_ = 0;
    std::string text_;
    std::unique_ptr<Multipart> multipart_;
};

}  // namespace wasl::http
