// SPDX-License-Identifier: Apache-2.0
#include "platform/http/router.hpp"

#include "platform/http/index.hpp"

namespace wasl::http {
namespace {

std::string_view next_segment(std::string_view& rest) {
    rest.remove_prefix(1);
    auto const end = std::min(rest.find('/'), rest.size());
    auto const segment = rest.substr(0, end);
    rest.remove_prefix(end);
    return segment;
}

}  // namespace

// Depth first; a dead end leads back to the ":name" beside it.
Router::Index::Node const* Router::Index::descend(Node const& node, std::size_t method,
                                                  std::string_view rest,
                                                  std::vector<std::string>& wild,
                                                  Node const*& other) {
    if (rest.empty()) {
        if (node.doors[method] != none) return &node;
        if (node.leads() && !other) other = &node;
        return nullptr;
    }
    auto const segment = next_segment(rest);
    if (auto const found = node.written.find(segment); found != node.written.end())
        if (auto const* end = descend(*found->second, method, rest, wild, other)) return end;
    if (!node.wild || segment.empty()) return nullptr;
    wild.emplace_back(segment);
    if (auto const* end = descend(*node.wild, method, rest, wild, other)) return end;
    wild.pop_back();
    return nullptr;
}

bool Router::Index::place(Method method, std::string_view path, int door) {
    Node* node = &root;
    if (path == "/") path = {};
    while (!path.empty()) {
        auto const segment = next_segment(path);
        auto& child = segment.starts_with(':') ? node->wild : node->written[std::string(segment)];
        if (!child) child = std::make_unique<Node>();
        node = child.get();
    }
    auto& place = node->doors[static_cast<std::size_t>(method)];
    if (place != none) return false;
    place = door;
    return true;
}

Router::Index::Node const* Router::Index::walk(Method method, std::string_view path,
                                               std::vector<std::string>& wild) const {
    if (path == "/") path = {};
    Node const* other = nullptr;
    auto const* end = descend(root, static_cast<std::size_t>(method), path, wild, other);
    return end ? end : other;
}

void Router::add(Door door) {
    if (!index_) index_ = std::make_shared<Index>();
    check(door.path.starts_with('/') && (door.path == "/" || !door.path.ends_with('/')),
          "a route starts with a slash and does not end with one: " + door.path);
    check(door.get || door.post, "a route has a handler: " + door.path);
    check(index_->place(door.method, door.path, static_cast<int>(doors_.size())),
          "one route answers to " + std::string(name_of(door.method)) + " " + door.path);
    doors_.push_back(std::move(door));
}

void Router::open(House house) {
    if (!index_) index_ = std::make_shared<Index>();
    house_ = std::make_shared<House>(std::move(house));
}

Router::Found Router::find(Method method, std::string_view path) const {
    Found found;
    if (!index_ || !path.starts_with('/')) return found;
    if (method == Method::head) method = Method::get;
    auto const* node = index_->walk(method, path, found.wild);
    if (!node) return found;
    auto const door = node->doors[static_cast<std::size_t>(method)];
    if (door == Index::none)
        found.other_method = true;
    else
        found.door = &doors_[static_cast<std::size_t>(door)];
    return found;
}

std::string Router::methods_of(std::string_view path) const {
    std::string methods;
    for (auto const method :
         {Method::get, Method::head, Method::post, Method::put, Method::patch, Method::del}) {
        if (!find(method, path).door) continue;
        if (!methods.empty()) methods += ", ";
        methods += name_of(method);
    }
    return methods + (methods.empty() ? "OPTIONS" : ", OPTIONS");
}

int status_of(Refused why) {
    switch (why) {
        case Refused::invalid: return 422;
        case Refused::not_signed_in: return 401;
        case Refused::forbidden: return 403;
        case Refused::not_found: return 404;
        case Refused::conflict: return 409;
        case Refused::too_large: return 413;
        case Refused::too_often: return 429;
        case Refused::gone: return 410;
    }
    return 500;
}

std::string_view name_of(Allow allow) {
    switch (allow) {
        case Allow::anyone: return "anyone";
        case Allow::citizen: return "citizen";
        case Allow::staff: return "staff";
        case Allow::officer: return "officer";
        case Allow::head: return "head";
        case Allow::auditor: return "auditor";
        case Allow::administrator: return "administrator";
    }
    return "administrator";
}

bool Visitor::is(Role role) const {
    return std::any_of(grants.begin(), grants.end(),
                       [&](Grant const& grant) { return grant.role == role; });
}
bool Visitor::is(Role role, AdministrationId administration) const {
    return std::any_of(grants.begin(), grants.end(), [&](Grant const& grant) {
        return grant.role == role && grant.administration == administration;
    });
}

}  // namespace wasl::http
