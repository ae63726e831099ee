// SPDX-License-Identifier: Apache-2.0
// The officer's side of the registry: whose sheets, in which state, and the acts upon them.
#include <algorithm>
#include <set>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/office.hpp"
#include "modules/procedures/views_office.hpp"
#include "modules/procedures/views_pipeline.hpp"
#include "platform/http/page.hpp"

namespace wasl::procedures {

using http::Allow;
using http::Role;

html::Words office_done(http::Request const& request) {
    auto const what = request.asked("done");
    if (what.empty()) return {};
    auto const* const message = msg::find("office.done_" + std::string(what));
    return message == nullptr ? html::Words{} : html::Words{*message};
}

Outcome keeps_for_all(http::Visitor const& visitor) {
    if (people::administers(visitor, people::platform)) return Done{};
    return Refusal{Refused::forbidden, say(msg::refusal_not_yours)};
}

namespace {

views::OfficeList office_list(Pages const& pages, http::Asked const& asked) {
    views::OfficeList page;
    page.owners = owners_for(pages, asked.visitor);
    page.csrf = asked.visitor.csrf;
    page.today = asked.today;
    page.reviews = pages.desk.to_review(asked.db, asked.visitor).has_value();
    page.secretariat = pages.desk.sits_in_secretariat(asked.db, asked.visitor);
    for (auto const& owner : page.owners) {
        page.answers_claims = page.answers_claims || may_publish(asked.visitor, owner.id);
        auto lines = pages.desk.sheets_of(asked.db, owner.id);
        page.lines.insert(page.lines.end(), lines.begin(), lines.end());
    }
    for (auto const& entry : pages.desk.picture()->entries()) {
        bool const others =
            std::any_of(entry.offers.begin(), entry.offers.end(), [&](Offer const& offer) {
                return offer.administration != entry.owner &&
                       may_publish(asked.visitor, offer.administration);
            });
        if (others && !may_edit(asked.visitor, entry.owner))
            page.offered.push_back({entry.id, entry.title});
    }
    return page;
}

Result<http::Response> list_drafts(Pages const& pages, http::Asked const& asked) {
    auto const page = office_list(pages, asked);
    if (page.owners.empty()) return Refusal{Refused::forbidden, say(msg::refusal_not_owner)};
    return http::shown(asked, {.title = msg::office_title},
                       [&](html::Html& h) { views::show_office(h, page); });
}

Result<http::Response> open_draft(Pages const& pages, http::Acted const& acted) {
    auto const& request = acted.request;
    AdministrationId const owner{request.field_number("owner").value_or(0)};
    if (!may_edit(acted.visitor, owner))
        return Refusal{Refused::forbidden, say(msg::refusal_not_owner)};
    Names const title{std::string(request.field("title").substr(0, 1000)), {}, {}, {}};
    auto const opened = acted.write([&](db::Writer& db) {
        return pages.desk.open_draft(db, request.field("code"), owner, title, acted.visitor.person,
                                     acted.now);
    });
    if (!opened.refused())
        return back_to(acted, html::to("/office/sheets/", opened.value(), "/edit/general"));
    auto page = office_list(pages, acted);
    page.faults.add(opened.refusal());
    page.code = request.field("code");
    page.title = title.ar;
    page.owner = request.field("owner");
    return http::shown(
        acted, {.title = msg::office_title}, [&](html::Html& h) { views::show_office(h, page); },
        http::status_of(opened.refusal().why));
}

http::Response draft_page(Pages const& pages, http::Asked const& asked, Draft const& draft,
                          html::Faults faults, int status = 200) {
    auto const found = pages.desk.objections_to(asked.db, draft.sheet, asked.today);
    views::OfficeSheet page{
        .draft = draft,
        .objections = found,
        .history = pages.desk.history(asked.db, draft.sheet.id),
        .offers = pages.desk.offers(asked.db, draft.sheet.id).size(),
        .faults = std::move(faults),
        .csrf = asked.visitor.csrf,
        .hands = pages.desk.actor(asked.db, asked.visitor, draft.sheet.owner).hands,
        .may_edit = may_edit(asked.visitor, draft.sheet.owner),
        .steps = pages.desk.steps(asked.db, draft.sheet.id),
        .certified = pages.desk.certified_on(asked.db, draft),
        .today = asked.today};
    for (auto const& line : page.history)
        page.publishers.push_back(line.by.value() == 0 ? std::string()
                                                       : pages.people.name_of(asked.db, line.by));
    return http::shown(
        asked,
        {.title = views::said(asked.language(), draft.sheet.title),
         .success = office_done(asked.request)},
        [&](html::Html& h) { views::show_office_sheet(h, page); }, status);
}

Result<http::Response> show_draft(Pages const& pages, http::Asked const& asked) {
    pages.desk.refresh(asked.db, asked.now);
    auto const draft = TRY(seen_draft(pages, asked));
    return draft_page(pages, asked, draft, {});
}

Result<http::Response> preview(Pages const& pages, http::Asked const& asked) {
    auto const draft = TRY(seen_draft(pages, asked));
    auto const directory = pages.directory.picture();
    views::SheetPage page{.sheet = draft.sheet,
                          .owner = directory->administration(draft.sheet.owner),
                          .preview = true};
    page.collectivity = page.owner && page.owner->kind == directory::Kind::collectivity;
    return http::shown(asked, {.title = msg::office_preview, .wide = true}, [&](html::Html& h) {
        html::notice(h, html::Tone::warning, msg::office_preview_text);
        html::link_button(h, html::to("/office/sheets/", draft.sheet.id), msg::office_back,
                          html::ButtonKind::secondary);
        views::show_sheet(h, page);
    });
}

// After an act: back to the sheet, or the sheet again with what was wrong.
Result<http::Response> after_step(Pages const& pages, http::Acted const& acted, Draft const& draft,
                                  Refusal const* refusal, std::string_view what) {
    auto const sheet = html::to("/office/sheets/", draft.sheet.id);
    if (refusal == nullptr) {
        pages.desk.expire();
        return back_to(acted, html::with(sheet, "done", what));
    }
    html::Faults faults;
    faults.add(*refusal);
    return draft_page(pages, acted, draft, std::move(faults), http::status_of(refusal->why));
}

Result<http::Response> take_pipeline_step(Pages const& pages, http::Acted const& acted) {
    auto const draft = TRY(seen_draft(pages, acted));
    auto const& request = acted.request;
    auto const action = action_named(request.field("do"));
    if (!action) return Refusal{Refused::invalid, say(msg::refusal_field_unknown)};
    Order const order{*action,
                      static_cast<int>(request.field_number("edition").value_or(0)),
                      std::string(request.field("reason")),
                      std::string(request.field("legal_note")),
                      std::string(request.field("into")),
                      std::string(request.field("reference").substr(0, 200))};
    auto const actor = pages.desk.actor(acted.db, acted.visitor, draft.sheet.owner);
    auto const outcome = acted.write([&](db::Writer& db) {
        return pages.desk.act(db, draft.sheet.id, order, actor, acted.now);
    });
    return after_step(pages, acted, draft, outcome.refused() ? &outcome.refusal() : nullptr,
                      "step");
}

Result<http::Response> certify_draft(Pages const& pages, http::Acted const& acted) {
    auto const draft = TRY(own_draft(pages, acted));
    auto const actor = pages.desk.actor(acted.db, acted.visitor, draft.sheet.owner);
    auto const outcome = acted.write(
        [&](db::Writer& db) { return pages.desk.certify(db, draft.sheet.id, actor, acted.now); });
    return after_step(pages, acted, draft, outcome.refused() ? &outcome.refusal() : nullptr,
                      "certified");
}

// What lies with the commission or with the Interior, for those who sit there.
Result<http::Response> show_to_review(Pages const& pages, http::Asked const& asked) {
    auto lines = pages.desk.to_review(asked.db, asked.visitor);
    if (!lines) return Refusal{Refused::forbidden, say(msg::refusal_not_yours)};
    auto const places = pages.directory.picture();
    return http::shown(asked, {.title = msg::review_title},
                       [&](html::Html& h) { views::show_review(h, *lines, *places); });
}

}  // namespace

std::vector<views::Place> owners_for(Pages const& pages, http::Visitor const& visitor) {
    std::set<AdministrationId> ids;
    for (auto const& grant : visitor.grants)
        if (may_edit(visitor, grant.administration)) ids.insert(grant.administration);
    std::vector<views::Place> out;
    auto const directory = pages.directory.picture();
    for (auto const id : ids)
        if (auto const* const one = directory->administration(id)) out.push_back({id, one->name});
    return out;
}

bool may_publish(http::Visitor const& visitor, AdministrationId owner) {
    return visitor.is(Role::head, owner) || people::administers(visitor, owner);
}

bool may_edit(http::Visitor const& visitor, AdministrationId owner) {
    return visitor.is(Role::officer, owner) || may_publish(visitor, owner);
}

Result<Draft> own_draft(Pages const& pages, http::Asked const& asked) {
    auto const id = id_of(asked.wild(0));
    auto draft = id ? pages.desk.draft(asked.db, SheetId{*id}) : std::nullopt;
    // Another administration's drafts do not exist for this visitor.
    if (!draft || !may_edit(asked.visitor, draft->sheet.owner))
        return Refusal{Refused::not_found, say(msg::refusal_unknown)};
    return std::move(*draft);
}

Result<Draft> seen_draft(Pages const& pages, http::Asked const& asked) {
    auto const id = id_of(asked.wild(0));
    auto draft = id ? pages.desk.draft(asked.db, SheetId{*id}) : std::nullopt;
    auto const unknown = Refusal{Refused::not_found, say(msg::refusal_unknown)};
    if (!draft) return unknown;
    auto const hands = pages.desk.actor(asked.db, asked.visitor, draft->sheet.owner).hands;
    if (hands == Hands{}) return unknown;
    // What its owner still works on, nobody else has seen.
    bool const owns = hands.hold(hands::officer | hands::head);
    if (!owns && is_open(draft->standing().at_work())) return unknown;
    return std::move(*draft);
}

http::Response back_to(http::Asked const& asked, html::Url const& url) {
    return http::see_other("/" + std::string(name_of(asked.language())) + url.text());
}

void add_office_pages(http::Router& router, Pages const& pages) {
    // Whose sheets a visitor may touch is asked inside, of every one of them.
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/office/sheets", Allow::staff, list_drafts),
        http::post<Pages>("/office/sheets", Allow::staff, open_draft),
        http::get<Pages>("/office/sheets/:id", Allow::staff, show_draft),
        http::get<Pages>("/office/sheets/:id/preview", Allow::staff, preview),
        http::post<Pages>("/office/sheets/:id/steps", Allow::staff, take_pipeline_step),
        http::post<Pages>("/office/sheets/:id/certification", Allow::staff, certify_draft),
        http::get<Pages>("/office/review", Allow::staff, show_to_review),
    };
    router.add("procedures", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::procedures
