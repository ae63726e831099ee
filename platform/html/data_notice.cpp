// SPDX-License-Identifier: Apache-2.0
#include "platform/html/data_notice.hpp"

#include "platform/html/lists.hpp"
#include "platform/html/messages.hpp"
#include "platform/html/panels.hpp"

namespace wasl::html {

void data_notice(Html& h, DataNotice const& notice) {
    Disclosure const disclosure(h, msg::data_title);
    {
        SummaryList list(h);
        list.row(msg::data_controller, notice.controller);
        list.row(msg::data_purpose, notice.purpose);
        list.row(msg::data_recipients, notice.recipients);
        if (!notice.cndp_number.empty()) list.row(msg::data_cndp, code(notice.cndp_number));
    }
    h("<p>"_h, msg::data_answers, "</p><p>"_h, msg::data_rights, " <a href=\""_h,
      to("/personal-data"), "\">"_h, msg::data_more, "</a></p>"_h);
}

}  // namespace wasl::html
