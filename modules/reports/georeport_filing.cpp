// SPDX-License-Identifier: Apache-2.0
// A client says that something is broken. It is filed as anybody's report is, by nobody's account:
// the client's key stands for its author where it has proved the contact itself, else the author
// is asked, and the client is given a token until the answer.
#include <algorithm>

#include "kernel/text/fold.hpp"
#include "kernel/text/parts.hpp"
#include "kernel/text/signs.hpp"
#include "modules/people/people.hpp"
#include "modules/reports/georeport.hpp"
#include "modules/reports/georeport_sending.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/store.hpp"

namespace wasl::reports::georeport {

namespace {

// As much of a line as a field holds, cut between words.
std::string cut(std::string_view line, std::size_t signs_max) {
    if (lexis::signs_in(line) <= signs_max) return std::string(line);
    std::size_t at = 0, end = 0;
    for (std::size_t signs = 0; signs + 2 < signs_max && at < line.size(); ++signs) {
        if (line[at] == ' ') end = at;
        lexis::next_code_point(line, at);
    }
    return std::string(line.substr(0, end == 0 ? at : end)) + " …";
}

// Clients send one text, whose first line often is a title.
void say(Filing& filing, open311::Posted const& posted, std::string_view category) {
    auto const whole = lexis::trimmed(posted.description);
    auto const line = lexis::trimmed(whole.substr(0, whole.find('\n')));
    filing.title = cut(!posted.title.empty() ? posted.title
                       : line.empty()        ? category
                                             : line,
                       title_max);
    bool const begins_with_title = filing.title == line;
    filing.details = begins_with_title ? lexis::trimmed(whole.substr(line.size())) : whole;
}

// The commune that is named last in an address, where no point was given.
directory::Territory const* commune_named(directory::Picture const& places,
                                          std::string_view address) {
    auto const text = " " + lexis::folded(address) + " ";
    directory::Territory const* found = nullptr;
    std::size_t longest = 0;
    for (auto const& one : places.territories()) {
        bool const commune = one.kind == directory::TerritoryKind::municipality ||
                             one.kind == directory::TerritoryKind::commune;
        if (!commune || (one.lat == 0 && one.lon == 0)) continue;
        for (auto const& name : {one.name.ar, one.name.fr}) {
            if (name.size() <= longest) continue;
            auto const word = " " + lexis::folded(name) + " ";
            if (text.find(word) == std::string::npos) continue;
            found = &one;
            longest = name.size();
        }
    }
    return found;
}

std::string without_commas(std::string text) {
    std::replace(text.begin(), text.end(), ',', ' ');
    for (auto at = text.find("،"); at != std::string::npos; at = text.find("،"))
        text.replace(at, std::string_view("،").size(), " ");
    return text;
}

Read<Filing> place(Call const& call, Filing filing, open311::Posted const& posted) {
    // Geocoders write more than a person reads.
    filing.landmark = cut(posted.address, landmark_max);
    if (posted.place) {
        filing.place = *posted.place;
        filing.territory = call.pages.desk.whereabouts(call.asked.db, filing.place).proposed;
        if (filing.territory.value() == 0)
            return Fault{400, "lat and long lie outside of the territory that is served here"};
        return filing;
    }
    auto const* const named = posted.address_id.empty()
                                  ? commune_named(*call.places, without_commas(posted.address))
                                  : call.places->territory_coded(posted.address_id);
    if (named == nullptr || (named->lat == 0 && named->lon == 0))
        return Fault{400, posted.address_id.empty()
                              ? "address_string names no commune that is known here"
                              : "address_id provided was not found"};
    filing.place = {named->lat, named->lon};
    filing.territory = named->id;
    return filing;
}

std::string full_name(open311::Posted const& posted) {
    std::string name;
    for (auto const& part : {posted.first_name, posted.last_name})
        if (!part.empty() && part != "-") name += (name.empty() ? "" : " ") + part;
    return name;
}

// One way to reach the author. Clients send numbers as their own country writes them, where nobody
// here could call back: such a one is left out rather than the report refused.
std::string reachable(open311::Posted const& posted) {
    if (!posted.email.empty()) return posted.email;
    return people::contact_text(posted.phone).refused() ? std::string() : posted.phone;
}

Read<Filing> filing(Call const& call, Client const& client, open311::Posted const& posted) {
    auto const* const category = service(call, posted.service_code);
    if (category == nullptr) return Fault{404, "service_code provided was not found"};
    Filing made;
    say(made, posted, directory::in(call.language(), category->name));
    made.category = category->code;
    for (auto const& one : posted.answers)
        if (!call.settings->questions_of(category->code).empty())
            made.answers.push_back({one.code, one.values});
    if (!posted.email.empty() && posted.email.find('@') == std::string::npos)
        return Fault{400, "email must be an e-mail address"};
    made.contact = reachable(posted);
    made.name = full_name(posted);
    made.language = call.language();
    made.channel = "open311";
    made.vouched = client.vouches;
    auto reference = std::string(call.asked.request.header("idempotency-key"));
    if (reference.empty()) reference = posted.reference;
    if (!reference.empty())
        made.key = key_hash(std::to_string(client.id.value()) + ":" + reference);
    return place(call, std::move(made), posted);
}

struct Told {
    std::string number, token;
};

Result<Told> keep(Call const& call, Filing const& what, std::vector<std::string> const& media,
                  Client const& client, db::Writer& writer) {
    static http::Visitor const nobody;
    auto const filed =
        TRY(call.pages.desk.file(writer, nobody, what, call.asked.today, call.asked.now));
    // A body's own system knows it already.
    if (client.body.value() != 0) store::keep_own(writer, filed.report.id);
    bool const waits = filed.report.phase == Phase::unconfirmed;
    if (!filed.again) remember_media(writer, filed.report.id, UpdateId{0}, media, call.asked.now);
    if (!waits) return Told{filed.report.number, {}};
    auto const token = random_key();
    store::insert_token(writer, token, filed.report.id);
    return Told{{}, token};
}

std::string told(Call const& call, Told const& told, std::string_view notice) {
    open311::Document out(call.format, "service_requests", "request");
    out.begin();
    if (told.token.empty())
        out.text("service_request_id", told.number);
    else
        out.text("token", told.token);
    out.text("service_notice", notice);
    out.text("account_id", "");
    out.end();
    return out.take();
}

}  // namespace

Answer file(Call const& call) {
    auto const known = client(call, call.asked.db);
    if (auto const* const fault = std::get_if<Fault>(&known)) return *fault;
    auto const read = open311::posted(call.parameters);
    if (auto const* const fault = std::get_if<Fault>(&read)) return *fault;
    auto const& posted = std::get<open311::Posted>(read);
    auto const& one = std::get<Client>(known);
    auto made = filing(call, one, posted);
    if (auto const* const fault = std::get_if<Fault>(&made)) return *fault;
    auto& what = std::get<Filing>(made);
    auto kept = pictures(call);
    if (auto const* const fault = std::get_if<Fault>(&kept)) return *fault;
    what.photos = std::get<std::vector<std::string>>(std::move(kept));
    std::optional<Fault> fault;
    std::optional<Told> done;
    (void)call.acted->write([&](db::Writer& writer) -> Outcome {
        fault = count(writer, one, call.asked.now);
        if (fault) return Refusal{Refused::too_often, {}};
        auto result = keep(call, what, posted.media_urls, one, writer);
        if (result.refused()) {
            fault = fault_of(result.refusal());
            return result.refusal();
        }
        done = std::move(result).value();
        // Of what is said to the test endpoint nothing stays.
        if (call.is_test) return Refusal{Refused::gone, {}};
        return Done{};
    });
    if (fault) return *fault;
    auto const* const category = service(call, what.category);
    return answer(call, told(call, *done, directory::in(call.language(), category->notice)));
}

// Empty until the author has confirmed it.
Answer token(Call const& call) {
    auto const id = store::report_of_token(call.asked.db, call.id);
    auto const report = id ? store::by_id(call.asked.db, *id) : std::nullopt;
    if (!report) return Fault{404, "token provided was not found"};
    bool const known = report->phase != Phase::unconfirmed && report->phase != Phase::withdrawn;
    open311::Document out(call.format, "service_requests", "request");
    out.begin();
    out.text("service_request_id", known ? report->number : "");
    out.text("token", call.id);
    out.end();
    return answer(call, out.take());
}

}  // namespace wasl::reports::georeport
