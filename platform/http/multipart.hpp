// SPDX-License-Identifier: Apache-2.0
// multipart/form-data (RFC 7578), read as it comes. Fields stay in memory within narrow limits,
// files go to the uploads folder at once. Strict: what browsers do not send is refused.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/message.hpp"

namespace wasl::http {

class Multipart {
public:
    static constexpr std::size_t parts_max = 1000;
    static constexpr std::size_t files_max = 100;
    static constexpr std::size_t part_head_max = 8 * 1024;
    static constexpr std::size_t field_max = 1024 * 1024;

    static bool usable(std::string_view boundary);

    Multipart(std::string_view boundary, std::filesystem::path uploads);
    ~Multipart();  // files that nobody took are removed
    Multipart(Multipart const&) = delete;
    Multipart& operator=(Multipart const&) = delete;

    bool put(std::string_view bytes);
    bool finish(Pairs& form, std::vector<Upload>& uploads);
    int refused() const { return refused_; }

private:
    enum class At { preamble, after_delimiter, head, data, epilogue };

    bool refuse(int status);
    bool step(bool& more);
    bool read_head(std::string_view head);
    bool take_data(std::string_view data);
    bool end_part();
    bool open_file();

    std::string delimiter_;  // CR LF - - boundary
    std::filesystem::path folder_;
    At at_ = At::preamble;
    std::string held_;  // not yet understood
    std::size_t parts_ = 0;
    int refused_ = 0;

    std::string name_;
    std::string value_;
    bool is_file_ = false;
    int file_ = -1;
    Upload upload_;
    Pairs form_;
    std::vector<Upload> uploads_;
};

}  // namespace wasl::http
