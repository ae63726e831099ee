// SPDX-License-Identifier: Apache-2.0
#include "modules/bank/bench_data.hpp"

#include <array>

#include "modules/bank/inside.hpp"
#include "modules/bank/taxonomy.hpp"

namespace wasl::bank {

namespace {

constexpr int batch = 500;
constexpr std::array<std::string_view, 8> what{
    "تتبع الملفات برسالة قصيرة", "موعد مسبق للشباك", "كاتب عمومي رقمي",
    "خريطة المرافق القريبة",     "شهادة دون تنقل",   "جدولة شاحنات النظافة",
    "مكتبة متنقلة للدواوير",     "دليل صوتي للمساطر"};
constexpr std::array<std::string_view, 6> where{"بالجماعات القروية",   "بالمدن العتيقة",
                                                "بمراكز الاستقبال",    "بالمقاطعات",
                                                "بالمؤسسات التعليمية", "بالأسواق الأسبوعية"};
constexpr std::array<std::string_view, 5> whom{"كبار السن", "التجار الصغار", "تلاميذ القرى",
                                               "الأشخاص في وضعية إعاقة", "المقاولات الناشئة"};

template<std::size_t count>
std::string turn(std::array<std::string_view, count> const& words, int n) {
    return std::string(words[static_cast<std::size_t>(n) % count]);
}

EditionProject project(int n) {
    EditionProject one;
    one.key = "measured-" + std::to_string(n);
    one.origin = Origin::idea;
    one.is_example = true;
    auto& content = one.content;
    content.title = turn(what, n) + " " + turn(where, n / 8) + " " + std::to_string(n);
    content.problem = "يضيع وقت " + turn(whom, n) + " " + turn(where, n / 3) +
                      " في التنقل والانتظار، ولا يعرف أحد متى ينتهي ملفه.";
    content.solution =
        turn(what, n / 5) + " مع تكوين الموظفين، وتجربة لمدة ثلاثة أشهر قبل التعميم.";
    content.serves = turn(whom, n / 2);
    content.evidence = static_cast<Evidence>(n % 4);
    content.cost = Money::dirhams(1'000 + n % 977);
    content.touches.obstacles = {
        std::string(obstacles()[static_cast<std::size_t>(n) % obstacles().size()])};
    content.touches.indicators = {
        std::string(indicators()[static_cast<std::size_t>(n) % indicators().size()])};
    return one;
}

}  // namespace

std::int64_t generate(db::Database& database, Desk const& desk, int count, Date today,
                      Instant now) {
    for (int from = 0; from < count; from += batch) {
        auto const done = database.write([&](db::Writer& writer) -> Outcome {
            for (int n = from; n < std::min(from + batch, count); ++n)
                TRY(desk.from_edition(writer, project(n), today, now));
            return Done{};
        });
        check(!done.refused(), "generated entries are taken");
    }
    return count;
}

}  // namespace wasl::bank
