// SPDX-License-Identifier: Apache-2.0
#include "platform/http/tests/client.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "platform/http/text.hpp"

namespace wasl::http::testing {
namespace {

constexpr std::string_view secret = "right";

// "person=7; role=officer" in the cookies; csrf is the same for everybody.
Visitor recognised(Request const& request, db::Reader&, Instant) {
    Visitor visitor;
    // Nobody in particular has no csrf, which forms must carry.
    if (!request.path.starts_with("/kept") || request.path == "/kept/form") visitor.csrf = secret;
    if (auto const person = number_in(request.cookie("person"))) visitor.person = PersonId{*person};
    if (request.cookie("role") == "officer")
        visitor.grants.push_back({Role::officer, AdministrationId{1}, UnitId{0}});
    visitor.looks_only = request.header("authorization") == "Bearer looks";
    visitor.by_token = visitor.looks_only || request.header("authorization") == "Bearer token";
    return visitor;
}

Response shown(Asked const& asked, int status, Refusal const&, std::string const& incident) {
    std::string text = asked.language() == Language::fr ? "Refus " : "رفض ";
    return page(text + std::to_string(status) + " " + incident);
}

Result<Response> hello(Doors const&, Asked const& asked) {
    return page("مرحبا " + std::string(asked.request.asked("name")));
}
Result<Response> named(Doors const&, Asked const& asked) {
    return page("[" + std::string(asked.wild(0)) + "]");
}
Result<Response> shared(Doors const&, Asked const& asked) {
    auto response = page(std::string(8000, 'a') + std::string(name_of(asked.language())));
    response.shared = true;
    return response;
}
Content content(Doors const& doors, Instant) { return {{doors.content, 0}, !doors.due}; }
Result<Response> kept(Doors const& doors, Asked const& asked) {
    auto response =
        page("made " + std::to_string(++doors.made) + " of " + std::to_string(doors.content) +
             " for " + std::to_string(asked.visitor.person.value()) + " " + asked.visitor.csrf +
             std::string(asked.request.asked("q")) + std::string(4000, 'a'));
    response.shared = !asked.visitor.signed_in();
    return response;
}
Result<Response> kept_with_word(Doors const& doors, Asked const& asked) {
    auto response = kept(doors, asked).value();
    response.with("set-cookie", "word=once; Path=/");
    return response;
}
Result<Response> kept_and_missing(Doors const& doors, Asked const& asked) {
    auto response = kept(doors, asked).value();
    response.status = 404;
    return response;
}
Result<Response> kept_and_moving(Doors const& doors, Asked const& asked) {
    auto response = kept(doors, asked).value();
    ++doors.content;
    return response;
}
Result<Response> broken(Doors const&, Asked const&) {
    throw db::Breakdown("disk I/O error in table person");
}
Result<Response> wrong(Doors const&, Asked const&) { throw Bug("unreachable state"); }
Result<Response> gone(Doors const&, Asked const&) { return Refusal{Refused::gone, {}}; }
Result<Response> paper(Doors const&, Asked const&) {
    return download("%PDF-paper", "application/pdf", "paper.pdf");
}
Result<Response> file(Doors const&, Asked const& asked) {
    Response response;
    response.type = "application/pdf";
    response.file = std::string(asked.request.header("x-file"));
    return response;
}
Result<Response> wait(Doors const& doors, Asked const&) {
    std::unique_lock lock(doors.mutex);
    doors.entered = true;
    doors.changed.notify_all();
    doors.changed.wait(lock, [&] { return doors.released; });
    return page("late but whole");
}
// Three parts and a last empty one; "broken" ends in the middle.
Result<Response> parts(Doors const&, Asked const& asked) {
    Response response;
    response.with("ETag", "\"three\"");
    bool const breaks = asked.request.asked("broken") == "1";
    response.parts = [breaks, count = 0](std::string& part) mutable {
        if (breaks && count == 2) throw std::runtime_error("the disk is gone");
        if (count < 3) part = std::string(100'000, static_cast<char>('a' + count));
        return ++count <= 3;
    };
    return response;
}
// Says what arrived: fields, then files with their sizes and whether they lie on the disk.
Result<Response> echo(Doors const&, Acted const& acted) {
    std::string text;
    for (auto const& [name, value] : acted.request.form)
        text += name + "=" + (value.size() > 100 ? std::to_string(value.size()) : value) + ";";
    for (auto const& upload : acted.request.uploads) {
        std::ifstream in(upload.path, std::ios::binary);
        std::stringstream content;
        content << in.rdbuf();
        text += upload.field + "<" + upload.file_name + ":" + std::to_string(upload.size) + ":" +
                std::to_string(content.str().size()) + ">";
    }
    return page(text + acted.request.body);
}

constexpr Route<Doors> routes[] = {
    get<Doors>("/", Allow::anyone, hello),
    get<Doors>("/hello", Allow::anyone, hello),
    get<Doors>("/hello/:name", Allow::anyone, named),
    get<Doors>("/hello/world/deep", Allow::anyone, hello),
    get<Doors>("/shared", Allow::anyone, shared),
    get<Doors>("/kept", Allow::anyone, kept).kept_by(content),
    get<Doors>("/kept/form", Allow::anyone, kept).kept_by(content),
    get<Doors>("/kept/word", Allow::anyone, kept_with_word).kept_by(content),
    get<Doors>("/kept/missing", Allow::anyone, kept_and_missing).kept_by(content),
    get<Doors>("/kept/moving", Allow::anyone, kept_and_moving).kept_by(content),
    get<Doors>("/broken", Allow::anyone, broken),
    get<Doors>("/wrong", Allow::anyone, wrong),
    get<Doors>("/gone", Allow::anyone, gone),
    get<Doors>("/file", Allow::anyone, file),
    get<Doors>("/parts", Allow::anyone, parts),
    get<Doors>("/wait", Allow::anyone, wait),
    get<Doors>("/mine", Allow::citizen, hello),
    get<Doors>("/office", Allow::officer, hello),
    get<Doors>("/api/mine", Allow::citizen, hello),
    post<Doors>("/echo", Allow::anyone, echo, {.body_max = 4_MiB}),
    post<Doors>("/hello/world/deep/say", Allow::anyone, echo),
    get<Doors>("/paper", Allow::anyone, paper),
    post<Doors>("/small", Allow::anyone, echo, {.body_max = 100}),
    post<Doors>("/try", Allow::anyone, echo, {.rate = Rate::sign_in}),
    post<Doors>("/api/echo", Allow::anyone, echo),
};

}  // namespace

Client::Client(std::uint16_t port) {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    timeval const patience{30, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        ADD_FAILURE() << "nobody listens";
}

Client::~Client() { ::close(socket_); }

bool Client::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        auto const size = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (size <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(size));
    }
    return true;
}

bool Client::fill() {
    char buffer[65536];
    auto const size = ::recv(socket_, buffer, sizeof buffer, 0);
    if (size <= 0) return false;
    held_.append(buffer, static_cast<std::size_t>(size));
    return true;
}

Reply Client::receive(bool head_only) {
    Reply reply;
    std::size_t end = 0;
    while ((end = held_.find("\r\n\r\n")) == std::string::npos)
        if (!fill()) return reply;
    auto head = std::string_view(held_).substr(0, end + 2);
    auto const status = number_in(head.substr(9, 3));
    head.remove_prefix(head.find("\r\n") + 2);
    while (!head.empty()) {
        auto const line = head.substr(0, head.find("\r\n"));
        head.remove_prefix(line.size() + 2);
        std::string name(line.substr(0, line.find(':')));
        for (char& c : name) c = lower(c);
        reply.headers[name] = trimmed(line.substr(line.find(':') + 1));
    }
    auto const length = number_in(reply.headers["content-length"]).value_or(0);
    auto const size = end + 4 + (head_only ? 0 : static_cast<std::size_t>(length));
    while (held_.size() < size)
        if (!fill()) return reply;
    reply.body = held_.substr(end + 4, size - end - 4);
    reply.all = held_.substr(0, size);
    held_.erase(0, size);
    reply.status = static_cast<int>(status.value_or(0));
    return reply;
}

std::string Client::everything() {
    while (fill()) {
    }
    return std::exchange(held_, {});
}

bool Client::closed() {
    while (fill()) {
    }
    return errno != EAGAIN && errno != EWOULDBLOCK;
}

std::string get(std::string_view path, std::string_view headers) {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: wasl.test\r\n" + std::string(headers) +
           "\r\n";
}

std::string post(std::string_view path, std::string_view type, std::string_view body,
                 std::string_view headers) {
    return "POST " + std::string(path) +
           " HTTP/1.1\r\nHost: wasl.test\r\nContent-Type: " + std::string(type) +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + std::string(headers) +
           "\r\n" + std::string(body);
}

House::House(ServerSettings settings) {
    std::string pattern = std::filesystem::temp_directory_path() / "wasl-http-XXXXXX";
    folder = ::mkdtemp(pattern.data());
    std::filesystem::create_directories(folder / "uploads");
    database = db::open({.url = "sqlite:" + (folder / "wasl.db").string()});
    router.add("tests", doors, std::span<Route<Doors> const>(routes));
    router.open({.database = *database, .recognise = recognised, .show_refusal = shown});
    settings.port = 0;
    settings.handler_threads = std::min(settings.handler_threads, 4);
    settings.uploads = folder / "uploads";
    server = std::make_unique<Server>(std::move(settings), router);
    thread = std::thread([this] { server->run(false); });
}

House::~House() {
    server->stop();
    if (thread.joinable()) thread.join();
    server.reset();
    database.reset();
    std::filesystem::remove_all(folder);
}

}  // namespace wasl::http::testing
