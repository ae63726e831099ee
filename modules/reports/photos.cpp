// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/photos.hpp"

#include <sched.h>

#include <fstream>
#include <future>
#include <iterator>

#include "modules/reports/image.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/store.hpp"

namespace wasl::reports {

namespace {

constexpr int at_a_time = 20;
constexpr int quality = 82;
// Another, so that the two never have the same content: that is how what was given up is known.
constexpr int small_quality = 75;

std::string keep(files::Store& store, std::string const& jpeg) {
    auto const path = store.incoming() / ("photo-" + std::to_string(db::next_id()));
    {
        std::ofstream out(path, std::ios::binary);
        out << jpeg;
        if (!out.flush()) throw std::runtime_error("a photo could not be written");
    }
    auto const kept = store.keep(path, "photo.jpg");
    check(!kept.refused(), "a picture of our own making is whole");
    return kept.value().sha256;
}

// A picture takes as long as a thousand pages: it is made by a thread of its own, which gives way
// to whoever waits for one. It holds no lock of ours meanwhile. A thread that is merely nice would
// keep the processor until its slice ends, which is longer than a page takes; one that runs when
// nobody else would is left at once (sched(7), SCHED_IDLE).
template<typename Work>
auto giving_way(Work const& work) {
    return std::async(std::launch::async,
                      [&work] {
                          sched_param const none{};
                          (void)sched_setscheduler(0, SCHED_IDLE, &none);  // of this thread
                          return work();
                      })
        .get();
}

struct Pictures {
    std::string whole, small;  // JPEG
};

std::optional<Pictures> pictures_of(std::string_view bytes) {
    auto const read = read_image(bytes, photo_side_max);
    if (!read) return std::nullopt;
    auto const whole = shrunk(*read, photo_side_max);
    Pictures made{jpeg_of(whole, quality),
                  jpeg_of(shrunk(whole, thumbnail_side_max), small_quality)};
    if (made.whole.empty() || made.small.empty()) return std::nullopt;
    return made;
}

struct Made {
    std::string whole, small;  // what the store calls them
};

std::optional<Made> make(files::Store& store, std::string_view sha256) {
    auto const path = store.find(sha256);
    if (!path) return std::nullopt;
    std::ifstream in(*path, std::ios::binary);
    std::string const bytes{std::istreambuf_iterator<char>(in), {}};
    auto const pictures = giving_way([&] { return pictures_of(bytes); });
    if (!pictures) return std::nullopt;
    return Made{keep(store, pictures->whole), keep(store, pictures->small)};
}

// One transaction a photo: what was made stays made.
void make_all(files::Store& store, db::Database& database) {
    auto const waiting = database.read(
        [](db::Reader& reader) { return store::photos_without_thumbnail(reader, at_a_time); });
    for (auto const& photo : waiting) {
        auto const made = make(store, photo.sha256);
        auto const done = database.write([&](db::Writer& writer) -> Outcome {
            if (made)
                store::set_pictures(writer, photo.id, made->whole, made->small);
            else
                store::give_up_photo(writer, photo.id);
            return Done{};
        });
        check(!done.refused(), "a picture is never refused");
    }
}

}  // namespace

std::vector<std::string> keep_photos(files::Store& store, http::Request const& request,
                                     html::Faults& faults) {
    std::vector<std::string> kept;
    for (auto const& upload : request.uploads) {
        bool const nothing = upload.file_name.empty() && upload.size == 0;
        if (upload.field != "photos" || nothing) continue;
        if (upload.size > photo_bytes_max) {
            faults.add("photos",
                       say(msg::photo_too_large, {number("megabytes", photo_bytes_max >> 20)}));
            continue;
        }
        auto const stored = store.keep(upload.path, upload.file_name);
        if (stored.refused())
            faults.add("photos", stored.refusal().what);
        else if (stored.value().kind == files::Kind::pdf)
            faults.add("photos", msg::photo_no_picture);
        else
            kept.push_back(stored.value().sha256);
    }
    return kept;
}

jobs::Job photos_job(files::Store& store) {
    return {"reports.photos", std::chrono::seconds(10),
            [&store](db::Database& database, Instant) { make_all(store, database); }};
}

}  // namespace wasl::reports
