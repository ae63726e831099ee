// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/town.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <boost/json.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "app/house.hpp"
#include "modules/people/account.hpp"

namespace wasl::faults {

namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

std::string binary() {
    char const* const named = std::getenv("PROGRAM_UNDER_TEST");
    if (named) return named;
    // Built beside this test.
    return (fs::read_symlink("/proc/self/exe").parent_path() / "app/wasl").string();
}

sockaddr_in address_of(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

std::uint16_t free_port() {
    int const made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = address_of(0);
    socklen_t size = sizeof address;
    check(::bind(made, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
              ::getsockname(made, reinterpret_cast<sockaddr*>(&address), &size) == 0,
          "there is a free port");
    ::close(made);
    return ntohs(address.sin_port);
}

// A connection for one question; the answer ends where it ends.
Reply ask_once(std::uint16_t port, std::string_view question) {
    int const made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto const address = address_of(port);
    std::string answer;
    if (::connect(made, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0) {
        while (!question.empty()) {
            auto const sent = ::send(made, question.data(), question.size(), MSG_NOSIGNAL);
            if (sent <= 0) break;
            question.remove_prefix(static_cast<std::size_t>(sent));
        }
        char piece[16'384];
        ssize_t read = 0;
        while ((read = ::recv(made, piece, sizeof piece, 0)) > 0)
            answer.append(piece, static_cast<std::size_t>(read));
    }
    ::close(made);
    auto const end = answer.find("\r\n\r\n");
    if (end == std::string::npos || answer.size() < 12) return {};
    Reply reply{std::atoi(answer.c_str() + 9), answer.substr(end + 4)};
    // Cut off in the middle is no answer.
    auto const length = answer.find("Content-Length: ");
    if (length < end &&
        std::strtoull(answer.c_str() + length + 16, nullptr, 10) != reply.body.size())
        return {};
    return reply;
}

// The program would say that it knows no such settings.
std::vector<char*> surroundings() {
    std::vector<char*> kept;
    for (char** one = environ; *one != nullptr; ++one) {
        std::string_view const text(*one);
        if (!text.starts_with("WASL_TEST_PG=")) kept.push_back(*one);
    }
    kept.push_back(nullptr);
    return kept;
}

pid_t spawn(std::string const& command, std::string const& log) {
    auto const program = binary();
    std::string name = program, word = command;
    char* words[] = {name.data(), word.data(), nullptr};
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 1, log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    posix_spawn_file_actions_adddup2(&files, 1, 2);
    pid_t child = 0;
    auto const around = surroundings();
    int const fault = posix_spawn(&child, program.c_str(), &files, nullptr, words, around.data());
    posix_spawn_file_actions_destroy(&files);
    if (fault != 0) throw std::runtime_error("cannot start " + program);
    return child;
}

json::string answer_to(procedures::FormField const& field) {
    using procedures::FieldKind;
    switch (field.kind) {
        case FieldKind::number: return "120";
        case FieldKind::date: return "2026-06-15";
        case FieldKind::choice: return json::string(field.choices.front().ar);
        case FieldKind::email: return "m.alaoui@example.ma";
        case FieldKind::phone: return "0612345678";
        case FieldKind::yes_no: return "yes";
        default: return "حي السلام، بركان";
    }
}

Form form_of(procedures::Sheet const& sheet, AdministrationId where) {
    Form form;
    json::object values;
    for (auto const& field : sheet.form) values[field.code] = answer_to(field);
    form.values = json::serialize(values);
    for (auto const& document : sheet.documents)
        if (document.supplier == procedures::Supplier::user && document.required)
            form.requirements.push_back(document.code);
    form.administration = std::to_string(where.value());
    return form;
}

}  // namespace

std::string member(std::string_view json, std::string_view name) {
    auto const from = json.find('"' + std::string(name) + "\":\"");
    if (from == std::string_view::npos) return {};
    auto const start = from + name.size() + 4;
    return std::string(json.substr(start, json.find('"', start) - start));
}

Town::Town(db::Engine engine, int people)
    : database_(engine), data_(database_.folder() + "/data"), port_(free_port()) {
    database_.close();
    fs::create_directories(data_ + "/assets");
    std::ofstream(data_ + "/assets/manifest.tsv") << "wasl.css\twasl.1.css\n";
    setenv("WASL_DATA", data_.c_str(), 1);
    setenv("WASL_DATABASE", database_.url().c_str(), 1);
    setenv("WASL_SITE_ASSETS", (data_ + "/assets").c_str(), 1);
    setenv("WASL_PORT", std::to_string(port_).c_str(), 1);
    setenv("WASL_HTTP_TRUSTED_PROXIES", "127.0.0.1", 1);
    if (run("seed") != 0) {
        std::ifstream log(data_ + "/log.txt");
        throw std::runtime_error(std::string(std::istreambuf_iterator<char>(log), {}));
    }
    fill(people);
}

Town::~Town() {
    if (process_ == 0) return;
    kill();
    wait_for_the_end();
}

void Town::fill(int people) {
    std::vector<config::Mistake> mistakes;
    app::House house(config::Config::load("", mistakes));
    auto const now = clock::now();
    auto const* const commune = house.directory.picture()->by_slug("commune-berkane");
    check(commune != nullptr, "the house was seeded");
    for (int n = 0; n < people; ++n) {
        auto const token = house.database->write([&](db::Writer& writer) -> Result<std::string> {
            auto const person = TRY(house.people.register_at_counter(
                writer, {.name = "مريم العلوي"}, PersonId{0}, now));
            return people::make_token(house.people, writer, person, "test", "file", 30, now);
        });
        tokens.push_back(token.value());
    }
    house.database->view(
        [&](db::Reader& reader) { house.procedures.refresh(reader, clock::now()); });
    auto const sheet = house.procedures.published("building-permit", commune->id);
    check(sheet != nullptr, "the sheet is published");
    form = form_of(*sheet, commune->id);
}

int Town::run(std::string_view command) const {
    int status = 0;
    auto const child = spawn(std::string(command), data_ + "/log.txt");
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void Town::start() {
    // Ignored signals stay ignored in what is started: a write beyond the limit is then an error.
    ::signal(SIGXFSZ, SIG_IGN);
    process_ = spawn("serve", data_ + "/log.txt");
    for (int tries = 0; tries < 1200; ++tries) {
        if (ask_once(port_, "GET /readyz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                .status == 200)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    throw std::runtime_error("the program did not answer within a minute");
}

void Town::kill() const { ::kill(process_, SIGKILL); }

void Town::stop() {
    ::kill(process_, SIGTERM);
    wait_for_the_end();
}

void Town::wait_for_the_end() {
    ::waitpid(process_, nullptr, 0);
    process_ = 0;
}

void Town::limit_files(std::int64_t bytes) const {
    rlimit limit{RLIM_INFINITY, RLIM_INFINITY};
    if (bytes >= 0) limit.rlim_cur = static_cast<rlim_t>(bytes);
    check(::prlimit(process_, RLIMIT_FSIZE, &limit, nullptr) == 0, "limits can be set");
}

Reply Town::ask(std::string_view method, std::string_view path, std::size_t person,
                std::string_view body, std::string_view headers) const {
    static std::atomic<unsigned> callers{0};
    auto const caller = ++callers;
    std::string question = std::string(method) + " " + std::string(path) +
                           " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                           "X-Forwarded-For: 10." +
                           std::to_string(caller >> 16 & 255) + "." +
                           std::to_string(caller >> 8 & 255) + "." + std::to_string(caller & 255) +
                           "\r\nAuthorization: Bearer " + tokens.at(person) + "\r\n" +
                           std::string(headers);
    if (method == "POST") question += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    question += "\r\n";
    question += body;
    return ask_once(port_, question);
}

// Some 64 KB, no two alike.
std::string Town::content(std::string_view key) {
    std::string const filling(64 * 1024, 'x');
    return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Mark (" + std::string(key) + ") /Filling (" +
           filling + ") >>\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
}

Reply Town::upload(std::size_t person, std::string_view key) const {
    return ask("POST", "/api/v1/uploads?name=plan.pdf", person, content(key),
               "Content-Type: application/pdf\r\n");
}

Reply Town::file(std::size_t person, std::string_view key, std::string_view reference) const {
    json::array documents;
    for (auto const& requirement : form.requirements)
        documents.push_back(json::object{{"requirement", requirement}, {"upload", reference}});
    json::object const body{{"procedure", "building-permit"},
                            {"administration", form.administration},
                            {"values", json::parse(form.values)},
                            {"documents", std::move(documents)}};
    return ask("POST", "/api/v1/dossiers", person, json::serialize(body),
               "Content-Type: application/json\r\nIdempotency-Key: " + std::string(key) + "\r\n");
}

}  // namespace wasl::faults
