// SPDX-License-Identifier: Apache-2.0
// The pages about GeoReport v2, as those who look after it meet them.
#include "modules/reports/georeport_sending.hpp"
#include "modules/reports/tests/georeport_for_tests.hpp"

namespace wasl::reports {

class GeoreportPages : public GeoreportTest {
protected:
    GeoreportPages() {
        add_georeport_admin(doors, pages);
        tests::open(doors, {database(), clock, visitor, &site});
    }
    void enter_as(http::Visitor const& who) {
        visitor = who;
        visitor.csrf = "right";
    }
    http::Response knock(http::Method method, std::string const& path, http::Pairs form = {}) {
        http::Request request;
        request.method = method;
        request.target = "/ar" + path;
        request.client = "192.0.2.9";
        request.form = std::move(form);
        if (method == http::Method::post) request.form.emplace_back("csrf", "right");
        EXPECT_TRUE(http::read_target(request));
        return doors.answer(request);
    }
    http::Visitor visitor;
    http::Router doors;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, GeoreportPages, tests::both_engines(), tests::engine_name);

TEST_P(GeoreportPages, give_a_key_once_and_keep_an_endpoint) {
    using enum http::Method;
    auto const place = std::to_string(commune.value());
    enter_as(officer);
    EXPECT_EQ(knock(get, "/admin/open311").status, 403);
    EXPECT_EQ(knock(get, "/office/open311").status, 200);
    enter_as(admin);
    EXPECT_EQ(knock(get, "/admin/open311").status, 200);
    auto const refused = knock(post, "/admin/open311/clients", {{"name", " "}, {"per_hour", "0"}});
    EXPECT_EQ(refused.status, 422);
    auto const made = knock(post, "/admin/open311/clients",
                            {{"name", "FixMyStreet"}, {"client_body", "0"}, {"per_hour", "50"}});
    EXPECT_EQ(made.status, 200);
    auto const clients = read([](db::Reader& reader) { return store::clients(reader); });
    ASSERT_EQ(clients.size(), 1u);
    EXPECT_EQ(clients.front().per_hour, 50);
    EXPECT_EQ(
        knock(post, "/admin/open311/endpoints", {{"endpoint_body", place}, {"address", "ftp://x"}})
            .status,
        422);
    struct Wrong {
        char const* address;
        char const* said;
    };
    for (auto const& [address, said] : {Wrong{"http://example.ma/open311/", "عنوان مؤمن"},
                                        Wrong{"https://localhost/open311/", "شبكة داخلية"},
                                        Wrong{"https://10.0.0.7:8443/v2/", "شبكة داخلية"},
                                        Wrong{"https://[::1]/v2/", "شبكة داخلية"},
                                        Wrong{"https://someone@example.ma/", "عنوان كامل"},
                                        Wrong{"https://example.ma/v2?x=1", "عنوان كامل"}}) {
        auto const answer = knock(post, "/admin/open311/endpoints",
                                  {{"endpoint_body", place}, {"address", address}});
        EXPECT_EQ(answer.status, 422) << address;
        EXPECT_NE(answer.body.find(said), std::string::npos) << address;
        EXPECT_NE(answer.body.find(address), std::string::npos) << "what was typed is kept";
    }
    EXPECT_EQ(knock(post, "/admin/open311/endpoints",
                    {{"endpoint_body", place},
                     {"address", "https://example.ma/open311/v2"},
                     {"api_key", "their secret"}})
                  .status,
              303);
    auto const kept = read([](db::Reader& reader) { return store::endpoints(reader); });
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept.front().address, "https://example.ma/open311/v2/");
    EXPECT_EQ(kept.front().api_key.find("secret"), std::string::npos);
    EXPECT_EQ(unseal_key(folk, kept.front().api_key), "their secret");
    auto const page = knock(get, "/admin/open311");
    EXPECT_NE(page.body.find("FixMyStreet"), std::string::npos);
    EXPECT_EQ(page.body.find("their secret"), std::string::npos);
    EXPECT_EQ(
        knock(post,
              "/admin/open311/clients/" + std::to_string(clients.front().id.value()) + "/state",
              {{"active", "0"}})
            .status,
        303);
    EXPECT_FALSE(read([](db::Reader& reader) { return store::clients(reader); }).front().is_active);
    // All of it stands in the history of the settings.
    add_office_pages(doors, pages);
    auto const history = knock(get, "/admin/reports/history");
    EXPECT_EQ(history.status, 200);
    EXPECT_NE(history.body.find("برنامج له مفتاح"), std::string::npos);
    EXPECT_NE(history.body.find("https://example.ma/open311/v2/"), std::string::npos);
}

}  // namespace wasl::reports
