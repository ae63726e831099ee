// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/api_show.hpp"

#include "modules/dossiers/messages.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::dossiers::api {

namespace json = boost::json;

template<typename Tag>
static json::value id(Id<Tag> from) {
    return from.value() == 0 ? json::value(nullptr) : json::value(std::to_string(from.value()));
}
template<typename Moment>
static json::value maybe(std::optional<Moment> const& moment) {
    return moment ? json::value(iso(*moment)) : json::value(nullptr);
}
static json::value known(std::string const& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}
static json::array list(std::vector<std::string> const& texts) {
    return json::array(texts.begin(), texts.end());
}

static std::string state_label(Language language, State state) {
    auto const* named = msg::find(std::string("state.").append(name_of(state)));
    check(named != nullptr, "every state has a name");
    return i18n::sentence(language, say(*named));
}

json::object summary_of(Pages const& pages, Language language, Summary const& line) {
    json::object out{{"number", line.number},
                     {"procedure", line.procedure},
                     {"title", nullptr},
                     {"administration", id(line.administration)},
                     {"unit", id(line.unit)},
                     {"state", name_of(line.state)},
                     {"state_label", state_label(language, line.state)},
                     {"applicant_name", line.applicant_name},
                     {"filed_on", maybe(line.filed_on)},
                     {"due", maybe(line.due)},
                     {"assigned", id(line.assigned)},
                     {"changed_at", iso(line.changed_at)}};
    auto const picture = pages.desk.house().procedures.picture();
    if (auto const* entry = picture->entry(line.procedure))
        out["title"] = directory::in(language, entry->title);
    return out;
}

static json::object object_of(Document const& one) {
    return {{"id", id(one.id)},
            {"requirement", one.requirement},
            {"name", one.name},
            {"sha256", one.sha256},
            {"size", one.size},
            {"kind", files::name_of(one.kind)},
            {"standing", name_of(one.standing)},
            {"remark", known(one.remark)},
            {"replaces", one.replaces ? id(*one.replaces) : json::value(nullptr)},
            {"given_at", iso(one.given_at)}};
}

static json::object object_of(Fetch const& one) {
    return {{"requirement", one.requirement},
            {"holder", known(one.holder)},
            {"own", one.own},
            {"state", name_of(one.state)},
            {"due", iso(one.due)},
            {"consented_at", maybe(one.consented_at)},
            {"document", one.copy ? id(*one.copy) : json::value(nullptr)},
            {"reason", known(one.reason)}};
}

static json::object object_of(Decision const& one) {
    return {{"number", one.number},
            {"approved", one.approved},
            {"text", one.text},
            {"articles", list(one.articles)},
            {"appeal_authority", known(one.appeal_authority)},
            {"appeal_days", one.appeal_days},
            {"on", iso(one.on)},
            {"notified_at", iso(one.notified_at)},
            {"revoked_at", maybe(one.revoked_at)},
            {"revoke_reason", known(one.revoke_reason)},
            {"revoke_number", known(one.revoke_number)},
            {"revoke_authority", known(one.revoke_authority)}};
}

static json::object object_of(Appeal const& one) {
    return {{"over", name_of(one.over)},
            {"reason", one.reason},
            {"state", name_of(one.state)},
            {"filed_on", iso(one.filed_on)},
            {"authority", id(one.authority)},
            {"due", iso(one.due)},
            {"superior", id(one.superior)},
            {"escalated_on", maybe(one.escalated_on)},
            {"escalated_due", maybe(one.escalated_due)},
            {"decided_at", maybe(one.decided_at)},
            {"outcome", known(one.outcome)}};
}

static json::object object_of(Opinion const& one) {
    return {{"id", id(one.id)},
            {"unit", id(one.unit)},
            {"question", one.question},
            {"asked_at", iso(one.asked_at)},
            {"due", iso(one.due)},
            {"answer", known(one.answer)},
            {"favourable", one.favourable ? json::value(*one.favourable) : json::value(nullptr)},
            {"answered_at", maybe(one.answered_at)}};
}

static json::object object_of(SilenceClaim const& one) {
    return {{"claimed_on", iso(one.claimed_on)},
            {"due", iso(one.due)},
            {"superior", id(one.superior)},
            {"escalated_on", maybe(one.escalated_on)},
            {"superior_due", maybe(one.superior_due)},
            {"attestation", known(one.number)},
            {"letter", known(one.letter)},
            {"letter_on", maybe(one.letter_on)},
            {"attested_on", maybe(one.attested_on)}};
}

static json::object object_of(AskMade const& one) {
    return {{"kind", name_of(one.kind)},        {"reason", one.reason},
            {"documents", list(one.documents)}, {"on", iso(one.on)},
            {"last_day", maybe(one.last_day)},  {"answered_on", maybe(one.answered_on)},
            {"answer", known(one.answer)}};
}

static json::object object_of(StepTaken const& one) {
    return {{"sequence", one.sequence}, {"action", name_of(one.action)},
            {"by", id(one.by)},         {"state", name_of(one.state)},
            {"at", iso(one.at)},        {"reason", known(one.reason)}};
}

static json::object object_of(Letter const& one) {
    return {{"from_citizen", one.from_citizen},
            {"body", one.body},
            {"sent_at", iso(one.sent_at)},
            {"read_at", maybe(one.read_at)}};
}

static json::object object_of(Note const& one) {
    return {{"author", id(one.author)}, {"body", one.body}, {"at", iso(one.at)}};
}

template<typename Part>
static json::array all_of(std::vector<Part> const& parts) {
    json::array out;
    for (auto const& one : parts) out.push_back(object_of(one));
    return out;
}

static json::object head_of(Language language, Dossier const& dossier) {
    return {
        {"number", dossier.number},
        {"version", dossier.version},
        {"procedure", dossier.procedure},
        {"administration", id(dossier.administration)},
        {"unit", id(dossier.unit)},
        {"applicant", id(dossier.applicant)},
        {"applicant_name", dossier.applicant_name},
        {"filed_as", name_of(dossier.filed_as)},
        {"channel", name_of(dossier.channel)},
        {"state", name_of(dossier.state)},
        {"state_label", state_label(language, dossier.state)},
        {"filed_at", maybe(dossier.filed_at)},
        {"filed_on", maybe(dossier.filed_on)},
        {"complete_on", maybe(dossier.complete_on)},
        {"due", maybe(dossier.due)},
        {"decided_on", maybe(dossier.decided_on)},
        {"term", json::object{{"days", dossier.term.days}, {"cap_days", dossier.term.cap_days}}},
        {"silence_accepts", dossier.silence_accepts},
        {"extension_listed", dossier.extension_listed},
        {"route", name_of(dossier.route)},
        {"assigned", id(dossier.assigned)}};
}

static void add_sheet(json::object& out, Language language, procedures::Sheet const& sheet) {
    out["title"] = directory::in(language, sheet.title);
    json::array fees;
    for (auto const& fee : sheet.fees) {
        json::value amount;
        if (fee.amount)
            amount = json::object{{"centimes", fee.amount->in_centimes()}, {"currency", "MAD"}};
        fees.push_back(json::object{{"name", directory::in(language, fee.name)},
                                    {"amount", std::move(amount)}});
    }
    out["fees"] = std::move(fees);
}

static void add_course(json::object& out, Language language, Dossier const& dossier, Date today) {
    json::array may, clock;
    for (auto const action : dossier.offered(today)) may.push_back(json::value(name_of(action)));
    for (auto const& line : dossier.clock_in_words())
        clock.push_back(
            json::object{{"text", i18n::sentence(language, line.said)}, {"article", line.article}});
    out["may"] = std::move(may);
    out["clock"] = std::move(clock);
}

json::object object_of(Pages const& pages, http::Asked const& asked, Dossier const& dossier) {
    auto const language = asked.language();
    auto out = head_of(language, dossier);
    if (auto const sheet = pages.desk.sheet(asked.db, dossier)) add_sheet(out, language, *sheet);
    json::object values;
    for (auto const& [field, value] : dossier.values) values[field] = value;
    json::array missing;
    for (auto const& one : dossier.missing)
        missing.push_back(
            json::object{{"requirement", one.requirement}, {"given_on", maybe(one.given_on)}});
    out["values"] = std::move(values);
    out["documents"] = all_of(dossier.documents);
    out["missing"] = std::move(missing);
    out["fetches"] = all_of(dossier.fetches);
    out["asks"] = all_of(dossier.asks);
    out["extension"] = nullptr;
    if (auto const& more = dossier.extension)
        out["extension"] = json::object{{"ground", name_of(more->ground)},
                                        {"days", more->days},
                                        {"reason", more->reason},
                                        {"on", iso(more->on)}};
    out["decisions"] = all_of(dossier.decisions);
    out["silence"] = nullptr;
    if (dossier.silence) out["silence"] = object_of(*dossier.silence);
    out["appeals"] = all_of(dossier.appeals);
    out["steps"] = all_of(dossier.steps);
    out["messages"] = all_of(dossier.messages);
    if (dossier.eyes.office()) {
        out["target"] = maybe(dossier.target);
        out["opinions"] = all_of(dossier.opinions);
        out["notes"] = all_of(dossier.notes);
        out["repeats"] = known(dossier.repeats);
    }
    add_course(out, language, dossier, asked.today);
    out["verify"] = pages.site + "/verify/" + dossier.number;
    return out;
}

http::Response answer(json::object const& body, int status) {
    return http::json(json::serialize(body), status);
}

http::Response shown(Pages const& pages, http::Asked const& asked, Dossier const& dossier,
                     int status) {
    auto response = answer(object_of(pages, asked, dossier), status);
    response.with("ETag", "\"" + std::to_string(dossier.version) + "\"");
    return response;
}

http::Response problem(http::Asked const& asked, int status, Said const& what,
                       std::vector<Fault> const& faults) {
    auto const said = i18n::sentence(asked.language(), what);
    json::object out{
        {"status", status}, {"title", said}, {"detail", said}, {"reason", what.message->key}};
    json::array errors;
    for (auto const& fault : faults)
        errors.push_back(json::object{{"field", fault.field},
                                      {"detail", i18n::sentence(asked.language(), fault.what)},
                                      {"reason", fault.what.message->key}});
    if (!errors.empty()) out["errors"] = std::move(errors);
    auto response = http::json(json::serialize(out), status);
    response.type = "application/problem+json";
    return response;
}

}  // namespace wasl::dossiers::api
