// SPDX-License-Identifier: Apache-2.0
// What a bank begins with: who reviews, what is known of the two editions of the national
// competition, and for a demonstration some entries of a province, one of them adopted and
// measured.
#include <algorithm>

#include "modules/bank/amounts.hpp"
#include "modules/bank/data.hpp"
#include "modules/bank/inside.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::bank {

namespace {

using Cells = std::vector<std::string>;

Cells parts_of(std::string_view text, char separator) {
    Cells out;
    for (std::size_t from = 0; from <= text.size();) {
        auto const until = std::min(text.find(separator, from), text.size());
        out.emplace_back(text.substr(from, until - from));
        from = until + 1;
    }
    if (out.size() == 1 && out.front().empty()) out.clear();
    return out;
}

std::vector<Cells> rows_of(std::string_view name) {
    std::vector<Cells> rows;
    for (auto const& file : data) {
        if (file.name != name) continue;
        for (auto const& line : parts_of(file.text, '\n'))
            if (!line.empty() && line.front() != '#') rows.push_back(parts_of(line, '\t'));
    }
    check(!rows.empty(), "the tables come with the program");
    return rows;
}

EditionProject project_of(Cells const& cell) {
    check(cell.size() == 11, "editions.tsv has eleven columns");
    EditionProject one;
    one.key = cell[0];
    one.edition = cell[1];
    one.team = cell[3];
    one.challenge = cell[4];
    one.award = cell[9];
    one.url = cell[10];
    auto& content = one.content;
    content.title = cell[2];
    content.problem = cell[5];
    content.solution = cell[6];
    content.serves = cell[7];
    content.touches.obstacles = parts_of(cell[8], ',');
    return one;
}

Content content_of(Cells const& cell) {
    check(cell.size() == 17, "demonstration.tsv has seventeen columns");
    Content content;
    content.title = cell[1];
    content.problem = cell[2];
    content.solution = cell[3];
    content.serves = cell[4];
    content.evidence = evidence_named(cell[5]).value_or(Evidence::e0);
    content.evidence_note = cell[6];
    content.cost = dirhams(cell[7]);
    content.effort_days = scaled(cell[8], 0);
    content.needs = cell[9];
    content.licence = cell[10];
    content.replicability = replicability_named(cell[11]).value_or(Replicability::unknown);
    content.touches.procedures = parts_of(cell[12], ',');
    content.touches.obstacles = parts_of(cell[13], ',');
    content.touches.indicators = parts_of(cell[14], ',');
    content.touches.life_events = parts_of(cell[15], ',');
    return content;
}

// As somebody wrote it, and reviewers listed it.
Result<std::string> add_entry(db::Writer& writer, Desk const& desk, Cells const& cell, Date today,
                              Instant now) {
    EditionProject one;
    one.key = "demonstration-" + cell[0];
    one.content = content_of(cell);
    one.origin = Origin::idea;
    one.is_example = true;
    auto const days = Days{scaled(cell[16], 0).value_or(0)};
    return desk.from_edition(writer, one, today - days, now - days);
}

struct Walk {
    db::Writer& writer;
    Desk const& desk;
    DemoCast const& cast;
    AdoptionId file{0};
    Date today;
    Instant now;

    FileAct act(http::Visitor const& by, int days_ago) const {
        return {.by = by,
                .adoption = file,
                .now = now - Days{days_ago},
                .today = today - Days{days_ago}};
    }
};

Effect effect_of(Walk const& walk, std::string_view indicator, std::string_view unit, Better better,
                 std::int64_t before, std::int64_t after) {
    Effect one;
    one.indicator = indicator;
    one.unit = unit;
    one.better = better;
    one.before = {before * 1000, walk.today - Days{200}, walk.today - Days{140}, 120};
    one.after = {after * 1000, walk.today - Days{70}, walk.today - Days{12}, 97};
    return one;
}

Outcome walk_through(Walk const& walk) {
    auto const& [writer, desk, cast, file, today, now] = walk;
    TRY(desk.move(writer, walk.act(cast.head, 125), Deed::accept, {}));
    TRY(desk.write_file(
        writer, walk.act(cast.officer, 120),
        {.owner = cast.officer.person,
         .legal_basis = "القانون رقم 55.19، والقانون رقم 09.08 في شأن أرقام الهواتف",
         .agreement = "موافقة صاحبة الفكرة على الاستعمال بين الإدارات",
         .agreed_on = today - Days{121},
         .plan = "مصلحة التعمير وحدها، ملفات السكن الفردي، مقارنة وسيط المدة قبل "
                 "التجربة وبعدها",
         .place = "مصلحة التعمير",
         .pilot_from = today - Days{110},
         .pilot_until = today - Days{10}}));
    Task task;
    task.text = "عقد مع متعهد الرسائل القصيرة";
    task.due = today - Days{100};
    TRY(desk.add_task(writer, walk.act(cast.officer, 119), task));
    task.kind = TaskKind::risk;
    task.text = "أرقام هواتف غير صحيحة";
    task.answer = "تأكيد الرقم عند الإيداع";
    TRY(desk.add_task(writer, walk.act(cast.officer, 119), task));
    TRY(desk.move(writer, walk.act(cast.officer, 110), Deed::begin_pilot, {}));
    auto shorter = effect_of(walk, "k6", "يوم عمل", Better::lower, 42, 31);
    shorter.method = "وسيط مدة المعالجة من سجل الملفات";
    TRY(desk.record_effect(writer, walk.act(cast.officer, 5), shorter));
    auto worse = effect_of(walk, "k11", "شكاية لكل ألف ملف", Better::lower, 9, 12);
    worse.method = "عدد الشكايات المسجلة";
    worse.note = "شكايات من لم تصله الرسالة";
    TRY(desk.record_effect(writer, walk.act(cast.officer, 4), worse));
    return desk.tell_experience(
        writer, walk.act(cast.officer, 3),
        "قل التردد على الشباك بوضوح، ولا بد من تأكيد رقم الهاتف يوم الإيداع.");
}

// After the pilot the solution says what was learned.
Outcome word_anew(db::Writer& writer, Desk const& desk, std::string_view number, Instant now) {
    auto const before = store::by_number(writer, number);
    check(before.has_value(), "it was just added");
    auto after = *before;
    after.content.solution += " ويؤكد رقم الهاتف يوم إيداع الملف.";
    auto const stage = name_of(after.stage);
    return record(writer, desk, *before, after,
                  {.action = "revise",
                   .from = stage,
                   .to = stage,
                   .reason = "إضافة ما ظهر أثناء التجربة.",
                   .now = now});
}

}  // namespace

Outcome seed_country(db::Writer& writer, Desk const& desk, Instant now) {
    auto const* const agency = desk.house().directory.picture()->by_slug("transition-numerique");
    if (agency != nullptr && store::reviewing(writer).empty())
        store::set_reviewing(writer, agency->id, PersonId{0}, now);
    for (auto const& row : rows_of("editions.tsv"))
        TRY(desk.from_edition(writer, project_of(row), clock::day_in_morocco(now), now));
    return Done{};
}

Outcome seed_demo(db::Writer& writer, Desk const& desk, DemoCast const& cast, Date today,
                  Instant now) {
    if (store::by_source(writer, "edition:demonstration-sms")) return Done{};
    std::string adopted;
    for (auto const& row : rows_of("demonstration.tsv")) {
        auto const number = TRY(add_entry(writer, desk, row, today, now));
        if (row[0] == "sms") adopted = number;
    }
    auto const file = TRY(desk.adopt(
        writer,
        {.by = cast.officer, .number = adopted, .now = now - Days{130}, .today = today - Days{130}},
        cast.adopter, "تقليص التردد على الشباك ومدة الانتظار"));
    TRY(walk_through({writer, desk, cast, file, today, now}));
    TRY(word_anew(writer, desk, adopted, now - Days{8}));
    Proposal proposal;
    proposal.content.title = "حاويات ذكية للنفايات في الأسواق";
    proposal.content.problem = "تمتلئ حاويات الأسواق قبل مرور الشاحنة.";
    proposal.content.solution = "إشعار المصلحة عند امتلاء الحاوية.";
    proposal.content.serves = "رواد الأسواق والتجار";
    proposal.content.touches.obstacles = {"equipment"};
    TRY(desk.propose(writer, cast.citizen, proposal, today, now - Days{2}));
    return Done{};
}

}  // namespace wasl::bank
