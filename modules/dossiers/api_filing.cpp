// SPDX-License-Identifier: Apache-2.0
// Contents first, then the dossier that names them; documents later; one dossier and its files.
#include <sodium.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "modules/dossiers/api.hpp"
#include "modules/dossiers/api_act.hpp"
#include "modules/dossiers/messages.hpp"

namespace wasl::dossiers::api {

using http::Acted;
using http::Allow;
using http::Response;

inline constexpr std::int64_t upload_bytes_max = 20 * 1024 * 1024;
inline constexpr std::size_t key_signs_max = 200;

static Response sent(Sent const& kept) {
    auto const& stored = kept.stored;
    return answer({{"upload", stored.sha256},
                   {"size", stored.size},
                   {"kind", files::name_of(stored.kind)},
                   {"name", kept.name},
                   {"expires_at", iso(kept.until)}},
                  201);
}

// The body itself, without a form around it, goes the same way as a file of a form.
static std::filesystem::path body_on_disk(Pages const& pages, Acted const& acted) {
    auto path = pages.files.incoming() / ("body-" + std::to_string(db::next_id()));
    std::ofstream out(path, std::ios::binary);
    out << acted.request.body;
    out.close();
    if (out) return path;
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    throw db::Breakdown("an upload could not be written");
}

static Result<std::string> name_of_upload(Acted const& acted) {
    auto const& uploads = acted.request.uploads;
    std::string name(uploads.empty() ? acted.request.asked("name")
                                     : std::string_view(uploads.front().file_name));
    if (!is_plain(name)) return refused(msg::api_hidden_signs, "name");
    if (name.size() > 4 * upload_name_signs_max) return refused(msg::api_member_long, "name");
    return name;
}

static Result<Response> upload(Pages const& pages, Acted const& acted) {
    auto const& uploads = acted.request.uploads;
    if (uploads.size() > 1 || (uploads.empty() && acted.request.body.empty()))
        return Refusal{Refused::invalid, say(msg::api_one_file), {}, "file"};
    auto const name = TRY(name_of_upload(acted));
    auto const path = uploads.empty() ? body_on_disk(pages, acted) : uploads.front().path;
    auto const stored = TRY(pages.files.keep(path, name));
    auto const kept = TRY(acted.write([&](db::Writer& writer) {
        return remember_upload(writer, acted.visitor, stored, name, acted.now);
    }));
    return sent(kept);
}

struct Call {
    Filing filing;
    std::vector<SentFor> documents;
};

// What was sent, in 32 hex digits: enough to tell one call from another.
static std::string digest_of(std::string_view body) {
    std::array<unsigned char, 16> bytes{};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the library's byte type.
    auto const* const read = reinterpret_cast<unsigned char const*>(body.data());
    crypto_generichash(bytes.data(), bytes.size(), read, body.size(), nullptr, 0);
    std::array<char, 2 * bytes.size() + 1> text{};
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    return text.data();
}

static Result<Call> call_of(Acted const& acted) {
    auto const members =
        TRY(Members::read(acted.request, {"procedure", "administration", "unit", "applicant",
                                          "values", "documents", "consents"}));
    Call call;
    auto& start = call.filing.start;
    start.procedure = TRY(members.text("procedure"));
    start.administration = AdministrationId{TRY(members.id("administration"))};
    start.unit = UnitId{TRY(members.id("unit"))};
    start.applicant = PersonId{TRY(members.id("applicant"))};
    start.channel = Channel::api;
    call.filing.values = TRY(members.answers("values"));
    call.documents = TRY(members.documents("documents"));
    call.filing.consents = TRY(members.texts("consents"));
    call.filing.key = acted.request.header("idempotency-key");
    call.filing.call_hash = digest_of(acted.request.body);
    return call;
}

// Every fault of the answers at once, the ones that the form does not know too.
static std::vector<Fault> filing_faults(Pages const& pages, Filing const& filing) {
    std::vector<Fault> found;
    auto const sheet = pages.desk.house().procedures.published(filing.start.procedure,
                                                               filing.start.administration);
    if (!sheet) return found;
    for (auto const& [code, answer] : filing.values)
        if (!procedures::can_ask(*sheet, code))
            found.push_back(
                {"values." + code, say(msg::api_member_unknown, {text("member", code)})});
    for (auto& fault : pages.desk.faults(*sheet, filing.values))
        found.push_back({"values." + fault.field, std::move(fault.what)});
    return found;
}

static Result<Response> file(Pages const& pages, Acted const& acted) {
    auto const key = acted.request.header("idempotency-key");
    if (key.empty() || key.size() > key_signs_max || !is_plain(key))
        return problem(acted, key.empty() ? 428 : 422,
                       say(msg::api_header_missing, {text("header", "Idempotency-Key")}));
    auto const call = TRY(call_of(acted));
    if (auto const faults = filing_faults(pages, call.filing); !faults.empty())
        return problem(acted, 422, say(msg::api_form_faults), faults);
    auto written = acted.write([&](db::Writer& writer) -> Result<Filed> {
        auto filing = call.filing;
        filing.documents = TRY(sent_files(writer, acted.visitor, call.documents, acted.now));
        return pages.desk.file_at_once(writer, acted.visitor, filing, acted.now);
    });
    auto const filed = TRY(std::move(written));
    auto response =
        filed.dossier
            ? shown(pages, acted, *filed.dossier, 201)
            : shown(pages, acted,
                    TRY(pages.desk.see(acted.db, acted.visitor, filed.number, acted.today)), 200);
    response.with("Location", "/api/v1/dossiers/" + filed.number);
    return response;
}

static Result<Response> answer_dossier(Pages const& pages, http::Asked const& asked) {
    auto const dossier = TRY(pages.desk.see(asked.db, asked.visitor, asked.wild(0), asked.today));
    return shown(pages, asked, dossier);
}

static Result<Response> document(Pages const& pages, http::Asked const& asked) {
    auto const dossier = TRY(pages.desk.see(asked.db, asked.visitor, asked.wild(0), asked.today));
    auto const wanted = asked.wild(1);
    for (auto const& one : dossier.documents) {
        if (std::to_string(one.id.value()) != wanted) continue;
        auto const path = pages.files.find(one.sha256);
        if (!path) throw db::Breakdown("the content of a document is not there");
        Response response;
        response.type = files::content_type(one.kind);
        response.file = *path;
        response.with("Content-Disposition", "attachment");
        response.with("Cache-Control", "no-store");
        return response;
    }
    return Refusal{Refused::not_found, say(msg::refused_not_found)};
}

static Result<Response> supply(Pages const& pages, Acted const& acted) {
    auto const members = TRY(Members::read(acted.request, {"documents"}));
    auto const documents = TRY(members.documents("documents"));
    if (documents.empty()) return refused(msg::api_member_missing, "documents");
    return act(pages, acted, Version::free, [&](db::Writer& writer, Act const& act) -> Outcome {
        auto const files = TRY(sent_files(writer, act.by, documents, act.now));
        return done(pages.desk.supply(writer, act, files));
    });
}

static Result<Response> answer_ask(Pages const& pages, Acted const& acted) {
    auto const members = TRY(Members::read(acted.request, {"text", "documents"}));
    auto const words = TRY(members.any_text("text"));
    auto const documents = TRY(members.documents("documents"));
    return act(pages, acted, Version::free, [&](db::Writer& writer, Act const& act) -> Outcome {
        auto const files = TRY(sent_files(writer, act.by, documents, act.now));
        return pages.desk.answer(writer, act, words, files);
    });
}

static Result<Response> send_message(Pages const& pages, Acted const& acted) {
    auto const words = TRY(only_text(acted.request, "text"));
    return act(pages, acted, Version::free, [&](db::Writer& writer, Act const& act) {
        return pages.desk.send_message(writer, act, words);
    });
}

static Result<Response> messages_read(Pages const& pages, Acted const& acted) {
    TRY(Members::read(acted.request, {}));
    return act(pages, acted, Version::free, [&](db::Writer& writer, Act const& act) {
        return pages.desk.messages_read(writer, act);
    });
}

static Result<Response> withdraw(Pages const& pages, Acted const& acted) {
    auto const reason = TRY(only_any_text(acted.request, "reason"));
    return act(pages, acted, Version::free, [&](db::Writer& writer, Act const& act) {
        return pages.desk.withdraw(writer, act, reason);
    });
}

Routes filing_routes() {
    static constexpr http::Limits for_files{.body_max = upload_bytes_max, .rate = http::Rate::api};
    // A person has as many filings as on the pages, whichever door they come through.
    static constexpr http::Limits filing_limits{.body_max = call_limits.body_max,
                                                .rate = http::Rate::filing};
    static constexpr http::Route<Pages> routes[] = {
        http::post<Pages>("/api/v1/uploads", Allow::citizen, upload, for_files),
        http::post<Pages>("/api/v1/dossiers", Allow::citizen, file, filing_limits),
        http::get<Pages>("/api/v1/dossiers/:number", Allow::citizen, answer_dossier, call_limits),
        http::get<Pages>("/api/v1/dossiers/:number/documents/:document", Allow::citizen, document,
                         call_limits),
        http::post<Pages>("/api/v1/dossiers/:number/documents", Allow::citizen, supply,
                          call_limits),
        http::post<Pages>("/api/v1/dossiers/:number/answer", Allow::citizen, answer_ask,
                          call_limits),
        http::post<Pages>("/api/v1/dossiers/:number/messages", Allow::citizen, send_message,
                          call_limits),
        http::post<Pages>("/api/v1/dossiers/:number/messages/read", Allow::citizen, messages_read,
                          call_limits),
        http::post<Pages>("/api/v1/dossiers/:number/withdrawal", Allow::citizen, withdraw,
                          call_limits),
    };
    return routes;
}

}  // namespace wasl::dossiers::api
