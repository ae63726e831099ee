// SPDX-License-Identifier: Apache-2.0
#include "modules/notices/tests/http_sink.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>

#include "kernel/result.hpp"

namespace wasl::notices::testing {
namespace {

void send_all(int socket, std::string_view text) {
    while (!text.empty()) {
        auto const size = ::send(socket, text.data(), text.size(), MSG_NOSIGNAL);
        if (size <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(size));
    }
}

Received read_call(int socket) {
    std::string text;
    char buffer[4096];
    std::size_t end = std::string::npos, length = 0;
    Received out;
    while (end == std::string::npos || text.size() < end + 4 + length) {
        auto const size = ::recv(socket, buffer, sizeof buffer, 0);
        if (size <= 0) return out;
        text.append(buffer, static_cast<std::size_t>(size));
        if (end != std::string::npos) continue;
        end = text.find("\r\n\r\n");
        if (end == std::string::npos) continue;
        std::size_t at = text.find("\r\n") + 2;
        while (at < end + 2) {
            auto const stop = text.find("\r\n", at);
            auto const line = text.substr(at, stop - at);
            auto const colon = line.find(": ");
            auto name = line.substr(0, colon);
            std::transform(name.begin(), name.end(), name.begin(), [](char sign) {
                return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + 32) : sign;
            });
            if (colon != std::string::npos) out.headers[name] = line.substr(colon + 2);
            at = stop + 2;
        }
        length = static_cast<std::size_t>(std::stoul("0" + out.headers["content-length"]));
    }
    out.body = text.substr(end + 4, length);
    return out;
}

}  // namespace

HttpSink::HttpSink() {
    listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    check(::bind(listening_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0,
          "there is a free port");
    check(::listen(listening_, 16) == 0, "it can be listened at");
    socklen_t size = sizeof address;
    ::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this] { serve(); });
}

HttpSink::~HttpSink() {
    ::shutdown(listening_, SHUT_RDWR);
    thread_.join();
    ::close(listening_);
}

void HttpSink::behave(std::deque<Manner> manners) {
    std::scoped_lock const lock(mutex_);
    manners_ = std::move(manners);
}
std::vector<Received> HttpSink::received() const {
    std::scoped_lock const lock(mutex_);
    return received_;
}
std::vector<std::string> HttpSink::taken() const {
    std::scoped_lock const lock(mutex_);
    return taken_;
}

void HttpSink::serve() {
    while (true) {
        int const socket = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) return;
        answer(socket);
        ::close(socket);
    }
}

void HttpSink::answer(int socket) {
    auto const call = read_call(socket);
    auto manner = Manner::takes;
    {
        std::scoped_lock const lock(mutex_);
        if (!manners_.empty()) {
            manner = manners_.front();
            manners_.pop_front();
        }
        received_.push_back(call);
        auto const id = call.headers.find("webhook-id");
        if (manner == Manner::takes && id != call.headers.end()) taken_.push_back(id->second);
    }
    switch (manner) {
        case Manner::takes: return send_all(socket, "HTTP/1.1 204 No Content\r\n\r\n");
        case Manner::refuses:
            return send_all(socket, "HTTP/1.1 400 No\r\nContent-Length: 0\r\n\r\n");
        case Manner::breaks:
            return send_all(socket, "HTTP/1.1 500 Broken\r\nContent-Length: 0\r\n\r\n");
        case Manner::hangs_up: return;
        case Manner::talks_nonsense: return send_all(socket, "مرحبا\r\n\r\n");
        case Manner::talks_forever:
            return send_all(socket, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" +
                                        std::string(1'000'000, 'x'));
        case Manner::waits: {
            char nothing = 0;
            while (::recv(socket, &nothing, 1, 0) > 0) continue;
            return;
        }
        case Manner::redirects:
            return send_all(
                socket, "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
    }
}

}  // namespace wasl::notices::testing
