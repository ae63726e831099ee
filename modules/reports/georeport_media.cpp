// SPDX-License-Identifier: Apache-2.0
// Pictures that clients send: as files of a form under any name, or as an address from which the
// house fetches them later, when nobody waits.
#include "modules/reports/georeport.hpp"
#include "modules/reports/messages.hpp"

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
        if (!web || one.size() > address_max || ++count > media_max) continue;
        store::insert_media(writer, {.report = report, .update = update, .address = one}, now);
    }
}

}  // namespace wasl::reports::georeport
