// SPDX-License-Identifier: Apache-2.0
// One message as it comes over the wire: Beast's parser, and the refusals that it leaves to us.
// Whoever sits before us must never see another end of the message than we do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "platform/http/message.hpp"

namespace wasl::http {

class Body;

class Wire {
public:
    static constexpr std::size_t target_max = 8192;
    static constexpr std::size_t fields_max = 100;

    explicit Wire(std::size_t header_max);
    ~Wire();

    void restart();  // the next message
    // `bytes` ends with the empty line. Fills method, target and headers.
    void read_head(std::string_view bytes, Request&);
    // How many bytes it took; what is left belongs to the next message, or wants more with it.
    std::size_t read_body(std::string_view bytes, Body&);

    int refused() const { return refused_; }  // a status; 0: none
    bool complete() const;
    bool keep_alive() const;
    bool takes_chunks() const;  // HTTP/1.1
    bool head_only() const { return head_only_; }
    bool wants_continue() const { return wants_continue_; }
    bool has_body() const;
    std::optional<std::int64_t> length() const;  // as announced

private:
    struct Parser;
    void check_head(std::string_view bytes, Request const&);

    std::size_t header_max_;
    std::unique_ptr<Parser> parser_;
    int refused_ = 0;
    bool head_only_ = false;
    bool wants_continue_ = false;
};

// Where the head ends, counted with its empty line; 0: not yet. `bare` where a line ends without
// CR, which never becomes a head.
std::size_t end_of_head(std::string_view bytes, std::size_t seen, bool& bare);

}  // namespace wasl::http
