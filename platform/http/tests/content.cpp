// SPDX-License-Identifier: Apache-2.0
// Forms that bring files, files that are sent, pages that are compressed and kept.
#include <gtest/gtest.h>
#include <libdeflate.h>

#include <fstream>

#include "platform/http/assets.hpp"
#include "platform/http/multipart.hpp"
#include "platform/http/tests/client.hpp"

namespace wasl::http::testing {
namespace {

namespace fs = std::filesystem;

void write(fs::path const& path, std::string_view text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

std::string unpacked(std::string const& packed, std::size_t size) {
    std::string out(size, '\0');
    auto* decompressor = libdeflate_alloc_decompressor();
    std::size_t got = 0;
    auto const result = libdeflate_gzip_decompress(decompressor, packed.data(), packed.size(),
                                                   out.data(), out.size(), &got);
    libdeflate_free_decompressor(decompressor);
    EXPECT_EQ(result, LIBDEFLATE_SUCCESS);
    out.resize(got);
    return out;
}

std::string part(std::string_view disposition, std::string_view data) {
    return "--line\r\nContent-Disposition: form-data; " + std::string(disposition) + "\r\n\r\n" +
           std::string(data) + "\r\n";
}

constexpr std::string_view multipart_type = "multipart/form-data; boundary=line";
constexpr std::string_view token = "X-CSRF-Token: right\r\n";

class Content : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        std::string pattern = fs::temp_directory_path() / "wasl-assets-XXXXXX";
        assets_folder = ::mkdtemp(pattern.data());
        write(assets_folder / "site.3f9a01bc.css", std::string(5000, ' ') + "a{}");
        write(assets_folder / "site.3f9a01bc.css.br", "brotli bytes");
        write(assets_folder / "site.3f9a01bc.css.gz", "gzip bytes");
        write(assets_folder / "icons/crest.svg", "<svg/>");
        write(assets_folder / "large.pdf", std::string(600 * 1024, 'p') + "end");
        fs::create_symlink("/etc/hostname", assets_folder / "out.txt");
        house = std::make_unique<House>(ServerSettings{.assets = assets_folder});
    }
    static void TearDownTestSuite() {
        house.reset();
        fs::remove_all(assets_folder);
    }
    static Reply ask(std::string_view bytes) { return house->ask(bytes); }
    static Reply bring(std::string_view body) {
        return ask(post("/ar/echo", multipart_type, body, token));
    }
    // The answer may arrive before the connection has thrown its files away; the next answer on
    // the same connection cannot.
    static bool nothing_left() { return fs::is_empty(house->folder / "uploads"); }

    static inline std::unique_ptr<House> house;
    static inline fs::path assets_folder;
};

TEST_F(Content, streams_files_of_a_form_to_disk_and_removes_them) {
    std::string const large(3 << 20, 'x');
    auto const body = part("name=\"title\"", "حفرة") +
                      part("name=\"photo\"; filename=\"C:\\a\\صورة.jpg\"", large) +
                      part("name=\"empty\"; filename=\"\"", "") +
                      part("name=\"none\"; filename=\"n.txt\"", "") +
                      part("name=\"tricky\"", "a\r\n--lin\r\n--li") + "--line--\r\n";
    EXPECT_EQ(
        bring(body).body,
        "title=حفرة;tricky=a\r\n--lin\r\n--li;photo<صورة.jpg:3145728:3145728>none<n.txt:0:0>");
    EXPECT_TRUE(nothing_left());
}

TEST_F(Content, reads_a_form_the_same_however_it_is_cut) {
    auto const body = part("name=\"a\"", "1\r\n-") +
                      part("name=\"f\"; filename=\"f\"", "\r\n--\r\n--line") + "--line--\r\n";
    for (std::size_t cut = 1; cut < body.size(); ++cut) {
        Multipart form("line", house->folder);
        ASSERT_TRUE(form.put(std::string_view(body).substr(0, cut)));
        ASSERT_TRUE(form.put(std::string_view(body).substr(cut)));
        Pairs fields;
        std::vector<Upload> uploads;
        // The file's data holds the delimiter: what follows it is not a part.
        ASSERT_FALSE(form.finish(fields, uploads) && uploads.size() != 1) << cut;
    }
}

TEST_F(Content, refuses_hostile_forms_and_leaves_nothing_behind) {
    auto const file = part("name=\"f\"; filename=\"f\"", std::string(100'000, 'x'));
    std::string const hostile[] = {
        "garbage" + file + "--line--\r\n",
        file,
        file + "--line",
        file + "--lineX\r\n",
        file + "--line\r\n\r\n\r\nx\r\n--line--\r\n",
        file + part("filename=\"no-name\"", "x") + "--line--\r\n",
        file + part("name=\"a\"; filename=\"cut\r\nX-Rest: b.pdf\"", "x") + "--line--\r\n",
        file + part("name=\"a\"; filename=\"cut", "x") + "--line--\r\n",
        file + part("name=\"open", "x") + "--line--\r\n",
        file + part("name=\"a\"", "\xff") + "--line--\r\n",
        file + part("name=\"\xc0\xaf\"", "x") + "--line--\r\n",
        file + part(std::string("name=\"a\"; filename=\"\0\"", 22), "x") + "--line--\r\n",
        file + "--line\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--line--\r\n",
        file +
            "--line\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: "
            "base64\r\n\r\nx\r\n--line--\r\n",
        file +
            "--line\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: "
            "multipart/mixed; boundary=b\r\n\r\nx\r\n--line--\r\n",
        file + "--line\r\nX: " + std::string(9000, 'y') + "\r\n\r\nx\r\n--line--\r\n",
        file + "--line\r\nno colon\r\n\r\nx\r\n--line--\r\n",
    };
    for (auto const& body : hostile)
        EXPECT_EQ(bring(body).status, 400)
            << body.substr(0, 60) << "…"
            << body.substr(body.size() - std::min<std::size_t>(80, body.size()));
    EXPECT_EQ(bring(part("name=\"a\"", std::string((1 << 20) + 1, 'x')) + "--line--\r\n").status,
              413);
    std::string many;
    for (int n = 0; n <= 1000; ++n) many += part("name=\"a\"", "x");
    EXPECT_EQ(bring(many + "--line--\r\n").status, 400);
    EXPECT_EQ(ask(post("/ar/echo", "multipart/form-data", "x", token)).status, 400);
    EXPECT_EQ(bring("").status, 400);
    EXPECT_EQ(ask(post("/ar/echo", "multipart/form-data; boundary=line", "", token)).status, 400);
    EXPECT_EQ(
        ask(post("/ar/echo", "multipart/form-data; boundary=" + std::string(71, 'b'), "x", token))
            .status,
        400);
    {
        auto cut_off = house->client();
        cut_off.send(
            "POST /ar/echo HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; "
            "boundary=line\r\nContent-Length: 2000000\r\n\r\n" +
            file);
    }
    // A second connection to each lane: when it is answered, the first one's end was seen.
    house = std::make_unique<House>(ServerSettings{.assets = assets_folder});
    EXPECT_TRUE(nothing_left());
}

TEST_F(Content, serves_assets_in_the_form_that_is_accepted) {
    auto const plain = ask(get("/assets/site.3f9a01bc.css"));
    EXPECT_EQ(plain.body.size(), 5003U);
    EXPECT_EQ(plain.headers.at("content-type"), "text/css; charset=utf-8");
    EXPECT_EQ(plain.headers.at("cache-control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(plain.headers.at("vary"), "Accept-Encoding");
    EXPECT_EQ(ask(get("/assets/site.3f9a01bc.css", "Accept-Encoding: gzip, br\r\n")).body,
              "brotli bytes");
    EXPECT_EQ(ask(get("/assets/site.3f9a01bc.css", "Accept-Encoding: gzip, br;q=0\r\n")).body,
              "gzip bytes");
    auto const tag = "If-None-Match: " + plain.headers.at("etag") + "\r\n";
    EXPECT_EQ(ask(get("/assets/site.3f9a01bc.css", tag)).status, 304);
    EXPECT_EQ(ask(get("/assets/icons/crest.svg")).headers.at("cache-control"),
              "public, max-age=3600");
}

TEST_F(Content, keeps_everything_else_out_of_reach) {
    for (std::string_view const path : {"/assets/", "/assets/none.css", "/assets/out.txt",
                                        "/assets/icons", "/assets//icons/crest.svg"})
        EXPECT_EQ(ask(get(path)).status, 404) << path;
    for (std::string_view const path : {"/assets/../wasl.db", "/assets/%2e%2e/wasl.db",
                                        "/assets/..%2fwasl.db", "/assets/icons/%00"})
        EXPECT_EQ(ask(get(path)).status, 400) << path;
    EXPECT_TRUE(has_hash("map-QK7X2ZPA.js"));
    EXPECT_FALSE(has_hash("jquery.validate.js"));
}

TEST_F(Content, sends_the_rest_of_a_paper_to_who_was_cut_off) {
    auto const whole = ask(get("/ar/paper"));
    EXPECT_EQ(whole.body, "%PDF-paper");
    auto const& etag = whole.headers.at("etag");
    auto const rest = ask(get("/ar/paper", "Range: bytes=5-\r\nIf-Range: " + etag + "\r\n"));
    EXPECT_EQ(rest.status, 206);
    EXPECT_EQ(rest.body, "paper");
    EXPECT_EQ(rest.headers.at("content-range"), "bytes 5-9/10");
    EXPECT_EQ(ask(get("/ar/paper", "If-None-Match: " + etag + "\r\n")).status, 304);
    EXPECT_EQ(ask(get("/ar/paper", "Range: bytes=90-\r\n")).status, 416);
}

TEST_F(Content, sends_one_range_of_a_file) {
    auto const whole = ask(get("/assets/large.pdf"));
    ASSERT_EQ(whole.body.size(), 600U * 1024 + 3);
    auto const with = [&](std::string const& headers) {
        return ask(get("/assets/large.pdf", headers));
    };
    auto const last = with("Range: bytes=-4\r\n");
    EXPECT_EQ(last.status, 206);
    EXPECT_EQ(last.body, "pend");
    EXPECT_EQ(last.headers.at("content-range"), "bytes 614399-614402/614403");
    EXPECT_EQ(with("Range: bytes=614400-\r\n").body, "end");
    EXPECT_EQ(with("Range: bytes=614402-900000\r\n").body, "d");
    auto const beyond = with("Range: bytes=614403-\r\n");
    EXPECT_EQ(beyond.status, 416);
    EXPECT_EQ(beyond.headers.at("content-range"), "bytes */614403");
    EXPECT_EQ(with("Range: bytes=0-1,3-4\r\n").status, 200);
    EXPECT_EQ(with("Range: bytes=x\r\n").status, 200);
    EXPECT_EQ(with("Range: bytes=0-1\r\nIf-Range: \"other\"\r\n").status, 200);
    EXPECT_EQ(with("Range: bytes=0-1\r\nIf-Range: " + whole.headers.at("etag") + "\r\n").body,
              "pp");
    EXPECT_EQ(ask(get("/assets/icons/crest.svg", "Range: bytes=1-3\r\n")).body, "svg");
}

TEST_F(Content, sends_the_file_a_handler_names) {
    write(house->folder / "letter.pdf", "0123456789");
    auto const name = "X-File: " + (house->folder / "letter.pdf").string() + "\r\n";
    auto const whole = ask(get("/ar/file", name));
    EXPECT_EQ(whole.body, "0123456789");
    EXPECT_EQ(whole.headers.at("cache-control"), "private, no-store");
    EXPECT_EQ(ask(get("/ar/file", name + "Range: bytes=2-4\r\n")).body, "234");
    EXPECT_EQ(ask(get("/ar/file", name + "If-Range: " + whole.headers.at("last-modified") +
                                      "\r\nRange: bytes=9-\r\n"))
                  .body,
              "9");
    EXPECT_EQ(
        ask(get("/ar/file", name + "If-None-Match: " + whole.headers.at("etag") + "\r\n")).status,
        304);
    EXPECT_EQ(ask(get("/ar/file", "X-File: /nowhere\r\n")).status, 404);
}

TEST_F(Content, compresses_and_knows_again_a_shared_page) {
    auto const plain = ask(get("/ar/shared"));
    EXPECT_EQ(plain.headers.at("cache-control"), "private, no-cache");
    EXPECT_FALSE(plain.headers.contains("content-encoding"));
    for (int n = 0; n < 2; ++n) {
        auto const packed = ask(get("/ar/shared", "Accept-Encoding: gzip\r\n"));
        EXPECT_EQ(packed.headers.at("content-encoding"), "gzip");
        EXPECT_EQ(packed.headers.at("vary"), "Accept-Encoding");
        EXPECT_EQ(unpacked(packed.body, 10'000), plain.body);
        auto const again = ask(get("/ar/shared", "Accept-Encoding: gzip\r\nIf-None-Match: " +
                                                     packed.headers.at("etag") + "\r\n"));
        EXPECT_EQ(again.status, 304);
        EXPECT_EQ(again.body, "");
    }
    EXPECT_NE(ask(get("/fr/shared")).headers.at("etag"), plain.headers.at("etag"));
    EXPECT_EQ(ask(get("/ar/shared", "Accept-Encoding: gzip;q=0\r\n")).body, plain.body);
}

TEST(Cookies, are_written_with_all_their_cautions) {
    Response response;
    set_cookie(
        response, "session", "a b;c",
        {.max_age = std::chrono::seconds(60), .same_site = SameSite::strict, .secure = true});
    EXPECT_EQ(response.headers.at(0).second,
              "session=a%20b%3Bc; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=Strict");
    auto const file = download("x", "text/plain", "وصل 1.txt");
    EXPECT_EQ(file.headers.at(0).second,
              "attachment; filename=\"1.txt\"; filename*=UTF-8''%D9%88%D8%B5%D9%84%201.txt");
}

}  // namespace
}  // namespace wasl::http::testing
