// SPDX-License-Identifier: Apache-2.0
#include "platform/http/connection.hpp"

#include <unistd.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <cstring>

namespace wasl::http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::size_t first_buffer = 4 * 1024;
constexpr std::size_t body_buffer = 64 * 1024;
constexpr std::size_t file_buffer = 128 * 1024;
constexpr std::size_t linger_max = 64 * 1024 * 1024;
constexpr seconds linger_time{5};
constexpr std::int64_t least_rate = 1024;

}  // namespace

Connection::Connection(Hall& hall, Lane& lane, asio::ip::tcp::socket socket, std::string peer,
                       bool counted)
    : hall_(hall),
      lane_(lane),
      socket_(std::move(socket)),
      peer_(std::move(peer)),
      counted_(counted),
      exchange_(hall, peer_),
      in_(first_buffer, '\0') {}

void Connection::start() {
    lane_.entered(*this);
    lane_.wheel().set(*this, seconds(hall_.settings.header_seconds));
    read();
}

void Connection::read() {
    socket_.async_read_some(
        asio::buffer(in_.data() + used_, in_.size() - used_),
        [self = shared_from_this()](error_code ec, std::size_t size) { self->has_read(ec, size); });
}

void Connection::has_read(error_code ec, std::size_t size) {
    if (at_ == At::lingering) {
        lingered_ += size;
        if (ec || lingered_ > linger_max) return close();
        return read();
    }
    // Its time was over and the answer is on its way already.
    if (at_ != At::waiting && at_ != At::head && at_ != At::body) return;
    if (ec) return close();
    used_ += size;
    proceed();
}

void Connection::proceed() {
    if (at_ == At::closed) return;
    if (at_ != At::body && !proceed_head()) return;
    proceed_body();
}

// True where the head is read and a body, perhaps an empty one, may follow.
bool Connection::proceed_head() {
    if (at_ == At::waiting) {
        if (held().starts_with("\r\n")) consume(2);
        if (used_ == 0) {
            read();
            return false;
        }
        at_ = At::head;
        lane_.wheel().set(*this, seconds(hall_.settings.header_seconds));
    }
    bool bare = false;
    auto const end = end_of_head(held(), seen_, bare);
    auto const most = hall_.settings.header_max;
    if (bare || end > most || (end == 0 && used_ >= most)) {
        exchange_.refuse(bare ? 400 : 431);
        dispatch();
        return false;
    }
    if (end == 0) {
        seen_ = used_ - (in_[used_ - 1] == '\n' ? 1 : 0);
        if (used_ == in_.size()) in_.resize(std::min(in_.size() * 2, most));
        read();
        return false;
    }
    exchange_.read_head(held().substr(0, end));
    consume(end);
    at_ = At::body;
    body_began_ = std::chrono::steady_clock::now();
    if (exchange_.complete()) return true;
    if (used_ == 0 && exchange_.wants_continue()) {
        error_code ignored;
        constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        socket_.write_some(asio::buffer(go_on.data(), go_on.size()), ignored);
    }
    if (in_.size() < body_buffer) in_.resize(body_buffer);
    return true;
}

void Connection::proceed_body() {
    while (used_ > 0 && !exchange_.complete()) {
        auto const taken = exchange_.read_body(held());
        if (taken == 0) break;
        consume(taken);
    }
    // A chunk's own head that fills the whole buffer is no chunk.
    if (!exchange_.complete() && used_ == in_.size()) exchange_.refuse(400);
    if (exchange_.complete()) return dispatch();
    body_deadline();
    read();
}

void Connection::consume(std::size_t size) {
    std::memmove(in_.data(), in_.data() + size, used_ - size);
    used_ -= size;
}

void Connection::body_deadline() {
    auto const past =
        std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - body_began_);
    milliseconds const most = seconds(hall_.settings.body_seconds);
    milliseconds const earned =
        seconds(hall_.settings.body_grace_seconds + exchange_.received() / least_rate);
    lane_.wheel().set(*this, std::min(most, earned) - past);
}

void Connection::dispatch() {
    at_ = At::answering;
    Wheel::off(*this);
    if (exchange_.answer_at_once()) return send();
    if (hall_.pool.give(shared_from_this())) return;
    exchange_.turn_away();
    send();
}

void Connection::work() {
    if (exchange_.outgoing().rest) {
        bool const made = exchange_.make_part();
        asio::post(lane_.io(), [self = shared_from_this(), made] { self->part_made(made); });
        return;
    }
    exchange_.answer();
    asio::post(lane_.io(), [self = shared_from_this()] { self->send(); });
}

// What was sent of this answer gives its place to the next part, which a handler thread makes.
void Connection::next_part() {
    at_ = At::making;
    Wheel::off(*this);
    if (hall_.pool.give(shared_from_this())) return;
    // No place in the queue, and a half-sent answer cannot be put off politely: made here.
    asio::post(lane_.io(),
               [self = shared_from_this()] { self->part_made(self->exchange_.make_part()); });
}

void Connection::part_made(bool made) {
    if (at_ == At::closed) return;
    if (!made) return close();
    send();
}

void Connection::send() {
    if (at_ == At::closed) return;
    at_ = At::writing;
    written_ = 0;
    write_more();
}

// Tries at once, because the socket nearly always has room, and waits only where it has not.
void Connection::write_more() {
    auto& out = exchange_.outgoing();
    while (true) {
        auto const head = out.head.size();
        auto const part = out.part();
        auto const all = head + part.size();
        if (written_ == all) {
            if (out.rest) return next_part();
            if (out.file_left == 0) return sent();
            if (!load_file_part()) return close();
            continue;
        }
        auto const head_left = written_ < head ? head - written_ : 0;
        auto const part_at = written_ > head ? written_ - head : 0;
        std::array<asio::const_buffer, 2> const rest{
            asio::buffer(out.head.data() + (head - head_left), head_left),
            asio::buffer(part.data() + part_at, part.size() - part_at)};
        error_code ec;
        auto const size = socket_.write_some(rest, ec);
        written_ += size;
        if (ec == asio::error::would_block || ec == asio::error::try_again) {
            auto const left = static_cast<std::int64_t>(all - written_) / least_rate;
            lane_.wheel().set(*this, seconds(hall_.settings.idle_seconds + left));
            return socket_.async_wait(asio::ip::tcp::socket::wait_write,
                                      [self = shared_from_this()](error_code failed) {
                                          if (self->at_ != At::writing) return;
                                          failed ? self->close() : self->write_more();
                                      });
        }
        if (ec) return close();
    }
}

bool Connection::load_file_part() {
    auto& out = exchange_.outgoing();
    out.head.clear();
    out.own.resize(static_cast<std::size_t>(std::min<std::int64_t>(file_buffer, out.file_left)));
    auto const size = ::pread(out.file.handle(), out.own.data(), out.own.size(), out.file_at);
    if (size <= 0) return false;
    out.part_at = 0;
    out.part_size = static_cast<std::size_t>(size);
    out.file_at += size;
    out.file_left -= size;
    written_ = 0;
    return true;
}

void Connection::sent() {
    bool const last = exchange_.outgoing().close;
    bool const unread = exchange_.refused() != 0 || used_ > 0;
    exchange_.done();
    if (!last) return next();
    unread ? linger() : close();
}

// Closing with bytes unread would reset the connection and take our last page away with it.
void Connection::linger() {
    error_code ignored;
    (void)socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    at_ = At::lingering;
    used_ = 0;
    lane_.wheel().set(*this, linger_time);
    read();
}

void Connection::next() {
    if (hall_.draining && used_ == 0) return close();
    exchange_.restart();
    at_ = At::waiting;
    seen_ = 0;
    if (used_ == 0) {
        if (in_.size() > first_buffer) std::string(first_buffer, '\0').swap(in_);
        lane_.wheel().set(*this, seconds(hall_.settings.idle_seconds));
        return read();
    }
    lane_.wheel().set(*this, seconds(hall_.settings.header_seconds));
    // Not a call: a thousand requests in one packet must not become a thousand frames.
    asio::post(lane_.io(), [self = shared_from_this()] { self->proceed(); });
}

void Connection::expired() {
    auto const self = shared_from_this();
    if (at_ != At::head && at_ != At::body) return close();
    exchange_.refuse(408);
    error_code ignored;
    (void)socket_.cancel(ignored);
    dispatch();
}

void Connection::drain() {
    if (at_ == At::waiting && used_ == 0) close();
}

void Connection::close() {
    if (at_ == At::closed) return;
    auto const self = shared_from_this();
    at_ = At::closed;
    Wheel::off(*this);
    error_code ignored;
    (void)socket_.close(ignored);
    if (counted_) hall_.callers.leave(peer_);
    --hall_.connections;
    lane_.left(*this);
}

}  // namespace wasl::http
