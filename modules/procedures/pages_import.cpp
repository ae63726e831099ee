// SPDX-License-Identifier: Apache-2.0
// Sheets from a file: what would happen is looked at before it does. The file waits in between, so
// that what is confirmed is what was shown; what was found in it is kept beside it.
#include <fstream>
#include <map>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/office.hpp"
#include "modules/procedures/views_import.hpp"
#include "platform/http/page.hpp"

namespace wasl::procedures {
namespace {

using http::Acted;
using http::Allow;
using http::Asked;
using http::operator""_MiB;

constexpr std::size_t waiting_max = 10;  // files of one person
constexpr std::size_t name_max = 200;    // bytes; only ever shown

Refusal gone() { return {Refused::not_found, say(msg::refusal_import_gone)}; }

// Whoever sits with the owner, or looks at its sheets under art. 9, may bring them in.
ImportAsk ask_of(Pages const& pages, Asked const& asked, AdministrationId owner) {
    auto const known = std::make_shared<std::map<AdministrationId, Hands>>();
    return {owner, asked.visitor.person,
            [&pages, &visitor = asked.visitor, known](db::Reader& db, AdministrationId id) {
                auto const found = known->find(id);
                if (found != known->end()) return found->second;
                return (*known)[id] = pages.desk.actor(db, visitor, id).hands;
            }};
}

http::Response import_form(Pages const& pages, Asked const& asked, html::Faults faults,
                           std::string_view owner, int status = 200) {
    views::ImportForm const page{owners_for(pages, asked.visitor), std::string(owner),
                                 store::imports_of(asked.db, asked.visitor.person),
                                 std::move(faults), asked.visitor.csrf};
    return http::shown(
        asked, {.title = msg::import_title}, [&](html::Html& h) { views::show_import(h, page); },
        status);
}

Result<http::Response> show_imports(Pages const& pages, Asked const& asked) {
    if (owners_for(pages, asked.visitor).empty())
        return Refusal{Refused::forbidden, say(msg::refusal_not_owner)};
    return import_form(pages, asked, {}, {});
}

// Empty where there is none, or more than a page may bring.
std::string content_sent(http::Request const& request, std::string& name) {
    for (auto const& upload : request.uploads) {
        if (upload.field != "file" || upload.size > import_upload_megabytes_max * 1_MiB) continue;
        name = upload.file_name.substr(0, name_max);
        std::ifstream in(upload.path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    return {};
}

Result<WaitingImport> sent_file(Acted const& acted) {
    WaitingImport out;
    out.id = db::fresh<ImportId>();
    out.owner = AdministrationId{acted.request.field_number("owner").value_or(0)};
    out.at = acted.now;
    if (!may_edit(acted.visitor, out.owner))
        return Refusal{Refused::invalid, say(msg::refusal_not_owner), {}, "owner"};
    out.content = content_sent(acted.request, out.name);
    if (out.content.empty())
        return Refusal{Refused::invalid, say(msg::refusal_import_file), {}, "file"};
    if (store::imports_of(acted.db, acted.visitor.person).size() >= waiting_max)
        return Refusal{Refused::conflict, say(msg::refusal_imports_many), {}, "file"};
    return out;
}

html::Url address_of_import(ImportId id) { return html::to("/office/imports/", id); }

Result<http::Response> send_import(Pages const& pages, Acted const& acted) {
    auto const sent = sent_file(acted);
    if (sent.refused()) {
        html::Faults faults;
        faults.add(sent.refusal());
        return import_form(pages, acted, std::move(faults), acted.request.field("owner"),
                           http::status_of(sent.refusal().why));
    }
    auto const& file = sent.value();
    auto const report = examine_import(acted.db, pages.desk, *pages.directory.picture(),
                                       file.content, ask_of(pages, acted, file.owner), acted.now);
    TRY(acted.write([&](db::Writer& db) -> Outcome {
        store::keep_import(db, file, acted.visitor.person);
        store::keep_report(db, file.id, report, std::nullopt);
        return Done{};
    }));
    return back_to(acted, address_of_import(file.id));
}

Result<WaitingImport> own_file(Asked const& asked) {
    ImportId const id{id_of(asked.wild(0)).value_or(0)};
    auto file = store::import_of(asked.db, id, asked.visitor.person);
    if (!file) return gone();
    return std::move(*file);
}

Result<http::Response> show_examined(Pages const&, Asked const& asked) {
    ImportId const id{id_of(asked.wild(0)).value_or(0)};
    auto const file = store::examined_import(asked.db, id, asked.visitor.person);
    if (!file) return gone();
    views::ImportRowsPage page{.file = *file};
    page.page = static_cast<int>(
        std::clamp<std::int64_t>(asked.request.asked_number("page").value_or(1), 1, 9999));
    auto const from = static_cast<std::size_t>(page.page - 1) * views::import_rows_shown;
    page.lines = store::import_lines(asked.db, id, from, views::import_rows_shown);
    page.csrf = asked.visitor.csrf;
    return http::shown(asked, {.title = file->taken ? msg::import_done : msg::import_examined},
                       [&](html::Html& h) { views::show_import_rows(h, page); });
}

Result<http::Response> confirm_import(Pages const& pages, Acted const& acted) {
    auto const file = TRY(own_file(acted));
    if (file.taken) return back_to(acted, address_of_import(file.id));  // pressed twice
    auto const ask = ask_of(pages, acted, file.owner);
    auto const places = pages.directory.picture();
    TRY(acted.write([&](db::Writer& db) -> Outcome {
        auto const report = import_sheets(db, pages.desk, *places, file.content, ask, acted.now);
        store::keep_report(db, file.id, report, acted.now);
        return Done{};
    }));
    return back_to(acted, address_of_import(file.id));
}

Result<http::Response> drop_sent_file(Pages const&, Acted const& acted) {
    auto const file = TRY(own_file(acted));
    TRY(acted.write([&](db::Writer& db) -> Outcome {
        store::drop_import(db, file.id, acted.visitor.person);
        return Done{};
    }));
    return back_to(acted, html::to("/office/imports"));
}

}  // namespace

void add_import_pages(http::Router& router, Pages const& pages) {
    // As in the office: whose sheets a visitor may bring in is asked inside, of every row.
    static constexpr http::Limits limits{.body_max = (import_upload_megabytes_max + 1) * 1_MiB};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/office/imports", Allow::staff, show_imports),
        http::post<Pages>("/office/imports", Allow::staff, send_import, limits),
        http::get<Pages>("/office/imports/:id", Allow::staff, show_examined),
        http::post<Pages>("/office/imports/:id", Allow::staff, confirm_import),
        http::post<Pages>("/office/imports/:id/drop", Allow::staff, drop_sent_file),
    };
    router.add("procedures", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::procedures
