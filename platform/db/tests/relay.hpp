// SPDX-License-Identifier: Apache-2.0
// Stands between us and a PostgreSQL server that listens in a folder, and hangs up at the worst
// moment: when a commit is on its way there, or its answer on its way back.
#pragma once

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace wasl::db {

class Relay {
public:
    enum class Cut { never, question, answer };

    // Listens in `folder` for what is meant for the server in `server_folder`.
    Relay(std::string const& server_folder, std::string const& folder)
        : server_(server_folder + "/.s.PGSQL.5432"),
          path_(folder + "/.s.PGSQL.5432"),
          listening_(socket(AF_UNIX, SOCK_STREAM, 0)) {
        auto const address = address_of(path_);
        (void)bind(listening_, reinterpret_cast<sockaddr const*>(&address), sizeof address);
        (void)listen(listening_, 16);
        thread_ = std::thread([this] { serve(); });
    }
    ~Relay() {
        stop_ = true;
        thread_.join();
        for (auto const& pair : pairs_) hang_up(pair);
        close(listening_);
        unlink(path_.c_str());
    }
    Relay(Relay const&) = delete;
    Relay& operator=(Relay const&) = delete;

    // At the next commit, once.
    void cut(Cut where) { cut_ = where; }
    bool was_cut() const { return cut_ == Cut::never; }

private:
    struct Pair {
        int ours, theirs;
    };
    static sockaddr_un address_of(std::string const& path) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        return address;
    }
    static void hang_up(Pair const& pair) {
        close(pair.ours);
        close(pair.theirs);
    }
    void serve() {
        while (!stop_) {
            std::vector<pollfd> watched{{listening_, POLLIN, 0}};
            for (auto const& pair : pairs_) {
                watched.push_back({pair.ours, POLLIN, 0});
                watched.push_back({pair.theirs, POLLIN, 0});
            }
            if (poll(watched.data(), watched.size(), 20) <= 0) continue;
            std::vector<Pair> kept;
            for (std::size_t n = 0; n < pairs_.size(); ++n) {
                auto const& pair = pairs_[n];
                bool const stays = (watched[2 * n + 1].revents == 0 ||
                                    pass(pair.ours, pair.theirs, Cut::question, "commit")) &&
                                   (watched[2 * n + 2].revents == 0 ||
                                    pass(pair.theirs, pair.ours, Cut::answer, "COMMIT"));
                if (stays)
                    kept.push_back(pair);
                else
                    hang_up(pair);
            }
            pairs_ = kept;
            if (watched[0].revents != 0) welcome();
        }
    }
    void welcome() {
        Pair const pair{accept(listening_, nullptr, nullptr), socket(AF_UNIX, SOCK_STREAM, 0)};
        auto const address = address_of(server_);
        (void)connect(pair.theirs, reinterpret_cast<sockaddr const*>(&address), sizeof address);
        pairs_.push_back(pair);
    }
    // False where nothing more is to be said.
    bool pass(int from, int to, Cut here, std::string_view word) {
        char bytes[65536];
        auto const size = recv(from, bytes, sizeof bytes, 0);
        if (size <= 0) return false;
        std::string_view const said(bytes, static_cast<std::size_t>(size));
        if (cut_ == here && said.find(word) != std::string_view::npos) {
            cut_ = Cut::never;
            return false;
        }
        return send(to, bytes, said.size(), MSG_NOSIGNAL) == size;
    }

    std::string server_, path_;
    int listening_;
    std::atomic<bool> stop_ = false;
    std::atomic<Cut> cut_ = Cut::never;
    std::vector<Pair> pairs_;
    std::thread thread_;
};

}  // namespace wasl::db
