// SPDX-License-Identifier: Apache-2.0
// Papers are read back as a citizen's reader would: words by pdftotext, the code by zbarimg.
#include "platform/pdf/pdf.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <thread>

#include "platform/pdf/certificate.hpp"
#include "tests/support/words_for_tests.hpp"

namespace wasl::pdf {

namespace {

std::string said_by(std::string const& command) {
    std::string out;
    FILE* const pipe = popen(command.c_str(), "r");
    std::array<char, 4096> block{};
    while (auto const count = fread(block.data(), 1, block.size(), pipe))
        out.append(block.data(), count);
    pclose(pipe);
    return out;
}

struct File {
    std::string path;
    explicit File(std::string const& pdf) : path(testing::TempDir() + "wasl_pdf_test.pdf") {
        std::ofstream(path, std::ios::binary) << pdf;
    }
    ~File() { std::filesystem::remove(path); }
    std::string text() const { return said_by("pdftotext " + path + " -"); }
};

Paper::Heading heading() {
    return {.authority = {"المملكة المغربية", "وزارة الداخلية", "إقليم بركان", "جماعة أكليم"},
            .title = "وصل إيداع طلب",
            .number = "B7K4-2M9P-6X3T",
            .qr = "https://wasl.example.ma/verify/B7K42M9P6X3T",
            .qr_caption = "للتحقق من صحة هذه الوثيقة",
            .footer = "سلم هذا الوصل طبقا للمادة 10 من القانون رقم 55.19"};
}

std::string receipt() {
    Paper paper(Language::ar, heading());
    paper.banner("آخر أجل لتسلم الجواب: 30 مارس 2026");
    paper.row("صاحب الطلب", "فاطمة الزهراء بنعلي");
    paper.row("القرار المطلوب", "رخصة البناء");
    paper.row("تاريخ الإيداع", "2 مارس 2026 على الساعة 10:15");
    paper.row("البريد الإلكتروني", "fatima@example.ma");
    paper.heading("الوثائق المودعة");
    paper.list({"التصميم المعماري (PDF، 412 كيلوبايت)", "شهادة الملكية", "نسخة من عقد الاشتراك"});
    paper.table({"المرحلة", "الأجل", "السند"}, {{"دراسة الملف", "30 يوما", "المادة 16"},
                                                {"الإشعار بالقرار", "يومان", "المادة 17"}});
    paper.note("يعد سكوت الإدارة بعد انصرام الأجل بمثابة موافقة، طبقا للمادة 19 من القانون.");
    paper.paragraph("ⵜⴰⴳⵍⴷⵉⵜ ⵏ ⵍⵎⵖⵔⵉⴱ");
    return paper.finish();
}

// What a receipt and a refusal say from the first line to the last.
std::vector<std::pair<std::string, std::string>> const receipt_rows{
    {"صاحب الطلب", "فاطمة الزهراء بنعلي"},
    {"القرار المطلوب", "رخصة البناء"},
    {"السند القانوني", "المادة 40 من القانون رقم 12.90 المتعلق بالتعمير"},
    {"تاريخ الإيداع", "الإثنين 2 مارس 2026 على الساعة 10:15"},
    {"آخر أجل لتسليم القرار", "الأربعاء 1 أبريل 2026"},
    {"مصلحة الإيداع", "شباك التعمير، شارع محمد الخامس، بركان"},
    {"أثر السكوت", "يعتبر سكوت الإدارة بعد انصرام الأجل بمثابة موافقة"}};
std::vector<std::string> const receipt_lines{
    "لا يُحتسب يوم الإيداع ولا يوم انصرام الأجل، وإذا صادف اليوم الأخير يوم عطلة يُمدد الأجل إلى "
    "أول يوم عمل يليه (المادة 8)",
    "شهادة الملكية أو ما يثبت حق التصرف في البقعة الأرضية",
    "نسخة من التصميم المعماري موقعة من المهندس، وشريحة تخزين واضحة، كلما طُلبت"};
std::vector<std::string> const decision_lines{
    "تبيَّن أن علو البناية يتجاوز ما يُسمح به في تصميم التهيئة، بناءً على محضر المعاينة المؤرخ في "
    "11 مارس 2026، وأن البقعة توجد في منطقة يُمنع فيها البناء منعًا كليًّا.",
    "المادة 43 من القانون رقم 12.90 المتعلق بالتعمير",
    "المادة 19 من المرسوم رقم 2.22.141 بتطبيق القانون رقم 55.19 المتعلق بتبسيط المساطر والإجراءات "
    "الإدارية، كما وقع تغييره وتتميمه",
    "يُرفع الطعن إلى عامل إقليم بركان داخل أجل 30 يوما، ويُخبر صاحب الطلب بمآله"};

TEST(Paper, gives_back_a_whole_receipt_word_for_word) {
    Paper paper(Language::ar, heading());
    paper.banner("ملف مودع");
    for (auto const& [label, what] : receipt_rows) paper.row(label, what);
    paper.heading("احتساب الأجل");
    paper.list(receipt_lines);
    File const file(paper.finish());
    auto const text = file.text();
    for (auto const& line : heading().authority) EXPECT_EQ(missing_word(text, line), "") << text;
    for (auto const& line : {heading().title, heading().qr_caption, heading().footer})
        EXPECT_EQ(missing_word(text, line), "") << text;
    for (auto const& [label, what] : receipt_rows) {
        EXPECT_EQ(missing_word(text, label), "") << text;
        EXPECT_EQ(missing_word(text, what), "") << text;
    }
    for (auto const& line : receipt_lines) EXPECT_EQ(missing_word(text, line), "") << text;
}

TEST(Paper, gives_back_a_whole_decision_word_for_word) {
    Paper paper(Language::ar, heading());
    paper.heading("أسباب الرفض");
    for (auto const& line : decision_lines) paper.paragraph(line);
    paper.note(decision_lines.back());
    paper.table({"المرحلة", "الأجل", "السند"}, {{"دراسة الملف", "30 يوما", "المادة 16"},
                                                {"الإشعار بالقرار", "يومان", "المادة 17"}});
    File const file(paper.finish());
    auto const text = file.text();
    for (auto const& line : decision_lines) EXPECT_EQ(missing_word(text, line), "") << text;
    for (std::string_view const cell : {"أسباب الرفض", "دراسة الملف", "الإشعار بالقرار", "يومان"})
        EXPECT_EQ(missing_word(text, cell), "") << text;
    EXPECT_NE(missing_word(text, "سبب لم يُكتب"), "");
}

TEST(Paper, gives_back_numbers_and_addresses_as_they_were_written) {
    File const file(receipt());
    auto const text = file.text();
    for (std::string_view const foreign : {"B7K4-2M9P-6X3T", "2026", "10:15", "fatima@example.ma"})
        EXPECT_NE(text.find(foreign), std::string::npos) << foreign << " in\n" << text;
}

TEST(Paper, carries_a_code_that_a_telephone_can_read) {
    File const file(receipt());
    auto const image = file.path + ".image";
    said_by("pdftoppm -singlefile -png -r 150 " + file.path + " " + image);
    EXPECT_EQ(said_by("zbarimg --quiet --raw " + image + ".png"),
              "https://wasl.example.ma/verify/B7K42M9P6X3T\n");
    std::filesystem::remove(image + ".png");
}

TEST(Paper, turns_the_page_and_numbers_each) {
    Paper paper(Language::fr, {.authority = {"Royaume du Maroc", "Commune de Berkane"},
                               .title = "Registre des demandes",
                               .number = "R-2026",
                               .qr = "",
                               .qr_caption = "",
                               .footer = "Loi 55.19"});
    std::vector<std::vector<std::string>> rows;
    for (int n = 1; n <= 120; ++n)
        rows.push_back({std::to_string(n), "Permis de construire", "dans le délai"});
    paper.table({"Rang", "Objet", "État"}, rows);
    File const file(paper.finish());
    auto const text = file.text();
    for (std::string_view const part : {"Page 1 sur", "Page 2 sur", "Page 3 sur", "délai"})
        EXPECT_NE(text.find(part), std::string::npos) << part;
    std::size_t heads = 0;
    for (auto at = text.find("Rang"); at != std::string::npos; at = text.find("Rang", at + 1))
        ++heads;
    EXPECT_GE(heads, 3U) << "the table's head stands on every page";
}

CertificateSheet certificate() {
    return {
        .authority = {"المملكة المغربية", "وزارة الداخلية", "إقليم بركان"},
        .title = "شهادة تتويج",
        .before = "تمنح هذه الشهادة إلى",
        .name = "فاطمة الزهراء بنعلي",
        .text = {"عن الفوز بالرتبة الأولى في «هاكاثون شباب إقليم بركان»، ضمن فريق «شباب ملوية».",
                 "الجائزة: مواكبة المشروع ستة أشهر"},
        .dated = "حرر بتاريخ 7 دجنبر 2026",
        .signature = "عامل الإقليم",
        .number = "2026-7KMP-4XRC",
        .qr = "https://wasl.example.ma/certificates/2026-7KMP-4XRC",
        .qr_caption = "للتحقق من صحة هذه الشهادة",
        .footer = "قيدت في سجل الجهة المنظمة"};
}

TEST(Certificate, is_one_sheet_each_that_reads_word_for_word_and_leads_to_its_proof) {
    auto longest = certificate();
    // Four names of 120 signs each, and a prize of as many.
    for (int n = 0; n < 40; ++n) longest.text[0] += " كلمة أخرى " + std::to_string(n);
    for (int n = 0; n < 12; ++n) longest.text[1] += " جائزة " + std::to_string(n);
    longest.text.push_back("نظمت الدورة من 1 إلى 9");
    longest.name =
        "اسم طويل جدا يمتد على أكثر من سطر واحد لأن صاحبه يحمل أسماء كثيرة متتالية لا تنتهي";
    std::vector<CertificateSheet> const two{certificate(), longest};
    File const file(certificates(Language::ar, two));
    EXPECT_NE(said_by("pdfinfo " + file.path).find("Pages:           2"), std::string::npos);
    auto const text = file.text();
    auto const one = certificate();
    for (auto const& line : {one.title, one.before, one.name, one.text[0], one.text[1], one.dated,
                             one.signature, one.qr_caption, one.footer, longest.text.back()})
        EXPECT_EQ(missing_word(text, line), "") << text;
    auto const image = file.path + ".image";
    said_by("pdftoppm -singlefile -png -r 150 " + file.path + " " + image);
    EXPECT_EQ(said_by("zbarimg --quiet --raw " + image + ".png"), one.qr + "\n");
    std::filesystem::remove(image + ".png");
    EXPECT_TRUE(certificates(Language::fr, {}).starts_with("%PDF-1."));
}

// Two papers in one file, each with its number and its pages; what is to be ticked in its order.
TEST(Paper, is_filled_in_by_hand_and_bound_with_others) {
    auto first = heading(), second = heading();
    second.number = "C2M4-7KMP-4XRC";
    Paper paper(Language::fr, first);
    paper.boxes("Effet", {"1 – faible", "2 – moyen", "3 – bon"});
    paper.blank_lines("Remarques", 40);
    paper.begin(second);
    paper.boxes("Faisabilité", {std::string(400, 'x'), "oui"});
    File const file(paper.finish());
    auto const text = file.text();
    for (std::string_view const words : {"Effet", "1 faible", "3 bon", "Remarques", "oui"})
        EXPECT_EQ(missing_word(text, words), "") << text;
    for (std::string_view const part : {"C2M4-7KMP-4XRC", "Page 2 sur 2", "Page 1 sur 1"})
        EXPECT_NE(text.find(part), std::string::npos) << text;
}

std::string content_of(std::string const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Paper, draws_lengths_and_pictures_and_leaves_out_what_is_none) {
    File const first(receipt());
    auto const image = first.path + ".picture";
    said_by("pdftoppm -singlefile -png -r 50 " + first.path + " " + image);
    said_by("pdftoppm -singlefile -jpeg -r 50 " + first.path + " " + image);
    auto const png = content_of(image + ".png"), jpeg = content_of(image + ".jpg");
    std::filesystem::remove(image + ".png");
    std::filesystem::remove(image + ".jpg");
    auto large = png;
    large[16] = large[20] = 1;  // says that it has 16 million by 16 million dots
    Paper paper(Language::ar, heading());
    paper.bars({{.label = "النساء", .said = "50 % (الهدف 40 %)", .value = 50, .mark = 40},
                {.label = "لا أحد", .said = "0", .value = 0},
                {.label = "أكثر من الكل", .said = "900", .value = 900}},
               100);
    EXPECT_EQ(paper.pictures({{png, "لقطة أولى"},
                              {jpeg, "لقطة ثانية"},
                              {large, "ضخمة"},
                              {jpeg.substr(0, 20), "مبتورة"},
                              {png.substr(0, png.size() / 2), "ناقصة"},
                              {"", "فارغة"},
                              {jpeg, "لقطة أخيرة"}}),
              3U);
    File const file(paper.finish());
    auto const text = file.text();
    for (std::string_view const part :
         {"النساء", "50", "أكثر من الكل", "لقطة أولى", "لقطة ثانية", "لقطة أخيرة"})
        EXPECT_EQ(missing_word(text, part), "") << text;
    EXPECT_EQ(text.find("مبتورة"), std::string::npos);
    auto const list = said_by("pdfimages -list " + file.path);
    EXPECT_NE(list.find("jpeg"), std::string::npos) << "as it was sent: " << list;
}

TEST(Paper, is_written_by_many_threads_at_once_and_takes_any_bytes) {
    std::vector<std::thread> threads;
    std::array<std::string, 4> made;
    for (auto& one : made)
        threads.emplace_back([&one] {
            Paper paper(Language::ar, heading());
            paper.paragraph("\xFF\xFE \xD8 broken \xE2\x80\xAE turned");
            paper.paragraph(std::string(10'000, 'x'));
            one = paper.finish();
        });
    for (auto& thread : threads) thread.join();
    for (auto const& one : made) EXPECT_TRUE(one.starts_with("%PDF-1."));
}

}  // namespace

}  // namespace wasl::pdf
