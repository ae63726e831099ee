// SPDX-License-Identifier: Apache-2.0
#include "modules/people/mandates.hpp"

#include <algorithm>

#include "modules/people/inside.hpp"
#include "modules/people/messages.hpp"
#include "modules/people/refusals.hpp"
#include "modules/people/told.hpp"

namespace wasl::people {
namespace {

constexpr Days longest{366 * 3};
constexpr std::int64_t claims_per_hour = 10;
constexpr std::int64_t offers_per_hour = 10;  // each may send a letter to somebody's address

}  // namespace

// What was chosen, each once; refused where the registry does not have it.
static Result<std::vector<std::string>> scope_of(Desk const& desk, NewMandate const& wanted) {
    std::vector<std::string> codes;
    for (auto const code : wanted.procedures) {
        if (!procedure_named(desk, Language::ar, code))
            return invalid(msg::refusal_mandate_procedure, "procedure");
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.emplace_back(code);
    }
    if (codes.empty()) return invalid(msg::refusal_mandate_scope, "procedure");
    if (codes.size() > mandate_procedures_max)
        return Refusal{Refused::invalid,
                       say(msg::refusal_mandate_many, {number("most", mandate_procedures_max)}),
                       {},
                       "procedure"};
    return codes;
}

Result<MandateId> offer_mandate(Desk const& desk, db::Writer& writer, PersonId principal,
                                NewMandate const& wanted, Date today, Instant now) {
    auto const agent = TRY(contact(wanted.contact));
    auto const person = store::person(writer, principal);
    if (!person) return Refusal{Refused::not_found, {}};
    if (agent.text == person->email || agent.text == person->phone)
        return invalid(msg::refusal_oneself, "contact");
    auto const from = wanted.from.empty() ? std::optional(today) : date_from_iso(wanted.from);
    auto const until = date_from_iso(wanted.until);
    if (!from) return invalid(msg::refusal_day, "from");
    if (!until) return invalid(msg::refusal_day, "until");
    if (*until < *from || *until < today) return invalid(msg::refusal_days_reversed, "until");
    if (*until - *from > longest) return invalid(msg::refusal_mandate_long, "until");
    store::Mandate mandate;
    mandate.id = db::fresh<MandateId>();
    mandate.principal = principal;
    mandate.agent_shown = agent.text;
    mandate.everything = wanted.scope == NewMandate::Scope::everything;
    if (!mandate.everything) mandate.procedures = TRY(scope_of(desk, wanted));
    mandate.from = *from;
    mandate.until = *until;
    mandate.state = "offered";
    if (store::attempt(writer, "mandate:" + std::to_string(principal.value()), now) >
        offers_per_hour)
        return Refusal{Refused::too_often, say(msg::refusal_too_often)};
    store::insert_mandate(writer, mandate, desk.inside().contact_hash(agent), now);
    tell_offered(desk, writer, mandate, agent, now);
    return mandate.id;
}

Outcome answer_mandate(Desk const& desk, db::Writer& writer, PersonId agent, MandateId id,
                       Answer answer, Instant now) {
    auto const person = store::person(writer, agent);
    if (!person) return Refusal{Refused::not_found, {}};
    auto const hashes = contact_hashes(desk, *person);
    if (!store::is_offered_to(writer, id, agent, hashes.email, hashes.phone))
        return Refusal{Refused::not_found, {}};
    auto const to = answer == Answer::accept ? "accepted" : "refused";
    if (!store::change_mandate(writer, id, "offered", to, agent, now))
        return Refusal{Refused::conflict, say(msg::refusal_mandate_changed)};
    auto const answered = store::mandate(writer, id);
    check(answered.has_value(), "a mandate that was answered is there");
    tell_answered(desk, writer, *answered, *person, now);
    return Done{};
}

Outcome revoke_mandate(Desk const& desk, db::Writer& writer, PersonId principal, MandateId id,
                       Instant now) {
    auto const mandate = store::mandate(writer, id);
    if (!mandate || mandate->principal != principal) return Refusal{Refused::not_found, {}};
    if (!store::change_mandate(writer, id, "accepted", "revoked", std::nullopt, now) &&
        !store::change_mandate(writer, id, "offered", "revoked", std::nullopt, now))
        return Refusal{Refused::conflict, say(msg::refusal_mandate_changed)};
    tell_mandate_ended(desk, writer, *mandate, principal, now);
    return Done{};
}

Result<PersonId> claim(Desk const& desk, PersonId account, std::string_view typed, Instant now) {
    auto const& inside = desk.inside();
    auto const code = dictated(typed);
    auto const tries = "claim:" + std::to_string(account.value());
    auto const claimed = inside.database.write([&](db::Writer& writer) -> Result<PersonId> {
        if (store::attempt(writer, tries, now) > claims_per_hour)
            return Refusal{Refused::too_often, say(msg::refusal_too_often)};
        auto const person = store::use_key(writer, inside.hashed("claim", code), "claim", now)
                                .value_or(PersonId{0});
        if (person.value() == 0) return PersonId{0};
        store::Mandate mandate;
        mandate.id = db::fresh<MandateId>();
        mandate.principal = person;
        mandate.agent = account;
        mandate.state = "accepted";
        mandate.from = clock::day_in_morocco(now);
        mandate.until = for_ever;
        mandate.claimed = true;
        store::insert_mandate(writer, mandate, {}, now);
        return person;
    });
    if (claimed.refused()) return claimed.refusal();
    if (claimed.value().value() == 0) return invalid(msg::refusal_claim, "code");
    return claimed.value();
}

}  // namespace wasl::people
