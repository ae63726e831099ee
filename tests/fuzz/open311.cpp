// SPDX-License-Identifier: Apache-2.0
// What clients ask and say, and what other servers answer: whatever it is, it is read within its
// limits or refused; what is read and written again is the same.
#include <cstdint>
#include <cstdlib>
#include <pugixml.hpp>

#include "kernel/text/signs.hpp"
#include "modules/reports/open311/asking.hpp"
#include "modules/reports/open311/document.hpp"
#include "modules/reports/open311/hearing.hpp"
#include "modules/reports/open311/moments.hpp"
#include "platform/http/text.hpp"
#include "tests/fuzz/seeds.hpp"

namespace wasl::reports::open311 {
namespace {

void expect(bool holds) {
    if (!holds) std::abort();
}

Instant const now = *moment_from("2026-11-21T19:00:00Z");

void refused_well(Fault const& fault) {
    expect(fault.status >= 400 && fault.status < 500 && !fault.description.empty());
}

void ask(Parameters const& all) {
    auto const read = wanted(all, now);
    if (auto const* const one = std::get_if<Wanted>(&read)) {
        expect(one->limit >= 1 && one->limit <= requests_max && one->offset >= 0);
        expect(one->ids.size() <= static_cast<std::size_t>(ids_max));
        if (one->from && one->until)
            expect(*one->from <= *one->until && *one->until - *one->from <= span_max);
    } else {
        refused_well(std::get<Fault>(read));
    }
    auto const span = window(all, now);
    if (auto const* const one = std::get_if<Window>(&span))
        expect(one->from <= one->until && one->until - one->from <= span_max);
}

void say(Parameters const& all) {
    auto const read = posted(all);
    if (auto const* const one = std::get_if<Posted>(&read)) {
        expect(!one->service_code.empty());
        expect(lexis::signs_in(one->description) <= description_max);
        expect(!one->place || geography::is_place(*one->place));
    } else {
        refused_well(std::get<Fault>(read));
    }
    auto const update = posted_update(all);
    if (auto const* const fault = std::get_if<Fault>(&update)) refused_well(*fault);
}

// What is written can be read, and says what was meant but for signs that XML has no place for.
void write(std::string_view text) {
    for (auto const format : {Format::xml, Format::json}) {
        Document out(format, "service_requests", "request");
        out.begin();
        out.text("description", text);
        out.end();
        auto const written = out.take();
        if (format == Format::json) continue;
        pugi::xml_document read;
        expect(static_cast<bool>(read.load_buffer(written.data(), written.size(),
                                                  pugi::parse_default | pugi::parse_ws_pcdata,
                                                  pugi::encoding_utf8)));
        std::string const said =
            read.child("service_requests").child("request").child_value("description");
        std::string meant;
        for (char const one : text)
            if (static_cast<unsigned char>(one) >= 0x20 || one == '\t' || one == '\n' ||
                one == '\r')
                meant += one;
        expect(said == meant);
    }
}

void hear(std::string_view xml) {
    auto const requests = heard_requests(xml);
    auto const updates = heard_updates(xml);
    auto const errors = heard_errors(xml);
    // One root, hence one meaning.
    expect((requests ? 1 : 0) + (updates ? 1 : 0) + (errors ? 1 : 0) <= 1);
    for (auto const& one : requests.value_or(std::vector<HeardRequest>{}))
        expect(one.id.size() <= xml.size());
}

}  // namespace

// libFuzzer calls it by this name.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerInitialize(int* count, char*** words) {
    // Long requests go on over several lines.
    // NOLINTBEGIN(bugprone-suspicious-missing-comma)
    tests::plant(
        *count, *words,
        {"status=open,closed&start_date=2026-09-01T00:00:00Z&page=2&page_size=50&extensions=true",
         "service_request_id=2026-7KMP-4XRC,2026-AAAA-AAAA",
         "updated_after=2026-11-20T10:00:00%2B01:00&updated_before=2026-11-21T10:00:00.5Z",
         "service_code=lamp-out&lat=34.92&long=-2.32&description=%D9%85&attribute[SIDE]=l&"
         "attribute[W][]=a&media_url=https://a.example/1.jpg",
         "update_id=1&service_request_id=2026-7KMP-4XRC&status=FIXED&"
         "updated_datetime=2026-11-21T19:00:00Z&last_name=-",
         "<?xml version=\"1.0\"?><service_requests><request><service_request_id>1"
         "</service_request_id><status>open</status><updated_datetime>2026-11-21T19:00:00Z"
         "</updated_datetime></request></service_requests>",
         "<service_request_updates><request_update><update_id>7</update_id><description>"
         "<![CDATA[<b>]]>&#x645;&amp;</description></request_update></service_request_updates>",
         "<errors><error><code>404</code><description>unknown</description></error></errors>",
         "<!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
         "<errors><error><description>&a;&c;</description></error></errors>"});
    // NOLINTEND(bugprone-suspicious-missing-comma)
    return 0;
}

// libFuzzer calls it by this name.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    hear(text);
    (void)moment_from(text);
    auto const form = http::urlencoded(text);
    if (!form) return 0;
    ask(*form);
    say(*form);
    for (auto const& [name, value] : *form) write(value);
    expect(form->empty() || http::urlencoded(form_text(*form)) == form);
    return 0;
}

}  // namespace wasl::reports::open311
