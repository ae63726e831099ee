// SPDX-License-Identifier: Apache-2.0
// One io thread: its own context, acceptor, deadlines and connections. Nothing here is locked.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_set>

#include "platform/http/hall.hpp"
#include "platform/http/wheel.hpp"

namespace wasl::http {

class Connection;

class Lane {
public:
    Lane(Hall&, boost::asio::ip::tcp::endpoint const&);

    std::uint16_t port() const { return acceptor_.local_endpoint().port(); }
    boost::asio::io_context& io() { return io_; }
    Wheel& wheel() { return wheel_; }
    void run();    // until drained
    void drain();  // on its own thread

    void entered(Connection& connection) { connections_.insert(&connection); }
    void left(Connection& connection);

private:
    void accept();
    void welcome(boost::asio::ip::tcp::socket);
    void tick();

    Hall& hall_;
    boost::asio::io_context io_;
    boost::asio::ip::tcp::acceptor acceptor_;
    boost::asio::steady_timer ticker_;
    boost::asio::steady_timer pause_;
    boost::asio::steady_timer drained_;
    Wheel wheel_;
    std::unordered_set<Connection*> connections_;
    bool draining_ = false;
};

}  // namespace wasl::http
