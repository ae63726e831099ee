// SPDX-License-Identifier: Apache-2.0
// An entry is written: two lines first, to see what there is already; then the rest. Whatever is
// refused comes back with all that was typed.
#include <algorithm>

#include "modules/bank/public.hpp"
#include "modules/bank/typed.hpp"
#include "platform/db/db.hpp"

namespace wasl::bank {

namespace {

using http::Acted;
using http::Asked;

constexpr std::size_t similar_max = 5;
constexpr std::size_t procedures_max = 8;  // found for the words, beside those that are ticked

// Ticked ones first, then what fits the words asked for, else the title.
std::vector<std::string> procedures_to_choose(Known const& known, views::Typed const& typed) {
    auto codes = typed.content.touches.procedures;
    auto const& words = typed.procedure_words.empty() ? typed.content.title : typed.procedure_words;
    if (words.empty()) return codes;
    for (auto const* const entry : known.registry->search(words, procedures_max).entries)
        if (std::find(codes.begin(), codes.end(), entry->code) == codes.end())
            codes.push_back(entry->code);
    return codes;
}

struct Asking {
    EntryId revised{0};
    std::string number;  // of what is revised; empty: new
    bool begins = false;
    bool keeps = false;  // a reviewer revises what has no author
};

Shown write_page(Pages const& pages, Asked const& asked, views::Typed const& typed,
                 html::Faults const& faults, Asking const& asking) {
    auto const known = known_of(pages, asked);
    auto const& content = typed.content;
    auto const action =
        asking.number.empty() ? html::to("/bank/new") : html::to("/bank/", asking.number, "/edit");
    views::WritePage page{.known = known,
                          .typed = typed,
                          .faults = faults,
                          .csrf = asked.visitor.csrf,
                          .action = action,
                          .similar = {},
                          .running = {},
                          .procedures = procedures_to_choose(known, typed),
                          .owners = works_in(asked.visitor),
                          .pages = pages,
                          .number = asking.number,
                          .begins = asking.begins,
                          .keeps = asking.keeps};
    if (!content.title.empty())
        page.similar =
            known.bank->similar(content.title + " " + content.problem, similar_max, asking.revised);
    if (asking.number.empty() && !asking.begins)
        page.running = pages.desk.running_beside(asked.db, content, EntryId{0}, asked.now);
    return http::shown(
        asked, {.title = asking.number.empty() ? msg::write_title : msg::write_revise},
        [&](html::Html& h) { views::write(h, page); }, status_of(faults));
}

Shown show_new(Pages const& pages, Asked const& asked) {
    views::Typed fresh;
    fresh.content.language = asked.language();
    fresh.once = std::to_string(db::next_id());
    return write_page(pages, asked, fresh, {}, {.begins = true});
}

Proposal proposal_of(views::Typed const& typed) {
    return {.content = typed.content,
            .name_shown = typed.name_shown,
            .owner = AdministrationId{id_in(typed.owner)},
            .relations = typed.relations,
            .key = typed.once};
}

// What each running initiative lacks, all at once: who fills the form is not sent back five times.
void check_relations(Pages const& pages, Acted const& acted, views::Typed const& typed,
                     html::Faults& faults) {
    for (auto const& one :
         pages.desk.running_beside(acted.db, typed.content, EntryId{0}, acted.now)) {
        auto const said =
            std::find_if(typed.relations.begin(), typed.relations.end(),
                         [&](RelationTyped const& other) { return other.number == one.number; });
        if (said == typed.relations.end() || !said->relation)
            faults.add("relation-" + one.number, msg::refused_relation);
        if (said == typed.relations.end() || said->reason.empty())
            faults.add("reason-" + one.number, msg::refused_empty);
    }
}

Shown take_new(Pages const& pages, Acted const& acted) {
    html::Faults faults;
    auto const sent = typed(acted.request, faults);
    bool const begins = !acted.request.has_field("solution");
    if (begins) {
        faults = {};
        if (sent.content.title.empty()) faults.add("title", msg::refused_empty);
        return write_page(pages, acted, sent, faults, {.begins = faults.any()});
    }
    if (acted.request.field("then") != "send") return write_page(pages, acted, sent, {}, {});
    check_relations(pages, acted, sent, faults);
    if (faults.any()) return write_page(pages, acted, sent, faults, {});
    auto const done = acted.write([&](db::Writer& writer) {
        return pages.desk.propose(writer, acted.visitor, proposal_of(sent), acted.today, acted.now);
    });
    if (!done.refused()) return go(acted, html::with(entry_url(done.value()), "done", "proposed"));
    faults.add(done.refusal());
    return write_page(pages, acted, sent, faults, {});
}

Result<Whole> entry_to_write(Pages const& pages, Asked const& asked) {
    auto whole = TRY(pages.desk.see(asked.db, asked.visitor, asked.wild(0), asked.today));
    if (!whole.may_write) return Refusal{Refused::not_found, say(msg::refused_not_found)};
    return whole;
}

Asking revising(Whole const& whole) {
    return {.revised = whole.entry.id, .number = whole.entry.number, .keeps = !whole.is_author};
}

Shown show_entry_edit(Pages const& pages, Asked const& asked) {
    auto const whole = TRY(entry_to_write(pages, asked));
    return write_page(pages, asked, typed_from(whole.entry), {}, revising(whole));
}

Shown take_edit(Pages const& pages, Acted const& acted) {
    auto const whole = TRY(entry_to_write(pages, acted));
    html::Faults faults;
    auto const sent = typed(acted.request, faults);
    auto const asking = revising(whole);
    if (faults.any() || acted.request.field("then") != "send")
        return write_page(pages, acted, sent, faults, asking);
    Act const act{.by = acted.visitor,
                  .number = whole.entry.number,
                  .version = sent.version,
                  .now = acted.now,
                  .today = acted.today};
    auto const done = acted.write([&](db::Writer& writer) {
        return pages.desk.revise(writer, act, sent.content, sent.reason);
    });
    if (!done.refused())
        return go(acted, html::with(entry_url(whole.entry.number), "done", "revised"));
    faults.add(done.refusal());
    return write_page(pages, acted, sent, faults, asking);
}

}  // namespace

Routes writing_routes() {
    using http::Allow;
    using http::operator""_KiB;
    static constexpr http::Limits writing{.body_max = 256_KiB, .rate = http::Rate::filing};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/bank/new", Allow::citizen, show_new),
        http::post<Pages>("/bank/new", Allow::citizen, take_new, writing),
        http::get<Pages>("/bank/:number/edit", Allow::citizen, show_entry_edit),
        http::post<Pages>("/bank/:number/edit", Allow::citizen, take_edit, writing),
    };
    return routes;
}

}  // namespace wasl::bank
