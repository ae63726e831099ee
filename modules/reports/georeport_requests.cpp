// SPDX-License-Identifier: Apache-2.0
// The public's reports as the protocol shows them. What is private, hidden or unconfirmed does not
// stand in the rows that are read; names, contacts and answers of their authors never leave.
#include "kernel/receipt.hpp"
#include "modules/reports/georeport.hpp"
#include "modules/reports/lifecycle.hpp"
#include "platform/clock/clock.hpp"
#include "platform/http/text.hpp"

namespace wasl::reports::georeport {

namespace {

// A text that was sent in one piece came to be a title and the whole: it is said once.
std::string description(store::Listed const& one) {
    if (one.details.empty() || one.title.empty()) return one.title + one.details;
    auto const start = std::string_view(one.title).substr(0, one.title.rfind(" …"));
    if (one.details.starts_with(start)) return one.details;
    return one.title + "\n\n" + one.details;
}

std::string_view name_of_body(Call const& call, AdministrationId id) {
    auto const* const found = call.places->administration(id);
    return found == nullptr ? "" : directory::in(call.language(), found->name);
}

std::string address(Call const& call, store::Listed const& one) {
    auto const* const commune = call.places->territory(one.territory);
    auto text = one.landmark;
    if (commune == nullptr) return text;
    if (!text.empty()) text += call.language() == Language::ar ? "، " : ", ";
    return text + std::string(directory::in(call.language(), commune->name));
}

std::string status_notes(Call const& call, store::Listed const& one) {
    auto const* const state = call.settings->state(one.state);
    return state == nullptr ? "" : std::string(directory::in(call.language(), state->name));
}

void notes(open311::Document& out, Call const& call, store::Listed const& one) {
    out.begin_record("extended_attributes");
    out.text("title", one.title);
    out.text("detail", one.details);
    out.end();
    out.begin_list("notes", "note");
    if (one.updates > 0) {
        for (auto const& update : store::listed_updates_of(call.asked.db, one.id)) {
            out.begin();
            out.text("datetime", iso(update.at));
            out.text("description", update.text);
            out.text("type", status_word(*call.settings, update.state));
            out.end();
        }
    }
    out.end_list();
}

void request_entry(open311::Document& out, Call const& call, store::Listed const& one,
                   bool extended) {
    auto const* const category = call.settings->category(one.category);
    auto const* const commune = call.places->territory(one.territory);
    auto const language = call.language();
    out.begin();
    out.text("service_request_id", one.number);
    out.text("status", is_over(one.phase) ? "closed" : "open");
    out.text("status_notes", status_notes(call, one));
    out.text("service_name", category ? directory::in(language, category->name) : "");
    out.text("service_code", one.category);
    out.text("description", description(one));
    out.text("agency_responsible", name_of_body(call, one.body));
    out.text("service_notice", category ? directory::in(language, category->notice) : "");
    out.text("requested_datetime", iso(one.filed_at));
    out.text("updated_datetime", iso(one.closed_at.value_or(one.changed_at)));
    out.text("expected_datetime",
             one.due ? iso(clock::start_of_day_in_morocco(*one.due)) : std::string());
    out.text("address", address(call, one));
    out.text("address_id", commune ? commune->code : "");
    out.text("zipcode", "");
    out.degrees("lat", one.place.lat);
    out.degrees("long", one.place.lon);
    out.text("media_url", media_address(call, one.photo));
    if (extended) notes(out, call, one);
    out.end();
}

std::string document(Call const& call, std::vector<store::Listed> const& found, bool extended) {
    open311::Document out(call.format, "service_requests", "request");
    out.expect(found.size() * 1'200);
    for (auto const& one : found) request_entry(out, call, one, extended);
    return out.take();
}

Read<std::vector<store::Listed>> by_numbers(Call const& call, std::vector<std::string> const& ids) {
    std::vector<store::Listed> found;
    for (auto const& id : ids) {
        auto const number = parse_receipt(id);
        auto one = number ? store::listed_by_number(call.asked.db, *number) : std::nullopt;
        if (one) found.push_back(std::move(*one));
    }
    if (found.empty()) return Fault{404, "service_request_id provided was not found"};
    return found;
}

}  // namespace

std::string_view status_word(Settings const& settings, std::string_view code) {
    auto const* const state = settings.state(code);
    if (state == nullptr) return "open";
    if (!state->open311.empty()) return state->open311;
    return is_over(state->phase) ? "closed" : "open";
}

std::string media_address(Call const& call, PhotoId id) {
    if (id.value() == 0) return {};
    return call.root() + "media/" + std::to_string(id.value());
}

Answer requests(Call const& call) {
    auto read = open311::wanted(call.parameters, call.asked.now);
    if (auto const* const fault = std::get_if<Fault>(&read)) return *fault;
    auto wanted = std::get<open311::Wanted>(std::move(read));
    for (auto const& code : wanted.codes)
        if (call.settings->category(code) == nullptr)
            return Fault{404, "service_code provided was not found"};
    std::vector<store::Listed> found;
    if (!wanted.ids.empty()) {
        auto by_id = by_numbers(call, wanted.ids);
        if (auto const* const fault = std::get_if<Fault>(&by_id)) return *fault;
        found = std::get<std::vector<store::Listed>>(std::move(by_id));
    } else {
        bool const paged = !call.parameter("page").empty() || !call.parameter("page_size").empty();
        if (call.is_bulk && !paged) wanted.limit = bulk_max;
        found = store::listed(call.asked.db, wanted, call.jurisdiction);
    }
    if (!call.is_bulk) return answer(call, document(call, found, wanted.extensions));
    http::Response response;
    response.type = "text/csv; charset=utf-8";
    response.body = bulk(call, found);
    return response;
}

Answer one_request(Call const& call) {
    auto const found = by_numbers(call, {call.id});
    if (auto const* const fault = std::get_if<Fault>(&found)) return *fault;
    return answer(call, document(call, std::get<std::vector<store::Listed>>(found),
                                 call.parameter("extensions") == "true"));
}

Answer media(Call const& call) {
    PhotoId const id{http::number_in(call.id).value_or(0)};
    auto const sha256 = store::public_photo(call.asked.db, id);
    auto const file = sha256 ? call.pages.files.find(*sha256) : std::nullopt;
    if (!file) return Fault{404, "there is no such picture"};
    http::Response response;
    response.type = "image/jpeg";
    response.file = *file;
    return response;
}

static void cell(std::string& out, std::string_view text, bool first = false) {
    if (!first) out += ',';
    out += '"';
    // A spreadsheet would take it for a formula.
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        out += '\'';
    for (char const one : text) {
        if (one == '"') out += '"';
        out += one;
    }
    out += '"';
}

// GeoReport Bulk: one row a report.
std::string bulk(Call const& call, std::vector<store::Listed> const& found) {
    std::string out =
        "service_request_id,requested_datetime,updated_datetime,closed_date,status_description,"
        "status_notes,source,service_name,service_subtype,description,agency_responsible,address,"
        "lat,long\r\n";
    for (auto const& one : found) {
        auto const* const category = call.settings->category(one.category);
        auto const* const group = category ? call.settings->category(category->parent) : nullptr;
        cell(out, one.number, true);
        cell(out, iso(one.filed_at));
        cell(out, iso(one.changed_at));
        cell(out, one.closed_at ? iso(*one.closed_at) : "");
        cell(out, is_over(one.phase) ? "closed" : "open");
        cell(out, status_notes(call, one));
        cell(out, one.channel);
        cell(out, group ? directory::in(call.language(), group->name) : "");
        cell(out, category ? directory::in(call.language(), category->name) : "");
        cell(out, description(one));
        cell(out, name_of_body(call, one.body));
        cell(out, address(call, one));
        out += ',' + open311::degrees_text(one.place.lat) + ',' +
               open311::degrees_text(one.place.lon) + "\r\n";
    }
    return out;
}

}  // namespace wasl::reports::georeport
