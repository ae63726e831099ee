// SPDX-License-Identifier: Apache-2.0
// What search engines ask for: which pages there are (sitemap.xml) and which are none of theirs
// (robots.txt). Pages for people with an account say noindex by themselves.
#include "app/pages.hpp"
#include "platform/html/layout.hpp"

namespace wasl::app {

namespace {

constexpr std::size_t addresses_max = 50'000;  // of one file, by the protocol
constexpr std::size_t part_size = 64 * 1024;

// The pages whose addresses stand in no table.
constexpr std::string_view standing[] = {"/",          "/procedures", "/administrations",
                                         "/territory", "/calendar",   "/compliance"};

// Every page once, and each in the languages of the site.
class Map {
public:
    Map(Pages const& pages, std::vector<Language> shown)
        : site_(pages.site),
          shown_(std::move(shown)),
          sheets_(pages.procedures.picture()),
          places_(pages.directory.picture()) {}

    std::size_t size() const {
        return std::size(standing) + sheets_->entries().size() + places_->administrations().size();
    }
    std::size_t pages_a_file() const { return addresses_max / shown_.size(); }
    std::size_t files() const { return (size() + pages_a_file() - 1) / pages_a_file(); }

    void append(std::string& out, std::size_t at) const {
        if (at < std::size(standing)) return append(out, standing[at], {});
        at -= std::size(standing);
        if (at < sheets_->entries().size()) {
            auto const& entry = sheets_->entries()[at];
            return append(out, "/procedures/" + entry.code, iso(entry.published));
        }
        at -= sheets_->entries().size();
        append(out, "/administrations/" + places_->administrations()[at].slug, {});
    }

    std::string const& site() const { return site_; }

private:
    void append_address(std::string& out, Language language, std::string_view path) const {
        out.append(site_).append("/").append(name_of(language)).append(path);
    }
    void append(std::string& out, std::string_view path, std::string_view changed) const {
        for (auto const language : shown_) {
            out += "<url><loc>";
            append_address(out, language, path);
            out += "</loc>";
            if (!changed.empty()) out.append("<lastmod>").append(changed).append("</lastmod>");
            for (auto const other : shown_) {
                out.append("<xhtml:link rel=\"alternate\" hreflang=\"").append(name_of(other));
                out += "\" href=\"";
                append_address(out, other, path);
                out += "\"/>";
            }
            out += "</url>\n";
        }
    }

    std::string site_;
    std::vector<Language> shown_;
    std::shared_ptr<procedures::Picture const> sheets_;
    std::shared_ptr<directory::Picture const> places_;
};

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

void append_index(std::string& out, Map const& map) {
    out += "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (std::size_t file = 1; file <= map.files(); ++file)
        out.append("<sitemap><loc>")
            .append(map.site())
            .append("/sitemap.xml?file=")
            .append(std::to_string(file))
            .append("</loc></sitemap>\n");
    out += "</sitemapindex>\n";
}

Result<http::Response> sitemap(Pages const& pages, http::Asked const& asked) {
    auto const map = std::make_shared<Map const>(pages, asked.site->shown);
    auto const file = asked.request.asked_number("file");
    auto const files = static_cast<std::int64_t>(map->files());
    if (file && (*file < 1 || *file > files)) return Refusal{Refused::not_found, {}};
    http::Response response;
    response.type = "application/xml; charset=utf-8";
    if (!file && files > 1) {
        response.body = xml_head;
        append_index(response.body, *map);
        return response;
    }
    auto const first = static_cast<std::size_t>(file.value_or(1) - 1) * map->pages_a_file();
    auto const last = std::min(map->size(), first + map->pages_a_file());
    response.parts = [map, first, last, at = first](std::string& part) mutable {
        if (at == first)
            part.append(xml_head).append(
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
                "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        for (; at < last && part.size() < part_size; ++at) map->append(part, at);
        if (at < last) return true;
        part += "</urlset>\n";
        return false;
    };
    return response;
}

Result<http::Response> robots(Pages const& pages, http::Asked const&) {
    http::Response response;
    response.type = "text/plain; charset=utf-8";
    response.body =
        "User-agent: *\nDisallow: /api/v1/dossiers\nDisallow: /verify/\nSitemap: " + pages.site +
        "/sitemap.xml\n";
    response.shared = true;
    return response;
}

}  // namespace

void add_machine_pages(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/sitemap.xml", http::Allow::anyone, sitemap),
        http::get<Pages>("/robots.txt", http::Allow::anyone, robots),
    };
    router.add("app", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::app
