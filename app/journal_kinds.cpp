// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>

#include "app/journal_view.hpp"
#include "app/messages.hpp"
#include "modules/dossiers/messages.hpp"
#include "modules/reports/messages.hpp"

namespace wasl::app {

// A test reads the sources for what is written and finds it here.
static constexpr std::array kinds{
    std::string_view{"dossiers.file"},
    std::string_view{"dossiers.file_partly"},
    std::string_view{"dossiers.complete"},
    std::string_view{"dossiers.take_up"},
    std::string_view{"dossiers.assign"},
    std::string_view{"dossiers.judge"},
    std::string_view{"dossiers.ask_replacement"},
    std::string_view{"dossiers.ask_information"},
    std::string_view{"dossiers.ask_originals"},
    std::string_view{"dossiers.answer"},
    std::string_view{"dossiers.send_back"},
    std::string_view{"dossiers.extend"},
    std::string_view{"dossiers.ask_opinion"},
    std::string_view{"dossiers.give_opinion"},
    std::string_view{"dossiers.approve"},
    std::string_view{"dossiers.refuse"},
    std::string_view{"dossiers.revoke"},
    std::string_view{"dossiers.withdraw"},
    std::string_view{"dossiers.claim_silence"},
    std::string_view{"dossiers.escalate_silence"},
    std::string_view{"dossiers.attest"},
    std::string_view{"dossiers.appeal"},
    std::string_view{"dossiers.overturn"},
    std::string_view{"dossiers.reject_appeal"},
    std::string_view{"dossiers.escalate_appeal"},
    std::string_view{"dossiers.consent"},
    std::string_view{"dossiers.fetch"},
    std::string_view{"dossiers.fetch_failed"},
    std::string_view{"dossiers.decline_fetch"},
    std::string_view{"dossiers.supply_copy"},
    std::string_view{"dossiers.approve_copy"},
    std::string_view{"dossiers.leave_unanswered"},
    std::string_view{"dossiers.message"},
    std::string_view{"dossiers.moved"},
    std::string_view{"dossiers.erased"},
    std::string_view{"people.position_founded"},
    std::string_view{"people.position_given"},
    std::string_view{"people.delegated"},
    std::string_view{"people.holding_ended"},
    std::string_view{"people.position_closed"},
    std::string_view{"people.registered_at_counter"},
    std::string_view{"people.account_closed"},
    std::string_view{"people.renamed"},
    std::string_view{"people.first_administrator"},
    std::string_view{"directory.administration_founded"},
    std::string_view{"directory.administration_moved"},
    std::string_view{"directory.contact_set"},
    std::string_view{"directory.unit_founded"},
    std::string_view{"directory.unit_renamed"},
    std::string_view{"directory.unit_closed"},
    std::string_view{"directory.unit_reopened"},
    std::string_view{"directory.holiday_confirmed"},
    std::string_view{"directory.holiday_moved"},
    std::string_view{"directory.closure_added"},
    std::string_view{"directory.closure_cancelled"},
    std::string_view{"procedures.drafted"},
    std::string_view{"procedures.saved"},
    std::string_view{"procedures.taken_up"},
    std::string_view{"procedures.submitted"},
    std::string_view{"procedures.sent_back"},
    std::string_view{"procedures.approved"},
    std::string_view{"procedures.checked"},
    std::string_view{"procedures.published"},
    std::string_view{"procedures.revised"},
    std::string_view{"procedures.abandoned"},
    std::string_view{"procedures.merged"},
    std::string_view{"procedures.deleted"},
    std::string_view{"procedures.suspended"},
    std::string_view{"procedures.resumed"},
    std::string_view{"procedures.withdrawn"},
    std::string_view{"procedures.certified"},
    std::string_view{"procedures.offered"},
    std::string_view{"procedures.no_longer_offered"},
    std::string_view{"procedures.claimed"},
    std::string_view{"procedures.claim_answered"},
    std::string_view{"procedures.claim_put_right"},
    std::string_view{"procedures.evidence_type_kept"},
    std::string_view{"procedures.exempted"},
    std::string_view{"procedures.session_opened"},
    std::string_view{"procedures.session_closed"},
    std::string_view{"procedures.vocabulary"},
    std::string_view{"reports.filed"},
    std::string_view{"reports.written"},
    std::string_view{"reports.confirm"},
    std::string_view{"reports.move"},
    std::string_view{"reports.transfer"},
    std::string_view{"reports.fix"},
    std::string_view{"reports.refuse"},
    std::string_view{"reports.mark_duplicate"},
    std::string_view{"reports.withdraw"},
    std::string_view{"reports.reopen"},
    std::string_view{"reports.drop"},
    std::string_view{"reports.comment"},
    std::string_view{"reports.note"},
    std::string_view{"reports.assign"},
    std::string_view{"reports.prioritise"},
    std::string_view{"reports.hide"},
    std::string_view{"reports.show"},
    std::string_view{"reports.hide_photo"},
    std::string_view{"reports.show_photo"},
    std::string_view{"reports.rate"},
    std::string_view{"reports.redact"},
    std::string_view{"reports.escalate"},
    std::string_view{"reports.settings"},
    std::string_view{"notices.subscribed"},
    std::string_view{"files.erased"},
};

std::span<std::string_view const> journal_kinds() { return kinds; }

Message const* journal_kind_name(std::string_view kind) {
    constexpr std::string_view dossiers = "dossiers.", reports = "reports.";
    if (auto const* const own = msg::find("journal." + std::string(kind))) return own;
    if (kind.starts_with(reports))
        return reports::msg::find("action." + std::string(kind.substr(reports.size())));
    if (!kind.starts_with(dossiers)) return nullptr;
    return dossiers::msg::find("action." + std::string(kind.substr(dossiers.size())));
}

}  // namespace wasl::app
