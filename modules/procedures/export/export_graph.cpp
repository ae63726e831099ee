// SPDX-License-Identifier: Apache-2.0
// The graph as answers: one sheet at once, the catalogue part by part.
#include "modules/procedures/export/export.hpp"
#include "platform/html/layout.hpp"

namespace wasl::procedures {
namespace {

constexpr std::size_t graph_part_size = 128 * 1024;  // of an answer that is made while it is sent

// One whole export on its way: what it reads does not change under it.
class GraphExport {
public:
    GraphExport(Desk const& desk, std::shared_ptr<Picture const> picture,
                std::shared_ptr<directory::Picture const> places, rdf::Publisher publisher,
                rdf::Format format)
        : desk_(desk),
          picture_(std::move(picture)),
          places_(std::move(places)),
          writer_(format),
          graph_(std::move(publisher), *places_,
                 [this](rdf::Thing const& thing) { writer_.write(*part_, thing); }) {}
    GraphExport(GraphExport const&) = delete;
    GraphExport& operator=(GraphExport const&) = delete;

    // False where nothing follows.
    bool next(std::string& part) {
        part_ = &part;
        auto const entries = picture_->entries();
        if (at_ == 0) {
            writer_.begin(part);
            graph_.dataset();
        }
        for (; at_ < entries.size() && part.size() < graph_part_size; ++at_) {
            auto const& entry = entries[at_];
            graph_.sheet(desk_.read_once(entry), entry.offers, entry.published);
        }
        if (at_ < entries.size()) return true;
        writer_.end(part);
        return false;
    }

private:
    Desk const& desk_;
    std::shared_ptr<Picture const> picture_;
    std::shared_ptr<directory::Picture const> places_;
    rdf::Writer writer_;
    std::string* part_ = nullptr;
    rdf::Graph graph_;
    std::size_t at_ = 0;
};

// Two pictures make it: that of the sheets and that of the places.
std::string etag(Picture const& picture, directory::Picture const& places, std::string_view form) {
    return "\"" + std::to_string(picture.version()) + "-" + std::to_string(places.version()) + "-" +
           std::string(form) + "\"";
}

http::Response whole_graph(Pages const& pages, http::Asked const& asked, rdf::Format format) {
    pages.desk.refresh(asked.db, asked.now);
    auto const picture = pages.desk.picture();
    auto const places = pages.directory.picture();
    http::Response response;
    response.type = rdf::type_of(format);
    response.shared = true;
    response.with("ETag", etag(*picture, *places, format == rdf::Format::turtle ? "ttl" : "ld"));
    auto const catalogue =
        std::make_shared<GraphExport>(pages.desk, picture, places, publisher(pages, asked), format);
    response.parts = [catalogue](std::string& part) { return catalogue->next(part); };
    return response;
}

Result<http::Response> whole_json_ld(Pages const& pages, http::Asked const& asked) {
    return whole_graph(pages, asked, rdf::Format::json_ld);
}
Result<http::Response> whole_turtle(Pages const& pages, http::Asked const& asked) {
    return whole_graph(pages, asked, rdf::Format::turtle);
}

}  // namespace

Result<http::Response> portal_entry(Pages const& pages, http::Asked const& asked) {
    pages.desk.refresh(asked.db, asked.now);
    auto const picture = pages.desk.picture();
    auto const places = pages.directory.picture();
    Instant changed{};
    for (auto const& entry : picture->entries()) changed = std::max(changed, entry.published);
    http::Response response;
    response.type = rdf::type_of(rdf::Format::json_ld);
    response.shared = true;
    rdf::Writer writer(rdf::Format::json_ld);
    writer.begin(response.body);
    rdf::Graph(publisher(pages, asked), *places, [&](rdf::Thing const& thing) {
        writer.write(response.body, thing);
    }).catalogue(changed);
    writer.end(response.body);
    return response;
}

std::optional<NamedForm> form_named(std::string_view wild) {
    for (auto const& [ending, format] :
         {std::pair(std::string_view(".jsonld"), rdf::Format::json_ld),
          std::pair(std::string_view(".ttl"), rdf::Format::turtle)})
        if (wild.ends_with(ending))
            return NamedForm{wild.substr(0, wild.size() - ending.size()), format};
    return std::nullopt;
}

rdf::Publisher publisher(Pages const& pages, http::Asked const& asked) {
    Names name{"وصل", "Wasl", "Wasl", {}};
    if (asked.site != nullptr && !asked.site->name[0].empty())
        name = {asked.site->name[0], asked.site->name[1], asked.site->name[2], asked.site->name[3]};
    return {pages.site, std::move(name)};
}

http::Response exported_sheet(Pages const& pages, http::Asked const& asked, Entry const& entry,
                              rdf::Format format) {
    auto const places = pages.directory.picture();
    http::Response response;
    response.type = rdf::type_of(format);
    response.shared = true;
    rdf::Writer writer(format);
    writer.begin(response.body);
    rdf::Graph graph(publisher(pages, asked), *places,
                     [&](rdf::Thing const& thing) { writer.write(response.body, thing); });
    graph.dataset();
    graph.sheet(pages.desk.read_once(entry), entry.offers, entry.published);
    writer.end(response.body);
    return response;
}

void add_export_pages(http::Router& router, Pages const& pages) {
    constexpr http::Limits limits{.rate = http::Rate::api};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/api/v1/procedures.jsonld", http::Allow::anyone, whole_json_ld, limits),
        http::get<Pages>("/api/v1/procedures.ttl", http::Allow::anyone, whole_turtle, limits),
        http::get<Pages>("/api/v1/procedures.csv", http::Allow::anyone, csv, limits),
        http::get<Pages>("/api/v1/procedures.xlsx", http::Allow::anyone, xlsx, limits),
        http::get<Pages>("/api/v1/catalog.jsonld", http::Allow::anyone, portal_entry, limits),
        http::get<Pages>("/procedures.atom", http::Allow::anyone, feed, limits),
    };
    router.add("procedures", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::procedures
