// SPDX-License-Identifier: Apache-2.0
// Pictures of reports. What arrives is looked at and put aside (platform/files); a job makes of it
// the two pictures that are shown, decoded and written anew, so that nothing of what a camera hides
// in a file (place, serial numbers, a smaller picture of what was cut away) is ever published. No
// request waits for that.
#pragma once

#include "platform/files/files.hpp"
#include "platform/html/forms.hpp"
#include "platform/http/message.hpp"
#include "platform/jobs/jobs.hpp"

namespace wasl::reports {

inline constexpr std::int64_t photo_bytes_max = 10 << 20;
inline constexpr int photo_side_max = 2048;  // pixels of what is shown
inline constexpr int thumbnail_side_max = 400;

// The uploads named "photos": kept, or a fault each. Their SHA-256.
std::vector<std::string> keep_photos(files::Store&, http::Request const&, html::Faults&);

// "reports.photos": makes what is shown of what has arrived; hides what cannot be read.
jobs::Job photos_job(files::Store&);

}  // namespace wasl::reports
