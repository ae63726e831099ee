// SPDX-License-Identifier: Apache-2.0
// A mail server that keeps what it is given, on a real socket of this machine. One connection at a
// time is enough for tests.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace wasl::mail {

inline std::string from_base64(std::string const& text) {
    std::string const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (char const sign : text) {
        auto const value = alphabet.find(sign);
        if (value == std::string::npos) continue;
        held = held << 6U | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        out += static_cast<char>(held >> bits & 255U);
    }
    return out;
}

class SmtpSink {
public:
    struct Got {
        std::string from, to, text;
    };

    SmtpSink() : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* const raw = reinterpret_cast<sockaddr*>(&address);
        if (::bind(listener_, raw, size) != 0 || ::listen(listener_, 8) != 0 ||
            ::getsockname(listener_, raw, &size) != 0)
            throw std::runtime_error("the sink cannot listen");
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~SmtpSink() {
        ::shutdown(listener_, SHUT_RDWR);
        thread_.join();
        ::close(listener_);
    }
    SmtpSink(SmtpSink const&) = delete;
    SmtpSink& operator=(SmtpSink const&) = delete;

    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
    // The reply to a command ("RCPT"), to the connection ("GREETING") or to the text (".").
    void answer(std::string const& command, std::string const& reply) {
        std::lock_guard const lock(mutex_);
        replies_[command] = reply;
    }
    std::vector<Got> letters() {
        std::lock_guard const lock(mutex_);
        return letters_;
    }

private:
    void serve() {
        for (;;) {
            int const line = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
            if (line < 0) return;
            talk(line);
            ::close(line);
        }
    }

    bool say(int line, std::string const& command, std::string const& usual) {
        std::string reply = usual;
        {
            std::lock_guard const lock(mutex_);
            if (auto const other = replies_.find(command); other != replies_.end())
                reply = other->second;
        }
        auto const text = reply + "\r\n";
        return ::send(line, text.data(), text.size(), MSG_NOSIGNAL) ==
                   static_cast<ssize_t>(text.size()) &&
               (reply[0] == '2' || reply[0] == '3');
    }

    bool next(int line, std::string& held, std::string& out) {
        for (;;) {
            if (auto const end = held.find("\r\n"); end != std::string::npos) {
                out = held.substr(0, end);
                held.erase(0, end + 2);
                return true;
            }
            char part[4096];
            auto const size = ::recv(line, part, sizeof part, 0);
            if (size <= 0) return false;
            held.append(part, static_cast<std::size_t>(size));
        }
    }

    void take_text(int line, std::string& held, Got& got) {
        std::string row;
        while (next(line, held, row) && row != ".") got.text += row + "\r\n";
        if (!say(line, ".", "250 kept")) return;
        std::lock_guard const lock(mutex_);
        letters_.push_back(got);
    }

    void talk(int line) {
        say(line, "GREETING", "220 sink");
        std::string held, command;
        Got got;
        while (next(line, held, command)) {
            auto const verb = command.substr(0, 4);
            auto const what = command.substr(std::min(command.find(':') + 1, command.size()));
            auto const address = what.substr(0, what.find(' '));
            if (verb == "MAIL") got = {address, {}, {}};
            if (verb == "RCPT") got.to = address;
            if (verb == "QUIT") return void(say(line, verb, "221 bye"));
            bool const good = say(line, verb, verb == "DATA" ? "354 go on" : "250 good");
            if (verb == "DATA" && good) take_text(line, held, got);
        }
    }

    int listener_;
    std::uint16_t port_ = 0;
    std::mutex mutex_;
    std::map<std::string, std::string> replies_;
    std::vector<Got> letters_;
    std::thread thread_;
};

}  // namespace wasl::mail
