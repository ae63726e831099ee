// SPDX-License-Identifier: Apache-2.0
#include "modules/people/views_mandates.hpp"

#include "modules/people/inside.hpp"
#include "modules/people/messages.hpp"
#include "modules/people/names.hpp"

namespace wasl::people::views {

using namespace html;

namespace {

// What a mandate is today: an accepted one is not in force outside its days.
Message const& state_word(store::Mandate const& mandate, Date today) {
    if (mandate.state == "accepted" && today > mandate.until) return msg::mandate_over;
    if (mandate.state == "accepted" && today < mandate.from) return msg::mandate_later;
    auto const* const word = msg::find("mandate." + mandate.state);
    check(word != nullptr, "every state of a mandate has a word");
    return *word;
}

Tone tone_of(store::Mandate const& mandate, Date today) {
    if (mandate.state == "accepted" && today >= mandate.from && today <= mandate.until)
        return Tone::success;
    return mandate.state == "offered" ? Tone::info : Tone::neutral;
}

std::string const& other_side(store::Mandate const& mandate, bool given) {
    if (!given) return mandate.principal_name;
    return mandate.agent_name.empty() ? mandate.agent_shown : mandate.agent_name;
}

void actions(Html& h, store::Mandate const& mandate, std::string_view csrf, bool given,
             Said const& whose) {
    ButtonRow const row(h);
    bool const offered = mandate.state == "offered";
    if (given && (offered || mandate.state == "accepted"))
        post_button(h, {.action = to("/account/mandates/", mandate.id, "/revoke"),
                        .label = msg::mandate_revoke,
                        .csrf = csrf,
                        .about = whose});
    if (!given && offered) {
        post_button(h, {.action = to("/account/mandates/", mandate.id, "/accept"),
                        .label = msg::mandate_accept,
                        .csrf = csrf,
                        .kind = ButtonKind::primary,
                        .about = whose});
        post_button(h, {.action = to("/account/mandates/", mandate.id, "/refuse"),
                        .label = msg::mandate_refuse,
                        .csrf = csrf,
                        .about = whose});
    }
}

void scope_cell(Html& h, ShownMandate const& one) {
    if (one.mandate.claimed)
        h(msg::mandate_claimed);
    else if (one.mandate.everything)
        h(msg::mandate_everything);
    bool first = true;
    for (auto const& procedure : one.procedures) {
        h(when(!first, "<br>"_h));
        if (procedure.title.empty())
            h(html::code(procedure.code));
        else
            h(Foreign{procedure.title, procedure.language});
        first = false;
    }
}

void list(Html& h, MandatesPage const& page, bool given) {
    auto const& all = given ? page.given : page.received;
    auto const& title = given ? msg::mandates_given : msg::mandates_received;
    h("<h2>"_h, title, "</h2>"_h);
    if (all.empty()) {
        empty_state(h, given ? msg::mandates_given_empty : msg::mandates_received_empty);
        return;
    }
    Table table(h, title,
                {{given ? msg::mandate_agent : msg::mandate_principal},
                 {msg::mandate_scope},
                 {msg::from},
                 {msg::until},
                 {msg::state},
                 {msg::actions, Column::actions}});
    ListNames names;
    for (auto const& one : all) {
        auto const& mandate = one.mandate;
        table.row();
        if (!given)
            table.cell(isolated(mandate.principal_name));
        else if (mandate.agent_name.empty())
            table.cell(html::code(mandate.agent_shown));
        else
            table.cell(isolated(mandate.agent_name));
        table.cell_with([&] { scope_cell(h, one); });
        table.cell(mandate.from);
        table.cell_with([&] { until_cell(h, mandate.until); });
        table.cell_with(
            [&] { tag(h, tone_of(mandate, page.today), state_word(mandate, page.today)); });
        table.cell_with(
            [&] { actions(h, mandate, page.csrf, given, names.of(other_side(mandate, given))); });
    }
}

void days(Html& h, std::string_view from, std::string_view until, Faults const& faults,
          bool until_required) {
    date_field(h, {.name = "from",
                   .label = msg::from,
                   .hint = msg::from_hint,
                   .value = from,
                   .error = faults.of("from"),
                   .required = false});
    date_field(h, {.name = "until",
                   .label = msg::until,
                   .value = until,
                   .error = faults.of("until"),
                   .required = until_required});
}

// All procedures, or some: sought by their words and ticked, without scripts too.
void scope_fields(Html& h, MandatesPage const& page) {
    Choice const scopes[] = {{"everything", msg::mandate_everything},
                             {"named", msg::mandate_named}};
    radio_group(h, {.name = "scope", .label = msg::mandate_scope, .value = page.scope}, scopes);
    if (!page.procedures.empty()) {
        std::vector<Choice> procedures;
        for (auto const& one : page.procedures)
            procedures.push_back({one.code, Foreign{one.title, one.language}});
        checkbox_group(h,
                       {.name = "procedure",
                        .label = msg::mandate_procedure,
                        .error = page.faults.of("procedure"),
                        .required = false},
                       procedures, page.chosen);
    } else if (!page.query.empty()) {
        h("<p role=\"status\">"_h, msg::mandate_search_none, "</p>"_h);
    }
    text_field(h, {.name = "q",
                   .label = msg::mandate_search,
                   .hint = msg::mandate_search_hint,
                   .value = page.query,
                   .error = page.procedures.empty() ? page.faults.of("procedure") : Said{},
                   .required = false});
    button(h, msg::mandate_search_button, ButtonKind::secondary, "step", "search");
}

}  // namespace

Message const& role_word(http::Role role) {
    auto const* const word = msg::find(std::string("role.") + std::string(people::name_of(role)));
    check(word != nullptr, "every role has a word");
    return *word;
}

void until_cell(Html& h, Date until) {
    if (until >= for_ever)
        h(msg::open_end);
    else
        h(until);
}

void mandates(Html& h, MandatesPage const& page) {
    breadcrumbs(h, {{to("/account"), msg::account_title}});
    h("<h1>"_h, msg::mandates_title, "</h1>"_h);
    error_summary(h, page.faults);
    error_summary(h, page.claim_faults);
    h("<p>"_h, msg::mandates_lead, "</p>"_h);
    if (page.claimed) notice(h, Tone::success, msg::claimed);
    list(h, page, false);
    list(h, page, true);
    h("<h2>"_h, msg::mandate_new, "</h2>"_h);
    {
        Form const post(h, {.action = to("/account/mandates"), .csrf = page.csrf});
        text_field(h, {.name = "contact",
                       .label = msg::mandate_contact,
                       .hint = contact_hint(),
                       .value = page.contact,
                       .error = page.faults.of("contact"),
                       .left_to_right = true});
        scope_fields(h, page);
        days(h, page.from, page.until, page.faults, true);
        button(h, msg::mandate_offer);
    }
    h("<h2>"_h, msg::claim_title, "</h2><p>"_h, msg::claim_lead, "</p>"_h);
    Form const post(h, {.action = to("/account/claim"), .csrf = page.csrf});
    text_field(h, {.name = "code",
                   .label = msg::claim_code,
                   .error = page.claim_faults.of("code"),
                   .autocomplete = "off",
                   .left_to_right = true,
                   .length_max = 30});
    button(h, msg::claim_button, ButtonKind::secondary);
}

void delegation_form(Html& h, Url const& action, DelegationForm const& form) {
    Form const post(h, {.action = action, .csrf = form.csrf});
    hidden_field(h, "holding", std::to_string(form.holding.value()));
    text_field(h, {.name = "contact",
                   .label = msg::delegate_contact,
                   .hint = msg::account_contact_hint,
                   .value = form.contact,
                   .error = form.faults.of("contact"),
                   .left_to_right = true});
    text_field(h, {.name = "matter",
                   .label = msg::delegate_matter,
                   .hint = msg::delegate_matter_hint,
                   .value = form.matter,
                   .error = form.faults.of("matter"),
                   .length_max = 500});
    days(h, form.from, form.until, form.faults, true);
    button(h, msg::delegate_button);
}

void delegations(Html& h, DelegationsPage const& page) {
    breadcrumbs(h, {{to("/account"), msg::account_title}});
    h("<h1>"_h, msg::delegations_title, "</h1>"_h);
    error_summary(h, page.faults);
    h("<p>"_h, msg::delegations_lead, "</p><h2>"_h, msg::delegations_given, "</h2>"_h);
    if (page.delegated.empty()) {
        empty_state(h, msg::delegations_empty);
    } else {
        Table table(h, msg::delegations_given,
                    {{msg::delegate_to},
                     {msg::delegate_matter},
                     {msg::from},
                     {msg::until},
                     {msg::actions, Column::actions}});
        ListNames names;
        for (auto const& one : page.delegated) {
            table.row();
            table.cell(isolated(one.person_name));
            table.cell(isolated(one.matter));
            table.cell(one.from);
            table.cell(one.until);
            table.cell_with([&] {
                post_button(h, {.action = to("/account/delegations/", one.id, "/end"),
                                .label = msg::end_now,
                                .csrf = page.csrf,
                                .about = names.of(one.person_name)});
            });
        }
    }
    // One form a page: where several posts are held, the address says which one is delegated.
    for (auto const& one : page.mine) {
        if (one.delegated_by) continue;
        Foreign const title{title_in(h.language(), one.title_ar, one.title_fr),
                            title_language(h.language(), one.title_fr)};
        if (one.id != page.holding) {
            h("<p><a href=\""_h,
              with(to("/account/delegations"), "holding", std::to_string(one.id.value())), "\">"_h,
              msg::delegate_new, "</a> "_h, title, "</p>"_h);
            continue;
        }
        h("<h2>"_h, msg::delegate_new, "</h2><p>"_h, title, "</p>"_h);
        delegation_form(
            h, to("/account/delegations"),
            {one.id, page.csrf, page.contact, page.from, page.until, page.matter, page.faults});
    }
}

}  // namespace wasl::people::views
