// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <pugixml.hpp>
#include <random>

#include "modules/reports/open311/document.hpp"

namespace wasl::reports::open311 {

namespace {

std::string service_list(Format format) {
    Document answer(format, "services", "service");
    answer.begin();
    answer.text("service_code", "lamp-out");
    answer.text("service_name", "مصباح معطل");
    answer.text("description", "");
    answer.flag("metadata", true);
    answer.text("type", "realtime");
    answer.text("keywords", "light,\"lamp\" <& co>");
    answer.end();
    answer.begin();
    answer.text("service_code", "hole");
    answer.flag("metadata", false);
    answer.end();
    return answer.take();
}

std::string definition(Format format) {
    Document answer(format, "service_definition");
    answer.begin();
    answer.text("service_code", "001");
    answer.begin_list("attributes", "attribute");
    answer.begin();
    answer.flag("variable", true);
    answer.text("code", "SIDE");
    answer.number("order", 1);
    answer.begin_list("values", "value");
    answer.begin();
    answer.text("key", "l");
    answer.text("name", "left");
    answer.end();
    answer.end_list();
    answer.end();
    answer.end_list();
    answer.degrees("lat", 34.92180000001);
    answer.end();
    return answer.take();
}

}  // namespace

TEST(Open311Document, says_the_same_twice) {
    EXPECT_EQ(service_list(Format::xml),
              "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
              "<services><service><service_code>lamp-out</service_code>"
              "<service_name>مصباح معطل</service_name><description/><metadata>true</metadata>"
              "<type>realtime</type><keywords>light,\"lamp\" &lt;&amp; co&gt;</keywords></service>"
              "<service><service_code>hole</service_code><metadata>false</metadata></service>"
              "</services>\n");
    EXPECT_EQ(service_list(Format::json),
              "[{\"service_code\":\"lamp-out\",\"service_name\":\"مصباح معطل\","
              "\"description\":null,\"metadata\":true,\"type\":\"realtime\","
              "\"keywords\":\"light,\\\"lamp\\\" \\u003c& co>\"},"
              "{\"service_code\":\"hole\",\"metadata\":false}]\n");
}

// Codes stay texts ("001"), order and degrees are numbers, lists bare arrays.
TEST(Open311Document, follows_the_spark_convention) {
    EXPECT_EQ(definition(Format::json),
              "{\"service_code\":\"001\",\"attributes\":[{\"variable\":true,\"code\":\"SIDE\","
              "\"order\":1,\"values\":[{\"key\":\"l\",\"name\":\"left\"}]}],\"lat\":34.9218}\n");
    pugi::xml_document xml;
    ASSERT_TRUE(xml.load_string(definition(Format::xml).c_str()));
    EXPECT_STREQ(xml.child("service_definition")
                     .child("attributes")
                     .child("attribute")
                     .child("values")
                     .child("value")
                     .child_value("name"),
                 "left");
}

TEST(Open311Document, an_empty_list_is_an_empty_list) {
    EXPECT_EQ(Document(Format::json, "services", "service").take(), "[]\n");
    EXPECT_EQ(Document(Format::xml, "services", "service").take(),
              "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<services></services>\n");
}

// Whatever people write comes back as they wrote it, but for signs that XML cannot hold.
TEST(Open311Document, brings_every_text_through) {
    std::mt19937 chance(7);
    std::vector<std::string> const signs = {"<",   ">", "&", "\"", "'", "\\", "\n", "\r", "\t",
                                            "]]>", "ة", "ⵣ", "😀", "a", " ",  "{",  "}"};
    for (int n = 0; n < 300; ++n) {
        std::string text = "x";
        for (int m = 0; m < 20; ++m) text += signs[chance() % signs.size()];
        Document xml(Format::xml, "r"), json(Format::json, "r");
        for (auto* one : {&xml, &json}) {
            one->begin();
            one->text("t", text);
            one->end();
        }
        pugi::xml_document read;
        auto const written = xml.take();
        ASSERT_TRUE(read.load_string(written.c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
        EXPECT_EQ(read.child("r").child_value("t"), text);
        EXPECT_EQ(boost::json::parse(json.take()).at("t").as_string(), text);
    }
    Document xml(Format::xml, "r");
    xml.begin();
    xml.text("t", std::string("a\x01\x1f"
                              "b"));
    xml.end();
    EXPECT_NE(xml.take().find("<t>ab</t>"), std::string::npos);
}

TEST(Open311Document, writes_degrees_as_short_as_they_are) {
    EXPECT_EQ(degrees_text(0), "0.0");
    EXPECT_EQ(degrees_text(-2.32), "-2.32");
    EXPECT_EQ(degrees_text(34.92180000001), "34.9218");
    EXPECT_EQ(degrees_text(-0.00000001), "0.0");
    EXPECT_EQ(degrees_text(-0.0000001), "-0.0000001");
    EXPECT_EQ(degrees_text(179.99999999), "180.0");
    EXPECT_EQ(degrees_text(100.05), "100.05");
}

TEST(Open311Document, says_errors_in_both_forms) {
    EXPECT_EQ(errors(Format::json, 404, "service_code unknown"),
              "[{\"code\":404,\"description\":\"service_code unknown\"}]\n");
    EXPECT_NE(errors(Format::xml, 403, "key").find("<errors><error><code>403</code>"),
              std::string::npos);
}

}  // namespace wasl::reports::open311
