// SPDX-License-Identifier: Apache-2.0
#include "platform/http/server.hpp"

#include <sodium.h>
#include <sys/socket.h>

#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <thread>

#include "platform/http/connection.hpp"
#include "platform/http/lane.hpp"
#include "platform/log/log.hpp"

namespace wasl::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

std::string_view constexpr full_house =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\n"
    "Connection: close\r\n\r\n";

// The lanes share a port, and the kernel would let a second program share it, too: half of all
// requests would reach another house.
void refuse_a_port_in_use(tcp::endpoint const& endpoint) {
    if (endpoint.port() == 0) return;
    asio::io_context io(1);
    tcp::acceptor alone(io, endpoint.protocol());
    alone.set_option(tcp::acceptor::reuse_address(true));
    error_code ec;
    (void)alone.bind(endpoint, ec);
    if (ec)
        throw std::runtime_error(
            endpoint.address().to_string() + ":" + std::to_string(endpoint.port()) +
            " cannot be served on: " + ec.message() + " (WASL_PORT names another port)");
}

}  // namespace

Lane::Lane(Hall& hall, tcp::endpoint const& endpoint)
    : hall_(hall), io_(1), acceptor_(io_), ticker_(io_), pause_(io_), drained_(io_) {
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(tcp::acceptor::reuse_address(true));
    acceptor_.set_option(ReusePort(true));
    acceptor_.bind(endpoint);
    acceptor_.listen(1024);
    acceptor_.non_blocking(true);
}

void Lane::run() {
    accept();
    tick();
    io_.run();
}

void Lane::tick() {
    ticker_.expires_after(Wheel::step);
    ticker_.async_wait([this](error_code ec) {
        if (ec) return;
        wheel_.tick();
        tick();
    });
}

void Lane::accept() {
    acceptor_.async_accept([this](error_code ec, tcp::socket socket) {
        if (!acceptor_.is_open()) return;
        if (!ec) welcome(std::move(socket));
        if (!ec || ec == asio::error::connection_aborted) return accept();
        // Out of descriptors: others must finish first.
        hall_.metrics.refused("connections");
        pause_.expires_after(std::chrono::milliseconds(100));
        pause_.async_wait([this](error_code stopped) {
            if (!stopped && acceptor_.is_open()) accept();
        });
    });
}

void Lane::welcome(tcp::socket socket) {
    error_code ec;
    auto const remote = socket.remote_endpoint(ec);
    if (ec) return;
    auto address = remote.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    auto peer = address.to_string();
    (void)socket.set_option(tcp::no_delay(true), ec);
    (void)socket.non_blocking(true, ec);
    auto const& settings = hall_.settings;
    bool const counted = !hall_.proxies.hold(peer);
    bool const full = hall_.connections >= settings.connections_max;
    if (full || (counted && !hall_.callers.enter(peer, settings.connections_per_client_max))) {
        hall_.metrics.refused("connections");
        socket.write_some(asio::buffer(full_house.data(), full_house.size()), ec);
        return;
    }
    ++hall_.connections;
    std::make_shared<Connection>(hall_, *this, std::move(socket), std::move(peer), counted)
        ->start();
}

// Who already stands in the kernel's queue is let in before the door is shut.
void Lane::drain() {
    if (draining_) return;
    draining_ = true;
    error_code ec;
    while (true) {
        tcp::socket socket(io_);
        (void)acceptor_.accept(socket, ec);
        if (ec) break;
        welcome(std::move(socket));
    }
    (void)acceptor_.close(ec);
    auto const all = connections_;
    for (auto* connection : all)
        if (connections_.contains(connection)) connection->drain();
    if (connections_.empty()) return io_.stop();
    drained_.expires_after(std::chrono::seconds(hall_.settings.drain_seconds));
    drained_.async_wait([this](error_code stopped) {
        if (!stopped) io_.stop();
    });
}

void Lane::left(Connection& connection) {
    connections_.erase(&connection);
    if (draining_ && connections_.empty()) io_.stop();
}

struct Server::Inside {
    Inside(ServerSettings given, Router const& router) : hall(std::move(given), router) {}

    Hall hall;
    std::vector<std::unique_ptr<Lane>> lanes;
    std::uint16_t port = 0;
};

Server::Server(ServerSettings settings, Router const& router) {
    check(sodium_init() >= 0, "libsodium starts");
    inside_ = std::make_unique<Inside>(std::move(settings), router);
    auto& hall = inside_->hall;
    tcp::endpoint endpoint(asio::ip::make_address(hall.settings.address), hall.settings.port);
    refuse_a_port_in_use(endpoint);
    for (int n = 0; n < std::max(1, hall.settings.io_threads); ++n) {
        inside_->lanes.push_back(std::make_unique<Lane>(hall, endpoint));
        endpoint.port(inside_->lanes.front()->port());
    }
    inside_->port = endpoint.port();
}

Server::~Server() { inside_->hall.pool.finish(); }

std::uint16_t Server::port() const { return inside_->port; }

void Server::run(bool catch_signals) {
    auto& lanes = inside_->lanes;
    asio::signal_set signals(lanes.front()->io());
    if (catch_signals) {
        signals.add(SIGTERM);
        signals.add(SIGINT);
        signals.async_wait([this](error_code ec, int) {
            if (!ec) stop();
        });
    }
    log::event(log::Level::info, "http.listening",
               {{"address", std::string_view(inside_->hall.settings.address)},
                {"port", static_cast<std::int64_t>(port())}});
    std::vector<std::jthread> threads;
    for (std::size_t n = 1; n < lanes.size(); ++n)
        threads.emplace_back([&lane = *lanes[n]] { lane.run(); });
    lanes.front()->run();
    threads.clear();
    log::event(log::Level::info, "http.stopped",
               {{"left", static_cast<std::int64_t>(inside_->hall.connections)}});
}

void Server::stop() {
    inside_->hall.draining = true;
    for (auto const& lane : inside_->lanes)
        asio::post(lane->io(), [&lane = *lane] { lane.drain(); });
}

}  // namespace wasl::http
