// SPDX-License-Identifier: Apache-2.0
// The platform's administrators found administrations and place them in the tree.
#include <charconv>

#include "kernel/text/fold.hpp"
#include "modules/directory/messages.hpp"
#include "modules/directory/pages.hpp"
#include "modules/directory/placing.hpp"
#include "platform/http/page.hpp"

namespace wasl::directory {

using http::Acted;
using http::Allow;
using http::Asked;
using http::Response;

static constexpr std::size_t found_places_max = 15;

// Those whose name holds the words; whatever was picked before stands first.
template<typename Thing>
static std::vector<Thing const*> with_words(std::span<Thing const> all, std::string_view words,
                                            Thing const* picked) {
    std::vector<Thing const*> found;
    if (picked) found.push_back(picked);
    auto const sought = lexis::folded(words);
    if (sought.empty()) return found;
    for (auto const& one : all) {
        if (found.size() == found_places_max) break;
        bool const named = lexis::folded(one.name.ar).find(sought) != std::string::npos ||
                           lexis::folded(one.name.fr).find(sought) != std::string::npos;
        if (named && &one != picked) found.push_back(&one);
    }
    return found;
}

static Territory const* territory_picked(Picture const& picture, http::Request const& request) {
    return picture.territory(TerritoryId{request.field_number("territory").value_or(0)});
}

static PlacingForm form_of(Picture const& picture, Asked const& asked, Administration const* one,
                           html::Faults faults) {
    auto const& request = asked.request;
    auto const* const above = one && one->parent ? picture.administration(*one->parent) : nullptr;
    auto const parent = request.has_field("parent") ? request.field("parent")
                        : above                     ? std::string_view(above->slug)
                                                    : std::string_view();
    return {picture,
            one,
            {std::string(request.field("name_ar")), std::string(request.field("name_fr")), {}, {}},
            {std::string(request.field("head_ar")), std::string(request.field("head_fr")), {}, {}},
            request.field("kind"),
            request.field("governorate") == "1",
            parent,
            request.field("parent_words"),
            with_words(picture.administrations(), request.field("parent_words"),
                       picture.by_slug(parent)),
            request.field("territory"),
            request.field("territory_words"),
            with_words(picture.territories(), request.field("territory_words"),
                       territory_picked(picture, request)),
            std::move(faults),
            asked.visitor.csrf};
}

static Outcome may_place(Asked const& asked) {
    if (!keeps_calendar(asked.visitor))
        return Refusal{Refused::forbidden, say(msg::refusal_not_yours)};
    return Done{};
}

static Response show_founding(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    auto const picture = pages.desk.picture();
    auto const form = form_of(*picture, asked, nullptr, faults);
    return shown(
        asked, {.title = msg::place_found_title},
        [&](html::Html& h) { show_founding_form(h, form); }, faults.any() ? 422 : 200);
}

static Result<Response> founding(Pages const& pages, Asked const& asked) {
    TRY(may_place(asked));
    return show_founding(pages, asked, {});
}

// The administration picked as the one above; nothing where none is wanted.
static Result<std::optional<AdministrationId>> parent_of(Picture const& picture,
                                                         http::Request const& request) {
    auto const slug = request.field("parent");
    if (slug.empty()) return std::optional<AdministrationId>();
    auto const* const above = picture.by_slug(slug);
    if (!above) return Refusal{Refused::invalid, say(msg::refusal_no_parent), {}, "parent"};
    return std::optional(above->id);
}

static Result<Founding> founding_typed(Picture const& picture, http::Request const& request) {
    Founding wanted;
    auto const kind = kind_named(request.field("kind"));
    if (!kind) return Refusal{Refused::invalid, say(msg::refusal_kind), {}, "kind"};
    wanted.kind = *kind;
    wanted.name = {
        std::string(request.field("name_ar")), std::string(request.field("name_fr")), {}, {}};
    wanted.head_title = {
        std::string(request.field("head_ar")), std::string(request.field("head_fr")), {}, {}};
    wanted.governorate = request.field("governorate") == "1";
    wanted.parent = TRY(parent_of(picture, request));
    if (auto const* const place = territory_picked(picture, request)) wanted.territory = place->id;
    return wanted;
}

static Result<Response> found(Pages const& pages, Acted const& acted) {
    TRY(may_place(acted));
    if (acted.request.field("step") == "search") return show_founding(pages, acted, {});
    auto const picture = pages.desk.picture();
    auto const founded = acted.write([&](db::Writer& writer) -> Result<AdministrationId> {
        auto const wanted = TRY(founding_typed(*picture, acted.request));
        return pages.desk.found_administration(writer, wanted, acted.visitor.person, acted.now);
    });
    if (founded.refused()) {
        html::Faults faults;
        faults.add(founded.refusal());
        return show_founding(pages, acted, faults);
    }
    auto const* const one = pages.desk.picture()->administration(founded.value());
    return saved(acted, one ? "/admin/administrations/" + one->slug : "/admin/administrations");
}

static Result<Administration const*> placed_administration(Picture const& picture,
                                                           Asked const& asked) {
    TRY(may_place(asked));
    auto const* const one = picture.by_slug(asked.wild(0));
    if (!one) return Refusal{Refused::not_found, say(msg::refusal_no_administration)};
    return one;
}

static Response show_moving(Picture const& picture, Asked const& asked, Administration const& one,
                            html::Faults const& faults) {
    auto const form = form_of(picture, asked, &one, faults);
    return shown(
        asked, {.title = msg::place_move_title}, [&](html::Html& h) { show_moving_form(h, form); },
        faults.any() ? 422 : 200);
}

static Result<Response> moving(Pages const& pages, Asked const& asked) {
    auto const picture = pages.desk.picture();
    return show_moving(*picture, asked, *TRY(placed_administration(*picture, asked)), {});
}

static Result<Response> move(Pages const& pages, Acted const& acted) {
    auto const picture = pages.desk.picture();
    auto const* const one = TRY(placed_administration(*picture, acted));
    if (acted.request.field("step") == "search") return show_moving(*picture, acted, *one, {});
    auto const moved = acted.write([&](db::Writer& writer) -> Outcome {
        auto const parent = TRY(parent_of(*picture, acted.request));
        return pages.desk.place_under(writer, one->id, parent, acted.visitor.person, acted.now);
    });
    if (!moved.refused()) return saved(acted, "/admin/administrations/" + one->slug);
    html::Faults faults;
    faults.add(moved.refusal());
    return show_moving(*picture, acted, *one, faults);
}

std::span<http::Route<Pages> const> placing_routes() {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/admin/administrations/new", Allow::administrator, founding),
        http::post<Pages>("/admin/administrations/new", Allow::administrator, found),
        http::get<Pages>("/admin/administrations/:slug/parent", Allow::administrator, moving),
        http::post<Pages>("/admin/administrations/:slug/parent", Allow::administrator, move),
    };
    return routes;
}

}  // namespace wasl::directory
