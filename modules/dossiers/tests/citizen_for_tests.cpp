// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/tests/citizen_for_tests.hpp"

#include "modules/dossiers/questions.hpp"
#include "platform/http/page.hpp"
#include "tests/support/pdf_for_tests.hpp"

namespace wasl::dossiers {

CitizenTest::CitizenTest()
    : store(made().folder() + "/files"), pages{desk, store, "https://wasl.example.ma", "", ""} {
    site.name[0] = "إقليم بركان";
    add_citizen_pages(router, pages);
    procedures::add_pages(router, registry);
    router.open({.database = database(),
                 .now = clock.source(),
                 .recognise =
                     [this](http::Request const&, db::Reader&, Instant) {
                         auto known = visitor_;
                         known.csrf = "of-this-visitor";
                         return known;
                     },
                 .show_refusal =
                     [](http::Asked const& asked, int status, Refusal const& refusal,
                        std::string const& incident) {
                         auto const what = refusal.what
                                               ? i18n::sentence(asked.language(), refusal.what)
                                               : std::string("-");
                         return http::page("refused: " + what + " " + incident, status);
                     },
                 .site = &site});
}

http::Response CitizenTest::ask(http::Visitor const& who, http::Request& request) {
    visitor_ = who;
    EXPECT_TRUE(http::read_target(request));
    return router.answer(request);
}

http::Response CitizenTest::get(http::Visitor const& who, std::string const& target) {
    http::Request request;
    request.target = "/ar" + target;
    return ask(who, request);
}

http::Response CitizenTest::post(http::Visitor const& who, std::string const& target,
                                 http::Pairs form, std::vector<Sent> const& sent) {
    http::Request request;
    request.method = http::Method::post;
    request.target = "/ar" + target;
    request.form = std::move(form);
    request.form.emplace_back("csrf", "of-this-visitor");
    for (auto const& file : sent) {
        auto const path = store.incoming() / std::to_string(db::next_id());
        std::ofstream(path, std::ios::binary) << file.bytes;
        request.uploads.push_back(
            {file.field, file.name, path, static_cast<std::int64_t>(file.bytes.size())});
    }
    return ask(who, request);
}

std::string CitizenTest::location(http::Response const& response) {
    for (auto const& [name, value] : response.headers)
        if (name == "location") return value.substr(3);
    return "nowhere, " + std::to_string(response.status) + "\n" + response.body;
}

std::string CitizenTest::pdf_bytes() {
    return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"
           "trailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
}

std::string CitizenTest::answered_draft(http::Visitor const& who, std::string_view procedure) {
    auto const opened = post(who, "/dossiers/new",
                             {{"procedure", std::string(procedure)},
                              {"administration", std::to_string(commune.value())},
                              {"applicant", "0"}});
    auto const draft = location(opened);
    auto const sheet = sheets.published(procedure, commune);
    auto const values = filing(procedure).values;
    std::size_t page = 0;
    for (auto const& question : questions(*sheet)) {
        http::Pairs form{{"then", "next"}};
        for (auto const* const field : question.fields)
            form.emplace_back("answer-" + field->code, std::string(answer_to(values, field->code)));
        auto const saved = post(who, draft + "/form/" + std::to_string(++page), form);
        EXPECT_EQ(saved.status, 303) << saved.body;
    }
    return draft;
}

std::vector<CitizenTest::Sent> CitizenTest::all_documents(std::string_view procedure,
                                                          std::string_view without) {
    std::vector<Sent> sent;
    auto const sheet = sheets.published(procedure, commune);
    for (auto const& document : sheet->documents)
        if (document.supplier == procedures::Supplier::user && document.required &&
            document.code != without)
            sent.push_back({"document-" + document.code, "وثيقة.pdf", pdf_bytes()});
    return sent;
}

std::string CitizenTest::filed(http::Visitor const& who, std::string_view procedure,
                               std::string_view without) {
    auto const draft = answered_draft(who, procedure);
    EXPECT_EQ(location(post(who, draft + "/documents", {{"then", "next"}},
                            all_documents(procedure, without))),
              draft + "/check");
    auto const receipt =
        location(post(who, draft + "/check", {{"declared", "1"}, {"once", "one-key"}}));
    EXPECT_TRUE(receipt.ends_with("/receipt")) << receipt;
    auto const from = std::string("/dossiers/").size();
    return receipt.substr(from, receipt.rfind('/') - from);
}

std::string CitizenTest::text_of_pdf(std::string const& pdf) { return tests::text_of_pdf(pdf); }

}  // namespace wasl::dossiers
