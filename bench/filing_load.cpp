// SPDX-License-Identifier: Apache-2.0
// The people who file, all at once, from one thread: so cheap that the house is what is measured.
//
//     filing_load PORT TOKENS BODY CONNECTIONS SECONDS DOCUMENT
//
// TOKENS is a file with a bearer token a line, BODY the file with the JSON of a filing. With
// DOCUMENT bytes more than 0 each filing is two requests: the content, then the dossier that names
// it in the place of @upload@. Prints filings done and seconds.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

std::string contents_of(char const* path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error(std::string(path) + ": cannot be read");
    return {std::istreambuf_iterator<char>(in), {}};
}

class People {
public:
    People(char const* tokens, char const* body, std::size_t document)
        : body_(contents_of(body)), document_(document) {
        std::ifstream in(tokens);
        for (std::string line; std::getline(in, line);) tokens_.push_back(line);
        if (tokens_.empty()) throw std::runtime_error("no tokens");
        turn_ = std::random_device{}();
    }
    bool send_documents() const { return document_ > 0; }
    std::size_t next() { return turn_++ % tokens_.size(); }

    std::string upload(std::size_t person) {
        std::string content =
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n%";
        std::string const tail = "\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";
        static constexpr char digits[] = "0123456789abcdef";
        while (content.size() + tail.size() + 16 <= document_) {
            auto rest = dice_();
            for (int n = 0; n < 16; ++n, rest >>= 4) content += digits[rest & 15];
        }
        content += tail;
        return request(person, "/api/v1/uploads?name=plan.pdf", "application/octet-stream", "",
                       content);
    }
    std::string filing(std::size_t person, std::string const& upload) {
        auto body = body_;
        if (auto const mark = body.find("@upload@"); mark != std::string::npos)
            body.replace(mark, 8, upload);
        auto const key = std::to_string(dice_()) + std::to_string(dice_());
        return request(person, "/api/v1/dossiers", "application/json",
                       "Idempotency-Key: " + key + "\r\n", body);
    }

private:
    // Each from an address of his own: the limits of docs/limits.md stay on.
    std::string request(std::size_t person, char const* path, char const* type,
                        std::string const& more, std::string const& body) const {
        auto const address = "10." + std::to_string(person >> 16 & 255) + "." +
                             std::to_string(person >> 8 & 255) + "." + std::to_string(person & 255);
        return "POST " + std::string(path) +
               " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + tokens_[person] +
               "\r\nX-Forwarded-For: " + address + "\r\nContent-Type: " + type + "\r\n" + more +
               "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }

    std::string body_;
    std::size_t document_;
    std::vector<std::string> tokens_;
    std::size_t turn_ = 0;
    std::mt19937_64 dice_{std::random_device{}()};
};

class Caller {
public:
    Caller(People& people, int port) : people_(people) {
        socket_ = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(port));
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0)
            throw std::runtime_error("nobody listens");
        int const on = 1;
        setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    ~Caller() { close(socket_); }
    Caller(Caller const&) = delete;
    Caller& operator=(Caller const&) = delete;
    int socket_number() const { return socket_; }

    void start() {
        person_ = people_.next();
        uploading_ = people_.send_documents();
        send_all(uploading_ ? people_.upload(person_) : people_.filing(person_, ""));
    }
    // True where a filing was answered.
    bool hear() {
        char part[16384];
        auto const size = recv(socket_, part, sizeof part, 0);
        if (size <= 0) throw std::runtime_error("the connection was closed");
        heard_.append(part, static_cast<std::size_t>(size));
        auto const end = heard_.find("\r\n\r\n");
        if (end == std::string::npos) return false;
        auto const length = heard_.find("Content-Length: ");
        if (length == std::string::npos) throw std::runtime_error(heard_);
        auto const whole = end + 4 + std::strtoul(heard_.c_str() + length + 16, nullptr, 10);
        if (heard_.size() < whole) return false;
        if (heard_.compare(0, 12, "HTTP/1.1 201") != 0) throw std::runtime_error(heard_);
        if (!uploading_) {
            heard_.clear();
            return true;
        }
        uploading_ = false;
        auto const upload = heard_.find("\"upload\":\"");
        if (upload == std::string::npos) throw std::runtime_error(heard_);
        auto const name = heard_.substr(upload + 10, 64);
        heard_.clear();
        send_all(people_.filing(person_, name));
        return false;
    }

private:
    void send_all(std::string const& request) const {
        for (std::size_t sent = 0; sent < request.size();) {
            auto const size = send(socket_, request.data() + sent, request.size() - sent, 0);
            if (size <= 0) throw std::runtime_error("the connection was closed");
            sent += static_cast<std::size_t>(size);
        }
    }

    People& people_;
    int socket_ = -1;
    std::size_t person_ = 0;
    bool uploading_ = false;
    std::string heard_;
};

double file_for(People& people, int port, int connections, double seconds, long long& done) {
    int const epoll = epoll_create1(0);
    std::vector<std::unique_ptr<Caller>> callers;
    for (int n = 0; n < connections; ++n) {
        auto& caller = *callers.emplace_back(std::make_unique<Caller>(people, port));
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = &caller;
        epoll_ctl(epoll, EPOLL_CTL_ADD, caller.socket_number(), &event);
    }
    auto const start = Clock::now();
    for (auto const& caller : callers) caller->start();
    auto under_way = connections;
    while (under_way > 0) {
        epoll_event events[64];
        int const count = epoll_wait(epoll, events, 64, 60'000);
        if (count <= 0) throw std::runtime_error("no answer for a minute");
        bool const over = std::chrono::duration<double>(Clock::now() - start).count() > seconds;
        for (int n = 0; n < count; ++n) {
            auto& caller = *static_cast<Caller*>(events[n].data.ptr);
            if (!caller.hear()) continue;
            ++done;
            if (over)
                --under_way;
            else
                caller.start();
        }
    }
    close(epoll);
    return std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace

int main(int count, char** words) try {
    if (count != 7)
        throw std::runtime_error("filing_load PORT TOKENS BODY CONNECTIONS SECONDS DOCUMENT");
    People people(words[2], words[3], std::strtoul(words[6], nullptr, 10));
    long long done = 0;
    auto const seconds =
        file_for(people, std::atoi(words[1]), std::atoi(words[4]), std::atof(words[5]), done);
    std::printf("%lld %.4f\n", done, seconds);
    return 0;
} catch (std::exception const& fault) {
    std::fprintf(stderr, "filing_load: %s\n", fault.what());
    return 1;
}
