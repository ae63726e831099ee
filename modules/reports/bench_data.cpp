// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/bench_data.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <random>

#include "kernel/receipt.hpp"
#include "modules/reports/inside.hpp"
#include "modules/reports/store_figures.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::reports {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr std::array<std::string_view, 10> places_named = {
    "شارع محمد الخامس، رقم 12",   "حي السلام، قرب المسجد", "زنقة 7، حي النهضة",
    "أمام المدرسة الابتدائية",    "ملتقى طريق وجدة",       "ساحة السوق الأسبوعي",
    "الحديقة العمومية، المدخل 2", "قرب المحطة الطرقية",    "حي القدس، زنقة الزيتون",
    "شارع الحسن الثاني، رقم 88"};
constexpr std::array<std::string_view, 6> sentences = {
    "لاحظ السكان المشكل منذ أيام ولم يتغير شيء إلى الآن. ",
    "يمر من هنا تلاميذ المدرسة كل صباح، والمكان خطير خصوصا بالليل. ",
    "الرجاء إرسال فريق للمعاينة في أقرب وقت. ",
    "يزداد الأمر سوءا بعد كل تساقط للأمطار. ",
    "سبق أن أصلح المكان في السنة الماضية ثم عاد المشكل. ",
    "يمكن الاتصال بحارس العمارة المجاورة للوصول إلى المكان. "};
constexpr std::string_view bench_answer =
    "شكرا على الإشعار. تمت المعاينة واتخاذ ما يلزم في عين المكان.";

class Maker {
public:
    Maker(db::Reader& reader, Desk const& desk, BenchAsk const& ask, Instant now)
        : ask_(ask), house_(desk.house()), now_(now), settings_(desk.settings(reader, now)) {
        auto const picture = house_.directory.picture();
        for (auto const id : ask.communes) communes_.push_back(*picture->territory(id));
        calendar_ = house_.directory.calendar();
        places_ = picture;
        for (auto const& one : settings_->categories())
            if (!one.parent.empty() && one.is_active && one.call_instead.empty())
                categories_.push_back(&one);
        check(!communes_.empty() && !ask.people.empty() && !categories_.empty(),
              "bench data need communes, people and categories");
    }

    // The `position`th of all, of which each is somewhat later than the one before.
    void write_one(db::Writer& writer, std::int64_t position) {
        dice_.seed(static_cast<std::uint32_t>(position) * 2'654'435'761U + ask_.seed);
        auto one = filed(position);
        auto const lines = lived(one);
        auto const photos = roll(1, 10) > 3 ? 0 : roll(1, 3);
        one.photos = photos;
        auto const supporters = roll(1, 10) > 4 ? 0 : std::min(roll(1, 6), roll(1, 6));
        one.supporters = supporters;
        do {
            one.number = receipt_number(
                static_cast<int>(std::chrono::year_month_day{one.filed_on}.year()), draw());
        } while (!store::try_insert(writer, one, {}));
        hang_on(writer, one, lines);
        note_in_journal(writer, one, "filed", one.author, one.filed_at);
        add_facts(facts_, one, 1);
        if (one.is_public()) {
            auto& counted = counted_[{geography::cell_of(one.place, 12), one.territory.value(),
                                      one.category, one.phase}];
            if (counted.second++ == 0) counted.first = one;
        }
        if (one.phase != Phase::duplicate) latest_.insert_or_assign(one.category, one.id);
    }

    // Once for a batch: what is counted of it.
    void finish(db::Writer& writer) {
        for (auto const& [place, counted] : counted_)
            store::count(writer, counted.first, counted.second);
        store::add(writer, facts_);
    }

private:
    int roll(int from, int until) { return std::uniform_int_distribution<int>(from, until)(dice_); }
    std::uint64_t draw() { return (static_cast<std::uint64_t>(dice_()) << 32) | dice_(); }
    PersonId somebody() {
        return ask_
            .people[static_cast<std::size_t>(roll(0, static_cast<int>(ask_.people.size()) - 1))];
    }

    Report filed(std::int64_t position) {
        Report one;
        one.id = db::fresh<ReportId>();
        auto const& commune = roll(0, 1) == 0 ? communes_.front()
                                              : communes_[static_cast<std::size_t>(roll(
                                                    0, static_cast<int>(communes_.size()) - 1))];
        // A few categories are most of what is reported.
        auto const most = static_cast<int>(categories_.size()) - 1;
        auto const& category =
            *categories_[static_cast<std::size_t>(std::min(roll(0, most), roll(0, most)))];
        constexpr double spread = 0.012;  // degrees: a town of some kilometres
        std::normal_distribution<double> around(0, spread);
        one.place = {commune.lat + around(dice_), commune.lon + around(dice_)};
        one.territory = commune.id;
        one.category = category.code;
        write_words(one, category);
        auto const span = hours{24} * ask_.days;
        auto const part = static_cast<double>(position) / ask_.count;
        auto const age = std::chrono::duration_cast<minutes>(span * (1 - part)) + minutes{5};
        one.filed_at = one.changed_at = now_ - age;
        one.filed_on = clock::day_in_morocco(one.filed_at);
        one.due = due_day(*calendar_, one.filed_on, category.days);
        one.sight = category.is_private ? Sight::author_and_office : Sight::everybody;
        one.author = roll(1, 3) == 1 ? PersonId{0} : somebody();
        one.channel = roll(1, 12) == 1 ? "open311" : "online";
        one.priority = category.is_urgent ? 1 : 0;
        one.version = 1;
        auto const& body = body_for(one.category, commune.id);
        one.body = body.body;
        one.unit = body.unit;
        enter(one, *settings_, Phase::open);
        return one;
    }

    void write_words(Report& one, Category const& category) {
        auto const where = static_cast<std::size_t>(roll(0, 9));
        one.title = category.name.ar + "، " + std::string(places_named[where]);
        one.landmark = places_named[where];
        for (int n = roll(0, 4); n > 0; --n)
            one.details += sentences[static_cast<std::size_t>(roll(0, 5))];
    }

    Route const& body_for(std::string const& category, TerritoryId commune) {
        auto const key = std::pair(category, commune);
        auto found = bodies_.find(key);
        if (found == bodies_.end()) {
            auto const bodies = settings_->bodies_for(*places_, category, commune);
            check(!bodies.empty(), "somebody answers for every commune");
            found = bodies_.emplace(key, bodies.front()).first;
        }
        return found->second;
    }

    // What became of it: nearly all old ones are over, most new ones are not.
    std::vector<Update> lived(Report& one) {
        std::vector<Update> lines;
        auto const age = now_ - one.filed_at;
        bool const is_new = age < hours{24 * 14};
        auto at = one.filed_at;
        auto const later = [&](int hours_max) {
            at = std::min<Instant>(at + hours{roll(1, hours_max)}, now_ - minutes{1});
            return at;
        };
        if (roll(1, 10) <= 3)
            lines.push_back(line(one, "comment", somebody(), AdministrationId{0}, later(72)));
        bool const is_over = roll(1, 100) <= (is_new ? 25 : 94);
        if (roll(1, 10) <= 4) {
            one.state = is_over ? one.state : "investigating";
            lines.push_back(line(one, "move", PersonId{0}, one.body, later(120)));
        }
        if (is_over) end(one, lines, later(240));
        one.updates = static_cast<int>(lines.size());
        one.version = 1 + one.updates;
        if (!lines.empty()) one.changed_at = lines.back().at;
        return lines;
    }

    void end(Report& one, std::vector<Update>& lines, Instant at) {
        auto const chance = roll(1, 100);
        auto const earlier = latest_.find(one.category);
        bool const is_duplicate = chance > 92 && earlier != latest_.end();
        auto const phase = is_duplicate   ? Phase::duplicate
                           : chance <= 74 ? Phase::fixed
                           : chance <= 90 ? Phase::refused
                                          : Phase::withdrawn;
        auto const action = phase == Phase::fixed       ? Action::fix
                            : phase == Phase::refused   ? Action::refuse
                            : phase == Phase::duplicate ? Action::mark_duplicate
                                                        : Action::withdraw;
        enter(one, *settings_, phase);
        if (is_duplicate) one.duplicate_of = earlier->second;
        one.closed_at = at;
        if (phase == Phase::fixed && roll(1, 4) == 1) one.rating = roll(2, 5);
        auto const body = phase == Phase::withdrawn ? AdministrationId{0} : one.body;
        lines.push_back(line(one, name_of(action), PersonId{0}, body, at));
    }

    static Update line(Report const& one, std::string_view action, PersonId by,
                       AdministrationId body, Instant at) {
        Update made;
        made.id = db::fresh<UpdateId>();
        made.at = made.said_at = at;
        made.by = by;
        made.body = body;
        made.action = action;
        made.state = one.state;
        made.text = bench_answer;
        return made;
    }

    void hang_on(db::Writer& writer, Report const& one, std::vector<Update> const& lines) {
        for (auto const& each : lines) store::try_append(writer, one.id, each);
        for (int n = 0; n < one.photos; ++n)
            store::insert_photo(
                writer, one.id,
                {db::fresh<PhotoId>(), UpdateId{0}, content(), content(), false, n});
        for (int n = 0; n < one.supporters; ++n)
            // Neighbours in the list of people, so that nobody supports twice.
            store::keep_following(writer, one.id, supporter(one, n), true, one.filed_at);
        bool const is_late = one.is_open() && one.due && *one.due < clock::day_in_morocco(now_);
        // Reminded and lifted up already: what is measured is no backlog of the calendar.
        if (is_late && !settings_->escalations().empty())
            store::set_warned(writer, one.id, settings_->escalations().back().days);
    }

    PersonId supporter(Report const& one, int n) const {
        auto const first = static_cast<std::uint64_t>(one.id.value()) * 31;
        return ask_.people[(first + static_cast<std::uint64_t>(n)) % ask_.people.size()];
    }

    // Contents that were never uploaded: their names are marked so that nobody looks for them.
    std::string content() {
        static constexpr std::string_view digits = "0123456789abcdef";
        std::string sha256(64, 'b');
        for (std::size_t n = 48; n < 64; ++n) sha256[n] = digits[dice_() % 16];
        return sha256;
    }

    using Place = std::tuple<std::int64_t, std::int64_t, std::string, Phase>;

    BenchAsk const& ask_;
    House const& house_;
    Instant now_;
    std::shared_ptr<Settings const> settings_;
    std::shared_ptr<directory::Picture const> places_;
    std::shared_ptr<OfficeCalendar const> calendar_;
    std::vector<directory::Territory> communes_;
    std::vector<Category const*> categories_;
    std::map<std::pair<std::string, TerritoryId>, Route> bodies_;
    std::map<Place, std::pair<Report, int>> counted_;
    FactChanges facts_;
    std::map<std::string, ReportId> latest_;  // of a category, which others are duplicates of
    std::mt19937 dice_;
};

}  // namespace

std::int64_t generate(db::Database& database, Desk const& desk, BenchAsk const& ask, Instant now) {
    std::int64_t written = 0;
    while (written < ask.count) {
        auto const size = std::min<std::int64_t>(ask.batch, ask.count - written);
        (void)database.write([&](db::Writer& writer) -> Outcome {
            Maker maker(writer, desk, ask, now);
            for (std::int64_t n = 0; n < size; ++n) maker.write_one(writer, written + n);
            maker.finish(writer);
            return Done{};
        });
        written += size;
    }
    return written;
}

}  // namespace wasl::reports
