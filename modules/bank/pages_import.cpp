// SPDX-License-Identifier: Apache-2.0
// Entries from a file: what would happen is looked at before it does. For reviewers alone.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "modules/bank/inside.hpp"
#include "modules/bank/public.hpp"
#include "modules/bank/views_office.hpp"

namespace wasl::bank {

namespace {

using http::Acted;
using http::Asked;
using http::operator""_MiB;

Outcome may_import(Pages const& pages, Asked const& asked) {
    if (pages.desk.reviews(asked.db, asked.visitor)) return Done{};
    return Refusal{Refused::forbidden, say(msg::refused_not_reviewer)};
}

Shown form_page(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    TRY(may_import(pages, asked));
    auto const waiting = waiting_imports(asked.db, asked.visitor.person);
    views::ImportFormPage const page{waiting, asked.visitor.csrf, asked.request, faults};
    return http::shown(
        asked, {.title = msg::import_title}, [&](html::Html& h) { views::import_form(h, page); },
        status_of(faults));
}

Shown show_form(Pages const& pages, Asked const& asked) { return form_page(pages, asked, {}); }

Waiting sent_file(Acted const& acted) {
    Waiting out;
    out.source = acted.request.field("source");
    out.as_listed = acted.request.field("as_listed") == "1";
    out.at = acted.now;
    for (auto const& upload : acted.request.uploads) {
        if (upload.field != "file" || upload.size > import_megabytes_max * 1_MiB) continue;
        out.name = upload.file_name;
        std::ifstream in(upload.path, std::ios::binary);
        out.content.assign(std::istreambuf_iterator<char>(in), {});
    }
    return out;
}

Shown send(Pages const& pages, Acted const& acted) {
    TRY(may_import(pages, acted));
    auto const file = sent_file(acted);
    html::Faults faults;
    if (file.content.empty())
        faults.add("file", say(msg::refused_file, {number("max", import_megabytes_max)}));
    else if (auto const rows = read_import(file.content); rows.refused())
        faults.add(rows.refusal());
    if (auto const named = readable(file.source, {"source", line_max}); named.refused())
        faults.add(named.refusal());
    if (faults.any()) return form_page(pages, acted, faults);
    auto const kept = acted.write(
        [&](db::Writer& writer) { return keep_import(writer, file, acted.visitor.person); });
    if (!kept.refused()) return go(acted, html::to("/office/bank/imports/", kept.value()));
    faults.add(kept.refusal());
    return form_page(pages, acted, faults);
}

Shown show_rows(Pages const& pages, Asked const& asked) {
    TRY(may_import(pages, asked));
    auto const file =
        TRY(waiting_import(asked.db, ImportId{id_in(asked.wild(0))}, asked.visitor.person));
    auto const report = examine_import(
        asked.db, pages.desk, file.content,
        {.source = file.source, .as_listed = file.as_listed, .by = asked.visitor.person});
    views::ImportRowsPage page{.file = file, .report = report, .csrf = asked.visitor.csrf};
    page.page = static_cast<int>(
        std::clamp<std::int64_t>(asked.request.asked_number("page").value_or(1), 1, 9999));
    return http::shown(
        asked, {.title = file.taken ? msg::import_done : msg::import_examined, .wide = true},
        [&](html::Html& h) { views::import_rows(h, page); });
}

Shown act(Pages const& pages, Acted const& acted) {
    TRY(may_import(pages, acted));
    ImportId const id{id_in(acted.wild(0))};
    auto const person = acted.visitor.person;
    bool const drops = acted.request.field("do") == "drop";
    TRY(acted.write([&](db::Writer& writer) {
        return drops ? drop_import(writer, id, person)
                     : confirm_import(writer, pages.desk, id, person, acted.today, acted.now);
    }));
    return go(acted,
              drops ? html::to("/office/bank/imports") : html::to("/office/bank/imports/", id));
}

}  // namespace

Routes import_routes() {
    using http::Allow;
    static constexpr http::Limits limits{.body_max = (import_megabytes_max + 1) * 1_MiB};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/office/bank/imports", Allow::staff, show_form),
        http::post<Pages>("/office/bank/imports", Allow::staff, send, limits),
        http::get<Pages>("/office/bank/imports/:id", Allow::staff, show_rows),
        http::post<Pages>("/office/bank/imports/:id", Allow::staff, act),
    };
    return routes;
}

}  // namespace wasl::bank
