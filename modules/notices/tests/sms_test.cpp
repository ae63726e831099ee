// SPDX-License-Identifier: Apache-2.0
// Short messages, as a gateway receives them.
#include "modules/notices/store.hpp"
#include "modules/notices/tests/http_sink.hpp"
#include "modules/notices/tests/notices_for_tests.hpp"
#include "platform/http/text.hpp"

namespace wasl::notices::testing {
namespace {

class Sms : public NoticesTest {
protected:
    Outbox outbox() { return {database(), desk, {}, {.sms_url = gateway.url()}}; }
    void tell(Outbox const& box) {
        post(box, {somebody("خديجة أمزيان", "0612345678"), say(msg::title),
                   say(msg::unread_count, {number("count", 3)}), "/dossiers/B7", "B7"});
    }
    // What stands under a name in the last form that came.
    std::string last(std::string_view name) {
        auto const calls = gateway.received();
        if (calls.empty()) return {};
        std::string const form = "&" + calls.back().body + "&";
        auto const start = form.find("&" + std::string(name) + "=");
        if (start == std::string::npos) return {};
        auto const at = start + name.size() + 2;
        return http::path_decoded(form.substr(at, form.find('&', at) - at), true).value_or("");
    }
    std::vector<store::Letter> stuck() {
        return read([&](db::Reader& reader) { return store::stuck(reader, clock.now()); });
    }

    HttpSink gateway;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Sms, tests::both_engines(), tests::engine_name);

TEST_P(Sms, reach_the_gateway_as_a_form_with_number_text_and_identity_once) {
    auto const box = outbox();
    tell(box);
    EXPECT_EQ(box.deliver_due(clock.now()), 1);
    EXPECT_EQ(box.deliver_due(clock.now()), 0);
    ASSERT_EQ(gateway.received().size(), 1U);
    EXPECT_EQ(gateway.received()[0].headers.at("content-type"),
              "application/x-www-form-urlencoded");
    EXPECT_EQ(last("to"), "+212612345678");
    EXPECT_NE(last("text").find('3'), std::string::npos) << last("text");
    EXPECT_NE(last("text").find("إشعارات"), std::string::npos) << last("text");
    EXPECT_FALSE(last("id").empty());
}

TEST_P(Sms, are_tried_again_with_the_same_identity_when_the_gateway_breaks) {
    auto const box = outbox();
    tell(box);
    gateway.behave({Manner::breaks, Manner::hangs_up, Manner::redirects, Manner::takes});
    std::vector<std::string> identities;
    int delivered = 0;
    for (int hour = 0; hour < 24 && delivered == 0; ++hour) {
        delivered += box.deliver_due(clock.now());
        if (identities.size() < gateway.received().size()) identities.push_back(last("id"));
        clock.advance(std::chrono::hours(1));
    }
    EXPECT_EQ(delivered, 1);
    ASSERT_EQ(gateway.received().size(), 4U) << "a redirection is not followed";
    for (auto const& one : identities)
        EXPECT_EQ(one, identities.front()) << "the gateway can drop the double";
}

TEST_P(Sms, are_given_up_when_the_gateway_will_never_take_them) {
    auto const box = outbox();
    tell(box);
    gateway.behave({Manner::refuses});
    EXPECT_EQ(box.deliver_due(clock.now()), 0);
    clock.advance(std::chrono::hours(24));
    EXPECT_EQ(box.deliver_due(clock.now()), 0);
    EXPECT_EQ(gateway.received().size(), 1U);
    ASSERT_EQ(stuck().size(), 1U) << "an operator sees it";
    EXPECT_EQ(stuck()[0].why, "the gateway answered 400");
    EXPECT_EQ(stuck()[0].why.find("612345678"), std::string::npos);
}

TEST_P(Sms, carry_a_code_and_are_forgotten_once_sent) {
    auto const box = outbox();
    ASSERT_FALSE(write([&](db::Writer& writer) -> Outcome {
                     box.post_letter(writer,
                                     {"+212612345678", Language::fr, say(msg::title),
                                      say(msg::unread_count, {number("count", 2)}),
                                      clock.now() + std::chrono::minutes(10)},
                                     clock.now());
                     return Done{};
                 }).refused());
    EXPECT_EQ(box.deliver_due(clock.now()), 1);
    EXPECT_EQ(last("to"), "+212612345678");
    static constexpr db::Sql kept{"test.kept", R"sql(
        select count(*) from notices_letters where address <> '' or body <> '')sql"};
    EXPECT_EQ(read([&](db::Reader& reader) { return reader.count(kept); }), 0);
}

}  // namespace
}  // namespace wasl::notices::testing
