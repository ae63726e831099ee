// SPDX-License-Identifier: Apache-2.0
// One socket: reads a request, lets a handler thread answer it, writes the answer, begins again.
// All but work() runs on the thread of its lane.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <memory>
#include <string>

#include "platform/http/exchange.hpp"
#include "platform/http/lane.hpp"
#include "platform/http/wheel.hpp"

namespace wasl::http {

class Connection final : public Work,
                         public Timed,
                         public std::enable_shared_from_this<Connection> {
public:
    Connection(Hall&, Lane&, boost::asio::ip::tcp::socket, std::string peer, bool counted);

    void start();
    void drain();  // the server stops: whoever is idle goes
    void close();
    void work() override;
    void expired() override;

private:
    enum class At { waiting, head, body, answering, writing, making, lingering, closed };

    void read();
    void has_read(boost::system::error_code, std::size_t size);
    void proceed();
    bool proceed_head();
    void proceed_body();
    void consume(std::size_t size);
    void body_deadline();
    void dispatch();
    void send();
    void write_more();
    bool load_file_part();
    void next_part();
    void part_made(bool made);
    void sent();
    void linger();
    void next();
    std::string_view held() const { return {in_.data(), used_}; }

    Hall& hall_;
    Lane& lane_;
    boost::asio::ip::tcp::socket socket_;
    std::string const peer_;
    bool const counted_;
    Exchange exchange_;
    At at_ = At::waiting;
    std::string in_;
    std::size_t used_ = 0;
    std::size_t seen_ = 0;  // of the head, already searched for its end
    std::size_t written_ = 0;
    std::size_t lingered_ = 0;
    std::chrono::steady_clock::time_point body_began_;
};

}  // namespace wasl::http
