// SPDX-License-Identifier: Apache-2.0
// Doors by path: a tree of segments; a written segment is preferred to ":name".
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/rates.hpp"
#include "platform/http/router.hpp"

namespace wasl::http {

struct Router::Index {
    static constexpr int none = -1;
    static constexpr std::size_t method_count = 7;
    using Doors = std::array<int, method_count>;

    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> written;
        std::unique_ptr<Node> wild;
        Doors doors{none, none, none, none, none, none, none};
        bool leads() const {
            for (int const door : doors)
                if (door != none) return true;
            return false;
        }
    };

    Node root;
    Rates rates;
    KeptPages kept;

    // False where a door of this method stands there already.
    bool place(Method, std::string_view path, int door);
    // Where a path ends; among several, one that has this method.
    Node const* walk(Method, std::string_view path, std::vector<std::string>& wild) const;
    static Node const* descend(Node const&, std::size_t method, std::string_view rest,
                               std::vector<std::string>& wild, Node const*& other);
};

}  // namespace wasl::http
