// SPDX-License-Identifier: Apache-2.0
#include "platform/http/body.hpp"

#include "platform/http/text.hpp"

namespace wasl::http {

static std::string_view media_type(std::string_view content_type) {
    return trimmed(content_type.substr(0, content_type.find(';')));
}

bool Body::in_parts(std::string_view content_type) {
    return same_word(media_type(content_type), "multipart/form-data");
}

int Body::expect(std::string_view content_type, std::int64_t most,
                 std::filesystem::path const& uploads) {
    *this = Body{};
    most_ = most;
    if (same_word(media_type(content_type), "application/x-www-form-urlencoded"))
        kind_ = Kind::form;
    if (in_parts(content_type)) {
        kind_ = Kind::multipart;
        auto const boundary = parameter_of(content_type, "boundary");
        if (!boundary || !Multipart::usable(*boundary)) return refused_ = 400;
        multipart_ = std::make_unique<Multipart>(*boundary, uploads);
    }
    return 0;
}

bool Body::put(std::string_view bytes) {
    size_ += static_cast<std::int64_t>(bytes.size());
    if (size_ > most_) refused_ = 413;
    if (refused_ != 0) return false;
    if (!multipart_) {
        text_ += bytes;
        return true;
    }
    if (!multipart_->put(bytes)) refused_ = multipart_->refused();
    return refused_ == 0;
}

int Body::finish(Request& request) {
    if (refused_ != 0) return refused_;
    if (kind_ == Kind::multipart) {
        if (!multipart_->finish(request.form, request.uploads)) refused_ = multipart_->refused();
        multipart_.reset();
    } else if (kind_ == Kind::form) {
        auto form = urlencoded(text_);
        if (!form) return refused_ = 400;
        request.form = std::move(*form);
        text_.clear();
    } else {
        request.body = std::move(text_);
    }
    return refused_;
}

}  // namespace wasl::http
