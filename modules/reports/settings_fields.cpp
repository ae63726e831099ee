// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/settings_fields.hpp"

#include "modules/reports/messages.hpp"

namespace wasl::reports::bureau {

static constexpr SettingField fields[] = {
    {"code", msg::setting_code_of, Worth::code},
    {"title", msg::setting_title_of, Worth::text},
    {"parent", msg::setting_parent, Worth::parent},
    {"category", msg::office_category, Worth::category},
    {"name_ar", msg::setting_name, Worth::text, &msg::setting_in_arabic},
    {"name_fr", msg::setting_name, Worth::text, &msg::setting_in_french},
    {"name_en", msg::setting_name, Worth::text, &msg::setting_in_english},
    {"label_ar", msg::setting_question, Worth::text, &msg::setting_in_arabic},
    {"label_fr", msg::setting_question, Worth::text, &msg::setting_in_french},
    {"label_en", msg::setting_question, Worth::text, &msg::setting_in_english},
    {"help_ar", msg::setting_help, Worth::text, &msg::setting_in_arabic},
    {"help_fr", msg::setting_help, Worth::text, &msg::setting_in_french},
    {"help_en", msg::setting_help, Worth::text, &msg::setting_in_english},
    {"text_ar", msg::setting_text, Worth::text, &msg::setting_in_arabic},
    {"text_fr", msg::setting_text, Worth::text, &msg::setting_in_french},
    {"text_en", msg::setting_text, Worth::text, &msg::setting_in_english},
    {"notice_ar", msg::setting_notice, Worth::text, &msg::setting_in_arabic},
    {"notice_fr", msg::setting_notice, Worth::text, &msg::setting_in_french},
    {"notice_en", msg::setting_notice, Worth::text, &msg::setting_in_english},
    {"words", msg::setting_words, Worth::text},
    {"kind", msg::setting_kind, Worth::kind},
    {"choices", msg::setting_choices, Worth::choices},
    {"required", msg::setting_required, Worth::truth},
    {"days", msg::setting_days, Worth::number, nullptr, "category"},
    {"days", msg::setting_when, Worth::term, nullptr, "escalation"},
    {"active", msg::setting_active, Worth::truth},
    {"private", msg::setting_private, Worth::truth},
    {"anonymous", msg::setting_anonymous, Worth::truth},
    {"urgent", msg::setting_urgent, Worth::truth},
    {"call_instead", msg::setting_call, Worth::code},
    {"duplicate_metres", msg::setting_metres, Worth::number},
    {"phase", msg::setting_phase, Worth::phase},
    {"open311", msg::setting_open311, Worth::code},
    {"state", msg::office_state, Worth::state},
    {"territory", msg::setting_territory, Worth::territory},
    {"body", msg::office_body, Worth::body},
    {"unit", msg::office_unit, Worth::unit},
    {"act", msg::setting_act, Worth::act},
    {"level", msg::setting_level, Worth::level},
    {"rank", msg::setting_rank, Worth::number},
    {"position", msg::setting_position, Worth::number},
};

std::span<SettingField const> setting_fields() { return fields; }

}  // namespace wasl::reports::bureau
