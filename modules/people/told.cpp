// SPDX-License-Identifier: Apache-2.0
#include "modules/people/told.hpp"

#include "modules/directory/directory.hpp"
#include "modules/people/messages.hpp"
#include "modules/people/shell.hpp"

namespace wasl::people {
namespace {

void tell(Desk const& desk, db::Writer& writer, Told const& told, Instant now) {
    if (desk.inside().tell) desk.inside().tell(writer, told, now);
}

// What a notice about a position says: its title and whose it is, in the language of the reader.
Values about(Desk const& desk, db::Reader& reader, store::Holding const& holding) {
    auto const reader_of = store::person(reader, holding.person);
    auto const language = reader_of ? reader_of->language : Language::ar;
    auto const picture = desk.inside().directory.picture();
    auto const* const place = picture->administration(holding.administration);
    return {text("position", title_in(language, holding.title_ar, holding.title_fr)),
            place ? text("administration", directory::in(language, place->name))
                  : word("administration", msg::platform)};
}

std::optional<PersonId> agent_of(db::Reader& reader, store::Mandate const& mandate) {
    if (mandate.agent) return mandate.agent;
    auto const typed = contact(mandate.agent_shown);
    if (typed.refused()) return std::nullopt;
    auto const account = store::by_contact(reader, typed.value());
    return account ? std::optional(account->id) : std::nullopt;
}

}  // namespace

void tell_offered(Desk const& desk, db::Writer& writer, store::Mandate const& mandate,
                  Contact const& to, Instant now) {
    auto const principal = store::person(writer, mandate.principal);
    check(principal.has_value(), "a mandate has a principal");
    if (auto const account = store::by_contact(writer, to)) {
        tell(desk, writer,
             {account->id, say(msg::told_offered_subject),
              say(msg::told_offered, {text("principal", principal->name),
                                      Value{"from", mandate.from}, Value{"until", mandate.until}}),
              "/account/mandates"},
             now);
        return;
    }
    if (!desk.inside().send) return;
    // Nothing that the principal wrote: this may reach somebody whom the principal does not know.
    desk.inside().send(
        writer,
        {to.text, principal->language, say(msg::told_offered_subject),
         say(msg::told_offered_stranger, {text("site", desk.inside().settings.site_name)}),
         now + std::chrono::hours(24 * 3)},
        now);
}

void tell_answered(Desk const& desk, db::Writer& writer, store::Mandate const& mandate,
                   Person const& agent, Instant now) {
    bool const accepted = mandate.state == "accepted";
    tell(desk, writer,
         {mandate.principal, say(accepted ? msg::told_accepted_subject : msg::told_refused_subject),
          say(accepted ? msg::told_accepted : msg::told_refused,
              {text("agent", agent.name), Value{"from", mandate.from},
               Value{"until", mandate.until}}),
          "/account/mandates"},
         now);
}

void tell_mandate_ended(Desk const& desk, db::Writer& writer, store::Mandate const& mandate,
                        PersonId by, Instant now) {
    bool const by_principal = mandate.principal == by;
    auto const to = by_principal ? agent_of(writer, mandate) : std::optional(mandate.principal);
    if (!to || *to == by) return;
    auto const other = by_principal ? mandate.principal_name : mandate.agent_name;
    tell(desk, writer,
         {*to, say(msg::told_revoked_subject), say(msg::told_revoked, {text("other", other)}),
          "/account/mandates"},
         now);
}

void tell_given(Desk const& desk, db::Writer& writer, store::Holding const& holding, Instant now) {
    auto values = about(desk, writer, holding);
    values.push_back({"from", holding.from});
    values.push_back({"until", holding.until});
    if (holding.delegated_by) values.push_back(text("matter", holding.matter));
    auto const& what = holding.delegated_by       ? msg::told_delegated
                       : holding.until < for_ever ? msg::told_given_until
                                                  : msg::told_given;
    tell(desk, writer,
         {holding.person,
          say(holding.delegated_by ? msg::told_delegated_subject : msg::told_given_subject),
          say(what, std::move(values)), "/account"},
         now);
}

void tell_ended(Desk const& desk, db::Writer& writer, store::Holding const& holding, Date day,
                Instant now) {
    auto values = about(desk, writer, holding);
    values.push_back({"day", day});
    tell(desk, writer,
         {holding.person,
          say(holding.delegated_by ? msg::told_delegation_ended_subject : msg::told_ended_subject),
          say(holding.delegated_by ? msg::told_delegation_ended : msg::told_ended,
              std::move(values)),
          "/account"},
         now);
}

}  // namespace wasl::people
