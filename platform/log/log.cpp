// SPDX-License-Identifier: Apache-2.0
#include "platform/log/log.hpp"

#include <spdlog/async.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/random.h>

#include <array>
#include <cmath>

#include "kernel/date.hpp"
#include "kernel/result.hpp"

namespace wasl::log {
namespace {

constexpr std::string_view logger_name = "wasl";

void append_json(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

void append_value(std::string& out, FieldValue const& value) {
    if (auto const* number = std::get_if<std::int64_t>(&value)) {
        out += std::to_string(*number);
    } else if (auto const* real = std::get_if<double>(&value)) {
        out += std::isfinite(*real) ? fmt::format("{}", *real) : "null";
    } else {
        append_json(out, std::get<std::string_view>(value));
    }
}

spdlog::level::level_enum level_of(Level level) {
    switch (level) {
        case Level::debug: return spdlog::level::debug;
        case Level::info: return spdlog::level::info;
        case Level::warning: return spdlog::level::warn;
        case Level::error: return spdlog::level::err;
    }
    return spdlog::level::err;
}

std::string_view name_of(Level level) {
    switch (level) {
        case Level::debug: return "debug";
        case Level::info: return "info";
        case Level::warning: return "warning";
        case Level::error: return "error";
    }
    return "error";
}

}  // namespace

void start(Level least) {
    if (spdlog::get(std::string(logger_name))) {
        spdlog::get(std::string(logger_name))->set_level(level_of(least));
        return;
    }
    // When the queue is full the oldest line goes: a slow terminal must not stop the office. Each
    // place takes 400 bytes from the beginning.
    spdlog::init_thread_pool(2048, 1);
    auto logger = spdlog::async_factory_nonblock::create<spdlog::sinks::stderr_sink_mt>(
        std::string(logger_name));
    logger->set_pattern("%v");
    logger->set_level(level_of(least));
    spdlog::flush_every(std::chrono::seconds(1));
}

// Before start() (in tests, in small commands) nothing is written.
void event(Level level, std::string_view what, std::initializer_list<Field> fields) {
    auto const logger = spdlog::get(std::string(logger_name));
    if (!logger || !logger->should_log(level_of(level))) return;
    auto const now =
        std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
    std::string line = "{\"at\":\"";
    line += iso(Instant(now.time_since_epoch()));
    line += "\",\"micros\":";
    line += std::to_string(now.time_since_epoch().count() % 1'000'000);
    line += ",\"level\":\"";
    line += name_of(level);
    line += "\",\"event\":";
    append_json(line, what);
    for (auto const& field : fields) {
        line += ',';
        append_json(line, field.name);
        line += ':';
        append_value(line, field.value);
    }
    line += '}';
    logger->log(level_of(level), spdlog::string_view_t(line.data(), line.size()));
}

void flush() {
    if (auto const logger = spdlog::get(std::string(logger_name))) logger->flush();
}

// Letters that are read over the telephone without doubt: no I, L, O, U.
std::string incident_number() {
    constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::array<unsigned char, 8> random{};
    if (getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size()))
        throw Bug("the machine has no random numbers");
    std::string number;
    for (std::size_t n = 0; n < random.size(); ++n) {
        if (n == 4) number += '-';
        number += letters[random[n] & 31];
    }
    return number;
}

}  // namespace wasl::log
