// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/tests/house_on_a_port.hpp"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "platform/http/text.hpp"

namespace wasl::reports {

HouseOnAPort::HouseOnAPort(Ask ask) : ask_(std::move(ask)) {
    listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    (void)::bind(listening_, reinterpret_cast<sockaddr*>(&address), sizeof address);
    (void)::listen(listening_, 16);
    socklen_t size = sizeof address;
    ::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this] { serve(); });
}

HouseOnAPort::~HouseOnAPort() {
    ::shutdown(listening_, SHUT_RDWR);
    thread_.join();
    ::close(listening_);
}

void HouseOnAPort::serve() {
    for (;;) {
        int const socket = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) return;
        answer(socket);
        ::close(socket);
    }
}

// All of a request: its head, and as much body as the head says.
static std::string read_request(int socket) {
    std::string text;
    std::size_t wanted = std::string::npos;
    char part[16'384];
    while (text.size() < wanted) {
        auto const got = ::recv(socket, part, sizeof part, 0);
        if (got <= 0) break;
        text.append(part, static_cast<std::size_t>(got));
        auto const end = text.find("\r\n\r\n");
        if (end == std::string::npos || wanted != std::string::npos) continue;
        auto const length = text.find("Content-Length: ");
        wanted = end + 4 + (length < end ? std::stoul(text.substr(length + 16)) : 0);
    }
    return text;
}

static std::string bomb() {
    return "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
           "\"&a;&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
           "<service_requests><request><service_request_id>&b;&c;</service_request_id>";
}

void HouseOnAPort::answer(int socket) {
    auto const text = read_request(socket);
    auto const blank = text.find(' ');
    auto const body = text.find("\r\n\r\n");
    if (blank == std::string::npos || body == std::string::npos) return;
    bool const posts = text.starts_with("POST");
    auto const target = text.substr(blank + 1, text.find(' ', blank + 1) - blank - 1);
    Manner manner{};
    {
        std::lock_guard const lock(mutex_);
        manner = manner_;
    }
    if (manner == Manner::stays_silent) {
        char rest = 0;
        while (::recv(socket, &rest, 1, 0) > 0) {
        }
        return;
    }
    http::Response response;
    if (manner == Manner::well || manner == Manner::does_and_hangs_up)
        response = ask_(posts ? http::Method::post : http::Method::get, target,
                        posts ? http::urlencoded(text.substr(body + 4)).value_or(http::Pairs{})
                              : http::Pairs{});
    if (manner == Manner::does_and_hangs_up) return;
    if (manner == Manner::talks_nonsense) response.body = "<html><body>Welcome!";
    if (manner == Manner::breaks) response.status = 500;
    if (manner == Manner::sends_a_bomb) response.body = bomb();
    auto const out = "HTTP/1.1 " + std::to_string(response.status) +
                     " X\r\nContent-Type: " + response.type +
                     "\r\nContent-Length: " + std::to_string(response.body.size()) +
                     "\r\nConnection: close\r\n\r\n" + response.body;
    std::size_t sent = 0;
    while (sent < out.size()) {
        auto const more = ::send(socket, out.data() + sent, out.size() - sent, MSG_NOSIGNAL);
        if (more <= 0) return;
        sent += static_cast<std::size_t>(more);
    }
}

}  // namespace wasl::reports
