// SPDX-License-Identifier: Apache-2.0
// Certificates: sheets of A4 on their side, to be hung on a wall.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "kernel/message.hpp"

namespace wasl::pdf {

struct CertificateSheet {
    std::vector<std::string> authority;  // "المملكة المغربية", ... one a line
    std::string title;                   // "شهادة مشاركة"
    std::string before;                  // "تمنح هذه الشهادة إلى"
    std::string name;
    std::vector<std::string> text;  // what for, a paragraph each
    std::string dated;              // "حرر في ..."
    std::string signature;          // who signs, above the room for it
    std::string number;             // left to right
    std::string qr;                 // address of the verification page; empty: none
    std::string qr_caption;
    std::string footer;
};

// One sheet after another; the PDF's bytes. What does not fit is set smaller.
std::string certificates(Language, std::span<CertificateSheet const>);

}  // namespace wasl::pdf
