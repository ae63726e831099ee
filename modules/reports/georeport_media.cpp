// SPDX-License-Identifier: Apache-2.0
// Pictures that clients send: as files of a form under any name, as an address from which the house
// fetches them later, when nobody waits, or inside such an address.
#include <fstream>

#include "modules/reports/georeport.hpp"
#include "modules/reports/georeport_sending.hpp"
#include "modules/reports/open311/inline_media.hpp"
#include "platform/http/calls.hpp"

namespace wasl::reports::georeport {

Read<std::vector<std::string>> pictures(Call const& call) {
    std::vector<std::string> kept;
    for (auto const& one : call.asked.request.uploads) {
        if (one.size == 0) continue;
        if (kept.size() == media_max)
            return Fault{400, "at most " + std::to_string(media_max) + " pictures"};
        auto const stored = call.pages.files.keep(one.path, one.file_name);
        if (stored.refused()) return fault_of(stored.refusal());
        if (stored.value().kind == files::Kind::pdf)
            return Fault{400, "media must be a picture, JPEG or PNG"};
        kept.push_back(stored.value().sha256);
    }
    return kept;
}

void remember_media(db::Writer& writer, ReportId report, UpdateId update,
                    std::vector<std::string> const& addresses, Instant now) {
    constexpr std::size_t address_max = 2'000;
    std::size_t count = 0;
    for (auto const& one : addresses) {
        bool const web = one.starts_with("https://") || one.starts_with("http://");
        bool const is_inline = open311::is_inline_media(one);
        auto const size_max = is_inline ? open311::inline_media_max : address_max;
        if ((!web && !is_inline) || one.size() > size_max || ++count > media_max) continue;
        store::insert_media(writer, {.report = report, .update = update, .address = one}, now);
    }
}

}  // namespace wasl::reports::georeport

namespace wasl::reports {

namespace {

constexpr int media_tries_max = 8;
constexpr int media_a_run = 20;
constexpr int photos_of_all_max = 60;  // of a report and its updates
constexpr std::size_t media_bytes_max = 10 * 1024 * 1024;

// The picture's hash; nothing where it could not be had, empty where it is none.
std::optional<std::string> fetch(files::Store& files, Sender::Ways const& ways,
                                 std::string const& address) {
    auto bytes = open311::inline_media(address);
    if (!bytes && open311::is_inline_media(address)) return std::string();
    if (!bytes) {
        auto replied = http::call({.address = address,
                                   .patience = ways.patience,
                                   .answer_max = media_bytes_max,
                                   .private_addresses = ways.private_addresses});
        if (!replied.good()) return std::nullopt;
        bytes = std::move(replied.body);
    }
    auto const path = files.incoming() / ("media-" + georeport::random_key());
    std::ofstream(path, std::ios::binary) << *bytes;
    auto const kept = files.keep(path, "media");
    if (kept.refused() || kept.value().kind == files::Kind::pdf) return std::string();
    return kept.value().sha256;
}

void fetch_one(db::Database& database, files::Store& files, Sender::Ways const& ways,
               store::WaitingMedia const& one, Instant now) {
    bool ours = false;
    (void)database.write([&](db::Writer& writer) -> Outcome {
        ours = store::put_media_off(writer, one, now + std::chrono::minutes(5 << one.tries));
        return Done{};
    });
    if (!ours) return;
    auto const sha256 = fetch(files, ways, one.address);
    if (!sha256 && one.tries + 1 < media_tries_max) return;
    (void)database.write([&](db::Writer& writer) -> Outcome {
        if (sha256 && !sha256->empty()) store::add_picture(writer, one, *sha256, photos_of_all_max);
        store::forget_media(writer, one.id);
        return Done{};
    });
}

}  // namespace

jobs::Job georeport_media_job(files::Store& files, Sender::Ways ways) {
    return {"reports.media", std::chrono::seconds(30),
            [&files, ways = std::move(ways)](db::Database& database, Instant now) {
                auto const waiting = database.read([&](db::Reader& reader) {
                    return store::waiting_media(reader, now, media_a_run);
                });
                for (auto const& one : waiting) fetch_one(database, files, ways, one, now);
            }};
}

}  // namespace wasl::reports
