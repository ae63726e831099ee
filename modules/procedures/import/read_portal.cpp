// SPDX-License-Identifier: Apache-2.0
// The shape of the national portal: words as people typed them.
#include <algorithm>

#include "modules/procedures/import/json_words.hpp"
#include "modules/procedures/messages.hpp"

namespace wasl::procedures::import {

static void put_documents(Incoming& into, json::object const& from) {
    std::vector<std::pair<std::int64_t, Document>> found;
    each_of(from, "documents", [&](json::value const& one) {
        Document document;
        std::int64_t at = static_cast<std::int64_t>(found.size());
        if (one.is_object()) {
            document.title = names_of(one.as_object(), "title");
            document.note.ar = text_of(one.as_object(), "section");
            if (auto const* const order = find(one.as_object(), "order");
                order && order->is_int64())
                at = std::clamp<std::int64_t>(order->as_int64(), 0, 1'000'000);
        } else {
            document.title.ar = text_in(one);
        }
        if (document.title.ar.empty()) return;
        document.code = code_for(document.title.ar);
        document.to_be_confirmed = true;  // by which text it is asked, the portal does not say
        found.emplace_back(at * 1000 + static_cast<std::int64_t>(found.size()),
                           std::move(document));
    });
    if (found.empty()) return;
    if (found.size() > documents_max) into.faults.push_back(too_many_documents());
    std::sort(found.begin(), found.end(),
              [](auto const& a, auto const& b) { return a.first < b.first; });
    into.proposals.push_back(say(msg::import_ask_documents, {number("count", found.size())}));
    into.puts.emplace_back([found](Sheet& sheet) {
        std::vector<Document> documents;
        for (auto const& [at, document] : found) {
            auto const* const known = sheet.document(document.code);
            documents.push_back(known != nullptr ? *known : document);
        }
        sheet.documents = std::move(documents);
    });
}

Incoming from_portal(json::object const& from, int row) {
    Incoming out;
    out.row = row;
    auto const title = names_of(from, "title");
    out.code = text_of(from, "code");
    if (out.code.empty()) {
        auto const id = text_of(from, "id");
        out.code = id.empty() ? code_from(title.ar) : "portal-" + id;
    }
    for (char const* const name :
         {"inChargeAdministration", "inChargeAdministrations", "receivingAdministration",
          "receivingAdministrations", "deliveringAdministration", "administration"})
        if (out.administration.empty()) out.administration = text_of(from, name);
    put_names(out, &Sheet::title, title);
    put_names(out, &Sheet::summary, names_of(from, "description"));
    put_text(out, &Names::ar, &Sheet::handling, text_of(from, "receivingAdministrations"));
    put_delay(out, text_of(from, "delay"));
    auto price = text_of(from, "price");
    each_of(from, "costs", [&](json::value const& one) {
        if (price.empty()) price = text_in(one);
    });
    put_price(out, price);
    put_documents(out, from);
    return out;
}

}  // namespace wasl::procedures::import
