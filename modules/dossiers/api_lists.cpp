// SPDX-License-Identifier: Apache-2.0
// Lists are pages of a keyset: `next` is the address that goes on, or null at the end.
#include <algorithm>

#include "modules/dossiers/api.hpp"
#include "modules/dossiers/api_read.hpp"
#include "modules/dossiers/api_show.hpp"
#include "modules/dossiers/messages.hpp"
#include "platform/http/text.hpp"

namespace wasl::dossiers::api {

namespace json = boost::json;
using http::Allow;
using http::Asked;
using http::Response;

static Result<int> limit_of(Asked const& asked) {
    auto const given = asked.request.asked("limit");
    if (given.empty()) return queue_page;
    auto const limit = TRY(id_in(given, "limit"));
    if (limit < 1 || limit > 100) return refused(msg::api_member_kind, "limit");
    return static_cast<int>(limit);
}

static json::array lines_of(Pages const& pages, Language language,
                            std::vector<Summary> const& lines) {
    json::array out;
    for (auto const& line : lines) out.push_back(summary_of(pages, language, line));
    return out;
}

// The same question, with other members of it.
static std::string onwards(Asked const& asked, http::Pairs const& changed) {
    std::string out;
    auto const add = [&](std::string_view name, std::string_view value) {
        out += out.empty() ? '?' : '&';
        out += name;
        out += '=';
        http::append_path_encoded(out, value);
    };
    for (auto const& [name, value] : asked.request.query)
        if (std::none_of(changed.begin(), changed.end(),
                         [&](auto const& one) { return one.first == name; }))
            add(name, value);
    for (auto const& [name, value] : changed) add(name, value);
    return asked.request.path + out;
}

static Result<Response> own(Pages const& pages, Asked const& asked) {
    auto const limit = TRY(limit_of(asked));
    std::optional<DossierId> before;
    if (auto const given = asked.request.asked("before"); !given.empty())
        before = DossierId{TRY(id_in(given, "before"))};
    auto const lines = pages.desk.of_person(asked.db, asked.visitor.person, limit, before);
    json::object out{{"items", lines_of(pages, asked.language(), lines)}, {"next", nullptr}};
    if (static_cast<int>(lines.size()) == limit)
        out["next"] = onwards(asked, {{"before", std::to_string(lines.back().id.value())}});
    return answer(out);
}

static Result<QueueAsk> queue_asked(Asked const& asked) {
    auto const& request = asked.request;
    QueueAsk ask;
    ask.administration =
        AdministrationId{TRY(id_in(request.asked("administration"), "administration"))};
    if (auto const unit = request.asked("unit"); !unit.empty())
        ask.unit = UnitId{TRY(id_in(unit, "unit"))};
    if (auto const state = request.asked("state"); !state.empty()) {
        ask.state = named<State>(state);
        if (!ask.state) return refused(msg::api_member_kind, "state");
    }
    ask.procedure = request.asked("procedure");
    ask.mine = request.asked("mine") == "true";
    ask.overdue = request.asked("overdue") == "true";
    ask.limit = TRY(limit_of(asked));
    if (auto const due = request.asked("after_due"); !due.empty()) {
        auto const date = date_from_iso(due);
        if (!date) return refused(msg::api_member_kind, "after_due");
        ask.after = {*date, DossierId{TRY(id_in(request.asked("after"), "after"))}};
    }
    return ask;
}

static json::object counts_of(QueueCounts const& counts) {
    json::object by_state;
    for (std::size_t n = 0; n < state_count; ++n)
        if (is_open(static_cast<State>(n)))
            by_state[name_of(static_cast<State>(n))] = counts.by_state[n];
    return {{"open", counts.open},
            {"overdue", counts.overdue},
            {"due_soon", counts.due_soon},
            {"by_state", std::move(by_state)}};
}

static Result<Response> queue(Pages const& pages, Asked const& asked) {
    auto const ask = TRY(queue_asked(asked));
    auto const lines = TRY(pages.desk.queue(asked.db, asked.visitor, ask, asked.today));
    auto const counts = pages.desk.counts(asked.db, asked.visitor.person, ask.administration,
                                          ask.unit, asked.today);
    json::object out{{"items", lines_of(pages, asked.language(), lines)},
                     {"counts", counts_of(counts)},
                     {"next", nullptr}};
    if (static_cast<int>(lines.size()) == ask.limit && lines.back().due)
        out["next"] = onwards(asked, {{"after_due", iso(*lines.back().due)},
                                      {"after", std::to_string(lines.back().id.value())}});
    return answer(out);
}

static json::object object_of(ComplianceLine const& line) {
    auto const maybe = [](std::optional<int> days) {
        return days ? json::value(*days) : json::value(nullptr);
    };
    return {
        {"administration", std::to_string(line.administration.value())},
        {"procedure", line.procedure.empty() ? json::value(nullptr) : json::value(line.procedure)},
        {"filed", line.filed},
        {"incomplete", line.incomplete},
        {"on_time", line.on_time},
        {"late", line.late},
        {"approved", line.approved},
        {"refused", line.refused},
        {"returned", line.returned},
        {"withdrawn", line.withdrawn},
        {"silent", line.silent},
        {"attested", line.attested},
        {"appeals", line.appeals},
        {"unanswered", line.unanswered},
        {"open_overdue", line.open_overdue},
        {"median_days", maybe(line.median_days)},
        {"ninetieth_days", maybe(line.ninetieth_days)}};
}

static Result<Response> compliance(Pages const& pages, Asked const& asked) {
    auto const& request = asked.request;
    ComplianceAsk ask;
    auto const this_year = std::chrono::year_month_day(asked.today).year();
    ask.year = static_cast<int>(this_year);
    if (auto const year = request.asked("year"); !year.empty()) {
        auto const given = TRY(id_in(year, "year"));
        if (given < 2000 || given > 9999) return refused(msg::api_member_kind, "year");
        ask.year = static_cast<int>(given);
    }
    if (auto const where = request.asked("administration"); !where.empty())
        ask.administration = AdministrationId{TRY(id_in(where, "administration"))};
    ask.procedure = request.asked("procedure");
    ask.whole_administrations = request.asked("whole") == "true";
    json::array lines;
    for (auto const& line : pages.desk.compliance(asked.db, ask, asked.today))
        lines.push_back(object_of(line));
    return answer({{"year", ask.year}, {"lines", std::move(lines)}});
}

static std::string_view name_of_paper(Verification::Paper paper) {
    switch (paper) {
        case Verification::Paper::receipt: return "receipt";
        case Verification::Paper::decision: return "decision";
        case Verification::Paper::attestation: return "attestation";
        case Verification::Paper::revocation: return "revocation";
    }
    return "receipt";
}

static Result<Response> verification(Pages const& pages, Asked const& asked) {
    auto const paper = pages.desk.verification(asked.db, asked.wild(0));
    if (!paper) return Refusal{Refused::not_found, say(msg::refused_not_found)};
    auto const maybe = [](std::optional<Date> const& date) {
        return date ? json::value(iso(*date)) : json::value(nullptr);
    };
    json::object out{{"paper", name_of_paper(paper->paper)},
                     {"number", paper->number},
                     {"dossier", paper->dossier_number},
                     {"procedure", paper->procedure},
                     {"administration", std::to_string(paper->administration.value())},
                     {"state", name_of(paper->state)},
                     {"filed_on", maybe(paper->filed_on)},
                     {"complete_on", maybe(paper->complete_on)},
                     {"due", maybe(paper->due)},
                     {"issued_on", maybe(paper->issued_on)},
                     {"revoked_on", maybe(paper->revoked_on)},
                     {"authentic", paper->authentic},
                     {"journal_hash", paper->hash}};
    out["approved"] = paper->paper == Verification::Paper::decision ? json::value(paper->approved)
                                                                    : json::value(nullptr);
    return answer(out);
}

Routes list_routes() {
    static constexpr auto get = [](std::string_view path, Allow allow,
                                   http::Route<Pages>::Get handler) {
        return http::get<Pages>(path, allow, handler, call_limits);
    };
    static constexpr http::Route<Pages> routes[] = {
        get("/api/v1/dossiers", Allow::citizen, own),
        get("/api/v1/queue", Allow::citizen, queue),
        get("/api/v1/compliance", Allow::anyone, compliance),
        get("/api/v1/verify/:number", Allow::anyone, verification),
    };
    return routes;
}

}  // namespace wasl::dossiers::api
