// SPDX-License-Identifier: Apache-2.0
// The rights of law 09-08 over one's own data.
#include <boost/json.hpp>

#include "modules/people/account.hpp"
#include "modules/people/inside.hpp"
#include "modules/people/messages.hpp"
#include "modules/people/names.hpp"
#include "modules/people/told.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::people {
namespace {

namespace json = boost::json;

json::object person_json(Person const& person) {
    return {{"name", person.name},
            {"email", person.email},
            {"email_confirmed", person.email_confirmed},
            {"phone", person.phone},
            {"phone_confirmed", person.phone_confirmed},
            {"language", wasl::name_of(person.language)},
            {"id_document_last_signs", person.id_document_tail},
            {"id_document_keyed_hash", person.id_document_hash},
            {"letters_by_email", person.by_email}};
}

json::array mandates_json(std::vector<store::Mandate> const& mandates) {
    json::array all;
    for (auto const& mandate : mandates) {
        json::array procedures;
        for (auto const& code : mandate.procedures) procedures.emplace_back(code);
        all.push_back(json::object{{"from", iso(mandate.from)},
                                   {"until", iso(mandate.until)},
                                   {"state", mandate.state},
                                   {"everything", mandate.everything},
                                   {"procedures", std::move(procedures)},
                                   {"claimed_at_counter", mandate.claimed},
                                   {"principal", mandate.principal_name},
                                   {"agent", mandate.agent_name}});
    }
    return all;
}

json::object account_json(Desk const& desk, db::Reader& reader, Person const& person, Instant now) {
    json::object out{{"person", person_json(person)}};
    json::array sessions;
    for (auto const& session : store::sessions(reader, person.id, now))
        sessions.push_back(json::object{{"device", session.device},
                                        {"since", iso(session.made_at)},
                                        {"seen", iso(session.seen_at)}});
    out["sessions"] = std::move(sessions);
    json::array positions;
    for (auto const& holding : store::holdings_of(reader, person.id, Date{}))
        positions.push_back(json::object{{"title", holding.title_ar},
                                         {"role", name_of(holding.role)},
                                         {"from", iso(holding.from)},
                                         {"until", iso(holding.until)},
                                         {"delegated", holding.delegated_by.has_value()}});
    out["positions"] = std::move(positions);
    auto const hashes = contact_hashes(desk, person);
    out["mandates_given"] = mandates_json(store::given(reader, person.id));
    out["mandates_received"] =
        mandates_json(store::received(reader, person.id, hashes.email, hashes.phone));
    json::array requests;
    for (auto const& request : store::data_requests_of(reader, person.id))
        requests.push_back(json::object{{"kind", request.kind},
                                        {"words", request.words},
                                        {"made", iso(request.made_at)},
                                        {"answer", request.answer}});
    out["data_requests"] = std::move(requests);
    return out;
}

}  // namespace

std::string export_of(Desk const& desk, DataRights const& rights, db::Reader& reader, PersonId id,
                      Instant now) {
    auto const person = store::person(reader, id).value_or(Person{});
    json::object out{{"made_at", iso(now)}, {"law", "09-08, art. 7"}};
    out["people"] = account_json(desk, reader, person, now);
    for (auto const& contributor : rights.contributors())
        if (contributor.exports)
            out[std::string(contributor.module)] = json::parse(contributor.exports(reader, id));
    return json::serialize(out);
}

Outcome ask_rectification(db::Writer& writer, PersonId person, std::string_view words,
                          Instant now) {
    auto const wanted = TRY(plain_text(words, 2000, "words"));
    if (wanted.empty()) return Refusal{Refused::invalid, say(msg::refusal_words), {}, "words"};
    store::insert_data_request(writer,
                               {db::next_id(), person, "rectification", wanted, {}, now, {}}, now);
    return Done{};
}

// Whoever stood on the other side of a mandate, or acted by a delegation, learns that it is over.
static void end_rights(Desk const& desk, db::Writer& writer, Person const& person, Date today,
                       Instant now) {
    for (auto const& one : store::delegated_by(writer, person.id, today))
        tell_ended(desk, writer, one, today, now);
    store::end_holdings_of(writer, person.id, today - Days{1});
    auto mandates = store::given(writer, person.id);
    for (auto& one : store::received(writer, person.id, "-", "-"))
        mandates.push_back(std::move(one));
    for (auto const& one : mandates)
        if (one.state == "accepted" || one.state == "offered")
            tell_mandate_ended(desk, writer, one, person.id, now);
    store::end_mandates_of(writer, person.id, now);
}

Result<std::vector<Said>> erase(Desk const& desk, DataRights const& rights, db::Writer& writer,
                                PersonId id, Date today, Instant now) {
    auto const person = store::person(writer, id);
    if (!person || person->closed) return Refusal{Refused::not_found, {}};
    std::vector<Said> kept;
    for (auto const& contributor : rights.contributors())
        if (contributor.erases)
            for (auto& why : contributor.erases(writer, id, now)) kept.push_back(std::move(why));
    for (auto const& holding : store::holdings_of(writer, id, today))
        if (holding.administration == platform && holding.from <= today &&
            store::administrators(writer, today) == 1)
            return Refusal{Refused::conflict, say(msg::refusal_last_administrator)};
    end_rights(desk, writer, *person, today, now);
    store::drop_ways_in(writer, *person);
    store::forget_words_of_requests(writer, id);
    store::insert_data_request(writer, {db::next_id(), id, "erasure", std::string(), {}, now, {}},
                               now);
    store::close(writer, id, !kept.empty(), now);
    journal::append(
        writer,
        {platform.value(), "people.account_closed", std::to_string(id.value()), id.value(), "{}"},
        now);
    return kept;
}

Outcome answer_request(db::Writer& writer, std::int64_t id, PersonId by, std::string_view words,
                       Instant now) {
    auto const answer = TRY(plain_text(words, 2000, "answer"));
    if (answer.empty()) return Refusal{Refused::invalid, say(msg::refusal_words), {}, "answer"};
    if (!store::data_request(writer, id)) return Refusal{Refused::not_found, {}};
    if (!store::answer_data_request(writer, id, by, answer, now))
        return Refusal{Refused::conflict, say(msg::refusal_answered)};
    return Done{};
}

}  // namespace wasl::people
