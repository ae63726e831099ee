// SPDX-License-Identifier: Apache-2.0
// Asks one address at a fixed rate and says how long people wait: an answer counts from the moment
// at which its question was due, so that a slow answer also counts for those who waited behind it.
//
//     steady_load PORT PATH HEADER RATE SECONDS    prints: done p50 p99 p99.9 (milliseconds)
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

constexpr int callers = 16;

class Line {
public:
    explicit Line(int port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(port));
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        int const on = 1;
        setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0)
            throw std::runtime_error("nobody listens");
    }
    ~Line() { close(socket_); }
    Line(Line const&) = delete;
    Line& operator=(Line const&) = delete;

    void ask(std::string const& request) {
        if (send(socket_, request.data(), request.size(), 0) !=
            static_cast<ssize_t>(request.size()))
            throw std::runtime_error("the connection was closed");
        heard_.clear();
        std::size_t whole = 0;
        while (whole == 0 || heard_.size() < whole) {
            char piece[65536];
            auto const size = recv(socket_, piece, sizeof piece, 0);
            if (size <= 0) throw std::runtime_error("the connection was closed");
            heard_.append(piece, static_cast<std::size_t>(size));
            if (whole == 0) whole = length();
        }
    }

private:
    // Of head and body; 0 while the head is not whole.
    std::size_t length() const {
        auto const head = heard_.find("\r\n\r\n");
        if (head == std::string::npos) return 0;
        if (!heard_.starts_with("HTTP/1.1 200")) throw std::runtime_error(heard_.substr(0, head));
        auto at = heard_.find("Content-Length: ");
        if (at == std::string::npos) at = heard_.find("content-length: ");
        if (at > head) throw std::runtime_error("an answer without its length");
        return head + 4 + std::strtoul(heard_.c_str() + at + 16, nullptr, 10);
    }

    int socket_;
    std::string heard_;
};

std::vector<double> waited(int port, std::string const& request, double rate, double seconds) {
    std::vector<std::vector<double>> all(callers);
    std::vector<std::thread> threads;
    auto const start = Clock::now() + std::chrono::milliseconds(50);
    for (int n = 0; n < callers; ++n)
        threads.emplace_back([&, n] {
            Line line(port);
            for (int k = 0;; ++k) {
                std::chrono::duration<double> const after((k * callers + n) / rate);
                if (after.count() > seconds) return;
                auto const due = start + std::chrono::duration_cast<Clock::duration>(after);
                std::this_thread::sleep_until(due);
                line.ask(request);
                std::chrono::duration<double, std::milli> const took = Clock::now() - due;
                all[static_cast<std::size_t>(n)].push_back(took.count());
            }
        });
    for (auto& thread : threads) thread.join();
    std::vector<double> out;
    for (auto const& one : all) out.insert(out.end(), one.begin(), one.end());
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

int main(int count, char** words) try {
    if (count != 6) throw std::runtime_error("steady_load PORT PATH HEADER RATE SECONDS");
    std::string const request =
        "GET " + std::string(words[2]) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + words[3] + "\r\n\r\n";
    auto const times =
        waited(std::atoi(words[1]), request, std::atof(words[4]), std::atof(words[5]));
    if (times.empty()) throw std::runtime_error("nothing was asked");
    auto const at = [&](double part) {
        return times[static_cast<std::size_t>(static_cast<double>(times.size() - 1) * part)];
    };
    std::printf("%zu %.3f %.3f %.3f\n", times.size(), at(0.5), at(0.99), at(0.999));
    return 0;
} catch (std::exception const& fault) {
    std::fprintf(stderr, "steady_load: %s\n", fault.what());
    return 1;
}
