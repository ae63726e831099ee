// SPDX-License-Identifier: Apache-2.0
#include <malloc.h>

#include <condition_variable>
#include <csignal>
#include <iostream>
#include <mutex>
#include <thread>

#include "app/commands.hpp"
#include "app/house.hpp"
#include "platform/jobs/own.hpp"

namespace wasl::app {

namespace {

void say_where(House const& house, config::Config const& config, std::uint16_t port) {
    auto const& address = config.text("http.address");
    std::cout << "\n  http://" << address << ':' << port << "/\n"
              << "  data: " << house.data.string() << "\n"
              << "  letters: "
              << (config.text("mail.url").empty()
                      ? (house.data / "letters").string() + " (no mail server is named: mail.url)"
                      : config.text("mail.url"))
              << "\n  Ctrl-C ends it.\n"
              << std::endl;
}

// What the first visitors would wait for is made while nobody has come yet.
void prepare(House const& house) {
    try {
        house.procedures.prepare();
        malloc_trim(0);  // the texts that were indexed are not needed any more
    } catch (std::exception const& exception) {
        log::event(log::Level::warning, "procedures.not_prepared",
                   {{"what", std::string_view(exception.what())}});
    }
}

// glibc gives memory back from the end of its heap alone. After a rush a third of the heap is free
// and in the middle; a walk over it takes some milliseconds.
void give_memory_back(std::stop_token const& ended) {
    static constexpr std::size_t worth_a_walk_bytes = 2 << 20;
    static constexpr auto every = std::chrono::seconds(10);
    std::mutex lock;
    std::condition_variable_any sleeping;
    std::unique_lock hold(lock);
    while (!sleeping.wait_for(hold, ended, every, [&] { return ended.stop_requested(); }))
        if (mallinfo2().fordblks > worth_a_walk_bytes) malloc_trim(0);
}

// Waits until somebody asks the process to end.
void wait_for_the_end(sigset_t const& ending) {
    int signal = 0;
    sigwait(&ending, &signal);
}

}  // namespace

int migrate(config::Config const& config, bool quiet) {
    auto const applied = House(config).migrate(clock::now());
    if (quiet) return 0;
    for (auto const& step : applied) std::cout << step << '\n';
    if (applied.empty()) std::cout << "nothing to do\n";
    return 0;
}

// glibc gives each thread an arena of its own that never shrinks: with 40 threads, half the memory.
constexpr int arenas_max = 2;

int serve(config::Config const& config, bool announce) {
    mallopt(M_ARENA_MAX, arenas_max);
    log::start(log_level(config));
    House house(config);
    if (house.embedded()) house.migrate(clock::now());
    house.open_doors();
    jobs::Runner runner(*house.database, house.jobs(), clock::now);
    jobs::Own own(*house.database, house.procedures.own_job(), clock::now);
    http::Server server(server_settings(config), house.router);
    runner.start();
    own.start();
    std::jthread const preparing([&house] { prepare(house); });
    std::jthread const giving_back(give_memory_back);
    if (announce) say_where(house, config, server.port());
    server.run(true);
    own.stop();
    runner.stop();
    log::flush();
    return 0;
}

int run_jobs(config::Config const& config, bool once) {
    log::start(log_level(config));
    // Before any thread is made, so that all of them leave these signals to us.
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);

    House house(config);
    jobs::Runner runner(*house.database, house.jobs(), clock::now);
    if (once) {
        for (auto const& name : runner.run_due()) std::cout << name << '\n';
        return 0;
    }
    runner.start();
    wait_for_the_end(ending);
    runner.stop();
    return 0;
}

int print_routes(config::Config const& config) {
    House house(config);
    house.open_doors();
    std::cout << house.routes();
    return 0;
}

}  // namespace wasl::app
