// SPDX-License-Identifier: Apache-2.0
// A visitor without JavaScript before the real router: keeps cookies, follows redirects, fills the
// forms it was shown.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "platform/html/tests/parsed.hpp"
#include "platform/http/router.hpp"

namespace wasl::tests {

class Browser {
public:
    explicit Browser(http::Router const& router) : router_(router) {}

    // Follows redirects; `place` is where it ended.
    http::Response const& get(std::string const& target) {
        ask(http::Method::get, target, {});
        return follow();
    }
    // Sends the fields with the csrf of the page that is open.
    http::Response const& post(std::string const& target, http::Pairs form) {
        form.emplace_back("csrf", csrf());
        return post_as_it_is(target, std::move(form));
    }
    http::Response const& post_as_it_is(std::string const& target, http::Pairs form) {
        ask(http::Method::post, target, std::move(form));
        return follow();
    }
    // One question, and its own answer.
    http::Response const& knock(http::Method method, std::string const& target, http::Pairs form) {
        ask(method, target, std::move(form));
        return response;
    }

    std::string csrf() const {
        html::Parsed const page(response.body);
        for (auto const* const node : page.elements())
            if (html::Parsed::attribute(node, "name") == "csrf")
                return html::Parsed::attribute(node, "value");
        return {};
    }
    bool shows(std::string_view text) const {
        return response.body.find(text) != std::string::npos;
    }
    // What an Arabic page says in Latin letters without marking it as foreign.
    std::string unmarked_latin() const {
        html::Parsed const page(response.body);
        return page.elements().empty() ? "" : unmarked(page.elements().front());
    }

    http::Response response;
    std::string place;
    std::map<std::string, std::string> cookies;
    std::string client = "192.0.2.1";

private:
    static std::string unmarked(GumboNode const* node) {
        if (node->type == GUMBO_NODE_TEXT) {
            std::string const text = node->v.text.text;
            auto const latin = std::count_if(text.begin(), text.end(), [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            });
            return latin > 1 ? text + "; " : "";
        }
        if (node->type != GUMBO_NODE_ELEMENT) return {};
        auto const tag = html::Parsed::tag(node);
        auto const language = html::Parsed::attribute(node, "lang");
        if (tag == "bdi" || tag == "code" || tag == "style" || tag == "script" ||
            (!language.empty() && language != "ar"))
            return {};
        std::string out;
        for (unsigned n = 0; n < node->v.element.children.length; ++n)
            out += unmarked(static_cast<GumboNode const*>(node->v.element.children.data[n]));
        return out;
    }

    void ask(http::Method method, std::string const& target, http::Pairs form) {
        http::Request request;
        request.method = method;
        request.target = target;
        request.client = client;
        request.form = std::move(form);
        std::string jar;
        for (auto const& [name, value] : cookies)
            jar += (jar.empty() ? "" : "; ") + name + "=" + value;
        if (!jar.empty()) request.headers.emplace_back("cookie", jar);
        request.headers.emplace_back("user-agent", "Mozilla/5.0 (X11; Linux) Firefox/130.0");
        if (!http::read_target(request)) throw std::runtime_error("malformed: " + target);
        http::read_cookies(request);
        place = target;
        response = router_.answer(request);
        for (auto const& [name, value] : response.headers)
            if (name == "set-cookie") keep(value);
    }

    void keep(std::string const& cookie) {
        auto const name = cookie.substr(0, cookie.find('='));
        auto const end = std::min(cookie.find(';'), cookie.size());
        auto const value = cookie.substr(name.size() + 1, end - name.size() - 1);
        if (value.empty() || cookie.find("Max-Age=0") != std::string::npos ||
            cookie.find("Max-Age=-") != std::string::npos)
            cookies.erase(name);
        else
            cookies[name] = value;
    }

    http::Response const& follow() {
        for (int hops = 0; hops < 5 && (response.status == 303 || response.status == 308); ++hops) {
            std::string to;
            for (auto const& [name, value] : response.headers)
                if (name == "location") to = value;
            ask(http::Method::get, to, {});
        }
        return response;
    }

    http::Router const& router_;
};

}  // namespace wasl::tests
